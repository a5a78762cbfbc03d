/** Sentences of 设置 → 回收站. */
export const recycleText = {
  intro: '删除的记录在这里保留90天，恢复时连同一起删除的跟进、附件等一并恢复。过了90天不再列出，操作记录里仍然查得到。',
  columns: { at: '删除时间', actor: '删除人', what: '记录', parts: '连带', daysLeft: '还保留', action: '' },
  parts: (count: number): string => (count === 0 ? '' : `${count}条`),
  days: (count: number): string => `${count}天`,
  restore: '恢复',
  restored: (title: string): string => `已恢复：${title}`,
  empty: '回收站是空的。',
  more: (count: number): string => `另有${count}条更早的没有列出，先恢复或等列表变短后再看。`,
  label: '回收站',
} as const
