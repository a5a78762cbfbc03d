import { describe, expect, it } from 'vitest'
import { aBureau, dumpOf, importOf, previewOf, type Service } from '../../builders'

const ledger = 'ledgers/visits-2022.xlsx'
const dump = (service: Service) => dumpOf(service.store().connection)
const noFilter = { text: '', from: null, to: null, enterpriseId: null, personId: null, modes: [] }
const visits = (service: Service, filter: Partial<typeof noFilter> = {}) =>
  service.call('environment.visits', {
    filter: { ...noFilter, ...filter },
    sort: { by: 'visitedOn', descending: false },
    offset: 0,
    limit: 200,
  })

describe('visits-2022.xlsx', () => {
  it('gives 18 enterprises, 14 officials and 51 visits in one step', async () => {
    const service = await aBureau()
    const { preview, batches } = await importOf(service, ledger)
    expect(preview.tables.map(({ kind, counts }) => [kind, counts.read, counts.added, counts.rejected])).toEqual([
      ['enterprises', 18, 18, 0],
      ['visits', 51, 51, 0],
    ])
    expect(batches.map(({ kind }) => kind)).toEqual(['enterprises', 'visits'])
    const tables = dump(service)
    expect(tables['enterprise']).toHaveLength(18)
    expect(tables['person']).toHaveLength(14)
    expect(tables['enterprise_link']).toHaveLength(18)
    expect(tables['visit']).toHaveLength(51)
    expect(tables['enterprise']?.find((row) => row['name'] === '包联企业05有限公司')).toMatchObject({
      credit_code: '91120110MA0000104C',
      street: '华新街',
      industry: '制造业',
    })
    expect(tables['person']?.filter((row) => row['rank'] === '处级')).toHaveLength(6)
    expect(tables['person']?.filter((row) => row['rank'] === '实职科级')).toHaveLength(8)
    expect(tables['demand']).toHaveLength(9)
    const { rows } = await visits(service, { text: '包联企业01' })
    expect(rows[0]).toMatchObject({
      enterpriseName: '包联企业01有限公司',
      personName: '包联干部01',
      visit: { visitedOn: '2022-01-05', mode: 'onsite' },
      demands: [{ text: '用工需求', handling: '已转人社', isSolved: true, raisedOn: '2022-01-05' }],
    })
  })

  it('covers 18, 18 and 15 of 18 and names the three that are missing', async () => {
    const service = await aBureau()
    await importOf(service, ledger)
    const coverage = (quarter: string) => service.call('environment.coverage', { quarter })
    expect(await coverage('2022Q1')).toEqual({ enterprises: 18, visited: 18, missing: [] })
    expect(await coverage('2022Q2')).toMatchObject({ enterprises: 18, visited: 18, missing: [] })
    const third = await coverage('2022Q3')
    expect(third).toMatchObject({ enterprises: 18, visited: 15 })
    expect(third.missing.map(({ name, officials }) => [name, officials])).toEqual([
      ['包联企业16有限公司', ['包联干部02']],
      ['包联企业17有限公司', ['包联干部03']],
      ['包联企业18有限公司', ['包联干部04']],
    ])
  })

  it('a second time changes nothing, and undo leaves the store as it was', async () => {
    const service = await aBureau()
    const before = dump(service)
    const { batches } = await importOf(service, ledger)
    const again = await previewOf(service, ledger)
    expect(again.tables.map(({ counts }) => counts)).toMatchObject([
      { added: 0, updated: 0, unchanged: 18 },
      { added: 0, updated: 0, unchanged: 51 },
    ])
    await service.call('tables.undo', { batchId: batches[0]?.id ?? '', keepEdited: false })
    expect(dump(service)).toEqual(before)
  })
})

