import Database from 'better-sqlite3'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrations } from '../../../db/migrations'
import { storeFile } from '../../../db/open'
import { aCliFolder, aFolder, dumpOfFolder, fixture, runCli, runJson } from '../../builders'

interface Refused {
  readonly error: { readonly code: string; readonly message: string; readonly params: Record<string, unknown> }
}

const audit = ['--bureau', '东丽区审计局', '--category', '3', '--year', '2022']

describe('init', () => {
  it('gives the folder and the schema version, and is refused a second time', () => {
    const folder = path.join(aFolder(), '新 文件夹')
    const made = runJson(folder, ['init', ...audit, '--alias', '审计局', '--alias', '区审计局', '--actor', '值班员'])
    expect(made).toMatchObject({ status: 0, json: { dataDir: folder, schemaVersion: migrations.length } })
    expect(dumpOfFolder(folder)['bureau']).toMatchObject([
      { name: '东丽区审计局', category: 3, mode: 'bureau', year: 2022 },
    ])
    const before = readFileSync(storeFile(folder))
    const again = runJson<Refused>(folder, ['init', ...audit])
    expect([again.status, again.json.error.code]).toEqual([1, 'alreadyInitialised'])
    expect(readFileSync(storeFile(folder)).equals(before)).toBe(true)
  })

  it.each([[['--category', '9']], [['--year', 'x']], [['--bureau', '']], [['--mode', 'province']]])(
    '%j is wrong usage',
    (wrong) => {
      const folder = path.join(aFolder(), 'data')
      const { status, stdout, stderr } = runCli(['init', ...audit, ...wrong, '--data', folder, '--json'])
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toContain('用法')
      expect(existsSync(folder)).toBe(false)
    },
  )
})

describe('wrong usage ends with 2 and changes nothing', () => {
  it.each([
    [[]],
    [['nonsense']],
    [['__proto__']],
    [['import']],
    [['import', 'a.xlsx', '--rows', 'some']],
    [['import', 'a.xlsx', '--dryrun', '--json']],
    [['import', 'a.xlsx', '--sheet']],
    [['score', '--year', 'x']],
    [['score', '--year', '2022', '--set', 'cooperate']],
    [['score', '--year', '2022', '--stream', 'projects']],
    [['assignments', '--stream', 'nonsense']],
    [['workdays', 'add', '2022-01-01']],
    [['workdays', 'list', 'x']],
    [['sample', 'shake']],
    [['summary', '--period', '2022Q3']],
    [['check', '--as-of', '2022-02-30']],
  ])('%j', (args) => {
    const folder = aCliFolder()
    const before = readFileSync(storeFile(folder))
    const { status, stdout, stderr } = runCli([...args, '--data', folder])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).not.toBe('')
    expect(readFileSync(storeFile(folder)).equals(before)).toBe(true)
  })
})

describe('without a store', () => {
  it.each([['check'], ['assignments'], ['score --year 2022'], ['sample load'], ['import x.xlsx']])(
    '%s says so and makes nothing',
    (command) => {
      const folder = path.join(aFolder(), 'data')
      const { status, json } = runJson<Refused>(folder, command.split(' '))
      expect([status, json.error.code]).toEqual([1, 'notInitialised'])
      expect(json.error.message).toContain('init')
      expect(existsSync(folder)).toBe(false)
    },
  )

  it('row 19: backups without a store: it is asked for, never made anew', () => {
    const folder = aCliFolder()
    rmSync(storeFile(folder))
    writeFileSync(path.join(folder, 'backups'), '')
    const { status, json } = runJson<Refused>(folder, ['check'])
    expect([status, json.error.code]).toEqual([1, 'storeMissing'])
    expect(existsSync(storeFile(folder))).toBe(false)
  })

  it('row 20: a newer store is refused by every command, with its bytes unchanged', () => {
    const folder = aCliFolder()
    const tool = new Database(storeFile(folder))
    tool.pragma('user_version = 99')
    tool.close()
    const before = readFileSync(storeFile(folder))
    for (const args of [['check'], ['sample', 'load'], ['import', fixture('ledgers/leads-2022.xlsx')]]) {
      const { status, json } = runJson<Refused>(folder, args)
      expect([status, json.error.code, json.error.params]).toEqual([
        1,
        'storeNewer',
        { found: 99, known: migrations.length, app: '' },
      ])
    }
    expect(readFileSync(storeFile(folder)).equals(before)).toBe(true)
  })
})

