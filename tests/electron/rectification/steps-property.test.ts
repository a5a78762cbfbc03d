import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readEvidenceOf } from '../../../db/repositories/evidence'
import { readPartsOf, type FindingPartRow } from '../../../db/repositories/finding-parts'
import { readFinding } from '../../../db/repositories/findings'
import { readMeasuresOf } from '../../../db/repositories/measures'
import { insertRow } from '../../../db/prepared'
import { rectReport } from '../../../db/schema/rectification-parts'
import { CallError } from '../../../shared/ipc/client'
import { closureFormSchema } from '../../../shared/rectification/paper-contract'
import { findingEvents } from '../../../shared/rectification/lifecycle'
import { measureStatuses } from '../../../shared/rectification/record'
import { day, writing, type Service } from '../../builders'
import { aFinding, changeFinding, withEvidence } from './records'
import { aRectifying, closeOut, measureOf, setMeasure, sits, step, type Event } from './way'

const people = ['承办人01', '承办人02', '复核人', '分管领导', '主要负责人'] as const
type Person = (typeof people)[number]
const others = [
  ...(['evidence', 'removeEvidence', 'newMeasure', 'removeMeasure', 'progress', 'amount'] as const),
  ...(['remove', 'undo', 'undo', 'takeHandler'] as const),
] as const
type Act =
  | { readonly kind: 'step'; readonly event: Event; readonly isCompleted: boolean; readonly isApproved: boolean }
  | { readonly kind: 'measure'; readonly status: (typeof measureStatuses)[number] }
  | { readonly kind: 'closeOut' | (typeof others)[number] }

const forward = (event: Event): Act => ({ kind: 'step', event, isCompleted: true, isApproved: true })
const often = fc.constantFrom(true, true, true, false)
const anyStep = fc.record({
  kind: fc.constant('step' as const),
  event: fc.constantFrom(...findingEvents),
  isCompleted: often,
  isApproved: often,
})
const anyStatus = fc.record({ kind: fc.constant('measure' as const), status: fc.constantFrom(...measureStatuses) })
const anybody = fc.constantFrom(...people)
// The way forward is drawn more often, and mostly by the right persons, so that many sequences come to a 销号 and beyond it.
const worker = fc.constantFrom<Person>('承办人01', '承办人01', '承办人01', '承办人02', '复核人')
const checker = fc.constantFrom<Person>('复核人', '分管领导', '主要负责人', '承办人01')
const work: readonly Act[] = [{ kind: 'measure', status: 'done' }, { kind: 'evidence' }, forward('submit')]
const checks: readonly (readonly Act[])[] = [
  [{ kind: 'closeOut' }],
  [{ kind: 'closeOut' }],
  [forward('propose')],
  [forward('confirm')],
  [{ kind: 'measure', status: 'verified' }, forward('close')],
  [forward('reopen')],
]
/** Somebody sits down and does something, now and then several things. */
const turn = fc.oneof(
  { weight: 5, arbitrary: fc.record({ by: worker, does: fc.constantFrom(work, [forward('reopen'), ...work]) }) },
  { weight: 7, arbitrary: fc.record({ by: checker, does: fc.constantFrom(...checks) }) },
  { weight: 2, arbitrary: fc.record({ by: anybody, does: anyStep.map((one): readonly Act[] => [one]) }) },
  { weight: 1, arbitrary: fc.record({ by: anybody, does: anyStatus.map((one): readonly Act[] => [one]) }) },
  {
    weight: 2,
    arbitrary: fc.record({ by: anybody, does: fc.constantFrom(...others).map((kind): readonly Act[] => [{ kind }]) }),
  },
)
const acts = fc
  .array(turn, { minLength: 4, maxLength: 14 })
  .map((turns) => turns.flatMap(({ by, does }) => does.map((one) => ({ by, act: one }))))

let files = 0

