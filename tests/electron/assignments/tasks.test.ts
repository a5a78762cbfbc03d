import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { WriteDb } from '../../../db/access'
import { saveBrief, type BriefRow } from '../../../db/repositories/briefs'
import { insertEnterprise, namedEnterprise } from '../../../db/repositories/enterprises'
import { ensurePerson, readPersonByName } from '../../../db/repositories/people'
import { insertRow } from '../../../db/prepared'
import { assignment } from '../../../db/schema/assignments'
import { policy, visit } from '../../../db/schema/environment'
import { project, projectVisit } from '../../../db/schema/projects'
import { enterpriseLink } from '../../../db/schema/registry'
import { emptyProject } from '../../../shared/projects/empty-project'
import type { Task, TaskStep } from '../../../shared/assignments/task'
import { aBureau, aFolder, aService, day, importOf, refusalOf, writing, type Service } from '../../builders'

// Each test reads a real workbook in a worker thread.
vi.setConfig({ testTimeout: 60_000 })

const NOW = '2022-06-30T09:30:00+08:00'
const bureauTable = 'assignments/dongli-2022-audit-bureau.xlsx'
const wholeYear = { from: null, to: null, stream: null, assignmentId: null }

async function aBureauWithTasks(asOf: string): Promise<Service> {
  const service = await aBureau({ asOf })
  await importOf(service, bureauTable)
  return service
}

async function tasksOf(service: Service, code: string): Promise<readonly Task[]> {
  const { tasks } = await service.call('assignments.tasks', wholeYear)
  return tasks.filter((task) => task.code === code)
}

async function oneOf(service: Service, code: string, occurrence = '2022'): Promise<Task> {
  const found = (await tasksOf(service, code)).find((task) => task.occurrence === occurrence)
  if (!found) throw new Error(`no task ${code} ${occurrence}`)
  return found
}

function step(service: Service, task: Task, name: TaskStep, on: string, about: { by?: string; note?: string } = {}) {
  const { assignmentId, occurrence } = task
  return service.call('assignments.stepTask', { assignmentId, occurrence, step: name, on: day(on), ...about })
}

function write(service: Service, work: (db: WriteDb) => void): void {
  writing(service.store(), work)
}

function brief(id: string, about: Partial<BriefRow>): BriefRow {
  return {
    id,
    stream: 'environment',
    kind: 'brief',
    title: `信息${id}`,
    month: '2022-04',
    submittedOn: '2022-04-20',
    channel: 'OA',
    characterCount: null,
    isAccepted: true,
    backfilledOn: null,
    batchId: null,
    isSample: false,
    body: '',
    uses: [],
    handler: '',
    updatedAt: NOW,
    ...about,
  }
}

function aPolicy(service: Service, id: string, publishedOn: string, sentOn: string | null): void {
  write(service, (db) =>
    insertRow(db, policy, {
      id,
      title: `政策${id}`,
      docNo: '',
      issuer: '',
      publishedOn,
      explainerReadyOn: null,
      explainer: '',
      sentOn,
      sentVia: '',
      channels: [],
      handler: '',
      remark: '',
      isSample: false,
      createdAt: NOW,
      updatedAt: NOW,
    }),
  )
}

function linkedEnterprises(service: Service, count: number): void {
  write(service, (db) => {
    const about = { rank: '处级', isSample: false, newId: () => 'official' }
    const personId = ensurePerson(db, '包联干部01', about)
    for (let index = 1; index <= count; index += 1) {
      const id = `e${index}`
      const kept = { id, batchId: null, sourceRow: null, isSample: false, createdAt: NOW }
      insertEnterprise(db, namedEnterprise(`包联企业${String(index).padStart(2, '0')}`, kept))
      const link = { id: `l${index}`, enterpriseId: id, personId, startedOn: null, endedOn: null, isSample: false }
      insertRow(db, enterpriseLink, link)
    }
  })
}

