import type { DeclaredKey, FindingKind } from '../rectification/record'

/** Marks and words by which a notice's numbered text is read. Digits and brackets are taken in both widths. */

/** Signs of a numeral that multiply what stands before them. */
export const numeralSteps: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

const digits = '[0-9０-９]{1,3}'
const numerals = '[一二三四五六七八九十百]{1,5}'
const openBracket = '[（(〔［\\[]'
const closeBracket = '[）)〕］\\]]'
/** `1.5亿元` is an amount and `2021.3` a date; `1.2021年以来` is an item that begins with a year. */
const notDecimal = '(?![0-9０-９])|(?=[0-9０-９]{4}年)'

/** Heading marks by level: 一、 （一） 1. （1） ①. The first group is the number. */
export const headingPatterns: readonly { readonly level: 1 | 2 | 3 | 4 | 5; readonly pattern: RegExp }[] = [
  { level: 1, pattern: new RegExp(`^(${numerals}) ?[、.．]`, 'u') },
  { level: 2, pattern: new RegExp(`^${openBracket} ?(${numerals}) ?${closeBracket}[、.．]?`, 'u') },
  { level: 2, pattern: /^([㈠-㈩])/u },
  { level: 3, pattern: new RegExp(`^(${digits}) ?[.．、。﹒] ?(?:${notDecimal})`, 'u') },
  { level: 3, pattern: /^([⒈-⒛])/u },
  { level: 4, pattern: new RegExp(`^${openBracket} ?(${digits}) ?${closeBracket}[、.．]?`, 'u') },
  { level: 4, pattern: new RegExp(`^(${digits}) ?[）)]`, 'u') },
  { level: 4, pattern: /^([⑴-⒇])/u },
  { level: 5, pattern: /^([①-⑳㉑-㉟])[、.．]?/u },
]

/** Quotations that may go on in the next line; straight quotes do not tell which way they open. */
export const quoteSigns = { open: '“「『', close: '”」』' } as const
export const bracketed = (number: string): string => `（${number}）`

const openQuote = '[“"「『‘]'
const closeQuote = '[”"」』’]'
const target = '(?:针对|对照|关于)?'
/** The quoted title after a lead; up to 200 characters. */
const quoted = `${openQuote}([^”"」』’]{1,200})${closeQuote}`

/** Paragraphs that are items by their own words, with their title where it is quoted. */
export const leadPatterns: readonly { readonly kind: FindingKind; readonly pattern: RegExp }[] = [
  {
    kind: 'byAnalogy',
    pattern: new RegExp(
      `^${target}${openQuote}?举一反三${closeQuote}?(?:整改|查摆|自查|排查)?(?:事项|问题|任务)(?:${quoted})?`,
      'u',
    ),
  },
  {
    kind: 'reform',
    pattern: new RegExp(
      `^${target}${openQuote}?推动改革(?:、?促进发展)?${closeQuote}?(?:整改)?(?:事项|问题|任务)(?:${quoted})?`,
      'u',
    ),
  },
  { kind: 'recommendation', pattern: new RegExp(`^${target}(?:整改)?意见建议${quoted}`, 'u') },
  { kind: 'immediateHandover', pattern: new RegExp(`^${target}立行立改(?:事项|问题|任务)?${quoted}`, 'u') },
]

