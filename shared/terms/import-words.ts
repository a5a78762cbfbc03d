import { keyText } from '../tables/text-forms'

/** The document that a district fact from a ledger rests on. */
export function sourceReference(fileName: string, row: number): string {
  return row > 0 ? `《${fileName}》第${row}行` : `《${fileName}》`
}

const revisionWords = /调整后?|修订|修改|更新|修正|第[一二三四五六七八九十\d]+(版|次|稿)|v\d+|[()〔〕[\]]/gu

function tableKey(title: string): string {
  return keyText(title).replaceAll(revisionWords, '')
}

/** Whether two titles name the same table, a re-issue included; a table without a title is never a re-issue. */
export function isRevisionOf(title: string, earlier: string): boolean {
  const key = tableKey(title)
  return key !== '' && key === tableKey(earlier)
}

/** Last column of the workbook with rejected rows. */
export const errorColumnLabel = '错误说明'

/** File name of the workbook with rejected rows. */
export function errorFileName(fileName: string): string {
  return `${fileName.replace(/\.[^.]+$/, '')}_错误行.xlsx`
}

/** File name of rows pasted from another program. */
export const pastedFileName = '粘贴的内容.txt'
