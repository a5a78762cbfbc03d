import { describe, expect, it } from 'vitest'
import { digestOf } from '../../../electron/core/attachment-store'
import { sha256Hex } from '../../../electron/reports/digest'
import { canonicalJson, checkCodeOf } from '../../../shared/reports/check-code'
import { day, dumpOf, refusalOf, writing, type Service } from '../../builders'
import { amount } from '../../shared/projects/builders'
import { withEvidence } from './records'
import { aClosed, aRectifying, aSubmitted, closeOut, detail, measureOf, setMeasure, sits, step, written } from './way'

const form = (service: Service, findingId: string, cycle = 1) =>
  service.call('rectification.closureForm', { findingId, cycle })
const digest = (text: string) => digestOf(new TextEncoder().encode(text))

async function everything() {
  const place = await aRectifying({
    program: { title: '2021年度预算执行审计', docNo: '东审报〔2022〕1号' },
    finding: { no: '3', title: '未及时上缴收入', detail: '三年未清', leadUnit: '财务科', amount: amount('12.5') },
  })
  const { service, id, measure } = place
  const second = await measureOf(service, [id], '完善制度')
  const ask = { newDueOn: day('2023-06-30'), on: day('2022-05-01') }
  await step(service, '承办人01', id, 'requestExtension', ask)
  await step(service, '主要负责人', id, 'decideExtension', { on: day('2022-05-02') })
  await setMeasure(service, '承办人01', measure, 'done', '2022-05-20')
  await setMeasure(service, '承办人01', second, 'longTerm', '2022-05-21')
  await withEvidence(service, id, { fileName: '缴款书.pdf', measureIds: [measure, second] })
  await withEvidence(service, id, { fileName: '办法.docx', measureIds: [second] })
  const money = { requiredFen: amount('12.5'), doneFen: amount('12.5'), required: null, done: null }
  const about = { findingId: id, treatment: 'toTreasury', unit: '', voucherNo: '', reason: '' } as const
  await service.call('rectification.saveAmount', { id: null, ...about, ...money })
  const rule = { findingId: id, name: '《非税收入管理办法》', docNo: '东财〔2022〕8号', issuedOn: day('2022-05-06') }
  await service.call('rectification.saveRule', { id: null, ...rule })
  await step(service, '承办人01', id, 'submit', { on: day('2022-06-02'), agreedBy: '财务科负责人' })
  await step(service, '复核人', id, 'propose', { on: day('2022-06-10'), determination: 'completed' })
  await step(service, '分管领导', id, 'confirm', { on: day('2022-06-12') })
  await setMeasure(service, '复核人', measure, 'verified', '2022-06-12')
  await step(service, '主要负责人', id, 'close', { on: day('2022-06-20') })
  return place
}

