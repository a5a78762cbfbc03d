import type { AssesseeCategory } from '../../shared/core/schemas'
import type { ReturnState } from '../../shared/district/record'

export const districtTabs = {
  inbox: '收件箱',
  review: '核验',
  ranking: '排名',
  objections: '异议',
  publish: '发布',
  issue: '下发',
  units: '单位',
} as const

export const categoryLabels: Readonly<Record<AssesseeCategory, string>> = {
  1: '第一类 重点经济和行业管理部门',
  2: '第二类 重要支撑部门',
  3: '第三类 其他区级部门',
  4: '第四类 街道园区',
}
export const shortCategoryLabels: Readonly<Record<AssesseeCategory, string>> = {
  1: '第一类',
  2: '第二类',
  3: '第三类',
  4: '第四类',
}

/** Sign and word of a return's state: told apart without colour. */
export const returnStateText: Readonly<Record<ReturnState, { readonly sign: string; readonly word: string }>> = {
  onTime: { sign: '●', word: '按时待核' },
  late: { sign: '▲', word: '迟报待核' },
  missing: { sign: '■', word: '未报' },
  returned: { sign: '↩', word: '退回' },
  reviewed: { sign: '✓', word: '已核' },
  optional: { sign: '—', word: '不要求' },
}

export const districtText = {
  none: '—',
  period: '期间',
  all: '全部',
  cancel: '取消',
  save: '保存',
  close: '关闭',
} as const

export const inboxText = {
  list: '各单位上报情况',
  sentence: (expected: number, onTime: number, late: number, missing: number): string =>
    `应报${expected}家：按时${onTime} · 迟报${late} · 未报${missing}。`,
  furtherCounts: (returned: number, reviewed: number): string =>
    [returned > 0 ? `退回${returned}` : '', reviewed > 0 ? `已核${reviewed}` : '']
      .filter((part) => part !== '')
      .join(' · '),
  noUnits: '单位名册还是空的。请先到“单位”里登记或导入名册，再接收上报。',
  toUnits: '去登记单位',
  empty: '把各单位上报包所在文件夹拖到这里。',
  drop: '松开鼠标，接收这些文件',
  choose: '接收文件夹…',
  chooseFiles: '选择文件…',
  reminders: (count: number): string => `催报单（${count}）`,
  view: { list: '本期', matrix: '全年' },
  viewLabel: '显示方式',
  stateFilter: '状态',
  categoryFilter: '类别',
  due: (dueOn: string, submitBy: string): string =>
    dueOn === submitBy ? `报送时限 ${dueOn}` : `报送时限 ${dueOn}，最晚工作日 ${submitBy}`,
  changeDue: '修改时限',
  dueTitle: '报送时限',
  dueOn: '报送截止日',
  objectionWorkdays: '异议期（工作日）',
  locked: (on: string): string => `已于${on}锁定，只再接收各单位的异议。`,
  columns: {
    unit: '单位',
    category: '类别',
    state: '状态',
    receivedOn: '收到日期',
    edition: '版次',
    source: '来源',
    lines: '行数',
    verdicts: '退回/改动',
    checks: '待核',
    checkCode: '核对码',
    fileName: '文件',
  },
  edition: (edition: number): string => `第${edition}版`,
  sources: { package: '上报包', table: '表格' },
  unsigned: '未签名',
  nil: '本期无新增',
  late: (days: number): string => `迟${days}天`,
  overdue: (days: number): string => `已逾期${days}天`,
  verdicts: (returned: number, adjusted: number): string =>
    returned + adjusted === 0 ? '—' : `${returned} / ${adjusted}`,
  reading: (done: number, total: number): string => `正在读取 ${done}/${total} 个文件…`,
  writing: '正在写入…',
  byCategory: (label: string, arrived: number, expected: number): string => `${label} ${arrived}/${expected}`,
  barLabel: '各类别报送进度',
} as const

export const receivedText = {
  title: '接收结果',
  taken: (taken: number, files: number): string => `收到${files}个文件，接收${taken}份。`,
  done: (taken: number): string => `已接收${taken}份上报`,
  nothing: '没有新的内容，台账没有改动。',
  same: (count: number): string => `${count}份与已收的相同，没有重复接收。`,
  groups: { stale: '旧版，未接收', rejected: '没有接收', other: '不是上报文件，略过' },
  unknownSigners: '第一次见到的密钥',
  unknownHint: '请打电话与单位核对指纹，一致后再信任。没有核对的不要接收。',
  trustAll: (count: number): string => `已核对，信任这${count}家并接收`,
  signer: (unit: string, digits: string): string => `${unit}：指纹 ${digits}`,
  fileOf: (fileName: string): string => fileName,
} as const

export const remindersText = {
  title: (count: number): string => `催报单：${count}家未报`,
  none: '本期都已报送，没有要催的单位。',
  copy: '复制催办语',
  copied: '催办语已复制，可以粘贴到OA。',
  copyFailed: '没有复制成功，请选中文字后按 Ctrl+C。',
  contact: (contact: string, phone: string): string =>
    [contact, phone].filter((part) => part !== '').join(' ') || '没有登记联系人',
  save: '保存催报单（.docx）',
  saved: (count: number): string => `已保存催报单${count}份`,
} as const

export const unitsText = {
  list: '单位名册',
  sentence: (count: number, parts: readonly string[]): string =>
    count === 0 ? '' : `共${count}家单位：${parts.join('，')}。`,
  part: (label: string, count: number): string => `${label}${count}家`,
  empty: '还没有单位。可粘贴或导入名册（单位名称、类别、联系人、电话），也可逐家登记。',
  import: '导入名册',
  add: '登记单位',
  edit: '修改单位',
  remove: '删除',
  removed: (name: string): string => `已删除单位“${name}”`,
  saved: (name: string): string => `已保存单位“${name}”`,
  columns: {
    name: '单位名称',
    category: '类别',
    aliases: '别名',
    contact: '联系人',
    phone: '电话',
    state: '报送',
    remark: '备注',
  },
  fields: {
    name: '单位名称',
    category: '考核类别',
    aliases: '别名（用顿号或逗号分开）',
    aliasesHint: '表格和上报包里可能的写法，如：审计局、区审计局。',
    contact: '联系人',
    phone: '联系电话',
    isOptional: '自愿参加（不报不催）',
    leftOn: '停报日期',
    remark: '备注',
  },
  optional: '自愿参加',
  left: (day: string): string => `${day}起停报`,
  reporting: '应报',
  aliasSeparator: '、',
  aliasSeparators: /[、,，;；\n]+/u,
} as const

export const matrixText = {
  list: '单位与期间',
  unit: '单位',
  legend: '图例：',
  legendSeparator: '　',
} as const