describe('workdays', () => {
  it('add and list give the shapes of the contract; a year without data is an error', () => {
    const folder = aFolder()
    expect(runJson(folder, ['workdays', 'add', '2022-04-29', '1'])).toMatchObject({
      status: 0,
      json: { dueOn: '2022-05-05' },
    })
    const { json } = runJson<{ year: number; workdays: number; off: string[]; makeUp: string[]; source: string }>(
      folder,
      ['workdays', 'list', '2022'],
    )
    expect(json).toMatchObject({ year: 2022, workdays: 249, source: '国办发明电〔2021〕11号' })
    expect(json.off).toContain('2022-05-04')
    expect(json.makeUp).toContain('2022-05-07')
    const listed = runJson<Refused>(folder, ['workdays', 'list', '2031'])
    expect([listed.status, listed.json.error.code]).toEqual([1, 'calendarYearMissing'])
    const added = runJson<Refused>(folder, ['workdays', 'add', '2031-01-01', '5'])
    expect([added.status, added.json.error.code]).toEqual([1, 'calendarMissing'])
    const wrong = runJson<Refused>(folder, ['workdays', 'add', '2022-02-30', '5'])
    expect([wrong.status, wrong.json.error.code]).toEqual([1, 'invalidDate'])
  })
})

describe('score', () => {
  it('gives scheme, total, max and components with clause, inputs, arithmetic and records', () => {
    const folder = aCliFolder()
    runJson(folder, ['import', fixture('ledgers/leads-2022.xlsx')])
    const { json } = runJson<Record<string, unknown>>(folder, ['score', '--year', '2022', '--as-of', '2022-12-31'])
    expect(json).toMatchObject({ scheme: 'dongli-2022-cat3', year: 2022, asOf: '2022-12-31', max: '100' })
    expect(json['components']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: 'indicator',
          max: '30',
          points: '30.00',
          inputs: expect.any(Object),
          arithmetic: expect.any(String),
        }),
      ]),
    )
    expect(json['notes']).toEqual(expect.any(Array))
  })

  it('--set is recorded as given on that day; above the maximum nothing is recorded and it ends with 1', () => {
    const folder = aCliFolder()
    const cooperate = (...args: readonly string[]) => {
      const { json } = runJson<{ components: { id: string; points: string | null }[] }>(folder, [
        'score',
        '--year',
        '2022',
        ...args,
      ])
      return json.components.find(({ id }) => id === 'cooperate')?.points
    }
    expect(cooperate('--as-of', '2022-12-31', '--set', 'cooperate=18')).toBe('18.00')
    expect(cooperate('--as-of', '2022-12-31')).toBe('18.00')
    expect(cooperate('--as-of', '2022-12-30')).not.toBe('18.00')
    const before = dumpOfFolder(folder)
    for (const [value, code] of [
      ['cooperate=22', 'manualAboveMax'],
      ['cooperate=-1', 'manualNegative'],
      ['cooperate=many', 'manualInvalid'],
      ['nonsense=1', 'componentUnknown'],
    ]) {
      // The good figure beside the bad one is not recorded either.
      const args = ['score', '--year', '2022', '--set', 'cooperate=20', '--set', String(value)]
      const refused = runJson<Refused>(folder, args)
      expect([refused.status, refused.json.error.code]).toEqual([1, code])
      expect(dumpOfFolder(folder)).toEqual(before)
    }
  }, 20_000)

  it('a year without a scheme is refused, not guessed', () => {
    const refused = runJson<Refused>(aCliFolder(), ['score', '--year', '2031'])
    expect([refused.status, refused.json.error.code]).toEqual([1, 'schemeMissing'])
  })
})

