import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { insertUnit } from '../../../db/repositories/units'
import { readPackage } from '../../../electron/exchange/package-file'
import type { AssignmentsPayload } from '../../../shared/exchange/payloads'
import {
  aBureau,
  aFolder,
  bytesOf,
  dumpOf,
  filesBelow,
  fixture,
  openChoice,
  refusalOf,
  writing,
  type Service,
} from '../../builders'

/** The units of the Haizhou fixtures, as their tables write them. */
const allUnits =
  '韩家店镇 甲街道 乙街道 丙街道 丁街道 戊街道 己街道 区发改局 区财政局 区商务局 区工信局 区住建局 区农业农村局 区审计局'.split(
    ' ',
  )

interface Office extends Service {
  /** The path behind the token `target`. */
  readonly target: string
}

async function aDistrict(names: readonly string[]): Promise<Office> {
  const bureau = { name: '海州区考核办', aliases: [], mode: 'district' as const, year: 2019 }
  const service = await aBureau({ asOf: '2019-03-04', bureau })
  const at = '2019-03-04T09:00:00+08:00'
  const about = { contact: '', phone: '', isOptional: false, remark: '', leftOn: null, isSample: false }
  writing(service.store(), (db) => {
    for (const [position, name] of names.entries())
      insertUnit(db, {
        ...about,
        id: `u${position}`,
        name,
        aliases: [],
        category: 3,
        position,
        createdAt: at,
        updatedAt: at,
      })
  })
  const target = aFolder()
  service.context.grants.set('target', target)
  return { ...service, target }
}

const opened = (service: Service, file: string) =>
  service.call('district.openSplit', { fileName: file, bytes: bytesOf(fixture(`assignments/${file}`)) })

/** The package of each unit below a folder. */
async function packagesBelow(folder: string) {
  const read = await Promise.all(
    filesBelow(folder).map((file) =>
      readPackage({ fileName: file, bytes: new Uint8Array(readFileSync(path.join(folder, file))), passphrase: null }),
    ),
  )
  return new Map(
    read.map((each) => {
      if (!each.ok) throw new Error(each.error.code)
      const payload = each.value.payload as AssignmentsPayload
      const workbook = each.value.fileOf(payload.workbook)
      if (!workbook.ok) throw new Error(workbook.error.code)
      return [payload.unit, { manifest: each.value.manifest, payload, workbook: workbook.value }]
    }),
  )
}

const fields =
  'stream, task_name, indicator, target, target_first_quarter, target_text, unit, participation, due_on, remark'

function assignmentsOf(service: Service, where = ''): unknown[] {
  return service.store().connection.prepare(`SELECT ${fields} FROM assignment ${where} ORDER BY item_code`).all()
}

async function imported(service: Service, fileName: string, bytes: Uint8Array): Promise<void> {
  const { session, tables } = await service.call('tables.open', {
    fileName,
    bytes: new Uint8Array(bytes),
    choice: openChoice,
  })
  const indexes = tables.map((_, index) => index)
  await service.call('tables.confirm', { session, tables: indexes, rows: 'all', withdraw: true })
}

const annexes = [
  ['haizhou-2019-annex1.xlsx', [['22', '亿元']]],
  [
    'haizhou-2019-annex2.xls',
    [
      ['20', '个'],
      ['6', '个'],
      ['30', '个'],
      ['10', '个'],
    ],
  ],
  ['haizhou-2019-annex3.xls', [['58000', '万元']]],
  ['haizhou-2019-annex4.xls', [['36870', '万元']]],
  ['haizhou-2019-annex5.xlsx', [['162000', '万元']]],
] as const

describe('one table over all units (layout A2)', { timeout: 120_000 }, () => {
  test.each(annexes)('%s: 合计 as stated and as added up, every unit with its tasks', async (file, totals) => {
    const district = await aDistrict(allUnits)
    const split = await opened(district, file)
    const whole = split.totals.filter(({ indicator }) => !indicator.includes('一季度'))
    expect(whole.map(({ stated, unit }) => [stated, unit])).toEqual(totals)
    expect(whole.every(({ stated, found, isEqual }) => isEqual && Number(stated) === Number(found))).toBe(true)
    expect(split.units).toHaveLength(14)
    expect(split.unknown).toEqual([])
    const excluded = split.units.filter(({ isExcluded }) => isExcluded).map(({ name }) => name)
    expect(excluded).toEqual(file.includes('annex5') ? ['区发改局', '区财政局'] : [])
    expect(dumpOf(district.store().connection)['assignment']).toEqual([])
  })

  test.each(annexes)(
    '%s: what each bureau reads from its package is what it reads from the whole table',
    async (file) => {
      const district = await aDistrict(allUnits)
      const { session } = await opened(district, file)
      const saved = await district.call('district.saveSplit', { session, folder: 'target' })
      expect(saved.files).toBe(14)
      const packages = await packagesBelow(district.target)
      expect([...packages.keys()].toSorted()).toEqual(allUnits.toSorted())
      for (const name of ['区审计局', '区发改局']) {
        const found = packages.get(name)
        if (!found) throw new Error(name)
        const bureau = { name, aliases: [], year: 2019 }
        const [own, whole] = [await aBureau({ bureau }), await aBureau({ bureau })]
        await imported(own, 'own.xlsx', found.workbook)
        await imported(whole, file, bytesOf(fixture(`assignments/${file}`)))
        expect(assignmentsOf(own)).toEqual(assignmentsOf(whole))
        expect(assignmentsOf(own)).toHaveLength(found.payload.rows)
        expect(assignmentsOf(own)).toEqual(assignmentsOf(district, `WHERE responsible_unit = '${name}'`))
      }
    },
  )

  test('annex 5: 不参加 stays 不参加 on both sides, never 0', async () => {
    const district = await aDistrict(allUnits)
    const { session } = await opened(district, 'haizhou-2019-annex5.xlsx')
    await district.call('district.saveSplit', { session, folder: 'target' })
    const found = (await packagesBelow(district.target)).get('区财政局')
    const bureau = await aBureau({ bureau: { name: '区财政局', aliases: [], year: 2019 } })
    await imported(bureau, 'own.xlsx', found?.workbook ?? new Uint8Array())
    expect(assignmentsOf(bureau)).toMatchObject([{ target: null, participation: 'excluded' }])
  })

  test('several tables of a year are later editions to the same unit; both are kept as sent and stay', async () => {
    const district = await aDistrict(allUnits)
    for (const file of ['haizhou-2019-annex1.xlsx', 'haizhou-2019-annex3.xls']) {
      const { session } = await opened(district, file)
      await district.call('district.saveSplit', { session, folder: 'target' })
    }
    const sent = await district.call('exchange.sent', {})
    const own = sent.filter(({ toUnit }) => toUnit === '区审计局').map(({ edition }) => edition)
    expect(own).toEqual([2, 1])
    expect((await refusalOf(district.call('core.undoLast', {}))).code).toBe('sentPackageStays')
    expect(filesBelow(district.target)).toHaveLength(28)
  })
})