/** 「针对“部分点位污水外溢”问题，…」: an item without a number where no numbered item is open. */
export const quotedLeadPattern = new RegExp(`^(?:针对|关于)${quoted}(?:这一|一事)?(?:的)?(?:问题|事项|情况)`, 'u')
export const plainLeadWord = '针对'
/** 「针对协同发展方面的问题，…」. */
export const plainLeadPattern = /^针对([^，,。；;：:]{1,120}?)[，,。；;：:]/u
/** What 针对 may stand before without naming anything: 「针对该问题，…」. */
export const namelessLead = /^(?:该|此|这|上述|以上)(?:类|项|些|一)?(?:问题|事项)?$/u
/** Where items begin in the middle of a line because its breaks were lost. */
export const lostBreakPattern = /[。；;] ?(?=(?:[0-9０-９]{1,3} ?[.．、] ?)?针对[“"「『]?(?:举一反三|推动改革))/gu
/** Lines that end the numbered text: 附注 and how to reach the office. */
export const closingLinePattern =
  /^(?:附[:：件注表]|联系(?:人|方式|电话)|监督电话|通[信讯]地址|邮政编码|电子邮箱|特此(?:通报|公告|报告))/u

/** What a heading says of the items below it. */
export const kindHeadings: readonly { readonly kind: FindingKind; readonly pattern: RegExp }[] = [
  { kind: 'immediateHandover', pattern: /立行立改/u },
  { kind: 'byAnalogy', pattern: /举一反三/u },
  { kind: 'reform', pattern: /推动改革/u },
  { kind: 'recommendation', pattern: /^(?!.*问题).*意见(?:和|与|、)?建议/u },
]
/** Parts of a notice that tell of the work as a whole and list no finding. */
export const generalPartPattern =
  /组织领导|总体情况|基本情况|整体情况|主要做法|工作部署|推进情况|下一步|今后|工作打算|工作安排|工作计划/u
/** A heading of the first level that is a 方面 and not a part of the notice. */
export const aspectHeadingPattern = /(?:方面|类)(?:的?问题|的?情况)?$/u
export const reportHeadingPattern = /(?:整改|反馈|巡视|巡察|审计).{0,20}(?:情况|意见|进展|落实|清单)/u
export const auditTitlePattern = /审计/u
export const inspectionTitlePattern = /巡视|巡察/u

/** From here on a paragraph tells what was done. */
export const measureCuePattern =
  /(?:整改(?:成效|措施|情况|进展|结果|落实情况)(?:及成效)?[:：]|(?:以下|如下|下列)(?:整改)?(?:措施|工作|整改)?[。：:，,]|采取(?:了)?(?:以下|如下)?措施[:：])/u
/** 一是…二是…, 一是：…; the word counts only at the beginning of a sentence or clause. */
export const measureSplitPattern =
  /(?<=^|[。；;：:，,、 \n])(?:[一二三四五六七八九十]{1,2}是|[一二三四五六七八九十]{1,2}要)/gu
export const manifestationCuePattern = /问题表现|具体表现|主要表现/u

const count = '(\\d{1,6}|[一二三四五六七八九十百两]{1,5})'
const notOrdinal = '(?<![第\\d.一二三四五六七八九十百两])'
const unit = '(?:个|项|条|件)'
const linking = '(?:共计|共有|共|合计|有|为|：|:)?'

function before(noun: string, units = `${unit}?`): RegExp {
  return new RegExp(`${notOrdinal}${count}${units}${noun}`, 'u')
}

function after(noun: string): RegExp {
  return new RegExp(`${noun}${linking}${count}${unit}`, 'u')
}

const analogyNoun = '[“"「]?举一反三[”"」]?(?:整改|查摆|自查|排查)?(?:事项|问题|任务)?'
const reformNoun = '[“"「]?推动改革(?:、?促进发展)?[”"」]?(?:整改)?(?:事项|问题|任务)?'
const adviceNoun = '(?:整改|工作)?(?:意见(?:和|与|、)?建议|建议)'
const immediateNoun = '立行立改(?:的)?(?:事项|问题|任务)'

/** How a notice says how much it holds; the first group is the number. */
export const declaredPatterns: Readonly<Record<DeclaredKey, readonly RegExp[]>> = {
  aspects: [before('(?:大类|大方面|方面)')],
  keyIssues: [before('(?:重点问题|主要问题|突出问题)')],
  specific: [before('(?:具体问题|反馈问题)', unit), after('(?:具体问题|反馈问题)')],
  manifestations: [before('(?:问题表现|具体表现)')],
  byAnalogy: [after(analogyNoun), before(analogyNoun, unit)],
  reform: [after(reformNoun), before(reformNoun, unit)],
  recommendation: [before(adviceNoun, unit), after(adviceNoun)],
  immediateHandover: [after(immediateNoun), before(immediateNoun, unit)],
  audit: [before('审计(?:发现|查出|反馈|指出)?(?:的)?问题', unit), after('审计(?:发现|查出|反馈|指出)(?:的)?问题')],
  measures: [before('(?:整改|具体|针对性)?(?:整改)?措施', unit), after('整改措施')],
}

/** 「3大类10个方面」: where both stand, 大类 is the first level and 方面 the second. */
export const broadAspectPattern = before('(大类|大方面)')
export const narrowAspectPattern = before('方面')
export const keyIssueWordPattern = /重点问题|主要问题|突出问题/u
export const levelWords = { broad: '大类', aspect: '方面', keyIssue: '重点问题' } as const

/** What a total counts, for the sentence about it. */
export const declaredNouns: Readonly<Record<DeclaredKey, string>> = {
  aspects: '方面',
  keyIssues: '重点问题',
  specific: '具体问题',
  manifestations: '问题表现',
  byAnalogy: '“举一反三”整改事项',
  reform: '“推动改革促进发展”整改事项',
  recommendation: '意见建议',
  immediateHandover: '立行立改问题',
  audit: '审计问题',
  measures: '整改措施',
}

/** Sentences about a text that does not agree with itself. */
export const textCheckTexts = {
  declared: (noun: string, declared: number, found: number): string =>
    `${noun}：正文声明${declared}项，解析到${found}项。请核对是否漏写，或声明的数字有误。`,
  formula: (part: string, whole: string): string => `${part}÷${whole}×100`,
  restFormula: (rest: string, whole: string): string => `（${whole}−${rest}）÷${whole}×100`,
  listed: (words: readonly string[]): string => words.join('、'),
  percent: (printed: string, formula: string, actual: string): string =>
    `“${printed}”与数字不符：${formula}=${actual}。请核对分子、分母或百分比。`,
  sum: (total: string, parts: string, sum: string): string => `总数${total}与各部分之和不符：${parts}=${sum}。请核对。`,
  remaining: (words: string, stated: number, counted: number): string =>
    `“${words}”写的是${stated}，前文各项相加是${counted}。请核对。`,
  allDone: (where: string, open: string, claim: string): string =>
    `${where === '' ? '' : `${where}：`}${open}，与“${claim}”不一致。请核对。`,
  openOf: (total: string, done: string, rest: string, counter: string, rate: string): string =>
    `${total}${counter}中${done}${counter}完成（${rate}），尚余${rest}${counter}`,
  openSaid: (words: string): string => `文中写明“${words}”`,
  item: (no: string, title: string): string => (no === '' ? `“${title}”` : `第${no}项`),
  section: (no: string, title: string): string => `${no}${title}`,
} as const

/** Figures in running text: a number, and what it counts. Groups: digits, 余, 万 or 亿, unit; or numerals, unit. */
const counted =
  '人次|平方公里|平方米|公里|㎡|元|个(?!月|工作日|百分|小时|体|人|别)|项|条|件|户|家|人(?!民|大|员|均|力)|名|处|宗|起|份|亩|台|辆|套|座|栋|幢|笔|批|所|间|村'
export const figurePattern = new RegExp(
  `(?<![第\\d.,/])(?:(\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12}(?:\\.\\d{1,4})?)([余多])?([万亿])?(${counted})|(?<![一二三四五六七八九十百])([一二三四五六七八九十百]{2,5}|[二三四五六七八九十])(个(?!月|工作日|百分|小时|体|人|别)|项|条|件|户|家))`,
  'gu',
)
/** Units that count the same things under several names; others only count themselves. */
export const unitClasses: Readonly<Record<string, string>> = {
  个: 'item',
  项: 'item',
  条: 'item',
  件: 'item',
  人: 'person',
  名: 'person',
  平方米: 'area',
  '㎡': 'area',
}
/** What 万 and 亿 before a unit multiply by. */
export const scaleFactors: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }
export const clauseMarks = '，,、：:（）()'
export const amongWord = '其中'
/** 「241户中210户」: what stands before belongs to the whole, what follows to the part. */
export const withinWord = '中'
/** What is left over is not told in figures, so that parts need not add up. */
export const remainderPattern = /其余|剩余|余下|另有|另外|其他|其它|等[）)]?$/u
export const openWordPattern = /其余|剩余|余下|尚有|尚未|还有|正在|推进中|未完成|未整改|未落实|未到位/u
export const restDonePattern = /(?:其余|剩余|余下).{0,12}(?:已|均|全部)/u
/** 未开工 beside 开工率: the last two signs of the rate's word, denied. */
export const deniedPattern = (word: string): RegExp => new RegExp(`(?:未|没有)(?:能)?${word}`, 'u')
export const respectivelyWord = '分别'

