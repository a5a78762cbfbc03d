import type { Duty, PolicyRow } from '../environment/contract'
import type { DemandRecord } from '../environment/record'
import type { VisitListRow } from '../environment/visit-contract'
import { environmentText } from '../terms/report-environment'
import { reportTerms } from '../terms/reports'
import { satisfactionLabels, visitModeLabels } from '../terms/visits'
import { shortDate } from './annex-cells'
import { column, filled } from './cells'
import type { EnvironmentFacts } from './environment-facts'
import { emptyNote, framed, numberedRows, reportSheet } from './frame'
import type { CellContent, ReportSheet, SheetColumn } from './model'
import { isWithin } from './period'
import { fillText } from './sentences'
import { isExpectedBy, isSubmittedBy, overdueTasks, tasksDueBy } from './task-lines'

const { tasks: taskText, policySheet: policyText, visitSheet: visitText } = environmentText

/** How often a duty was to be reported and was, in the period and in the year. */
export interface DutyTally {
  readonly duty: Duty
  readonly expected: { readonly inPeriod: number; readonly inYear: number }
  readonly submitted: { readonly inPeriod: number; readonly inYear: number }
  /** Days of the year's reports, `2022.3.25`. */
  readonly submittedOn: readonly string[]
  readonly late: number
  readonly overdue: number
}

/** One duty counted as of the cut-off, by the days of its occurrences. */
export function dutyTally(facts: EnvironmentFacts, duty: Duty): DutyTally {
  const due = tasksDueBy(facts, duty.tasks).filter(({ dueOn }) => isWithin(facts.period, dueOn))
  const sent = duty.tasks.filter((task) => task.state !== 'cancelled' && isSubmittedBy(task, facts))
  return {
    duty,
    expected: { inPeriod: due.length, inYear: duty.tasks.filter((task) => isExpectedBy(task, facts)).length },
    submitted: { inPeriod: due.filter((task) => isSubmittedBy(task, facts)).length, inYear: sent.length },
    submittedOn: [...new Set(sent.map(({ submittedOn }) => shortDate(submittedOn)))],
    late: sent.filter(({ lateDays }) => lateDays !== null && lateDays > 0).length,
    overdue: overdueTasks(facts, duty.tasks).length,
  }
}

/** 是否逾期 in words. */
export function lateWords({ expected, late, overdue }: DutyTally): string {
  const parts = [
    ...(late > 0 ? [fillText(taskText.lateCount, { count: late })] : []),
    ...(overdue > 0 ? [fillText(taskText.overdueCount, { count: overdue })] : []),
  ]
  if (parts.length > 0) return parts.join(reportTerms.semicolon)
  return expected.inYear === 0 ? taskText.notDue : taskText.onTime
}

const tall = (group: string, label: string): SheetColumn => ({ ...column(label, 'integer', 9), group })

/** Source: layout B3 抓营商环境; each count stands in two columns, the period and the year. */
const taskColumns: readonly SheetColumn[] = [
  column(reportTerms.serialNo, 'integer', 6),
  column(taskText.columns.task, 'text', 30),
  column(taskText.columns.due, 'text', 24),
  tall(taskText.columns.expected, taskText.columns.inPeriod),
  tall(taskText.columns.expected, taskText.columns.inYear),
  tall(taskText.columns.submitted, taskText.columns.inPeriod),
  tall(taskText.columns.submitted, taskText.columns.inYear),
  column(taskText.columns.submittedOn, 'text', 24),
  column(taskText.columns.late, 'text', 16),
  column(taskText.columns.evidence, 'text', 34),
  column(reportTerms.remark, 'text', 18),
]

function tasksSheet(facts: EnvironmentFacts): ReportSheet {
  const rows = numberedRows(
    facts.duties.map((duty): readonly CellContent[] => {
      const tally = dutyTally(facts, duty)
      return [
        duty.task,
        duty.dueText,
        String(tally.expected.inPeriod),
        String(tally.expected.inYear),
        String(tally.submitted.inPeriod),
        String(tally.submitted.inYear),
        tally.submittedOn.join(reportTerms.enumeration) || null,
        lateWords(tally),
        duty.evidence,
        duty.progressText || null,
      ]
    }),
  )
  return reportSheet(facts, facts.signers, {
    name: taskText.sheetName,
    title: taskText.sheetTitle,
    unit: taskText.unit,
    columns: taskColumns,
    rows,
    notes: [...emptyNote(facts, rows), ...environmentText.readings.map((reading) => framed(facts, reading))],
  })
}