describe('对账销号单, product F4: number, signatures, dates', () => {
  it('says all that was signed, with both dates of an extension and the digest of each file', async () => {
    const { service, id } = await everything()
    const { checkCode, ...content } = await form(service, id)
    expect(content).toEqual({
      no: '东审整销〔2022〕1号',
      bureau: '东丽区审计局',
      programTitle: '2021年度预算执行审计',
      docNo: '东审报〔2022〕1号',
      source: '区审计局',
      findingNo: '3',
      title: '未及时上缴收入',
      detail: '三年未清',
      amountText: '12.5万元',
      rectType: '分阶段整改',
      leader: '分管领导',
      leadUnit: '财务科',
      handler: '承办人01',
      dueText: '2023年6月30日（原2023年1月10日，延期1次）',
      timelinessText: '按期（延期1次）',
      result: '已收回资金',
      amounts: [{ treatment: '上缴财政', required: '12.5', done: '12.5', unit: '万元' }],
      measures: [
        { number: 1, text: '收回资金', status: '已核实', doneOn: '2022年5月20日', evidence: '缴款书.pdf' },
        { number: 2, text: '完善制度', status: '长期坚持', doneOn: '2022年5月21日', evidence: '缴款书.pdf、办法.docx' },
      ],
      evidence: [
        { fileName: '缴款书.pdf', kind: '凭证', size: '13 字节', digest: digest('缴款书.pdf') },
        { fileName: '办法.docx', kind: '凭证', size: '11 字节', digest: digest('办法.docx') },
      ],
      rules: ['《非税收入管理办法》（东财〔2022〕8号，2022年5月6日）'],
      cycle: 1,
      reopenCount: 0,
      submittedBy: '承办人01',
      submittedOn: '2022年6月2日',
      unitHead: '财务科负责人',
      verifiedBy: '复核人',
      verifiedOn: '2022年6月10日',
      closedBy: '主要负责人',
      closedOn: '2022年6月20日',
    })
    expect(checkCode).toMatch(/^\d{4}-\d{4}$/)
    expect(checkCode).toBe(checkCodeOf(sha256Hex(canonicalJson(content))))
    // 长期坚持: looked at within a year, here by the clock of six months.
    expect((await detail(service, id)).lookBacks).toMatchObject([{ plannedOn: '2022-12-20' }])
  })

  it('of an open cycle says what it would say today, unsigned', async () => {
    const { service, id } = await aSubmitted()
    expect(await form(service, id)).toMatchObject({
      no: '',
      closedBy: '',
      closedOn: '',
      verifiedBy: '',
      verifiedOn: '',
      timelinessText: '',
      submittedBy: '承办人01',
      submittedOn: '2022年6月2日',
      dueText: '2023年1月10日',
      measures: [{ status: '已完成' }],
    })
    expect(await refusalOf(form(service, id, 2))).toEqual({ code: 'notFound', params: {} })
    expect((await refusalOf(form(service, 'nobody'))).code).toBe('notFound')
  })

  it('stays as it was signed, whatever is renamed or reopened later', async () => {
    const { service, id } = await aClosed()
    const signed = await form(service, id)
    await step(service, '复核人', id, 'reopen', { agreedBy: '分管领导' })
    written(service, id, { title: '另一个题目', leadUnit: '别的科' })
    await service.call('settings.saveBureau', {
      name: '津南区审计局',
      aliases: [],
      category: 3,
      mode: 'bureau',
      year: 2022,
    })
    expect(await form(service, id)).toEqual(signed)
    expect(await form(service, id, 2)).toMatchObject({ no: '', cycle: 2, bureau: '津南区审计局', evidence: [] })
    sits(service, '承办人01')
    await withEvidence(service, id, { fileName: '第二轮.pdf' })
    await step(service, '承办人01', id, 'submit')
    expect((await closeOut(service, '复核人', id)).closureFormNo).toBe('津审整销〔2022〕1号')
    expect(await form(service, id, 2)).toMatchObject({ reopenCount: 1, evidence: [{ fileName: '第二轮.pdf' }] })
    expect(await form(service, id)).toEqual(signed)
  })

  it('numbers are consecutive per year over all findings; a refused 销号 takes none', async () => {
    const { service, id } = await aClosed()
    const again = async (on: string) => {
      await step(service, '复核人', id, 'reopen', { agreedBy: '分管领导', on: day(on) })
      sits(service, '承办人01')
      await withEvidence(service, id, { fileName: `${on}.pdf` })
      await step(service, '承办人01', id, 'submit', { on: day(on) })
      await refusalOf(closeOut(service, '承办人01', id, on))
      return (await closeOut(service, '复核人', id, on)).closureFormNo
    }
    expect(await again('2022-06-30')).toBe('东审整销〔2022〕2号')
    Object.assign(service.context, { today: () => day('2023-02-01') })
    expect(await again('2022-12-31')).toBe('东审整销〔2022〕3号')
    expect(await again('2023-01-05')).toBe('东审整销〔2023〕1号')
    const { cycles } = await detail(service, id)
    expect(cycles.map(({ closureFormNo }) => closureFormNo)).toEqual([
      '东审整销〔2022〕1号',
      '东审整销〔2022〕2号',
      '东审整销〔2022〕3号',
      '东审整销〔2023〕1号',
    ])
  })

  it('of an imported 销号 is put together from what the ledger said', async () => {
    const { service, id } = await aRectifying()
    written(service, id, {
      state: 'closed',
      closedOn: '2021-12-01',
      closureFormNo: '台账第9号',
      submittedOn: '2021-11-01',
      dueOn: '2021-11-30',
      originalDueOn: '2021-11-30',
    })
    expect(await form(service, id)).toMatchObject({
      no: '台账第9号',
      closedOn: '2021年12月1日',
      timelinessText: '按期',
    })
    await step(service, '复核人', id, 'reopen', { agreedBy: '分管领导' })
    expect(await form(service, id, 1)).toMatchObject({
      no: '台账第9号',
      closedOn: '2021年12月1日',
      dueText: '2021年11月30日',
      cycle: 1,
    })
  })
})

it('the store itself keeps a signed cycle: no tool changes or deletes it', async () => {
  const { service } = await aClosed()
  const before = dumpOf(service.store().connection)
  const { connection } = service.store()
  for (const sql of ['UPDATE rect_cycle SET closed_on = NULL', 'DELETE FROM rect_cycle'])
    expect(() => writing(service.store(), () => connection.exec(sql))).toThrow(/closed cycles are never/)
  expect(dumpOf(connection)).toEqual(before)
})
