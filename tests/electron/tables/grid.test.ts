import { describe, expect, test } from 'vitest'
import { isSameValue } from '../../../shared/tables/plan'
import { importKinds, type ImportKind } from '../../../shared/tables/reading'
import type { GridEdit } from '../../../shared/tables/grid-contract'
import { readGridLines } from '../../../shared/tables/grid-reader'
import { gridTexts } from '../../../shared/tables/grid-fields'
import { gridItems, gridLedger, gridScope } from '../../../electron/tables/grid-ledger'
import { lead } from '../../../db/schema/investment'
import { aBureau, dumpOf, importOf, leadValues, refusalOf, valueOf, writing, type Service } from '../../builders'

const year = 2022
/** Tables of the district and ledgers that change by steps are not typed in a grid. */
const refused: ReadonlySet<ImportKind> = new Set(['assignments', 'findings', 'measures'])
const editable = importKinds.filter((kind) => !refused.has(kind))

function added(row: number, texts: Readonly<Record<string, string>>): GridEdit {
  return { row, id: null, texts: { ...texts }, loaded: {} }
}

async function rowsOf(service: Service, kind: ImportKind = 'leads') {
  return (await service.call('tables.gridRows', { kind, year, ids: null })).rows
}

async function save(service: Service, rows: GridEdit[], kind: ImportKind = 'leads') {
  return service.call('tables.saveRows', { kind, year, rows })
}

async function check(service: Service, rows: GridEdit[], kind: ImportKind = 'leads') {
  return service.call('tables.checkRows', { kind, year, rows })
}

/** The grid's row of the record with this title, with some cells typed anew. */
async function edited(service: Service, row: number, title: string, texts: Readonly<Record<string, string>>) {
  const found = (await rowsOf(service)).find((each) => each.texts['title'] === title)
  if (!found) throw new Error(`no row ${title}`)
  return { row, id: found.id, texts: { ...found.texts, ...texts }, loaded: found.texts } satisfies GridEdit
}

async function journal(service: Service) {
  return service.call('core.journal', { limit: 50, before: null, recordId: null })
}

const two = [
  added(1, { title: '智能制造产业园', investorName: '天津甲乙科技有限公司', platformNo: 'A-01', filedOn: '2022.3.31' }),
  added(2, { title: '检测中心', investorName: '北京丙丁检测有限公司', remark: '待回访' }),
]

async function withTwo(): Promise<Service> {
  const service = await aBureau({ asOf: '2022-06-30' })
  await save(service, two)
  return service
}

describe('columns', () => {
  test('are those the importer writes, with the district’s words and closed lists', async () => {
    const service = await aBureau()
    const columns = await service.call('tables.gridColumns', { kind: 'leads' })
    expect(columns[0]).toEqual({
      field: 'title',
      label: '项目信息名称',
      isRequired: true,
      reading: 'text',
      options: [],
      isNumeric: false,
      isLong: false,
    })
    expect(columns.map(({ field }) => field)).not.toContain('units')
    const words = columns.find(({ field }) => field === 'districtClass')?.options
    expect(words?.slice(0, 2)).toEqual(['高质量项目', '北京项目'])
    expect(columns.find(({ field }) => field === 'remark')?.isLong).toBe(true)
  })

  test('the district’s own table is refused', async () => {
    const service = await aBureau()
    const failure = await refusalOf(service.call('tables.gridColumns', { kind: 'assignments' }))
    expect(failure).toEqual({ code: 'gridNotEditable', params: { kind: '任务分解表' } })
    expect((await refusalOf(save(service, [added(1, { taskName: '任务' })], 'assignments'))).code).toBe(
      'gridNotEditable',
    )
  })
})

describe('整改台账', () => {
  test.each(['findings', 'measures'] as const)('%s change by steps, not in a grid', async (kind) => {
    const service = await aBureau()
    expect((await refusalOf(service.call('tables.gridColumns', { kind }))).code).toBe('gridNeedsSteps')
    expect((await refusalOf(save(service, [added(1, { title: '问题' })], kind))).code).toBe('gridNeedsSteps')
  })
})

