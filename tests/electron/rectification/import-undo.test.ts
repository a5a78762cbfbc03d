import { describe, expect, it } from 'vitest'
import { readFindings } from '../../../db/repositories/findings'
import { readMeasuresOf } from '../../../db/repositories/measures'
import { messageText } from '../../../shared/terms/messages'
import { aBureau, dumpOf, refusalOf, type Service } from '../../builders'
import { aWorkbook, imported } from './ledger-files'
import { changeFinding, withEvidence } from './records'
import { closeOut, detail, setMeasure, sits, step } from './way'

const header = [
  '审计项目',
  '问题编号',
  '问题摘要',
  '整改措施',
  '整改责任领导',
  '责任部门',
  '整改状态',
  '上缴财政（万元）',
]
const row = (no: string, title: string, measures = '上缴财政；') => [
  '2021年审计',
  no,
  title,
  measures,
  '分管领导',
  '财务科',
  '整改中',
  2,
]
const ledger = (...rows: readonly (readonly (string | number)[])[]) => aWorkbook([header, ...rows])

const dump = (service: Service) => dumpOf(service.store().connection)
const idOf = (service: Service, no: string) =>
  readFindings(service.store().read).find((finding) => finding.no === no)?.id ?? ''
const undo = (service: Service, batchId: string, keepEdited: boolean) =>
  service.call('tables.undo', { batchId, keepEdited })

/** Closes a finding that was imported, with all its measures done and proved. */
async function closed(service: Service, id: string): Promise<void> {
  for (const { measure } of readMeasuresOf(service.store().read, id)) {
    await setMeasure(service, '承办人01', measure.id, 'done')
    await withEvidence(service, id, { measureIds: [measure.id] })
  }
  await step(service, '承办人01', id, 'submit', { text: '已上缴' })
  await closeOut(service, '复核人', id)
  sits(service, '承办人')
}

describe('撤销本次导入 of a batch with a finding that was closed since (domain §3, a closed cycle never changes)', () => {
  async function aPlace() {
    const service = await aBureau({ asOf: '2022-06-30' })
    const { batches } = await imported(service, ledger(row('1', '未及时上缴'), row('2', '账务不规范')))
    const id = idOf(service, '1')
    await closed(service, id)
    await imported(service, ledger(row('3', '后来的问题')))
    return { service, id, batchId: batches[0]?.id ?? '' }
  }

  it('names the finding and changes nothing', async () => {
    const { service, batchId } = await aPlace()
    const before = dump(service)
    const failure = await refusalOf(undo(service, batchId, false))
    expect(failure).toEqual({ code: 'closedFindingsStay', params: { count: 1, titles: '未及时上缴' } })
    expect(messageText(failure.code, failure.params)).toContain('未及时上缴')
    expect(dump(service)).toEqual(before)
  })

  it('keeps it whole with its measures, amounts and 销号单, and takes back the rest', async () => {
    const { service, id, batchId } = await aPlace()
    const before = await detail(service, id)
    const { edited } = await service.call('tables.planUndo', { batchId })
    expect(edited.find(({ rowId }) => rowId === id)).toMatchObject({ table: 'finding', by: '复核人' })
    await undo(service, batchId, true)
    expect(readFindings(service.store().read).map(({ no }) => no)).toEqual(['1', '3'])
    const after = await detail(service, id)
    expect(after).toEqual({ ...before, imported: after.imported })
    expect([after.measures.length, after.amounts.length, after.state]).toEqual([1, 1, 'closed'])
    await service.call('rectification.closureForm', { findingId: id, cycle: 1 })
  })

  it('a finding that was only edited is kept whole too', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    const { batches } = await imported(service, ledger(row('1', '未及时上缴'), row('2', '账务不规范')))
    const id = idOf(service, '1')
    await changeFinding(service, id, (await detail(service, id)).programId, { remark: '已约谈' })
    const before = await detail(service, id)
    await undo(service, batches[0]?.id ?? '', true)
    const after = await detail(service, id)
    expect(after).toEqual({ ...before, imported: after.imported })
    expect(readFindings(service.store().read)).toHaveLength(1)
  })

  it('its measures from a table of their own stay with it; those of others go', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    await imported(service, ledger(row('1', '未及时上缴'), row('2', '账务不规范')))
    const measures = [
      ['问题编号', '整改措施', '责任领导'],
      ['1', '修订制度', '分管领导'],
      ['2', '建账', '分管领导'],
    ]
    const { batches } = await imported(service, aWorkbook(measures))
    const batchId = batches[0]?.id ?? ''
    await closed(service, idOf(service, '1'))
    const before = dump(service)
    expect((await refusalOf(undo(service, batchId, false))).code).toBe('closedFindingsStay')
    expect(dump(service)).toEqual(before)
    await undo(service, batchId, true)
    const textsOf = (no: string) =>
      readMeasuresOf(service.store().read, idOf(service, no)).map(({ measure }) => measure.text)
    expect([textsOf('1'), textsOf('2')]).toEqual([['上缴财政', '修订制度'], ['上缴财政']])
  })

  it('a table that changed it before it was closed is not taken back either; one after the reopening is', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    await imported(service, ledger(row('1', '未及时上缴')))
    const { batches } = await imported(service, ledger(row('1', '未及时上缴', '上缴财政；修订制度')))
    const id = idOf(service, '1')
    await closed(service, id)
    expect((await refusalOf(undo(service, batches[0]?.id ?? '', false))).code).toBe('closedFindingsStay')
    await step(service, '复核人', id, 'reopen', { agreedBy: '分管领导' })
    const again = await imported(service, ledger([...row('1', '未及时上缴', '上缴财政；修订制度').slice(0, 7), 5]))
    const amounts = async () => (await detail(service, id)).amounts.map(({ doneFen }) => doneFen)
    expect(await amounts()).toEqual([5_000_000])
    await undo(service, again.batches[0]?.id ?? '', false)
    expect(await amounts()).toEqual([2_000_000])
  })

  it('one that its ledger calls closed has no 销号单 of this program and goes with its batch', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    const before = dump(service)
    const closedRow = [...row('1', '未及时上缴').slice(0, 6), '已整改', 2]
    const { batches } = await imported(
      service,
      aWorkbook([
        [...header, '销号日期'],
        [...closedRow, '2022-05-01'],
      ]),
    )
    await undo(service, batches[0]?.id ?? '', false)
    expect(dump(service)).toEqual(before)
  })
})
