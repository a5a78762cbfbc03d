/** A filter of the lead list in words, for the 说明 sheet of an export. */
export const filterWords = {
  text: (text: string) => `包含“${text}”`,
  states: (labels: readonly string[]) => `状态：${labels.join('、')}`,
  classes: (labels: readonly string[]) => `项目类别：${labels.join('、')}`,
  year: (year: number) => `备案年度：${year}年（含未备案）`,
} as const
