import type { Store } from '../../db/access'
import { readFindings, toFindingRecord } from '../../db/repositories/findings'
import { readAllMeasures } from '../../db/repositories/measures'
import { readRectRoles } from '../../db/repositories/rect-programs'
import { readRevenueEntries } from '../../db/repositories/revenue'
import type { IsoDate } from '../../shared/core/dates'
import { countingOf } from '../../shared/rectification/counting'
import type { FindingRecord, ProgramRecord } from '../../shared/rectification/record'
import type { FindingStep } from '../../shared/rectification/part-records'
import { findingAsOf } from '../../shared/rectification/report-as-of'
import { rateChoiceOf, statisticsOf } from '../../shared/rectification/statistics'
import { timelinessOf } from '../../shared/rectification/timeliness'
import type { ReportFrame, ReportSigners } from '../../shared/reports/frame'
import type { RectificationFacts, RectificationItem } from '../../shared/reports/rectification-facts'
import type { RecoveredAmount } from '../../shared/reports/recovered-once'
import type { RevenueRecord } from '../../shared/revenue/record'
import type { Context } from '../context'
import { programsById, statusTextOf } from '../rectification/present'
import { partsReader, type PartsOf } from '../rectification/report-facts'
import { selfCheckOf } from '../rectification/self-check'
import { statisticsFactsOf } from '../rectification/statistics-facts'

/** 审核人 is who verifies the ledger; the others sign by hand. */
function signersOf(store: Store): ReportSigners {
  const verifier = readRectRoles(store.read).find(({ role }) => role === 'verifier')
  return { preparedBy: '', checkedBy: verifier?.personName ?? '', approvedBy: '', phone: '' }
}

/** Findings of programmes that had been fed back, each as it stood at the cut-off. */
function itemsOf(
  store: Store,
  partsOf: PartsOf,
  programs: ReadonlyMap<string, ProgramRecord>,
  asOf: IsoDate,
): readonly RectificationItem[] {
  const { read } = store
  const { ofFinding } = readAllMeasures(read)
  return readFindings(read).flatMap((row) => {
    const program = programs.get(row.programId)
    if (!program) return []
    const steps = partsOf('step', row.id)
    const approved = partsOf('extension', row.id).filter(({ decision }) => decision === 'approved')
    const history = { steps, extensions: approved }
    const finding = findingAsOf(toFindingRecord(row), history, program.vocabulary, asOf)
    return [
      {
        finding,
        program,
        counting: countingOf(finding, program),
        timeliness: timelinessOf(finding, asOf),
        statusText: statusTextOf(finding),
        measureCount: ofFinding.get(row.id)?.length ?? 0,
        extensions: approved.filter(({ decidedOn }) => decidedOn === null || decidedOn <= asOf),
        closedOn: lastClosed(finding, steps, asOf),
      },
    ]
  })
}

function lastClosed(finding: FindingRecord, steps: readonly FindingStep[], asOf: IsoDate): IsoDate | null {
  return finding.closedOn ?? steps.findLast(({ kind, on }) => kind === 'close' && on <= asOf)?.on ?? null
}

/** 收入 that came from these findings and counts at the cut-off. */
function bookedOf(store: Store, ids: ReadonlySet<string>, asOf: IsoDate): readonly RevenueRecord[] {
  return readRevenueEntries(store.read).filter(
    ({ findingId, bookedOn, reversedOn }) =>
      findingId !== null &&
      ids.has(findingId) &&
      bookedOn !== null &&
      bookedOn <= asOf &&
      (reversedOn === null || reversedOn > asOf),
  )
}

/** Treatments that bring money to the treasury, and so may stand in 收入 too. */
const recovering: ReadonlySet<string> = new Set(['toTreasury', 'recovered'])

function recoveredOf(partsOf: PartsOf, ids: ReadonlySet<string>): readonly RecoveredAmount[] {
  return [...ids].flatMap((findingId) =>
    partsOf('amount', findingId).flatMap(({ treatment, doneFen }) =>
      recovering.has(treatment) && doneFen !== null ? [{ findingId, doneFen }] : [],
    ),
  )
}

/** What the chapter 整改 is built from; amounts, rules and accountability are those of the ledger today. */
export function rectificationFactsOf(context: Context, store: Store, frame: ReportFrame): RectificationFacts {
  const { asOf } = frame
  const known = [...programsById(store)].filter(([, { feedbackOn }]) => feedbackOn === null || feedbackOn <= asOf)
  const partsOf = partsReader(store)
  const items = itemsOf(store, partsOf, new Map(known), asOf)
  const withItems = new Set(items.map(({ program }) => program.id))
  const programs = known.flatMap(([id, program]) => (withItems.has(id) ? [program] : []))
  const rate = rateChoiceOf(null, programs)
  const findings = items.map(({ finding }) => finding)
  const ids = new Set(findings.map(({ id }) => id))
  return {
    ...frame,
    signers: signersOf(store),
    programs,
    items,
    statistics: statisticsOf(statisticsFactsOf(store, findings, new Map(known)), { by: 'program', rate, asOf }),
    rate,
    booked: bookedOf(store, ids, asOf),
    recovered: recoveredOf(partsOf, ids),
    issues: items.length === 0 ? [] : selfCheckOf(context, store, { programIds: [...withItems], text: null }),
  }
}
