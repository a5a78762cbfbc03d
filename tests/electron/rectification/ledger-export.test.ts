import { read, utils } from '@e965/xlsx'
import { describe, expect, it, test } from 'vitest'
import { aBureau, day, importOf, refusalOf, type Service } from '../../builders'
import { generateFindings } from './generated-findings'
import { aWorkbook, exported, imported, opened, rowsOf } from './ledger-files'
import { aFinding, aProgram, placed } from './records'

const forms = ['audit', 'inspection'] as const

async function withFixtures(): Promise<Service> {
  const service = await aBureau()
  for (const file of ['audit-2017-2021', 'inspection-2021', 'county-inspection-2021'])
    await importOf(service, `rectification/${file}.xlsx`)
  return service
}

/** The cells of the first sheet as they are shown, and the workbook behind them. */
function sheetOf(bytes: Uint8Array<ArrayBuffer>) {
  const workbook = read(bytes, { cellDates: true, cellFormula: true })
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? '']
  if (!sheet) throw new Error('no sheet')
  return { workbook, sheet, rows: utils.sheet_to_json<(string | number | null)[]>(sheet, { header: 1, raw: true }) }
}

/** Header texts, the lower row where the header has two. */
function headersOf(bytes: Uint8Array<ArrayBuffer>): readonly string[] {
  const { rows } = sheetOf(bytes)
  const top = rows.findIndex((row) => row[0] === '序号')
  const upper = rows[top] ?? []
  const lower = rows[top + 1] ?? []
  const isTwoRows = (lower[0] ?? null) === null
  // Rows may have holes.
  const width = Math.max(upper.length, lower.length)
  return Array.from({ length: width }, (_, index) => String((isTwoRows ? lower[index] : null) ?? upper[index] ?? ''))
}

describe('issue 4, acceptance 7: export → import of both ledgers gives 0 changes', () => {
  it('of the three fixtures, with no remark', async () => {
    const service = await withFixtures()
    for (const [form, count] of [
      ['audit', 658],
      ['inspection', 160],
    ] as const) {
      const file = await exported(service, form)
      expect([file.exported, file.all]).toEqual([count, count])
      const { tables } = await opened(service, file.bytes)
      expect(tables.map(({ kind, warningCount }) => [kind, warningCount])).toEqual([['findings', 0]])
      expect(tables[0]?.counts).toMatchObject({ read: count, unchanged: count, added: 0, updated: 0, rejected: 0 })
    }
  }, 60_000)

  test.each([1, 2, 3])(
    'of findings of every shape, in every state and with every part (seed %d)',
    async (seed) => {
      const service = await aBureau()
      generateFindings(service, 25, seed)
      for (const form of forms) {
        const file = await exported(service, form)
        const preview = await opened(service, file.bytes)
        const rows = await rowsOf(service, preview.session)
        const outliers = rows.flatMap(({ issues }) => issues.filter(({ code }) => code !== 'numberOutlier'))
        expect(outliers.map(({ text }) => text)).toEqual([])
        expect(rows.flatMap(({ changes }) => changes)).toEqual([])
        expect(preview.tables[0]?.counts).toMatchObject({ read: file.exported, unchanged: file.exported })
        expect(file.exported).toBeGreaterThan(0)
      }
    },
    30_000,
  )

  it('into an empty ledger: the same ledger comes out again, cell by cell', async () => {
    for (const form of forms) {
      const service = await aBureau()
      generateFindings(service, 25, 5)
      const first = await exported(service, form)
      const other = await aBureau()
      await other.call('rectification.learnStatusWord', { word: '本地说法', status: 'done' })
      await imported(other, first.bytes)
      const second = await exported(other, form)
      expect(headersOf(second.bytes)).toEqual(headersOf(first.bytes))
      expect(sheetOf(second.bytes).rows).toEqual(sheetOf(first.bytes).rows)
    }
  }, 60_000)
})