/** One call of the window by whoever sits there. */
function act(service: Service, programId: string, id: string, by: Person, what: Act): Promise<unknown> {
  const { read } = service.store()
  const first = readMeasuresOf(read, id)[0]?.measure.id ?? 'none'
  sits(service, by)
  switch (what.kind) {
    case 'step': {
      const referral = { to: '区纪委监委', cases: 1, persons: 0, amount: null }
      const determination = what.isCompleted ? 'completed' : 'phasedDone'
      const newDueOn = what.event === 'requestExtension' ? day('2023-12-31') : null
      return step(service, by, id, what.event, { isApproved: what.isApproved, determination, referral, newDueOn })
    }
    case 'measure':
      return setMeasure(service, by, first, what.status)
    case 'closeOut':
      return closeOut(service, by, id)
    case 'evidence':
      files += 1
      return withEvidence(service, id, { fileName: `证据${files}.pdf`, measureIds: first === 'none' ? [] : [first] })
    case 'removeEvidence': {
      const evidence = readEvidenceOf(read, id)[0]?.evidence.id ?? 'none'
      return service.call('rectification.removeEvidence', { id: evidence })
    }
    case 'newMeasure':
      return measureOf(service, [id], '另一条措施')
    case 'removeMeasure':
      return service.call('rectification.removeMeasure', { id: first, findingId: id })
    case 'progress':
      return service.call('rectification.addProgress', {
        findingId: id,
        on: day('2022-06-30'),
        text: '进展',
        nextStep: '',
      })
    case 'amount': {
      const figures = { requiredFen: null, doneFen: null, required: '241', done: '210' }
      const about = { findingId: id, treatment: 'other', unit: '户', voucherNo: '', reason: '' } as const
      return service.call('rectification.saveAmount', { id: null, ...about, ...figures })
    }
    case 'remove':
      return service.call('rectification.removeFindings', { ids: [id] })
    case 'undo':
      return service.call('core.undoLast', {})
    case 'takeHandler':
      return changeFinding(service, id, programId, { handler: by === '复核人' ? '' : by })
  }
}

/** Every row of the finding, and how much the journal holds: the store's triggers put every change there. */
function everythingOf(service: Service, id: string): unknown {
  const { read, connection } = service.store()
  const kinds = ['cycle', 'step', 'extension', 'amount', 'referral', 'lookBack'] as const
  const journal = connection.prepare('SELECT max(id) AS last FROM journal_change').get()
  const parts = kinds.map((kind) => readPartsOf(read, kind, id))
  return [readFinding(read, id), parts, readMeasuresOf(read, id), readEvidenceOf(read, id), journal]
}

const checkingKinds: ReadonlySet<string> = new Set(['return', 'propose', 'confirm', 'close'])
type ClosedCycle = FindingPartRow<'cycle'>

type Step = FindingPartRow<'step'>

/** Steps by which somebody checks a cycle that he submitted before. */
function checkedByDoer(steps: readonly Step[]): readonly Step[] {
  return steps.filter(
    (check, index) =>
      checkingKinds.has(check.kind) &&
      steps.slice(0, index).some(({ kind, by }) => kind === 'submit' && by === check.by),
  )
}

/** What a signed cycle lacks: one 销号, a submission, evidence, and that evidence on its form. */
function wrongInSigned(service: Service, { findingId, seq, closureForm }: ClosedCycle, steps: readonly Step[]) {
  const countOf = (kind: string): number => steps.filter((each) => each.kind === kind).length
  const digests = readEvidenceOf(service.store().read, findingId)
    .filter(({ evidence }) => evidence.cycle === seq)
    .map(({ file }) => file.sha256)
  const signed = closureFormSchema.parse(closureForm).evidence.map(({ digest }) => digest)
  const isRight =
    countOf('close') === 1 && countOf('submit') > 0 && digests.length > 0 && isDeepStrictEqual(signed, digests)
  return isRight ? [] : [{ seq, digests, signed }]
}

/** Everything of a finding that may never be, whatever is called; empty when all is well. */
function violations(service: Service, id: string, closed: Map<string, ClosedCycle>): readonly unknown[] {
  const { read } = service.store()
  const cycles = readPartsOf(read, 'cycle', id)
  const steps = readPartsOf(read, 'step', id)
  const signed = cycles.filter(({ closureForm }) => closureForm !== null)
  for (const cycle of signed) closed.set(cycle.id, cycle)
  const ofCycle = (seq: number): readonly Step[] => steps.filter((each) => each.cycle === seq)
  const finding = readFinding(read, id)
  return [
    ...cycles.flatMap(({ seq }) => checkedByDoer(ofCycle(seq))),
    ...signed.flatMap((cycle) => wrongInSigned(service, cycle, ofCycle(cycle.seq))),
    ...readMeasuresOf(read, id).filter(
      ({ measure }) => measure.verifiedBy !== '' && measure.verifiedBy === measure.doneBy,
    ),
    ...(finding?.state === 'closed' && !signed.some(({ seq }) => seq === finding.cycle) ? [finding] : []),
  ]
}

