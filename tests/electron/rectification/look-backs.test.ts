import { describe, expect, it } from 'vitest'
import { drawn } from '../../../shared/rectification/sampling'
import { aBureau, day, dumpOf, refusalOf, type Service } from '../../builders'
import { aFinding, aProgram, placed } from './records'
import { aClosed, aRectifying, detail, sits, step } from './way'

const plan = (service: Service, findingId: string, plannedOn: string) =>
  service.call('rectification.planLookBack', { findingId, plannedOn: day(plannedOn) })
const record = (
  service: Service,
  id: string,
  fields: { doneOn?: string; result?: 'held' | 'relapsed'; note?: string } = {},
) => {
  const { doneOn = '2022-06-30', result = 'held', note = '' } = fields
  return service.call('rectification.recordLookBack', { id, doneOn: day(doneOn), result, note })
}
const lookBacks = (service: Service, state: 'open' | 'due' | 'done' | 'all' = 'all') =>
  service.call('rectification.lookBacks', { state })

/** Findings closed on 2022-05-01, by whatever way. */
async function closedFindings(
  service: Service,
  count: number,
  title = '往来款挂账',
): Promise<{ programId: string; ids: string[] }> {
  const programId = await aProgram(service, { title: `${title}审计` })
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const id = await aFinding(service, programId, { title: `${title}${index + 1}` })
    placed(service, id, { state: 'closed', status: 'done', closedOn: day('2022-05-01') })
    ids.push(id)
  }
  return { programId, ids }
}

describe('回头看', () => {
  it('is planned for a closed finding, recorded by another person, and listed by its state', async () => {
    const { service, id } = await aClosed()
    sits(service, '复核人')
    const own = await plan(service, id, '2022-06-30')
    const later = await plan(service, id, '2022-09-30')
    expect((await lookBacks(service, 'due')).map((row) => row.id)).toEqual([own.id])
    expect((await lookBacks(service, 'open')).map((row) => row.id).slice(0, 2)).toEqual([own.id, later.id])
    await record(service, own.id, { result: 'held', note: ' 未反弹 ' })
    expect(await lookBacks(service, 'done')).toMatchObject([
      {
        id: own.id,
        findingId: id,
        doneOn: '2022-06-30',
        doneBy: '复核人',
        result: 'held',
        note: '未反弹',
        isDue: false,
        closedOn: '2022-06-30',
        finding: { id, title: '未及时上缴收入', programTitle: '2021年度审计', statusText: '已销号', status: 'done' },
      },
    ])
    expect(await lookBacks(service, 'due')).toEqual([])
    await service.call('core.undoLast', {})
    expect((await lookBacks(service, 'due')).map((row) => row.id)).toEqual([own.id])
  })

  it('the same day a second time is the same look-back', async () => {
    const { service, id } = await aClosed()
    expect(await plan(service, id, '2022-09-30')).toEqual(await plan(service, id, '2022-09-30'))
  })

  it('the doer may not look back: 承办人, and who submitted the cycle that was closed', async () => {
    const { service, id } = await aClosed({ finding: { handler: '承办人01、承办人02' } })
    const planned = await plan(service, id, '2022-06-30')
    for (const name of ['承办人01', '承办人02']) {
      sits(service, name)
      expect((await refusalOf(record(service, planned.id))).code).toBe('lookBackByDoer')
    }
    placed(service, id, { handler: '承办人03', submittedBy: '' })
    sits(service, '承办人01')
    expect((await refusalOf(record(service, planned.id))).code).toBe('lookBackByDoer')
    sits(service, '复核人')
    await record(service, planned.id)
  })

  it('反弹 does not reopen by itself; a reopening is a step of its own, and the result may still be put right', async () => {
    const { service, id } = await aClosed()
    const planned = await plan(service, id, '2022-06-30')
    sits(service, '复核人')
    await record(service, planned.id, { result: 'relapsed', note: '又挂账' })
    expect(await detail(service, id)).toMatchObject({ state: 'closed', reopenCount: 0 })
    await step(service, '复核人', id, 'reopen', { agreedBy: '分管领导' })
    expect((await detail(service, id)).reopenCount).toBe(1)
    await record(service, planned.id, { result: 'relapsed', note: '又挂账3万元' })
    expect((await lookBacks(service, 'done'))[0]).toMatchObject({ result: 'relapsed', note: '又挂账3万元' })
  })

  it.each<[string, (service: Service, id: string) => Promise<unknown>, object]>([
    ['a day before the 销号', (service, id) => plan(service, id, '2022-06-29'), { code: 'findingDayTooEarly' }],
    [
      'a day to come',
      async (service, id) => record(service, (await plan(service, id, '2022-07-01')).id, { doneOn: '2022-07-01' }),
      { code: 'findingDayInFuture' },
    ],
    ['an unknown finding', (service) => plan(service, 'gone', '2022-07-01'), { code: 'notFound' }],
    ['an unknown look-back', (service) => record(service, 'gone'), { code: 'notFound' }],
    [
      'removing an unknown one',
      (service) => service.call('rectification.removeLookBack', { id: 'gone' }),
      { code: 'notFound' },
    ],
  ])('%s is refused', async (_name, call, expected) => {
    const { service, id } = await aClosed()
    sits(service, '复核人')
    expect(await refusalOf(call(service, id))).toMatchObject(expected)
  })

  it('only closed findings are looked back at', async () => {
    const { service, id } = await aRectifying()
    expect(await refusalOf(plan(service, id, '2022-07-01'))).toEqual({
      code: 'lookBackNotClosed',
      params: { title: '未及时上缴收入' },
    })
  })

  it('a planned one can be taken away, one with a result stays', async () => {
    const { service, id } = await aClosed()
    const [first, second] = [await plan(service, id, '2022-06-30'), await plan(service, id, '2022-10-01')]
    sits(service, '复核人')
    await record(service, first.id)
    await service.call('rectification.removeLookBack', { id: second.id })
    expect((await refusalOf(service.call('rectification.removeLookBack', { id: first.id }))).code).toBe('lookBackDone')
    expect((await lookBacks(service)).map((row) => row.id)).not.toContain(second.id)
    expect((await lookBacks(service, 'done')).map((row) => row.id)).toEqual([first.id])
  })
})

