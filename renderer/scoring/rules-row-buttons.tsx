import { Button } from 'antd'
import { rulesText as text } from '../text/rules'
import { placeName, useRuleForm } from './rules-edit'
import { listOf, moved, textAt, valueAt, type Path } from './rules-form'

/** What is wrong with a whole list, group or document. */
export function ProblemAt({ path }: { readonly path: Path }) {
  const problem = useRuleForm().problems.get(placeName(path))
  return problem === undefined ? null : (
    <div className="field-error" role="alert">
      {problem}
    </div>
  )
}

interface RowButtonsProps {
  /** Path of the list. */
  readonly path: Path
  readonly index: number
  /** What the row is called. */
  readonly name: string
}

/** Up, down and away. */
export function RowButtons({ path, index, name }: RowButtonsProps) {
  const { document, set } = useRuleForm()
  const list = listOf(valueAt(document, path))
  const act = (word: string, sign: string, next: readonly unknown[]) => (
    <Button
      size="small"
      type="text"
      aria-label={text.actionOf(word, name)}
      title={word}
      disabled={next === list}
      onClick={() => set(path, next)}
    >
      {sign}
    </Button>
  )
  return (
    <span className="rules-row-buttons">
      {act(text.up, '↑', moved(list, index, -1))}
      {act(text.down, '↓', moved(list, index, 1))}
      {act(text.remove, '×', list.toSpliced(index, 1))}
    </span>
  )
}

/** A row by what it says of itself. */
export function nameOfRow(row: unknown, word: string, index: number): string {
  return textAt(row, ['name']) || textAt(row, ['label']) || `${word}${index + 1}`
}
