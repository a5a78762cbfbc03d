import type { CellIssue } from '../tables/reading'
import { issueCauseText } from './tables'

/** An amount's label with its unit, e.g. 总投资（万元）. */
export function amountLabel(label: string, unit: string): string {
  return `${label}（${unit}）`
}

/** Where in the grid: 第7行 完成时限. */
export function gridPlace(row: number, label: string): string {
  return label === '' ? `第${row}行` : `第${row}行 ${label}`
}

const shownLength = 30

function shown(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim()
  return line.length > shownLength ? `${line.slice(0, shownLength)}…` : line
}

/** Sentences of the import, said of saving what was typed. */
const saving: readonly (readonly [string, string])[] = [
  ['这一行不能导入', '改好前不能保存'],
  ['仍可导入', '可以保存'],
  ['确是本单位的别名时，先在设置里补上这个名称', '确是本单位时，先在设置里补上这个名称'],
]

/** What is wrong with a cell, without its place, e.g. “4月31日”这一天不存在。改好前不能保存，请改为4月30日…… */
export function gridIssueText(issue: CellIssue): string {
  const cause = saving.reduce((text, [from, to]) => text.replace(from, to), issueCauseText(issue))
  const value = shown(issue.value)
  if (issue.code === 'dateInvalid' && issue.severity === 'error') {
    return issue.suggestion === null
      ? `“${value}”不是有效日期，请按“2022年3月31日”的写法填写。`
      : `“${value}”不是有效日期，是${issue.suggestion}吗？`
  }
  if (value === '' || issue.code === 'required' || issue.code === 'keyMissing') return cause
  return `“${value}”${cause}`
}

/** A record of the store has the same key as the row. */
export function keyInStoreText(title: string): string {
  return `与台账里已有的“${shown(title)}”重复，改好前不能保存。请改为不同的编号或名称，或去掉这一行。`
}

export const changedMeanwhileText =
  '打开表格后，这条记录又在别处改过，所以没有覆盖。请选“用台账现在的内容”，或选“仍用我填的”。'

export const recordGoneText = '这条记录已被删除或撤销，不能再改。请去掉这一行，或选“作为新增行”。'

/** Where typed rows come from, in place of a file name. */
export const typedSource = '表格编辑'

/** Between row numbers in a sentence. */
export const rowSeparator = '、'
