import { describe, expect, it } from 'vitest'
import { insertPart } from '../../../db/repositories/finding-parts'
import { readMeasure } from '../../../db/repositories/measures'
import { revenueEntry } from '../../../db/schema/revenue'
import { emptyEntry } from '../../../shared/revenue/empty-entry'
import { aBureau, day, dumpOf, refusalOf, writing, type Service } from '../../builders'
import { aFinding, aMeasure, aProgram, changeFinding, closedCycle, placed, withEvidence } from './records'

const get = (service: Service, id: string) => service.call('rectification.get', { id })
const remove = (service: Service, ids: readonly string[]) =>
  service.call('rectification.removeFindings', { ids: [...ids] })

describe('a new finding', () => {
  it('begins 待认领 at the end of its programme, domain §3', async () => {
    const service = await aBureau()
    const programId = await aProgram(service, { title: '审计报告', originYears: '2021' })
    const first = await aFinding(service, programId, { no: '1', title: ' 未及时上缴收入 ' })
    const second = await aFinding(service, programId, { no: '2' })
    expect(await get(service, first)).toMatchObject({
      title: '未及时上缴收入',
      programTitle: '审计报告',
      source: 'districtAudit',
      originYears: '2021',
      position: 1,
      kind: 'audit',
      rectType: null,
      state: 'unclaimed',
      status: 'inProgress',
      statusText: '待认领',
      cycle: 1,
      light: 'none',
      workdaysLeft: null,
      timeliness: 'none',
      measures: [],
      evidence: [],
      steps: [],
      isDoer: false,
      imported: null,
      project: null,
      enterprise: null,
    })
    expect((await get(service, second)).position).toBe(2)
  })

  it.each([
    ['districtAudit', undefined, 'audit', null],
    ['internalAudit', undefined, 'audit', null],
    ['districtInspection', undefined, 'specific', null],
    ['special', undefined, 'specific', null],
    ['districtInspection', 'immediateHandover', 'immediateHandover', 'immediate'],
    ['districtInspection', 'reform', 'reform', null],
  ] as const)('of %s, named %s: %s, %s', async (source, named, kind, rectType) => {
    const service = await aBureau()
    const programId = await aProgram(service, { source })
    const id = await aFinding(service, programId, named === undefined ? {} : { kind: named })
    expect(await get(service, id)).toMatchObject({ kind, rectType })
  })

  it.each([
    ['immediate', undefined, '2021-11-28'],
    ['phased', undefined, '2022-04-28'],
    ['phased', '2022-03-01', '2022-03-01'],
    ['phased', null, null],
    [null, undefined, null],
  ] as const)('%s with deadline %s: due %s, product F2', async (rectType, given, dueOn) => {
    const service = await aBureau()
    const programId = await aProgram(service, { source: 'districtInspection', feedbackOn: day('2021-10-28') })
    const named = given === undefined ? {} : { dueOn: given === null ? null : day(given) }
    const id = await aFinding(service, programId, { rectType, ...named })
    expect(await get(service, id)).toMatchObject({ dueOn, originalDueOn: dueOn })
  })

  it('a 整改类型 chosen later proposes its deadline only where there is none', async () => {
    const service = await aBureau()
    const programId = await aProgram(service, { source: 'districtInspection', feedbackOn: day('2021-10-28') })
    const id = await aFinding(service, programId)
    await changeFinding(service, id, programId, { leader: '局长' })
    expect((await get(service, id)).dueOn).toBeNull()
    await changeFinding(service, id, programId, { rectType: 'immediate' })
    expect((await get(service, id)).dueOn).toBe('2021-11-28')
    await changeFinding(service, id, programId, { rectType: 'phased' })
    expect((await get(service, id)).dueOn).toBe('2021-11-28')
  })
})