/** What a figure says of progress, the first that fits. 基本完成 and 阶段性完成 are not 完成. Source: domain §7. */
export const progressPatterns = [
  { progress: 'basicallyDone', pattern: /基本(?:完成|整改|到位|办结)|未完全/u },
  { progress: 'phasedDone', pattern: /阶段性|部分(?:完成|整改)|(?:需要?|应当?)持续|持续(?:推动|推进|整改)/u },
  {
    progress: 'notDone',
    pattern: /未(?:能)?(?:完成|整改|启动|办结|销号|解决|落实|到位|动工|开展)|尚未|没有(?:完成|整改)/u,
  },
  { progress: 'inProgress', pattern: /正在|整改中|推进中|进行中|办理中/u },
  { progress: 'longTerm', pattern: /长期(?:整改|坚持)/u },
  { progress: 'referred', pattern: /移送/u },
  {
    progress: 'done',
    pattern:
      /完成(?!时限|期限|率)|办结(?!率)|销号(?!率)|解决(?!方案|办法|率)|化解(?!率)|(?<!不)到位(?!率)|已(?:推动|落实|整改)|整改了/u,
  },
] as const
export type TextProgress = (typeof progressPatterns)[number]['progress']
/** 应整改, 计划完成: what is to be, not what is. */
export const toBePattern = /应当?(?:整改|完成)|需要?(?:整改|完成)|待(?:整改|完成)|拟|计划|预计|力争|要求/u

