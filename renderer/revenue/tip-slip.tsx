import { tipLetterText } from '../../shared/terms/revenue'
import { PrintSheet } from '../components/print-sheet'
import { tipText as text } from '../text/revenue'

interface TipSlipProps {
  readonly letter: string
  readonly bureau: string
  readonly onDone: () => void
}

/** 传递单 with the receipt to be sent back below; fits half of A4 and A5. */
export function TipSlip({ letter, bureau, onDone }: TipSlipProps) {
  return (
    <PrintSheet onDone={onDone}>
      <h1>{tipLetterText.title}</h1>
      <div className="rev-slip-text">{letter}</div>
      <div className="rev-slip-cut" />
      <h1>{text.slipReceipt}</h1>
      <div className="rev-slip-text">
        {tipLetterText.receipt(bureau)}
        {text.slipLines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
    </PrintSheet>
  )
}
