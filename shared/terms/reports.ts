import type { LeadClass } from '../investment/record'
import { leadClassLabel } from './investment'
import { briefCountHeaders, briefTableLabels, leadTableLabels, trainingTableLabels } from './investment-tables'

/** Words of every report. Source: domain layouts B1 (季度小结) and the district's own ledger headers. */
export const reportTerms = {
  none: '—',
  comma: '，',
  colon: '：',
  semicolon: '；',
  enumeration: '、',
  fullStop: '。',
  yes: '是',
  no: '否',
  unitIs: '单位',
  reportingUnit: '填报单位（盖章）',
  statisticsPeriod: '统计期间',
  dataCutOff: '数据截止',
  preparedBy: '填报人',
  checkedBy: '审核人',
  approvedBy: '主要负责同志（签字）',
  preparedOn: '填报日期',
  phone: '联系电话',
  checkCode: '核对码',
  total: '合计',
  serialNo: '序号',
  remark: '备注',
  annex: '附件',
  /** `&P` and `&N` are the workbook's own marks for page and pages. */
  page: '第 &P 页，共 &N 页',
  numberedNote: '注{number}：{text}',
  pageNumber: '— {page} —',
  readings: '口径说明',
  period: '{year}年{quarter}（{start}至{end}）',
  quarters: ['一季度', '二季度', '三季度', '四季度'],
  month: '{month}月',
  toBeGiven: '待评',
  toBeFixed: '待核定',
} as const

/** 项目类别 as a ledger writes it; a class the district has not decided stays empty. */
export function classCell(leadClass: LeadClass): string {
  return leadClass === 'pending' ? '' : leadClassLabel(leadClass)
}

/** Headers of the lead ledger are the words the import reads, in the order of the district's table. */
export const leadHeaders = { serialNo: '序号', ...leadTableLabels } as const
export const briefHeaders = { ...briefTableLabels, count: briefCountHeaders[0] } as const
export const trainingHeaders = trainingTableLabels

export const quarterHeaders = {
  indicator: '指标名称',
  target: '全年目标',
  inQuarter: '本季完成',
  inYear: '本年累计',
  rate: '完成率(%)',
  units: '折算指标(个)',
  points: '得分(自评)',
  pending: '待确认',
  pointsShort: '得分',
} as const

export const excludedHeaders = { name: '未计入项目', investor: '投资单位', situation: '情形及原因' } as const

/** The quarterly summary of 抓招商. */
export const quarterTerms = {
  subject: '抓招商季度小结',
  /** Two lines of a title. */
  titleLines: ['{bureau}', '{year}年{quarter}“抓招商”工作小结'],
  summaryName: '季度小结',
  summaryTitle: '{year}年{quarter}“抓招商”工作情况统计表',
  detailName: '项目信息明细',
  detailTitle: '{year}年招商项目信息台账（截至{asOf}）',
  briefsName: '工作信息',
  briefsTitle: '{year}年“抓招商”工作信息报送情况（截至{asOf}）',
  trainingsName: '招商培训',
  trainingsTitle: '{year}年招商培训情况（截至{asOf}）',
  excludedName: '未计入情况',
  excludedTitle: '{year}年未计入指标的项目信息（截至{asOf}）',
  unitsOfSummary: '个、条、月、次、分',
  unitsOfDetail: '个',
  unitsOfBriefs: '篇',
  unitsOfTrainings: '人',
  unitsOfExcluded: '条',
  stream: '抓招商',
  indicatorRow: '招商指标（折算，个）',
  classRow: '其中：{class}（条）',
  effectiveRow: '有效项目信息（条）',
  landedRow: '其中：已落地（条）',
  periodRow: '{name}（月）',
  ratioRow: '{name}（次）',
  pointsRow: '{name}（分）',
  totalRow: '自评得分合计（分）',
  noneRequired: '没有要求参加的培训',
  landedNote: '已落地{count}条',
  rateNote: '完成率={num}/{den}',
  fullMarks: '满分{max}分',
  waitingMarks: '待评{pending}分',
  pendingNote: '待确认{count}条，未计入',
  formulas: [
    '本季完成=本年累计-上季度末累计（{before}，一季度从0起算）；核减的条数、指标数在本季中扣除。',
    '本年累计=截至{asOf}，{year}年备案且四项条件（如实报备、线上认证、直接联系、街道园区确认接收）齐备的项目信息。',
    '折算指标=各类有效项目信息按未落地、已落地的单位指标数逐条相加；年内在区内注册公司的按已落地计。',
    '完成率=本年累计折算指标÷全年目标。得分为自评，以区级核定为准；合计只在最后一步四舍五入。',
  ],
  nothingExcluded: '本年备案的项目信息均已计入，没有剔除。',
  excludedNote: '已剔除{count}条（待确认{pending}条，不计入{other}条），逐条原因见“{sheet}”表。',
  missingMonthsNote: '截至{asOf}未报送的月份：{months}。',
  noMissingMonths: '截至{asOf}各月均已报送。',
  briefsFormula: '按报送日期所在月份统计；同月多篇只抵当月，不补其他月份。',
  trainingsFormula: '参训率=已参加次数÷要求参加次数。',
  unitsTotalNote: '计分指标数合计=各条计分指标数相加；空白或0的原因见“{sheet}”表。',
} as const

