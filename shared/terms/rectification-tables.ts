import type { AmountClass, FindingStatus, RectSource, RectType, StatusWord } from '../rectification/record'
import type { FindingTableField, MeasureTableField } from '../tables/field-names'
import { rectSourceWords } from './rectification'
import { auditWords, inspectionWords } from './rectification-words'

/** 整改台账 in the words of both layouts; where they differ, those of the audit ledger. Source: domain §8 C, D. */
export const findingTableLabels: Readonly<Record<FindingTableField, string>> = {
  programTitle: '审计项目',
  docNo: '审计报告文号',
  source: '审计层级',
  originYears: '所属年度',
  auditee: '被审计单位',
  aspect: '方面',
  keyIssue: '重点问题',
  no: '问题编号',
  kind: '问题类型',
  category: '问题类别',
  title: '问题摘要',
  detail: '问题详情',
  points: '问题表现',
  amount: '问题金额',
  amountClass: '金额性质',
  legalBasis: '定性依据',
  auditSuggestion: '审计意见建议',
  rectType: '整改类型',
  standard: '整改目标',
  measures: '整改措施',
  leader: '整改责任领导',
  leadUnit: '责任部门',
  responsibleUnit: '责任部门',
  units: '配合部门',
  handler: '责任人',
  dueOn: '整改时限',
  progress: '整改进展情况',
  result: '整改成效',
  outcome: '整改进展情况',
  status: '整改状态',
  requiredAmount: '应整改金额',
  doneAmount: '已整改金额',
  toTreasury: '上缴财政',
  cutAppropriation: '减少财政拨款或补贴',
  returnToSource: '归还原渠道',
  recovered: '收回',
  adjustAccounts: '调账',
  fundsReleased: '促进拨付到位',
  costCut: '核减投资',
  lossAvoided: '挽回或避免损失',
  other: '其他',
  rulesMade: '建章立制（项）',
  ruleNames: '制度名称',
  accountable: '追责问责（人）',
  referralCases: '移送处理（件）',
  referralPersons: '移送处理（人）',
  referralAmount: '移送处理金额',
  reasonNotDone: '未完成原因',
  nextStep: '下一步措施',
  extendedTo: '延期至',
  evidenceText: '佐证材料',
  mechanism: '长效机制',
  determinedBy: '认定人',
  determinedOn: '认定日期',
  closedOn: '销号日期',
  isRecurrence: '是否屡审屡犯',
  isPublic: '是否公开',
  remark: '备注',
}

function ofGroup(groups: readonly string[], leaves: readonly string[]): readonly string[] {
  return groups.flatMap((group) => leaves.map((leaf) => `${group}/${leaf}`))
}

const doneGroups = ['已整改金额', '整改金额', '已完成整改金额', '整改到位金额', '处理处罚情况', '整改情况']
const referralGroups = ['移送处理', '移送', '移送情况', '移送线索', '移送处理情况']