describe('what is refused, with nothing written', () => {
  it('no title, a number that is taken, no programme, something that it cannot be about', async () => {
    const service = await aBureau()
    const programId = await aProgram(service)
    const other = await aProgram(service, { title: '另一份' })
    const id = await aFinding(service, programId, { no: '3', title: '甲' })
    const second = await aFinding(service, programId, { no: '4', title: '乙' })
    const before = dumpOf(service.store().connection)
    const taken = { code: 'findingNoTaken', params: { no: '3', title: '甲' } }
    expect((await refusalOf(aFinding(service, programId, { title: '　' }))).code).toBe('findingNeedsTitle')
    expect(await refusalOf(aFinding(service, programId, { no: ' 3 ' }))).toEqual(taken)
    expect(await refusalOf(changeFinding(service, second, programId, { no: '3' }))).toEqual(taken)
    expect((await refusalOf(changeFinding(service, id, other, { no: '9' }))).code).toBe('notFound')
    expect((await refusalOf(aFinding(service, 'nowhere'))).code).toBe('notFound')
    expect((await refusalOf(aFinding(service, programId, { projectId: 'nowhere' }))).code).toBe('notFound')
    expect((await refusalOf(aFinding(service, programId, { enterpriseId: 'nowhere' }))).code).toBe('notFound')
    const late = { id, programId, fields: { remark: '二' }, expectedUpdatedAt: '2000-01-01T00:00:00+08:00' }
    expect((await refusalOf(service.call('rectification.saveFinding', late))).code).toBe('changedMeanwhile')
    expect(dumpOf(service.store().connection)).toEqual(before)
    // The same number again for itself, and elsewhere, is no clash.
    await changeFinding(service, id, programId, { no: '3', remark: '一' })
    await aFinding(service, other, { no: '3' })
  })

  it('a closed one takes no change', async () => {
    const service = await aBureau()
    const programId = await aProgram(service)
    const id = await aFinding(service, programId)
    placed(service, id, { state: 'closed', status: 'done' })
    expect((await refusalOf(changeFinding(service, id, programId, { remark: '改' }))).code).toBe('findingNotEditable')
  })

  it('once the plan is approved the deadline moves by an extension only; a missing one may be filled in', async () => {
    const service = await aBureau()
    const programId = await aProgram(service)
    const id = await aFinding(service, programId, { dueOn: day('2022-06-30') })
    placed(service, id, { state: 'planning' })
    await changeFinding(service, id, programId, { dueOn: day('2022-07-31') })
    expect(await get(service, id)).toMatchObject({ dueOn: '2022-07-31', originalDueOn: '2022-07-31' })
    placed(service, id, { state: 'rectifying' })
    for (const dueOn of [day('2022-12-31'), null])
      expect(await refusalOf(changeFinding(service, id, programId, { dueOn }))).toEqual({
        code: 'findingDueByExtension',
        params: { dueOn: '2022-07-31' },
      })
    await changeFinding(service, id, programId, { dueOn: day('2022-07-31'), remark: '同一天' })
    const without = await aFinding(service, programId)
    placed(service, without, { state: 'rectifying' })
    await changeFinding(service, without, programId, { dueOn: day('2022-12-31') })
    expect((await get(service, without)).originalDueOn).toBe('2022-12-31')
  })
})

describe('removing findings', () => {
  it('takes their parts, their evidence and the measures that serve no other; undo brings all of it back', async () => {
    const service = await aBureau()
    const programId = await aProgram(service)
    const [gone, stays] = [await aFinding(service, programId), await aFinding(service, programId)]
    const own = aMeasure(service, programId, [gone])
    const shared = aMeasure(service, programId, [gone, stays])
    await withEvidence(service, gone, { measureIds: [own, shared] })
    await withEvidence(service, stays, { fileName: '说明.pdf', measureIds: [shared] })
    const before = dumpOf(service.store().connection)
    expect(await remove(service, [gone, gone, 'nowhere'])).toEqual({ removed: 1 })
    const { read } = service.store()
    expect([readMeasure(read, own), readMeasure(read, shared)?.id]).toEqual([null, shared])
    const after = dumpOf(service.store().connection)
    expect(after['attachment']?.map((row) => row['file_name'])).toEqual(['说明.pdf'])
    expect(after['evidence']).toHaveLength(1)
    expect(await get(service, stays)).toMatchObject({ measureCount: 1, evidenceCount: 1 })
    await service.call('core.undoLast', {})
    expect(dumpOf(service.store().connection)).toEqual(before)
  })

  it('a measure that served only what goes leaves evidence of others alone', async () => {
    const service = await aBureau()
    const programId = await aProgram(service)
    const [gone, stays] = [await aFinding(service, programId), await aFinding(service, programId)]
    const measure = aMeasure(service, programId, [gone, stays])
    await withEvidence(service, stays, { measureIds: [measure] })
    // It serves the other one no more, but its evidence named it.
    writing(service.store(), (db) => db.run(`DELETE FROM finding_measure WHERE finding_id = '${stays}'`))
    expect(await remove(service, [gone])).toEqual({ removed: 1 })
    expect((await get(service, stays)).evidence).toMatchObject([{ measureId: null }])
  })

  it('a 销号 stays, also one that was reopened since; then nothing of the selection goes', async () => {
    const service = await aBureau()
    const programId = await aProgram(service)
    const [open, closed, reopened] = [
      await aFinding(service, programId),
      await aFinding(service, programId),
      await aFinding(service, programId),
    ]
    placed(service, closed, { state: 'closed', status: 'done' })
    placed(service, reopened, { state: 'rectifying', cycle: 2, reopenCount: 1 })
    closedCycle(service, reopened)
    const before = dumpOf(service.store().connection)
    for (const id of [closed, reopened])
      expect((await refusalOf(remove(service, [open, id]))).code).toBe('closedFindingStays')
    expect(dumpOf(service.store().connection)).toEqual(before)
    expect((await refusalOf(remove(service, ['nowhere']))).code).toBe('notFound')
  })
})

