import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { storeFile } from '../../../db/open'
import type { Assignment } from '../../../shared/assignments/contract'
import type { Failure } from '../../../shared/core/result'
import type { ImportCounts } from '../../../shared/tables/contract'
import {
  aCliFolder,
  aFolder,
  cliFile,
  dumpOfFolder,
  filesBelow,
  fixture,
  runCli,
  runJson,
  sha256Of,
} from '../../builders'

interface Imported {
  readonly kind: string
  readonly sheet: string
  readonly headerRows: readonly number[]
  readonly counts: ImportCounts
  readonly changes: readonly { row: number; key: string; field: string; from: unknown; to: unknown }[]
  readonly rejected: readonly { row: number; column: string; value: string; code: string; message: string }[]
  readonly warnings: readonly { row: number; column: string; code: string; message: string }[]
  readonly skipped: readonly { row: number; reason: string }[]
  readonly applied: boolean
  readonly batchId: string | null
  readonly sheets: readonly Imported[]
  readonly error: Failure & { readonly message: string }
}

function importInto(folder: string, file: string, ...options: readonly string[]) {
  return runJson<Imported>(folder, ['import', fixture(file), ...options])
}

const first = 'assignments/dongli-2022-audit-bureau.xlsx'
const none = { read: 0, added: 0, updated: 0, unchanged: 0, withdrawn: 0, rejected: 0, skipped: 0 }

function assignmentsOf(folder: string): readonly Assignment[] {
  return runJson<readonly Assignment[]>(folder, ['assignments']).json
}

/** Assignments without the file, sheet and row that they came from. */
function contentOf(folder: string) {
  return assignmentsOf(folder)
    .map(({ source: _source, ...assignment }) => assignment)
    .toSorted((left, right) => (left.code < right.code ? -1 : 1))
}