/** Header texts that mean each field, best first; matched without spaces, colons and units in brackets. */
export const findingHeaders: Readonly<Record<FindingTableField, readonly string[]>> = {
  programTitle: [
    '审计项目',
    '审计项目名称',
    '整改来源',
    '来源名称',
    '项目名称',
    '检查名称',
    '反馈意见名称',
    '通报名称',
  ],
  docNo: ['审计报告文号', '报告文号', '反馈文号', '审计决定文号', '审计报告编号', '文号', '发文字号', '反馈意见文号'],
  source: ['审计层级', '反馈来源', '问题来源', '审计机关', '审计单位', '来源', '巡视巡察来源', '检查来源'],
  originYears: ['所属年度', '问题所属年度', '审计年度', '年度'],
  auditee: ['被审计单位', '被审计（调查）单位', '被巡察单位', '被巡视单位', '被检查单位', '被审单位', '涉及单位'],
  aspect: ['方面', '大类', '问题方面', '反馈方面', '大方面'],
  keyIssue: ['重点问题', '重点问题（方面）', '主要问题', '二级问题', '反馈重点问题'],
  no: ['问题编号', '编号', '问题序号', '问题号', '问题代码'],
  kind: ['问题类型', '事项类型', '任务类型', '事项类别'],
  category: ['问题类别', '问题分类', '问题性质', '违规类型', '问题归类'],
  title: [
    '问题摘要',
    '具体问题',
    '问题名称',
    '审计发现问题',
    '审计查出问题',
    '发现问题',
    '反馈问题',
    '反馈具体问题',
    '问题内容',
    '问题描述',
    '存在问题',
    '存在的问题',
    '整改问题',
    '问题事项',
    '问题清单',
    '问题',
  ],
  detail: ['问题详情', '问题详细描述', '问题具体内容', '具体内容', '问题详细情况', '事实描述'],
  points: ['问题表现', '具体表现', '主要表现', '表现形式', '表现'],
  amount: ['问题金额', '涉及金额', '审计查出金额', '违规金额', '查出金额', '问题涉及金额'],
  amountClass: ['金额性质', '金额类别', '金额分类'],
  legalBasis: ['定性依据', '定性及处理依据', '法规依据', '依据'],
  auditSuggestion: ['审计意见建议', '审计意见及建议', '审计建议', '审计意见', '处理意见', '审计处理意见', '整改建议'],
  rectType: ['整改类型', '整改类别', '整改方式', '整改分类'],
  standard: ['整改目标', '整改标准', '整改要求', '目标要求', '整改目标任务'],
  measures: ['整改措施', '具体整改措施', '整改具体措施', '措施', '具体措施', '整改任务', '整改举措'],
  leader: ['整改责任领导', '责任领导', '牵头领导', '分管领导', '包案领导', '整改责任人领导', '区级领导'],
  leadUnit: ['牵头部门', '牵头单位', '牵头科室', '牵头股室', '主责部门', '主责单位'],
  responsibleUnit: [
    '责任部门',
    '责任单位',
    '责任科室',
    '责任股室',
    '整改责任单位',
    '整改责任部门',
    '整改单位',
    '承办部门',
    '承办科室',
  ],
  units: ['配合部门', '配合单位', '协助部门', '配合科室', '协办部门', '协办单位'],
  handler: ['责任人', '承办人', '整改责任人', '具体责任人', '经办人', '联系人'],
  dueOn: ['整改时限', '完成时限', '整改期限', '整改完成时限', '完成时间', '计划完成时间', '时限要求', '时限'],
  progress: [
    '整改进展情况',
    '整改进展及成效',
    '整改进展',
    '整改情况',
    '整改落实情况',
    '进展情况',
    '整改完成情况说明',
    '整改进度',
    '落实情况',
    '进展及成效',
    '目前进展',
    '工作进展',
  ],
  result: ['整改成效', '整改结果', '取得成效', '成效', '整改效果'],
  outcome: [],
  status: ['整改状态', '完成情况', '整改完成情况', '是否完成整改', '是否整改到位', '状态', '完成状态', '整改认定情况'],
  requiredAmount: ['应整改金额', '需整改金额', '应整改问题金额'],
  doneAmount: ['已整改金额', '已完成整改金额', '整改到位金额', '整改金额', '已整改金额/合计', '已整改金额/小计'],
  toTreasury: ['上缴财政', '上缴国库', '应上缴财政', '已上缴财政', '上缴财政资金', '缴入国库'],
  cutAppropriation: ['减少财政拨款或补贴', '减少财政拨款', '减少财政拨款和补贴', '减少拨款或补贴', '核减财政拨款'],
  returnToSource: ['归还原渠道', '归还原渠道资金', '已归还原渠道', '归还原资金渠道'],
  recovered: ['收回', '收回资金', '追回资金', '收回财政资金', '已收回'],
  adjustAccounts: ['调账', '调整账目', '调账处理', '账务调整', '调账金额'],
  fundsReleased: ['促进拨付到位', '促进资金拨付到位', '拨付到位', '促进拨付', '促进资金拨付'],
  costCut: ['核减投资', '核减投资额', '核减工程投资', '核减结算'],
  lossAvoided: ['挽回或避免损失', '挽回损失', '避免损失', '挽回（避免）损失', '挽回和避免损失'],
  other: [...ofGroup(doneGroups, ['其他', '其它']), '其他整改金额', '其他金额'],
  rulesMade: ['建章立制', '建章立制数', '建立健全制度', '完善制度', '制定制度数', '建章立制数量'],
  ruleNames: ['制度名称', '建章立制名称', '制度文件名称', '建立制度名称', '规章制度名称'],
  accountable: ['追责问责', '问责人数', '追责问责人数', '处理人数', '追责人数', '处理处分人数'],
  referralCases: [...ofGroup(referralGroups, ['件', '件数', '线索']), '移送件数', '移送线索件数', '移送处理件数'],
  referralPersons: [...ofGroup(referralGroups, ['人', '人数']), '移送人数', '移送处理人数'],
  referralAmount: [...ofGroup(referralGroups, ['金额']), '移送金额', '移送处理金额', '移送涉及金额'],
  reasonNotDone: ['未完成原因', '未整改到位原因', '未整改原因', '未完成整改原因', '未到位原因', '尚未完成原因'],
  nextStep: ['下一步措施', '下一步工作措施', '下步措施', '下一步打算', '下一步安排', '下一步计划', '下一步工作'],
  extendedTo: ['延期至', '延期时限', '延期后时限', '延期到', '批准延期至', '延期完成时限'],
  evidenceText: ['佐证材料', '证明材料', '整改佐证', '佐证资料', '印证材料', '整改佐证材料', '档案清单'],
  mechanism: ['长效机制', '长效机制建设', '建立长效机制', '长效机制建立情况'],
  determinedBy: ['认定人', '认定人员', '认定单位', '审核认定人', '核查人'],
  determinedOn: ['认定日期', '认定时间', '审核认定时间', '核查日期'],
  closedOn: ['销号日期', '销号时间', '对账销号日期', '对账销号时间'],
  isRecurrence: ['是否屡审屡犯', '屡审屡犯', '是否屡改屡犯', '是否屡查屡犯', '是否重复发生'],
  isPublic: ['是否公开', '公开情况', '是否对外公开', '是否可公开'],
  remark: ['备注', '说明', '备注说明'],
}