/** A percentage in text; the first group is its figure. */
export const percentPattern = /(?<![\d.])(\d{1,4}(?:\.\d{1,4})?)%/gu
/** The word of a rate right before its figure, e.g. 完成 of 完成率为. */
export const rateWordPattern = /([\u4e00-\u9fa5]{1,8}?)率(?:已)?(?:为|达到|达|是|：|:)?$/u
export const shareWordPattern = /占[\u4e00-\u9fa5“”]{0,10}$/u
export const doneRatePattern =
  /^(?!.*(?:基本|阶段|按期|按时|及时|首次)).*(?:完成|整改|办结|销号|解决|化解|落实|到位|推动)$/u
/** 超过, 约: no figure that can be recomputed. */
export const roughBeforePattern = /(?:约|近|超过?|不足|不到|低于|高于|至少|大于|小于|左右)$/u
export const roughAfterPattern = /^(?:以上|以下|左右|以内|至|-|—|~|～)/u
export const fractionAfterPattern = /^[（(](\d{1,9})[/／÷](\d{1,9})[）)]/u
/** All of a whole: 30个具体问题已全部完成. */
export const allOfPattern = /全部|全面|均/u

/** 「已全部完成整改」, 「完成率100%」: everything is done. */
export const allDonePattern =
  /(?:全部|均已|均|全面|悉数)(?:已)?(?:按[期时照]{1,2}[^，。；]{0,6})?(?:得到|予以|实现)?(?:完成|整改|落实|销号|到位|办结|解决|清零)(?:整改)?(?!\d)/u
