import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { aCliFolder, aFolder, dumpOfFolder, fixture, runCli, runJson, sha256Of } from '../../builders'
import { flip } from '../backup/backups'

// Each command is a process of its own.
vi.setConfig({ testTimeout: 60_000 })

interface Described {
  readonly path: string
  readonly name: string
  readonly bytes: number
  readonly verified: boolean
  readonly state: string
  readonly reason: string | null
  readonly sha256: string | null
}

function create(folder: string): Described {
  const { status, json } = runJson<Described>(folder, ['backup', 'create'])
  expect(status).toBe(0)
  return json
}

describe('backup create', () => {
  it('says where it is, how large, and that it was checked', () => {
    const folder = aCliFolder()
    const made = create(folder)
    expect(made).toMatchObject({ name: '000001-manual.db', verified: true, state: 'verified', reason: 'manual' })
    expect(made.path).toBe(path.join(folder, 'backups/000001-manual.db'))
    expect(made.bytes).toBe(readFileSync(made.path).length)
    expect(made.sha256).toBe(sha256Of(made.path))
    const { status, stdout } = runCli(['backup', 'create', '--data', folder])
    expect(status).toBe(0)
    expect(stdout).toContain('已备份，校验完好')
  })

  it('refused: exit status 1, in words, and nothing left', () => {
    const folder = aCliFolder()
    writeFileSync(path.join(folder, 'backups'), 'a file in the way')
    const { status, json } = runJson<{ error: { code: string; message: string } }>(folder, ['backup', 'create'])
    expect(status).toBe(1)
    expect(json.error.code).toBe('backupFailed')
    expect(json.error.message).toContain('备份没有做成')
  })
})

describe('backup list', () => {
  it('newest first, those of a folder too', () => {
    const folder = aCliFolder()
    expect(runJson(folder, ['backup', 'list']).json).toEqual([])
    create(folder)
    create(folder)
    const names = (args: readonly string[]): readonly string[] =>
      runJson<readonly Described[]>(folder, ['backup', 'list', ...args]).json.map(({ name }) => name)
    expect(names([])).toEqual(['000002-manual.db', '000001-manual.db'])
    const stick = aFolder()
    copyFileSync(path.join(folder, 'backups/000001-manual.db'), path.join(stick, '000001-manual.db'))
    expect(names(['--folder', stick])).toEqual(['000001-manual.db'])
  })
})

describe('backup verify', () => {
  it('by name or by path: good', () => {
    const folder = aCliFolder()
    const made = create(folder)
    for (const word of [made.name, made.path]) {
      const { status, json } = runJson<Described>(folder, ['backup', 'verify', word])
      expect([status, json.verified, json.path]).toEqual([0, true, made.path])
    }
  })

  it('damaged: exit status 1', () => {
    const folder = aCliFolder()
    const made = create(folder)
    flip(made.path, 9000)
    const { status, json, stderr } = runJson<Described & { error: { code: string } }>(folder, [
      'backup',
      'verify',
      made.name,
    ])
    expect([status, json.verified, json.error.code]).toEqual([1, false, 'backupDamaged'])
    expect(stderr).toContain('没有通过校验')
  })

  it('without its side file it is not proved: exit status 1', () => {
    const folder = aCliFolder()
    const made = create(folder)
    rmSync(made.path.replace('.db', '.json'))
    const { status, json } = runJson<{ error: { code: string } }>(folder, ['backup', 'verify', made.name])
    expect([status, json.error.code]).toEqual([1, 'backupUnproven'])
  })

  it('one that is not there, and wrong usage', () => {
    const folder = aCliFolder()
    expect(runJson<{ error: { code: string } }>(folder, ['backup', 'verify', '000009-daily.db']).json.error.code).toBe(
      'backupNotFound',
    )
    for (const words of [['backup'], ['backup', 'verify'], ['backup', 'burn']])
      expect(runJson(folder, words).status).toBe(2)
  })
})

describe('backup restore', () => {
  it('puts the ledger back as it was, keeps what it replaced, and says both', () => {
    const folder = aCliFolder()
    const before = dumpOfFolder(folder)
    const made = create(folder)
    expect(runCli(['import', fixture('assignments/dongli-2022-audit-bureau.xlsx'), '--data', folder]).status).toBe(0)
    const imported = dumpOfFolder(folder)
    expect(imported).not.toEqual(before)
    const { status, json } = runJson<Described & { before: Described }>(folder, ['backup', 'restore', made.name])
    expect(status).toBe(0)
    expect(json).toMatchObject({ name: made.name, verified: true, before: { reason: 'restore', verified: true } })
    expect(existsSync(json.before.path)).toBe(true)
    // Besides the note of what the ledger was restored from it is what it was.
    const { preference: _now, ...after } = dumpOfFolder(folder)
    const { preference: _then, ...kept } = before
    expect(after).toEqual(kept)
    expect(runJson<{ ok: boolean }>(folder, ['check']).json.ok).toBe(true)
  })

  it('refuses a damaged one and changes nothing', () => {
    const folder = aCliFolder()
    const made = create(folder)
    flip(made.path, 9000)
    const before = dumpOfFolder(folder)
    const { status, json } = runJson<{ error: { code: string } }>(folder, ['backup', 'restore', made.name])
    expect([status, json.error.code]).toEqual([1, 'backupDamaged'])
    expect(dumpOfFolder(folder)).toEqual(before)
  })
})

it('an import from outside is preceded by a backup too, and a dry run is not', () => {
  const folder = aCliFolder()
  const file = fixture('assignments/dongli-2022-audit-bureau.xlsx')
  const before = dumpOfFolder(folder)
  expect(runCli(['import', file, '--dry-run', '--data', folder]).status).toBe(0)
  expect(existsSync(path.join(folder, 'backups'))).toBe(false)
  expect(runCli(['import', file, '--data', folder]).status).toBe(0)
  const [backup] = runJson<readonly Described[]>(folder, ['backup', 'list']).json
  expect(backup).toMatchObject({ reason: 'import', verified: true })
  const copy = aFolder()
  copyFileSync(backup?.path ?? '', path.join(copy, 'ledger.db'))
  expect(dumpOfFolder(copy)).toEqual(before)
})