function visited(service: Service, enterprise: number, on: string): void {
  write(service, (db) =>
    insertRow(db, visit, {
      id: `v${enterprise}-${on}`,
      enterpriseId: `e${enterprise}`,
      personId: readPersonByName(db, '包联干部01')?.id ?? null,
      visitedOn: on,
      mode: 'onsite',
      visitors: '',
      topics: '',
      batchId: null,
      sourceRow: null,
      isSample: false,
      createdAt: NOW,
      updatedAt: NOW,
    }),
  )
}

describe('occurrences of the 16 assignments of the fixture', () => {
  test('what is due once, and the quarters of the summary', async () => {
    const service = await aBureauWithTasks('2022-01-04')
    const { tasks } = await service.call('assignments.tasks', wholeYear)
    const other = ['ZS-02', 'XM-01', 'YS-05', 'YS-08', 'SR-01', 'SR-02']
    const rows = tasks.filter(({ code }) => !other.includes(code))
    expect(rows.map(({ code, occurrence, dueOn, submitBy }) => [code, occurrence, dueOn, submitBy])).toEqual([
      ['YS-01', '2022', '2022-03-11', '2022-03-11'],
      ['YS-07', '2022Q1', '2022-03-25', '2022-03-25'],
      ['YS-02', '2022', '2022-03-31', '2022-03-31'],
      ['YS-03', '2022', '2022-03-31', '2022-03-31'],
      ['YS-06', '2022', '2022-04-29', '2022-04-29'],
      ['YS-07', '2022Q2', '2022-06-25', '2022-06-24'],
      ['YS-07', '2022Q3', '2022-09-25', '2022-09-23'],
      ['YS-07', '2022Q4', '2022-12-25', '2022-12-23'],
      ['ZS-01', '2022', '2022-12-31', '2022-12-30'],
      ['ZS-03', '2022', '2022-12-31', '2022-12-30'],
      ['ZS-04', '2022', '2022-12-31', '2022-12-30'],
      ['XM-02', '2022', null, null],
    ])
  })

  test('monthly duties end with the month; 双万双服 has the quarters on the day of the summary as well', async () => {
    const service = await aBureauWithTasks('2022-01-04')
    for (const code of ['ZS-02', 'XM-01', 'YS-05', 'SR-01', 'SR-02']) {
      const found = await tasksOf(service, code)
      expect(found).toHaveLength(12)
      expect(found.filter(({ isMoved }) => isMoved).map(({ dueOn, submitBy }) => [dueOn, submitBy])).toEqual([
        ['2022-01-31', '2022-01-30'],
        ['2022-04-30', '2022-04-29'],
        ['2022-07-31', '2022-07-29'],
        ['2022-12-31', '2022-12-30'],
      ])
    }
    const visits = await tasksOf(service, 'YS-08')
    expect(visits).toHaveLength(16)
    expect(visits.filter(({ kind }) => kind === 'quarterly').map(({ dueOn }) => dueOn)).toEqual([
      '2022-03-25',
      '2022-06-25',
      '2022-09-25',
      '2022-12-25',
    ])
    const { tasks } = await service.call('assignments.tasks', wholeYear)
    expect(tasks).toHaveLength(5 * 12 + 16 + 4 + 8)
  })

  test('a span gives those due in it, none without a day', async () => {
    const service = await aBureauWithTasks('2022-06-22')
    const span = { ...wholeYear, from: day('2022-06-01'), to: day('2022-06-30') }
    const { tasks, missingCalendarYears } = await service.call('assignments.tasks', span)
    expect(tasks.map(({ code, occurrence }) => `${code}/${occurrence}`)).toEqual([
      'YS-07/2022Q2',
      'YS-08/2022Q2',
      'SR-01/2022-06',
      'SR-02/2022-06',
      'XM-01/2022-06',
      'YS-05/2022-06',
      'YS-08/2022-06',
      'ZS-02/2022-06',
    ])
    expect(missingCalendarYears).toEqual([])
    const [summary] = tasks
    expect(summary).toMatchObject({
      title: '报送季度工作总结（二季度）',
      dueOn: '2022-06-25',
      submitBy: '2022-06-24',
      isMoved: true,
      internalDueOn: '2022-06-21',
      periodEnd: '2022-06-30',
      dataCutoff: '2022-06-25',
      light: 'near',
      workdaysLeft: 2,
      state: 'notStarted',
      channel: 'OA',
    })
  })

  test('a withdrawn assignment gives none', async () => {
    const service = await aBureauWithTasks('2022-06-22')
    await importOf(service, 'assignments/dongli-2022-audit-bureau-rev2.xlsx')
    expect(await tasksOf(service, 'XM-02')).toEqual([])
    expect((await oneOf(service, 'YS-06')).dueOn).toBe('2022-05-13')
  })

  test('the internal day that the bureau set holds for the occurrence it comes before', async () => {
    const service = await aBureauWithTasks('2022-06-10')
    const { assignmentId } = await oneOf(service, 'YS-07', '2022Q2')
    const fields = { handler: '营商组组员', internalDueOn: day('2022-06-20'), progressText: '', actual: null }
    await service.call('assignments.saveProgress', { id: assignmentId, ...fields })
    const found = await tasksOf(service, 'YS-07')
    expect(found.map(({ internalDueOn }) => internalDueOn)).toEqual([
      '2022-03-22',
      '2022-06-20',
      '2022-09-20',
      '2022-12-20',
    ])
    expect(found.map(({ handler }) => handler)).toEqual(Array.from({ length: 4 }, () => '营商组组员'))
  })
})

