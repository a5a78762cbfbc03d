import type { LeadClass } from '../investment/record'
import { briefCountHeaders, briefTableLabels, trainingTableLabels } from './brief-tables'
import { leadClassLabel } from './investment'
import { leadTableLabels } from './investment-tables'

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
  annexItem: '{number}. {title}',
  /** `&P` and `&N` are the workbook's own marks for page and pages. */
  page: '第 &P 页，共 &N 页',
  numberedNote: '注{number}：{text}',
  pageNumber: '— {page} —',
  period: '{year}年{period}（{start}至{end}）',
  quarters: ['一季度', '二季度', '三季度', '四季度'],
  month: '{month}月',
  toBeGiven: '待评',
  toBeFixed: '待核定',
  numbered: '（{number}）{text}',
  noteMark: '（注{number}）',
  problems: '存在问题：',
  steps: '下一步工作：',
  noProblem: '各项工作按进度推进，目前没有发现缺口。',
  keepOn: '保持现有力度，按时限报送，随时登记进展。',
  andOthers: '等',
  inBrackets: '{name}（{text}）',
  permit: { done: '已办', running: '办理中', blocked: '受阻：' },
  leftPool: '（已出库）',
  estimated: '估算{on}',
} as const

/** The two columns of every count, by what the report covers. */
export const periodTerms = {
  quarter: { current: '本季', report: '工作小结', subject: '四抓季度小结' },
  month: { current: '本月', report: '工作月报', subject: '四抓月报' },
} as const

/** The report of all four streams. */
export const periodReportTerms = {
  titleLines: ['{bureau}', '{year}年{period}“四个全员抓”{report}'],
  sections: {
    investment: '一、抓招商',
    projects: '二、抓项目',
    environment: '三、抓营商环境',
    revenue: '四、抓收入',
    rectification: '五、审计和巡视巡察整改',
  },
  nil: '本期无新增。',
  streams: {
    investment: '抓招商',
    projects: '抓项目',
    environment: '抓营商环境',
    revenue: '抓收入',
    rectification: '整改',
  },
  summarySheet: '汇总',
  summaryTitle: '{year}年{period}“四个全员抓”工作情况汇总表',
  summaryUnit: '见指标名称',
  summaryColumns: { stream: '工作线', rate: '完成率(%)' },
  annexTitle: '说明',
  annexColumns: ['序号', '类别', '内容'],
  reading: '口径',
  edit: '手工修改',
  editNote: '注{number}：“{original}”手工改为“{value}”，原因：{reason}（{editedBy}，{editedAt}）。',
  editStale: '修改后台账又变为“{computed}”。',
  editScope: '手工修改只改正文，统计表和附表按台账生成，数字不变。',
  editWarning: '“{original}”手工改为“{value}”，原因：{reason}。',
  editStaleWarning: '“{original}”手工改为“{value}”，修改后台账又变为“{computed}”，请核对是否撤销修改。',
  editLostWarning: '原来手工改为“{value}”的地方已不在正文里，这处修改没有用上，可以撤销。',
  nilBrokenWarning: '{stream}已勾选“本期无新增”，之后又有{count}条本期记录，正文按记录写，请取消勾选。',
  sheetRows: '{name}{count}行',
} as const

export const taskTerms = {
  sentence: '{period}到期任务{due}项次，已报送{submitted}项次。',
  late: '其中迟报{late}项次。',
  dueFormula: '任务分解表中完成时限落在统计期内、且不晚于数据截止日的各次任务，取消的不算。',
  submittedFormula: '其中在数据截止日以前登记报送的。',
  lateFormula: '其中报送日期晚于完成时限的。',
  problem: '有{count}项次任务到期未报送：{list}。',
  problemItem: '{title}{count}次',
  step: '抓紧补报到期任务，按时限提前三个工作日准备。',
  overdueWarning: '任务“{title}”已到期，没有登记报送。',
  overdueManyWarning: '任务“{title}”有{count}次到期，没有登记报送。',
  /** The period behind a task's name. */
  periodOfTitle: /（[^（）]*）$/u,
  estimateWarning: '缺少放假安排，提交日按周一至周五估算，请核对。',
} as const

