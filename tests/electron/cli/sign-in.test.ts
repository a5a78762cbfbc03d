import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readAccountByName, updateAccount } from '../../../db/repositories/accounts'
import { parseArguments, type Arguments } from '../../../electron/cli/arguments'
import { callOfCommand } from '../../../electron/cli/command-calls'
import { runCommandLine } from '../../../electron/cli/run'
import type { Command } from '../../../electron/cli/command'
import { contextOfCommand, runCommand } from '../../../electron/cli/sign-in'
import { writeIntent } from '../../../electron/context'
import { insertLead } from '../../../db/repositories/investment'
import { ok } from '../../../shared/core/result'
import { cliText } from '../../../shared/terms/cli'
import {
  aBureau,
  aFolder,
  aService,
  cliFile,
  codeOf,
  filesBelow,
  fixture,
  leadValues,
  root,
  valueOf,
  writing,
} from '../../builders'

const timeout = 60_000
const versions = { app: '0', electron: '-', electronSource: '-', chromium: '-', node: process.versions.node }
const pins: Readonly<Record<string, string>> = { 管理员01: '2468', 招商组员01: '1357', 只看01: '1111' }

/** A folder whose bureau has a 管理员, a 组员 of 招商 and somebody who only looks. */
async function aFolderWithAccounts(): Promise<string> {
  const folder = aFolder()
  const service = await aBureau({ folder })
  const save = (name: string, isAdmin: boolean, roles: { investment?: 'member' }) =>
    service.call('access.saveAccount', { name, isAdmin, roles, pin: pins[name] ?? null })
  await save('管理员01', true, {})
  await save('招商组员01', false, { investment: 'member' })
  await save('只看01', false, {})
  service.close()
  return folder
}

async function run(folder: string, words: readonly string[], pin: string | null = null) {
  const [printed, remarks]: [string[], string[]] = [[], []]
  const status = await runCommandLine({
    argv: [...words, '--data', folder, '--json'],
    versions,
    jobsFile: path.join(root, 'out/jobs/index.cjs'),
    print: (text) => printed.push(text),
    remark: (text) => remarks.push(text),
    pin: () => Promise.resolve(pin),
  })
  const json = JSON.parse(printed[0] ?? '{}') as { error?: { code: string; params: unknown; message: string } }
  return { status, json, code: json.error?.code, params: json.error?.params }
}

function argumentsOf(words: readonly string[]): Arguments {
  return valueOf(parseArguments(words, String) as never)
}

