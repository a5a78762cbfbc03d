import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeReport } from '../../../electron/reports/write-report'
import type { Assignment } from '../../../shared/assignments/contract'
import type { CheckResult } from '../../../shared/district/record'
import { column } from '../../../shared/reports/cells'
import type { Report } from '../../../shared/reports/model'
import type { ScoreResult } from '../../../shared/scoring/result'
import { aFolder, aService, day, filesBelow, fixture, runJson, type Service } from '../../builders'
import { documentText } from '../rectification/document-text'

const period = '2022Q2'
const audit = '东丽区审计局'
const statistics = '东丽区统计局'

/** A data folder that the command line works on, as of the end of the quarter. */
class Place {
  readonly folder = path.join(aFolder(), 'data')

  constructor(name: string, ...mode: readonly string[]) {
    this.run('init', '--bureau', name, '--category', '3', '--year', '2022', ...mode)
  }

  /** Runs a command that must succeed; what it says as JSON. */
  run(...args: readonly string[]): unknown {
    const { status, json, stderr } = runJson<unknown>(this.folder, [
      ...args,
      '--as-of',
      '2022-06-30',
      '--actor',
      '经办人',
    ])
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr} ${JSON.stringify(json)}`)
    return json
  }

  /** The same store behind the window's calls, closed again afterwards. */
  async inWindow<T>(work: (service: Service) => Promise<T>): Promise<T> {
    const service = await aService({ folder: this.folder, asOf: '2022-06-30', actor: '经办人' })
    try {
      return await work(service)
    } finally {
      service.close()
    }
  }
}

/** 招商引资任务 of the year over both units. Source: layout A2. */
async function taskTable(): Promise<string> {
  const asOf = day('2022-03-01')
  const cells = (values: readonly string[]) => ({ kind: 'data' as const, cells: values })
  const report: Report = {
    kind: 'issuedTable',
    bureau: '',
    subject: '',
    periodLabel: '2022',
    period: { start: asOf, end: asOf },
    asOf,
    preparedOn: asOf,
    sheets: [
      {
        name: '附件1',
        title: '2022年招商引资任务分解表',
        heading: [],
        columns: [
          column('序号', 'integer', 6),
          column('责任单位', 'text', 20),
          column('招商引资任务（个）', 'decimal', 20),
          column('备注', 'text', 20),
        ],
        rows: [cells(['1', audit, '4', '']), cells(['2', statistics, '3', '']), cells(['', '合计', '7', ''])],
        notes: [],
        footer: [],
        isContent: true,
      },
    ],
    document: null,
    warnings: [],
    checkCode: '',
  }
  const file = path.join(aFolder(), '任务.xlsx')
  writeFileSync(file, await writeReport('xlsx', report))
  return file
}

/** The file for a unit in what a command wrote. */
function fileFor(folder: string, unit: string): string {
  const found = filesBelow(folder).find((name) => name.startsWith(unit))
  if (found === undefined) throw new Error(`nothing for ${unit}: ${filesBelow(folder).join()}`)
  return path.join(folder, found)
}

interface Ranked {
  readonly categories: readonly {
    readonly category: number
    readonly ranks: readonly { readonly unit: string; readonly score: string | null; readonly rank: number | null }[]
  }[]
}

const standingOf = (bureau: Place) => bureau.inWindow((service) => service.call('exchange.standing', { period }))

describe('from the tasks to the published place (acceptance 1)', { timeout: 240_000 }, () => {
  test('two bureaus and the district as three data folders; every number is found again at each station', async () => {
    const district = new Place('东丽区合作交流办', '--mode', 'district')
    const bureaus: Readonly<Record<string, Place>> = { [audit]: new Place(audit), [statistics]: new Place(statistics) }
    const first = bureaus[audit]
    const second = bureaus[statistics]
    if (!first || !second) throw new Error('two bureaus')

    // The district knows its units and parts the table.
    const list = path.join(aFolder(), '单位名册.csv')
    writeFileSync(list, `单位名称,考核对象类别,联系人\n${audit},第三类,承办人01\n${statistics},第三类,承办人02\n`)
    district.run('district', 'units', 'import', list)
    district.run('district', 'period', period, '--due', '2022-06-30')
    const assigned = district.run('district', 'assign', await taskTable(), '--out', aFolder()) as {
      folder: string
      files: number
      totals: { stated: string; found: string }[]
    }
    expect(assigned).toMatchObject({ files: 2, unknown: [], totals: [{ stated: '7', found: '7', isEqual: true }] })

    // Each bureau takes its own tasks, and no other's.
    for (const [unit, target] of [
      [audit, '4'],
      [statistics, '3'],
    ] as const) {
      const taken = bureaus[unit]?.run('package', 'accept', fileFor(assigned.folder, unit), '--trust-new')
      expect(taken).toMatchObject({ kind: 'assignments', counts: { added: 1 }, applied: true })
      const tasks = bureaus[unit]?.run('assignments') as Assignment[] | undefined
      expect(tasks).toMatchObject([{ target, unit: '个' }])
    }
    const other = runJson(second.folder, [
      'package',
      'accept',
      fileFor(assigned.folder, audit),
      '--as-of',
      '2022-06-30',
    ])
    expect(other).toMatchObject({ status: 1, json: { error: { code: 'packageWrongUnit' } } })

    // Work is recorded and reported. Three indicators by 30 June give 22.50 (see the fixture).
    first.run('import', fixture('ledgers/leads-2022.xlsx'))
    second.run('import', fixture('ledgers/briefs-and-trainings-2022.xlsx'), '--rows', 'valid')
    const inbox = aFolder()
    first.run('summary', '--period', period, '--formats', 'package', '--out', inbox)
    second.run('summary', '--period', period, '--formats', 'package', '--out', inbox)
    const received = district.run('district', 'accept', inbox, '--period', period, '--trust-new')
    expect(received).toMatchObject({ expected: 2, onTime: 2, late: 0, missing: 0, rejected: [] })

    // Two leads without evidence are returned with the reason that the check gives.
    const checks = district.run('district', 'check', '--period', period) as CheckResult[]
    const missing = checks.filter(({ code, unit }) => code === 'evidenceMissing' && unit === audit)
    const [one, two] = missing.filter(({ lineKey }) => lineKey?.startsWith('lead/') ?? false)
    if (!one?.lineKey || !two?.lineKey) throw new Error('two leads without evidence')
    const returnedKeys = [one.lineKey, two.lineKey].toSorted()
    for (const check of checks) {
      const decision = check === one || check === two ? 'adopted' : 'dismissed'
      district.run(
        'district',
        'decide',
        '--period',
        period,
        '--check',
        check.key,
        '--decision',
        decision,
        '--reason',
        '已核实',
      )
    }
    district.run('district', 'review', '--period', period, '--done')
    const receipts = district.run('district', 'receipts', '--period', period, '--out', aFolder()) as {
      folder: string
      files: number
    }
    expect(receipts.files).toBe(2)

    // The bureau sees the two rows with their reasons, adds the evidence and reports again.
    const taken = first.run('package', 'accept', fileFor(receipts.folder, audit))
    expect(taken).toMatchObject({ kind: 'receipt', counts: { returned: 2 } })
    const standing = await standingOf(first)
    const red = standing.lines.filter(({ verdict }) => verdict === 'returned')
    expect(red.map(({ key }) => key).toSorted()).toEqual(returnedKeys)
    for (const { reason } of red) expect(reason).not.toBe('')
    expect(standing.sent).toMatchObject({ edition: 1 })
    await first.inWindow(async (service) => {
      for (const key of returnedKeys) {
        const recordId = key.slice('lead/'.length)
        const bytes = new TextEncoder().encode(`接收单位回复 ${recordId}`)
        await service.call('attachments.add', { room: 'investment', recordId, fileName: '回复.txt', bytes })
      }
    })
    const again = aFolder()
    const v2 = first.run('summary', '--period', period, '--formats', 'package', '--out', again) as {
      files: { edition: number }[]
    }
    expect(v2.files).toMatchObject([{ edition: 2 }])
    expect(district.run('district', 'accept', again, '--period', period)).toMatchObject({ taken: 1, rejected: [] })

    // What changed waits for a person again; then the period is locked and ranked.
    expect(runJson(district.folder, ['district', 'lock', '--period', period]).status).toBe(1)
    for (const line of returnedKeys)
      district.run('district', 'decide', '--period', period, '--unit', audit, '--line', line, '--verdict', 'accepted')
    for (const { key, decision } of district.run('district', 'check', '--period', period) as CheckResult[])
      if (decision === null)
        district.run(
          'district',
          'decide',
          '--period',
          period,
          '--check',
          key,
          '--decision',
          'dismissed',
          '--reason',
          '已核实',
        )
    district.run('district', 'lock', '--period', period)
    const ranked = district.run('district', 'rank', '--period', period) as Ranked
    const places = new Map(ranked.categories.flatMap(({ ranks }) => ranks).map((each) => [each.unit, each]))

    // The district computes from the lines what each bureau computes from its records.
    const own: Record<string, ScoreResult> = {}
    for (const unit of [audit, statistics]) {
      const score = bureaus[unit]?.run('score', '--year', '2022') as ScoreResult | undefined
      if (!score) throw new Error(unit)
      own[unit] = score
      expect(places.get(unit)?.score).toBe(score.total)
    }
    expect(own[audit]?.components.find(({ id }) => id === 'indicator')?.points).toBe('22.50')

    // What is published is what was ranked, on paper and in the receipts.
    const out = aFolder()
    const published = district.run('district', 'publish', '--period', period, '--out', out) as {
      checkCode: string
      version: number
      files: { path: string }[]
    }
    expect(published).toMatchObject({ version: 1, kind: 'trial', changes: [] })
    const text = await documentText(published.files[0]?.path ?? '')
    for (const [unit, { score, rank }] of places) {
      const at = text.indexOf(unit)
      expect(text.slice(at - 1, at + 2)).toEqual([String(rank), unit, score])
    }
    expect(text.join('\n')).toContain(`核对码：${published.checkCode}`)
    const last = district.run('district', 'receipts', '--period', period, '--out', aFolder()) as { folder: string }
    for (const unit of [audit, statistics]) {
      const bureau = bureaus[unit]
      if (!bureau) throw new Error(unit)
      bureau.run('package', 'accept', fileFor(last.folder, unit))
      const { receipt, counts } = await standingOf(bureau)
      expect(receipt).toMatchObject({ total: places.get(unit)?.score, rank: { place: places.get(unit)?.rank, of: 2 } })
      expect(receipt?.ownTotal).toBe(own[unit]?.total)
      expect(counts).toMatchObject({ returned: 0, adjusted: 0 })
    }
    // An objection goes out with the next edition, comes in although the period is locked, and is answered.
    const objection = await second.inWindow((service) =>
      service.call('exchange.saveObjection', { period, lineKey: null, text: '培训次数少计一次' }),
    )
    const protest = aFolder()
    second.run('summary', '--period', period, '--formats', 'package', '--out', protest)
    expect(district.run('district', 'accept', protest, '--period', period)).toMatchObject({ taken: 1 })
    expect(district.run('district', 'objections', '--period', period)).toMatchObject([
      { id: objection.id, unit: statistics, text: '培训次数少计一次', isAccepted: null },
    ])
    district.run('district', 'answer', objection.id, '--reject', '--text', '签到表上没有')
    const final = district.run('district', 'publish', '--period', period, '--final', '--note', '异议期满')
    expect(final).toMatchObject({ version: 2, kind: 'final', objectionsUntil: null, changes: [] })
    const closing = district.run('district', 'receipts', '--period', period, '--out', aFolder()) as { folder: string }
    const answered = second.run('package', 'accept', fileFor(closing.folder, statistics))
    expect(answered).toMatchObject({ counts: { answers: 1 } })
    expect((await standingOf(second)).receipt).toMatchObject({ isFinal: true, total: places.get(statistics)?.score })

    // Nothing but what was sent has left or entered.
    const sent = await district.inWindow((service) => service.call('exchange.sent', {}))
    expect(sent.map(({ kind, toUnit, edition }) => `${kind} ${toUnit} ${edition}`).toSorted()).toEqual(
      [audit, statistics]
        .flatMap((unit) => [`assignments ${unit} 1`, `receipt ${unit} 1`, `receipt ${unit} 2`, `receipt ${unit} 3`])
        .toSorted(),
    )
  })
})
