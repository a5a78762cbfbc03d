import type { Stream } from '../core/schemas'
import { column, filled } from '../reports/cells'
import { aboutSheet, ledgerSheet, yearLedger, type LedgerFrame } from '../reports/ledger-frame'
import type { CellContent, ColumnType, Report, SheetColumn } from '../reports/model'
import {
  assignmentLabels as labels,
  assignmentLedgerText as text,
  cycleLabels,
  participationLabels,
} from '../terms/assignments'
import { reportTerms } from '../terms/reports'
import { streamLabels } from '../terms/settings'

/** An assignment in the district's own columns. */
export interface ReceivedAssignment {
  readonly itemCode: string
  readonly stream: Stream | null
  readonly taskName: string
  readonly indicator: string
  /** Exact decimal text in `unit`. */
  readonly target: string | null
  readonly targetFirstQuarter: string | null
  readonly targetFirstHalf: string | null
  readonly targetThreeQuarters: string | null
  readonly targetText: string
  readonly participation: string
  readonly unit: string
  readonly leadUnit: string
  readonly responsibleUnit: string
  readonly supportUnits: string
  readonly responsibleLeader: string
  /** 完成时限 in the words of the table. */
  readonly dueText: string
  readonly cycle: string
  readonly reportingTime: string
  readonly channel: string
  readonly remark: string
}

export interface AssignmentLedgerFacts extends LedgerFrame {
  readonly year: number
  readonly assignments: readonly ReceivedAssignment[]
}

function grouped(group: string, label: string, type: ColumnType, width: number): SheetColumn {
  return { ...column(label, type, width), group }
}

/** The columns of 任务分解表, with 目标要求 for targets in words. Source: layout A1. */
export const assignmentColumns: readonly SheetColumn[] = [
  column(reportTerms.serialNo, 'integer', 6),
  column(labels.itemCode, 'code', 10),
  column(labels.stream, 'text', 12),
  column(labels.taskName, 'text', 26),
  column(labels.indicator, 'text', 16),
  grouped(labels.target, text.wholeYear, 'decimal', 9),
  grouped(labels.target, labels.targetFirstQuarter, 'decimal', 9),
  grouped(labels.target, labels.targetFirstHalf, 'decimal', 9),
  grouped(labels.target, labels.targetThreeQuarters, 'decimal', 9),
  column(labels.targetText, 'text', 18),
  column(labels.unit, 'text', 9),
  column(labels.leadUnit, 'text', 14),
  column(labels.responsibleUnit, 'text', 14),
  column(labels.supportUnits, 'text', 14),
  column(labels.responsibleLeader, 'text', 14),
  column(labels.due, 'text', 18),
  grouped(text.reporting, labels.cycle, 'text', 9),
  grouped(text.reporting, text.time, 'text', 12),
  grouped(text.reporting, text.way, 'text', 10),
  column(labels.remark, 'text', 24),
]

function isCycle(cycle: string): cycle is keyof typeof cycleLabels {
  return Object.hasOwn(cycleLabels, cycle)
}

/** Its cells behind the number. */
export function assignmentCells(assignment: ReceivedAssignment): readonly CellContent[] {
  const { stream, cycle, participation } = assignment
  return [
    filled(assignment.itemCode),
    stream === null ? null : streamLabels[stream],
    assignment.taskName,
    filled(assignment.indicator),
    assignment.target,
    assignment.targetFirstQuarter,
    assignment.targetFirstHalf,
    assignment.targetThreeQuarters,
    participation === 'excluded' ? participationLabels.excluded : filled(assignment.targetText),
    filled(assignment.unit),
    filled(assignment.leadUnit),
    filled(assignment.responsibleUnit),
    filled(assignment.supportUnits),
    filled(assignment.responsibleLeader),
    filled(assignment.dueText),
    isCycle(cycle) ? cycleLabels[cycle] : null,
    filled(assignment.reportingTime),
    filled(assignment.channel),
    filled(assignment.remark),
  ]
}

/** The assignments of a year as the district gave them, in its own columns. Source: layout A1. */
export function assignmentLedger(facts: AssignmentLedgerFacts): Report {
  const { bureau, year, assignments } = facts
  const about = { name: text.sheetName, title: text.title(year, bureau), columns: assignmentColumns }
  return yearLedger(facts, { kind: 'assignmentLedger', subject: text.subject, year }, [
    ledgerSheet(facts, about, assignments.map(assignmentCells)),
    aboutSheet(facts, assignments.length, text.readings),
  ])
}