describe('the audit ledger (domain §8 C)', () => {
  it('has every column in its order, two-row headers included', async () => {
    const service = await aBureau()
    await aFinding(service, await aProgram(service))
    expect(headersOf((await exported(service, 'audit')).bytes).join('｜')).toBe(
      '序号｜审计项目｜审计报告文号｜审计层级｜被审计单位｜问题编号｜问题类别｜问题摘要｜问题金额（万元）｜金额性质｜定性依据｜审计意见建议｜' +
        '整改类型｜整改措施｜整改责任领导｜责任部门｜责任人｜整改时限｜整改进展情况｜整改状态｜应整改金额（万元）｜上缴财政｜减少财政拨款或补贴｜归还原渠道｜' +
        '收回｜调账｜促进拨付到位｜核减投资｜挽回或避免损失｜其他｜建章立制（项）｜制度名称｜追责问责（人）｜件｜人｜金额（万元）｜未完成原因｜下一步措施｜' +
        '延期至｜佐证材料｜认定人｜认定日期｜销号日期｜是否屡审屡犯｜备注',
    )
  })

  it('an extended finding carries both days; numbers are text, days real, sums formulas', async () => {
    const service = await aBureau()
    const programId = await aProgram(service, { docNo: '0012' })
    const id = await aFinding(service, programId, { no: '007', amount: 125_000_00 as never, dueOn: day('2022-06-30') })
    await aFinding(service, programId, { no: '008', title: '另一个问题', amount: 25_000_00 as never })
    placed(service, id, { dueOn: day('2022-09-30'), originalDueOn: day('2022-06-30'), extensionCount: 1 })
    const { bytes } = await exported(service, 'audit')
    const headers = headersOf(bytes)
    const { sheet, rows } = sheetOf(bytes)
    const row = rows.findIndex((cells) => cells[0] === 1)
    const cell = (header: string, at = row) =>
      sheet[utils.encode_cell({ r: at, c: headers.indexOf(header) })] as
        { t: string; v: unknown; f?: string } | undefined
    expect([cell('审计报告文号')?.t, cell('审计报告文号')?.v]).toEqual(['s', '0012'])
    expect([cell('问题编号')?.t, cell('问题编号')?.v]).toEqual(['s', '007'])
    const days = ['整改时限', '延期至'].map((header) => cell(header))
    expect(days.map((each) => each?.t)).toEqual(['d', 'd'])
    expect(days.map((each) => (each?.v instanceof Date ? each.v.toISOString().slice(0, 10) : ''))).toEqual([
      '2022-06-30',
      '2022-09-30',
    ])
    const total = cell('问题金额（万元）', row + 2)
    expect([total?.v, total?.f]).toEqual([15, expect.stringMatching(/^SUM\(/)])
  })

  it('holds audits only, the other one inspections only; 专项检查 stands in both', async () => {
    const service = await withFixtures()
    await aFinding(service, await aProgram(service, { source: 'special', title: '专项督查' }))
    const [audit, inspection] = [await exported(service, 'audit'), await exported(service, 'inspection')]
    expect([audit.all, inspection.all]).toEqual([659, 161])
    const failure = await refusalOf(exported(service, 'audit', { sources: ['municipalInspection'] }))
    expect(failure.code).toBe('rectificationEmpty')
  }, 60_000)

  it('says on its second sheet what it holds: 「共59条，本次导出…」 and the filter in words', async () => {
    const service = await withFixtures()
    const { bytes, exported: count } = await exported(service, 'inspection', {
      kinds: ['byAnalogy'],
      statuses: ['done'],
    })
    expect(count).toBe(56)
    const about = utils.sheet_to_json<string[]>(sheetOf(bytes).workbook.Sheets['说明'] ?? {}, { header: 1 })
    expect(about).toContainEqual(['条数', '共160条，本次导出56条'])
    expect(about).toContainEqual(['筛选条件', '问题类型：举一反三；整改状态：已整改'])
  }, 60_000)

  it('an empty filter is refused and nothing is written', async () => {
    const service = await aBureau()
    expect((await refusalOf(exported(service, 'audit'))).code).toBe('rectificationEmpty')
  })

  it('tells what the self-check found', async () => {
    const service = await aBureau()
    const header = ['审计项目', '问题编号', '问题摘要', '整改状态']
    await imported(
      service,
      aWorkbook([header, ['2021年审计', '1', '甲', '已整改'], ['2021年审计', '2', '乙', '已推动整改']]),
    )
    const { issues } = await exported(service, 'audit')
    expect(issues.map(({ code }) => code)).toEqual(['mixedVerbs'])
  })
})

describe('审计发现问题整改情况表', () => {
  it('one row per programme and leading unit: counts, rate with its fraction, amounts; sums as formulas', async () => {
    const service = await aBureau()
    const header = [
      '审计项目',
      '审计层级',
      '问题编号',
      '问题摘要',
      '责任部门',
      '整改状态',
      '问题金额（万元）',
      '应整改金额（万元）',
      '上缴财政（万元）',
      '整改时限',
    ]
    const row = (project: string, no: number, unit: string, status: string) => [
      project,
      '区审计局',
      no,
      `问题${no}`,
      unit,
      status,
      10,
      8,
      4,
      '2022-01-31',
    ]
    await imported(
      service,
      aWorkbook([
        header,
        row('2021年审计', 1, '财务科', '已整改'),
        row('2021年审计', 2, '财务科', '基本完成'),
        row('2021年审计', 3, '财务科', '整改中'),
        row('2021年审计', 4, '办公室', '已推动整改'),
        row('2020年审计', 1, '财务科', '已整改'),
      ]),
    )
    const { bytes, exported: count } = await exported(service, 'situation')
    expect(count).toBe(5)
    const headers = headersOf(bytes)
    const { rows, sheet } = sheetOf(bytes)
    const shown = (cells: readonly (string | number | null)[]) =>
      [
        '审计项目',
        '责任部门',
        '问题数',
        '已整改',
        '已推动整改',
        '基本完成',
        '整改中',
        '其中逾期',
        '整改率(%)',
        '计算',
        '问题金额（万元）',
        '应整改金额（万元）',
        '已整改金额（万元）',
      ].map((name) => cells[headers.indexOf(name)] ?? null)
    const data = rows.filter((cells) => typeof cells[0] === 'number').map(shown)
    expect(data).toEqual([
      ['2021年审计', '财务科', 3, 1, 0, 1, 1, 2, 33.3, '1/3', 30, 24, 12],
      ['2021年审计', '办公室', 1, 0, 1, 0, 0, 0, 100, '1/1', 10, 8, 4],
      ['2020年审计', '财务科', 1, 1, 0, 0, 0, 0, 100, '1/1', 10, 8, 4],
    ])
    const at = rows.findIndex((cells) => cells[0] === '合计')
    expect(shown(rows[at] ?? []).slice(2)).toEqual([5, 2, 1, 1, 1, 2, 60, '3/5', 50, 40, 20])
    expect(rows[at]?.[headers.indexOf('备注')]).toBe('整改率含已推动整改1个')
    const total = sheet[utils.encode_cell({ r: at, c: headers.indexOf('问题数') })] as { f?: string } | undefined
    expect(total?.f).toMatch(/^SUM\(/)
  })
})
