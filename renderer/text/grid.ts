/** Sentences of 表格编辑. Remarks on cells are in the terms. */

export const gridText = {
  /** A shape and a word for each row that is not as it was loaded. */
  states: {
    none: { sign: '', word: '' },
    added: { sign: '＋', word: '新增' },
    updated: { sign: '△', word: '更新' },
    rejected: { sign: '■', word: '有误' },
  },
  rowNumber: '行',
  emptyRow: '在这里输入，或粘贴，就是新增行',
  emptySign: '＊',
  headHint: (label: string, isRequired: boolean): string =>
    `${label}${isRequired ? '（必填）' : ''}：拖动换位置，拖右边线改宽度`,
  cellLabel: (row: number, label: string): string => `第${row}行 ${label}`,
  optionsOf: (label: string): string => `“${label}”可选的内容`,
} as const

export const gridPageText = {
  button: '表格编辑',
  buttonWithDraft: '表格编辑（有未保存）',
  buttonOf: (label: string, of: string): string => `${label}：${of}`,
  region: '表格编辑',
  title: (kind: string): string => `表格编辑 · ${kind}`,
  loading: '正在载入…',
  count: (rows: number): string => `共${rows}行`,
  countOf: (rows: number, total: number): string => `共${total}条，已载入前${rows}条；要改其余的，请先在列表里筛选`,
  undo: '撤回',
  redo: '重做',
  fillDown: '向下填充 Ctrl+D',
  longText: '长文本 Shift+F2',
  removeNew: '去掉新增行',
  resetColumns: '恢复列宽和顺序',
  keys: 'Enter 下移 · F2 或双击修改 · 选中多格后输入，按 Ctrl+Enter 填入全部 · Delete 清空 · Ctrl+Z 撤回 · Alt+Shift+←→ 移动列 · F6 到问题清单',
  pasted: (rows: number): string => `已粘贴${rows}行，正在检查。按 Ctrl+Z 可整块撤回。`,
  pastedLeftOut: (rows: number, columns: number): string =>
    `已粘贴${rows}行；右边多出的${columns}列放不下，没有粘贴。按 Ctrl+Z 可整块撤回。`,
  pasteTooLong: (rows: number, limit: number): string =>
    `剪贴板里有${rows}行，超过一次${limit}行的上限，没有粘贴。请分几次粘贴，或用“导入”。`,
} as const

export const gridFooterText = {
  status: '改动',
  added: (count: number): string => `新增 ${count}`,
  updated: (count: number): string => `更新 ${count}`,
  rejected: (count: number): string => `有误 ${count}`,
  warnings: (count: number): string => `请核对 ${count}`,
  nothing: '没有改动',
  checking: '正在检查…',
  save: '保存 Ctrl+S',
  discard: '放弃改动',
  discarded: '已放弃改动。按 Ctrl+Z 可以找回。',
  close: '关闭',
  nothingToSave: '没有改动，不用保存。',
  fixFirst: (count: number): string => `有${count}行需要处理，所以还没有保存。请按右边的提示改正。`,
  keptOnClose: '没有保存的改动已留着，下次打开“表格编辑”接着改。',
  saved: (added: number, updated: number): string =>
    [added > 0 ? `新增${added}条` : '', updated > 0 ? `更新${updated}条` : '']
      .filter((part) => part !== '')
      .join('，') || '内容没有变化',
} as const

export const gridIssueText = {
  region: '问题清单',
  title: (count: number): string => `问题清单（${count}处）`,
  none: '没有发现问题。',
  accept: (text: string): string => `改为${text}`,
  hint: '↑↓ 选择，Enter 采用建议或转到单元格，Esc 回到表格',
  more: (count: number): string => `还有${count}处，改好上面的再看。`,
  takeStored: '用台账现在的内容',
  keepMine: '仍用我填的',
  asNew: '作为新增行',
  remove: '去掉这一行',
} as const

export const longTextText = {
  region: '单元格内容',
  write: '写入 Ctrl+Enter',
  cancel: '取消',
  length: (count: number): string => `${count}字`,
} as const
