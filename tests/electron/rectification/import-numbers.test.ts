import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { readFindings } from '../../../db/repositories/findings'
import { readAllMeasures, readMeasuresOf } from '../../../db/repositories/measures'
import { aBureau, fixture, importOf, previewOf, type Service } from '../../builders'
import { aWorkbook, imported, opened, rowsOf } from './ledger-files'
import { aFinding, aProgram } from './records'

const title = '巡察反馈意见整改台账'

async function withFindings(...numbers: readonly string[]): Promise<Service> {
  const service = await aBureau()
  const programId = await aProgram(service, { source: 'districtInspection', title })
  for (const no of numbers) await aFinding(service, programId, { no, title: `具体问题${no}`, kind: 'specific' })
  return service
}

const ledger = (...numbers: readonly string[]) =>
  aWorkbook([
    [title],
    ['问题编号', '具体问题', '方面', '问题类型'],
    ...numbers.map((no) => [no, `问题${no}`, '落实部署', '反馈']),
  ])

const measures = (...numbers: readonly string[]) =>
  aWorkbook([[title], ['问题编号', '整改措施', '责任领导'], ...numbers.map((no) => [no, `措施${no}`, '分管领导'])])

describe('the county ledger after its notice (README rectification/)', () => {
  test.each([true, false])('19 known, 24 measures; measures of the notice kept before: %s', async (withMeasures) => {
    const service = await aBureau()
    const programId = await aProgram(service, { source: 'districtInspection', title })
    const text = readFileSync(fixture('rectification/notice-county.txt'), 'utf8')
    const { items, declared, levelNames } = await service.call('rectification.readNotice', { text })
    await service.call('rectification.keepNotice', { programId, text, items, declared, levelNames, withMeasures })
    await importOf(service, 'rectification/county-inspection-2021.xlsx')
    const { read } = service.store()
    const findings = readFindings(read)
    expect([findings.length, readAllMeasures(read).measures.size]).toEqual([19, 24])
    // The numbers stay as the notice has them.
    expect(findings.map(({ no }) => no).filter((no) => !no.includes('.'))).toEqual(['6', '9', '10'])
    const again = await previewOf(service, 'rectification/county-inspection-2021.xlsx')
    expect(again.tables[0]?.counts).toMatchObject({ read: 19, unchanged: 19, added: 0, updated: 0 })
  })
})

test.each<readonly [string, readonly string[], readonly string[], number]>([
  ['6.1 is 6', ['6'], ['6.1'], 0],
  ['6 is 6.1', ['6.1'], ['6'], 0],
  ['the exact number comes first', ['6', '6.1'], ['6.1'], 0],
  ['two numbers of the aspect in the ledger', ['6.1', '6.2'], ['6'], 1],
  ['two numbers of the aspect in the table', ['6'], ['6.1', '6.2'], 2],
  ['both ways in the table', ['6'], ['6', '6.1'], 1],
  ['another sub-item', ['6'], ['6.2'], 1],
  ['another aspect', ['6'], ['16.1', '61'], 2],
])('整改台账, %s: holding %j, %j adds %d', async (_name, held, told, added) => {
  const service = await withFindings(...held)
  const { tables } = await opened(service, ledger(...told))
  expect(tables[0]?.counts).toMatchObject({ added, rejected: 0 })
})

test.each<readonly [string, readonly string[], readonly string[], readonly string[]]>([
  ['6.1 is 6', ['5.1', '6'], ['5.1', '6.1'], ['added', 'added']],
  ['6 is 6.1', ['5.1', '6.1'], ['6'], ['added']],
  ['two numbers of the aspect', ['5.1', '6.1', '6.2'], ['5.1', '6'], ['added', 'rejected']],
  ['two numbers in the table', ['5.1', '6'], ['5.1', '6.1', '6.2'], ['added', 'rejected', 'rejected']],
])('整改措施清单, %s: holding %j, the rows of %j are %j', async (_name, held, told, outcomes) => {
  const service = await withFindings(...held)
  const { session } = await opened(service, measures(...told))
  expect((await rowsOf(service, session)).map(({ outcome }) => outcome)).toEqual(outcomes)
})

it('the measure hangs on the finding of the other way of writing', async () => {
  const service = await withFindings('5.1', '6')
  await imported(service, measures('6.1'))
  const { read } = service.store()
  const six = readFindings(read).find(({ no }) => no === '6')
  expect(readMeasuresOf(read, six?.id ?? '').map(({ measure }) => measure.text)).toEqual(['措施6.1'])
})
