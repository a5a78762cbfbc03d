import type { ReadDb } from '../../db/access'
import { readEvidenceOf, type EvidenceFile } from '../../db/repositories/evidence'
import { readPartRecords } from '../../db/repositories/finding-parts'
import { readMeasuresOf, toMeasureRecord } from '../../db/repositories/measures'
import { namesIn } from '../../db/repositories/person-names'
import { readProgram, toProgramRecord } from '../../db/repositories/rect-programs'
import { invariant } from '../../shared/core/assert'
import type { IsoDate } from '../../shared/core/dates'
import { amountsAboveRequired, openQuantitiesOf } from '../../shared/rectification/amount-guards'
import { isMeasureDone, type FindingFacts } from '../../shared/rectification/lifecycle'
import type { FindingRecord, ProgramRecord } from '../../shared/rectification/record'
import type { Extension, FindingStep, MeasureRecord } from '../../shared/rectification/part-records'

/** The programme that a finding belongs to. */
export function programOf(db: ReadDb, { programId }: Pick<FindingRecord, 'programId'>): ProgramRecord {
  const row = readProgram(db, programId)
  invariant(row, 'a finding belongs to a programme')
  return toProgramRecord(row)
}

/** One-based numbers of measures that have nothing to prove them; one that is justified instead needs nothing. */
function unproved(measures: readonly MeasureRecord[], evidence: readonly EvidenceFile[]): readonly number[] {
  // A finding with one measure is proved by whatever proves the finding.
  if (measures.length < 2) return []
  const proved = new Set(evidence.map((each) => each.evidence.measureId))
  return measures.flatMap(({ id, status, justification }, index) =>
    proved.has(id) || (!isMeasureDone(status) && justification.trim() !== '') ? [] : [index + 1],
  )
}

/** Files added since the last 认定 that held; ids are made in the order of time. */
function evidenceSince(steps: readonly FindingStep[], evidence: readonly EvidenceFile[]): number {
  const last = steps.findLast(({ kind, to }) => kind === 'confirm' && to !== 'awaitingDetermination')
  return evidence.filter((each) => last === undefined || each.evidence.id > last.id).length
}

interface Work {
  readonly measures: readonly MeasureRecord[]
  /** Of the present cycle. */
  readonly evidence: readonly EvidenceFile[]
  readonly steps: readonly FindingStep[]
  readonly extensions: readonly Extension[]
}

/** Who did the work of a cycle and so may not check it. */
function doersOf({ handler }: FindingRecord, { measures, evidence, steps, extensions }: Work): ReadonlySet<string> {
  return new Set([
    ...namesIn(handler),
    ...measures.flatMap((measure) => namesIn(measure.handler)),
    ...measures.map(({ doneBy }) => doneBy).filter((name) => name !== ''),
    ...evidence.map(({ file }) => file.addedBy),
    ...steps.filter(({ kind }) => kind === 'submit').map(({ by }) => by),
    ...extensions.map(({ appliedBy }) => appliedBy),
  ])
}

/** The latest day among steps; progress notes are written for any day. */
function lastDay(steps: readonly FindingStep[]): IsoDate | null {
  const days = steps.filter(({ kind }) => kind !== 'progress').map(({ on }) => on)
  return days.toSorted().at(-1) ?? null
}

/** What the rules look at beside the finding itself, as the store knows it. */
export function findingFactsOf(db: ReadDb, finding: FindingRecord): FindingFacts {
  const { id, cycle } = finding
  const allSteps = readPartRecords(db, 'step', id)
  const measures = readMeasuresOf(db, id).map(({ measure }) => toMeasureRecord(measure))
  const evidence = readEvidenceOf(db, id).filter((each) => each.evidence.cycle === cycle)
  const steps = allSteps.filter((step) => step.cycle === cycle)
  const extensions = readPartRecords(db, 'extension', id).filter((extension) => extension.cycle === cycle)
  const amounts = readPartRecords(db, 'amount', id)
  return {
    measures,
    evidenceCount: new Set(evidence.map(({ file }) => file.id)).size,
    measuresWithoutEvidence: unproved(measures, evidence),
    newEvidenceCount: evidenceSince(steps, evidence),
    amountsAboveRequired: amountsAboveRequired(amounts),
    openQuantities: openQuantitiesOf(amounts, programOf(db, finding).rateRule),
    hasPendingExtension: extensions.some(({ decision }) => decision === 'pending'),
    doers: doersOf(finding, { measures, evidence, steps, extensions }),
    lastStepOn: lastDay(allSteps),
  }
}