/** What a call is refused with, or null when it was done. */
async function refusalIn(call: Promise<unknown>): Promise<CallError | null> {
  try {
    await call
    return null
  } catch (cause) {
    if (cause instanceof CallError) return cause
    throw cause
  }
}

/** Every cycle that was ever closed, in any sequence so far, is there as it was signed. */
function checkKept(service: Service, closed: ReadonlyMap<string, ClosedCycle>): void {
  const { read } = service.store()
  const findings = new Set([...closed.values()].map(({ findingId }) => findingId))
  const kept = [...findings].flatMap((id) => readPartsOf(read, 'cycle', id))
  for (const cycle of closed.values()) expect(kept.find(({ id }) => id === cycle.id)).toEqual(cycle)
  const numbers = [...closed.values()].map(({ closureFormNo }) => closureFormNo)
  expect(new Set(numbers).size).toBe(numbers.length)
}

function anIssuedReport(service: Service, programId: string): () => unknown {
  const row: typeof rectReport.$inferSelect = {
    id: 'report-1',
    programId,
    kind: 'congress',
    dueOn: null,
    asOf: '2022-06-30',
    version: 1,
    isSample: false,
    issuedOn: '2022-06-30',
    issuedBy: '主要负责人',
    docNo: '',
    checkCode: '1234-5678',
    content: { text: '正文' },
    remark: '',
  }
  writing(service.store(), (db) => insertRow(db, rectReport, row), { name: 'rectification.issueReport' })
  return () => service.store().connection.prepare('SELECT * FROM rect_report').all()
}

/** A finding 整改中 with one measure, or the same after its first 销号. */
async function aStart(service: Service, programId: string, isClosed: boolean): Promise<string> {
  sits(service, '科室负责人')
  const fields = { leader: '分管领导', leadUnit: '财务科', rectType: 'immediate', result: '已收回' } as const
  const id = await aFinding(service, programId, { ...fields, handler: '承办人01', dueOn: day('2022-12-31') })
  await measureOf(service, [id])
  await step(service, '科室负责人', id, 'assign')
  for (const each of isClosed ? work : []) await act(service, programId, id, '承办人01', each)
  if (isClosed) await closeOut(service, '复核人', id)
  return id
}

it('product F4: no sequence of calls lets one person submit and close, closes without evidence, or loses a cycle', async () => {
  const { service, programId } = await aRectifying()
  const reports = anIssuedReport(service, programId)
  const issued = reports()
  const closed = new Map<string, ClosedCycle>()
  let [refused, done] = [0, 0]
  await fc.assert(
    fc.asyncProperty(acts, fc.boolean(), async (sequence, isClosed) => {
      const id = await aStart(service, programId, isClosed)
      for (const { by, act: what } of sequence) {
        const before = everythingOf(service, id)
        const refusal = await refusalIn(act(service, programId, id, by, what))
        if (refusal) refused += 1
        else done += 1
        const isChanged = !isDeepStrictEqual(everythingOf(service, id), before)
        expect(refusal && isChanged ? { refusal: refusal.failure, by, what } : null).toBeNull()
        expect(violations(service, id, closed)).toEqual([])
      }
      checkKept(service, closed)
      expect(reports()).toEqual(issued)
    }),
    { numRuns: 200 },
  )
  expect(service.incidents).toEqual([])
  // The sequences do reach what they are about.
  const reopened = [...closed.values()].filter(({ seq }) => seq > 1)
  const reached = { closed: closed.size > 50, reopened: reopened.length > 3, done: done > 500, refused: refused > 500 }
  expect(reached).toEqual({ closed: true, reopened: true, done: true, refused: true })
}, 300_000)
