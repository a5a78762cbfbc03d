/** Words by which days and due dates are read; the text is NFKC without white space, Chinese numerals already digits. */

export const chineseDigits: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  两: 2,
}
export const chineseTens: Readonly<Record<string, number>> = { 十: 10, 廿: 20, 卅: 30 }
/** Numerals that stand before a word of time. */
export const chineseYearPattern = /[〇○零一二三四五六七八九]{4}(?=年)/g
export const chineseNumberPattern = /[一二三四五六七八九十廿卅〇○零两]{1,3}(?=月|日|号|个?工作日|季度)/g

/** Time of day beside a date, before white space is removed. */
export const timeOfDayPattern = /(?:\s+|(?<=\d)T)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?![\d:Z+])/g
/** A document's number is no date. */
export const documentNumberPattern = /[〔[(](?:19|20)\d{2}[〕\])]\d{1,4}号?/g
export const weekdayPattern = /\(?(?:星期|周|礼拜)[一二三四五六日天]\)?/g

const separator = '[-./]'
/**
 * One token of a date, the most specific first. Groups: y m d (separated) · cy cm cd (compact) · sy sm (separated month)
 * · ry r1 r2 (month range) · wy wm wd we (words) · py p (period) · od (another day of the same month).
 */
export const dateTokenPattern = new RegExp(
  [
    `(?<![\\d.\\-/])(?<y>\\d{4})${separator}(?<m>\\d{1,2})${separator}(?<d>\\d{1,2})(?![\\d.\\-/月年])`,
    '(?<!\\d)(?<cy>(?:19|20|21)\\d{2})(?<cm>\\d{2})(?<cd>\\d{2})(?![\\d.年月])',
    `(?<![\\d.\\-/])(?<sy>(?:19|20|21)\\d{2})${separator}(?<sm>\\d{1,2})(?![\\d.\\-/月年])`,
    '(?<!\\d)(?:(?<ry>\\d{4})年)?(?:(?<=\\d{4}年)|(?<![年\\d.\\-/]))(?<r1>\\d{1,2})月?(?:-|—|–|~|至|到)(?<r2>\\d{1,2})月份?(?!\\d)(?:底|末)?',
    '(?<!\\d)(?:(?<wy>\\d{4})年)?(?:(?<=\\d{4}年)|(?<![年\\d./]))(?<wm>\\d{1,2})月(?:份)?(?:(?<wd>\\d{1,2})(?:[日号]|(?=$|前|之前|以前|[、,;至~—-]))|(?<we>底|末|上旬|中旬|下旬|初))?(?!\\d)',
    '(?:(?<!\\d)(?<py>\\d{4})(?:年度?(?!底|末|内|终)|(?=年))?)?(?<p>上半年|下半年|前三季度|第?[1-4]季度|全年|年底|年末|年内|年终|当年)末?底?',
    '(?<![\\d月年.\\-/])(?<od>\\d{1,2})[日号]',
  ].join('|'),
  'g',
)
export const rangeJoinPattern = /^(?:日|号)?(?:至|到|-|—|–|~|起至)$/
/** What is left over and still looks like a piece of a date: then the text was not understood. */
export const dateRestPattern = /(?<!\d)(?:19|20|21)\d{2}(?!\d)|\d\s*[年月]|\d[日号]|\d{4}[-./]|[-./]\d/
export const dateLikePattern = /\d.*[年月日号]|\d[-./]\d|^\d+(?:\.\d+)?$/
export const endOfMonthWords: ReadonlySet<string> = new Set(['底', '末', '下旬'])
export const startOfMonthWords: Readonly<Record<string, number>> = { 初: 10, 上旬: 10, 中旬: 20 }
/** Last month of a period in words. */
export const periodMonths: Readonly<Record<string, number>> = {
  上半年: 6,
  下半年: 12,
  前三季度: 9,
  全年: 12,
  年底: 12,
  年末: 12,
  年内: 12,
  年终: 12,
  当年: 12,
}
export const quarterPeriodPattern = /^第?([1-4])季度$/
export const halfYearPeriods: ReadonlySet<string> = new Set(['上半年', '下半年', '前三季度'])

export const monthlyPattern = /每个?月|逐月|按月|月月|月度|次月|^(?:当|本)?月(?:底|末)(?:前|之前|以前)?$/
export const quarterlyPattern = /每个?季|逐季|按季|(?<![1-4一二三四])季度?末|^季度(?:末|底)?/
export const afterEventPattern = /(\d{1,3})个?工作日/
export const calendarDaysPattern = /(?:后|起)\d{1,3}[日天](?:以?内)/
export const longTermPattern = /长期|持续|常态化|一直|始终/
/** Words that name no day and are well known as such. */
export const openDuePattern =
  /按通知|按要求|按需|另行通知|随时|实时|即时|及时|适时|不定期|按规定|按时|按进度|根据通知|区里通知|待定|待通知|通知为准/

/** Years that the table does not name outright. */
export const relativeYearPattern = /明年|次年|下一?年|去年|上年|翌年|后年/
export const monthFieldPattern = /^(?:(\d{4})(?:年|[-./]))?(\d{1,2})(?:月份?)?$/
export const writtenMonth = { year: '年', month: '月', day: '日' } as const
