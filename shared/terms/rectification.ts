import { assertNever } from '../core/assert'
import type { Determination, FindingEvent } from '../rectification/lifecycle'
import type { FindingQueue, Timeliness } from '../rectification/finding-rows'
import type { LetterKind, RectLedgerForm, RectReportKind } from '../rectification/paper-contract'
import type {
  AccountabilityForm,
  AmountClass,
  AppointedRole,
  DeclaredKey,
  EvidenceKind,
  FindingKind,
  FindingState,
  FindingStatus,
  MeasureStatus,
  RectClock,
  RectClockKey,
  RectRole,
  RectSource,
  RectType,
  Treatment,
} from '../rectification/record'
import type { FindingStepKind } from '../rectification/part-records'
import type { StatisticsBy } from '../rectification/statistics-contract'

export const rectSourceLabels: Readonly<Record<RectSource, string>> = {
  nationalAudit: '审计署',
  municipalAudit: '市审计局',
  districtAudit: '区审计局',
  internalAudit: '内审',
  municipalInspection: '市委巡视',
  districtInspection: '区委巡察',
  special: '专项检查',
}

/** Other ways to write a source; the county's 县委巡察 is this program's 区委巡察. */
export const rectSourceWords: Readonly<Record<RectSource, readonly string[]>> = {
  nationalAudit: ['审计署', '国家审计', '审计署特派办'],
  municipalAudit: ['市审计局', '省审计厅', '市级审计', '上级审计'],
  districtAudit: ['区审计局', '县审计局', '本级审计', '区级审计'],
  internalAudit: ['内审', '内部审计'],
  municipalInspection: ['市委巡视', '省委巡视', '巡视', '中央巡视'],
  districtInspection: ['区委巡察', '县委巡察', '市委巡察', '巡察'],
  special: ['专项检查', '专项', '专项督查'],
}

export const findingKindLabels: Readonly<Record<FindingKind, string>> = {
  specific: '具体问题',
  byAnalogy: '举一反三',
  reform: '推动改革促进发展',
  recommendation: '意见建议',
  immediateHandover: '立行立改',
  audit: '审计问题',
}

/** Words of a ledger that mean a kind, the first one being the one that is written. Source: domain §8 D. */
export const findingKindWords: Readonly<Record<FindingKind, readonly string[]>> = {
  specific: ['反馈', '具体问题', '反馈问题', '具体'],
  byAnalogy: ['举一反三', '举一反三问题'],
  reform: ['推动改革', '推动改革促进发展', '改革事项'],
  recommendation: ['意见建议', '意见', '建议'],
  immediateHandover: ['立行立改', '立行立改问题'],
  audit: ['审计', '审计问题'],
}

/** Source: domain §1 rectType. */
export const rectTypeLabels: Readonly<Record<RectType, string>> = {
  immediate: '立行立改',
  phased: '分阶段整改',
  continuous: '持续整改',
}

export const findingStateLabels: Readonly<Record<FindingState, string>> = {
  unclaimed: '待认领',
  planning: '待制定方案',
  rectifying: '整改中',
  awaitingDetermination: '待认定',
  completed: '已完成',
  basicallyDone: '基本完成',
  phasedDone: '阶段性完成',
  longTerm: '长期整改',
  closed: '已销号',
  referred: '已移送',
}

/** What each state means, for the tool tip. */
export const findingStateDefinitions: Readonly<Record<FindingState, string>> = {
  unclaimed: '还没有明确责任领导、牵头部门和整改类型。',
  planning: '责任已明确，正在制定整改方案。',
  rectifying: '方案已批准（或立行立改），正在落实整改措施。',
  awaitingDetermination: '承办部门已提交，等待整改督查岗认定。',
  completed: '认定为整改到位，等待销号。',
  basicallyDone: '主要措施已落实，仍有尾项；不计入完成。',
  phasedDone: '本阶段目标已完成，还要继续；不计入完成。',
  longTerm: '需要长期坚持，定期检查；不计入完成。',
  closed: '经第二人复核并出具对账销号单。',
  referred: '已移送有关部门处理；仍在应整改总数内。',
}

export const findingStatusLabels: Readonly<Record<FindingStatus, string>> = {
  done: '已整改',
  promoted: '已推动整改',
  basicallyDone: '基本完成',
  phasedDone: '阶段性完成',
  inProgress: '整改中',
  longTerm: '长期整改',
  notDone: '未整改',
}

export const amountClassLabels: Readonly<Record<AmountClass, string>> = {
  irregular: '违规金额',
  nonStandard: '管理不规范金额',
  waste: '损失浪费金额',
  nonMonetary: '非金额',
}

export const treatmentLabels: Readonly<Record<Treatment, string>> = {
  toTreasury: '上缴财政',
  cutAppropriation: '减少财政拨款或补贴',
  returnToSource: '归还原渠道',
  recovered: '收回',
  adjustAccounts: '调账',
  fundsReleased: '促进拨付到位',
  costCut: '核减投资',
  lossAvoided: '挽回或避免损失',
  other: '其他',
}

export const measureStatusLabels: Readonly<Record<MeasureStatus, string>> = {
  notStarted: '未启动',
  inProgress: '推进中',
  done: '已完成',
  verified: '已核实',
  longTerm: '长期坚持',
}

export const evidenceKindLabels: Readonly<Record<EvidenceKind, string>> = {
  voucher: '凭证',
  statement: '书面证明',
  reply: '办理回复',
  approval: '审批文件',
  regulation: '制度文本',
  photo: '照片',
  minutes: '会议记录',
}

