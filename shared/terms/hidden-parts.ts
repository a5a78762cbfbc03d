/** What stands in a public notice in place of what is hidden. Source: product F11. */
export const hiddenWords = {
  person: '有关人员',
  auditee: '某单位',
  figure: '***',
} as const

/** Words of posts, which name nobody; a field that holds one of them holds no person's name. */
export const postWords =
  /^(?:(?:党组|党委|支部)?(?:书记|副书记|委员|成员)|局长|副局长|主任|副主任|处长|副处长|科长|副科长|组长|副组长|主要负责人|分管领导|科室负责人|承办人|责任人|领导班子|局党组|党组)$/u

/** Names of several people in one field. */
export const nameSeparators = /[、，,；;/\s]+/u

/** A mobile number; a number with an area code; a short one right behind its word. */
export const phonePatterns: readonly RegExp[] = [
  /(?<![\dA-Za-z])1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/gu,
  /(?<![\dA-Za-z])[（(]?0\d{2,3}[)）]?[- —－]?\d{7,8}(?!\d)/gu,
  /(?<=(?:电话|手机|联系方式|热线)[号码]{0,2}[：:为是 ]{0,2})\d{7,8}(?!\d)/gu,
]

/** Identity cards, credit codes, bank accounts: long runs of digits, also in groups of four. */
export const accountPatterns: readonly RegExp[] = [
  /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/gu,
  /(?<![\dA-Za-z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![\dA-Za-z])/gu,
  /(?<![\dA-Za-z.])\d{4}(?: \d{4}){2,3}(?: \d{1,4})?(?![\d.])/gu,
  /(?<![\dA-Za-z.])\d{12,25}(?![\d.A-Za-z])/gu,
]

export const amountPattern = /\d[\d,，]*(?:\.\d+)?\s?(?:亿|万|千)?元/gu

export const moreWhere = (first: string, count: number): string => `${first}等${count}处`
