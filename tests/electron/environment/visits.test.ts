import { describe, expect, it } from 'vitest'
import path from 'node:path'
import { aBureau, aFolder, bytesOf, day, dumpOf, importOf, openChoice, refusalOf, type Service } from '../../builders'

const ledger = 'ledgers/visits-2022.xlsx'
const noFilter = { text: '', from: null, to: null, enterpriseId: null, personId: null, modes: [] }
const newestFirst = { by: 'visitedOn', descending: true } as const

type Filter = Parameters<typeof visitsOf>[1]

async function visitsOf(
  service: Service,
  filter: Partial<{
    text: string
    from: ReturnType<typeof day>
    to: ReturnType<typeof day>
    personId: string
    enterpriseId: string
    modes: ('onsite' | 'phone' | 'online')[]
  }> = {},
  limit = 200,
) {
  const input = { filter: { ...noFilter, ...filter }, sort: newestFirst, offset: 0, limit }
  return service.call('environment.visits', input)
}

async function withLedger(asOf = '2022-12-31') {
  const service = await aBureau({ asOf })
  await importOf(service, ledger)
  return service
}

async function enterpriseId(service: Service, name: string): Promise<string> {
  const row = dumpOf(service.store().connection)['enterprise']?.find((each) => each['name'] === name)
  return String(row?.['id'])
}

const demand = {
  id: null,
  text: '用工需求',
  raisedOn: day('2022-06-06'),
  transferredOn: null,
  transferredTo: '',
  repliedOn: null,
  handling: '',
  isSolved: null,
  solvedOn: null,
  satisfaction: null,
  handler: '',
}

async function saving(service: Service, fields: Record<string, unknown> = {}, demands: readonly object[] = []) {
  const enterprise = await enterpriseId(service, '包联企业01有限公司')
  const usual = {
    enterpriseId: enterprise,
    personName: '包联干部01',
    visitedOn: '2022-10-10',
    mode: 'phone',
    visitors: '',
    topics: '',
  }
  // The wrong values of the tests below are meant to be wrong.
  const input = { id: null, fields: { ...usual, ...fields }, demands, expectedUpdatedAt: null } as never
  return service.call('environment.saveVisit', input)
}

describe('registering a visit', () => {
  it('keeps the visit with its demands as one step, and a new name becomes a person', async () => {
    const service = await withLedger()
    const before = dumpOf(service.store().connection)
    const { id } = await saving(service, { personName: ' 走访组组员 ', topics: '走'.repeat(10_000) }, [
      demand,
      { ...demand, text: '融资需求', isSolved: true, satisfaction: 'fair' },
    ])
    const visit = await service.call('environment.visit', { id })
    expect(visit).toMatchObject({
      personName: '走访组组员',
      visit: { mode: 'phone', visitedOn: '2022-10-10' },
      source: null,
    })
    expect(visit.visit.topics).toHaveLength(10_000)
    expect(visit.demands.map(({ text, isSolved }) => [text, isSolved])).toEqual([
      ['用工需求', null],
      ['融资需求', true],
    ])
    await service.call('core.undoLast', {})
    expect(dumpOf(service.store().connection)).toEqual(before)
  })

  it('changes, adds and takes away demands, and moves them with the visit to another enterprise', async () => {
    const service = await withLedger()
    const { id } = await saving(service, {}, [demand, { ...demand, text: '融资需求' }])
    const [first] = (await service.call('environment.visit', { id })).demands
    const other = await enterpriseId(service, '包联企业02有限公司')
    const changed = {
      id,
      fields: {
        enterpriseId: other,
        personName: '包联干部02',
        visitedOn: day('2022-10-11'),
        mode: null,
        visitors: '',
        topics: '',
      },
    }
    await service.call('environment.saveVisit', {
      ...changed,
      demands: [
        { ...demand, id: first?.id ?? '', text: '用工需求20人' },
        { ...demand, text: '用地需求' },
      ],
      expectedUpdatedAt: null,
    })
    const after = await service.call('environment.visit', { id })
    expect(after).toMatchObject({
      enterpriseName: '包联企业02有限公司',
      personName: '包联干部02',
      visit: { mode: null },
    })
    expect(after.demands.map(({ text, enterpriseId: of }) => [text, of])).toEqual([
      ['用工需求20人', other],
      ['用地需求', other],
    ])
  })

  it('what cannot be is refused, and nothing changes', async () => {
    const service = await withLedger()
    const before = dumpOf(service.store().connection)
    const wrong: readonly (readonly [string, Record<string, unknown>, readonly object[], string])[] = [
      ['a day to come', { visitedOn: '2023-01-01' }, [], 'visitDayInFuture'],
      ['a day before 2000', { visitedOn: '1999-12-31' }, [], 'visitDayTooEarly'],
      ['a day that does not exist', { visitedOn: '2022-02-30' }, [], 'invalidInput'],
      ['an enterprise that is not there', { enterpriseId: 'nobody' }, [], 'notFound'],
      ['the same visit again', { visitedOn: '2022-01-05' }, [], 'visitIsRecorded'],
      ['a demand without text', {}, [{ ...demand, text: '  ' }], 'demandNeedsText'],
      ['two equal demands', {}, [demand, { ...demand, text: ' 用工需求' }], 'demandRepeated'],
      ['an answer before the question', {}, [{ ...demand, repliedOn: '2022-06-05' }], 'demandDayOrder'],
      ['a transfer to come', {}, [{ ...demand, transferredOn: '2023-01-01' }], 'visitDayInFuture'],
    ]
    for (const [name, fields, demands, code] of wrong) {
      expect([name, (await refusalOf(saving(service, fields, demands))).code]).toEqual([name, code])
    }
    expect(dumpOf(service.store().connection)).toEqual(before)
  })

  it('what was changed meanwhile is not overwritten', async () => {
    const service = await withLedger()
    const [row] = (await visitsOf(service)).rows
    if (!row) throw new Error('no visit')
    const { enterpriseId: of, visitedOn, mode } = row.visit
    const fields = { enterpriseId: of, personName: row.personName, visitedOn, mode, visitors: '', topics: 'a' }
    const save = (expectedUpdatedAt: string) =>
      service.call('environment.saveVisit', { id: row.visit.id, fields, demands: [], expectedUpdatedAt })
    expect((await refusalOf(save('earlier'))).code).toBe('changedMeanwhile')
    await save(row.visit.updatedAt)
    expect((await service.call('environment.visit', { id: row.visit.id })).visit.topics).toBe('a')
  })

  it('removing visits takes their demands with them, and undo brings all back', async () => {
    const service = await withLedger()
    const before = dumpOf(service.store().connection)
    const { rows } = await visitsOf(service, { text: '用工需求' })
    expect(rows).toHaveLength(9)
    await service.call('environment.removeVisits', { ids: rows.map(({ visit }) => visit.id) })
    expect((await visitsOf(service)).total).toBe(42)
    expect(dumpOf(service.store().connection)['demand']).toHaveLength(0)
    await service.call('core.undoLast', {})
    expect(dumpOf(service.store().connection)).toEqual(before)
  })
})

