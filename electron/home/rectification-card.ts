import type { Store } from '../../db/access'
import { countAlike } from '../../db/repositories/finding-counts'
import { readNextDueFinding } from '../../db/repositories/finding-dues'
import { readPrograms, toProgramRecord } from '../../db/repositories/rect-programs'
import { addDays, type IsoDate } from '../../shared/core/dates'
import type { RectificationCard } from '../../shared/home/contract'
import { countingOf, rateTextOf } from '../../shared/rectification/counting'
import { rateChoiceOf } from '../../shared/rectification/statistics'
import { rectificationCardWords as words } from '../../shared/terms/home'
import { rectificationDateTexts } from '../../shared/terms/tasks'
import { programDates, programDateTitle } from '../assignments/rectification-dates'
import type { Context } from '../context'
import { dayPlacer, type DayPlacer } from './rectification-days'

/** Unit: days ahead that reports are looked for. */
const reportHorizon = 400

/** 整改台账 on the home page, from the same counting as its statistics; null while it is empty. */
export function rectificationCard(context: Context, store: Store): RectificationCard | null {
  const today = context.today()
  const alike = countAlike(store.read, today)
  if (alike.length === 0) return null
  const byId = new Map(readPrograms(store.read).map((row) => [row.id, toProgramRecord(row)]))
  let [done, denominator, promoted, overdue, awaiting] = [0, 0, 0, 0, 0]
  for (const group of alike) {
    const program = byId.get(group.programId)
    if (!program) continue
    const { isDone, isPromoted, inDenominator } = countingOf(group, program)
    if (inDenominator) denominator += group.count
    if (isDone) done += group.count
    if (isPromoted) promoted += group.count
    if (group.state === 'awaitingDetermination') awaiting += group.count
    overdue += group.overdue
  }
  // Over everything, as the statistics without a filter: no programme's own rounding.
  const { rate, fraction } = rateTextOf({ done, denominator }, rateChoiceOf(null, []))
  const open = denominator - done
  const place = dayPlacer(context, store)
  const nextDue = nextOf(context, store, place, today)
  const gap = words.gap(open, overdue, awaiting)
  return {
    done,
    total: denominator,
    rate,
    fraction,
    open,
    overdue,
    awaiting,
    // 已整改 and 已推动整改 are two verbs, which a figure of both says. Source: domain §7 G12.
    gap: promoted > 0 && promoted < done ? `${gap}${words.mixed}` : gap,
    nextDue: nextDue?.due ?? null,
    light: overdue > 0 ? 'overdue' : (nextDue?.light ?? 'none'),
  }
}

/** The next deadline of a finding in work or the next report, whichever comes first. */
function nextOf(context: Context, store: Store, place: DayPlacer, today: IsoDate) {
  const finding = readNextDueFinding(store.read, addDays(today, -1), null)
  const [report] = programDates(context, store, { from: today, to: addDays(today, reportHorizon) })
    .filter(({ isDone }) => !isDone)
    .toSorted((left, right) => (left.dueOn < right.dueOn ? -1 : left.dueOn > right.dueOn ? 1 : 0))
  const first =
    report && (!finding?.dueOn || report.dueOn < finding.dueOn)
      ? {
          on: report.dueOn,
          title: programDateTitle(report),
          target: { kind: 'rectProgram' as const, recordId: report.programId },
        }
      : finding?.dueOn
        ? {
            on: finding.dueOn,
            title: rectificationDateTexts.finding(finding.title, finding.extensionCount, finding.originalDueOn),
            target: { kind: 'finding' as const, recordId: finding.id },
          }
        : null
  if (!first) return null
  const { dueOn, submitBy, isMoved, light } = place(first.on, true)
  return { light, due: { title: first.title, dueOn, submitBy, isMoved, target: first.target } }
}
