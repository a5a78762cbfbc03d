import { describe, expect, test } from 'vitest'
import { assignment } from '../../db/schema/assignments'
import { brief } from '../../db/schema/briefs'
import { demand, visit } from '../../db/schema/environment'
import { lead } from '../../db/schema/investment'
import { project } from '../../db/schema/projects'
import { finding, rectProgram } from '../../db/schema/rectification'
import { enterprise, enterpriseLink, person } from '../../db/schema/registry'
import { revenueEntry } from '../../db/schema/revenue'
import { task } from '../../db/schema/assignments'
import type { WriteDb } from '../../db/access'
import { parseArguments } from '../../electron/cli/arguments'
import { projectsCommand } from '../../electron/cli/projects-command'
import { scoreCommand, tasksCommand } from '../../electron/cli/query-commands'
import { rectificationCommand } from '../../electron/cli/rectification-command'
import { revenueCommand } from '../../electron/cli/revenue-command'
import { visitsCommand } from '../../electron/cli/visits-command'
import type { Command } from '../../electron/cli/command'
import { emptyTaskRecord } from '../../shared/assignments/task-life'
import { addDays, quarterOf } from '../../shared/core/dates'
import { fen, formatMoney, type Fen } from '../../shared/core/money'
import { addPoints, formatExact, points } from '../../shared/core/points'
import type { RectificationCard } from '../../shared/home/contract'
import { leadClasses } from '../../shared/investment/record'
import { emptyProject } from '../../shared/projects/empty-project'
import { projectStages } from '../../shared/projects/record'
import { emptyFinding, emptyProgram, unclaimedWay } from '../../shared/rectification/empty-records'
import { noFindingFilter } from '../../shared/rectification/finding-rows'
import { findingStates } from '../../shared/rectification/record'
import { statusOfState } from '../../shared/rectification/status'
import { emptyEntry } from '../../shared/revenue/empty-entry'
import { revenueStatuses } from '../../shared/revenue/record'
import { aBureau, aService, day, importOf, leadValues, valueOf, writing, type Service } from '../builders'

const asOf = day('2022-08-31')
const now = '2022-08-31T09:00:00+08:00'

/** A small seeded generator, so that a failing state can be made again. */
function randomOf(seed: number) {
  let state = seed * 2_654_435_761
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (count: number): number => Math.floor(next() * count)
  return {
    upTo,
    chance: (share: number): boolean => next() < share,
    dayOf2022: () => addDays(day('2022-01-01'), upTo(300)),
    pick: <T>(of: readonly T[]): T => of[upTo(of.length)] as T, // an index below the length
  }
}

async function answerOf(service: Service, command: Command, ...words: string[]): Promise<Record<string, unknown>> {
  const args = parseArguments(words, (name) => name)
  if (!args.ok) throw new Error('usage')
  const outcome = await command.run(service.context, args.value)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value.json as Record<string, unknown> // what the command prints
}

/** Figures of the report's draft by their place. */
async function reportFigures(service: Service, period: string): Promise<ReadonlyMap<string, string>> {
  const { sections } = await service.call('reports.preview', { period })
  return new Map(
    sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'paragraph'
          ? block.sentences.flatMap(({ parts }) =>
              parts.flatMap(({ figure, text }) => (figure ? [[figure.place, text] as const] : [])),
            )
          : [],
      ),
    ),
  )
}

/** Every total that more than one place shows has to be the same in all of them. */
async function expectAgreement(service: Service): Promise<void> {
  const today = service.context.today()
  const period = `2022Q${quarterOf(today)}`
  const { cards, rectification } = await service.call('home.overview', {})
  const card = (stream: string) => cards.find((each) => each.stream === stream)
  const report = await reportFigures(service, period)
  await expectRevenue(service, card('revenue'), report)
  await expectProjects(service, card('projects'), report)
  await expectVisits(service, period, report)
  await expectDuties(service, card('environment'), report)
  await expectScore(service, card('investment'), report)
  await expectRectification(service, rectification)
}

type Card = Awaited<ReturnType<typeof cardOf>>
async function cardOf(service: Service) {
  return (await service.call('home.overview', {})).cards[0]
}

function sumOf(amounts: readonly (number | null)[]): Fen {
  const sum = fen(amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0))
  if (sum === null) throw new Error('sum')
  return sum
}

