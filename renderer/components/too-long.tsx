import { lengthText } from '../text/app'

interface TooLongProps {
  readonly text: string
  /** Unit: characters. */
  readonly limit: number
}

/** Says below a field that its text is longer than a record takes; the text itself stays whole. */
export function TooLong({ text, limit }: TooLongProps) {
  if (text.length <= limit) return null
  return (
    <div className="field-error" role="alert">
      {lengthText.tooLong(text.length, limit)}
    </div>
  )
}
