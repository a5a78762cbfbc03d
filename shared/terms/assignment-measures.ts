/** Which figure of the bureau's own records an assigned indicator asks for. */
export type Measure = 'units' | 'briefs' | 'trainings' | 'cooperate'

const words: readonly (readonly [Measure, RegExp])[] = [
  ['trainings', /培训/],
  ['briefs', /工作信息|典型案例|篇数/],
  ['cooperate', /材料反馈|宣传.*配合/],
  ['units', /折算指标|有效.*(线索|项目信息)|招商项目信息/],
]

/** The measure named by a task and its indicator, or null when the records cannot tell. */
export function measureOf(text: string): Measure | null {
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}