describe('tables of enterprises and visits as people write them', () => {
  async function read(service: Service, kind: 'enterprises' | 'visits', lines: readonly (readonly string[])[]) {
    const text = lines.map((cells) => cells.join('\t')).join('\n')
    return service.call('tables.openText', { text, kind })
  }

  async function write(service: Service, kind: 'enterprises' | 'visits', lines: readonly (readonly string[])[]) {
    const preview = await read(service, kind, lines)
    await service.call('tables.confirm', { session: preview.session, tables: [0], rows: 'all', withdraw: false })
    return preview.tables[0]?.counts
  }

  const head = ['企业名称', '统一社会信用代码', '包联干部', '职务级别']

  it('several officials in one cell are several links; a wrong check digit is only a warning', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    const lines = [
      head,
      ['甲有限公司', '91120110MA00001001', '包联干部02、包联干部01', '处级'],
      ['乙有限责任公司', '', '包联干部01', ''],
    ]
    const preview = await read(service, 'enterprises', lines)
    const { rows } = await service.call('tables.rows', {
      session: preview.session,
      table: 0,
      outcomes: [],
      offset: 0,
      limit: 9,
    })
    expect(rows.flatMap(({ issues }) => issues.map(({ code, severity }) => [code, severity]))).toEqual([
      ['creditCodeCheck', 'warning'],
    ])
    expect(await write(service, 'enterprises', lines)).toMatchObject({ added: 2, rejected: 0 })
    const tables = dump(service)
    expect(tables['enterprise_link']).toHaveLength(3)
    expect(tables['person']?.map((row) => [row['name'], row['rank']])).toEqual([
      ['包联干部01', '处级'],
      ['包联干部02', '处级'],
    ])
    // The other order, another spelling of the legal form and of the width: all the same.
    const again = [
      head,
      ['甲有限公司', '９１１２０１１０ＭＡ００００１００１', '包联干部01,包联干部02', ''],
      ['乙有限责任公司', '', '包联干部01', '处级'],
    ]
    expect(await write(service, 'enterprises', again)).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
  })

  it('another official follows from today, and the first one keeps the time before', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    await write(service, 'enterprises', [head, ['甲有限公司', '', '包联干部01', '处级']])
    expect(await write(service, 'enterprises', [head, ['甲有限公司', '', '包联干部02', '处级']])).toMatchObject({
      updated: 1,
    })
    const links = dump(service)['enterprise_link']?.map((row) => [row['started_on'], row['ended_on']])
    expect(new Set(links)).toEqual(
      new Set([
        [null, '2022-06-29'],
        ['2022-06-30', null],
      ]),
    )
  })

  const visitHead = ['走访日期', '企业名称', '包联干部', '走访方式', '企业诉求', '办理情况', '是否解决']

  it('two demands of one visit are one visit; a demand noted later joins it', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    const visit = ['2022-06-08', '甲有限公司', '包联干部01、包联干部02', '上门']
    expect(await write(service, 'visits', [visitHead, [...visit, '无', '', '']])).toMatchObject({ added: 1 })
    const demands = [visitHead, [...visit, '用工', '已转人社', '是'], [...visit, '用地', '', '否']]
    expect(await write(service, 'visits', demands)).toMatchObject({ added: 0, updated: 2 })
    const tables = dump(service)
    expect(tables['visit']).toMatchObject([{ visited_on: '2022-06-08', mode: 'onsite', visitors: '包联干部02' }])
    expect(tables['demand']?.map((row) => [row['text'], row['is_solved'], row['raised_on']])).toEqual([
      ['用工', 1, '2022-06-08'],
      ['用地', 0, '2022-06-08'],
    ])
    expect(await write(service, 'visits', demands)).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
    expect(await write(service, 'visits', [visitHead, [...visit, '用地', '已协调', '是']])).toMatchObject({
      updated: 1,
    })
    expect(dump(service)['demand']).toHaveLength(2)
    expect(dump(service)['demand']?.[1]).toMatchObject({ text: '用地', is_solved: 1, handling: '已协调' })
  })

  it('a day to come is a warning in a file and refused in the grid; a day before 2000 is refused in both', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    const lines = [
      visitHead,
      ['2022-07-01', '甲有限公司', '包联干部01', '实地', '', '', ''],
      ['1999-07-01', '乙有限公司', '包联干部01', '实地', '', '', ''],
    ]
    const preview = await read(service, 'visits', lines)
    expect(preview.tables[0]?.counts).toMatchObject({ added: 1, rejected: 1 })
    const { rows } = await service.call('tables.rows', {
      session: preview.session,
      table: 0,
      outcomes: [],
      offset: 0,
      limit: 9,
    })
    expect(rows.flatMap(({ issues }) => issues.map(({ code, severity }) => [code, severity]))).toEqual([
      ['dayInFuture', 'warning'],
      ['dateInvalid', 'error'],
    ])
    const texts = { visitedOn: '2022-07-01', enterpriseName: '甲有限公司', personName: '包联干部01' }
    const [check] = await service.call('tables.checkRows', {
      kind: 'visits',
      year: 2022,
      rows: [{ row: 1, id: null, loaded: {}, texts }],
    })
    expect(check).toMatchObject({ outcome: 'rejected', issues: [{ code: 'dayInFuture', severity: 'error' }] })
  })

  it('the grid changes enterprise, official and demand of a visit in one step', async () => {
    const service = await aBureau()
    await importOf(service, ledger)
    const { rows } = await visits(service, { text: '包联企业01' })
    const id = rows[0]?.visit.id ?? ''
    const grid = await service.call('tables.gridRows', { kind: 'visits', year: 2022, ids: [id] })
    expect(grid.rows[0]?.texts).toMatchObject({
      enterpriseName: '包联企业01有限公司',
      demandText: '用工需求',
      isSolved: '是',
    })
    const loaded = grid.rows[0]?.texts ?? {}
    const texts = {
      ...loaded,
      enterpriseName: '包联企业02有限公司',
      personName: '走访组组员',
      demandText: '用工30人',
      isSolved: '',
    }
    const counts = await service.call('tables.saveRows', {
      kind: 'visits',
      year: 2022,
      rows: [{ row: 1, id, loaded, texts }],
    })
    expect(counts).toMatchObject({ updated: 1 })
    expect(await service.call('environment.visit', { id })).toMatchObject({
      enterpriseName: '包联企业02有限公司',
      personName: '走访组组员',
      demands: [{ text: '用工30人', isSolved: null, handling: '已转人社' }],
    })
  })
})
