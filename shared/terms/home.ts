import type { reportsContract } from '../reports/contract'
import type { Output } from '../ipc/procedure'

type TodoCode = Output<(typeof reportsContract)['reports.overview']>['todo'][number]['code']

const todo: Readonly<Record<TodoCode, (count: number, month: number) => string>> = {
  importAssignments: () => '还没有区里下达的任务。把任务分解表拖到这里，或按 Ctrl+I 导入。',
  monthlyBrief: (_count, month) => `${month}月工作信息还没有登记，每月至少1篇。`,
  backfill: (count) => `${count}条通过OA报送的线索还要在平台补录。`,
  quietLeads: (count) => `${count}条线索已有10个工作日以上没有跟进。`,
  pendingLeads: (count) => `${count}条线索还差街道园区确认接收等环节，不能算“有效”。`,
}

/** Sentences of the home page. */
export const homeSentences = {
  full: '已达到满分，没有缺口。',
  noAssignments: '区里还没有下达任务。',
  noScheme: '区里还没有下达本年度的考核办法，只显示完成情况。',
  noPoints: (count: number) => `${count}项任务，区未下达分值，只看完成情况。`,
  taskUnit: '项',
  remaining: (amount: string, unit: string) => `还差${amount}${unit}。`,
  todo,
} as const
