import { describe, expect, test } from 'vitest'
import { reportedLines } from '../../../electron/exchange/report-lines'
import { reportParts, type ReportParts } from '../../../electron/reports/period'
import { scoreOf, type Score } from '../../../electron/scoring/score'
import type { Assignment } from '../../../shared/assignments/contract'
import { arithmeticFault } from '../../../shared/district/check-arithmetic'
import type { CheckedReturn } from '../../../shared/district/check-model'
import { factsOfLines } from '../../../shared/exchange/line-facts'
import { reportedLineSchema, type ReportedLine } from '../../../shared/exchange/lines'
import type { CellContent } from '../../../shared/reports/model'
import { evaluate } from '../../../shared/scoring/evaluate'
import { periodReportTerms } from '../../../shared/terms/reports'
import { aBureau, day, importOf, valueOf } from '../../builders'
import { sheetOf } from '../../shared/reports/fixture-quarter'

const ledgers = ['leads', 'briefs-and-trainings', 'projects', 'visits', 'revenue']
const quarters = ['2022Q1', '2022Q2', '2022Q3', '2022Q4'] as const

interface Made {
  readonly parts: ReportParts
  readonly lines: readonly ReportedLine[]
  readonly score: Score
  /** As the list of assignments has them on the last day. */
  readonly assignments: readonly Assignment[]
}

/** The bureau with what the district assigned and every ledger of the year, reported quarter by quarter. */
async function aYear(): Promise<ReadonlyMap<string, Made>> {
  const service = await aBureau({ asOf: '2022-12-31' })
  await importOf(service, 'assignments/dongli-2022-audit-bureau.xlsx')
  for (const ledger of ledgers) await importOf(service, `ledgers/${ledger}-2022.xlsx`)
  const assignments = await service.call('assignments.list', { year: 2022, stream: null })
  return new Map(
    quarters.map((period) => {
      const parts = valueOf(reportParts(service.context, service.store(), period))
      const lines = reportedLines(service.context, service.store(), parts, { withContacts: false })
      const score = valueOf(scoreOf(service.store(), 2022, parts.frame.asOf))
      return [period, { parts, lines, score, assignments }]
    }),
  )
}

let made: ReturnType<typeof aYear> | undefined

/** Made once, by the first test that asks. */
async function of(period: string): Promise<Made> {
  made ??= aYear()
  const found = (await made).get(period)
  if (!found) throw new Error(period)
  return found
}

function textOf(cell: CellContent): string | null {
  return cell === null || typeof cell === 'string' ? cell : cell.value
}

/** A cell's number; a dash is none. */
function number(text: string | null | undefined): string | null {
  return text === '—' || text === undefined ? null : text
}

function rateOf(text: string | null | undefined): string {
  const rate = number(text)
  return rate === null ? '' : `${rate}%`
}

/** As the sheet writes it: 开工项目（个）. */
function nameOf({ label, unit }: ReportedLine): string {
  return unit === '' ? label : `${label}（${unit}）`
}

function figure(lines: readonly ReportedLine[], code: string): ReportedLine {
  const line = lines.find(({ key }) => key === `figure/${code}`)
  if (!line) throw new Error(code)
  return line
}

