import type { RecordKind } from '../../shared/reports/model'

/** Sentences of 报表与上报. */

const quarterNames = ['一', '二', '三', '四'] as const

/** The draft of a quarter or of a month. */
export const periodText = {
  title: '报表与上报',
  quarter: '季度',
  month: '月份',
  quarterLabel: (year: number, quarter: number): string => `${year}年${quarterNames[quarter - 1] ?? ''}季度`,
  monthLabel: (year: number, month: number): string => `${year}年${month}月`,
  loading: '正在由台账生成正文…',
  cutOff: (asOf: string, end: string): string => `数据截止${asOf}；统计期到${end}`,
  draft: '小结草稿',
  addressee: (units: string): string => `${units}：`,
  checkCount: (gaps: number, others: number): string =>
    gaps > 0 ? `还有${gaps}处缺口${others > 0 ? `，另有${others}处提示` : ''}` : `没有缺口，有${others}处提示`,
  noChecks: '自查没有发现问题，可以导出。',
  checks: '先看这些',
  checkKinds: { gap: '缺口', edit: '手工修改', estimate: '估算', note: '提示' },
  /** A shape beside the word, so that it also reads in black and white. */
  checkSigns: { gap: '▲', edit: '✎', estimate: '≈', note: '●' },
  openRecord: (title: string): string => `打开“${title}”`,
  open: '打开',
  look: '查看',
  more: (count: number): string => `还有${count}条，全部显示`,
  nil: '本期无新增',
  nilHint: (count: number): string =>
    count > 0 ? `本期有${count}条记录，不能报“本期无新增”` : '勾选后本节只写“本期无新增”，计为已完成',
  copySection: '复制本节',
  sectionOf: (title: string): string => `：${title}`,
  edited: '手工修改',
  stale: '台账已变',
  figureHint: (text: string): string => `数字${text}：打开来历和记录`,
  editSentence: '改',
  editSentenceLabel: (text: string): string => `修改这句：${text.slice(0, 30)}`,
  annexRows: (count: number): string => `${count}行`,
  checkCode: '核对码',
  checkCodeLine: (code: string): string => `核对码：${code}`,
  checkCodeHint: '纸面和文件上的核对码相同，就是同一份内容。',
  draftHint: '数字都能点开；文字由记录生成，可以改句子，也可以导出后再改。',
  print: '打印',
} as const

/** A figure or a sentence in the drawer. */
export const placeText = {
  figureTitle: '数字来历',
  sentenceTitle: '修改句子',
  explanation: '口径',
  noExplanation: '这个数字没有单独的口径。',
  records: (count: number): string => `依据${count}条记录`,
  noRecords: '没有对应的记录。',
  rest: (count: number): string => `其余${count}条请在台账里查看。`,
  kinds: {
    task: '任务',
    lead: '线索',
    brief: '信息',
    training: '培训',
    project: '项目',
    problem: '问题',
    projectVisit: '项目走访',
    policy: '政策',
    visit: '走访',
    demand: '诉求',
    enterprise: '企业',
    entry: '收入',
    tip: '传递',
    finding: '整改问题',
  } satisfies Record<RecordKind, string>,
  hand: '手工修改',
  write: '改写',
  value: '改为',
  reason: '原因',
  reasonHint: '导出的 Word 和 Excel 的“说明”里会写上原值、改后的值和原因。',
  needReason: '请写明原因。',
  save: '保存修改',
  saved: '已改，已在正文标出。',
  editedFrom: (original: string, value: string): string => `“${original}”手工改为“${value}”`,
  editedBy: (who: string, when: string, reason: string): string => `${who} ${when}，原因：${reason}`,
  stale: (computed: string): string => `修改后台账又变为“${computed}”。`,
  drop: '撤销修改',
  dropped: '已恢复台账数字。',
  lost: (value: string): string => `手工改的“${value}”在正文里已没有位置。`,
} as const

/** Formats, folder, and what was written. */
export const exportText = {
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

/** 台账导出. */
export const ledgersText = {
  hint: '导出的是整本台账，列名和次序与区级表一致，可以原样导回；只要其中一部分时，请在各自的列表里筛选后导出。',
  ledger: '台账',
  content: '内容',
  count: '条数',
  export: '导出',
  exportOf: (name: string): string => `导出${name}`,
  seeOf: (name: string): string => `查看${name}`,
  done: (name: string, exported: number): string => `${name}已导出${exported}条。`,
  empty: '还没有记录',
  rows: {
    assignments: { name: '任务分解表', content: '区里下达的任务，当前年度，按下达原文' },
    leads: { name: '招商线索台账', content: '项目信息、备案、认证、接收、落地' },
    projects: { name: '项目台账', content: '投资、阶段、手续、问题，含已出库' },
    visits: { name: '走访台账', content: '走访记录、企业诉求、包联企业' },
    entries: { name: '收入台账', content: '线索、入库、冲回，含往年' },
    briefs: { name: '信息与培训台账', content: '工作信息、典型案例、季度小结和培训，当前年度' },
  },
} as const