/** A ledger of each kind, as bureaus keep it. */
const fixtureOf: Readonly<Partial<Record<ImportKind, string>>> = {
  leads: 'ledgers/leads-2022.xlsx',
  briefs: 'ledgers/briefs-and-trainings-2022.xlsx',
  trainings: 'ledgers/briefs-and-trainings-2022.xlsx',
  projects: 'ledgers/projects-2022.xlsx',
  enterprises: 'ledgers/visits-2022.xlsx',
  visits: 'ledgers/visits-2022.xlsx',
  revenue: 'ledgers/revenue-2022.xlsx',
  units: 'district/units.csv',
}

async function filledBureau(kind: ImportKind): Promise<Service> {
  // The list of units is the district's own.
  const mode = kind === 'units' ? 'district' : 'bureau'
  const service = await aBureau({ asOf: '2022-12-31', bureau: { mode } })
  await importOf(service, fixtureOf[kind] ?? '', { rows: 'valid' })
  return service
}

describe('every ledger', () => {
  test.each(editable)('%s: every record read back from its texts is the same', async (kind) => {
    const service = await filledBureau(kind)
    const ledger = valueOf(gridLedger(kind))
    const scope = valueOf(gridScope(service.context, service.store().read, year))
    const items = gridItems(ledger, service.store().read, scope)
    expect(items.length, 'the fixture has such records').toBeGreaterThan(0)
    const lines = items.map((item, index) => ({ row: index + 1, texts: gridTexts(ledger.fields, item.values) }))
    const rows = readGridLines(ledger.definition, ledger.fields, lines, scope)
    const differing = rows.flatMap((row, index) =>
      ledger.fields.flatMap(({ field }) => {
        const before = items[index]?.values[field] ?? null
        const after = row.values[field] ?? null
        return isSameValue(before, after) ? [] : [{ field, before, after }]
      }),
    )
    expect(differing).toEqual([])
  })

  test.each(editable)(
    '%s: an emptied cell that need not be filled is empty afterwards, and one undo brings all back',
    async (kind) => {
      const service = await filledBureau(kind)
      const ledger = valueOf(gridLedger(kind))
      const columns = await service.call('tables.gridColumns', { kind })
      const free = columns.filter(({ field, reading, isRequired }) => {
        const isPartOfKey = ledger.definition.keyFields.includes(field)
        return !isRequired && !isPartOfKey && ['text', 'date', 'number'].includes(reading)
      })
      const before = dumpOf(service.store().connection)
      const rows = await rowsOf(service, kind)
      const emptied = rows.map(({ id, texts }, index): GridEdit => ({
        row: index + 1,
        id,
        texts: { ...texts, ...Object.fromEntries(free.map(({ field }) => [field, ''])) },
        loaded: texts,
      }))
      // What a row must say in its state (money that is in has its day and amounts) stays.
      const needed = (await check(service, emptied, kind)).map(({ issues }) =>
        issues.flatMap(({ code, field }) => (code === 'required' && field !== null ? [field] : [])),
      )
      const edits = emptied.map((edit, index) => ({
        ...edit,
        texts: { ...edit.texts, ...Object.fromEntries((needed[index] ?? []).map((of) => [of, edit.loaded[of] ?? ''])) },
      }))
      // Emptying every row of a ledger is what the person is asked about.
      const confirmed = { confirmedRows: edits.length }
      const counts = await service.call('tables.saveRows', { kind, year, rows: edits }, confirmed)
      expect(counts.added).toBe(0)
      expect(counts.updated).toBeGreaterThan(0)
      const texts = new Map((await rowsOf(service, kind)).map((row) => [row.id, row.texts]))
      const wrong = edits.flatMap((edit) =>
        free.filter(({ field }) => (texts.get(edit.id ?? '')?.[field] ?? '') !== edit.texts[field]),
      )
      expect(wrong).toEqual([])
      await service.call('core.undoLast', {})
      expect(dumpOf(service.store().connection)).toEqual(before)
    },
  )
})

