import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { backupsFolder } from '../../../db/backup-files'
import { aCliFolder, aFolder, cliFile, copyOfStore, fixture, runJson } from '../../builders'
import { tried } from '../scale'
import { asExamined, asRan, startWorker } from '../worker-process'

/** The library of Debian's package `libfaketime`, wherever the system keeps it. */
function clockLibrary(): string {
  const { stdout } = spawnSync('dpkg', ['-L', 'libfaketime'], { encoding: 'utf8' })
  const file = stdout.split('\n').find((name) => name.endsWith('/libfaketime.so.1'))
  if (file === undefined) throw new Error('libfaketime is not installed: build/faults.mjs does so')
  return file
}

/** A clock that somebody has turned; waits are measured with the one that nobody can turn. */
const turned = (): Record<string, string> => ({ LD_PRELOAD: clockLibrary(), FAKETIME_DONT_FAKE_MONOTONIC: '1' })

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it names the shape that the contract promises
function runAt<T = Record<string, never>>(clock: string, folder: string, args: readonly string[]): T {
  const env = { ...process.env, ...turned(), FAKETIME: clock }
  const { status, stdout, stderr } = spawnSync(process.execPath, [cliFile, ...args, '--data', folder, '--json'], {
    encoding: 'utf8',
    env,
  })
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stdout}${stderr}`)
  return JSON.parse(stdout) as T
}

interface Entry {
  readonly id: number
  readonly at: string
}

function entriesOf(folder: string): readonly Entry[] {
  return copyOfStore(folder).prepare<[], Entry>('SELECT id, at FROM journal_entry ORDER BY id').all()
}

interface Written {
  readonly files: readonly { readonly path: string; readonly kind: string }[]
}
interface Inspected {
  readonly manifest: { readonly edition: number; readonly sequence: number }
}

function optionsOf(values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => [`--${name}`, value])
}

/** The edition and the sequence of the bureau's next package. */
function sent(clock: string, folder: string): Inspected['manifest'] {
  const out = aFolder()
  const { files } = runAt<Written>(clock, folder, [
    'summary',
    ...optionsOf({ period: '2022Q2', out, formats: 'package', 'as-of': '2022-06-30' }),
  ])
  const { manifest } = runJson<Inspected>(folder, ['package', 'inspect', files[0]?.path ?? '']).json
  return { edition: manifest.edition, sequence: manifest.sequence }
}

test('22: a clock 400 days behind or 30 years ahead at the start changes no order, no sequence and no backup', () => {
  const folder = aCliFolder()
  const clocks = ['+0d', '-400d', '+10950d', '-1d']
  const ledgers = ['leads-2022', 'projects-2022', 'revenue-2022', 'visits-2022']
  const packages = ledgers.map((ledger, index) => {
    const clock = clocks[index] ?? ''
    runAt(clock, folder, ['import', fixture(`ledgers/${ledger}.xlsx`)])
    runAt(clock, folder, ['backup', 'create'])
    return sent(clock, folder)
  })
  expect(packages).toEqual([1, 2, 3, 4].map((number) => ({ edition: number, sequence: number })))
  const entries = entriesOf(folder)
  expect(entries.map(({ id }) => id)).toEqual(entries.map((_, index) => index + 1))
  expect(new Set(entries.map(({ at }) => at.slice(0, 4))).size).toBeGreaterThan(2)
  const backups = readdirSync(backupsFolder(folder)).filter((name) => name.endsWith('.db'))
  expect(backups.filter((name) => name.endsWith('-manual.db'))).toHaveLength(clocks.length)
  expect(runJson(folder, ['check']).json).toMatchObject({ ok: true, journal: { chainOk: true } })
  tried(clocks.length)
}, 300_000)

test('22: a clock that is turned while the program runs does the same', async () => {
  const data = path.join(aFolder(), 'data')
  cpSync(aCliFolder(), data, { recursive: true })
  runJson(data, ['import', fixture('ledgers/leads-2022.xlsx')])
  const before = entriesOf(data).length
  const clock = path.join(aFolder(), 'clock')
  writeFileSync(clock, '+0d')
  const program = startWorker(null, { ...turned(), FAKETIME_TIMESTAMP_FILE: clock, FAKETIME_NO_CACHE: '1' })
  const place = { data, out: aFolder(), assets: aFolder() }
  writeFileSync(path.join(place.assets, 'publisher'), '')
  const fault = { target: 0, act: 'EIO', isSticky: false } as const
  expect(asRan(await program.ask({ do: 'run', errand: 'edit', place, fault }))).toMatchObject({ ok: true })
  const jumps = ['-400d', '+10950d', '+0d']
  for (const jump of jumps) {
    writeFileSync(clock, jump)
    expect(asRan(await program.ask({ do: 'again' }))).toMatchObject({ ok: true, incidents: [] })
  }
  await program.ask({ do: 'close' })
  await program.end()
  const own = entriesOf(data).slice(before)
  expect(own.map(({ id }) => id)).toEqual([1, 2, 3, 4].map((number) => before + number))
  const years = own.map(({ at }) => Number(at.slice(0, 4)))
  expect(years[1]).toBeLessThan(years[0] ?? 0)
  expect(years[2]).toBeGreaterThan((years[0] ?? 0) + 25)
  const clean = startWorker(null)
  const found = asExamined(await clean.ask({ do: 'examine', place }))
  await clean.end()
  expect({ faults: found.faults, refused: found.refused }).toEqual({ faults: [], refused: null })
  tried(jumps.length)
}, 300_000)

const zones = ['Asia/Shanghai', 'UTC', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin']

test('23: due dates are the same days in every time zone', () => {
  const folder = aCliFolder()
  runJson(folder, ['import', fixture('assignments/dongli-2022-audit-bureau.xlsx')])
  const shown = zones.map((zone) => {
    const args = [cliFile, 'tasks', '--as-of', '2022-03-27', '--data', folder, '--json']
    return spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, TZ: zone } }).stdout
  })
  expect(JSON.parse(shown[0] ?? '')).not.toEqual([])
  expect(new Set(shown).size).toBe(1)
  tried(zones.length)
}, 120_000)
