import type { Store } from '../../db/access'
import { readAssignments } from '../../db/repositories/assignments'
import { countAttachmentsByRecord } from '../../db/repositories/attachments'
import type { Assignment } from '../../shared/assignments/contract'
import { formatExact, parsePoints, subPoints, zeroPoints } from '../../shared/core/points'
import type { AssignedFigure } from '../../shared/exchange/figure-lines'
import type { ReportedLine } from '../../shared/exchange/lines'
import { summaryLines } from '../../shared/exchange/summary-lines'
import { wordsWithoutPeople } from '../../shared/reports/without-people'
import { presentAssignments } from '../assignments/present'
import type { Context } from '../context'
import type { ReportParts } from '../reports/period'
import { contextAsOf, dayBefore } from '../reports/report-frame'
import { scoreOf } from '../scoring/score'

/** Assignments of the year that stand and have a target, as they were on a day. */
function assignmentsOn(context: Context, store: Store, year: number): readonly Assignment[] {
  const rows = readAssignments(store.read, year).filter(
    ({ withdrawnOn, target }) => withdrawnOn === null && target !== null,
  )
  return presentAssignments(context, store, rows, scoreOf(store, year, context.today())).filter(
    ({ status }) => status !== 'excluded' && status !== 'withdrawn',
  )
}

/** What the records added in the period; null where the bureau wrote the number itself. */
function inPeriod({ actual, isActualComputed }: Assignment, before: string | null | undefined): string | null {
  const now = isActualComputed && actual !== null ? parsePoints(actual) : null
  const earlier = before == null ? zeroPoints : parsePoints(before)
  return now && earlier ? formatExact(subPoints(now, earlier)) : null
}

function assignedFigures(
  context: Context,
  store: Store,
  { frame, facts }: Pick<ReportParts, 'frame' | 'facts'>,
): readonly AssignedFigure[] {
  const { year } = frame.period
  const last = dayBefore(frame)
  const now = assignmentsOn(contextAsOf(context, frame.asOf), store, year)
  const before = new Map(
    last === null
      ? []
      : assignmentsOn(contextAsOf(context, last), store, year).map(({ id, actual }) => [id, actual] as const),
  )
  const ofProjects = new Map(facts.projects.bands.targets.map(({ assignmentId, actual }) => [assignmentId, actual]))
  return now.map((assignment) => {
    const counted = ofProjects.get(assignment.id)
    if (counted === undefined) return { assignment, current: inPeriod(assignment, before.get(assignment.id)) }
    return { assignment: { ...assignment, actual: String(counted), isActualComputed: true }, current: null }
  })
}

/** What the bureau reports of a period, line by line, from the very facts of its report. */
export function reportedLines(
  context: Context,
  store: Store,
  parts: ReportParts,
  { withContacts }: { readonly withContacts: boolean },
): readonly ReportedLine[] {
  const evidence = countAttachmentsByRecord(store.read)
  return summaryLines({
    ...parts.facts,
    sections: parts.sections,
    assigned: assignedFigures(context, store, parts),
    evidenceOf: (recordId) => evidence.get(recordId) ?? 0,
    withNames: withContacts,
    clean: withContacts ? (text) => text : wordsWithoutPeople(parts.people),
  })
}
