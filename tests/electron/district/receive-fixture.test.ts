import { cpSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { aFolder, aService, dumpOf, fixture, runJson, sha256Of } from '../../builders'
import {
  earlierPeriod,
  fixturePeriod,
  giveFigures,
  giveRules,
  makeOffice,
  makeReturns,
  office as officeOf,
  receivingDay,
} from '../../district/make-returns'

/** Unit: milliseconds. */
const minute = 60_000

interface Accepted {
  readonly expected: number
  readonly onTime: number
  readonly late: number
  readonly missing: number
  readonly stale: number
  readonly rejected: readonly { readonly file: string; readonly code: string }[]
  readonly names: { readonly late: string[]; readonly missing: string[]; readonly stale: string[] }
  readonly taken: number
  readonly same: number
}

const late = ['示例区交通运输局', '示例区石湾街道']
const missing = ['示例区城市管理委', '示例区卫生健康委', '示例区南屏镇']
const staleFile = '示例区生态环境局_2022Q4_v1.zip'

// product.md M1, M2, M3, J10 steps 1 and 2; issue 5, acceptance 2.
test(
  '70 files of 72 units: 按时67 迟报2 未报3 旧版1, the four seeded errors alone, places 1, 2, 2, 4',
  { timeout: 5 * minute },
  async () => {
    const work = aFolder()
    const office = await aService({ asOf: receivingDay, folder: path.join(work, 'office') })
    const { context, call } = office
    await makeOffice(context)
    const folders = await makeReturns(context, work)
    const files = readdirSync(folders.current)
    expect(files).toHaveLength(70)
    expect(files.filter((name) => name.endsWith('.xlsx'))).toHaveLength(2)
    context.grants.set('earlier', folders.earlier)
    context.grants.set('current', folders.current)
    const earlier = await call('district.receiveFolder', { folder: 'earlier', period: earlierPeriod, trustNew: true })
    expect(earlier.files.filter(({ outcome }) => outcome !== 'taken')).toEqual([])
    const bare = dumpOf(office.store().connection)

    const start = Date.now()
    const current = { folder: 'current', period: fixturePeriod, trustNew: false } as const
    const stages: string[] = []
    const received = await call('district.receiveFolder', current, {
      onEvent: ({ stage }) => stages.push(stage),
    })
    expect(Date.now() - start).toBeLessThan(minute)
    expect(stages.filter((stage) => stage === 'reading')).toHaveLength(70)
    expect(received.taken).toBe(69)
    expect(received.files.filter(({ outcome }) => outcome !== 'taken')).toMatchObject([
      { fileName: staleFile, outcome: 'stale', unit: '示例区生态环境局', edition: 1 },
    ])

    const inbox = await call('district.inbox', { period: fixturePeriod })
    expect(inbox.counts).toEqual({ expected: 72, onTime: 67, late: 2, missing: 3, returned: 0, reviewed: 0 })
    expect(inbox.rows.filter(({ cell }) => cell.state === 'late').map(({ unit }) => unit)).toEqual(late)
    expect(inbox.rows.filter(({ cell }) => cell.source === 'table')).toHaveLength(2)
    expect(inbox.byCategory.map(({ category, expected, arrived }) => [category, expected, arrived])).toEqual([
      [1, 12, 12],
      [2, 14, 13],
      [3, 30, 29],
      [4, 16, 15],
    ])

    const checks = await call('district.checks', { period: fixturePeriod })
    expect(Object.fromEntries(checks.map(({ code, unit }) => [code, unit]))).toEqual({
      arithmetic: '示例区商务局',
      evidenceMissing: '示例区星河街道',
      jump: '示例区市场监管局',
      sameEnterprise: '示例区财政局',
    })
    expect(checks).toHaveLength(4)
    expect(checks.find(({ code }) => code === 'sameEnterprise')?.other?.unit).toBe('示例区柳塘街道')

    const reminders = await call('district.reminders', { period: fixturePeriod })
    expect(reminders.map(({ unit, days }) => [unit, days])).toEqual(missing.map((unit) => [unit, 3]))
    expect(reminders[0]).toMatchObject({ contact: '联络员20', phone: '0000-0020' })
    expect(reminders[0]?.text).toMatch(/2022年四季度.*应于2022年12月25日前报送.*已超过3天/)
    context.grants.set('slips', aFolder())
    const slips = await call('district.saveReminders', { period: fixturePeriod, folder: 'slips' })
    expect(slips.files.map(({ fileName }) => fileName)).toEqual(
      missing.map((unit) => `${unit}_催报单_2022Q4_20221228.docx`),
    )
    expect(
      readFileSync(path.join(context.grants.get('slips') ?? '', slips.files[0]?.fileName ?? '')).subarray(0, 2),
    ).toEqual(Buffer.from('PK'))

    const after = dumpOf(office.store().connection)
    const again = await call('district.receiveFolder', current)
    expect(again.taken).toBe(0)
    expect(again.files.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'same')).toEqual(['stale'])
    expect(dumpOf(office.store().connection)).toEqual(after)

    await call('core.undoLast', {})
    expect(dumpOf(office.store().connection)).toEqual(bare)
    expect((await call('district.receiveFolder', current)).taken).toBe(69)

    await giveRules(context)
    await giveFigures(context)
    const { categories } = await call('district.ranking', { period: fixturePeriod })
    const third = categories.find(({ category }) => category === 3)
    expect(third?.units.slice(0, 4).map(({ rank, tied, score }) => [rank, tied, score])).toEqual([
      [1, 1, '100.00'],
      [2, 2, '97.08'],
      [2, 2, '97.08'],
      [4, 1, '94.17'],
    ])
    expect(categories.map(({ category, units }) => [category, units.length])).toEqual([
      [1, 12],
      [2, 14],
      [3, 30],
      [4, 16],
    ])
    const awards = await call('district.awards', { period: fixturePeriod })
    const composite = awards.filter(({ kind }) => kind === 'composite')
    expect(composite.map(({ group, winners }) => [group, winners.length])).toEqual([
      ['镇街', 5],
      ['区直', 5],
    ])
    office.close()

    // The same by the command line, in a store of its own.
    const data = path.join(work, 'cli')
    const about = ['--bureau', officeOf.name, '--alias', '区考核办', '--category', '3', '--year', '2022']
    expect(runJson(data, ['init', ...about, '--mode', 'district']).status).toBe(0)
    const listed = runJson<{ counts: { added: number } }>(data, [
      'district',
      'units',
      'import',
      fixture('district/units.csv'),
    ])
    expect(listed.json.counts.added).toBe(72)
    const accept = (folder: string, period: string) =>
      runJson<Accepted>(data, [
        'district',
        'accept',
        folder,
        '--period',
        period,
        '--trust-new',
        '--as-of',
        receivingDay,
      ])
    expect(accept(folders.earlier, earlierPeriod).json).toMatchObject({ expected: 72, stale: 0, rejected: [] })
    const stick = path.join(work, 'stick')
    cpSync(folders.current, stick, { recursive: true })
    const digests = files.map((name) => sha256Of(path.join(stick, name)))
    const { status, json } = accept(stick, fixturePeriod)
    expect(status).toBe(0)
    expect(json).toMatchObject({ expected: 72, onTime: 67, late: 2, missing: 3, stale: 1, rejected: [], taken: 69 })
    expect(json.names).toEqual({ late, missing, stale: [staleFile] })
    expect(files.map((name) => sha256Of(path.join(stick, name)))).toEqual(digests)
    expect(accept(stick, fixturePeriod).json).toMatchObject({ taken: 0, same: 69, stale: 1 })
    const due = runJson<{ submitBy: string }>(data, ['district', 'period', fixturePeriod, '--due', '2022-12-28'])
    expect(due.json.submitBy).toBe('2022-12-28')
    expect(accept(stick, fixturePeriod).json).toMatchObject({ onTime: 69, late: 0, missing: 3 })
    const out = runJson<{ files: unknown[] }>(data, [
      'district',
      'reminders',
      '--period',
      fixturePeriod,
      '--out',
      aFolder(),
      '--as-of',
      receivingDay,
    ])
    expect(out.json.files).toHaveLength(3)
    const blank = runJson<{ files: unknown[] }>(data, [
      'district',
      'template',
      '--period',
      fixturePeriod,
      '--out',
      aFolder(),
      '--unit',
      '区审计局',
    ])
    expect(blank.json.files).toHaveLength(1)
    expect(runJson(data, ['district', 'accept', '--period', fixturePeriod]).status).toBe(2)
  },
)
