import { Button } from 'antd'
import { useState } from 'react'
import { isComposing } from '../components/ime'
import { TextField } from '../components/text-field'
import { longTextText } from '../text/grid'

interface GridLongTextProps {
  /** Where the text belongs: 第3行 备注. */
  readonly title: string
  readonly text: string
  readonly onWrite: (text: string) => void
  readonly onClose: () => void
}

/** One cell in a field of several lines, beside the grid. */
export function GridLongText({ title, text: before, onWrite, onClose }: GridLongTextProps) {
  const [text, setText] = useState(before)
  return (
    <section
      className="grid-side"
      aria-label={longTextText.region}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return
        event.stopPropagation()
        onClose()
      }}
    >
      <h2>{title}</h2>
      <TextField
        label={title}
        value={text}
        onChange={setText}
        isMultiline
        rows={12}
        hasFocus
        onEnter={() => onWrite(text)}
      />
      <div className="grid-side-buttons">
        <span className="soft figures">{longTextText.length([...text].length)}</span>
        <Button onClick={onClose}>{longTextText.cancel}</Button>
        <Button type="primary" onClick={() => onWrite(text)}>
          {longTextText.write}
        </Button>
      </div>
    </section>
  )
}
