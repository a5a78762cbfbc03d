/** Sentences of 报表与上报. */

/** What a line of the draft is, by how it begins; the marks of 公文 levels. */
const lineStarts = [
  { kind: 'chapter', start: /^\s*[一二三四五六七八九十]+、/ },
  { kind: 'section', start: /^\s*（[一二三四五六七八九十]+）/ },
] as const
export type DraftLineKind = 'title' | 'body' | (typeof lineStarts)[number]['kind']

/** The level of a line of the draft, for its face on the screen. */
export function draftLineKind(line: string, index: number): DraftLineKind {
  if (index === 0) return 'title'
  return lineStarts.find(({ start }) => start.test(line))?.kind ?? 'body'
}

export const quarterText = {
  title: '季度小结',
  period: '季度',
  periodLabel: (year: number, quarter: number): string => `${year}年${['一', '二', '三', '四'][quarter - 1] ?? ''}季度`,
  draft: '小结草稿',
  draftHint: '文字由记录生成；导出的 Word 文件可以再改。',
  checks: '先看这些',
  checkCount: (count: number): string => `有${count}处需要先看一下。`,
  noChecks: '自查没有发现问题，可以导出。',
  checkCode: '核对码',
  checkCodeHint: '纸面和文件上的核对码相同，就是同一份内容。',
  formats: '导出格式',
  xlsx: '统计表（.xlsx）',
  docx: '公文（.docx）',
  folder: '保存到',
  folderLoading: '正在查看上次的文件夹',
  otherFolder: '更换文件夹',
  export: '导出',
  copy: '复制到OA',
  copied: '已复制纯文本，可以粘贴到OA。',
  copyFailed: '没有复制成功。请在草稿里选中文字后按 Ctrl+C。',
  files: '已导出',
  open: '打开所在文件夹',
  size: (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024))} KB`,
  renamed: '原来的文件正被别的程序打开，已换名保存。',
} as const