/** The quarterly summary where the district has given no 考核办法: completion only. */
export const completionTerms = {
  categories: ['第一类', '第二类', '第三类', '第四类'],
  noScheme: '区里还没有下达{year}年{category}单位的考核办法，本小结只列完成情况，不计分。',
  targetKept: '区里下达的全年目标是{target}个指标；折算标准未下达，暂不折算，也不算完成率。',
  targetNote: '折算标准未下达，暂不折算，也不算完成率',
  unitsOfSummary: '条、篇、次',
  filedRow: '备案项目信息（条）',
  effectiveRow: '有效项目信息（条）',
  landedRow: '落地项目（条）',
  briefsRow: '工作信息（篇）',
  trainingsRow: '参加招商培训（次）',
  waitingNote: '手续未齐{count}条，未列入有效',
  missingNote: '未报送的月份：{months}',
  requiredNote: '要求参加{required}次',
  monthCount: '{month}月{count}篇',
  formulas: [
    '本季完成=本年累计-上季度末累计（{before}，一季度从0起算）；不再有效的条数在本季中扣除。',
    '备案=截至{asOf}，{year}年备案的项目信息，包括区级判为无效的。',
    '有效=其中四项条件（如实报备、线上认证、直接联系、街道园区确认接收）齐备、区级已认定类别且没有被判为无效、撤销或撤回的。',
    '落地=有效项目信息中，备案当年在区内注册公司的。',
    '工作信息按报送日期所在月份统计，各月篇数只计已采用的；培训只统计要求参加的。',
  ],
  detailNote: '区里没有下达考核办法，计分指标数不填。',
  annexNote: '数据截止{asOf}；区里没有下达考核办法，指标数不填。',
  section: '二、完成情况',
  leads: '（一）项目信息',
  leadsBelow: '截至{asOf}，各类项目信息备案、有效、落地情况见下表。',
  tableTitle: '{year}年{quarter}“抓招商”项目信息完成情况表（单位：条）',
  classColumns: ['项目类别', '本季备案', '本年备案', '有效', '落地'],
  daily: '（二）工作信息和培训',
  months: '各月报送工作信息：{list}。',
  monthsComplete: '截至{asOf}，已结束的月份都有工作信息。',
  trainings: '截至{asOf}，要求参加招商培训{required}次，已参加{attended}次。',
  trainingsNone: '截至{asOf}，没有要求参加的招商培训。',
  gapIncomplete: '{count}条备案项目信息手续未齐，尚未列入有效：{list}。',
  gapIncompleteItem: '{title}（缺{missing}）',
  warningIncomplete: '有{count}条备案项目信息手续未齐，未列入有效。',
} as const

