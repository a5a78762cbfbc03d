import { describe, expect, it, test } from 'vitest'
import { readFindings } from '../../../db/repositories/findings'
import { readMeasuresOf } from '../../../db/repositories/measures'
import { aBureau, aFolder, bytesOf, dumpOf, type Service } from '../../builders'
import { aWorkbook, imported, opened, rowsOf } from './ledger-files'

const header = [
  '序号',
  '方面',
  '重点问题',
  '具体问题',
  '问题金额（万元）',
  '整改措施',
  '责任领导',
  '责任部门',
  '完成时限',
  '完成情况',
]
type Cell = string | number | null
type Row = readonly Cell[]

/** Three findings; the first has three measures, the last two, each in a row of its own. */
const rows: readonly Row[] = [
  [1, '落实部署', '重点一', '具体问题一', 12.5, '1. 建立台账', '分管领导01', '股室1', '2021-12-31', '整改中'],
  [null, null, null, null, null, '2. 修订制度', '分管领导02', '股室2', '2022-06-30', null],
  [null, null, null, null, null, '开展培训', null, '股室3', '长期', null],
  [2, '落实部署', '重点一', '具体问题二', 3, '上缴财政', '分管领导01', '股室1', '2021-12-31', '整改中'],
  [3, '队伍建设', '重点二', '具体问题三', null, '①甲②乙', '分管领导03', '股室4', '2022-03-31', '整改中'],
  [null, null, null, null, null, '③丙', null, null, '2022-09-30', null],
]
/** 序号 to 问题金额, and 完成情况, over the rows of each finding. */
const merges = ['A', 'B', 'C', 'D', 'E', 'J'].flatMap((column) => [`${column}3:${column}5`, `${column}7:${column}8`])
const variants = [
  ['merged over the rows', merges],
  ['left blank below the first row', []],
] as const

function ledger(data: readonly Row[], ranges: readonly string[] = []) {
  return aWorkbook([['巡察反馈意见整改台账'], header, ...data], { merges: ranges })
}

/** The rows with one cell otherwise; `row` and `column` from 0. */
function withCell(row: number, column: number, value: Cell): readonly Row[] {
  return rows.map((cells, index) => (index === row ? cells.with(column, value) : cells))
}

function standing(service: Service) {
  const { read } = service.store()
  return readFindings(read).map((finding) => ({
    finding,
    measures: readMeasuresOf(read, finding.id).map(({ measure }) => [
      measure.text,
      measure.leader,
      measure.unit,
      measure.dueOn,
      measure.status,
      measure.sourceRow,
    ]),
  }))
}

const expected = [
  [
    ['建立台账', '分管领导01', '股室1', '2021-12-31', 'inProgress', 3],
    ['修订制度', '分管领导02', '股室2', '2022-06-30', 'inProgress', 4],
    ['开展培训', '分管领导01', '股室3', null, 'longTerm', 5],
  ],
  [['上缴财政', '分管领导01', '股室1', '2021-12-31', 'inProgress', 6]],
  [
    ['甲', '分管领导03', '股室4', '2022-03-31', 'inProgress', 7],
    ['乙', '分管领导03', '股室4', '2022-03-31', 'inProgress', 7],
    ['丙', '分管领导03', '股室4', '2022-09-30', 'inProgress', 8],
  ],
]

