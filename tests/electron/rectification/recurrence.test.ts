import { describe, expect, it } from 'vitest'
import { aBureau, day, dumpOf, refusalOf, type Service } from '../../builders'
import { furtherPairs, otherFindings, plantedPairs, type Wording } from '../../shared/rectification/recurrence-data'
import { aFinding, aMeasure, aProgram, placed } from './records'

async function filled(service: Service, feedbackOn: string | null, wordings: readonly Wording[], originYears = '') {
  const programId = await aProgram(service, {
    title: `${feedbackOn ?? originYears}审计`,
    feedbackOn: feedbackOn === null ? null : day(feedbackOn),
    originYears,
  })
  const ids: string[] = []
  for (const wording of wordings)
    ids.push(await aFinding(service, programId, { ...wording, no: String(ids.length + 1) }))
  return { programId, ids }
}

const earlierOf = (pairs: typeof plantedPairs) => pairs.map(([earlier]) => earlier)
const laterOf = (pairs: typeof plantedPairs) => pairs.map(([, later]) => later)
const proposals = async (service: Service, findingId: string) =>
  (await service.call('rectification.recurrences', { findingId })).proposals
const decide = (service: Service, findingId: string, earlierId: string, isSame: boolean | null, note = '') =>
  service.call('rectification.decideRecurrence', { findingId, earlierId, isSame, note })
const pairs = (service: Service, state: 'open' | 'same' | 'different', limit = 100) =>
  service.call('rectification.recurrencePairs', { state, limit })
const isRecurrence = async (service: Service, id: string) =>
  (await service.call('rectification.get', { id })).isRecurrence

async function twoYears(count = 4) {
  const service = await aBureau({ asOf: '2022-06-30', actor: '整改督查岗' })
  const old = await filled(service, '2019-05-01', [...earlierOf(plantedPairs).slice(0, count), ...otherFindings(20)])
  const young = await filled(service, '2022-01-10', laterOf(plantedPairs).slice(0, count))
  return { service, old, young }
}

describe('屡审屡犯: proposals', () => {
  it('the earlier finding comes first, with shared words, what was done then and whether it came back', async () => {
    const { service, old, young } = await twoYears()
    const [earlierId = '', id = ''] = [old.ids[0], young.ids[0]]
    aMeasure(service, old.programId, [earlierId], { text: '逐笔核销往来款', status: 'done' })
    aMeasure(service, old.programId, [earlierId], { text: '尚未做的', status: 'inProgress' })
    placed(service, earlierId, { reopenCount: 2 })
    const [first] = await proposals(service, id)
    expect(first).toMatchObject({
      earlier: { id: earlierId, no: '1', title: '往来款长期挂账未清理', programTitle: '2019-05-01审计' },
      isSame: null,
      decidedBy: '',
      decidedOn: null,
      measures: ['逐笔核销往来款'],
      reopenCount: 2,
    })
    expect(first?.sharedWords).toContain('往来款长期挂账')
  })

  it('only earlier programmes are compared: by feedback, else by year of origin; never the same programme', async () => {
    const service = await aBureau()
    const [one, two] = plantedPairs[0] ?? []
    if (!one || !two) throw new Error('no pair')
    const old = await filled(service, null, [one, one], '2017—2018')
    const young = await filled(service, null, [two], '2021')
    expect(await proposals(service, old.ids[1] ?? '')).toEqual([])
    expect((await proposals(service, young.ids[0] ?? '')).map(({ earlier }) => earlier.id).toSorted()).toEqual(
      old.ids.toSorted(),
    )
  })

  it('an unknown finding is not found', async () => {
    const service = await aBureau()
    expect((await refusalOf(proposals(service, 'gone'))).code).toBe('notFound')
  })

  it('30 pairs in 300 findings: nearly all among the first three, and few others proposed', async () => {
    const service = await aBureau()
    const planted = [...plantedPairs, ...furtherPairs]
    const others = otherFindings(240)
    await filled(service, '2019-05-01', [...earlierOf(planted), ...others.slice(0, 120)])
    const young = await filled(service, '2022-01-10', [...laterOf(planted), ...others.slice(120)])
    const open = await pairs(service, 'open', 500)
    const hits = planted.filter(([earlier, later]) =>
      open.pairs.some(
        ({ finding, proposal }) => finding.title === later.title && proposal.earlier.title === earlier.title,
      ),
    )
    expect(hits.length).toBeGreaterThanOrEqual(27)
    const proposed = new Set(open.pairs.map(({ finding }) => finding.id))
    const disturbed = young.ids.slice(planted.length).filter((id) => proposed.has(id))
    expect(disturbed.length).toBeLessThanOrEqual(120 * 0.05)
    expect(open.total).toBe(open.pairs.length)
    const likeness = open.pairs.map(({ proposal }) => proposal.likeness)
    expect(likeness).toEqual(likeness.toSorted((left, right) => right - left))
  }, 60_000)
})

