import { formatChineseDate } from '../../shared/terms/dates'
import type { OutputOf } from '../desk'
import { momentLabel, receiptsText as text } from '../text/exchange'

type Receipt = NonNullable<OutputOf<'exchange.standing'>['receipt']>

/** Score, rank and what was decided of enterprises that two units claim. */
export function ReceiptFacts({ receipt }: { readonly receipt: Receipt }) {
  const { ownTotal, total, max, rank, isFinal, objectionsUntil, docRef, receivedAt, claims } = receipt
  const until = objectionsUntil === null ? '' : text.until(formatChineseDate(objectionsUntil))
  const facts: readonly (readonly [string, string])[] = [
    [text.ownTotal, ownTotal === null ? '' : text.ofMax(ownTotal, max)],
    [text.total, total === null ? '' : text.ofMax(total, max)],
    [text.rank, rank ? text.place(rank.place, rank.of, rank.tied) : ''],
    [text.state, [isFinal ? text.final : text.trial, until].filter((part) => part !== '').join(' · ')],
    [text.docRef, docRef],
    [text.receivedAt, momentLabel(receivedAt)],
  ]
  return (
    <>
      <dl className="exchange-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="figures">{value}</dd>
            </div>
          ))}
      </dl>
      {rank && rank.tieBreak !== '' && <p className="soft exchange-tight">{rank.tieBreak}</p>}
      {claims.length > 0 && (
        <ul className="exchange-rows" aria-label={text.claims}>
          {claims.map(({ enterprise, decision }) => (
            <li key={`${enterprise} ${decision}`}>
              <span className="soft">{text.claims}</span>
              <span>{enterprise}</span>
              <span className="exchange-grow">{decision}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
