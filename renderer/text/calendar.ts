import type { IsoDate } from '../../shared/core/dates'

/** Sentences of the month view. */
export const calendarText = {
  title: '日历',
  month: (year: number, month: number): string => `${year}年${month}月`,
  previous: '上个月（PageUp）',
  next: '下个月（PageDown）',
  previousSign: '‹',
  nextSign: '›',
  today: '今天',
  stream: '工作线',
  allStreams: '全部工作线',
  print: '打印A4',
  exportIcs: '导出.ics',
  exportMonth: '导出本月',
  exportYear: '导出全年',
  exported: (count: number): string => `已导出${count}项时限，可在日历软件里打开。`,
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  marks: { off: '休', makeUp: '班' },
  markNames: { off: '放假', makeUp: '调休上班' },
  grid: (month: string): string => `${month}时限`,
  dayLabel: (day: IsoDate, weekday: string, mark: string, count: number): string =>
    `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日${weekday}${mark === '' ? '' : `，${mark}`}，${count === 0 ? '没有时限' : `${count}项时限`}`,
  dayNumber: (day: IsoDate): string => {
    const number = Number(day.slice(8, 10))
    return number === 1 ? `${Number(day.slice(5, 7))}月1日` : String(number)
  },
  otherMonth: (day: IsoDate, count: number): string => `${Number(day.slice(5, 7))}月，${count}项`,
  moved: (words: string): string => `（原${words}）`,
  estimated: '（估算）',
  dateDone: '✓ 已完成',
  empty: '本月没有时限。',
  keys: '方向键选日期，回车看当天的事项，PageUp、PageDown 换月。',
  printTitle: (month: string): string => `${month}报送时限表`,
  printUnit: (bureau: string): string => `单位：${bureau}`,
  printStream: (stream: string): string => `范围：${stream}`,
  printNote: '日期为最后工作日；遇休息日提前的，括号内为原定日期。▲ 临近　■ 逾期　✓ 已报送',
  printMade: (day: string): string => `制表日期：${day}`,
} as const
