/**
 * 字数 as WPS and Word print it: 中文字符 and full-width signs each count one, a run of Latin letters, digits and
 * half-width signs counts as one word, spaces and line breaks count nothing.
 *
 * Source: Word 「字数统计」, 字数 = 中文字符和朝鲜语单词 + 非中文单词 (WPS counts the same figure under the same name). A half-width
 * sign has no count of its own: it belongs to the run it touches (`3.68`, `A4`, `40%` are one each), and one that
 * stands alone between Chinese characters is a run by itself. The signs that a Chinese input method gives for quotes,
 * dashes and dots (U+2018–U+2026) stand in a Chinese font there and count one each; ’ inside a Latin word does not.
 */

/** Code points that count one each: CJK with its punctuation, full-width forms, and signs set in a Chinese font. */
const single =
  '\\u00a7\\u00b0\\u00b1\\u00b7\\u00d7\\u00f7\\u2010-\\u2027\\u2030-\\u205e\\u2100-\\u2bff\\u2e80-\\u2fff\\u3001-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff01-\\uffee\\u{1f000}-\\u{1faff}\\u{20000}-\\u{3ffff}'
/** Spaces, line breaks, and signs without width. */
const blank = '\\s\\u00ad\\u200b-\\u200f\\u2028-\\u202f\\u2060-\\u206f'
const counted = new RegExp(`(?:[^${single}${blank}]|(?<=[A-Za-z])\\u2019(?=[A-Za-z]))+|(?![${blank}])[${single}]`, 'gu')

/** 字数 of a text. Unit: 字. */
export function characterCount(text: string): number {
  return text.match(counted)?.length ?? 0
}

/** 典型案例 must have this many. Unit: 字. Source: 实施方案 三（一）5, 不少于800字. */
export const caseMinimum = 800
/** From here on a case is nearly long enough. Unit: 字. */
const nearMinimum = 780

export interface LengthVerdict {
  readonly count: number
  readonly minimum: number
  /** Unit: 字; 0 when long enough. */
  readonly short: number
  readonly state: 'reached' | 'near' | 'short'
}

/** Whether a 典型案例 is long enough, and what it lacks. */
export function caseLength(count: number): LengthVerdict {
  const short = Math.max(0, caseMinimum - count)
  const state = short === 0 ? 'reached' : count >= nearMinimum ? 'near' : 'short'
  return { count, minimum: caseMinimum, short, state }
}