describe('the command line where people sign in', { timeout }, () => {
  test('without accounts nothing is asked', async () => {
    const folder = aFolder()
    ;(await aBureau({ folder })).close()
    expect((await run(folder, ['check'])).status).toBe(0)
  })

  test('needs a name and a PIN', async () => {
    const folder = await aFolderWithAccounts()
    const refused = async (words: readonly string[], pin: string | null = null) => {
      const { status, code } = await run(folder, words, pin)
      return [status, code]
    }
    expect(await refused(['check'])).toEqual([1, 'pinNotGiven'])
    expect(await refused(['check'], '2468')).toEqual([1, 'pinNotGiven'])
    expect(await refused(['check', '--actor', '管理员01'])).toEqual([1, 'pinNotGiven'])
    expect(await refused(['check', '--actor', '没有的人'], '2468')).toEqual([1, 'accountNotFound'])
    expect(await refused(['check', '--actor', '管理员01'], '9999')).toEqual([1, 'wrongPin'])
    expect(await refused(['workdays', 'list', '2022'])).toEqual([1, 'pinNotGiven'])
    expect(await refused(['check', '--actor', '只看01'], '1111')).toEqual([0, undefined])
  })

  test('may do what the person may do in the window, and is recorded under that name', async () => {
    const folder = await aFolderWithAccounts()
    const as = (name: string, ...words: readonly string[]) => run(folder, [...words, '--actor', name], pins[name])
    const ledger = fixture('ledgers/revenue-2022.xlsx')
    expect(await as('只看01', 'import', ledger)).toMatchObject({ status: 1, params: { need: '组员' } })
    expect(await as('招商组员01', 'import', ledger)).toMatchObject({ status: 1, params: { need: '收入组员' } })
    expect(await as('招商组员01', 'sample', 'load')).toMatchObject({ status: 1, params: { need: '管理员' } })
    const out = aFolder()
    expect(await as('招商组员01', 'summary', '--period', '2022Q3', '--out', out, '--formats', 'package')).toMatchObject(
      { status: 1, params: { need: '组长' } },
    )
    expect((await as('管理员01', 'import', ledger)).status).toBe(0)
    const service = await aService({ folder })
    const actor = service
      .store()
      .connection.prepare("SELECT actor FROM journal_entry WHERE intent = 'tables.import'")
      .pluck()
      .get()
    expect(actor).toBe('管理员01')
  })

  test('the built program takes the PIN from the environment or a line that is piped in', async () => {
    const folder = await aFolderWithAccounts()
    const check = (input: string, env: Readonly<Record<string, string>> = {}) => {
      const args = [cliFile, 'check', '--data', folder, '--actor', '管理员01', '--json']
      const { status, stdout } = spawnSync(process.execPath, args, {
        encoding: 'utf8',
        input,
        env: { ...process.env, ...env },
      })
      return [status, (JSON.parse(stdout) as { error?: { code: string } }).error?.code]
    }
    expect(check('2468\n')).toEqual([0, undefined])
    expect(check('', { SIZHUA_PIN: '2468' })).toEqual([0, undefined])
    expect(check('')).toEqual([1, 'pinNotGiven'])
    expect(check('9999\n')).toEqual([1, 'wrongPin'])
  })

  test('sits out the wait after wrong PINs, which would begin anew with each run', async () => {
    const folder = await aFolderWithAccounts()
    let now = 0
    const service = await aService({ folder, monotonic: () => now })
    const { id = '' } = readAccountByName(service.store().read, '管理员01') ?? {}
    writing(service.store(), (db) => updateAccount(db, id, { failures: 6 }))
    const waits: number[] = []
    const wait = (milliseconds: number) => {
      waits.push(milliseconds)
      now += milliseconds
      return Promise.resolve()
    }
    const args = argumentsOf(['check', '--actor', '管理员01'])
    const signedIn = await contextOfCommand(service.context, args, () => Promise.resolve('2468'), wait)
    expect(waits).toEqual([60_000])
    expect(valueOf(signedIn).caller?.name).toBe('管理员01')
  })

  test('a command about a whole period changes much behind a verified backup; others are stopped (fault 58)', async () => {
    const service = await aBureau()
    writing(service.store(), (db) => {
      for (let index = 0; index < 60; index += 1)
        insertLead(db, leadValues(`l${index}`) as Parameters<typeof insertLead>[1])
    })
    const command: Command = {
      needsStore: true,
      run: (context) =>
        writeIntent(context, 'investment.remove', {}, (_db, store) => {
          store.connection.prepare('DELETE FROM lead').run()
          return ok({ json: {}, text: '' })
        }),
    }
    const refused = await runCommand(command, service.context, argumentsOf(['colleague', 'sync']))
    expect(codeOf(refused as never)).toBe('massChange')
    valueOf((await runCommand(command, service.context, argumentsOf(['district', 'review']))) as never)
    expect(filesBelow(service.folder).filter((name) => name.endsWith('-mass-change.db'))).toHaveLength(1)
  })

  test('every command is judged as a call of the window', () => {
    const named = cliText.usage
      .split(/\n| · /)
      .slice(1)
      .map((line) => line.trim().split(' '))
      .filter(([first = '']) => /^[a-z]+$/.test(first))
    expect(named.length).toBeGreaterThan(40)
    const words = named.map(([first = '', second = '']) => [
      first,
      ...(/^[a-z|]+$/.test(second) ? [second.split('|')[0] ?? ''] : []),
    ])
    expect(words.filter((each) => callOfCommand(argumentsOf(each)) === null)).toEqual([])
    expect(callOfCommand(argumentsOf(['of', 'tomorrow']))).toBeNull()
    expect(callOfCommand(argumentsOf(['district', 'units', 'list']))).toBe('district.units')
    expect(callOfCommand(argumentsOf(['district', 'units', 'import']))).toBe('district.saveUnit')
  })
})
