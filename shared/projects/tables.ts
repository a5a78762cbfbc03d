import { parseMoney } from '../core/money'
import { choiceWords } from '../tables/cells/choice'
import type { FieldReading, RowRemark, TableDefinition } from '../tables/definition'
import { projectTableFields, type ProjectTableField } from '../tables/field-names'
import {
  amountReading,
  dayReading,
  ignoredReading,
  joinedKey,
  lineReading,
  paragraphReading,
  withPlainAmounts,
} from '../tables/field-readings'
import type { FieldValue } from '../tables/reading'
import { projectHeaders, projectStageWords } from '../terms/project-tables'
import { largestAmount } from './bands'
import { projectStages } from './record'
import { datedStages, stageDays, stageRank } from './stages'

type Values = Readonly<Record<string, FieldValue>>

export const projectAmountFields = ['totalInvestment', 'annualPlan', 'investedYtd', 'investedTotal'] as const

const readings: Readonly<Record<ProjectTableField, FieldReading>> = {
  name: lineReading,
  owner: lineReading,
  site: lineReading,
  content: paragraphReading,
  industry: lineReading,
  totalInvestment: amountReading,
  band: ignoredReading,
  annualPlan: amountReading,
  investedYtd: amountReading,
  investedTotal: amountReading,
  planRate: ignoredReading,
  stage: { kind: 'choice', choice: choiceWords(projectStageWords) },
  enterPoolOn: dayReading,
  signedOn: dayReading,
  plannedStart: dayReading,
  startedOn: dayReading,
  plannedFinish: dayReading,
  completedOn: dayReading,
  leavePoolOn: dayReading,
  leaderSponsor: lineReading,
  steward: lineReading,
  taskTeam: lineReading,
  contact: lineReading,
  permitText: paragraphReading,
  physicalProgress: paragraphReading,
  problemText: paragraphReading,
  coordinationText: paragraphReading,
  remark: paragraphReading,
}

const isAmount = (field: string): boolean => projectAmountFields.some((amount) => amount === field)

/** Amounts below zero or beyond any project. */
function amountRemarks(values: Values): readonly RowRemark[] {
  return projectAmountFields.flatMap((field): RowRemark[] => {
    const value = values[field]
    if (typeof value !== 'string') return []
    const amount = parseMoney(value, 'tenThousand')
    if (amount !== null && amount >= 0 && amount <= largestAmount) return []
    const isNegative = value.startsWith('-')
    return [{ field, code: isNegative ? 'amountNegative' : 'amountTooLarge', severity: 'error', params: {} }]
  })
}

/** Days of the stages that run backwards. */
function orderRemarks(values: Values): readonly RowRemark[] {
  const remarks: RowRemark[] = []
  let before: { readonly field: string; readonly on: string } | null = null
  for (const stage of datedStages) {
    const field = stageDays[stage]
    const on = values[field]
    if (typeof on !== 'string') continue
    if (before && on < before.on) {
      const params = { earlierField: before.field, earlier: before.on, later: on }
      remarks.push({ field, code: 'orderOfDates', severity: 'warning', params })
    } else {
      before = { field, on }
    }
  }
  return remarks
}

/** A stage that is ahead of its days: a real ledger often is, so it is only said. */
function stageRemarks(values: Values): readonly RowRemark[] {
  const stage = projectStages.find((known) => known === values.stage)
  if (!stage) return []
  // 签约 and the days after 竣工 are rarely columns of a ledger.
  const missing = (['started', 'completed'] as const).filter(
    (dated) => stageRank(dated) <= stageRank(stage) && (values[stageDays[dated]] ?? null) === null,
  )
  return missing.length === 0
    ? []
    : [
        {
          field: 'stage',
          code: 'stageAhead',
          severity: 'warning',
          params: { missing: missing.map((dated) => stageDays[dated]).join(' ') },
        },
      ]
}

/** More invested than planned in all, and other doubts. */
function check(values: Values): readonly RowRemark[] {
  return [...amountRemarks(values), ...orderRemarks(values), ...stageRemarks(values)]
}

/** 项目台账: layout B2 of `domain.md` §8. */
export const projectTable: TableDefinition = {
  kind: 'projects',
  fields: projectTableFields.map((field) => ({
    field,
    reading: readings[field],
    headers: projectHeaders[field],
    isRequired: field === 'name',
    ...(isAmount(field) ? { isMoney: true } : {}),
  })),
  recordFields: projectTableFields,
  anchors: [
    ['name'],
    ['totalInvestment', 'annualPlan', 'investedYtd', 'investedTotal'],
    ['stage', 'startedOn', 'plannedFinish', 'physicalProgress', 'enterPoolOn', 'leaderSponsor'],
  ],
  keyOf: (values) => joinedKey(values.name, values.owner),
  keyFields: ['name', 'owner'],
  complete: (values) => withPlainAmounts(values, projectAmountFields),
  check,
}
