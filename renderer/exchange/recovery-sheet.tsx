import { formatChineseDate } from '../../shared/terms/dates'
import { useShell } from '../app/shell'
import { PrintSheet } from '../components/print-sheet'
import type { OutputOf } from '../desk'
import { recoverySheetText as text } from '../text/exchange-keys'

interface RecoverySheetProps {
  readonly saved: OutputOf<'exchange.saveRecovery'>
  readonly onDone: () => void
}

/** The sheet of A4 that is locked away: the code, the fingerprint, and what to do with them. */
export function RecoverySheet({ saved: { file, code, fingerprint }, onDone }: RecoverySheetProps) {
  const { bureau, today } = useShell()
  const facts: readonly (readonly [string, string])[] = [
    [text.unit, bureau.name],
    [text.day, formatChineseDate(today)],
    [text.file, file.fileName],
    [text.fingerprint, fingerprint.digits],
    [text.words, fingerprint.words],
  ]
  return (
    <PrintSheet onDone={onDone}>
      <h1>{text.title}</h1>
      <table>
        <tbody>
          {facts.map(([label, value]) => (
            <tr key={label}>
              <th scope="row" className="print-short">
                {label}
              </th>
              <td>{value}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="print-short">
              {text.code}
            </th>
            <td className="exchange-print-code">{code}</td>
          </tr>
        </tbody>
      </table>
      <ol>
        {text.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="print-signed">{text.keeper}</p>
    </PrintSheet>
  )
}