async function expectRevenue(service: Service, card: Card, report: ReadonlyMap<string, string>): Promise<void> {
  const filter = { text: '', statuses: [], sources: [], year: 2022, month: null }
  const sort = { by: 'bookedOn', descending: false } as const
  const { rows } = await service.call('revenue.list', { filter, sort, offset: 0, limit: 200 })
  const listed = sumOf(rows.filter(({ counts }) => counts).map(({ entry }) => entry.districtRetained))
  const command = await answerOf(service, revenueCommand, 'revenue', 'progress', '--year', '2022')
  const text = formatMoney(listed, 'tenThousand')
  expect(command['bookedDistrictRetainedFen']).toBe(listed)
  expect(card?.progress?.actual).toBe(text)
  expect(card?.progress?.rate).toBe(command['rate'])
  expect(report.get('revenue.booked.retainedInYear') ?? '0').toBe(text)
  const { bySource } = await service.call('revenue.progress', { year: 2022 })
  expect(sumOf(bySource.map(({ districtRetainedFen }) => districtRetainedFen))).toBe(listed)
}

async function expectProjects(service: Service, card: Card, report: ReadonlyMap<string, string>): Promise<void> {
  const filter = { text: '', stages: [], bands: [], isAboveHundredMillion: false, pool: 'all', lights: [] } as const
  const { rows } = await service.call('projects.list', {
    filter: { ...filter, stages: [], bands: [], lights: [] },
    sort: { by: 'name', descending: false },
    offset: 0,
    limit: 200,
  })
  const { bands } = (await answerOf(service, projectsCommand, 'projects', 'bands')) as { bands: Record<string, number> }
  for (const band of ['below500', 'from500', 'from5000'] as const) {
    const listed = rows.filter((row) => row.band === band).length
    expect(bands[band]).toBe(listed)
    expect(report.get(`projects.total.${band}`) ?? '0').toBe(String(listed))
  }
  const planned = rows.filter(({ project: { annualPlan } }) => annualPlan !== null)
  const plan = sumOf(planned.map((row) => row.project.annualPlan))
  if (plan === 0) return expect(card?.progress ?? null).toBeNull()
  const invested = formatMoney(sumOf(planned.map((row) => row.project.investedYtd)), 'tenThousand')
  expect(card?.progress).toMatchObject({ actual: invested, target: formatMoney(plan, 'tenThousand') })
  expect(report.get('projects.invested.invested')).toBe(invested)
  expect(report.get('projects.invested.percent')).toBe(card?.progress?.rate)
}

async function expectVisits(service: Service, period: string, report: ReadonlyMap<string, string>): Promise<void> {
  const command = await answerOf(service, visitsCommand, 'visits', 'coverage', '--quarter', period)
  const { coverage } = await service.call('environment.matrix', { period })
  const { rows } = await service.call('environment.visits', {
    filter: { text: '', from: day('2022-07-01'), to: asOf, enterpriseId: null, personId: null, modes: [] },
    sort: { by: 'visitedOn', descending: false },
    offset: 0,
    limit: 200,
  })
  const listed = new Set(rows.map((row) => row.visit.enterpriseId)).size
  expect([command['visited'], coverage.visited]).toEqual([listed, listed])
  expect(command['missing']).toEqual(coverage.missing.map(({ name }) => name))
  if (report.has('environment.visits.visited')) expect(report.get('environment.visits.visited')).toBe(String(listed))
}

async function expectDuties(service: Service, card: Card, report: ReadonlyMap<string, string>): Promise<void> {
  const { duties } = await service.call('environment.duties', { year: 2022 })
  const sum = (key: 'expected' | 'submitted'): number => duties.reduce((total, duty) => total + duty[key], 0)
  const listed = (await answerOf(service, tasksCommand, 'tasks')) as unknown as readonly {
    stream: string
    state: string
    submittedOn: string | null
    dueOn: string | null
  }[]
  const own = listed.filter(({ stream, state }) => stream === 'environment' && state !== 'cancelled')
  const submitted = own.filter(({ submittedOn }) => submittedOn !== null).length
  const expected = own.filter(({ submittedOn, dueOn }) => submittedOn !== null || (dueOn ?? '9999') <= asOf).length
  expect([sum('expected'), sum('submitted')]).toEqual([expected, submitted])
  if (expected > 0) expect(card?.progress).toMatchObject({ actual: String(submitted), target: String(expected) })
  expect(report.get('environment.duties.submitted') ?? '0').toBe(String(submitted))
}

async function expectScore(service: Service, card: Card, report: ReadonlyMap<string, string>): Promise<void> {
  const evaluated = await service.call('scoring.evaluate', { year: 2022, stream: 'investment', asOf: null })
  const command = await answerOf(service, scoreCommand, 'score', '--year', '2022')
  const filter = { text: '', states: [], classes: [], year: 2022 }
  const sort = { by: 'filedOn', descending: false } as const
  const { rows } = await service.call('investment.list', { filter, sort, offset: 0, limit: 200 })
  const units = formatExact(rows.reduce((sum, row) => addPoints(sum, points(row.units ?? '0')), points(0)))
  const total = evaluated.result?.total
  expect(command['total']).toBe(total)
  expect(card?.score?.points).toBe(total)
  expect(card?.progress?.actual).toBe(units)
  expect(report.get('investment.indicator.units')).toBe(units)
  expect(report.get('investment.total.total')).toBe(total)
}

