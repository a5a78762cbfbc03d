import { expect, it } from 'vitest'
import { aCliFolder, fixture, runCli, runJson } from '../../builders'

interface TaskJson {
  readonly code: string
  readonly stream: string
  readonly title: string
  readonly periodStart: string | null
  readonly periodEnd: string | null
  readonly dueOn: string | null
  readonly submitBy: string | null
  readonly submittedOn: string | null
  readonly state: string
  readonly lateDays: number | null
}

const asOf = ['--as-of', '2022-06-22']

function aFolderWithTasks(): string {
  const folder = aCliFolder()
  const imported = runJson(folder, ['import', fixture('assignments/dongli-2022-audit-bureau.xlsx'), ...asOf])
  expect(imported.status).toBe(0)
  return folder
}

it('tasks: one per occurrence of the year; a span leaves out those without a day', () => {
  const folder = aFolderWithTasks()
  const all = runJson<readonly TaskJson[]>(folder, ['tasks', ...asOf])
  expect([all.status, all.json.length, all.json.filter(({ dueOn }) => dueOn === null).length]).toEqual([0, 88, 1])
  const june = runJson<readonly TaskJson[]>(folder, ['tasks', '--from', '2022-06-01', '--to', '2022-06-25', ...asOf])
  expect(june.json).toHaveLength(2)
  expect(june.json[0]).toMatchObject({
    code: 'YS-07',
    stream: 'environment',
    title: '报送季度工作总结（二季度）',
    periodStart: '2022-04-01',
    periodEnd: '2022-06-30',
    dueOn: '2022-06-25',
    submitBy: '2022-06-24',
    submittedOn: null,
    state: 'notStarted',
    lateDays: null,
  })
  // The readable table says the moved day in words.
  const read = runCli(['tasks', '--from', '2022-06-01', '--to', '2022-06-25', ...asOf, '--data', folder])
  expect(read.stdout).toContain('6月24日（原6月25日，周六）')
}, 60_000)

it('tasks: a day that is none is wrong usage', () => {
  const folder = aFolderWithTasks()
  const { status, stderr } = runJson(folder, ['tasks', '--from', '2022-06-31', ...asOf])
  expect(status).toBe(2)
  expect(stderr).toContain('用法')
}, 60_000)