describe('steps', () => {
  test('submitted late keeps 迟报天数; taken back by undo', async () => {
    const service = await aBureauWithTasks('2022-06-29')
    const task = await oneOf(service, 'YS-07', '2022Q2')
    expect(task).toMatchObject({ isOverdue: true, light: 'overdue', lateDays: null })
    expect(await step(service, task, 'submit', '2022-06-28')).toEqual({ state: 'submitted' })
    expect(await oneOf(service, 'YS-07', '2022Q2')).toMatchObject({
      state: 'submitted',
      submittedOn: '2022-06-28',
      lateDays: 3,
      isOverdue: false,
      light: 'none',
    })
    await service.call('core.undoLast', {})
    expect(await oneOf(service, 'YS-07', '2022Q2')).toMatchObject({ state: 'notStarted', submittedOn: null })
  })

  test('a refused step writes nothing', async () => {
    const service = await aBureauWithTasks('2022-06-22')
    const task = await oneOf(service, 'YS-07', '2022Q2')
    await step(service, task, 'sendForReview', '2022-06-20', { by: '营商组组员' })
    const refusals = [
      refusalOf(step(service, task, 'submit', '2022-06-22')),
      refusalOf(step(service, task, 'check', '2022-06-22', { by: '营商组组员' })),
      refusalOf(step(service, task, 'check', '2022-06-23', { by: '营商组组长' })),
      refusalOf(step(service, task, 'cancel', '2022-06-22')),
      refusalOf(step(service, { ...task, occurrence: '2022Q5' }, 'start', '2022-06-22')),
      refusalOf(step(service, { ...task, assignmentId: 'nobody' }, 'start', '2022-06-22')),
    ]
    expect((await Promise.all(refusals)).map(({ code }) => code)).toEqual([
      'taskNeedsCheck',
      'taskCheckerIsPreparer',
      'taskDayInFuture',
      'taskNeedsReason',
      'taskUnknown',
      'taskUnknown',
    ])
    expect((await oneOf(service, 'YS-07', '2022Q2')).state).toBe('inReview')
  })

  test('data cut-off, handler and remark are the bureau’s; the usual cut-off is not stored', async () => {
    const service = await aBureauWithTasks('2022-06-22')
    const { assignmentId, occurrence } = await oneOf(service, 'YS-07', '2022Q2')
    const fields = { assignmentId, occurrence, handler: '营商组组员', remark: '数字以20日为准' }
    await service.call('assignments.saveTask', { ...fields, dataCutoff: day('2022-06-20') })
    expect(await oneOf(service, 'YS-07', '2022Q2')).toMatchObject({ dataCutoff: '2022-06-20', handler: '营商组组员' })
    await service.call('assignments.saveTask', { ...fields, dataCutoff: day('2022-06-25') })
    expect((await oneOf(service, 'YS-07', '2022Q2')).record.dataCutoff).toBeNull()
  })
})