describe('the lines of a package say what its workbook and document say', { timeout: 90_000 }, () => {
  test('every line is what its reader accepts, each key once', async () => {
    for (const period of quarters) {
      const { lines } = await of(period)
      expect(lines.filter((line) => !reportedLineSchema.safeParse(line).success)).toEqual([])
      expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
    }
  })

  test.each(quarters)('%s: every number of 汇总 is a figure line with the same numbers', async (period) => {
    const { parts, lines } = await of(period)
    const figures = lines.filter(({ kind }) => kind === 'figure')
    const rows = sheetOf(parts.report, '汇总').rows.map(({ cells }) => cells.map(textOf))
    const numbered = rows.filter((cells) => [cells[4], cells[5]].some((text) => /^-?[\d.]+$/.test(text ?? '')))
    expect(numbered.length).toBeGreaterThan(18)
    const shown = numbered.map(([, stream, name, target, inPeriod, inYear, rate]) => {
      const line = figures.find((each) => periodReportTerms.streams[each.stream] === stream && nameOf(each) === name)
      // What stands on a day has no number of the period in a line; the sheet says what came in.
      const current = line?.current ?? number(inPeriod)
      const numbers = { name, target: line?.target, current, cumulative: line?.cumulative, rate: line?.rate }
      return { line: numbers, sheet: [name, number(target), number(inPeriod), number(inYear), rateOf(rate)] }
    })
    expect(shown.map(({ line }) => Object.values(line))).toEqual(shown.map(({ sheet }) => sheet))
    expect(figures.filter(({ formula }) => formula === '')).toEqual([])
  })

  test('2022Q3: the fixed codes carry the known numbers of the year', async () => {
    const { lines } = await of('2022Q3')
    expect(figure(lines, 'investment.units')).toMatchObject({
      current: '1.5',
      cumulative: '4.5',
      target: '4',
      rate: '112.5%',
    })
    expect(figure(lines, 'revenue.districtRetained')).toMatchObject({
      current: '1.9',
      cumulative: '4.1',
      target: '5',
      rate: '82%',
    })
    for (const code of [
      'investment.filed',
      'investment.effective',
      'investment.landed',
      'investment.briefs',
      'projects.count',
    ])
      expect(Number(figure(lines, code).cumulative)).toBe(figure(lines, code).parts.length)
  })

  test('each assignment with a target stands under its item code', async () => {
    const { lines, assignments } = await of('2022Q4')
    const expected = assignments.filter(({ target, actual }) => target !== null && actual !== null)
    expect(expected.length).toBeGreaterThan(1)
    for (const { code, target, unit, actual } of expected)
      expect(figure(lines, code)).toMatchObject({ target, unit, cumulative: actual })
  })

  test('the district sums what it was sent: no arithmetic fault in any quarter, carried from one to the next', async () => {
    let before: CheckedReturn['before'] = null
    for (const period of quarters) {
      const { lines, parts } = await of(period)
      const byKey = new Map(lines.map((line) => [line.key, line]))
      const unit = { lines, nil: [], verdicts: new Map(), approved: byKey, before } as unknown as CheckedReturn
      const faults = lines
        .map((line) => arithmeticFault(line, unit, byKey, parts.frame.period))
        .filter((fault) => fault !== null)
      expect({ period, faults }).toEqual({ period, faults: [] })
      before = { period: parts.frame.period, lines: byKey }
    }
  })

  test('the district computes the same score from the lines as the bureau from its records', async () => {
    for (const period of quarters) {
      const { lines, parts, score: own } = await of(period)
      const facts = factsOfLines(lines, { unitNames: ['东丽区审计局'], manual: own.facts.manual })
      const theirs = evaluate(own.scheme, facts, parts.frame.asOf)
      expect({ period, total: theirs.total }).toEqual({ period, total: own.result.total })
      expect(theirs.components.map(({ id, points }) => [id, points])).toEqual(
        own.result.components.map(({ id, points }) => [id, points]),
      )
    }
  })

  test('a file kept with a record counts as its evidence', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    const { id } = await service.call('investment.save', {
      id: null,
      fields: { title: '检测平台', filedOn: day('2022-04-18') },
      allowDuplicate: false,
      expectedUpdatedAt: null,
    })
    await service.call('attachments.add', {
      room: 'investment',
      recordId: id,
      fileName: '报备截图.png',
      bytes: new Uint8Array([1, 2, 3]),
    })
    const parts = valueOf(reportParts(service.context, service.store(), '2022Q2'))
    const lines = reportedLines(service.context, service.store(), parts, { withContacts: false })
    expect(lines.find(({ key }) => key === `lead/${id}`)).toMatchObject({ evidence: 1, enterprise: null })
  })
})