describe.each(variants)('a row for each measure, the columns of the finding %s (domain §8 D)', (_name, ranges) => {
  it('is one finding with measures that keep their own leader, unit and deadline; counts are of Excel rows', async () => {
    const service = await aBureau()
    const { preview } = await imported(service, ledger(rows, ranges))
    expect(preview.tables[0]?.counts).toMatchObject({ read: 6, added: 6, rejected: 0, skipped: 0 })
    const found = standing(service)
    expect(found.map(({ measures }) => measures)).toEqual(expected)
    // A merged amount counts once; a finding is due when the last of its measures is.
    expect(
      found.map(({ finding: { title, amount, dueOn, leader, leadUnit } }) => [title, amount, dueOn, leader, leadUnit]),
    ).toEqual([
      ['具体问题一', 12_500_000, '2022-06-30', '分管领导01', '股室1'],
      ['具体问题二', 3_000_000, '2021-12-31', '分管领导01', '股室1'],
      ['具体问题三', null, '2022-09-30', '分管领导03', '股室4'],
    ])
    expect(found[0]?.finding.remark).toBe('整改时限：长期')
  })

  it('again changes nothing', async () => {
    const service = await aBureau()
    await imported(service, ledger(rows, ranges))
    const before = dumpOf(service.store().connection)
    const { preview } = await imported(service, ledger(rows, ranges))
    expect(preview.tables[0]?.counts).toMatchObject({ read: 6, added: 0, updated: 0, unchanged: 6 })
    expect(dumpOf(service.store().connection)).toEqual(before)
  })

  it('another unit of one measure changes that measure alone, a blank one keeps what is stored', async () => {
    const service = await aBureau()
    await imported(service, ledger(rows, ranges))
    const changed = ledger(withCell(1, 7, '股室9'), ranges)
    const { session, tables } = await opened(service, changed)
    expect(tables[0]?.counts).toMatchObject({ updated: 3, unchanged: 3 })
    const [first] = await rowsOf(service, session)
    expect(first?.changes.map(({ label, to }) => [label, to?.split('\n')[1]])).toEqual([
      ['各项措施的责任与时限', '2. 分管领导02、股室9、2022-06-30'],
    ])
    await imported(service, changed)
    expect(standing(service)[0]?.measures.map(([, , unit]) => unit)).toEqual(['股室1', '股室9', '股室3'])
    await imported(
      service,
      ledger(
        withCell(1, 7, null).map((row) => row.with(7, null)),
        ranges,
      ),
    )
    expect(standing(service)[0]?.measures.map(([, , unit]) => unit)).toEqual(['股室1', '股室9', '股室3'])
  })

  it('every row is in the preview; a wrong day refuses the finding with all its rows', async () => {
    const service = await aBureau()
    const { session, tables } = await opened(service, ledger(withCell(1, 8, '2022-02-30'), ranges))
    expect(tables[0]?.counts).toMatchObject({ read: 6, added: 3, rejected: 3 })
    const shown = await rowsOf(service, session)
    expect(shown.map(({ row, outcome, issues }) => [row, outcome, issues.map(({ code }) => code)])).toEqual([
      [3, 'rejected', []],
      [4, 'rejected', ['dateInvalid']],
      [5, 'rejected', []],
      [6, 'added', []],
      [7, 'added', []],
      [8, 'added', []],
    ])
    const fixed = await service.call('tables.fixCell', {
      session,
      table: 0,
      row: 4,
      field: 'dueOn',
      text: '2022-02-28',
    })
    expect(fixed.tables[0]?.counts).toMatchObject({ added: 6, rejected: 0 })
  })

  it('the workbook of refused rows, once corrected, brings the finding whole', async () => {
    const service = await aBureau()
    const { session } = await opened(service, ledger(withCell(1, 8, '2022-02-30'), ranges))
    const folder = aFolder()
    service.context.grants.set('errors', folder)
    const { fileName } = await service.call('tables.saveErrorRows', { session, table: 0, folder: 'errors' })
    const again = await opened(service, bytesOf(`${folder}/${fileName}`))
    expect(again.tables[0]?.counts).toMatchObject({ read: 3, rejected: 3 })
    await service.call('tables.fixCell', {
      session: again.session,
      table: 0,
      row: 4,
      field: 'dueOn',
      text: '2022-06-30',
    })
    await service.call('tables.confirm', { session: again.session, tables: [0], rows: 'all', withdraw: true })
    expect(
      standing(service).map(({ measures }) => measures.map(([text, , unit, dueOn]) => [text, unit, dueOn])),
    ).toEqual([expected[0]?.map(([text, , unit, dueOn]) => [text, unit, dueOn])])
  })
})

