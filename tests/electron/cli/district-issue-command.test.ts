import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { aFolder, filesBelow, runJson } from '../../builders'

function aDistrictFolder(): string {
  const folder = path.join(aFolder(), 'data')
  const about = ['--bureau', '示例考核办', '--category', '1', '--year', '2022', '--mode', 'district']
  expect(runJson(folder, ['init', ...about]).status).toBe(0)
  return folder
}

describe('district rules, calendar, publish, answer', { timeout: 60_000 }, () => {
  test('packs for everybody are written and named', () => {
    const folder = aDistrictFolder()
    const out = aFolder()
    const rules = runJson<{ path: string }>(folder, ['district', 'rules', '--year', '2022', '--out', out])
    const calendar = runJson<{ path: string }>(folder, ['district', 'calendar', '2022', '2023', '--out', out])
    expect([rules.status, calendar.status]).toEqual([0, 0])
    expect(filesBelow(out)).toEqual([rules.json.path, calendar.json.path].map((file) => path.basename(file)).toSorted())
  })

  test('a refusal is status 1 and leaves nothing; wrong usage is status 2', () => {
    const folder = aDistrictFolder()
    const out = aFolder()
    const refused = (...args: string[]) => runJson<{ error: { code: string } }>(folder, ['district', ...args])
    const about = ['--period', '2022Q2']
    expect(refused('publish', ...about, '--out', out)).toMatchObject({
      status: 1,
      json: { error: { code: 'publishNeedsLock' } },
    })
    expect(refused('receipts', ...about, '--out', out)).toMatchObject({
      status: 1,
      json: { error: { code: 'receiptsNothing' } },
    })
    expect(refused('rules', '--year', '2007', '--out', out)).toMatchObject({
      status: 1,
      json: { error: { code: 'rulesNothing' } },
    })
    expect(refused('answer', 'nobody', '--accept', '--text', '属实')).toMatchObject({
      status: 1,
      json: { error: { code: 'notFound' } },
    })
    for (const args of [
      ['publish', '--period', '2022Q9'],
      ['receipts', ...about],
      ['assign', '--out', out],
      ['answer', 'o1', '--text', '属实'],
      ['answer', 'o1', '--accept', '--reject', '--text', '属实'],
      ['calendar', '--out', out],
      ['rules', '--out', out],
    ])
      expect([args, refused(...args).status]).toEqual([args, 2])
    expect(filesBelow(out)).toEqual([])
  })
})