/** What a column is called in the inspection ledger where the audit ledger calls it otherwise. Source: domain §8 D. */
export const inspectionLabels: Readonly<Partial<Record<FindingTableField, string>>> = {
  source: '反馈来源',
  programTitle: '整改来源',
  docNo: '反馈文号',
  title: '具体问题',
  kind: '问题类型',
  leader: '责任领导',
  leadUnit: '牵头部门',
  units: '责任部门',
  dueOn: '完成时限',
  outcome: '整改进展及成效',
  status: '完成情况',
}

/** 措施清单 that hangs measures on findings. Source: product J7. */
export const measureTableLabels: Readonly<Record<MeasureTableField, string>> = {
  programTitle: '整改来源',
  no: '问题序号',
  title: '问题摘要',
  text: '整改措施',
  leader: '责任领导',
  unit: '责任部门',
  handler: '责任人',
  dueOn: '完成时限',
}

export const measureHeaders: Readonly<Record<MeasureTableField, readonly string[]>> = {
  programTitle: ['整改来源', '审计项目', '来源名称', '反馈意见名称', '检查名称'],
  no: ['问题序号', '问题编号', '对应问题序号', '对应问题编号', '对应问题', '问题号', '问题代码'],
  title: ['问题摘要', '具体问题', '问题内容', '问题描述', '问题名称', '反馈问题', '问题'],
  text: findingHeaders.measures,
  leader: findingHeaders.leader,
  unit: [...findingHeaders.responsibleUnit, ...findingHeaders.leadUnit],
  handler: findingHeaders.handler,
  dueOn: findingHeaders.dueOn,
}

/** Ways in which ledgers name the level of an audit beside the names of the offices. */
const levelWords: Readonly<Record<RectSource, readonly string[]>> = {
  nationalAudit: ['国家级', '国家'],
  municipalAudit: ['省级', '市级', '上级', '省市级', '市局', '省厅', '省审计', '市审计'],
  districtAudit: ['区级', '县级', '本级', '区县级', '区局', '县局', '区审计', '县审计'],
  internalAudit: ['内部', '自审'],
  municipalInspection: ['市委', '省委', '中央'],
  districtInspection: ['区委', '县委'],
  special: [],
}

export const sourceWords: Readonly<Record<RectSource, readonly string[]>> = {
  nationalAudit: [...rectSourceWords.nationalAudit, ...levelWords.nationalAudit],
  municipalAudit: [...rectSourceWords.municipalAudit, ...levelWords.municipalAudit],
  districtAudit: [...rectSourceWords.districtAudit, ...levelWords.districtAudit],
  internalAudit: [...rectSourceWords.internalAudit, ...levelWords.internalAudit],
  municipalInspection: [...rectSourceWords.municipalInspection, ...levelWords.municipalInspection],
  districtInspection: [...rectSourceWords.districtInspection, ...levelWords.districtInspection],
  special: rectSourceWords.special,
}

/** 金额性质 by every word of a ledger, the first one being the one that is written. */
export const amountClassWords: Readonly<Record<AmountClass, readonly string[]>> = {
  irregular: ['违规金额', '违规', '违规问题金额', '违纪违规金额', '违法违规金额'],
  nonStandard: ['管理不规范金额', '管理不规范', '不规范', '不规范金额'],
  waste: ['损失浪费金额', '损失浪费', '损失', '浪费'],
  nonMonetary: ['非金额', '非金额问题', '不涉及金额', '无金额'],
}

export const rectTypeWords: Readonly<Record<RectType, readonly string[]>> = {
  immediate: ['立行立改', '立即整改', '立整立改', '即知即改', '立即'],
  phased: ['分阶段整改', '分阶段', '阶段整改', '阶段性整改', '限期整改'],
  continuous: ['持续整改', '持续', '长期整改', '长期坚持', '长期', '持续推进'],
}