export const fullRatePattern = /(?:完成|整改|办结|销号|解决|落实|到位)率(?:已)?(?:为|达到|达|：|:)?100(?:\.0+)?%/u
/** What is wished, ordered or denied is no claim. */
export const noClaimPattern =
  /未|没有|不(?!断|仅|但)|确保|力争|预计|争取|要求|必须|将|计划|拟于|拟|待|如|若|直至|直到|之前|推动.{0,10}全部|督促/u
/** Subjects of a claim that are not the findings themselves. */
export const otherClaimPattern = /意见|建议|举一反三|推动改革|立行立改|措施|制度|资金/u
/** A claim about the findings alone, not about everything in the text. */
export const findingClaimPattern = /(?:具体|反馈|重点|审计)[^，。；]{0,6}问题/u
/** What a notice says is still to be done. */
export const remainingPattern = /还有|尚有|仍有|目前有|现有|剩余|目前尚/u

/** Phrases of every ledger that say nothing of a problem, and numbers. */
export const boilerplatePattern =
  /[0-9０-９.,，万亿余]+(?:元|个|项|户|家|人|名|笔|件|条|年|月|日|%|㎡|平方米)*|问题摘要|具体问题|问题表现|问题|方面|针对|关于|存在|情况|进行了?|以下整改|整改|相关|事项|按规定|规定|有关|部分|单位|部门|某[局所站镇区校院处科中]?|截至|年底|涉及|金额|共计|合计|经查|抽查|发现|以来|一是|二是|三是|四是|五是|工作|不够|不到位/gu

/**
 * Problems that documents of different years word differently: one name for all of its wordings. The first eight are
 * the 审计重点 of 抓收入. Source: 四个全员抓实施方案.
 */
export const likenessConcepts: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: '预算执行率低', pattern: /预算执行(?:率|进度)|支出进度/u },
  { name: '结余资金未上缴', pattern: /(?:结余|结转|存量|沉淀).{0,8}(?:资金|财政)|资金.{0,8}(?:结余|结转|沉淀|滞留)/u },
  { name: '往来款长期挂账', pattern: /往来款|其他应[收付]款|应[收付]账款|暂[付存]款|挂账/u },
  { name: '资产闲置', pattern: /闲置|空置|未盘活|未投入使用/u },
  { name: '非税收入未缴', pattern: /非税|(?:租金|收费)收入|收支两条线|坐收坐支/u },
  { name: '税收未缴', pattern: /(?:未缴|欠缴|少缴|漏缴).{0,8}税|税.{0,8}(?:未缴|欠缴|少缴|漏缴)/u },
  { name: '铺张浪费', pattern: /过紧日子|铺张|浪费/u },
  { name: '已供未建', pattern: /已供未建|供而未用|未按期开工|闲置土地/u },
  { name: '违规发放', pattern: /津贴?补贴|津补贴|(?:违规|超范围|超标准).{0,4}发放/u },
  { name: '未招标', pattern: /招标|招投标|政府采购/u },
  { name: '超概算', pattern: /概算/u },
  { name: '未办决算', pattern: /决算/u },
  { name: '挪用', pattern: /挪用|挤占|截留/u },
  { name: '公务接待', pattern: /公务接待|接待费/u },
  { name: '公务用车', pattern: /公务用车|公车/u },
  { name: '土地出让收入', pattern: /土地出让|出让(?:价款|收入|金)/u },
  { name: '账实不符', pattern: /账实不符|有账无物|未入账|清查盘点/u },
  { name: '低保', pattern: /低保|最低生活保障/u },
  { name: '养老待遇', pattern: /养老(?:金|保险|待遇)/u },
  { name: '超标排放', pattern: /超标|不达标/u },
  { name: '套取', pattern: /套取|虚假发票|虚开发票|虚列/u },
]
