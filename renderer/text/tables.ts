import type { RowOutcome } from '../../shared/tables/contract'

/** Sentences of 导入. Labels of fields and kinds, and the remarks on cells, are in the terms. */

/** A shape and a word for each outcome; the colour only repeats them. */
export const outcomeText: Readonly<Record<RowOutcome, { readonly sign: string; readonly word: string }>> = {
  added: { sign: '＋', word: '新增' },
  updated: { sign: '△', word: '更新' },
  unchanged: { sign: '＝', word: '不变' },
  withdrawn: { sign: '－', word: '拟撤销' },
  rejected: { sign: '■', word: '需处理' },
  skipped: { sign: '○', word: '忽略' },
}

export const dropText = {
  here: '松开鼠标，先看预览，再决定是否导入',
  kinds: '表格（.xlsx、.xls、.csv），或上报包、回执等交换文件（.zip）',
  oneAtATime: '一次导入一个文件，先打开第一个。',
  previewOpen: (name: string): string => `正在预览“${name}”。请先确认或关闭，再导入下一个文件。`,
  noFile: '没有收到文件。请从文件夹里拖表格文件，或按 Ctrl+I 选择。',
  chooseFile: '选择要导入的表格',
} as const

const formatWords: Readonly<Record<string, string>> = { csv: 'CSV 文本', xls: 'Excel 97-2003', xlsx: 'Excel' }

export const previewText = {
  region: '导入预览',
  title: '导入预览',
  opening: '正在读取',
  reading: '正在读取表格',
  comparing: '正在与台账比对',
  writing: '正在写入台账',
  ofTotal: (done: number, total: number): string => `${done} / ${total}`,
  progress: '进度',
  cancel: '取消',
  close: '关闭',
  nothingWritten: '预览阶段不写入任何数据。',
  format: (format: string): string => formatWords[format] ?? format,
  encoding: (encoding: string): string => `编码 ${encoding}`,
  leaveTitle: '关闭预览？',
  leaveText: (count: number): string => `已经改好的${count}处不会保留，台账没有改动。`,
  leave: '关闭',
  stay: '继续处理',
} as const

export const choiceText = {
  sheet: '工作表',
  allSheets: '全部可见的工作表',
  sheetLabel: (name: string, rows: number, isHidden: boolean): string =>
    `${name}（${rows}行${isHidden ? '，隐藏' : ''}）`,
  kind: '表的种类',
  kindUnknown: '自动识别',
  header: '表头所在行',
  headerAt: (rows: readonly number[]): string => {
    const [first, last] = [rows[0], rows.at(-1)]
    return first === last ? `表头在第${first}行` : `表头在第${first}–${last}行`
  },
  headerPlaceholder: '如 5-6',
  headerWrong: '请填行号，如 4 或 5-6',
  apply: '重新读取',
  mapping: (mapped: number, all: number): string => `列的对应（${all}列，已对应${mapped}列）`,
  remembered: '已记住',
  rememberedHint: '这种表头上次改过对应关系，这次照旧使用。',
  notImported: '不导入',
  fieldOf: (letters: string, header: string): string => `${letters}列“${header}”对应的栏目`,
  tableTab: (sheet: string, kind: string): string => `${sheet} · ${kind}`,
  take: '导入这张表',
} as const

export const summaryText = {
  counters: '按结果筛选',
  counter: (word: string, count: number): string => `${word}${count}`,
  rejected: (count: number, valid: number): string =>
    valid === 0
      ? `${count}行都需要处理，改好后再确认。`
      : `有${count}行需要处理。改好后确认，或先导入正确的${valid}行。`,
  nothing: '与现有台账完全一致，没有需要改动的地方。',
  ready: (added: number, updated: number, withdrawn: number): string => {
    const parts = [
      added > 0 ? `新增${added}行` : '',
      updated > 0 ? `更新${updated}行` : '',
      withdrawn > 0 ? `另有${withdrawn}条在台账里、这次的表里没有` : '',
    ]
    return `可以确认：${parts.filter((part) => part !== '').join('，')}。`
  },
  fixed: (count: number): string => `已改${count}处`,
} as const

export const rowText = {
  list: '要导入的行',
  row: '行号',
  noRow: '—',
  outcome: '结果',
  title: '名称',
  content: '内容',
  rowNumber: (row: number): string => `第${row}行`,
  place: (row: number, column: string): string => (column === '' ? `第${row}行` : `第${row}行 · ${column}`),
  original: '原值',
  blank: '（空）',
  arrow: '→',
  becomes: '改为',
  accept: '改正',
  fixLabel: (row: number, column: string): string => `改正第${row}行“${column}”`,
  fixHint: '回车采用，Esc恢复原值',
  suggested: '建议值',
  edit: '修改',
  warning: '提醒',
  missing: '本次下发的表里没有这一条。',
  none: '没有符合筛选条件的行。',
  separator: ' · ',
} as const

export const statusWordText = {
  region: '整改状态的用词',
  means: (word: string, rows: number): string => `“${word}”（${rows}行）算作：`,
  meaningOf: (word: string): string => `“${word}”算作`,
  accept: '按此读取',
  hint: '同一个词只问一次，以后的表格也这样算；完成率按各来源的状态口径计算。',
} as const

export const footerText = {
  withdraw: (count: number): string => `同时撤销台账里多出的${count}条`,
  confirm: '确认导入',
  confirmRows: (count: number): string => `确认导入${count}行`,
  confirmValid: (count: number): string => `先导入正确的${count}行`,
  saveErrors: '导出错误行',
  errorsSaved: '错误行已导出。',
} as const

export const refusedText = {
  title: '没有导入',
  tryAgain: '指定后再读一次',
  chooseOther: '选择其他文件',
} as const

export const resultText = {
  region: '导入结果',
  imported: (count: number): string => `已导入${count}条。`,
  importedNothing: '没有需要改动的地方，台账没有变化。',
  left: (count: number): string => `有${count}行没有导入，仍在原文件里。`,
  look: '查看',
  undo: '撤销本次导入',
  undone: '已撤销本次导入，台账恢复到导入前。',
  undoneKept: (kept: number): string => `已撤销本次导入；后来改过的${kept}条保留。`,
} as const

export const undoImportText = {
  title: '有些记录导入后又被改过',
  text: (edited: number): string => `这次导入的记录里，有${edited}条后来又被改过：`,
  keep: (count: number): string => `保留这${count}条，撤销其余`,
  all: '全部撤销',
  none: '不撤销',
  by: (by: string, at: string): string => `${by} ${at}`,
  moreRows: (count: number): string => `另有${count}条。`,
  tables: {
    assignment: '任务',
    lead: '线索',
    brief: '工作信息',
    training: '培训',
    attachment: '附件',
  } as Readonly<Record<string, string>>,
} as const

export const batchesText = {
  title: '导入批次',
  sentence: (count: number): string => `共导入过${count}批。每一批都可以撤销。`,
  list: '导入批次列表',
  importNow: '导入表格',
  at: '导入时间',
  file: '文件',
  place: (sheet: string, kind: string): string => (sheet === kind ? sheet : `${sheet} · ${kind}`),
  counts: '结果',
  by: '导入人',
  actions: '操作',
  empty: '还没有导入过表格。把任务分解表拖到这里，或按 Ctrl+I。',
} as const