describe('the list', () => {
  it('finds by span, enterprise, mode and words', async () => {
    const service = await withLedger()
    const cases: readonly (readonly [string, Filter, number])[] = [
      ['a span', { from: day('2022-07-01'), to: day('2022-09-30') }, 15],
      ['an enterprise', { enterpriseId: await enterpriseId(service, '包联企业01有限公司') }, 3],
      ['a mode', { modes: ['phone'] }, 17],
      ['the text of a demand', { text: '用工' }, 9],
      ['two words', { text: '干部01 企业15' }, 3],
      ['a sign of LIKE as itself', { text: '%' }, 0],
    ]
    for (const [name, filter, total] of cases) {
      const found = await visitsOf(service, filter)
      expect([name, found.total, found.all]).toEqual([name, total, 51])
    }
  })

  it('sorts by enterprise and pages', async () => {
    const service = await withLedger()
    const input = { filter: noFilter, sort: { by: 'enterpriseName', descending: false } as const, offset: 2, limit: 2 }
    const { rows } = await service.call('environment.visits', input)
    expect(rows.map(({ enterpriseName, visit }) => [enterpriseName, visit.visitedOn])).toEqual([
      ['包联企业01有限公司', '2022-07-05'],
      ['包联企业02有限公司', '2022-02-06'],
    ])
  })
})

describe('the matrix', () => {
  it('is 14 by 18 with 18 links, and says the quarter', async () => {
    const service = await withLedger()
    const matrix = await service.call('environment.matrix', { period: '2022Q3' })
    expect([matrix.officials.length, matrix.enterprises.length]).toEqual([14, 18])
    expect(matrix.cells.filter(({ isLinked }) => isLinked)).toHaveLength(18)
    expect(matrix.cells.reduce((sum, { visitIds }) => sum + visitIds.length, 0)).toBe(15)
    expect(matrix).toMatchObject({
      unlinkedEnterprises: [],
      unlinkedOfficials: [],
      from: '2022-07-01',
      to: '2022-09-30',
    })
    expect(matrix.summary).toBe(
      '2022年三季度，14名包联干部（处级6名、实职科级8名）包联华新街18家企业，共走访15次（实地5次、电话5次、线上5次），走访企业15/18家，覆盖率83.33%。收到企业诉求3件，已解决3件，解决率3/3（100%）。尚未走访：包联企业16有限公司（包联干部02）、包联企业17有限公司（包联干部03）、包联企业18有限公司（包联干部04）。',
    )
  })

  it('counts until today only', async () => {
    const service = await withLedger('2022-08-01')
    const matrix = await service.call('environment.matrix', { period: '2022Q3' })
    expect(matrix.coverage.visited).toBe(5)
    expect(matrix.reminder).toContain('截至2022年8月1日')
    expect((await service.call('environment.coverage', { quarter: '2022Q4' })).visited).toBe(0)
  })
})