describe('no row is dropped', () => {
  test.each<readonly [string, readonly string[], Row, readonly string[]]>([
    [
      'other data without a title',
      [],
      [null, null, null, null, 5, '2. 修订制度', null, null, null, null],
      ['具体问题 required'],
    ],
    [
      'another aspect without a title',
      [],
      [null, '队伍建设', null, null, null, '2. 修订制度', null, null, null, null],
      ['具体问题 required'],
    ],
    [
      'a number without a title',
      [],
      [2, null, null, null, null, '2. 修订制度', null, null, null, null],
      ['具体问题 required'],
    ],
    [
      'no measure either',
      [],
      [null, null, null, null, null, null, '分管领导02', null, null, null],
      ['具体问题 required'],
    ],
    [
      'other data under a merged title',
      ['D3:D4'],
      [null, null, null, null, 5, '2. 修订制度', null, null, null, null],
      ['问题金额（万元） notOfMeasure'],
    ],
    [
      'no measure under a merged title',
      ['D3:D4'],
      [null, null, null, null, null, null, '分管领导02', null, null, null],
      ['整改措施 required'],
    ],
  ])('%s is refused', async (_name, ranges, below, codes) => {
    const service = await aBureau()
    const first = rows[0] ?? []
    const { session, tables } = await opened(service, ledger([first, below], ranges))
    expect(tables[0]?.counts).toMatchObject({ read: 2, added: 1, rejected: 1 })
    const issues = (await rowsOf(service, session)).flatMap((row) => row.issues)
    expect(issues.map(({ column, code }) => `${column} ${code}`)).toEqual(codes)
    expect(issues[0]?.text).toMatch(/这一行不能导入/)
  })

  it('a merge over two findings of their own holds no title', async () => {
    const service = await aBureau()
    const second = (rows[3] ?? []).with(1, null)
    const { preview } = await imported(service, ledger([rows[0] ?? [], second], ['B3:B4']))
    expect(preview.tables[0]?.counts).toMatchObject({ added: 2, rejected: 0 })
    expect(standing(service).map(({ finding }) => finding.aspect)).toEqual(['落实部署', '落实部署'])
  })
})

it('审计整改台账 (domain §8 C): 问题编号 stands once, its measures below', async () => {
  const service = await aBureau()
  const columns = [
    '审计项目',
    '问题编号',
    '问题摘要',
    '整改状态',
    '整改措施',
    '整改责任领导',
    '责任部门',
    '责任人',
    '整改时限',
  ]
  const bytes = aWorkbook(
    [
      columns,
      ['2021年审计', '1', '问题一', '整改中', '上缴财政', '分管领导', '财务科', '承办人01', '2022-06-30'],
      [null, null, null, null, '修订制度', null, '办公室', '承办人02', '2022-03-31'],
      [null, '2', '问题二', '整改中', '建账', '分管领导', '财务科', '承办人01', '2022-06-30'],
    ],
    { merges: ['A2:A4', 'B2:B3', 'C2:C3', 'D2:D3', 'F2:F4'] },
  )
  await imported(service, bytes)
  const read = service.store().read
  expect(
    readFindings(read).map(({ id, no, dueOn }) => [
      no,
      dueOn,
      readMeasuresOf(read, id).map(({ measure: { text, unit, handler, leader } }) => [text, unit, handler, leader]),
    ]),
  ).toEqual([
    [
      '1',
      '2022-06-30',
      [
        ['上缴财政', '财务科', '承办人01', '分管领导'],
        ['修订制度', '办公室', '承办人02', '分管领导'],
      ],
    ],
    ['2', '2022-06-30', [['建账', '财务科', '承办人01', '分管领导']]],
  ])
})