export const accountabilityLabels: Readonly<Record<AccountabilityForm, string>> = {
  criticism: '批评教育',
  inspectionOrder: '责令检查',
  writtenReminder: '书面提醒',
  interview: '约谈',
  organisational: '组织处理',
  partyDiscipline: '党纪处分',
  administrative: '政务处分',
}

export const rectRoleLabels: Readonly<Record<RectRole, string>> = {
  handler: '承办人',
  sectionHead: '科室负责人',
  verifier: '整改督查岗',
  deputy: '分管领导',
  chief: '主要负责人',
}

export const roleDuties: Readonly<Record<AppointedRole, string>> = {
  sectionHead: '认领问题、明确责任',
  verifier: '核实措施、提出认定、退回',
  deputy: '批准方案、确认认定、同意销号',
  chief: '批准方案和延期、同意销号、移送',
}

export const findingEventLabels: Readonly<Record<FindingEvent, string>> = {
  assign: '认领',
  approvePlan: '批准方案',
  submit: '提交销号',
  return: '退回',
  propose: '提出认定',
  confirm: '确认认定',
  close: '同意销号',
  requestExtension: '申请延期',
  decideExtension: '审批延期',
  reopen: '重启整改',
  refer: '移送',
}

export const findingStepLabels: Readonly<Record<FindingStepKind, string>> = {
  ...findingEventLabels,
  progress: '进展',
}

export const determinationLabels: Readonly<Record<Determination, string>> = {
  completed: '已完成',
  basicallyDone: '基本完成',
  phasedDone: '阶段性完成',
  longTerm: '长期整改',
}

export const rectClockLabels: Readonly<Record<RectClockKey, string>> = {
  plan: '整改方案',
  firstReport: '首次整改报告',
  immediate: '立行立改',
  phased: '分阶段整改',
  continuous: '持续整改',
  lookBack: '回头看（销号后）',
}

export const clockUnitLabels: Readonly<Record<RectClock['unit'], string>> = {
  calendarDays: '天',
  workdays: '个工作日',
  months: '个月',
}

export const declaredLabels: Readonly<Record<DeclaredKey, string>> = {
  aspects: '个方面',
  keyIssues: '个重点问题',
  specific: '个具体问题',
  manifestations: '个问题表现',
  byAnalogy: '个举一反三事项',
  reform: '个推动改革促进发展事项',
  recommendation: '条意见建议',
  immediateHandover: '个立行立改问题',
  audit: '个审计问题',
  measures: '条整改措施',
}

export const statisticsByLabels: Readonly<Record<StatisticsBy, string>> = {
  kind: '问题类型',
  status: '整改状态',
  source: '来源',
  year: '所属年度',
  department: '牵头部门',
  type: '整改类型',
  program: '整改来源',
}

export const queueLabels: Readonly<Record<FindingQueue, string>> = {
  all: '全部',
  mine: '我的',
  toVerify: '待复核',
  toConfirm: '待确认',
  toClose: '待销号',
  overdue: '逾期',
  open: '未完成',
  done: '已完成',
}

export const letterKindLabels: Readonly<Record<LetterKind, string>> = {
  supervision: '督办通知书',
  reminder: '提醒书',
  warning: '告诫书',
}

export const rectReportKindLabels: Readonly<Record<RectReportKind, string>> = {
  congress: '向人大常委会的整改报告',
  auditOffice: '向审计机关的整改报告',
  publicNotice: '整改情况公开通报',
  periodic: '整改进展定期报告',
}

export const rectLedgerLabels: Readonly<Record<RectLedgerForm, string>> = {
  audit: '审计整改台账',
  inspection: '巡视巡察整改台账',
  situation: '审计发现问题整改情况表',
}

export const usualLevelNames = { aspect: '方面', keyIssue: '重点问题' } as const

/** Names of the fields that a step may still need. */
export const findingFieldLabels = {
  no: '问题编号',
  kind: '问题类型',
  aspect: '方面',
  keyIssue: '重点问题',
  category: '问题类别',
  title: '问题摘要',
  detail: '问题详情',
  auditee: '被审计单位',
  amount: '问题金额（万元）',
  amountClass: '金额性质',
  legalBasis: '定性依据',
  auditSuggestion: '审计意见建议',
  isRecurrence: '是否屡审屡犯',
  rectType: '整改类型',
  leader: '整改责任领导',
  leadUnit: '牵头部门',
  units: '责任部门',
  handler: '责任人',
  dueOn: '整改时限',
  standard: '整改目标',
  progress: '整改进展情况',
  result: '整改成效',
  reasonNotDone: '未完成原因',
  nextStep: '下一步措施',
  mechanism: '长效机制',
  evidenceText: '佐证材料',
  isPublic: '是否公开',
  projectId: '关联项目',
  enterpriseId: '关联企业',
  remark: '备注',
  unitHead: '科室负责人',
  docNo: '依据文号',
  determination: '认定结论',
  agreedBy: '共同认定人（另一人）',
  referredTo: '移送单位',
} as const

/** How a deadline was kept; an extension is always said. Source: product F7. */
export function timelinessText(kind: Timeliness, extensionCount: number): string {
  const extended = extensionCount > 0 ? `（延期${extensionCount}次）` : ''
  switch (kind) {
    case 'onTime':
    case 'onTimeExtended':
      return `按期${extended}`
    case 'late':
      return `超期完成${extended}`
    case 'overdue':
      return `逾期${extended}`
    case 'open':
      return extensionCount > 0 ? `已延期${extensionCount}次` : ''
    case 'none':
      return ''
    default:
      return assertNever(kind)
  }
}

/** What a linked 收入 entry brought. Unit: 万元. */
export function linkedRevenueText(retained: string | null, gross: string | null): string {
  if (retained !== null) return `区留成${retained}万元`
  return gross === null ? '' : `${gross}万元`
}
