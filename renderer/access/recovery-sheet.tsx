import { Button } from 'antd'
import { useState } from 'react'
import { formatChineseDate } from '../../shared/terms/dates'
import { useShell } from '../app/shell'
import { PrintSheet } from '../components/print-sheet'
import { recoverySheetText as text } from '../text/access'
import { forgetCode, useShownCode, type ShownCode } from './shown-code'
import './access.css'

/** Half a sheet of A4, or one of A5, that is locked away: whose code, from when, and what to do with it. */
function RecoverySheet({ shown: { name, code }, onDone }: { readonly shown: ShownCode; readonly onDone: () => void }) {
  const { bureau, today } = useShell()
  const facts: readonly (readonly [string, string])[] = [
    [text.unit, bureau.name],
    [text.person, name],
    [text.day, formatChineseDate(today)],
  ]
  return (
    <PrintSheet onDone={onDone}>
      <div className="access-sheet">
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
              <td className="access-sheet-code">{code}</td>
            </tr>
          </tbody>
        </table>
        <ol>
          {text.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>{text.secret}</p>
        <p className="print-signed">{text.keeper}</p>
      </div>
    </PrintSheet>
  )
}

/** The code, how to keep it, and the sheet for it. */
export function Code() {
  const shown = useShownCode((state) => state.shown)
  const [isPrinting, setIsPrinting] = useState(false)
  if (!shown) return null
  return (
    <>
      <h2>{text.shownTitle(shown.name)}</h2>
      <div className="access-code figures" data-testid="access-recovery-code">
        {shown.code}
      </div>
      <p className="access-tight">{text.shownOnce}</p>
      <div className="access-actions">
        <Button type="primary" className="for-all" onClick={() => setIsPrinting(true)}>
          {text.print}
        </Button>
        <Button onClick={forgetCode}>{text.kept}</Button>
      </div>
      {isPrinting && <RecoverySheet shown={shown} onDone={() => setIsPrinting(false)} />}
    </>
  )
}
