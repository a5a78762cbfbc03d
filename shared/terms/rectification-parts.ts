/** Units that are money and belong into the columns of amounts. */
export const moneyUnits: ReadonlySet<string> = new Set(['元', '万元', '百万元', '千万元', '亿元', '万', '亿'])

/** What a blank part still needs. */
export const partFieldLabels = { ruleName: '制度名称', pointText: '问题表现' } as const
