import { useState } from 'react'
import { TextField } from '../components/text-field'
import { choiceText } from '../text/tables'
import { headerRowsText, parseHeaderRows } from './header-rows'

interface HeaderFieldProps {
  readonly rows: readonly number[]
  readonly isDisabled: boolean
  readonly onChange: (rows: readonly number[]) => void
}

/** The rows of the header, typed as `5-6`; taken over with Enter or on leaving. Other rows need another `key`. */
export function HeaderField({ rows, isDisabled, onChange }: HeaderFieldProps) {
  const known = headerRowsText(rows)
  const [text, setText] = useState(known)
  const parsed = parseHeaderRows(text)
  const settle = (): void => {
    if (parsed && headerRowsText(parsed) !== known) onChange(parsed)
    else if (text.trim() === '') setText(known)
  }
  return (
    <label className="import-choice">
      <span>{choiceText.header}</span>
      <TextField
        value={text}
        label={choiceText.header}
        placeholder={choiceText.headerPlaceholder}
        width={84}
        isDisabled={isDisabled}
        hasError={text.trim() !== '' && !parsed}
        onChange={setText}
        onEnter={settle}
        onBlur={settle}
      />
      {text.trim() !== '' && !parsed && <span className="field-error">{choiceText.headerWrong}</span>}
    </label>
  )
}