describe('saving', () => {
  test('new rows come in as one step, which one undo takes back', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    const before = dumpOf(service.store().connection)
    expect(await save(service, two)).toEqual({ added: 2, updated: 0, unchanged: 0 })
    const rows = await rowsOf(service)
    expect(rows.map(({ texts }) => [texts['title'], texts['filedOn']])).toEqual([
      ['检测中心', ''],
      ['智能制造产业园', '2022-03-31'],
    ])
    const [entry] = await journal(service)
    expect(entry).toMatchObject({ intent: 'tables.editRows', params: { kind: 'leads', count: 2 } })
    await service.call('core.undoLast', {})
    expect(dumpOf(service.store().connection)).toEqual(before)
  })

  test('a changed key updates the same record, an emptied cell empties the field, others stay', async () => {
    const service = await withTwo()
    const row = await edited(service, 1, '智能制造产业园', { title: '智能制造园区', platformNo: 'A-02', filedOn: '' })
    expect(await save(service, [row])).toEqual({ added: 0, updated: 1, unchanged: 0 })
    const after = (await rowsOf(service)).find(({ id }) => id === row.id)
    expect(after?.texts).toMatchObject({
      title: '智能制造园区',
      platformNo: 'A-02',
      filedOn: '',
      investorName: '天津甲乙科技有限公司',
    })
    expect(await rowsOf(service)).toHaveLength(2)
  })

  test('one bad row keeps all of them out', async () => {
    const service = await aBureau()
    const entries = (await journal(service)).length
    const failure = await refusalOf(
      save(
        service,
        [two[0], added(7, { title: '乙', filedOn: '4月31日' })].flatMap((each) => each ?? []),
      ),
    )
    expect(failure).toEqual({ code: 'gridRowsRejected', params: { count: 1, rows: '7' } })
    expect(await rowsOf(service)).toEqual([])
    expect(await journal(service)).toHaveLength(entries)
  })

  test('rows that change nothing write no entry', async () => {
    const service = await withTwo()
    const entries = (await journal(service)).length
    const row = await edited(service, 1, '检测中心', { title: '检测中心 ' })
    expect(await save(service, [row, added(2, { title: '  ' })])).toEqual({ added: 0, updated: 0, unchanged: 1 })
    expect(await journal(service)).toHaveLength(entries)
  })

  test('a record changed since it was loaded is refused, not overwritten', async () => {
    const service = await withTwo()
    const row = await edited(service, 1, '检测中心', { remark: '已回访' })
    await save(service, [await edited(service, 1, '检测中心', { investorRegion: '北京市' })])
    expect((await refusalOf(save(service, [row]))).code).toBe('changedMeanwhile')
    const [judged] = await check(service, [row])
    expect(judged).toMatchObject({ outcome: 'rejected', stored: { investorRegion: '北京市', remark: '待回访' } })
    expect(judged?.issues[0]).toMatchObject({ code: 'changedMeanwhile', place: '第1行', severity: 'error' })
    const rebased = { ...row, loaded: judged?.stored ?? {}, texts: { ...judged?.stored, remark: '已回访' } }
    expect(await save(service, [rebased])).toEqual({ added: 0, updated: 1, unchanged: 0 })
  })

  test('a record that is gone is named as such', async () => {
    const service = await withTwo()
    const row = await edited(service, 4, '检测中心', { remark: '已回访' })
    await service.call('core.undoLast', {})
    const [judged] = await check(service, [row])
    expect(judged?.issues.map(({ code, place }) => [code, place])).toEqual([['recordGone', '第4行']])
    expect((await refusalOf(save(service, [row]))).code).toBe('gridRowsRejected')
  })
})

