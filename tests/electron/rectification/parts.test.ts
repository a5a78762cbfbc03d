import { describe, expect, it } from 'vitest'
import { readEvidenceOf } from '../../../db/repositories/evidence'
import { readFindingsOfMeasure, readMeasure, readMeasuresOf } from '../../../db/repositories/measures'
import { day, dumpOf, refusalOf, type Service } from '../../builders'
import { aFinding, aProgram, withEvidence } from './records'
import { aClosed, aRectifying, aSubmitted, closeOut, detail, measureOf, setMeasure, sits, step, written } from './way'

const dump = (service: Service) => dumpOf(service.store().connection)

async function refused(service: Service, call: Promise<unknown>): Promise<string> {
  const before = dump(service)
  const { code } = await refusalOf(call)
  expect(dump(service)).toEqual(before)
  return code
}

const texts = (service: Service, id: string) =>
  readMeasuresOf(service.store().read, id).map(({ number, measure }) => `${number} ${measure.text}`)
const change = (service: Service, id: string, findingIds: readonly string[], fields: { text?: string } = {}) =>
  service.call('rectification.saveMeasure', { id, findingIds: [...findingIds], fields })
const remove = (service: Service, id: string, findingId: string) =>
  service.call('rectification.removeMeasure', { id, findingId })

describe('measures, domain §2 (「many-to-many in practice」: 19 findings ↔ 24 measures)', () => {
  it('one serves several findings of its programme; the set says which', async () => {
    const { service, programId, id, measure } = await aRectifying()
    const [second, third] = [await aFinding(service, programId), await aFinding(service, programId)]
    await change(service, measure, [id, second])
    expect(readFindingsOfMeasure(service.store().read, measure)).toEqual([id, second])
    await withEvidence(service, second, { measureIds: [measure] })
    await change(service, measure, [id, third], { text: ' 收回资金并上缴 ' })
    expect(readFindingsOfMeasure(service.store().read, measure)).toEqual([id, third])
    expect(texts(service, third)).toEqual(['1 收回资金并上缴'])
    // The file stays with the finding that it was added to.
    expect(readEvidenceOf(service.store().read, second).map(({ evidence }) => evidence.measureId)).toEqual([null])
    const elsewhere = await aFinding(service, await aProgram(service, { title: '另一份报告' }))
    expect(await refused(service, change(service, measure, [id, elsewhere]))).toBe('notFound')
    expect(await refused(service, change(service, measure, [id, 'nobody']))).toBe('notFound')
    expect(await refused(service, change(service, 'nobody', [id]))).toBe('notFound')
  })

  it('needs a text, is numbered without gaps, and goes with its last finding', async () => {
    const { service, id, measure } = await aRectifying()
    const input = { id: null, findingIds: [id], fields: { text: ' ' } }
    expect(await refused(service, service.call('rectification.saveMeasure', input))).toBe('measureNeedsText')
    const second = await measureOf(service, [id], '完善制度')
    await measureOf(service, [id], '开展培训')
    expect(texts(service, id)).toEqual(['1 收回资金', '2 完善制度', '3 开展培训'])
    const before = dump(service)
    await remove(service, second, id)
    expect(texts(service, id)).toEqual(['1 收回资金', '2 开展培训'])
    expect(readMeasure(service.store().read, second)).toBeNull()
    await service.call('core.undoLast', {})
    expect(dump(service)).toEqual(before)
    expect(await refused(service, remove(service, measure, 'nobody'))).toBe('notFound')
  })

  it('of a closed finding it stays: text, links and status', async () => {
    const { service, programId, id, measure } = await aClosed()
    const open = await aFinding(service, programId)
    expect(await refused(service, change(service, measure, [id], { text: '改写' }))).toBe('measureOfClosed')
    expect(await refused(service, change(service, measure, [id, open]))).toBe('measureOfClosed')
    expect(await refused(service, remove(service, measure, id))).toBe('findingNotEditable')
    expect(await refused(service, setMeasure(service, '承办人01', measure, 'inProgress'))).toBe('measureOfClosed')
    const other = await measureOf(service, [open])
    expect(await refused(service, change(service, other, [open, id]))).toBe('findingNotEditable')
    expect(
      await refused(
        service,
        service.call('rectification.saveMeasure', {
          id: null,
          findingIds: [id],
          fields: { text: '新措施' },
        }),
      ),
    ).toBe('findingNotEditable')
  })

  it('shared with an open finding it goes on there, but never leaves the closed one', async () => {
    const { service, programId, id, measure } = await aSubmitted()
    const open = await aFinding(service, programId)
    await change(service, measure, [id, open])
    await closeOut(service, '复核人', id)
    await change(service, measure, [id, open], { text: '收回资金（续）' })
    expect(await refused(service, change(service, measure, [open]))).toBe('findingNotEditable')
    const form = await service.call('rectification.closureForm', { findingId: id, cycle: 1 })
    expect(form.measures.map(({ text }) => text)).toEqual(['收回资金'])
  })

  it('of a closed cycle it stays with the reopened finding', async () => {
    const { service, id, measure } = await aClosed()
    await step(service, '复核人', id, 'reopen', { agreedBy: '分管领导' })
    expect(await refused(service, remove(service, measure, id))).toBe('measureOfClosed')
    const added = await measureOf(service, [id], '再收回')
    await remove(service, added, id)
    expect(texts(service, id)).toEqual(['1 收回资金'])
  })
})

