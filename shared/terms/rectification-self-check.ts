import type { FindingKind } from '../rectification/record'

/** Sentences about figures that no ledger was needed for. */
export const publishedTexts = {
  parts: (total: number, parts: readonly number[], sum: number): string =>
    `${parts.join('＋')}＝${sum}，与总数${total}不符，${total > sum ? `有${total - sum}项没有去向` : `多出${sum - total}项`}。请核对各类数量。`,
  rate: (percent: string, total: number, done: number): string =>
    `${percent}不能由文中数字算出：${total}项中已整改${done}项，${done}/${total}或加减其他各类都得不到这个比例。请写明分子和分母。`,
} as const

/** Sentences about the ledger. */
export const ledgerTexts = {
  declared: (program: string, declared: number, unit: string, held: number): string =>
    `“${program}”通报写明${declared}${unit}，台账中有${held}${unit.slice(0, 1)}，${declared > held ? `少${declared - held}` : `多${held - declared}`}${unit.slice(0, 1)}。请对照原文核对。`,
  openMeasures: (finding: string, count: number): string =>
    `“${finding}”已计为完成，还有${count}条整改措施没有完成，也没有说明理由。请更新措施或重新认定。`,
  openQuantity: (finding: string, treatment: string, done: string, required: string): string =>
    `“${finding}”已计为完成，但${treatment}应整改${required}，已整改${done}。请核实余下部分。`,
  closedWithoutEvidence: (finding: string): string => `“${finding}”已销号，但没有佐证材料。请补充材料或重启整改。`,
  evidenceMissing: (finding: string, files: readonly string[]): string =>
    `“${finding}”的佐证材料找不到文件：${files.join('、')}。请从原处重新添加。`,
  mixedVerbs: (scope: string, done: number, promoted: number): string =>
    `“${scope}”中“已整改”${done}项、“已推动整改”${promoted}项，两个说法口径不同。合计时请分开引用或加以说明。`,
  allPrograms: '所选来源合计',
  doneOverRequired: (finding: string, treatment: string, done: string, required: string): string =>
    `“${finding}”的${treatment}已整改${done}多于应整改${required}，也没有说明原因。请核对。`,
  requiredOverAmount: (finding: string, sum: string, amount: string): string =>
    `“${finding}”各处理方式的应整改金额合计${sum}，多于问题金额${amount}。请核对。`,
} as const

/** Sentences about a text beside the ledger. */
export const textTexts = {
  allFindings: '问题',
  total: (name: string, written: number, held: number): string =>
    `文中${name}${written}项，台账为${held}项。请核对文字或台账。`,
  done: (name: string, written: number, held: number, fraction: string): string =>
    `文中${name}已完成${written}项，台账为${held}项（${fraction}）。请核对文字或台账。`,
  percent: (name: string, written: string, fraction: string, rate: string): string =>
    `文中${name}为${written}，台账为${fraction}＝${rate}。请核对文字或台账。`,
  allDone: (name: string, open: number, fraction: string): string =>
    `文中写${name}已全部完成，台账中还有${open}项没有完成（${fraction}）。请核对文字或台账。`,
  verb: (name: string, done: number, promoted: number): string =>
    `文中${name}写作“已整改”，台账中“已整改”${done}项、“已推动整改”${promoted}项。两个说法口径不同，请分开写。`,
} as const

/** How a text names the kinds of items. */
export const kindsInText: Readonly<Record<FindingKind, readonly string[]>> = {
  specific: ['具体问题'],
  byAnalogy: ['举一反三'],
  reform: ['推动改革'],
  recommendation: ['意见建议', '整改意见'],
  immediateHandover: ['立行立改问题', '立行立改事项'],
  audit: ['审计问题', '审计查出问题', '审计发现问题', '审计查出的问题', '审计发现的问题'],
}

/** How figures stand in a text. Counters: 个, 项, 条. */
export const textPatterns = {
  /** A part of a sentence that is checked on its own. */
  segment: /[^。；;！!\n\r]+/gu,
  /** About a part of the ledger only. */
  partial: /本部分|本方面|该问题|该项|涉及|其中/u,
  before: /(\d+)[个项条](?:[“"‘「]?)$/u,
  after: /^[”"’」]?[^，,、：:\d]{0,10}?(\d+)[个项条]/u,
  /** The whole ledger: 共反映658个问题, 共反映问题658个. */
  all: /(?:共|反映|合计|总计|查出|发现|指出)[^，,\d]{0,8}?(?:(\d+)[个项](?:审计)?(?:查出的?|发现的?)?问题|问题[^，,\d]{0,4}?(\d+)[个项])/u,
  done: /(?<![未没])(?:(已推动整改|已(?:经)?(?:全部)?(?:完成)?整改|已(?:经)?(?:全部)?完成(?:整改|落实)?|已(?:经)?(?:全部)?落实)(?:问题|事项)?(\d+)[个项条])|(\d+)[个项条](?:问题|事项)?(已推动整改|已(?:经)?完成整改|已(?:经)?整改|已(?:经)?完成)/u,
  rate: /(?:完成率|整改率|推动率|到位率)[^，,\d]{0,6}?(\d+(?:\.\d+)?)[%％]/u,
  allDone: /(?:已|均)?(?:全部|均已)(?:按期)?(?:完成|整改|落实)/u,
  /** What stands beside the done ones. */
  others:
    /(?:正在整改|整改中|移送(?:处理)?|基本完成|阶段性完成|未完成(?:整改)?|(?<!已)未整改|长期整改|持续整改|持续推进|正在推进)(?:的|问题|事项)?(\d+)[个项条件]/gu,
  /** The figure that comes first is the whole. */
  whole: /(\d+)[个项条件]/u,
  promotedVerb: '已推动整改',
  rectifiedVerb: /整改/u,
} as const