describe('demands', () => {
  const page = { year: 2022, text: '', offset: 0, limit: 50 }

  it('lists what is open, overdue and solved, with the rates of the whole year', async () => {
    const service = await withLedger('2022-10-11')
    const enterprise = await enterpriseId(service, '包联企业05有限公司')
    const fields = { ...demand, enterpriseId: enterprise, visitId: null }
    // Raised before 国庆: the answer was due on 10 October; raised on 10 October: it is due on the 13th.
    const overdue = await service.call('environment.saveDemand', {
      ...fields,
      text: '用地',
      raisedOn: day('2022-09-30'),
      transferredOn: day('2022-10-08'),
    })
    const open = await service.call('environment.saveDemand', { ...fields, text: '融资', raisedOn: day('2022-10-10') })
    const of = async (state: 'open' | 'overdue' | 'solved' | 'all') => {
      const { rows, total, all, rates } = await service.call('environment.demands', { ...page, state })
      return { ids: rows.map((row) => row.demand.id), total, all, rates }
    }
    expect((await of('overdue')).ids).toEqual([overdue.id])
    expect((await of('open')).ids).toEqual([open.id, overdue.id])
    expect(await of('solved')).toMatchObject({ total: 9, all: 11 })
    expect((await of('all')).rates).toEqual({
      resolution: { num: 9, den: 11, rate: '81.82%' },
      transferOnTime: { num: 1, den: 1, rate: '100%' },
      replyOnTime: { num: 0, den: 1, rate: '0%' },
      satisfaction: { num: 0, den: 0, rate: null },
    })
    expect(await service.call('environment.demand', { id: overdue.id })).toMatchObject({
      enterpriseName: '包联企业05有限公司',
      transferState: 'inTime',
      replyState: 'overdue',
      replyDueOn: '2022-10-10',
      light: 'overdue',
    })
  })

  it('a demand of a visit stays with the enterprise of the visit', async () => {
    const service = await withLedger()
    const { id } = await saving(service, {}, [demand])
    const other = await enterpriseId(service, '包联企业02有限公司')
    const fields = { ...demand, visitId: id, enterpriseId: other, text: '别的' }
    expect((await refusalOf(service.call('environment.saveDemand', fields))).code).toBe('notFound')
  })
})

describe('ledgers', () => {
  async function exported(service: Service) {
    const folder = aFolder()
    service.context.grants.set('folder', folder)
    const {
      file,
      exported: count,
      all,
    } = await service.call('environment.exportVisits', { filter: noFilter, sort: newestFirst, folder: 'folder' })
    return { file: path.join(folder, file.fileName), count, all }
  }

  it('come back with no change, several demands on one visit and files of 10,000 characters included', async () => {
    const service = await withLedger()
    await saving(service, { visitors: '街道干部', topics: '了解\n经营情况' }, [
      {
        ...demand,
        transferredOn: '2022-06-07',
        repliedOn: '2022-06-09',
        isSolved: false,
        satisfaction: 'dissatisfied',
        handling: '已转住建',
      },
      { ...demand, text: '诉'.repeat(10_000) },
    ])
    await saving(service, { personName: '', visitedOn: '2022-10-12', mode: null })
    const { file, count, all } = await exported(service)
    expect([count, all]).toEqual([53, 53])
    const preview = await service.call('tables.open', {
      fileName: path.basename(file),
      bytes: bytesOf(file),
      choice: openChoice,
    })
    expect(
      preview.tables.map(({ kind, counts }) => [kind, counts.added, counts.updated, counts.unchanged, counts.rejected]),
    ).toEqual([
      ['visits', 0, 0, 54, 0],
      ['enterprises', 0, 0, 18, 0],
    ])
  })

  it('fill an empty store as they filled the first one', async () => {
    const service = await withLedger()
    const { file } = await exported(service)
    const other = await aBureau({ asOf: '2022-12-31' })
    const preview = await other.call('tables.open', {
      fileName: 'ledger.xlsx',
      bytes: bytesOf(file),
      choice: openChoice,
    })
    await other.call('tables.confirm', { session: preview.session, tables: [0, 1], rows: 'all', withdraw: false })
    for (const quarter of ['2022Q1', '2022Q2', '2022Q3']) {
      const [left, right] = await Promise.all(
        [service, other].map((each) => each.call('environment.coverage', { quarter })),
      )
      expect(right?.missing.map(({ name, officials }) => [name, officials])).toEqual(
        left?.missing.map(({ name, officials }) => [name, officials]),
      )
      expect(right?.visited).toBe(left?.visited)
    }
  })
})