describe('done by records of the stream', () => {
  test('5a: the month of the text that was sent in it; a text meant for it but sent later does not count', async () => {
    const service = await aBureauWithTasks('2022-06-22')
    write(service, (db) => {
      saveBrief(db, brief('b4', {}))
      saveBrief(db, brief('b3', { month: '2022-03', submittedOn: '2022-05-06' }))
      saveBrief(db, brief('b2', { month: '2022-02', submittedOn: '2022-02-20', isAccepted: false }))
      saveBrief(db, brief('b1', { month: '2022-01', submittedOn: null }))
      saveBrief(db, brief('z6', { stream: 'investment', month: '2022-06', submittedOn: '2022-06-20' }))
    })
    const done = (await tasksOf(service, 'YS-05')).filter(({ state }) => state === 'submitted')
    expect(
      done.map(({ occurrence, submittedOn, lateDays, doneBy }) => [occurrence, submittedOn, lateDays, doneBy]),
    ).toEqual([
      ['2022-04', '2022-04-20', 0, { room: 'briefs', recordId: 'b4', title: '信息b4', on: '2022-04-20' }],
      ['2022-05', '2022-05-06', 0, { room: 'briefs', recordId: 'b3', title: '信息b3', on: '2022-05-06' }],
    ])
    expect((await oneOf(service, 'ZS-02', '2022-06')).state).toBe('submitted')
  })

  test('one text serves the case, the month and the quarter; a submit recorded by hand wins', async () => {
    const service = await aBureauWithTasks('2022-06-30')
    write(service, (db) =>
      saveBrief(
        db,
        brief('c1', { kind: 'case', submittedOn: '2022-04-28', uses: ['environmentBrief', 'environmentSummary'] }),
      ),
    )
    expect((await oneOf(service, 'YS-06')).submittedOn).toBe('2022-04-28')
    expect((await oneOf(service, 'YS-05', '2022-04')).submittedOn).toBe('2022-04-28')
    const summary = await oneOf(service, 'YS-07', '2022Q2')
    expect(summary.submittedOn).toBe('2022-04-28')
    expect(await refusalOf(step(service, summary, 'submit', '2022-06-24'))).toMatchObject({
      code: 'taskStepNotAllowed',
    })
    await step(service, summary, 'receive', '2022-06-24', { note: '收字1号' })
    expect(await oneOf(service, 'YS-07', '2022Q2')).toMatchObject({ state: 'received', submittedOn: '2022-04-28' })
  })

  test('4: each policy of the year is an occurrence, done when it was sent', async () => {
    const service = await aBureauWithTasks('2022-05-12')
    aPolicy(service, 'p1', '2022-04-22', '2022-04-29')
    aPolicy(service, 'p2', '2022-04-29', null)
    aPolicy(service, 'p3', '2021-12-30', null)
    const found = await tasksOf(service, 'YS-04')
    expect(
      found.map(({ title, dueOn, state, lateDays, isOverdue }) => [title, dueOn, state, lateDays, isOverdue]),
    ).toEqual([
      ['新惠企政策文件及解读：政策p1', '2022-04-28', 'submitted', 1, false],
      ['新惠企政策文件及解读：政策p2', '2022-05-10', 'notStarted', null, true],
    ])
  })

  test('7: a month is done on the day the last linked enterprise was visited', async () => {
    const service = await aBureauWithTasks('2022-06-30')
    linkedEnterprises(service, 3)
    visited(service, 1, '2022-06-02')
    visited(service, 1, '2022-06-20')
    visited(service, 2, '2022-06-08')
    expect((await oneOf(service, 'YS-08', '2022-06')).state).toBe('notStarted')
    visited(service, 3, '2022-05-09')
    expect(await oneOf(service, 'YS-08', '2022-06')).toMatchObject({ state: 'notStarted' })
    // The quarter takes visits of all its months.
    expect(await oneOf(service, 'YS-08', '2022Q2')).toMatchObject({
      state: 'submitted',
      submittedOn: '2022-06-08',
      doneBy: { room: 'environment', recordId: '2022Q2', title: '3家包联企业已全部走访', on: '2022-06-08' },
    })
    visited(service, 3, '2022-06-09')
    expect(await oneOf(service, 'YS-08', '2022-06')).toMatchObject({ state: 'submitted', submittedOn: '2022-06-09' })
  })

  test('抓项目: one project visit in the month', async () => {
    const service = await aBureauWithTasks('2022-06-30')
    write(service, (db) => {
      const id = 'pr1'
      const about = {
        id,
        ownerKey: '',
        batchId: null,
        sourceRow: null,
        isSample: false,
        createdAt: NOW,
        updatedAt: NOW,
      }
      insertRow(db, project, { ...emptyProject, ...about, name: '研发基地' })
      const visits = { projectId: id, visitors: '', topics: '', result: '', isSample: false }
      insertRow(db, projectVisit, { ...visits, id: 'x2', visitedOn: '2022-06-16' })
      insertRow(db, projectVisit, { ...visits, id: 'x1', visitedOn: '2022-06-09' })
    })
    expect(await oneOf(service, 'XM-01', '2022-06')).toMatchObject({
      state: 'submitted',
      submittedOn: '2022-06-09',
      doneBy: { room: 'projects', recordId: 'pr1', title: '走访项目：研发基地', on: '2022-06-09' },
    })
    expect((await oneOf(service, 'XM-01', '2022-05')).isOverdue).toBe(true)
  })

  test('抓收入: the month of a progress text', async () => {
    const service = await aBureauWithTasks('2022-06-30')
    write(service, (db) =>
      saveBrief(db, brief('r1', { stream: 'revenue', submittedOn: '2022-06-29', month: '2022-06' })),
    )
    expect((await oneOf(service, 'SR-02', '2022-06')).state).toBe('submitted')
    expect((await oneOf(service, 'SR-01', '2022-06')).state).toBe('notStarted')
  })
})