describe('未启动 → 推进中 → 已完成 → 已核实, domain §3 Measure', () => {
  const measured = async (service: Service, id: string) => (await detail(service, id)).measures[0]

  it('reported by who did it, verified by a verifier who did not, and taken back', async () => {
    const { service, id, measure } = await aRectifying({ finding: { handler: '' } })
    expect(await measured(service, id)).toMatchObject({ status: 'notStarted' })
    expect(await refused(service, setMeasure(service, '复核人', measure, 'verified'))).toBe('measureNotDone')
    await setMeasure(service, '承办人02', measure, 'inProgress')
    await setMeasure(service, '承办人02', measure, 'done', '2022-06-10')
    expect(await measured(service, id)).toMatchObject({ status: 'done', doneOn: '2022-06-10', doneBy: '承办人02' })
    expect(await refused(service, setMeasure(service, '承办人02', measure, 'verified', '2022-06-12'))).toBe(
      'measureDoerCannotVerify',
    )
    // Whoever reports it again, the first stays the doer.
    await setMeasure(service, '承办人05', measure, 'done', '2022-06-11')
    expect(await measured(service, id)).toMatchObject({ doneBy: '承办人02', doneOn: '2022-06-11' })
    expect(await refused(service, setMeasure(service, '复核人', measure, 'verified', '2022-06-10'))).toBe(
      'findingDayTooEarly',
    )
    expect(await refused(service, setMeasure(service, '复核人', measure, 'verified', '2022-07-01'))).toBe(
      'findingDayInFuture',
    )
    await setMeasure(service, '复核人', measure, 'verified', '2022-06-12')
    expect(await measured(service, id)).toMatchObject({
      status: 'verified',
      verifiedBy: '复核人',
      verifiedOn: '2022-06-12',
      doneBy: '承办人02',
    })
    await setMeasure(service, '承办人02', measure, 'inProgress')
    expect(await measured(service, id)).toMatchObject({
      status: 'inProgress',
      doneBy: '',
      doneOn: null,
      verifiedBy: '',
    })
  })

  it('the handler of the measure, of its findings, and who proved it are doers', async () => {
    const { service, programId, id, measure } = await aSubmitted()
    const other = await aFinding(service, programId, { handler: '承办人07' })
    await change(service, measure, [id, other])
    sits(service, '承办人08')
    await withEvidence(service, id, { fileName: '照片.jpg', measureIds: [measure] })
    const fields = { handler: '承办人09' }
    await service.call('rectification.saveMeasure', { id: measure, findingIds: [id, other], fields })
    for (const by of ['承办人01', '承办人07', '承办人08', '承办人09'])
      expect(await refused(service, setMeasure(service, by, measure, 'verified'))).toBe('measureDoerCannotVerify')
    await setMeasure(service, '复核人', measure, 'verified')
  })

  it('长期坚持 counts as done and goes on after it was verified; a changed text is to be verified again', async () => {
    const { service, id, measure } = await aRectifying()
    await setMeasure(service, '承办人01', measure, 'longTerm')
    await setMeasure(service, '复核人', measure, 'verified')
    expect(await measured(service, id)).toMatchObject({ status: 'longTerm', verifiedBy: '复核人' })
    const second = await measureOf(service, [id], '完善制度')
    await setMeasure(service, '承办人01', second, 'done')
    await setMeasure(service, '复核人', second, 'verified')
    await change(service, second, [id], { text: '完善制度' })
    expect(readMeasure(service.store().read, second)).toMatchObject({ status: 'verified' })
    await change(service, second, [id], { text: '修订办法' })
    expect(readMeasure(service.store().read, second)).toMatchObject({
      status: 'done',
      verifiedBy: '',
      verifiedOn: null,
    })
  })

  it('what came of it is kept, and only written over by something', async () => {
    const { service, measure } = await aRectifying()
    const done = { id: measure, status: 'done', on: day('2022-06-01') } as const
    await service.call('rectification.setMeasureStatus', { ...done, result: ' 收回3万元 ' })
    await service.call('rectification.setMeasureStatus', done)
    expect(readMeasure(service.store().read, measure)).toMatchObject({ result: '收回3万元' })
  })
})

