/** Weekday names by ISO number, 1 = Monday. */
export const weekdayLabels: Readonly<Record<number, string>> = {
  1: '周一',
  2: '周二',
  3: '周三',
  4: '周四',
  5: '周五',
  6: '周六',
  7: '周日',
}

/** What is wrong with a calendar file; `{name}` is replaced by the parameter of that name. */
const calendarProblems = {
  notJson: '不是有效的 JSON 文本',
  noYears: '文件里没有任何年度',
  shapeWrong: '第{index}个年度不是“year、source、off、makeUp”四项的写法',
  fieldMissing: '第{index}个年度缺少或写错了“{field}”',
  yearWrong: '第{index}个年度的“年度（year）”应为2000—2100之间的整数',
  dayWrong: '“{field}”里的“{value}”不是有效日期，应写成 2026-10-01',
  dayOutside: '{year}年的安排里出现了{value}，不属于该年（只允许带上年12月的日期）',
  dayRepeated: '{value}出现了两次',
  dayBoth: '{value}同时列为放假和调休上班',
  makeUpOnWeekday: '{value}是{weekday}，本来就上班，不应列为调休上班',
  yearRepeated: '{year}年出现了两次',
} as const
export type CalendarProblem = keyof typeof calendarProblems

const calendarFieldLabels: Readonly<Record<string, string>> = {
  year: '年度（year）',
  source: '依据（source）',
  off: '放假日期（off）',
  makeUp: '调休上班日期（makeUp）',
}

/** The name of a field of the calendar file as a person reads it. */
export function calendarFieldLabel(field: string): string {
  return calendarFieldLabels[field] ?? field
}

/** One clause that goes into the message of `calendarInvalid`. */
export function calendarProblemText(
  problem: CalendarProblem,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return calendarProblems[problem].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/** What must stand beside every day that was worked out without the official calendar; empty when none is missing. */
export function missingCalendarText(years: readonly number[]): string {
  return years.length === 0 ? '' : `${years.join('、')}年放假安排未录入，按周一至周五推算，可能有误。请导入放假安排。`
}
