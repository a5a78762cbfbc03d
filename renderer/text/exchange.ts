import { monthNumberOf, quarterOf } from '../../shared/core/dates'
import type { VerdictKind } from '../../shared/exchange/lines'
import type { Verification } from '../../shared/exchange/manifest'
import { parseReportPeriod } from '../../shared/reports/period'
import { periodText } from './reports'

/** Sentences of 上报包, 接收文件, and 回执. */

/** 「2022年二季度」; '' for a file that belongs to no period. */
export function periodLabel(period: string | null): string {
  const read = period === null ? null : parseReportPeriod(period)
  if (!read) return ''
  return read.kind === 'quarter'
    ? periodText.quarterLabel(read.year, quarterOf(read.start))
    : periodText.monthLabel(read.year, monthNumberOf(read.start))
}

/** 「2022-06-25 10:32」 of a moment. */
export function momentLabel(at: string): string {
  return at.slice(0, 16).replace('T', ' ')
}

/** A shape and a word, so that none is told by its colour. */
export const verdictText: Readonly<Record<VerdictKind | 'none', { readonly sign: string; readonly word: string }>> = {
  returned: { sign: '■', word: '退回' },
  adjusted: { sign: '▲', word: '核定不同' },
  accepted: { sign: '✓', word: '认可' },
  none: { sign: '○', word: '未核' },
}

/** Pieces that several of the pages use. */
export const commonText = {
  title: '报表与上报',
  none: '—',
  edition: (edition: number): string => `第${edition}版`,
  folder: '保存到',
  folderLoading: '正在查看上次的文件夹',
  otherFolder: '更换文件夹',
  openFolder: '打开所在文件夹',
  close: '关闭',
  cancel: '取消',
  receive: '接收文件',
  receiveHint: '也可以把文件直接拖进窗口',
  from: '原来',
  to: '改为',
  fieldOf: '栏目',
  what: '内容',
  open: '打开记录',
  openOf: (title: string): string => `打开“${title}”`,
  more: (count: number): string => `还有${count}条`,
  joined: (words: readonly string[]): string => words.join('、'),
} as const

export const passphraseText = {
  wish: '加密码',
  wishNote: '不加密码时，拿到文件的人都能看到内容，但改动会被发现。',
  label: '密码',
  again: '再输一次',
  hint: '至少8个字符。请另行告诉对方；本机不保存密码，忘记了就打不开。',
  short: '密码至少8个字符。',
  different: '两次输入的密码不一致。',
} as const

/** 上报包. */
export const packagesText = {
  make: '生成上报包',
  lists: [
    { value: 'sent', label: '发出的' },
    { value: 'received', label: '收到的' },
  ],
  listLabel: '发出或收到',
  sentList: '发出的文件',
  receivedList: '收到的文件',
  unsent: (period: string): string => `${period}还没有上报。`,
  due: (day: string): string => `最近时限：${day}。`,
  nothingSent: '还没有上报过。',
  nothingReceived: '还没有收到过文件。区里的任务表、回执、规则包拖到这里，先看预览再接收。',
  columns: {
    to: '收件单位',
    from: '来自',
    checkCode: '核对码',
    sentAt: '时间',
    receivedAt: '时间',
    file: '文件',
    receipt: '回执',
    action: '办理',
    signature: '签名',
    counts: '条数',
  },
  district: '区里',
  anybody: '各单位',
  encrypted: '有密码',
  titleOf: (kind: string, period: string, edition: string): string =>
    [kind, period, edition].filter((word) => word !== '').join(' '),
  again: '再存一份',
  againOf: (file: string): string => `再存一份：${file}`,
  savedAgain: '已再存一份，内容与发出时完全相同。',
  waiting: '等待回执',
  answered: (returned: number, adjusted: number): string =>
    returned + adjusted === 0
      ? '全部认可'
      : [returned > 0 ? `退回${returned}` : '', adjusted > 0 ? `核定不同${adjusted}` : '']
          .filter((word) => word !== '')
          .join('、'),
  signatures: { trusted: '✓ 已信任', unsigned: '○ 未签名' },
} as const