describe('assignments/', () => {
  it('dongli-2022-audit-bureau.xlsx: 16 read, 16 added, the note line skipped; again: 16 unchanged, nothing written', () => {
    const folder = aCliFolder()
    const once = importInto(folder, first)
    expect(once.status).toBe(0)
    expect(once.json).toMatchObject({
      kind: 'assignments',
      headerRows: [3, 4],
      counts: { ...none, read: 16, added: 16, skipped: 1 },
      skipped: [{ row: 21, reason: 'note' }],
      applied: true,
    })
    expect(once.json.batchId).toMatch(/^[\da-f-]{36}$/)
    const before = dumpOfFolder(folder)
    const twice = importInto(folder, first)
    expect(twice.status).toBe(0)
    expect(twice.json).toMatchObject({ counts: { ...none, read: 16, unchanged: 16, skipped: 1 }, batchId: null })
    // Row 34: the same file again changes nothing.
    expect(dumpOfFolder(folder)).toEqual(before)
  }, 20_000)

  it('the .xls and the GB18030 .csv give the same 16 tasks, field by field', () => {
    const contents = [first, first.replace('xlsx', 'xls'), first.replace('xlsx', 'gbk.csv')].map((file) => {
      const folder = aCliFolder()
      expect(importInto(folder, file).json.counts).toEqual({ ...none, read: 16, added: 16, skipped: 1 })
      return contentOf(folder)
    })
    expect(contents[0]).toHaveLength(16)
    expect(contents[1]).toEqual(contents[0])
    expect(contents[2]).toEqual(contents[0])
  }, 30_000)

  it('rev2: 1 added (SR-03), 2 updated (ZS-01, YS-06), 13 unchanged, 1 withdrawn (XM-02); undo restores the dump', () => {
    const folder = aCliFolder()
    importInto(folder, first)
    const before = dumpOfFolder(folder)
    const revised = importInto(folder, 'assignments/dongli-2022-audit-bureau-rev2.xlsx')
    expect(revised.json.counts).toEqual({ ...none, read: 16, added: 1, updated: 2, unchanged: 13, withdrawn: 1 })
    expect(revised.json.changes).toEqual([
      { row: 5, key: 'ZS-01', field: 'target', from: '4', to: '5' },
      { row: 15, key: 'YS-06', field: 'dueOn', from: '2022-04-29', to: '2022-05-13' },
    ])
    const after = assignmentsOf(folder)
    expect(after.find((each) => each.code === 'XM-02')?.status).toBe('withdrawn')
    expect(after.some((each) => each.code === 'SR-03')).toBe(true)

    const undone = runJson<{ reverted: number; keptBecauseEdited: unknown[] }>(folder, [
      'import',
      'undo',
      String(revised.json.batchId),
    ])
    expect(undone.status).toBe(0)
    expect(undone.json.keptBecauseEdited).toEqual([])
    expect(dumpOfFolder(folder)).toEqual(before)
    const again = runJson<Imported>(folder, ['import', 'undo', String(revised.json.batchId)])
    expect([again.status, again.json.error.code]).toEqual([1, 'alreadyUndone'])
  }, 20_000)

  it('undo of the first import after rev2 keeps the three items that rev2 changed, and says so', () => {
    const folder = aCliFolder()
    const batch = importInto(folder, first).json.batchId
    importInto(folder, 'assignments/dongli-2022-audit-bureau-rev2.xlsx')
    const undone = runJson<{ reverted: number; keptBecauseEdited: unknown[] }>(folder, [
      'import',
      'undo',
      String(batch),
    ])
    expect(undone.json.keptBecauseEdited).toHaveLength(3)
    expect(
      assignmentsOf(folder)
        .map((each) => each.code)
        .toSorted(),
    ).toEqual(['SR-03', 'XM-02', 'YS-06', 'ZS-01'])
  }, 20_000)

  const totals: readonly (readonly [string, string, number])[] = [
    ['haizhou-2019-annex1.xlsx', '亿元', 22],
    ['haizhou-2019-annex3.xls', '万元', 58_000],
    ['haizhou-2019-annex4.xls', '万元', 36_870],
    ['haizhou-2019-annex5.xlsx', '万元', 162_000],
  ]
  it.each(totals)(
    '%s: its own row for 区审计局; 14 rows in district mode, together %s %d',
    (file, unit, total) => {
      const about = ['--bureau', '区审计局', '--category', '3', '--year', '2019']
      const own = path.join(aFolder(), 'own')
      runJson(own, ['init', ...about])
      expect(importInto(own, `assignments/${file}`).json.counts).toMatchObject({ read: 1, added: 1 })
      const district = path.join(aFolder(), 'district')
      runJson(district, ['init', ...about, '--mode', 'district'])
      expect(importInto(district, `assignments/${file}`).json.counts).toMatchObject({ read: 14, added: 14 })
      const items = assignmentsOf(district)
      expect(items.reduce((sum, item) => sum + Number(item.target ?? 0), 0)).toBeCloseTo(total, 9)
      expect(new Set(items.filter((item) => item.target !== null).map((item) => item.unit))).toEqual(new Set([unit]))
      const excluded = items.filter((item) => item.status === 'excluded').map((item) => item.responsibleUnit)
      expect(excluded).toEqual(file.includes('annex5') ? ['区发改局', '区财政局'] : [])
    },
    30_000,
  )

  it('haizhou-2019-annex2.xls: 14 units, together 20, 6, 30 and 10 个', () => {
    const folder = path.join(aFolder(), 'district')
    runJson(folder, ['init', '--bureau', '区审计局', '--category', '3', '--year', '2019', '--mode', 'district'])
    expect(importInto(folder, 'assignments/haizhou-2019-annex2.xls').json.counts).toMatchObject({ read: 14 })
    const sums: Record<string, number> = {}
    for (const { indicator, target } of assignmentsOf(folder))
      sums[indicator] = (sums[indicator] ?? 0) + Number(target ?? 0)
    expect(Object.values(sums).toSorted((left, right) => left - right)).toEqual([6, 10, 20, 30])
  }, 20_000)
})

describe('ledgers/', () => {
  it('leads-2022.xlsx: 6 leads; 22.50, 26.25 and 30.00 as of the three days', () => {
    const folder = aCliFolder()
    expect(importInto(folder, 'ledgers/leads-2022.xlsx').json.counts).toEqual({ ...none, read: 6, added: 6 })
    const indicator = (asOf: string) => {
      const { json } = runJson<{ components: { id: string; points: string; inputs: Record<string, string> }[] }>(
        folder,
        ['score', '--year', '2022', '--as-of', asOf],
      )
      const found = json.components.find(({ id }) => id === 'indicator')
      return [found?.inputs['units'], found?.points]
    }
    expect(indicator('2022-06-30')).toEqual(['3', '22.50'])
    expect(indicator('2022-08-31')).toEqual(['3.5', '26.25'])
    expect(indicator('2022-12-31')).toEqual(['4.5', '30.00'])
    expect(importInto(folder, 'ledgers/leads-2022.xlsx').json.counts).toEqual({ ...none, read: 6, unchanged: 6 })
  }, 20_000)

  it('briefs-and-trainings-2022.xlsx: 32.08 and 9.33; with leads and 配合 = 18 the year is 89.42; undo of both batches', () => {
    const folder = aCliFolder()
    const before = dumpOfFolder(folder)
    const { json } = importInto(folder, 'ledgers/briefs-and-trainings-2022.xlsx')
    expect(json.sheets.map(({ kind, counts }) => [kind, counts.added])).toEqual([
      ['briefs', 12],
      ['trainings', 3],
    ])
    const leads = importInto(folder, 'ledgers/leads-2022.xlsx').json.batchId
    const score = runJson<{ total: string; components: { id: string; points: string }[] }>(folder, [
      'score',
      '--year',
      '2022',
      '--as-of',
      '2022-12-31',
      '--set',
      'cooperate=18',
    ])
    expect(score.json.components.map(({ points }) => points)).toEqual(
      expect.arrayContaining(['30.00', '32.08', '9.33', '18.00']),
    )
    expect(score.json.total).toBe('89.42')
    for (const batch of [leads, ...json.sheets.map(({ batchId }) => batchId)]) {
      // Two sheets are one intent: the first undo takes both back.
      const undone = runJson<Imported>(folder, ['import', 'undo', String(batch)])
      expect(undone.status === 0 || undone.json.error.code === 'alreadyUndone').toBe(true)
    }
    expect({ ...dumpOfFolder(folder), manual_score: [] }).toEqual(before)
  }, 20_000)
})