describe('a year without 放假安排', () => {
  test('asserts no working day anywhere, gives estimates and names the year', async () => {
    const service = await aBureauWithTasks('2027-06-22')
    writing(service.store(), (db) => db.update(assignment).set({ year: 2027 }).run())
    aPolicy(service, 'p1', '2027-06-17', null)
    const span = { ...wholeYear, from: day('2027-06-01'), to: day('2027-06-30') }
    const { tasks, missingCalendarYears } = await service.call('assignments.tasks', span)
    expect(missingCalendarYears).toEqual([2027])
    expect(tasks.map(({ submitBy, workdaysLeft }) => submitBy ?? workdaysLeft)).toEqual(tasks.map(() => null))
    expect(tasks.find(({ code }) => code === 'YS-04')).toMatchObject({ dueOn: null, submitByEstimate: '2027-06-24' })
    expect(tasks.find(({ code }) => code === 'YS-05')).toMatchObject({
      dueOn: '2027-06-30',
      submitByEstimate: '2027-06-30',
      light: 'normal',
    })
  })
})

describe('the digest of the morning', () => {
  const titles = (digest: { readonly tasks: readonly Task[] } | null) => digest?.tasks.map(({ title }) => title)

  test('comes once a day; a clock jump of three days gives one with all that was missed', async () => {
    const folder = aFolder()
    const service = await aBureau({ folder, asOf: '2022-06-20' })
    await importOf(service, bureauTable)
    const first = await service.call('assignments.digest', {})
    // Everything that is late already, nothing of the days to come.
    expect(first?.tasks.every(({ isOverdue }) => isOverdue)).toBe(true)
    await service.call('assignments.closeDigest', {})
    expect(await service.call('assignments.digest', {})).toBeNull()
    service.close()
    const later = await aService({ folder, asOf: '2022-06-23' })
    const digest = await later.call('assignments.digest', {})
    expect(digest?.since).toBe('2022-06-20')
    expect(titles(digest)).toEqual(['报送季度工作总结（二季度）', '双万双服走访包联企业（二季度）'])
    expect(digest?.tasks.map(({ light, workdaysLeft }) => [light, workdaysLeft])).toEqual([
      ['near', 1],
      ['near', 1],
    ])
    await later.call('assignments.closeDigest', {})
    later.close()
    const monday = await aService({ folder, asOf: '2022-06-27' })
    // They turned overdue over the weekend, and the month's reports came near.
    expect(titles(await monday.call('assignments.digest', {}))).toEqual([
      '报送季度工作总结（二季度）',
      '双万双服走访包联企业（二季度）',
      '组织收入（区留成）（6月）',
      '报送工作进展（6月）',
      '跟进招商项目并走访调研（6月）',
      '报送高质量工作信息（6月）',
      '双万双服走访包联企业（6月）',
      '报送招商工作信息或典型案例（6月）',
    ])
  }, 30_000)

  test('what was done meanwhile is not in it', async () => {
    const service = await aBureauWithTasks('2022-06-22')
    await step(service, await oneOf(service, 'YS-07', '2022Q2'), 'submit', '2022-06-22')
    expect(titles(await service.call('assignments.digest', {}))).not.toContain('报送季度工作总结（二季度）')
  })
})