describe('a table that cannot be parted', { timeout: 60_000 }, () => {
  test('a name that is no unit of ours is told and refuses the whole; nothing is written', async () => {
    const district = await aDistrict(allUnits.filter((name) => name !== '区审计局'))
    const split = await opened(district, 'haizhou-2019-annex1.xlsx')
    expect(split.unknown).toEqual(['区审计局'])
    const before = dumpOf(district.store().connection)
    const refused = await refusalOf(district.call('district.saveSplit', { session: split.session, folder: 'target' }))
    expect(refused).toMatchObject({ code: 'splitUnknownUnits', params: { count: 1, names: '区审计局' } })
    expect(filesBelow(district.target)).toEqual([])
    expect(dumpOf(district.store().connection)).toEqual(before)
  })

  test('a table of another kind, a folder that is gone, a session that is over', async () => {
    const district = await aDistrict(allUnits)
    const bytes = bytesOf(fixture('bad/not-a-workbook.xlsx'))
    expect((await refusalOf(district.call('district.openSplit', { fileName: 'x.xlsx', bytes }))).code).toMatch(/^file/)
    const { session } = await opened(district, 'haizhou-2019-annex1.xlsx')
    rmSync(district.target, { recursive: true })
    const before = dumpOf(district.store().connection)
    const save = () => district.call('district.saveSplit', { session, folder: 'target' })
    expect((await refusalOf(save())).code).toBe('folderNotWritable')
    expect(dumpOf(district.store().connection)).toEqual(before)
    await district.call('tables.discard', { session })
    district.context.grants.set('target', aFolder())
    expect((await refusalOf(save())).code).toBe('previewExpired')
  })

  test('the table of one bureau (layout A1) goes to that unit alone', async () => {
    const district = await aDistrict(['东丽区审计局', '东丽区统计局'])
    const { session, units, unknown } = await opened(district, 'dongli-2022-audit-bureau.xlsx')
    expect(unknown).toEqual([])
    expect(units).toMatchObject([{ name: '东丽区审计局', rows: 16, isExcluded: false }])
    await district.call('district.saveSplit', { session, folder: 'target' })
    const found = (await packagesBelow(district.target)).get('东丽区审计局')
    const [own, whole] = [await aBureau(), await aBureau()]
    await imported(own, 'own.xlsx', found?.workbook ?? new Uint8Array())
    await imported(whole, 'w.xlsx', bytesOf(fixture('assignments/dongli-2022-audit-bureau.xlsx')))
    expect(assignmentsOf(own)).toEqual(assignmentsOf(whole))
  })
})

describe('packs for everybody', { timeout: 60_000 }, () => {
  test('rules of a year and calendars, each with a workbook for people; a year without any is refused', async () => {
    const district = await aDistrict([])
    const rules = await district.call('district.saveRules', { year: 2022, folder: 'target' })
    const calendar = await district.call('district.saveCalendar', { years: [2023, 2022, 2023], folder: 'target' })
    const read = async (file: string) => {
      const bytes = new Uint8Array(readFileSync(path.join(district.target, file)))
      const found = await readPackage({ fileName: file, bytes, passphrase: null })
      if (!found.ok) throw new Error(found.error.code)
      return found.value
    }
    const pack = await read(rules.file.fileName)
    expect(pack.manifest).toMatchObject({ kind: 'rules', to: null, year: 2022, edition: 1 })
    expect(pack.payload).toMatchObject({ schemes: [{ id: 'dongli-2022-cat3' }], awards: [] })
    expect(pack.fileOf('考核规则.xlsx').ok).toBe(true)
    const days = await read(calendar.file.fileName)
    expect((days.payload as { years: { year: number }[] }).years.map(({ year }) => year)).toEqual([2022, 2023])
    expect(days.fileOf('放假安排.xlsx').ok).toBe(true)
    const none = district.call('district.saveRules', { year: 2007, folder: 'target' })
    expect((await refusalOf(none)).code).toBe('rulesNothing')
    const missing = district.call('district.saveCalendar', { years: [2022, 2099], folder: 'target' })
    expect((await refusalOf(missing)).code).toBe('calendarYearMissing')
    expect(filesBelow(district.target)).toHaveLength(2)
  })
})