const policyColumns: readonly SheetColumn[] = [
  column(reportTerms.serialNo, 'integer', 6),
  column(policyText.columns.title, 'text', 50),
  column(policyText.columns.docNo, 'text', 24),
  column(policyText.columns.publishedOn, 'date', 14),
  column(policyText.columns.dueOn, 'date', 16),
  column(policyText.columns.sentOn, 'date', 16),
  column(policyText.columns.workdays, 'integer', 12),
]

/** A policy as a row: an estimated day is marked, as nobody may rely on it. */
export function policyCells({ policy, dueOn, dueOnEstimate, workdaysTaken, state }: PolicyRow): readonly CellContent[] {
  const estimate = dueOnEstimate === null ? null : fillText(reportTerms.estimated, { on: shortDate(dueOnEstimate) })
  const isSent = state === 'sent' || state === 'sentLate'
  return [
    policy.title,
    policy.docNo === '' ? null : policy.docNo,
    policy.publishedOn,
    dueOn ?? estimate,
    isSent ? policy.sentOn : null,
    workdaysTaken === null ? null : String(workdaysTaken),
  ]
}

function policiesSheet(facts: EnvironmentFacts): ReportSheet {
  const rows = numberedRows(facts.policies.map(policyCells))
  return reportSheet(facts, facts.signers, {
    name: policyText.sheetName,
    title: policyText.sheetTitle,
    unit: policyText.unit,
    columns: policyColumns,
    rows,
    notes: [...emptyNote(facts, rows), environmentText.readings[1]],
  })
}

const visitColumns: readonly SheetColumn[] = [
  column(reportTerms.serialNo, 'integer', 6),
  column(visitText.columns.person, 'text', 14),
  column(visitText.columns.rank, 'text', 12),
  column(visitText.columns.enterprise, 'text', 28),
  column(visitText.columns.street, 'text', 12),
  column(visitText.columns.visitedOn, 'date', 12),
  column(visitText.columns.mode, 'text', 10),
  column(visitText.columns.demand, 'text', 36),
  column(visitText.columns.transferredOn, 'date', 12),
  column(visitText.columns.repliedOn, 'date', 12),
  column(visitText.columns.isSolved, 'text', 10),
  column(visitText.columns.satisfaction, 'text', 12),
]

function demandCells(demand: DemandRecord | null): readonly CellContent[] {
  if (demand === null) return [null, null, null, null, null]
  const { text, transferredOn, repliedOn, isSolved, satisfaction } = demand
  return [
    text,
    transferredOn,
    repliedOn,
    isSolved === null ? null : isSolved ? reportTerms.yes : reportTerms.no,
    satisfaction && satisfactionLabels[satisfaction],
  ]
}

/** A visit as rows: one for each demand raised on it, one when there was none. */
export function visitCells({ visit, demands, ...names }: VisitListRow): readonly (readonly CellContent[])[] {
  const { personName, rank, enterpriseName, street } = names
  const own = [
    filled(personName),
    filled(rank),
    enterpriseName,
    filled(street),
    visit.visitedOn,
    visit.mode && visitModeLabels[visit.mode],
  ]
  const raised: readonly (DemandRecord | null)[] = demands.length === 0 ? [null] : demands
  return raised.map((demand) => [...own, ...demandCells(demand)])
}

function visitsSheet(facts: EnvironmentFacts): ReportSheet {
  const rows = numberedRows(facts.visits.flatMap(visitCells))
  return reportSheet(facts, facts.signers, {
    name: visitText.sheetName,
    title: visitText.sheetTitle,
    unit: visitText.unit,
    columns: visitColumns,
    rows,
    notes: [...emptyNote(facts, rows), framed(facts, environmentText.readings[2]), environmentText.readings[3]],
  })
}

/** The sheets of 抓营商环境: tasks, policies, visits. Source: layout B3. */
export function environmentSheets(facts: EnvironmentFacts): readonly ReportSheet[] {
  return [tasksSheet(facts), policiesSheet(facts), visitsSheet(facts)]
}
