import type { WriteDb } from '../../db/access'
import { readMeasuresOf } from '../../db/repositories/measures'
import type { IsoDate } from '../../shared/core/dates'
import { ok, type Result } from '../../shared/core/result'
import { judgeEvent } from '../../shared/rectification/judge-event'
import type { FindingEvent } from '../../shared/rectification/lifecycle'
import type { FindingRecord } from '../../shared/rectification/record'
import type { Context } from '../context'
import { findingFactsOf } from './facts'
import { changeMeasure } from './measure-status'
import { recordStep, stepRefusal, type StepInput } from './record-step'
import { actorOf } from './seat'

/** 同意销号 of a finding that awaits its 认定: what is still to be done before it is closed. */
function eventsUntilClosed({ state, proposedState }: FindingRecord): readonly FindingEvent[] {
  if (state !== 'awaitingDetermination') return ['close']
  return proposedState === 'completed' ? ['confirm', 'close'] : ['propose', 'confirm', 'close']
}

function inputOf(event: FindingEvent, on: IsoDate, text: string): StepInput {
  const nothing = { agreedBy: '', docNo: '', newDueOn: null, referral: null }
  return { event, on, text, ...nothing, determination: 'completed', isApproved: true }
}

/** Verifies the measures that were reported done; whatever else keeps the finding from being closed comes first. */
function verifyMeasures(
  context: Context,
  db: WriteDb,
  finding: FindingRecord,
  input: StepInput,
): Result<Record<string, never>> {
  const event = { ...input, referredTo: '' }
  const verdict = judgeEvent(finding, findingFactsOf(db, finding), actorOf(context, db), event, context.today())
  const first = verdict.ok ? undefined : verdict.refusals.find(({ code }) => code !== 'findingMeasuresUnverified')
  if (first) return { ok: false, error: stepRefusal(first) }
  for (const { measure } of readMeasuresOf(db, finding.id)) {
    if (measure.status !== 'done') continue
    const verified = changeMeasure(context, db, measure, { status: 'verified', on: input.on, result: '' })
    if (!verified.ok) return verified
  }
  return ok({})
}

/** 同意销号 in one act: 认定, confirmation, measures and 销号, each judged for itself; the caller holds the transaction. */
export function closeOut(
  context: Context,
  db: WriteDb,
  stored: FindingRecord,
  { on, text }: { readonly on: IsoDate; readonly text: string },
): Result<FindingRecord> {
  let finding = stored
  for (const event of eventsUntilClosed(stored)) {
    const input = inputOf(event, on, text)
    const verified = event === 'close' ? verifyMeasures(context, db, finding, input) : ok({})
    if (!verified.ok) return verified
    const moved = recordStep(context, db, finding, input)
    if (!moved.ok) return moved
    finding = moved.value
  }
  return ok(finding)
}