describe('everything about one finding', () => {
  it('measures with what proves them and whom they serve, steps newest first, links to other rooms', async () => {
    const service = await aBureau({ actor: '承办人01', asOf: '2022-06-30' })
    const programId = await aProgram(service)
    const id = await aFinding(service, programId, { no: '1', handler: '承办人01、承办人02', dueOn: day('2022-06-01') })
    const other = await aFinding(service, programId, { no: '2', title: '另一个问题' })
    const shared = aMeasure(service, programId, [id, other], { text: '收回资金', status: 'done' })
    const own = aMeasure(service, programId, [id], { text: '建章立制' })
    await withEvidence(service, id, { measureIds: [shared] })
    placed(service, id, { state: 'rectifying' })
    writing(service.store(), (db) => {
      const step = { findingId: id, cycle: 1, agreedBy: '', docNo: '', recordedAt: '', isSample: false } as const
      const to = { from: 'planning', to: 'rectifying', by: '局长', text: '' } as const
      insertPart(db, 'step', { id: 'a', kind: 'assign', on: '2022-01-01', ...step, ...to })
      insertPart(db, 'step', { id: 'b', kind: 'approvePlan', on: '2022-01-02', ...step, ...to })
      const entry = { ...emptyEntry, id: 'r', item: '违规收入', payerKey: '', status: 'clue' as const, findingId: id }
      const about = { batchId: null, sourceRow: null, isSample: false, createdAt: '', updatedAt: '' }
      db.insert(revenueEntry)
        .values({ ...entry, gross: 1_200_000, districtRetained: 505_000, ...about })
        .run()
    })
    const detail = await get(service, id)
    expect(detail).toMatchObject({
      statusText: '整改中',
      light: 'overdue',
      timelinessText: '逾期',
      measureCount: 2,
      measuresDone: 1,
      evidenceCount: 1,
      isDoer: true,
      steps: [{ id: 'b' }, { id: 'a' }],
      revenue: [{ id: 'r', item: '违规收入', bookedOn: null, text: '区留成0.505万元' }],
    })
    expect(detail.measures).toMatchObject([
      { id: shared, number: 1, evidenceCount: 1, otherFindings: [{ id: other, no: '2', title: '另一个问题' }] },
      { id: own, number: 2, evidenceCount: 0, otherFindings: [] },
    ])
    expect(detail.evidence).toMatchObject([{ measureId: shared, presence: 'present', addedBy: '承办人01' }])
    expect(detail.workdaysLeft).toBeLessThan(0)
    expect((await refusalOf(get(service, 'nowhere'))).code).toBe('notFound')
  })

  it('says what the person at this seat may do, and the first thing in the way', async () => {
    const service = await aBureau({ actor: '承办人01', asOf: '2022-06-30' })
    const programId = await aProgram(service)
    const id = await aFinding(service, programId, { handler: '承办人01' })
    expect((await get(service, id)).next.map(({ event }) => event)).toEqual(['assign', 'refer'])
    expect((await get(service, id)).next[0]?.blockedBy).toContain('整改责任领导')
    placed(service, id, { state: 'awaitingDetermination', submittedBy: '承办人01', submittedOn: day('2022-06-01') })
    const { next } = await get(service, id)
    expect(next.find(({ event }) => event === 'propose')?.blockedBy).toContain('不能复核自己的事项')
    expect(next.find(({ event }) => event === 'refer')?.blockedBy).toBe('')
  })
})