/** Sentences of the document; `{…}` places take figures with their sources. */
export const quarterText = {
  sectionWork: '一、工作开展情况',
  sectionResult: '二、指标完成情况',
  sectionNext: '三、存在问题和下一步',
  workLeads: '（一）项目信息征集和报备',
  workDaily: '（二）工作信息和培训',
  resultIndicator: '（一）指标考核',
  resultRoutine: '（二）平时考核',
  done: '全年招商指标已完成，超出{surplus}个。',
  doneExactly: '全年招商指标已完成。',
  missing: '距全年目标还差{gap}个指标。',
  resultTotal: '（三）自评得分',
  resultExcluded: '（四）未计入情况',
  nextProblems: '（一）存在问题',
  nextSteps: '（二）下一步工作',
  filed: '{quarter}备案项目信息{filedInQuarter}条，本年累计{filedInYear}条。',
  backfilled: '其中经OA报备后在平台补录{backfilled}条。',
  filedNone: '{quarter}没有新备案项目信息，本年累计{filedInYear}条。',
  effective:
    '{quarter}新增有效项目信息{effectiveNew}条、落地项目{landedNew}条；截至{asOf}，本年累计有效{effective}条、落地{landed}条。',
  effectiveNames: '新增有效项目信息：{names}。',
  landedNames: '新增落地项目：{names}。',
  effectiveName: '{title}（{investor}，{class}）',
  landedName: '{title}（{company}，{landedOn}注册）',
  briefs: '{quarter}报送招商工作信息{briefsInQuarter}篇，本年累计{briefsInYear}篇。',
  trainings:
    '{quarter}参加招商培训{attendedInQuarter}次（要求{requiredInQuarter}次），本年累计{attended}次（要求{required}次）。',
  trainingsNone: '{quarter}没有要求参加的招商培训。',
  indicator:
    '全年目标{target}个指标，{quarter}完成{unitsInQuarter}个，本年累计{units}个，完成率{percent}（{num}/{den}），自评得分{points}分（满分{max}分）。',
  indicatorNoTarget: '{quarter}完成{unitsInQuarter}个指标，本年累计{units}个，自评得分{points}分。',
  arithmetic: '计算过程：{arithmetic}。',
  byClass: '其中：{classes}。',
  byClassItem: '{class}{count}条，折算{units}个',
  tableTitle: '{year}年{quarter}“抓招商”指标完成情况表',
  routinePeriod: '{name}：{num}/{den}个月，得{points}分（满分{max}分）。',
  routineRatio: '{name}：{num}/{den}次，得{points}分（满分{max}分）。',
  routinePoints: '{name}：得{points}分（满分{max}分）。',
  routineNone: '{name}：没有要求参加的培训，按评分办法得{points}分（满分{max}分）。',
  routineWaiting: '{name}：区级尚未给分，待评{max}分。',
  routineBonus: '{name}：待区级核定，未计入总分。',
  total: '截至{asOf}，自评得分{total}分（满分{max}分）。',
  totalWaiting: '其中待评{pending}分尚未计入。',
  forecast: '待确认事项全部确认后，预计为{forecast}分。',
  excludedNone: '本年备案的项目信息均已计入，没有剔除。',
  nothingFiled: '本年没有备案的项目信息。',
  excluded: '未计入项目信息共{count}条。{only}',
  excludedMore: '其余{count}条见同期统计表“{sheet}”。',
  andOthers: '等{count}条',
  progress: '全年{of}天已过{days}天，序时进度{percent}。',
  gapUnits: '距全年目标还差{gap}个指标。',
  gapPending: '{count}条项目信息尚待确认，暂未计入：{list}。',
  gapMonths: '{months}工作信息未报送。',
  gapTraining: '有{count}次要求参加的培训未参加：{list}。',
  gapGiven: '{names}尚未得到区级给分。',
  gapNothing: '各项工作按进度推进，目前没有发现缺口。',
  stepUnits: '继续征集项目信息，对已备案项目逐条跟进洽谈，争取年内再完成{gap}个指标。',
  stepPending: '逐条补齐待确认项目信息所缺手续，及时对接街道园区确认接收。',
  stepMonths: '按月报送工作信息，避免再出现空月。',
  stepTraining: '按要求参加后续招商培训。',
  stepLanding: '做好已备案项目的落地服务，推动{count}条未落地项目年内在区内注册公司。',
  stepKeep: '保持现有力度，按月报送工作信息，做好落地项目服务。',
  annexTitle: '{year}年招商项目信息明细表',
  annexNote: '数据截止{asOf}；指标数为0的原因见正文“未计入情况”。',
  numbered: '{number}. {text}',
} as const

/** Columns of the landscape table in the document; two facts share a cell where both are short. */
export const annexHeaders = {
  investor: '投资方及所在地',
  filed: '备案日期、平台编号',
  checked: '认证、对接日期',
  accepted: '接收街道园区及日期',
  units: '指标数',
  certifiedOn: '认证{on}',
  contactedOn: '对接{on}',
  landed: '落地情况',
  notLanded: '未落地',
} as const

export const quarterWarnings = {
  targetDiffers:
    '任务分解表的全年目标是{assigned}个，评分办法是{scheme}个。完成率按任务分解表计算，得分按评分办法计算，请核对。',
  cutOffBeforeEnd: '数据截止日{asOf}早于本季度最后一天{end}，小结不含之后的情况。',
  pending: '有{count}条项目信息待确认，未计入得分。',
  missingMonths: '{months}没有登记工作信息。',
  notGiven: '{names}还没有区级给分。',
  empty: '{quarter}没有登记任何招商记录，小结各项为0。',
} as const

/** The plain ledger export. */
export const ledgerTerms = {
  subject: '招商线索台账',
  sheetName: '招商线索台账',
  title: '{year}年招商项目信息台账',
  aboutName: '说明',
  aboutTitle: '导出说明',
  item: '项目',
  content: '内容',
  bureau: '单位',
  filter: '筛选条件',
  noFilter: '全部（未筛选）',
  exportedAt: '导出时间',
  countLabel: '条数',
  count: '共{total}条，本次导出{exported}条',
  readings: '口径',
  readingRows: [
    '一行一条项目信息；列名、次序与区级台账一致，可原样导回，导回后为“不变”。',
    '项目类别、认证、接收、落地等为区级认定的事实，未认定的留空。',
    '统一社会信用代码、平台编号为文本，不要改成数值。',
    '是否落地：已在区内注册公司的为“是”。',
  ],
} as const