describe('屡审屡犯: the person decides', () => {
  it('同一问题 marks the finding and is remembered; the pair is never proposed as open again', async () => {
    const { service, old, young } = await twoYears()
    const [earlierId = '', id = ''] = [old.ids[0], young.ids[0]]
    const before = await pairs(service, 'open')
    await decide(service, id, earlierId, true, ' 又挂账 ')
    expect(await isRecurrence(service, id)).toBe(true)
    const [first] = await proposals(service, id)
    expect(first).toMatchObject({
      earlier: { id: earlierId },
      isSame: true,
      decidedBy: '整改督查岗',
      decidedOn: '2022-06-30',
      note: '又挂账',
    })
    const open = await pairs(service, 'open')
    expect(open.total).toBe(before.total - 1)
    expect(open.pairs.some(({ finding }) => finding.id === id)).toBe(false)
    expect(await pairs(service, 'same')).toMatchObject({
      total: 1,
      pairs: [{ finding: { id }, proposal: { isSame: true } }],
    })
    expect((await pairs(service, 'different')).total).toBe(0)
  })

  it('不同 keeps the pair away; deciding anew puts the newer decision in its place, null takes it back', async () => {
    const { service, old, young } = await twoYears()
    const [earlierId = '', id = ''] = [old.ids[1], young.ids[1]]
    await decide(service, id, earlierId, false)
    expect(await isRecurrence(service, id)).toBeNull()
    expect((await pairs(service, 'different')).total).toBe(1)
    await decide(service, id, earlierId, true)
    expect((await pairs(service, 'different')).total).toBe(0)
    expect(await isRecurrence(service, id)).toBe(true)
    await decide(service, id, earlierId, null)
    expect(await isRecurrence(service, id)).toBeNull()
    expect((await proposals(service, id))[0]).toMatchObject({ earlier: { id: earlierId }, isSame: null })
  })

  it('a closed finding stays as it was signed: only the pair is kept', async () => {
    const { service, old, young } = await twoYears()
    const [earlierId = '', id = ''] = [old.ids[2], young.ids[2]]
    placed(service, id, { state: 'closed', status: 'done', closedOn: day('2022-05-01') })
    await decide(service, id, earlierId, true)
    expect(await isRecurrence(service, id)).toBeNull()
    expect((await pairs(service, 'same')).total).toBe(1)
  })

  it('the earlier one is the earlier one; unknown ones are not found; nothing is written', async () => {
    const { service, old, young } = await twoYears()
    const [earlierId = '', id = ''] = [old.ids[0], young.ids[0]]
    const before = dumpOf(service.store().connection)
    expect((await refusalOf(decide(service, earlierId, id, true))).code).toBe('recurrenceOrder')
    expect((await refusalOf(decide(service, id, young.ids[1] ?? '', true))).code).toBe('recurrenceOrder')
    expect((await refusalOf(decide(service, id, id, true))).code).toBe('recurrenceOrder')
    expect((await refusalOf(decide(service, id, 'gone', true))).code).toBe('notFound')
    expect(dumpOf(service.store().connection)).toEqual(before)
  })

  it('undo takes a decision back with its mark', async () => {
    const { service, old, young } = await twoYears()
    const before = dumpOf(service.store().connection)
    await decide(service, young.ids[0] ?? '', old.ids[0] ?? '', true)
    await service.call('core.undoLast', {})
    expect(dumpOf(service.store().connection)).toEqual(before)
  })
})

describe('改法库', () => {
  const library = (service: Service, text: string, limit = 50) => service.call('rectification.library', { text, limit })

  it('finds measures that worked by all words, the newest first, each once', async () => {
    const { service, old } = await twoYears()
    const [one = '', two = '', three = ''] = old.ids
    placed(service, one, { state: 'closed', status: 'done', closedOn: day('2020-01-01'), reopenCount: 1 })
    placed(service, two, { state: 'completed', status: 'done' })
    const { programId } = old
    const done = { status: 'done' } as const
    const first = aMeasure(service, programId, [one], { ...done, text: '逐笔核销往来款', doneOn: '2019-09-01' })
    const second = aMeasure(service, programId, [one, two], {
      status: 'verified',
      text: '建立清理台账',
      result: '核销312.6万元',
      doneOn: '2019-12-01',
    })
    aMeasure(service, programId, [two], { status: 'inProgress', text: '核销准备' })
    aMeasure(service, programId, [three], { ...done, text: '核销不算，问题未完成' })
    const all = await library(service, '')
    expect(all.rows.map(({ measureId }) => measureId)).toEqual([second, first])
    expect(all.total).toBe(2)
    expect(all.rows[1]).toMatchObject({
      text: '逐笔核销往来款',
      doneOn: '2019-09-01',
      reopenCount: 1,
      finding: { id: one, statusText: '已销号' },
    })
    const found = async (text: string) => (await library(service, text)).rows.map(({ measureId }) => measureId)
    expect(await found('核销')).toEqual([second, first])
    expect(await found(' 核销　往来 ')).toEqual([second, first])
    expect(await found('核销 逐笔')).toEqual([first])
    expect(await found('３１２.６万元')).toEqual([second])
    expect(await found('核销 没有')).toEqual([])
    expect(await library(service, '', 1)).toMatchObject({ total: 2, rows: [{ measureId: second }] })
  })
})