/** What leaves the house, looked at before it does. */
export const sendText = {
  title: '上报包',
  loading: '正在由台账生成…',
  period: '期间',
  heading: (period: string, edition: number): string => `${period} · 第${edition}版`,
  to: (unit: string): string => `报送${unit === '' ? '区里' : unit}`,
  checkCode: '核对码',
  checkCodeHint: '和打印的小结上的核对码一致。报送后打电话读给区里核对，纸和文件就是同一份。',
  checks: '先看这些',
  noChecks: '数字自洽检查没有发现问题。',
  /** A shape for each kind of remark. */
  checkSigns: new Map([
    ['gap', '▲'],
    ['check', '▲'],
    ['edit', '✎'],
    ['estimate', '≈'],
  ]),
  noteSign: '●',
  fields: '将发送的字段',
  columns: { stream: '工作线', label: '内容', count: '条数', fields: '字段' },
  hidden: '不发送',
  hiddenOf: (parts: readonly string[]): string => `${parts.join('；')}。`,
  hiddenNone: '没有隐藏的内容。',
  withContacts: '同时发送填报人和联系电话',
  ruleSet: (name: string, version: string): string => `按${name}（${version}）计分`,
  noRuleSet: '没有分值规则，只报数字',
  changes: (edition: number): string => `与第${edition}版相比`,
  noChanges: (edition: number): string => `与第${edition}版相比，没有变化。`,
  objections: (count: number): string => `随包发出异议${count}条。`,
  save: '保存上报包',
  done: '上报包已保存',
  readOut: (unit: string, period: string, edition: number, code: string): string =>
    `${unit}，${period}，第${edition}版，核对码 ${code}。`,
  readOutHint: '请把这个文件交给区里，并在电话里读出：',
  encryptedHint: '文件加了密码，请另行告诉区里，不要和文件写在一起。',
} as const

/** 接收文件: any file that comes in. */
export const receiveText = {
  title: '接收文件',
  opening: (file: string): string => `正在核对“${file}”…`,
  choose: '选择要接收的文件',
  refusedTitle: '没有接收',
  asTable: '按表格导入',
  passphrase: '密码',
  unlock: '打开',
  from: '来自',
  to: '发给',
  period: '期间',
  edition: '版次',
  year: '年度',
  madeAt: '生成时间',
  file: '文件',
  checkCode: '核对码',
  checkCodeHint: '可以在电话里读给对方，两边一致就是同一份。',
  yearOf: (year: number): string => `${year}年度`,
  signer: '由谁发出',
  inside: '文件里有',
  counts: '内容',
  countOf: (word: string, count: number): string => `${word}${count}`,
  changes: '接收后的变化',
  noChanges: '没有需要改动的地方。',
  remarks: { refused: '■', asks: '▲', note: '●' },
  acceptOf: (kind: string): string => `接收${kind}`,
  nothingWritten: '接收之前不写入任何数据。',
  accepted: (kind: string): string => `已接收${kind}。`,
  acceptedConflicts: (count: number): string => `有${count}处两台电脑改得不一样，在“冲突箱”里选定。`,
  needTrust: '请先打电话核对指纹并勾选，才能接收。',
  needUnsigned: '请先核实来源并勾选，才能接收。',
  refused: '这份文件不能接收，原因见上。',
} as const

export const signerText: Readonly<
  Record<Verification, { readonly sign: string; readonly word: string; readonly note: string }>
> = {
  trusted: { sign: '✓', word: '已信任', note: '签名有效，文件没有被改动过。' },
  unknown: {
    sign: '○',
    word: '第一次见到',
    note: '打电话核对：请对方打开“设置 → 密钥与交换”，读出本机指纹，与下面逐组对照。',
  },
  changedKey: {
    sign: '▲',
    word: '换了密钥',
    note: '这家单位以前用另一把密钥。打电话核实对方确实换了电脑或密钥，再对照下面的新指纹。',
  },
  revoked: { sign: '■', word: '密钥已停用', note: '这把密钥已在本机停用，用它签名的文件不再接收。' },
  unsigned: {
    sign: '▲',
    word: '未签名',
    note: '不能确认由谁发出、是否被改动过。先问清来源；接收后会标明“未签名”。',
  },
}