describe('抽查, product F10: a 10% sample of closed items, seedable, printed list', () => {
  const draw = (
    service: Service,
    fields: { programIds?: string[]; percent?: number; seed?: string; isKept?: boolean } = {},
  ) =>
    service.call('rectification.drawSample', {
      programIds: fields.programIds ?? [],
      percent: fields.percent ?? 10,
      seed: fields.seed ?? '2022Q2',
      plannedOn: day('2022-09-30'),
      isKept: fields.isKept ?? false,
    })

  it('shows the draw without keeping it; kept it is the same, with a look-back for each', async () => {
    const service = await aBureau({ asOf: '2022-06-30', actor: '复核人' })
    const { ids, programId } = await closedFindings(service, 21)
    await aFinding(service, programId, { title: '未销号' })
    const before = dumpOf(service.store().connection)
    const shown = await draw(service)
    expect(dumpOf(service.store().connection)).toEqual(before)
    expect(shown).toMatchObject({ pool: 21, sampleId: null })
    expect(shown.drawn.map(({ id }) => id)).toEqual(drawn(ids, 10, '2022Q2'))
    expect(shown.drawn).toHaveLength(3)
    const kept = await draw(service, { isKept: true })
    expect(kept.drawn).toEqual(shown.drawn)
    const rows = await lookBacks(service, 'open')
    expect(rows.map(({ findingId }) => findingId).toSorted()).toEqual(shown.drawn.map(({ id }) => id).toSorted())
    expect(rows.every((row) => row.sampleId === kept.sampleId && row.plannedOn === '2022-09-30')).toBe(true)
    const sample = dumpOf(service.store().connection)['look_back_sample']
    expect(sample).toMatchObject([{ seed: '2022Q2', percent: 10, drawn_by: '复核人', drawn_on: '2022-06-30' }])
    expect(JSON.parse(String(sample?.[0]?.['pool']))).toEqual(ids.toSorted())
    await service.call('core.undoLast', {})
    expect(dumpOf(service.store().connection)).toEqual(before)
  })

  it('draws again the same from the same, another seed draws others, a share is rounded up', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    const one = await closedFindings(service, 30)
    const two = await closedFindings(service, 5, '资产闲置')
    const drawnBy = async (seed: string) =>
      (await draw(service, { seed, programIds: [one.programId] })).drawn.map(({ id }) => id)
    expect(await drawnBy(' 2022Q2 ')).toEqual(await drawnBy('2022Q2'))
    expect(await drawnBy('2022Q3')).not.toEqual(await drawnBy('2022Q2'))
    expect(await draw(service, { programIds: [two.programId], percent: 1 })).toMatchObject({
      pool: 5,
      drawn: [{ programTitle: '资产闲置审计' }],
    })
    expect((await draw(service, { percent: 100 })).drawn).toHaveLength(35)
  })

  it('kept twice, a finding has one look-back for that day', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    await closedFindings(service, 3)
    await draw(service, { percent: 100, isKept: true })
    await draw(service, { percent: 100, isKept: true })
    expect(await lookBacks(service, 'open')).toHaveLength(3)
  })

  it('nothing closed, nothing drawn', async () => {
    const service = await aBureau()
    await aFinding(service, await aProgram(service))
    expect((await refusalOf(draw(service))).code).toBe('sampleEmpty')
  })
})