export const frameTerms = {
  noRows: '截至{asOf}没有记录。',
} as const

/** 项目类别 as a ledger writes it; a class the district has not decided stays empty. */
export function classCell(leadClass: LeadClass): string {
  return leadClass === 'pending' ? '' : leadClassLabel(leadClass)
}

/** Headers of the lead ledger are the words the import reads, in the order of the district's table. */
export const leadHeaders = { serialNo: '序号', ...leadTableLabels } as const
export const briefHeaders = { ...briefTableLabels, count: briefCountHeaders[0] } as const
export const trainingHeaders = trainingTableLabels

export const summaryHeaders = {
  indicator: '指标名称',
  target: '全年目标',
  inPeriod: '{current}完成',
  inYear: '本年累计',
  rate: '完成率(%)',
  units: '折算指标(个)',
  points: '得分(自评)',
  pending: '待确认',
  pointsShort: '得分',
} as const

export const excludedHeaders = { name: '未计入项目', investor: '投资单位', situation: '情形及原因' } as const

/** The quarterly summary of 抓招商. */
export const investmentTerms = {
  summaryName: '抓招商',
  summaryTitle: '{year}年{period}“抓招商”工作情况统计表',
  detailName: '抓招商明细',
  detailTitle: '{year}年招商项目信息台账（截至{asOf}）',
  briefsName: '抓招商信息',
  briefsTitle: '{year}年“抓招商”工作信息报送情况（截至{asOf}）',
  trainingsName: '抓招商培训',
  trainingsTitle: '{year}年招商培训情况（截至{asOf}）',
  excludedName: '抓招商未计入',
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
    '{current}完成=本年累计-上期末累计（{before}，年初从0起算）；核减的条数、指标数在{current}中扣除。',
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
  noScheme: '区里还没有下达{year}年{category}单位的考核办法，本报告只列完成情况，不计分。',
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
    '{current}完成=本年累计-上期末累计（{before}，年初从0起算）；不再有效的条数在{current}中扣除。',
    '备案=截至{asOf}，{year}年备案的项目信息，包括区级判为无效的。',
    '有效=其中四项条件（如实报备、线上认证、直接联系、街道园区确认接收）齐备、区级已认定类别且没有被判为无效、撤销或撤回的。',
    '落地=有效项目信息中，备案当年在区内注册公司的。',
    '工作信息按报送日期所在月份统计，各月篇数只计已采用的；培训只统计要求参加的。',
  ],
  detailNote: '区里没有下达考核办法，计分指标数不填。',
  annexNote: '数据截止{asOf}；区里没有下达考核办法，指标数不填。',
  section: '（二）完成情况',
  leads: '1. 项目信息',
  leadsBelow: '截至{asOf}，各类项目信息备案、有效、落地情况见下表。',
  tableTitle: '{year}年{period}“抓招商”项目信息完成情况表（单位：条）',
  classColumns: ['项目类别', '{current}备案', '本年备案', '有效', '落地'],
  daily: '2. 工作信息和培训',
  months: '各月报送工作信息：{list}。',
  monthsComplete: '截至{asOf}，已结束的月份都有工作信息。',
  trainings: '截至{asOf}，要求参加招商培训{required}次，已参加{attended}次。',
  trainingsNone: '截至{asOf}，没有要求参加的招商培训。',
  gapIncomplete: '{count}条备案项目信息手续未齐，尚未列入有效：{list}。',
  gapIncompleteItem: '{title}（缺{missing}）',
  warningIncomplete: '有{count}条备案项目信息手续未齐，未列入有效。',
} as const

