import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { aCliFolder, aFolder, runCli, runJson } from '../../builders'

interface Conflicts {
  readonly id: string
  readonly fieldLabel: string
  readonly sides: readonly { readonly text: string }[]
}

/** Takes a package over as a person who has compared the fingerprint. */
function accept(folder: string, file: string): void {
  expect(runJson(folder, ['package', 'accept', file, '--trust-new']).status).toBe(0)
}

function send(folder: string, out: string): string {
  const { status, json, stderr } = runJson<{ path: string }>(folder, ['colleague', 'send', '--out', out])
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return json.path
}

test('two data folders: send, accept, shared folder, conflict, decision', { timeout: 120_000 }, () => {
  const [left, right, out, shared] = [aCliFolder(), aCliFolder(), aFolder(), aFolder()]
  accept(right, send(left, out))
  accept(left, send(right, out))
  const given = ['score', '--year', '2022', '--stream', 'investment']
  expect(runJson(left, [...given, '--set', 'cooperate=18', '--as-of', '2022-12-31']).status).toBe(0)
  expect(runJson(right, [...given, '--set', 'cooperate=19', '--as-of', '2022-12-31']).status).toBe(0)
  for (const folder of [left, right, left]) {
    const { json, status } = runJson<{ refused: unknown[] }>(folder, ['colleague', 'sync', '--folder', shared])
    expect([status, json.refused]).toEqual([0, []])
  }
  const { json: conflicts } = runJson<Conflicts[]>(left, ['colleague', 'conflicts'])
  expect(conflicts.map(({ fieldLabel, sides }) => [fieldLabel, sides.map(({ text }) => text).toSorted()])).toEqual([
    ['分值', ['18', '19']],
  ])
  const id = conflicts[0]?.id ?? ''
  expect(runJson(left, ['colleague', 'decide', id, '--side', '1']).status).toBe(0)
  for (const folder of [left, right]) expect(runJson(folder, ['colleague', 'sync']).status).toBe(0)
  expect(runJson(right, ['colleague', 'conflicts']).json).toEqual([])
  expect(runJson(right, ['colleague', 'devices']).json).toMatchObject([{}, {}])
  expect(readdirSync(shared).every((name) => path.extname(name) === '.zip')).toBe(true)
  expect(runJson(right, ['colleague', 'decide', id, '--side', '0'])).toMatchObject({
    status: 1,
    json: { error: { code: 'conflictGone' } },
  })
  expect(runCli(['colleague', 'decide', '--data', right]).status).toBe(2)
})