describe('rectification/', () => {
  it.each([
    ['audit-2017-2021.xlsx', 658],
    ['inspection-2021.xlsx', 141],
    ['county-inspection-2021.xlsx', 19],
  ])(
    '%s: kind findings, %d read and added; again unchanged and nothing written; undo restores the dump',
    (file, count) => {
      const folder = aCliFolder()
      const before = dumpOfFolder(folder)
      const once = importInto(folder, `rectification/${file}`)
      expect([once.status, once.json.kind, once.json.applied]).toEqual([0, 'findings', true])
      expect(once.json.counts).toEqual({ ...none, read: count, added: count })
      expect([once.json.rejected, once.json.warnings]).toEqual([[], []])
      const written = dumpOfFolder(folder)
      expect(written['finding']).toHaveLength(count)
      const twice = importInto(folder, `rectification/${file}`, '--kind', 'findings')
      expect(twice.json).toMatchObject({ counts: { ...none, read: count, unchanged: count }, batchId: null })
      expect(dumpOfFolder(folder)).toEqual(written)
      const undone = runJson<Imported>(folder, ['import', 'undo', String(once.json.batchId)])
      expect(undone.status).toBe(0)
      expect(dumpOfFolder(folder)).toEqual(before)
    },
    30_000,
  )
})

describe('bad/', () => {
  it('messy-assignment.xlsx: what is rejected, warned and skipped; --rows valid writes the good rows only', () => {
    const folder = aCliFolder()
    const before = { dump: dumpOfFolder(folder), files: filesBelow(folder) }
    const refused = importInto(folder, 'bad/messy-assignment.xlsx')
    expect(refused.status).toBe(1)
    expect(refused.json).toMatchObject({
      sheet: '分解表',
      headerRows: [5, 6],
      applied: false,
      batchId: null,
      error: { code: 'rowsRejected', params: { count: 2, valid: 14 } },
    })
    expect(refused.json.counts.read).toBe(16)
    expect(refused.json.rejected.map(({ row, column, value }) => [row, column, value])).toEqual([
      [15, '完成时限', '2022-02-30'],
      [18, '任务编号', 'YS-05'],
    ])
    expect(refused.json.warnings.map(({ row, code }) => [row, code])).toEqual([
      [9, 'rowHidden'],
      [22, 'numberApproximate'],
    ])
    expect(refused.json.skipped).toHaveLength(3)
    expect(dumpOfFolder(folder)).toEqual(before.dump)
    // Not even the original is kept of an import that was refused.
    expect(filesBelow(folder)).toEqual(before.files)

    const written = importInto(folder, 'bad/messy-assignment.xlsx', '--rows', 'valid')
    expect(written.status).toBe(0)
    expect(written.json).toMatchObject({ applied: true, counts: { read: 16, added: 14, rejected: 2 } })
    const items = new Map(assignmentsOf(folder).map((item) => [item.source.row, item]))
    expect(items.size).toBe(14)
    expect(
      [...items.values()]
        .filter((item) => item.source.row >= 18 && item.source.row <= 20)
        .every((item) => item.stream !== null),
    ).toBe(true)
    const targets = [...items.values()].map(({ target, unit }) => `${target ?? ''}${unit}`)
    expect(targets).toEqual(expect.arrayContaining(['4个', '12篇', '5万元']))
    const due = [...items.values()].map((item) => `${item.dueOn} ${item.due.precision}`)
    expect(due).toEqual(expect.arrayContaining(['2022-12-31 month', '2022-03-11 day']))
  }, 20_000)

  it.each([
    ['truncated.xlsx', 'fileDamaged'],
    ['not-a-workbook.xlsx', 'fileNotWorkbook'],
    ['page-saved-as.xls', 'fileIsWebPage'],
    ['empty.xlsx', 'fileEmpty'],
    ['bomb.xlsx', 'fileExpandsTooMuch'],
    ['entities.xlsx', 'fileHasEntities'],
  ])(
    '%s is refused as %s, in bounded memory, and nothing is written',
    async (file, code) => {
      const folder = aCliFolder()
      const before = { dump: dumpOfFolder(folder), files: filesBelow(folder) }
      const idle = await peakOf(folder, ['check'])
      const refused = await peakOf(folder, ['import', fixture(`bad/${file}`)])
      expect(refused.status).toBe(1)
      const { error } = JSON.parse(refused.stdout) as Imported
      expect(error.code).toBe(code)
      expect(error.message).toMatch(/数据没有改动|没有读取/)
      expect(error.message).not.toMatch(/Error|at |\/tmp/)
      // Issue 2: less than 300 MB above idle.
      expect(refused.peakMb - idle.peakMb).toBeLessThan(300)
      expect(dumpOfFolder(folder)).toEqual(before.dump)
      expect(filesBelow(folder)).toEqual(before.files)
    },
    30_000,
  )

  it('hostile-cells.xlsx: row 3 rejected cell by cell; row 2 kept as text', () => {
    const folder = aCliFolder()
    const refused = importInto(folder, 'bad/hostile-cells.xlsx')
    expect(refused.status).toBe(1)
    expect(refused.json.rejected.every(({ row }) => row === 3)).toBe(true)
    expect(refused.json.rejected.map(({ value, code }) => [value, code])).toEqual(
      expect.arrayContaining([
        ['火星项目', 'choiceUnknown'],
        ['2022-13-01', 'dateInvalid'],
        ['9.1120110E+17', 'codeScientific'],
      ]),
    )
    expect(importInto(folder, 'bad/hostile-cells.xlsx', '--rows', 'valid').json.counts.added).toBe(1)
    const [kept] = dumpOfFolder(folder)['lead'] ?? []
    expect(String(kept?.['title'])).toMatch(/^[=+@-]/)
  }, 20_000)
})

