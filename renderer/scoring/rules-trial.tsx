import { LongList } from '../exchange/long-list'
import type { OutputOf } from '../desk'
import { rulesText as text } from '../text/rules'

export type Trial = OutputOf<'scoring.trial'>

/** Unit: rows. */
const shownAtFirst = 200

interface TrialTableProps {
  readonly trial: Trial
  /** The document was changed after it was tried. */
  readonly isStale: boolean
}

function show(place: HTMLElement | null): void {
  place?.scrollIntoView({ block: 'nearest' })
}

/** 试算: every result that would change, old and new. */
export function TrialTable({ trial: { changes, compared, problem }, isStale }: TrialTableProps) {
  const { trialColumns } = text
  return (
    <section ref={show} className="section rules-trial" aria-label={text.trial}>
      <h2>{text.trial}</h2>
      {isStale && <p className="field-error">{text.trialStale}</p>}
      {problem !== '' && <p className="field-error">{problem}</p>}
      {problem === '' && (
        <p>{changes.length === 0 ? text.trialNone(compared) : text.trialSome(compared, changes.length)}</p>
      )}
      {changes.length > 0 && (
        <LongList rows={changes} shownAtFirst={shownAtFirst}>
          {(rows) => (
            <table className="ledger rules-table">
              <thead>
                <tr>
                  <th>{trialColumns.subject}</th>
                  <th>{trialColumns.what}</th>
                  <th className="rules-number">{trialColumns.from}</th>
                  <th className="rules-number">{trialColumns.to}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ subject, what, from, to }) => (
                  <tr key={`${subject}.${what}`}>
                    <td>{subject}</td>
                    <td>{what}</td>
                    <td className="rules-number">{from}</td>
                    <td className="rules-number">
                      <b>{to}</b>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </LongList>
      )}
    </section>
  )
}
