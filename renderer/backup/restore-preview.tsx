import type { IsoDate } from '../../shared/core/dates'
import { backupTableName, recordsIn } from '../../shared/terms/backup'
import { fileSizeText } from '../../shared/terms/closure-form'
import { journalText } from '../../shared/terms/journal'
import type { OutputOf } from '../desk'
import { LongList } from '../exchange/long-list'
import { backupMoment, backupText, restoreText as text } from '../text/backup'
import { momentOf, reasonOf } from './backup-words'
import { StateWord } from './state-word'

export type RestorePreview = OutputOf<'backup.previewRestore'>

/** Rows shown at first. */
const entriesAtFirst = 12

interface RestorePreviewProps {
  readonly preview: RestorePreview
  /** What a revert goes back to is known to be of this ledger, though its journal is another branch. */
  readonly kind: 'restore' | 'revert'
  readonly today: IsoDate
}

function Holds({ preview: { backup }, today }: RestorePreviewProps) {
  const { side } = backup
  return (
    <dl className="facts backup-holds">
      <dt>{backupText.columns.at}</dt>
      <dd>
        {momentOf(backup, today)}
        {reasonOf(backup) !== '' && ` · ${reasonOf(backup)}`}
      </dd>
      {side && (
        <>
          <dt>{text.bureau}</dt>
          <dd>{side.bureau}</dd>
          <dt>{text.records}</dt>
          <dd className="figures">{text.recordsOf(recordsIn(side.counts))}</dd>
        </>
      )}
      <dt>{text.size}</dt>
      <dd className="figures">{fileSizeText(backup.bytes)}</dd>
      <dt>{text.state}</dt>
      <dd>
        <StateWord state={backup.state} />
      </dd>
      {side && (
        <>
          <dt>{text.madeBy}</dt>
          <dd>{text.version(side.appVersion, side.schemaVersion)}</dd>
        </>
      )}
      <dt>{text.file}</dt>
      <dd>{backup.name}</dd>
    </dl>
  )
}

/** What was done after the backup, as sentences with who and when. */
function Lost({ preview: { lost, isOfOtherStore }, kind, today }: RestorePreviewProps) {
  if (!lost && kind === 'revert') return <p className="backup-tight">{text.lostRevert}</p>
  if (isOfOtherStore) return <p className="backup-tight">{text.lostOther}</p>
  if (!lost) return <p className="backup-tight light-near">▲ {text.lostUnknown}</p>
  if (lost.count === 0) return <p className="backup-tight">{text.lostNone}</p>
  const unlisted = lost.count - lost.newest.length
  return (
    <>
      <p className="backup-tight">{text.lostCount(lost.count)}</p>
      <LongList rows={lost.newest} shownAtFirst={entriesAtFirst}>
        {(shown) => (
          <ol className="backup-entries">
            {shown.map((entry) => (
              <li key={entry.id}>
                <span className="soft figures">{text.lostBy(backupMoment(entry.at, today), entry.actor)}</span>
                <span>{journalText(entry.intent, entry.params)}</span>
              </li>
            ))}
          </ol>
        )}
      </LongList>
      {unlisted > 0 && <p className="soft backup-tight">{text.lostMore(unlisted)}</p>}
    </>
  )
}

function changeWord(inBackup: number, now: number | null): string {
  if (now === null || inBackup === now) return text.unknown
  return inBackup > now ? text.more(inBackup - now) : text.fewer(now - inBackup)
}

interface NamedDifference {
  readonly table: string
  readonly name: string
  readonly inBackup: number
  readonly now: number | null
}

/** Records by kind, as the office calls them. */
function namedRows(differences: RestorePreview['differences']): readonly NamedDifference[] {
  return differences.flatMap(({ table, inBackup, now }) => {
    const name = backupTableName(table)
    return name === null || (now === null && inBackup === 0) ? [] : [{ table, name, inBackup, now }]
  })
}

/** What the backup holds, beside what there is now as far as that can be read. */
function Differences({ preview: { differences } }: RestorePreviewProps) {
  const rows = namedRows(differences)
  const isKnown = differences.some(({ now }) => now !== null)
  const title = isKnown || rows.length === 0 ? text.differences : text.inBackup
  return (
    <section className="section" aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="backup-tight">{text.same}</p>
      ) : (
        <table className="ledger backup-differences" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{text.columns.table}</th>
              <th scope="col" className="amount">
                {text.columns.inBackup}
              </th>
              {isKnown && (
                <>
                  <th scope="col" className="amount">
                    {text.columns.now}
                  </th>
                  <th scope="col" className="amount">
                    {text.columns.change}
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ table, name, inBackup, now }) => (
              <tr key={table}>
                <td>{name}</td>
                <td className="amount">{inBackup}</td>
                {isKnown && (
                  <>
                    <td className="amount">{now ?? text.unknown}</td>
                    <td className="amount">{changeWord(inBackup, now)}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** What the backup holds, what restoring loses, and what speaks against it. */
export function RestorePreviewView(props: RestorePreviewProps) {
  const { preview, kind } = props
  return (
    // It scrolls, and nothing in it need take the keyboard.
    <div role="region" aria-label={text.holds} tabIndex={0}>
      {preview.isOfOtherStore && kind === 'restore' && <p className="backup-warning">{text.otherStore}</p>}
      {preview.missingAttachments > 0 && (
        <p className="backup-warning">{text.missingFiles(preview.missingAttachments)}</p>
      )}
      <section className="section">
        <Holds {...props} />
      </section>
      <section className="section" aria-label={text.lost}>
        <h2>{text.lost}</h2>
        <Lost {...props} />
      </section>
      <Differences {...props} />
    </div>
  )
}
