import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { aFolder, cliFile, fixture } from '../builders'
import { tried } from './scale'

interface Place {
  readonly name: string
  readonly folder: string
  readonly environment?: Readonly<Record<string, string>>
}

/** So many folders of 63 bytes each. SQLite takes a path of 512 bytes. */
function longPath(depth: number): string {
  return Array.from({ length: depth }, () => '很长的文件夹名'.repeat(3)).join('/')
}

/** Names that people give to folders, and machines on which something usual is missing. */
const places: readonly Place[] = [
  { name: 'Chinese, spaces and signs', folder: '四抓 台账（2022）/张 & “备份”' },
  { name: 'rare characters', folder: '𠮷野/㐀𠀀' },
  { name: 'a long path', folder: longPath(6) },
  { name: 'quotes and a percent sign', folder: `a'b "c" %d #e ;f` },
  { name: 'no folder for temporary files', folder: 'data', environment: { TMPDIR: '/nonexistent' } },
  { name: 'no home', folder: 'data', environment: { HOME: '/nonexistent', XDG_CONFIG_HOME: '/nonexistent' } },
]

function run(place: Place, data: string, args: readonly string[]): unknown {
  const environment = { ...process.env, ...place.environment }
  const command = [cliFile, ...args, '--data', data, '--as-of', '2022-06-30', '--json']
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', env: environment })
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stdout}${stderr}`)
  return JSON.parse(stdout)
}

test.each(places)(
  '59: $name',
  (place) => {
    const base = aFolder()
    const data = path.join(base, place.folder)
    const out = path.join(base, `${place.folder} 报送`)
    mkdirSync(out, { recursive: true })
    run(place, data, ['init', '--bureau', '东丽区审计局', '--category', '3', '--year', '2022'])
    run(place, data, ['import', fixture('ledgers/leads-2022.xlsx')])
    run(place, data, ['backup', 'create'])
    run(place, data, ['summary', '--period', '2022Q2', '--out', out, '--formats', 'xlsx,docx,package'])
    expect(run(place, data, ['check'])).toMatchObject({ ok: true, counts: { lead: 6 } })
    tried(1)
  },
  60_000,
)

test('59: a path longer than the store can have is said, and nothing is made of it', () => {
  const data = path.join(aFolder(), longPath(9))
  const args = ['init', '--bureau', '东丽区审计局', '--category', '3', '--year', '2022', '--data', data, '--json']
  const { status, stdout } = spawnSync(process.execPath, [cliFile, ...args], { encoding: 'utf8' })
  const { error } = JSON.parse(stdout) as { readonly error: { readonly code: string; readonly message: string } }
  expect([status, error.code]).toEqual([1, 'folderNotWritable'])
  expect(error.message).toMatch(/\p{Script=Han}/u)
  tried(1)
})