const amount = (findingId: string) =>
  ({
    findingId,
    treatment: 'other',
    unit: '户',
    requiredFen: null,
    doneFen: null,
    required: '241',
    done: '210',
    voucherNo: ' 凭1 ',
    reason: '',
  }) as const

describe('amounts, rules, accountability and points', () => {
  it('are kept with their finding, changed and removed, each as one step that undoes', async () => {
    const { service, id } = await aRectifying()
    const before = dump(service)
    const amounts = await service.call('rectification.saveAmount', { id: null, ...amount(id) })
    const rule = { findingId: id, name: ' 非税收入管理办法 ', docNo: '东审发〔2022〕8号', issuedOn: day('2022-05-06') }
    const rules = await service.call('rectification.saveRule', { id: null, ...rule })
    const about = { findingId: id, form: 'interview', persons: 2, decidedOn: null, note: '科室负责人' } as const
    const persons = await service.call('rectification.saveAccountability', { id: null, ...about })
    const point = { id: null, findingId: id, parentId: null, no: '1', text: '长期挂账' }
    const points = await service.call('rectification.savePoint', point)
    await service.call('rectification.savePoint', { ...point, parentId: points.id, no: '①', text: '三年未清' })
    await service.call('rectification.saveRule', { id: rules.id, ...rule, docNo: '' })
    expect(await detail(service, id)).toMatchObject({
      amounts: [{ unit: '户', required: '241', done: '210', requiredFen: null, voucherNo: '凭1' }],
      rules: [{ name: '非税收入管理办法', docNo: '', issuedOn: '2022-05-06' }],
      accountability: [{ form: 'interview', persons: 2 }],
      points: [
        { no: '1', text: '长期挂账', parentId: null },
        { no: '①', text: '三年未清', parentId: points.id },
      ],
    })
    const full = dump(service)
    await service.call('rectification.removePart', { kind: 'amount', id: amounts.id })
    await service.call('rectification.removePart', { kind: 'rule', id: rules.id })
    await service.call('rectification.removePart', { kind: 'accountability', id: persons.id })
    await service.call('rectification.removePoint', { id: points.id })
    expect(await detail(service, id)).toMatchObject({ amounts: [], rules: [], accountability: [], points: [] })
    for (let taken = 0; taken < 4; taken += 1) await service.call('core.undoLast', {})
    expect(dump(service)).toEqual(full)
    for (let taken = 0; taken < 6; taken += 1) await service.call('core.undoLast', {})
    expect(dump(service)).toEqual(before)
  })

  it('money is 分 without a unit, everything else a decimal in its unit', async () => {
    const { service, id } = await aRectifying()
    const save = (fields: object) => service.call('rectification.saveAmount', { id: null, ...amount(id), ...fields })
    for (const unit of ['万元', '元', '亿元'])
      expect(await refusalOf(save({ unit }))).toEqual({ code: 'amountUnitWrong', params: { unit } })
    expect(await refusalOf(save({ unit: '' }))).toEqual({ code: 'amountNeedsFigure', params: { treatment: '其他' } })
    expect(await refused(service, save({ required: null, done: null }))).toBe('amountNeedsFigure')
    const money = { unit: '', required: null, done: null }
    for (const [fields, value, unit] of [
      [{ ...money, requiredFen: -100 }, '-0.0001', '万元'],
      [{ ...money, requiredFen: 100, doneFen: -250_000 }, '-0.25', '万元'],
      [{ done: '-3' }, '-3', '户'],
      [{ required: '-0.5' }, '-0.5', '户'],
    ] as const) {
      const negative = { code: 'amountNegative', params: { treatment: '其他', value, unit } }
      expect(await refusalOf(save({ unit: '户', ...fields }))).toEqual(negative)
    }
    for (const done of ['1234567890123456', '1.123456789', '1e3', 'NaN'])
      expect(await refused(service, save({ unit: '户', done }))).toBe('invalidInput')
    await save({ unit: '', requiredFen: 0, doneFen: 100 })
    expect((await detail(service, id)).amounts).toMatchObject([{ unit: '', required: null, done: null, doneFen: 100 }])
  })

  it('hang where they belong: 条 below a 问题表现 of the same finding, nothing below a 条', async () => {
    const { service, programId, id } = await aRectifying()
    const other = await aFinding(service, programId)
    const save = (fields: { id?: string; findingId?: string; parentId?: string; text?: string }) =>
      service.call('rectification.savePoint', {
        id: null,
        findingId: id,
        parentId: null,
        no: '',
        text: '表现',
        ...fields,
      })
    const top = (await save({})).id
    const below = (await save({ parentId: top })).id
    const foreign = (await save({ findingId: other })).id
    for (const fields of [
      { parentId: below },
      { parentId: foreign },
      { id: top, parentId: top },
      { id: top, findingId: other },
    ])
      expect(await refused(service, save(fields))).toBe('notFound')
    expect(await refused(service, save({ text: ' ' }))).toBe('findingNeedsFields')
    expect(await refused(service, service.call('rectification.removePoint', { id: 'nothing' }))).toBe('notFound')
  })

  it.each(['closed', 'referred after 销号'] as const)('nothing of a finding that is %s changes', async (how) => {
    const { service, id } = await aSubmitted()
    const made = await service.call('rectification.saveAmount', { id: null, ...amount(id), done: '241' })
    const point = await service.call('rectification.savePoint', {
      id: null,
      findingId: id,
      parentId: null,
      no: '',
      text: '表现',
    })
    const rule = { findingId: id, name: '办法', docNo: '', issuedOn: null }
    const rules = await service.call('rectification.saveRule', { id: null, ...rule })
    await closeOut(service, '复核人', id)
    if (how !== 'closed')
      await step(service, '主要负责人', id, 'refer', {
        referral: { to: '区纪委监委', cases: 1, persons: 0, amount: null },
      })
    const persons = { findingId: id, form: 'interview', persons: 1, decidedOn: null, note: '' } as const
    const attempts = [
      () => service.call('rectification.saveAmount', { id: null, ...amount(id) }),
      () => service.call('rectification.saveAmount', { id: made.id, ...amount(id) }),
      () => service.call('rectification.saveRule', { id: rules.id, ...rule, name: '别的' }),
      () => service.call('rectification.saveAccountability', { id: null, ...persons }),
      () =>
        service.call('rectification.savePoint', { id: point.id, findingId: id, parentId: null, no: '', text: '别的' }),
      () => service.call('rectification.removePoint', { id: point.id }),
      () => service.call('rectification.removePart', { kind: 'amount', id: made.id }),
      () => service.call('rectification.removePart', { kind: 'rule', id: rules.id }),
      () => withEvidence(service, id, { fileName: '补.pdf' }),
    ]
    for (const attempt of attempts) expect(await refused(service, attempt())).toBe('findingNotEditable')
  })

  it('an unknown finding or a part of another one is not found', async () => {
    const { service, programId, id } = await aRectifying()
    const other = await aFinding(service, programId)
    const made = await service.call('rectification.saveAmount', { id: null, ...amount(id) })
    expect(await refused(service, service.call('rectification.saveAmount', { id: made.id, ...amount(other) }))).toBe(
      'notFound',
    )
    expect(await refused(service, service.call('rectification.saveAmount', { id: null, ...amount('nobody') }))).toBe(
      'notFound',
    )
    expect(await refused(service, service.call('rectification.removePart', { kind: 'rule', id: made.id }))).toBe(
      'notFound',
    )
    written(service, other, { state: 'closed' })
    expect(await refused(service, service.call('rectification.saveAmount', { id: null, ...amount(other) }))).toBe(
      'findingNotEditable',
    )
  })
})