function word(label: string, status: FindingStatus, countsAsDone = false): StatusWord {
  return { label, status, countsAsDone, countsInDenominator: true }
}

/** Words that ledgers write beside those of the usual vocabularies. */
const furtherWords: readonly StatusWord[] = [
  word('整改到位', 'done', true),
  word('已整改到位', 'done', true),
  word('全部完成', 'done', true),
  word('整改完毕', 'done', true),
  word('已办结', 'done', true),
  word('办结', 'done', true),
  word('完结', 'done', true),
  word('推动整改', 'promoted', true),
  word('基本到位', 'basicallyDone'),
  word('基本完成整改', 'basicallyDone'),
  word('部分完成', 'phasedDone'),
  word('部分到位', 'phasedDone'),
  word('阶段性整改到位', 'phasedDone'),
  word('正在推进', 'inProgress'),
  word('持续推进中', 'inProgress'),
  word('进行中', 'inProgress'),
  word('正在进行', 'inProgress'),
  word('有序推进', 'inProgress'),
  word('长期', 'longTerm'),
  word('未启动', 'notDone'),
  word('未开展', 'notDone'),
  word('未整改到位', 'notDone'),
  word('尚未完成', 'notDone'),
]

/** Every word that is known without asking, the more usual first. */
export const knownStatusWords: readonly StatusWord[] = [
  ...new Map(
    [...furtherWords, ...inspectionWords, ...auditWords].toReversed().map((each) => [each.label, each]),
  ).values(),
]

/** Signs and words that mean another word of the vocabulary. */
export const statusAliases: Readonly<Record<string, readonly string[]>> = {
  完成: ['√', '✓', '✔', '☑', '是'],
  整改中: ['待认定', '整改中（待认定）'],
  未整改: ['×', '✗', '✘', '否'],
}

/** Where a finding stands that nobody has begun with, or that went elsewhere, in the words of the export. */
export const stateWords = { unclaimed: '待认领', planning: '待制定方案', referred: '已移送' } as const

export const findingLedgerTerms = {
  doneGroup: '已整改金额（万元）',
  referralGroup: '移送处理',
  tenThousand: '{label}（万元）',
  cases: '件',
  persons: '人',
  amount: '金额（万元）',
  /** A deadline in words, kept among the remarks. */
  dueInWords: '{label}：{text}',
  inWordsSeparator: '；',
  enumeration: '、',
  /** Who does each measure and by when, where each has a row of its own. */
  measureRows: '各项措施的责任与时限',
  /** Persons without the form of their treatment. */
  formUnknown: '台账未写明处理方式',
  sheet: { audit: '审计整改台账', inspection: '巡视巡察整改台账', situation: '情况表' },
  title: { audit: '审计整改台账', inspection: '巡视巡察整改台账', situation: '审计发现问题整改情况表' },
  subject: { audit: '审计整改台账', inspection: '巡视巡察整改台账', situation: '审计发现问题整改情况表' },
  readings: {
    ledger: [
      '整改时限为原定时限；经批准延期的，新时限在“延期至”一栏。',
      '整改措施有多条的写在一格，按1、2、3编号；可以改后再导入。',
      '已销号的问题再次导入不会被改动。',
    ],
    situation: [
      '整改率＝计入完成的问题数÷应整改问题数×100；基本完成、阶段性完成、长期整改不计入完成。',
      '“已整改”与“已推动整改”是两种认定，同一行里相加的已在备注中注明。',
    ],
  },
  situation: {
    program: '审计项目',
    docNo: '审计报告文号',
    source: '审计层级',
    unit: '责任部门',
    total: '问题数',
    done: '已整改',
    promoted: '已推动整改',
    basicallyDone: '基本完成',
    phasedDone: '阶段性完成',
    inProgress: '整改中',
    longTerm: '长期整改',
    notDone: '未整改',
    referred: '其中已移送',
    overdue: '其中逾期',
    rate: '整改率(%)',
    fraction: '计算',
    countGroup: '问题数（个）',
    amount: '问题金额（万元）',
    required: '应整改金额（万元）',
    doneAmount: '已整改金额（万元）',
    rules: '建章立制（项）',
    accountable: '追责问责（人）',
    cases: '移送处理（件）',
    remark: '备注',
    mixed: '整改率含已推动整改{promoted}个',
    noUnit: '未明确',
  },
} as const

/** 「2021年…」, 「2017—2020年…」, 「2019至2020年度」. */
export const originYearPattern =
  /(?<!\d)(?<from>(?:19|20|21)\d{2})(?:年度?)?(?:(?:[-—–~～―]+|至|到)(?<to>(?:19|20|21)\d{2}))?年/
