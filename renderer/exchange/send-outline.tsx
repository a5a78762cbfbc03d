import { lineChapters } from '../../shared/exchange/lines'
import { chapterLabels, lineKindLabels } from '../../shared/terms/exchange-lines'
import { openTarget } from '../app/open-target'
import type { OutputOf } from '../desk'
import { commonText, sendText as text } from '../text/exchange'
import { ChangeList } from './change-list'
import { LongList } from './long-list'

export type Outline = OutputOf<'exchange.outline'>

/** Remarks shown at first. */
const shownAtFirst = 5

/** What is missing stands before what is only to be known. */
function inOrder(warnings: Outline['warnings']): Outline['warnings'] {
  const kinds = [...text.checkSigns.keys()]
  const place = (kind: string): number => (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length)
  return warnings.toSorted((left, right) => place(left.kind) - place(right.kind))
}

/** 数字自洽检查, gaps and notes: before anything else, each with the way to its record. */
export function SendChecks({ warnings }: Pick<Outline, 'warnings'>) {
  return (
    <section className="section">
      <h2>{text.checks}</h2>
      {warnings.length === 0 && <p className="exchange-tight">{text.noChecks}</p>}
      <LongList rows={inOrder(warnings)} shownAtFirst={shownAtFirst}>
        {(shown) => (
          <ul className="exchange-rows">
            {shown.map(({ kind, text: said, record }) => (
              <li key={`${kind} ${said}`}>
                <span aria-hidden="true" className={`check-${kind}`}>
                  {text.checkSigns.get(kind) ?? text.noteSign}
                </span>
                <span className="exchange-grow">{said}</span>
                {record && (
                  <button
                    type="button"
                    className="link"
                    aria-label={commonText.openOf(record.title || said)}
                    onClick={() => openTarget({ ...record, stream: record.room })}
                  >
                    {commonText.open}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </LongList>
    </section>
  )
}

/** 将发送的字段, by stream, with what stays here. */
export function SendFields({ parts, hidden }: Pick<Outline, 'parts' | 'hidden'>) {
  const { columns } = text
  const byStream = lineChapters.flatMap((stream) => parts.filter((part) => part.stream === stream))
  return (
    <section className="section">
      <h2>{text.fields}</h2>
      <table className="ledger exchange-fields">
        <thead>
          <tr>
            <th scope="col">{columns.stream}</th>
            <th scope="col">{columns.label}</th>
            <th scope="col" className="amount">
              {columns.count}
            </th>
            <th scope="col">{columns.fields}</th>
          </tr>
        </thead>
        <tbody>
          {byStream.map(({ stream, kind, count, fields }, index) => (
            <tr key={`${stream} ${kind}`}>
              <td>{byStream[index - 1]?.stream !== stream && chapterLabels[stream]}</td>
              <td>{lineKindLabels[kind]}</td>
              <td className="amount">{count}</td>
              <td className="soft">{commonText.joined(fields)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="exchange-hidden">
        <span className="soft">{text.hidden}</span> {hidden.length > 0 ? text.hiddenOf(hidden) : text.hiddenNone}
      </p>
    </section>
  )
}

/** What the edition before said otherwise. */
export function SendChanges({ edition, changes }: Pick<Outline, 'edition' | 'changes'>) {
  if (edition === 1) return null
  return (
    <section className="section">
      <h2>{text.changes(edition - 1)}</h2>
      {changes.length === 0 ? (
        <p className="exchange-tight">{text.noChanges(edition - 1)}</p>
      ) : (
        <ChangeList changes={changes} />
      )}
    </section>
  )
}