/** Sentences of the document; `{…}` places take figures with their sources. */
export const investmentText = {
  filedFormula: '备案日期（经OA报备的按报备日期）在{period}内的项目信息。',
  filedInYearFormula: '{year}年备案、备案日期不晚于{asOf}的项目信息，包括区级判为无效的。',
  backfilledFormula: '其中先经OA报备、后在平台补录的。',
  effectiveNewFormula: '截至{asOf}已有效、到上期末（{before}）还没有的项目信息；有效是指备案且四项条件齐备。',
  landedNewFormula: '截至{asOf}已落地、到上期末（{before}）还没有的有效项目信息；落地是指备案当年在区内注册公司。',
  requiredFormula: '要求参加的招商培训，按举办日期统计。',
  attendedFormula: '要求参加的招商培训中已登记参加的，按举办日期统计。',
  totalFormula: '各项得分相加：{sum}；未四舍五入为{exact}，合计只在最后一步四舍五入。',
  sectionWork: '（一）工作开展情况',
  sectionResult: '（二）指标完成情况',
  sectionNext: '（三）存在问题和下一步',
  sectionNextShort: '（二）存在问题和下一步',
  resultIndicator: '1. 指标考核',
  resultRoutine: '2. 平时考核',
  done: '全年招商指标已完成，超出{surplus}个。',
  doneExactly: '全年招商指标已完成。',
  missing: '距全年目标还差{gap}个指标。',
  resultTotal: '3. 自评得分',
  resultExcluded: '4. 未计入情况',
  filed: '{period}备案项目信息{filedInPeriod}条，本年累计{filedInYear}条。',
  backfilled: '其中经OA报备后在平台补录{backfilled}条。',
  filedNone: '{period}没有新备案项目信息，本年累计{filedInYear}条。',
  effective:
    '{period}新增有效项目信息{effectiveNew}条、落地项目{landedNew}条；截至{asOf}，本年累计有效{effective}条、落地{landed}条。',
  effectiveNames: '新增有效项目信息：{names}。',
  landedNames: '新增落地项目：{names}。',
  effectiveName: '{title}（{investor}，{class}）',
  landedName: '{title}（{company}，{landedOn}注册）',
  briefs: '{period}报送招商工作信息{briefsInPeriod}篇，本年累计{briefsInYear}篇。',
  trainings:
    '{period}参加招商培训{attendedInPeriod}次（要求{requiredInPeriod}次），本年累计{attended}次（要求{required}次）。',
  trainingsNone: '{period}没有要求参加的招商培训。',
  indicator:
    '全年目标{target}个指标，{period}完成{unitsInPeriod}个，本年累计{units}个，完成率{percent}（{num}/{den}），自评得分{points}分（满分{max}分）。',
  indicatorNoTarget: '{period}完成{unitsInPeriod}个指标，本年累计{units}个，自评得分{points}分。',
  arithmetic: '计算过程：{arithmetic}。',
  byClass: '其中：{classes}。',
  byClassItem: '{class}{count}条，折算{units}个',
  tableTitle: '{year}年{period}“抓招商”指标完成情况表',
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
  progress: '全年{of}天已过{days}天，序时进度{percent}。',
  gapUnits: '距全年目标还差{gap}个指标。',
  gapPending: '{count}条项目信息尚待确认，暂未计入：{list}。',
  gapMonths: '{months}工作信息未报送。',
  gapTraining: '有{count}次要求参加的培训未参加：{list}。',
  gapGiven: '{names}尚未得到区级给分。',
  stepUnits: '继续征集项目信息，对已备案项目逐条跟进洽谈，争取年内再完成{gap}个指标。',
  stepPending: '逐条补齐待确认项目信息所缺手续，及时对接街道园区确认接收。',
  stepMonths: '按月报送工作信息，避免再出现空月。',
  stepTraining: '按要求参加后续招商培训。',
  stepLanding: '做好已备案项目的落地服务，推动{count}条未落地项目年内在区内注册公司。',
  annexTitle: '{year}年招商项目信息明细表',
  annexNote: '数据截止{asOf}；指标数为0的原因见正文“未计入情况”。',
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

export const investmentWarnings = {
  targetDiffers:
    '任务分解表的全年目标是{assigned}个，评分办法是{scheme}个。完成率按任务分解表计算，得分按评分办法计算，请核对。',
  cutOffBeforeEnd: '数据截止日{asOf}早于统计期最后一天{end}，报告不含之后的情况。',
  pending: '有{count}条项目信息待确认，未计入得分。',
  missingMonths: '{months}没有登记工作信息。',
  notGiven: '{names}还没有区级给分。',
  missedTraining: '要求参加的培训“{title}”没有登记参加。',
  empty: '{period}没有登记任何招商记录，各项为0。',
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