/** Runs a command and watches the most memory it held. Unit: MB. */
function peakOf(folder: string, args: readonly string[]) {
  return new Promise<{ status: number | null; stdout: string; peakMb: number }>((resolve) => {
    const child = spawn(process.execPath, [cliFile, ...args, '--data', folder, '--json'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let stdout = ''
    let peakMb = 0
    const watch = setInterval(() => {
      peakMb = Math.max(peakMb, highWaterMb(child.pid))
    }, 15)
    child.stdout.on('data', (part: Buffer) => (stdout += part.toString()))
    child.once('close', (status) => {
      clearInterval(watch)
      resolve({ status, stdout, peakMb })
    })
  })
}

function highWaterMb(pid: number | undefined): number {
  try {
    const found = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(found?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

describe('options', () => {
  it('--dry-run shows everything and writes nothing', () => {
    const folder = aCliFolder()
    const before = { file: sha256Of(storeFile(folder)), files: filesBelow(folder) }
    const dry = importInto(folder, first, '--dry-run')
    expect(dry.status).toBe(0)
    expect(dry.json).toMatchObject({ counts: { added: 16 }, applied: false, batchId: null })
    expect(sha256Of(storeFile(folder))).toBe(before.file)
    expect(filesBelow(folder)).toEqual(before.files)
  }, 20_000)

  it.each([
    [['--kind', 'recipes'], 'kindNotSupported'],
    [['--sheet', '没有这张表'], 'sheetNotFound'],
  ])(
    '%j is refused as %s',
    (options, code) => {
      const folder = aCliFolder()
      const refused = importInto(folder, first, ...options)
      expect([refused.status, refused.json.error.code]).toEqual([1, code])
    },
    20_000,
  )

  it('a file that is not there, a folder, and one that is too large are refused by name', () => {
    const folder = aCliFolder()
    const missing = runJson<Imported>(folder, ['import', '/not/there.xlsx'])
    expect([missing.status, missing.json.error.code]).toEqual([1, 'fileNotFound'])
    const directory = runJson<Imported>(folder, ['import', aFolder()])
    expect([directory.status, directory.json.error.code]).toEqual([1, 'fileNotReadable'])
    const large = path.join(aFolder(), 'large.xlsx')
    writeFileSync(large, Buffer.alloc(65 * 1024 * 1024))
    const refused = runJson<Imported>(folder, ['import', large])
    expect([refused.status, refused.json.error.code]).toEqual([1, 'fileTooLarge'])
  }, 20_000)

  it('an unknown batch is refused; without one it is wrong usage', () => {
    const folder = aCliFolder()
    const unknown = runJson<Imported>(folder, ['import', 'undo', 'nothing'])
    expect([unknown.status, unknown.json.error.code]).toEqual([1, 'notFound'])
    expect(runCli(['import', 'undo', '--data', folder]).status).toBe(2)
  }, 20_000)
})
