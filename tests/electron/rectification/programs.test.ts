import { describe, expect, it } from 'vitest'
import { readLearnedWords } from '../../../db/repositories/rect-programs'
import { rectReport } from '../../../db/schema/rectification-parts'
import { meaningOf, usualVocabulary } from '../../../shared/rectification/status'
import { aBureau, aService, day, dumpOf, refusalOf, writing, type Service } from '../../builders'
import { aFinding, aProgram, placed, type ProgramInput } from './records'

async function programOf(service: Service, id: string) {
  const found = (await service.call('rectification.programs', {})).find((each) => each.id === id)
  if (!found) throw new Error('no such programme')
  return found
}

const change = (service: Service, id: string, fields: ProgramInput, expectedUpdatedAt: string | null = null) =>
  service.call('rectification.saveProgram', { id, fields, expectedUpdatedAt })

async function aPerson(service: Service, name: string): Promise<string> {
  const fields = { name, sectionId: null, rank: '', phone: '', remark: '', leftOn: null }
  return (await service.call('registry.savePerson', { id: null, fields, roles: null })).id
}

function aReport(service: Service, programId: string, dueOn: string | null, content: unknown = null): void {
  writing(service.store(), (db) => {
    const about = { programId, kind: 'periodic', dueOn, asOf: '2021-10-20', version: 1, isSample: false }
    const issued = { issuedOn: '2021-10-20', issuedBy: '承办人', docNo: '', checkCode: '', remark: '', content }
    db.insert(rectReport)
      .values({ id: service.context.newId(), ...about, ...issued })
      .run()
  })
}

