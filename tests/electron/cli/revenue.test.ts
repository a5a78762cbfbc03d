import { expect, it, test, vi } from 'vitest'
import { aCliFolder, fixture, runCli, runJson } from '../../builders'

// Each command is a program that starts; on a busy machine three of them take longer than the usual limit.
vi.setConfig({ testTimeout: 30_000 })

const importLedger = (folder: string) => runJson(folder, ['import', fixture('ledgers/revenue-2022.xlsx')])

it('revenue-2022.xlsx: 4.1 of 5万元 is 82%, gross 8.2 (fixtures README)', () => {
  const folder = aCliFolder()
  expect(importLedger(folder)).toMatchObject({
    status: 0,
    json: { kind: 'revenue', counts: { added: 5, rejected: 0 } },
  })
  expect(runJson(folder, ['revenue', 'progress', '--year', '2022'])).toMatchObject({
    status: 0,
    json: { targetFen: 5_000_000, bookedDistrictRetainedFen: 4_100_000, bookedGrossFen: 8_200_000, rate: '82%' },
  })
})

it('knows the target of the rule pack before the 任务分解表 is there', () => {
  const folder = aCliFolder()
  expect(runJson(folder, ['revenue', 'progress', '--year', '2022'])).toMatchObject({
    status: 0,
    json: { targetFen: 5_000_000, bookedDistrictRetainedFen: 0, bookedGrossFen: 0, rate: '0%' },
  })
})

it('says it in words for people', () => {
  const folder = aCliFolder()
  importLedger(folder)
  expect(runCli(['revenue', 'progress', '--data', folder]).stdout).toContain('2022年 区留成\t4.1万元 / 5万元\t82%')
})

it('obeys --as-of', () => {
  const folder = aCliFolder()
  importLedger(folder)
  expect(runJson(folder, ['revenue', 'progress', '--year', '2022', '--as-of', '2022-06-30'])).toMatchObject({
    json: { bookedDistrictRetainedFen: 2_200_000, bookedGrossFen: 4_400_000, rate: '44%' },
  })
})

test.each([[['revenue']], [['revenue', 'nonsense']], [['revenue', 'progress', '--year', 'x']]])(
  '%j is wrong usage',
  (args) => {
    expect(runCli([...args, '--data', aCliFolder()]).status).toBe(2)
  },
)
