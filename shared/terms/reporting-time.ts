/** The words of 报送时间 that name a day of each month or quarter; the text is NFKC without white space. */
const dayWords =
  /^(?:于|在)?(?<next>次月|下月|次季度?首?月?|季后|月后|季度后|每?季度?次月)?(?:每月|当月|本月|每?季末月|每?季度末月|每?季度?最后一?个?月|季末|月末)?的?(?<day>\d{1,2})[日号]?(?:之?前|以前|前后|止|内)?$/

export interface ReportingDay {
  /** Day of the month, 1–31. */
  readonly day: number
  /** Months after the last month of the period: 0 or 1. */
  readonly monthsAfter: 0 | 1
}

/** 「每月28日前」, 「次月5日前」, 「季末月25日前」; null where the words name no such day (月底前, 5个工作日 …). */
export function reportingDayOf(text: string): ReportingDay | null {
  const groups = dayWords.exec(text.normalize('NFKC').replace(/\s/g, ''))?.groups
  const day = Number(groups?.['day'])
  if (!Number.isInteger(day) || day < 1 || day > 31) return null
  return { day, monthsAfter: groups?.['next'] === undefined ? 0 : 1 }
}