describe('整改来源', () => {
  it('a new one takes the usual clocks, words, report cycle and rounding of its source, domain §6 §7', async () => {
    const service = await aBureau()
    const audit = await programOf(
      service,
      await aProgram(service, { title: ' 区审计局2021年 ', feedbackOn: day('2022-03-01') }),
    )
    expect(audit).toMatchObject({
      title: '区审计局2021年',
      reportCycleMonths: 3,
      rateRule: { mode: 'halfUp', decimals: 1, countsReferred: true },
      levelNames: { aspect: '方面', keyIssue: '重点问题' },
      clocks: { plan: { value: 30, unit: 'calendarDays' }, immediate: { value: 60, unit: 'calendarDays' } },
      planDueOn: '2022-03-31',
      firstReportDueOn: '2022-05-30',
      findings: 0,
      rate: '—',
      fraction: '0/0',
      hasNotice: false,
    })
    expect(audit.vocabulary).toEqual(usualVocabulary('districtAudit'))
    const inspection = await programOf(
      service,
      await aProgram(service, {
        source: 'districtInspection',
        title: '县委第四巡察组反馈意见',
        feedbackOn: day('2021-10-28'),
      }),
    )
    expect(inspection).toMatchObject({ reportCycleMonths: null, reportsDue: [], firstReportDueOn: '2021-12-28' })
    expect(inspection.vocabulary).toEqual(usualVocabulary('districtInspection'))
  })

  it('what is named is not overwritten by the usual', async () => {
    const service = await aBureau()
    const own: ProgramInput = {
      reportCycleMonths: null,
      rateRule: { mode: 'truncate', decimals: 0, countsReferred: false },
      levelNames: { aspect: '大类', keyIssue: '方面' },
    }
    expect(await programOf(service, await aProgram(service, own))).toMatchObject(own)
  })

  it('without a title it is refused, and nothing is written', async () => {
    const service = await aBureau()
    const before = dumpOf(service.store().connection)
    expect((await refusalOf(aProgram(service, { title: ' ' }))).code).toBe('programNeedsTitle')
    expect(dumpOf(service.store().connection)).toEqual(before)
  })

  it.each<[string, ProgramInput]>([
    ['the same number', { docNo: '津丽审〔2022〕1号', title: '另一个名称' }],
    ['the same number in other signs', { docNo: '津丽审〔2022〕１号 ' }],
    ['the same title without a number', { title: '2021年度审计' }],
  ])('%s is the same document and refused', async (_name, fields) => {
    const service = await aBureau()
    await aProgram(service, { docNo: '津丽审〔2022〕1号', title: '2021年度审计' })
    expect(await refusalOf(aProgram(service, fields))).toEqual({
      code: 'programExists',
      params: { title: '2021年度审计', docNo: '津丽审〔2022〕1号' },
    })
  })

  it('the same title of other years, with another number, or of another source is another document', async () => {
    const service = await aBureau()
    await aProgram(service, { docNo: '津丽审〔2022〕1号', title: '2021年度审计' })
    await aProgram(service, { title: '2021年度审计', originYears: '2017—2020' })
    await aProgram(service, { docNo: '津丽审〔2022〕2号', title: '2021年度审计' })
    await aProgram(service, { source: 'municipalAudit', docNo: '津丽审〔2022〕1号', title: '2021年度审计' })
    expect(await service.call('rectification.programs', {})).toHaveLength(4)
  })

  it('two people at once: the later save is refused', async () => {
    const service = await aBureau()
    const id = await aProgram(service)
    const { updatedAt } = await programOf(service, id)
    await change(service, id, { remark: '一' }, updatedAt)
    expect((await refusalOf(change(service, id, { remark: '二' }, '2000-01-01T00:00:00+08:00'))).code).toBe(
      'changedMeanwhile',
    )
    expect((await programOf(service, id)).remark).toBe('一')
  })

  it('a word that means something else now re-maps its findings in the same step; undo takes both back', async () => {
    const service = await aBureau()
    const id = await aProgram(service)
    const done = await aFinding(service, id)
    placed(service, done, { state: 'completed', status: 'done', statusLabel: '完成' })
    const closed = await aFinding(service, id)
    placed(service, closed, { state: 'closed', status: 'done', statusLabel: '完成' })
    const other = await aFinding(service, id)
    placed(service, other, { state: 'rectifying', status: 'inProgress', statusLabel: '整改中' })
    expect(await programOf(service, id)).toMatchObject({ findings: 3, done: 2, rate: '66.7%', fraction: '2/3' })
    const before = dumpOf(service.store().connection)
    const vocabulary = (await programOf(service, id)).vocabulary.map((word) =>
      word.label === '完成' ? { ...word, status: 'basicallyDone' as const, countsAsDone: false } : word,
    )
    await change(service, id, { vocabulary })
    expect(await service.call('rectification.get', { id: done })).toMatchObject({ status: 'basicallyDone' })
    expect(await service.call('rectification.get', { id: other })).toMatchObject({ status: 'inProgress' })
    // 销号 is signed: its status stays, whatever the word means now.
    expect(await service.call('rectification.get', { id: closed })).toMatchObject({ status: 'done' })
    await service.call('core.undoLast', {})
    expect(dumpOf(service.store().connection)).toEqual(before)
  })

  it('a word that stands twice is kept once, the first one counting', async () => {
    const service = await aBureau()
    const word = { label: '完成', status: 'done', countsAsDone: true, countsInDenominator: true } as const
    const id = await aProgram(service, { vocabulary: [word, { ...word, label: ' 完成 ', status: 'notDone' }] })
    expect((await programOf(service, id)).vocabulary).toEqual([word])
  })

  it('only an empty one is removed; issued reports stay', async () => {
    const service = await aBureau()
    const id = await aProgram(service)
    const findingId = await aFinding(service, id)
    const remove = () => service.call('rectification.removeProgram', { id })
    expect(await refusalOf(remove())).toEqual({ code: 'programInUse', params: { count: 1 } })
    await service.call('rectification.removeFindings', { ids: [findingId] })
    aReport(service, id, '2021-10-26', { text: '报告' })
    expect((await refusalOf(remove())).code).toBe('issuedReportStays')
    const other = await aProgram(service, { title: '另一份' })
    aReport(service, other, '2021-10-26')
    await service.call('rectification.removeProgram', { id: other })
    expect((await service.call('rectification.programs', {})).map((each) => each.id)).toEqual([id])
    expect((await refusalOf(service.call('rectification.removeProgram', { id: other }))).code).toBe('notFound')
  })
})