describe('summary', () => {
  it('writes both formats, says their digests, and refuses what it does not know', () => {
    const folder = aCliFolder()
    runJson(folder, ['import', fixture('ledgers/leads-2022.xlsx')])
    const out = path.join(aFolder(), 'reports')
    const args = ['summary', '--period', '2022Q3', '--out', out, '--as-of', '2022-09-30']
    const { status, json } = runJson<{
      files: { path: string; kind: string; bytes: number; sha256: string }[]
      checkCode: string
      warnings: string[]
    }>(folder, args)
    expect(status).toBe(0)
    expect(json.files.map(({ kind }) => kind)).toEqual(['xlsx', 'docx'])
    for (const file of json.files) {
      const bytes = readFileSync(file.path)
      expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([file.bytes, file.sha256])
    }
    expect(json.checkCode).not.toBe('')
    const code = (...more: readonly string[]) => runJson<Refused>(folder, [...args, ...more]).json.error.code
    expect(code('--period', '2022Q5')).toBe('periodInvalid')
    expect(code('--formats', 'pdf')).toBe('formatUnknown')
    const inTheWay = path.join(aFolder(), 'file')
    writeFileSync(inTheWay, '')
    expect(code('--out', inTheWay)).toBe('folderNotWritable')
  }, 30_000)
})

describe('check', () => {
  const shape = { ok: true, schemaVersion: migrations.length, integrity: 'ok', attachments: { present: 0, missing: 0 } }

  it('gives integrity, journal, attachments and counts', () => {
    const { status, json } = runJson(aCliFolder(), ['check'])
    expect(status).toBe(0)
    expect(json).toMatchObject({ ...shape, journal: { entries: 1, chainOk: true }, counts: { lead: 0, assignment: 0 } })
  })

  it('row 51: a changed journal entry ends with 1; so does row 24, a missing attachment', () => {
    const folder = aCliFolder()
    runJson(folder, ['import', fixture('ledgers/leads-2022.xlsx')])
    expect(runJson(folder, ['check']).json).toMatchObject({ ok: true, attachments: { present: 1, missing: 0 } })
    rmSync(path.join(folder, 'attachments'), { recursive: true })
    const missing = runJson(folder, ['check'])
    expect(missing).toMatchObject({ status: 1, json: { ok: false, attachments: { present: 0, missing: 1 } } })
    const tool = new Database(storeFile(folder))
    tool.exec("DROP TRIGGER journal_entry_keep; UPDATE journal_entry SET actor = '别人' WHERE id = 1")
    tool.close()
    expect(runJson(folder, ['check'])).toMatchObject({ status: 1, json: { ok: false, journal: { chainOk: false } } })
  })
})

describe('sample', () => {
  it('loads, is refused twice, and leaves not one row when removed', () => {
    const folder = aCliFolder()
    const before = dumpOfFolder(folder)
    const loaded = runJson<{ counts: Record<string, number> }>(folder, ['sample', 'load'])
    expect(loaded.status).toBe(0)
    expect(loaded.json.counts['lead']).toBeGreaterThan(0)
    const twice = runJson<Refused>(folder, ['sample', 'load'])
    expect([twice.status, twice.json.error.code]).toEqual([1, 'sampleAlreadyLoaded'])
    expect(
      runJson<{ counts: Record<string, number> }>(folder, ['sample', 'remove', '--as-of', '2022-12-31']).json.counts,
    ).toEqual(Object.fromEntries(Object.entries(loaded.json.counts).filter(([, count]) => count > 0)))
    expect(dumpOfFolder(folder)).toEqual(before)
  })

  it('is refused beside the records of the bureau', () => {
    const folder = aCliFolder()
    runJson(folder, ['import', fixture('ledgers/leads-2022.xlsx')])
    const refused = runJson<Refused>(folder, ['sample', 'load'])
    expect([refused.status, refused.json.error.code]).toEqual([1, 'sampleNotEmpty'])
  })
})

it('without --json a readable text on stdout; the actor is recorded', () => {
  const folder = aCliFolder()
  const { status, stdout } = runCli(['check', '--data', folder])
  expect([status, stdout]).toEqual([0, '数据完好，修改记录1条。\n'])
  runCli(['import', fixture('ledgers/leads-2022.xlsx'), '--data', folder, '--actor', '招商组组长'])
  expect(dumpOfFolder(folder)['import_batch']).toMatchObject([{ imported_by: '招商组组长' }])
})