/** 整改台账: the home's line, the statistics, the programmes, the list and the command line count the same findings. */
async function expectRectification(service: Service, card: RectificationCard | null): Promise<void> {
  const asked = { filter: noFindingFilter, by: 'program', rate: null } as const
  const { total, groups } = await service.call('rectification.statistics', asked)
  const { rows, all } = await service.call('rectification.list', {
    filter: noFindingFilter,
    sort: { by: 'position', descending: false },
    offset: 0,
    limit: 500,
  })
  expect(total.total).toBe(all)
  if (all === 0) return expect(card).toBeNull()
  const { open, overdue, rate, fraction } = total
  expect(card).toMatchObject({ open, overdue, rate, fraction })
  expect(`${card?.done}/${card?.total}`).toBe(fraction)
  expect(rows.filter(({ timeliness }) => timeliness === 'overdue')).toHaveLength(overdue)
  expect(rows.filter(({ state }) => state === 'awaitingDetermination')).toHaveLength(card?.awaiting ?? -1)
  const programs = await service.call('rectification.programs', {})
  const ofProgram = new Map(programs.map((program) => [program.title, program]))
  for (const group of groups)
    expect(ofProgram.get(group.label)).toMatchObject({
      findings: group.total,
      fraction: group.fraction,
      overdue: group.overdue,
    })
  const command = await answerOf(service, rectificationCommand, 'rectification', 'stats')
  expect(command).toMatchObject({ total: { open, overdue, rate, fraction } })
}

/** Findings wherever they may stand, of programmes that count in their own way. */
function writeFindings(db: WriteDb, random: ReturnType<typeof randomOf>, mark: Mark): void {
  const sources = ['municipalInspection', 'districtAudit'] as const
  for (const source of sources) {
    const programId = `g${source}`
    const rateRule = {
      mode: random.pick(['halfUp', 'truncate'] as const),
      decimals: 1,
      countsReferred: random.chance(0.5),
    } as const
    db.insert(rectProgram)
      .values({ ...emptyProgram(source), ...mark, id: programId, title: source, rateRule, noticeText: '' })
      .run()
    for (let index = random.upTo(12); index > 0; index -= 1) {
      const dueOn = random.chance(0.2) ? null : random.dayOf2022()
      const state = random.pick(findingStates)
      const status = statusOfState(state) ?? random.pick(['inProgress', 'notDone', 'promoted'] as const)
      const way = { ...emptyFinding('audit'), ...unclaimedWay, ...mark, state, status, dueOn, originalDueOn: dueOn }
      db.insert(finding)
        .values({ ...way, id: `${programId}${index}`, programId, position: index, title: `问题${index}` })
        .run()
    }
  }
}

interface Mark {
  readonly isSample: boolean
  readonly createdAt: string
  readonly updatedAt: string
  readonly batchId: null
  readonly sourceRow: null
}

const cleared = [
  finding,
  rectProgram,
  demand,
  visit,
  enterpriseLink,
  enterprise,
  person,
  project,
  revenueEntry,
  lead,
  brief,
  task,
]