export const signerAnswerText = {
  fingerprint: '指纹',
  fingerprintNew: '新指纹',
  fingerprintBefore: '原指纹',
  trust: '已打电话核对，指纹一致，信任这把密钥',
  trustChanged: '已打电话核实，改为信任新密钥',
  acceptUnsigned: '来源已核实，仍然接收',
} as const

/** What a package's counts count. Unknown ones of a newer program are left out. */
export const countWords: ReadonlyMap<string, string> = new Map([
  ['lines', '行数'],
  ['objections', '异议'],
  ['accepted', '认可'],
  ['adjusted', '核定不同'],
  ['returned', '退回'],
  ['claims', '同一企业申报'],
  ['rows', '任务'],
  ['schemes', '计分规则'],
  ['awards', '评奖规则'],
  ['years', '年度'],
  ['operations', '修改'],
  ['files', '附件'],
  ['missingFiles', '缺附件'],
  ['added', '新增'],
  ['updated', '更新'],
  ['deleted', '删除'],
  ['unchanged', '不变'],
  ['withdrawn', '拟撤销'],
  ['rejected', '需处理'],
  ['conflicts', '冲突'],
])

/** 回执: 自报 and 核定 side by side. */
export const receiptsText = {
  period: '期间',
  list: '自报与核定',
  noReceipt: (period: string): string => `${period}还没有收到回执。`,
  notSent: (period: string): string => `${period}还没有上报。`,
  loading: '正在核对自报和核定…',
  noReceiptHint: '区里核定后会发来回执文件，拖到这里就能看到自报数和核定数。',
  returned: (count: number, next: number): string => `退回${count}行。改正后生成第${next}版。`,
  adjusted: (count: number): string => `核定与自报不同${count}行，没有退回。`,
  allAccepted: (count: number): string => `${count}行全部认可。`,
  answersOlder: (answers: number, sent: number): string => `回执答复的是第${answers}版，本单位已报到第${sent}版。`,
  next: (edition: number): string => `生成第${edition}版`,
  ownTotal: '自报得分',
  total: '核定得分',
  ofMax: (points: string, max: string | null): string => (max === null ? points : `${points} / ${max}`),
  rank: '名次',
  place: (place: number, of: number, tied: number): string =>
    `第${place}名，同类${of}家${tied > 1 ? `（${tied}家并列）` : ''}`,
  trial: '试公布',
  final: '正式公布',
  state: '结果',
  until: (day: string): string => `异议期到${day}`,
  docRef: '依据',
  receivedAt: '收到',
  columns: {
    verdict: '核定',
    stream: '工作线',
    label: '项目',
    reported: '自报',
    approved: '核定数',
    now: '台账现在',
    reason: '理由',
    objection: '异议',
    action: '办理',
  },
  filters: {
    all: '全部',
    returned: '退回',
    adjusted: '核定不同',
    accepted: '认可',
  },
  filterLabel: '按核定情况看',
  filterOf: (word: string, count: number): string => `${word} ${count}`,
  labelOf: (label: string, unit: string): string => (unit === '' ? label : `${label}（${unit}）`),
  notCounted: '不计',
  claims: '同一企业两家申报',
  write: '提异议',
  writeOf: (label: string): string => `对“${label}”提异议`,
  writeWhole: '对结果提异议',
  wholeObjections: '对结果的异议',
  objectionTitle: '异议',
  objectionHint: '写明不同意什么、依据是什么。随下一版上报包发给区里，发出前可以删除。',
  save: '保存异议',
  saved: '异议已保存，随下一版上报包发出。',
  drop: '删除',
  dropOf: (label: string): string => `删除对“${label}”的异议`,
  dropped: '异议已删除。',
  unsent: '已写，未发出',
  sent: '已发出，等答复',
  agreed: '区里同意',
  refused: '区里不同意',
  emptyFilter: '没有这样的行。',
} as const
