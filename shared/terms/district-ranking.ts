/** Why a unit has no place. */
export const unrankedReasons = {
  missing: '未报',
  returned: '退回重报，未重新报送',
  vetoed: '一票否决',
  optional: '自愿参加，未报',
  withoutTarget: '没有目标任务，列入其他成果',
  noScheme: '没有考核办法，只显示完成情况',
  noPoints: '办法没有下达分值，只显示完成情况',
} as const

const namesOf = (names: readonly string[]): string => names.join('、')

/** Words of a ranking. */
export const rankingTerms = {
  rawIndicator: '封顶前的完成数',
  equalTotals: { total: '总分相同', exactTotal: '未舍入的总分相同' },
  rule: (first: string, criteria: readonly string[]) =>
    criteria.length === 0
      ? `${first}的，名次并列，后续名次顺延（1、2、2、4）。`
      : `${first}的，依次比较${namesOf(criteria)}；仍相同的，名次并列，后续名次顺延（1、2、2、4）。`,
  parted: (total: string, criterion: string, own: string, others: readonly string[]) =>
    `总分同为${total}，按${criterion}排序：本单位${own}，同分单位${namesOf(others)}。`,
  stands: (total: string, count: number, criteria: readonly string[]) =>
    criteria.length === 0
      ? `总分同为${total}，${count}家并列。`
      : `总分同为${total}，${namesOf(criteria)}也相同，${count}家并列。`,
  gap: (name: string, missing: string) => `${name}差${missing}分`,
  notGiven: (name: string) => `${name}待评`,
  excluded: '不参加',
  noRate: '—',
  separator: '；',
} as const

/** Words of the award proposals. */
export const awardTerms = {
  place: (group: string, place: number, score: string) => `${group}总分${score}，第${place}名`,
  bestRate: (value: string, place: number) => `完成率${value}，第${place}名`,
  bestAmount: (value: string, place: number) => `没有目标任务，完成${value}，列第${place}名`,
  bestPoints: (name: string, value: string, place: number) => `${name}${value}分，第${place}名`,
  vetoed: (clause: string, on: string) => `${clause}（${on}）`,
  excludedByPlan: (clause: string) => `按办法不参加本项：${clause}`,
  belowTarget: (value: string) => `完成率${value}，未完成目标任务`,
  tieAtBorder: (names: readonly string[], left: number) =>
    `${namesOf(names)}成绩相同，只剩${left}个名额，由区里研究确定。`,
  fewer: (found: number, wanted: number) => `符合条件的只有${found}家，名额${wanted}个。`,
  differentSchemes: '组内各类单位的考核办法不同，总分按各自办法计算。',
} as const

/** Words of the district totals, in the order of the notices. */
export const totalTerms = {
  count: '条',
  projects: '个',
  leads: '招商线索',
  leadsFormula: '各单位本年备案的招商线索合计（不含撤回、重复的）。',
  recommended: '推荐线索',
  recommendedFormula: '线索中已与街道园区对接的合计。',
  landed: '落地项目',
  landedFormula: '线索中已在区内注册公司的合计。',
  outOfCity: '落地市外优质项目',
  outOfCityFormula: '落地项目中区里认定为市外优质、北京的合计。',
  hundredMillion: '亿元以上项目',
  hundredMillionFormula: '各单位上报的项目中总投资1亿元及以上的个数。',
  beijing: '北京项目',
  beijingFormula: '落地项目中区里认定为北京项目的合计。',
  sumFormula: (label: string) => `各单位“${label}”本年累计完成（核定数）合计。`,
  funnel: { leads: '线索', recommended: '推荐', landed: '落地' },
} as const

/** What the commands print. */
export const rankingLines = {
  category: (label: string, scheme: string) => `${label}　${scheme}`,
  unit: (place: string, unit: string, score: string, note: string) => [place, unit, score, note].join('\t').trimEnd(),
  award: (name: string, group: string) => (group === '' ? name : `${name}（${group}）`),
  winner: (place: number, unit: string, value: string, reason: string) => [place, unit, value, reason].join('\t'),
  excluded: (unit: string, reason: string) => `不列入\t${unit}\t${reason}`,
  note: (text: string) => `说明\t${text}`,
  noAwards: '没有奖励办法。',
} as const
