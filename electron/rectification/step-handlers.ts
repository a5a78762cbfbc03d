import type { WriteDb } from '../../db/access'
import { readPartRecords } from '../../db/repositories/finding-parts'
import { readFinding, toFindingRecord, updateFinding } from '../../db/repositories/findings'
import { err, ok, type Result } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import type { rectificationContract } from '../../shared/rectification/contract'
import { isSettled } from '../../shared/rectification/lifecycle'
import type { FindingRecord } from '../../shared/rectification/record'
import { findingEventLabels } from '../../shared/terms/rectification'
import { openedStore, writeIntent, type Context } from '../context'
import { closeOut } from './close-out'
import { insertStep, recordStep } from './record-step'

type StepCalls = Pick<
  typeof rectificationContract,
  'rectification.step' | 'rectification.closeOut' | 'rectification.addProgress'
>

/** The finding as the person saw it, or why it cannot be acted on. */
function findingOf(context: Context, id: string, expectedUpdatedAt: string | null): Result<FindingRecord> {
  const store = openedStore(context)
  if (!store.ok) return store
  const row = readFinding(store.value.read, id)
  if (!row) return err('notFound')
  if (expectedUpdatedAt !== null && row.updatedAt !== expectedUpdatedAt) return err('changedMeanwhile')
  return ok(toFindingRecord(row))
}

/** The newest note is what the finding says of its progress; one for an earlier day joins the history alone. */
function isNewest(db: WriteDb, { id }: FindingRecord, on: string): boolean {
  return readPartRecords(db, 'step', id).every((step) => step.kind !== 'progress' || step.on <= on)
}

/** 环节、同意销号、进展. */
export const stepHandlers: Handlers<StepCalls, Context> = {
  'rectification.step': (context, { id, expectedUpdatedAt, ...input }) => {
    const finding = findingOf(context, id, expectedUpdatedAt)
    if (!finding.ok) return finding
    const name = input.event === 'close' ? 'rectification.close' : 'rectification.step'
    const params = { title: finding.value.title, step: findingEventLabels[input.event] }
    return writeIntent(context, name, params, (db) => {
      const done = recordStep(context, db, finding.value, input)
      return done.ok ? ok({ state: done.value.state, closureFormNo: done.value.closureFormNo }) : done
    })
  },

  'rectification.closeOut': (context, { id, on, text, expectedUpdatedAt }) => {
    const finding = findingOf(context, id, expectedUpdatedAt)
    if (!finding.ok) return finding
    return writeIntent(context, 'rectification.close', { title: finding.value.title }, (db) => {
      const done = closeOut(context, db, finding.value, { on, text })
      return done.ok ? ok({ closureFormNo: done.value.closureFormNo }) : done
    })
  },

  'rectification.addProgress': (context, { findingId, on, text, nextStep }) => {
    const found = findingOf(context, findingId, null)
    if (!found.ok) return found
    const finding = found.value
    const today = context.today()
    if (isSettled(finding)) return err('findingNotEditable')
    if (on > today) return err('findingDayInFuture', { on, today })
    return writeIntent(context, 'rectification.addProgress', { title: finding.title }, (db) => {
      const latest = isNewest(db, finding, on) ? { progress: text.trim(), nextStep: nextStep.trim() } : {}
      const note = { kind: 'progress', to: finding.state, on, agreedBy: '', text, docNo: '' } as const
      insertStep(context, db, finding, note)
      updateFinding(db, findingId, { ...latest, updatedAt: context.now() })
      return ok({})
    })
  },
}