describe('checking', () => {
  test('a day that does not exist offers the one that was meant', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    const [judged] = await check(service, [added(7, { title: '甲', filedOn: '4月31日' })])
    expect(judged?.outcome).toBe('rejected')
    expect(judged?.issues).toEqual([
      {
        row: 7,
        field: 'filedOn',
        code: 'dateInvalid',
        severity: 'error',
        place: '第7行 备案日期',
        text: '“4月31日”不是有效日期，是4月30日吗？',
        suggestion: '4月30日',
      },
    ])
  })

  test('what is written in another form is told: full-width digits, short dates, other words', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    const texts = { title: '甲', filedOn: '２０２２.３.３１', districtClass: '国高新', platformNo: 'A-９' }
    const [judged] = await check(service, [added(1, texts)])
    expect(judged?.normalised).toEqual({ filedOn: '2022-03-31', districtClass: '国高新项目', platformNo: 'A-9' })
    expect(judged?.outcome).toBe('added')
  })

  test('what the engine fills in from other cells is told and saved', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    const visit = added(1, { enterpriseName: '甲公司', personName: '包联干部01、包联干部02', visitedOn: '6月5日' })
    const [judged] = await check(service, [visit], 'visits')
    expect(judged?.normalised).toEqual({ personName: '包联干部01', visitors: '包联干部02', visitedOn: '2022-06-05' })
    await save(service, [visit], 'visits')
    const [stored] = await rowsOf(service, 'visits')
    const personName = '包联干部03、包联干部04'
    const loaded = stored?.texts ?? {}
    const edit = { row: 1, id: stored?.id ?? '', texts: { ...loaded, personName, visitors: '' }, loaded }
    await save(service, [edit], 'visits')
    const [after] = await rowsOf(service, 'visits')
    expect(after?.texts).toMatchObject({ personName: '包联干部03', visitors: '包联干部04' })
  })

  test('the same key twice in the grid is an error on the later row', async () => {
    const service = await aBureau()
    const judged = await check(service, [
      added(3, { title: '甲', platformNo: 'B-1' }),
      added(8, { title: '乙', platformNo: 'b-1' }),
    ])
    expect(judged.map(({ outcome }) => outcome)).toEqual(['added', 'rejected'])
    expect(judged[1]?.issues[0]).toMatchObject({ code: 'keyRepeated', field: 'platformNo', place: '第8行 平台编号' })
    expect(judged[1]?.issues[0]?.text).toContain('与第3行重复')
  })

  test('a key that the ledger has already is an error with the record’s name', async () => {
    const service = await withTwo()
    const judged = await check(service, [
      added(3, { title: '别的', platformNo: 'A-01' }),
      // The platform's number was not known yet when the stored lead was entered: it is the same lead.
      added(4, { title: '检测中心', investorName: '北京丙丁检测有限公司', platformNo: 'C-7' }),
    ])
    expect(judged.map(({ issues }) => issues.map(({ code }) => code))).toEqual([['keyInStore'], ['keyInStore']])
    expect(judged[0]?.issues[0]?.text).toContain('“智能制造产业园”')
  })

  test('a number given up by one row may be taken by another', async () => {
    const service = await withTwo()
    const first = await edited(service, 1, '智能制造产业园', { platformNo: 'A-09' })
    const second = await edited(service, 2, '检测中心', { platformNo: 'A-01' })
    expect(await save(service, [first, second])).toEqual({ added: 0, updated: 2, unchanged: 0 })
  })

  test('an old mistake in a cell that nobody touched is a doubt, and stays as it is', async () => {
    const service = await aBureau()
    const tooLong = '长'.repeat(600)
    writing(service.store(), (db) =>
      db
        .insert(lead)
        .values(leadValues('old', { title: '甲', investorName: tooLong }))
        .run(),
    )
    const row = await edited(service, 1, '甲', { remark: '改' })
    const [judged] = await check(service, [row])
    expect(judged?.outcome).toBe('updated')
    expect(judged?.issues.map(({ field, code, severity }) => [field, code, severity])).toEqual([
      ['investorName', 'textTooLong', 'warning'],
    ])
    await save(service, [row])
    const [after] = await rowsOf(service)
    expect(after?.texts).toMatchObject({ investorName: tooLong, remark: '改' })
  })

  test('10,000 characters fit a remark and not a name', async () => {
    const service = await aBureau()
    const long = '长'.repeat(10_000)
    const judged = await check(service, [added(1, { title: '甲', remark: long }), added(2, { title: long })])
    expect(judged.map(({ outcome }) => outcome)).toEqual(['added', 'rejected'])
    expect(judged[1]?.issues[0]).toMatchObject({ code: 'textTooLong', field: 'title' })
  })

  test('a wrong check digit of a credit code is a doubt, never a refusal', async () => {
    const service = await aBureau()
    const [judged] = await check(service, [added(1, { title: '甲', creditCode: '91120110MA06XXXXX0' })])
    expect(judged?.outcome).toBe('added')
    expect(judged?.issues.map(({ code, severity }) => [code, severity])).toEqual([['creditCodeCheck', 'warning']])
  })
})
