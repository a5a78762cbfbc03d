import type { JournalEntry } from '../../shared/core/contract'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { formatChineseDate } from '../../shared/terms/dates'
import { useShell } from '../app/shell'
import { PrintSheet } from '../components/print-sheet'
import { journalPrintText as text, settingsText } from '../text/settings'
import { sentenceOfEntry, shownTime, type JournalFilter } from './journal-filter'

interface JournalPrintProps {
  /** Oldest first. */
  readonly entries: readonly JournalEntry[]
  readonly filter: JournalFilter
  readonly onDone: () => void
}

/** The days that are printed: as asked for, else from the first entry to the last. */
function periodOf(entries: readonly JournalEntry[], { from, to }: JournalFilter): string {
  const dayOf = (entry: JournalEntry | undefined): IsoDate | null => parseIsoDate(entry?.at.slice(0, 10) ?? '')
  const first = from ?? dayOf(entries[0])
  const last = to ?? dayOf(entries.at(-1))
  return first && last ? text.period(formatChineseDate(first), formatChineseDate(last)) : ''
}

/** 操作记录 on A4: when, who, what, in sentences. */
export function JournalPrint({ entries, filter, onDone }: JournalPrintProps) {
  const { bureau, today } = useShell()
  const { journalColumns } = settingsText
  return (
    <PrintSheet onDone={onDone}>
      <h1>{text.title}</h1>
      <div className="print-head">
        <span>{text.unit(bureau.name)}</span>
        <span>{periodOf(entries, filter)}</span>
        <span>{text.count(entries.length)}</span>
      </div>
      {filter.actor !== null && <p>{text.actor(filter.actor)}</p>}
      <table className="journal-print">
        <thead>
          <tr>
            <th className="print-number">{text.number}</th>
            <th>{journalColumns.at}</th>
            <th>{journalColumns.actor}</th>
            <th>{journalColumns.what}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, index) => (
            <tr key={entry.id}>
              <td className="print-number">{index + 1}</td>
              <td className="print-short">{shownTime(entry.at)}</td>
              <td>{entry.actor}</td>
              <td>
                {sentenceOfEntry(entry)}
                {entry.isUndone && text.isUndone}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="print-signed">{text.signed(formatChineseDate(today))}</p>
    </PrintSheet>
  )
}