describe('the .ics file', () => {
  test('is read back line by line: whole days on the last working day, the official one in words', async () => {
    const service = await aBureauWithTasks('2022-06-22')
    const folder = aFolder()
    service.context.grants.set('folder', folder)
    const span = { from: day('2022-06-01'), to: day('2022-06-30'), stream: null }
    const { fileName, count } = await service.call('assignments.exportCalendar', { ...span, folder: 'folder' })
    expect([fileName, count]).toEqual(['东丽区审计局_时限日历_2022-06-01至2022-06-30.ics', 8])
    const bytes = readFileSync(path.join(folder, fileName))
    const text = bytes.toString('utf8')
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const lines = text.replaceAll('\r\n ', '').split('\r\n')
    const events = text
      .replaceAll('\r\n ', '')
      .split('BEGIN:VEVENT')
      .slice(1)
      .map(
        (event) =>
          new Map(event.split('\r\n').map((line) => [line.split(/[:;]/)[0], line.slice(line.indexOf(':') + 1)])),
      )
    expect(events).toHaveLength(8)
    const summary = await oneOf(service, 'YS-07', '2022Q2')
    const found = events.find((event) => event.get('UID') === `${summary.id}@sizhua`)
    expect([found?.get('DTSTART'), found?.get('DTEND'), found?.get('SUMMARY')]).toEqual([
      '20220624',
      '20220625',
      '【报送】报送季度工作总结（二季度）',
    ])
    expect(text.replaceAll('\r\n ', '')).toContain('原定日期：2022-06-25（周六）\\n最后工作日：2022-06-24（周五）')
    expect(lines.filter((line) => line === 'BEGIN:VALARM')).toHaveLength(8)
    expect(new Set(events.map((event) => event.get('UID'))).size).toBe(8)
    // A later file renews the same entries, without a reminder for what is done.
    await step(service, summary, 'submit', '2022-06-22')
    const again = await service.call('assignments.exportCalendar', { ...span, folder: 'folder' })
    const renewed = readFileSync(path.join(folder, again.fileName), 'utf8')
    expect(renewed.match(/UID:/g)).toHaveLength(8)
    expect(renewed.match(/BEGIN:VALARM/g)).toHaveLength(7)
  })

  test('an unknown folder or a turned span writes nothing', async () => {
    const service = await aBureauWithTasks('2022-06-22')
    const span = { from: day('2022-06-30'), to: day('2022-06-01'), stream: null, folder: 'nowhere' }
    expect((await refusalOf(service.call('assignments.exportCalendar', span))).code).toBe('taskSpanInvalid')
    const turned = { ...span, from: span.to, to: span.from }
    expect((await refusalOf(service.call('assignments.exportCalendar', turned))).code).toBe('notFound')
  })
})