describe('periodic reports, product F7', () => {
  const reported = { source: 'municipalAudit', feedbackOn: day('2021-07-26') } as const

  it('on the feedback day the next four are 2021-10-26, 2022-01-26, 2022-04-26, 2022-07-26', async () => {
    const service = await aBureau({ asOf: '2021-07-26' })
    const { reportsDue } = await programOf(service, await aProgram(service, reported))
    expect(reportsDue.map(({ dueOn, light }) => [dueOn, light])).toEqual([
      ['2021-10-26', 'normal'],
      ['2022-01-26', 'normal'],
      ['2022-04-26', 'normal'],
      ['2022-07-26', 'normal'],
    ])
  })

  it('overdue ones are red until they are sent; a day off is reminded of on the working day before', async () => {
    const service = await aBureau({ asOf: '2022-02-01' })
    const id = await aProgram(service, { ...reported, feedbackOn: day('2021-06-25') })
    const due = async () =>
      (await programOf(service, id)).reportsDue.map(({ dueOn, sentOn, light }) => [dueOn, sentOn, light])
    expect((await due()).slice(0, 3)).toEqual([
      ['2021-09-25', null, 'overdue'],
      ['2021-12-25', null, 'overdue'],
      ['2022-03-25', null, 'normal'],
    ])
    aReport(service, id, '2021-09-25')
    aReport(service, id, '2022-03-25')
    expect(await due()).toEqual([
      ['2021-12-25', null, 'overdue'],
      ['2022-03-25', '2021-10-20', 'none'],
      ['2022-06-25', null, 'normal'],
      ['2022-09-25', null, 'normal'],
      ['2022-12-25', null, 'normal'],
    ])
    // 2022-06-25 is a Saturday.
    expect((await programOf(service, id)).reportsDue[2]?.remindOn).toBe('2022-06-24')
  })
})

describe('整改分工 and learned words', () => {
  it('nobody appointed: every role is open; once appointed only the appointed hold it', async () => {
    const service = await aBureau({ actor: '承办人01' })
    expect(await service.call('rectification.roles', {})).toEqual({
      roles: [],
      own: ['handler', 'sectionHead', 'verifier', 'deputy', 'chief'],
    })
    const [verifier, deputy] = [await aPerson(service, '整改督查员01'), await aPerson(service, '分管领导01')]
    const roles = [
      { role: 'deputy', personId: deputy },
      { role: 'verifier', personId: verifier },
      { role: 'verifier', personId: verifier },
    ] as const
    await service.call('rectification.saveRoles', { roles: [...roles] })
    expect(await service.call('rectification.roles', {})).toEqual({
      roles: [
        { role: 'verifier', personId: verifier, personName: '整改督查员01' },
        { role: 'deputy', personId: deputy, personName: '分管领导01' },
      ],
      own: ['handler', 'sectionHead', 'chief'],
    })
    const unknown = service.call('rectification.saveRoles', { roles: [{ role: 'chief', personId: 'nobody' }] })
    expect((await refusalOf(unknown)).code).toBe('notFound')
    service.close()
    const other = await aService({ folder: service.folder, actor: '整改督查员01' })
    expect((await other.call('rectification.roles', {})).own).toEqual(['handler', 'sectionHead', 'verifier', 'chief'])
    await other.call('rectification.saveRoles', { roles: [] })
    expect((await other.call('rectification.roles', {})).roles).toEqual([])
  })

  it('a learned word means its status from then on; the programme’s own word comes first', async () => {
    const service = await aBureau()
    await service.call('rectification.learnStatusWord', { word: ' 整改到位 ', status: 'done' })
    await service.call('rectification.learnStatusWord', { word: '完成', status: 'notDone' })
    await service.call('rectification.learnStatusWord', { word: '整改到位', status: 'promoted' })
    const learned = readLearnedWords(service.store().read)
    expect([...learned]).toEqual([
      ['整改到位', 'promoted'],
      ['完成', 'notDone'],
    ])
    const vocabulary = usualVocabulary('districtAudit')
    expect(meaningOf('整改到位', vocabulary, learned)).toMatchObject({ status: 'promoted', countsAsDone: true })
    expect(meaningOf('完成', vocabulary, learned)).toMatchObject({ status: 'done' })
    expect(meaningOf('快了', vocabulary, learned)).toBeNull()
    expect((await refusalOf(service.call('rectification.learnStatusWord', { word: '　', status: 'done' }))).code).toBe(
      'invalidInput',
    )
    await service.call('core.undoLast', {})
    expect(readLearnedWords(service.store().read).get('整改到位')).toBe('done')
  })

  it('rates leave 已移送 in the denominator unless the rule says otherwise', async () => {
    const service = await aBureau()
    const id = await aProgram(service)
    placed(service, await aFinding(service, id), { state: 'completed', status: 'done', statusLabel: '完成' })
    placed(service, await aFinding(service, id), { state: 'referred' })
    expect(await programOf(service, id)).toMatchObject({ rate: '50%', fraction: '1/2' })
    await change(service, id, { rateRule: { mode: 'halfUp', decimals: 1, countsReferred: false } })
    expect(await programOf(service, id)).toMatchObject({ findings: 2, rate: '100%', fraction: '1/1' })
  })
})