/** Other records in place of the present ones; the assignments stay. */
function writeState(db: WriteDb, seed: number, assignmentIds: readonly string[]): void {
  const random = randomOf(seed)
  for (const table of cleared) db.delete(table).run()
  const mark = { isSample: false, createdAt: now, updatedAt: now, batchId: null, sourceRow: null }
  const people = Array.from({ length: 1 + random.upTo(5) }, (_, index) => `p${index}`)
  for (const id of people)
    db.insert(person)
      .values({ id, name: `包联干部${id}`, isSample: false })
      .run()
  const enterprises = Array.from({ length: 1 + random.upTo(8) }, (_, index) => `e${index}`)
  for (const id of enterprises) {
    const blank = { creditCode: '', street: '', scale: '', industry: '', contact: '', phone: '', remark: '' }
    db.insert(enterprise)
      .values({ ...mark, ...blank, id, name: `企业${id}`, nameKey: id })
      .run()
    const link = { id: `l${id}`, enterpriseId: id, personId: random.pick(people), startedOn: null, endedOn: null }
    db.insert(enterpriseLink)
      .values({ ...link, isSample: false })
      .run()
  }
  for (let index = random.upTo(30); index > 0; index -= 1) {
    const whom = { enterpriseId: random.pick(enterprises), personId: random.pick(people) }
    const about = { mode: random.pick(['onsite', 'phone', 'online']), visitors: '', topics: '' }
    const visitedOn = addDays(day('2022-01-01'), random.upTo(243))
    db.insert(visit)
      .values({ ...mark, ...whom, ...about, id: `v${index}`, visitedOn })
      .run()
  }
  for (let index = random.upTo(12); index > 0; index -= 1) {
    const amount = (): Fen | null => (random.chance(0.2) ? null : fen(random.upTo(7_000) * 1_000_000))
    const name = `项目${index}`
    db.insert(project)
      .values({
        ...emptyProject,
        ...mark,
        id: `x${index}`,
        name,
        owner: '',
        ownerKey: '',
        stage: random.pick(projectStages),
        totalInvestment: amount(),
        annualPlan: amount(),
        investedYtd: amount(),
        enterPoolOn: '2022-01-05',
        leavePoolOn: random.chance(0.2) ? '2022-06-01' : null,
      })
      .run()
  }
  for (let index = random.upTo(15); index > 0; index -= 1) {
    const status = random.pick(revenueStatuses)
    const isBooked = status === 'booked' || status === 'reversed'
    const gross = fen((random.upTo(100) - 10) * 10_000)
    db.insert(revenueEntry)
      .values({
        ...emptyEntry,
        ...mark,
        id: `r${index}`,
        item: `收入${index}`,
        payer: '',
        payerKey: '',
        status,
        gross,
        districtRetained: fen((gross ?? 0) / 2),
        bookedOn: isBooked ? random.dayOf2022() : null,
        reversedOn: status === 'reversed' ? '2022-12-01' : null,
      })
      .run()
  }
  for (let index = random.upTo(10); index > 0; index -= 1) {
    const filedOn = addDays(day('2022-01-01'), random.upTo(240))
    const isAccepted = random.chance(0.7)
    const facts = isAccepted ? { acceptedOn: filedOn, acceptedBy: '华新街' } : {}
    const districtClass = random.pick(leadClasses)
    db.insert(lead)
      .values(leadValues(`i${index}`, { filedOn, certifiedOn: filedOn, contactedOn: filedOn, ...facts, districtClass }))
      .run()
  }
  for (let month = 1; month <= 8; month += 1) {
    if (random.chance(0.4)) continue
    const stream = random.pick(['investment', 'environment', 'revenue'])
    const when = { month: `2022-0${month}`, submittedOn: `2022-0${month}-15` }
    const about = { title: `信息${month}`, channel: 'OA', characterCount: null, isAccepted: true, backfilledOn: null }
    db.insert(brief)
      .values({ ...when, ...about, id: `b${month}`, stream, batchId: null, isSample: false })
      .run()
  }
  writeFindings(db, random, mark)
  for (const assignmentId of assignmentIds) {
    if (random.chance(0.5)) continue
    const occurrence = random.pick(['2022', '2022-02', '2022-05', '2022Q1', '2022-03-25', '2022-06-25'])
    const done = { submittedOn: '2022-06-20', submittedVia: 'OA' }
    const id = `t${assignmentId}`
    db.insert(task)
      .values({ ...emptyTaskRecord, ...done, id, assignmentId, occurrence, isSample: false, updatedAt: now })
      .run()
  }
}

describe('one figure, one value: home, list, report and command line (issue 3, acceptance 5)', () => {
  test('on the sample', async () => {
    const service = await aService({ asOf: '2022-08-31' })
    const bureau = { name: '示例区审计局', aliases: [], category: 3, mode: 'bureau', year: 2022 } as const
    await service.call('settings.initialise', { bureau: { ...bureau, aliases: [] }, groups: [], withSample: true })
    await expectAgreement(service)
  })

  test('on 200 generated states', { timeout: 600_000 }, async () => {
    const service = await aBureau({ asOf })
    await importOf(service, 'assignments/dongli-2022-audit-bureau.xlsx')
    const store = service.store()
    const assignmentIds = store.read
      .select({ id: assignment.id })
      .from(assignment)
      .all()
      .map(({ id }) => id)
    for (let seed = 1; seed <= 200; seed += 1) {
      writing(store, (db) => writeState(db, seed, assignmentIds))
      try {
        await expectAgreement(service)
      } catch (cause) {
        throw new Error(`state ${seed}`, { cause })
      }
    }
    expect(valueOf({ ok: true, value: store.read.select().from(lead).all().length })).toBeGreaterThanOrEqual(0)
  })
})
