import { addDays, weekdayOf, type IsoDate } from '../../shared/core/dates'
import { formatChineseDate } from '../../shared/terms/dates'
import { weekdayLabels } from '../../shared/terms/core'

function monthAndDay(day: IsoDate): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
}

function weekday(day: IsoDate): string {
  return weekdayLabels[weekdayOf(day)] ?? ''
}

/** 「6月24日（原6月25日，周六）」; with the year when it is not the one on the screen. */
export function dueText(submitBy: IsoDate, dueOn: IsoDate, isMoved: boolean, year: number): string {
  const day = submitBy.startsWith(String(year)) ? monthAndDay(submitBy) : formatChineseDate(submitBy)
  return isMoved ? `${day}（原${monthAndDay(dueOn)}，${weekday(dueOn)}）` : `${day}（${weekday(submitBy)}）`
}

/** What is left until a day, in workdays. */
export function daysLeftText(workdaysLeft: number, submitBy: IsoDate, today: IsoDate): string {
  if (submitBy === today) return '今天到期'
  if (submitBy === addDays(today, 1)) return '明天到期'
  if (workdaysLeft < 0) return `已过${-workdaysLeft}个工作日`
  if (submitBy < today) return '已过期'
  return `剩${workdaysLeft}个工作日`
}

export const homeText = {
  today: (day: IsoDate): string => `${formatChineseDate(day)}（${weekday(day)}）`,
  stream: '工作线',
  done: '完成 / 目标',
  gap: '还差什么',
  nextDue: '最近时限',
  light: '状态',
  score: (points: string, max: string): string => `得分 ${points} / ${max}`,
  assignments: (count: number): string => `任务${count}项`,
  noAssignments: '未下达任务',
  noDue: '没有时限',
  findingUnit: '个问题',
  openStream: (stream: string): string => `打开${stream}`,
  openScore: '打开得分说明',
  due: '到期与等待',
  view: '看谁的事项',
  views: [
    { value: 'own', label: '我的' },
    { value: 'group', label: '本组' },
    { value: 'all', label: '全部' },
  ],
  sections: { overdue: '逾期', near: '3个工作日内', thisWeek: '本周', waiting: '等待别人' },
  sectionTitle: (title: string, count: number): string => `${title}（${count}）`,
  nobody: '未分到人',
  separator: ' · ',
  estimated: '按周一至周五估算',
  handle: '处理',
  draft: { quarter: '生成小结', month: '生成月报' },
  draftOf: (label: string, title: string): string => `${label}：${title}`,
  nothingDue: '今天没有到期事项。',
  next: (day: string): string => `最近一项：${day} `,
  todo: '待办',
  noTodo: '没有待办事项。',
  emptyTitle: '还没有区里下达的任务。把任务分解表拖到这里，或按 Ctrl+I 选择文件。',
  import: '导入任务表',
  actions: {
    importAssignments: '导入',
    returnedLines: '查看',
    mergeConflicts: '处理',
    monthlyBrief: '登记',
    backfill: '补录',
    quietLeads: '查看',
    pendingLeads: '查看',
  },
} as const
