import { describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/ipc/procedure'
import type { projectsContract, ProjectFilter } from '../../../shared/projects/contract'
import { aBureau, day, dumpOf, importOf, leadValues, refusalOf, writing, type Service } from '../../builders'
import { lead } from '../../../db/schema/investment'
import { amount } from '../../shared/projects/builders'

type Fields = Input<(typeof projectsContract)['projects.save']>['fields']

const everything: ProjectFilter = {
  text: '',
  stages: [],
  bands: [],
  isAboveHundredMillion: false,
  pool: 'all',
  lights: [],
}

async function aSaved(service: Service, fields: Fields = {}): Promise<string> {
  const known = { name: '检测楼', owner: '甲公司', enterPoolOn: day('2022-01-01'), ...fields }
  return (await service.call('projects.save', { id: null, fields: known, expectedUpdatedAt: null })).id
}

const change = (service: Service, id: string, fields: Fields) =>
  service.call('projects.save', { id, fields, expectedUpdatedAt: null })
const move = (
  service: Service,
  id: string,
  to: 'signed' | 'started' | 'underConstruction' | 'completed',
  on: string,
  reason = '',
) => service.call('projects.moveStage', { id, to, on: day(on), reason })
const names = async (service: Service, filter: Partial<ProjectFilter>) =>
  (
    await service.call('projects.list', {
      filter: { ...everything, ...filter },
      sort: { by: 'name', descending: false },
      offset: 0,
      limit: 50,
    })
  ).rows.map(({ project }) => project.name)

describe('the life of a project', () => {
  it('开工 is refused without 施工许可, taken with its permit; 竣工 asks for 出库; undo takes each step back', async () => {
    const service = await aBureau()
    const start = dumpOf(service.store().connection)
    const id = await aSaved(service)
    await move(service, id, 'signed', '2022-02-01')
    expect(await refusalOf(move(service, id, 'started', '2022-03-01'))).toEqual({
      code: 'projectNeedsPermit',
      params: { stage: '开工' },
    })
    const permit = { projectId: id, kind: 'construction' as const, applicant: '甲公司', docNo: '许可1号', blocked: '' }
    const days = { acceptedOn: day('2022-02-10'), issuedOn: day('2022-02-28') }
    await service.call('projects.savePermit', { id: null, ...permit, ...days })
    expect(await move(service, id, 'started', '2022-03-01')).toEqual({ stage: 'started', asksToLeavePool: false })
    expect(await refusalOf(move(service, id, 'completed', '2022-02-27'))).toMatchObject({
      code: 'projectDayOrder',
      params: { earlier: '开工', earlierOn: '2022-03-01', later: '竣工', laterOn: '2022-02-27' },
    })
    expect(await move(service, id, 'completed', '2022-09-30')).toEqual({ stage: 'completed', asksToLeavePool: true })
    expect(await service.call('projects.get', { id })).toMatchObject({
      asksToLeavePool: true,
      checks: [{ rule: 'totalMissing' }],
    })
    await service.call('projects.leavePool', { id, on: day('2022-10-08'), reason: '竣工' })
    expect((await service.call('projects.get', { id })).asksToLeavePool).toBe(false)
    expect((await refusalOf(move(service, id, 'started', '2022-03-01'))).code).toBe('projectNotRunning')
    for (let step = 0; step < 6; step += 1) await service.call('core.undoLast', {})
    expect(dumpOf(service.store().connection)).toEqual(start)
  })

  it('暂缓 needs a reason, stops the lights, and goes on again', async () => {
    const service = await aBureau()
    const id = await aSaved(service, { plannedSign: day('2022-12-01') })
    expect((await service.call('projects.get', { id })).light).toBe('overdue')
    const exit = (reason: string, on = '2022-12-30') =>
      service.call('projects.exit', { id, exit: 'suspended', on: day(on), reason })
    expect((await refusalOf(exit(' '))).code).toBe('projectNeedsReason')
    expect((await refusalOf(exit('资金', '2023-01-01'))).code).toBe('projectDayInFuture')
    await exit('资金')
    expect(await service.call('projects.get', { id })).toMatchObject({ light: 'none', next: null, nextStages: [] })
    expect((await refusalOf(move(service, id, 'signed', '2022-12-30'))).params).toEqual({ state: '暂缓' })
    await service.call('projects.exit', { id, exit: null, on: day('2022-12-31'), reason: '' })
    expect((await service.call('projects.get', { id })).project).toMatchObject({
      exit: null,
      exitedOn: null,
      exitReason: '',
    })
  })

  it('what has left the pool stays in the list of all and in the totals of its years', async () => {
    const service = await aBureau()
    const id = await aSaved(service, { totalInvestment: amount('5000') })
    await service.call('projects.leavePool', { id, on: day('2022-10-08'), reason: '竣工' })
    const upper = async (year: number) =>
      (await service.call('projects.bands', { year })).bands.find(({ band }) => band === 'from5000')?.count
    expect([await upper(2021), await upper(2022), await upper(2023)]).toEqual([0, 1, 0])
    expect(await names(service, { pool: 'inPool' })).toEqual([])
    expect(await names(service, { pool: 'left' })).toEqual(['检测楼'])
    expect(
      (await refusalOf(service.call('projects.leavePool', { id, on: day('2021-12-31'), reason: '错' }))).code,
    ).toBe('projectLeaveBeforeEnter')
    await service.call('projects.leavePool', { id, on: null, reason: '' })
    expect(await names(service, { pool: 'inPool' })).toEqual(['检测楼'])
  })

  it('the day of a passed stage is filled in later; a gap is said until then', async () => {
    const service = await aBureau()
    const id = await aSaved(service)
    await move(service, id, 'completed', '2022-06-01', '补录')
    const rules = async () => (await service.call('projects.get', { id })).checks.map(({ text }) => text)
    expect(await rules()).toContain('已过签约、开工，但没有填日期。请补上。')
    await service.call('projects.setStageDay', { id, stage: 'started', on: day('2022-02-01') })
    expect(await rules()).toContain('已过签约，但没有填日期。请补上。')
    const late = service.call('projects.setStageDay', { id, stage: 'signed', on: day('2022-02-02') })
    expect((await refusalOf(late)).code).toBe('projectDayOrder')
    const early = service.call('projects.setStageDay', { id, stage: 'inProduction', on: day('2022-07-01') })
    expect((await refusalOf(early)).code).toBe('projectStageNotReached')
  })
})

describe('bad input', () => {
  it('amounts, land, names and a stale form are refused in words and write nothing', async () => {
    const service = await aBureau()
    const id = await aSaved(service, { totalInvestment: amount('1000') })
    const before = dumpOf(service.store().connection)
    const code = async (fields: Fields) => (await refusalOf(change(service, id, fields))).code
    expect(await code({ annualPlan: amount('-1') })).toBe('projectAmountNegative')
    expect(await code({ totalInvestment: amount('10000001') })).toBe('projectAmountTooLarge')
    expect(await code({ landArea: '三亩' })).toBe('projectLandAreaWrong')
    expect(await code({ name: '  ' })).toBe('projectNeedsName')
    expect(await code({ name: '长'.repeat(501) })).toBe('textTooLong')
    expect(await code({ investedTotal: amount('1000.01') })).toBe('projectNeedsOverrunReason')
    expect((await refusalOf(aSaved(service, { owner: ' 甲 公司 ' }))).code).toBe('projectExists')
    const stale = service.call('projects.save', { id, fields: { site: '甲' }, expectedUpdatedAt: '2000-01-01' })
    expect((await refusalOf(stale)).code).toBe('changedMeanwhile')
    expect(dumpOf(service.store().connection)).toEqual(before)
  })

  it('with a reason more may be invested than planned; full-width land and 10,000 characters are kept', async () => {
    const service = await aBureau()
    const id = await aSaved(service, { totalInvestment: amount('1000') })
    const content = '建'.repeat(10_000)
    await change(service, id, {
      investedTotal: amount('1200'),
      overrunReason: '材料涨价',
      landArea: '３５．６',
      content,
    })
    const { project, checks } = await service.call('projects.get', { id })
    expect([project.investedTotal, project.landArea, project.content]).toEqual([amount('1200'), '35.6', content])
    expect(checks[0]?.text).toBe('累计完成投资1200万元，超过总投资1000万元，原因：材料涨价。')
    expect((await refusalOf(change(service, id, { overrunReason: '' }))).code).toBe('projectNeedsOverrunReason')
    await change(service, id, { site: '甲街道' })
  })
})

describe('product C3: 吹哨报到 over 国庆', () => {
  it('goes from 吹哨 to 办结 with its days, late until somebody comes', async () => {
    const service = await aBureau({ asOf: '2022-10-10' })
    const projectId = await aSaved(service)
    const empty = { reportedOn: null, coordinatedOn: null, solvedOn: null, result: '', handler: '' }
    const facts = { projectId, text: '供电增容未批', askUnit: '供电公司', raisedOn: day('2022-09-26'), ...empty }
    const { id } = await service.call('projects.saveProblem', { id: null, ...facts, whistledOn: day('2022-09-29') })
    const listed = async () => (await service.call('projects.problems', { state: 'open' }))[0]?.problem
    expect(await listed()).toMatchObject({ state: 'whistled', replyDueOn: '2022-10-09', light: 'overdue' })
    expect((await service.call('projects.bands', { year: 2022 })).lateWhistles).toBe(1)
    const save = (days: Partial<Parameters<typeof service.call<'projects.saveProblem'>>[1]>) =>
      service.call('projects.saveProblem', { id, ...facts, whistledOn: day('2022-09-29'), ...days })
    expect((await refusalOf(save({ reportedOn: day('2022-09-28') }))).code).toBe('projectDayOrder')
    expect((await refusalOf(save({ whistledOn: null, reportedOn: day('2022-10-08') }))).code).toBe(
      'problemNeedsWhistle',
    )
    expect((await refusalOf(save({ askUnit: '' }))).code).toBe('problemNeedsUnit')
    expect((await refusalOf(save({ solvedOn: day('2022-10-11') }))).code).toBe('projectDayInFuture')
    await save({ reportedOn: day('2022-10-10') })
    expect(await listed()).toMatchObject({ state: 'reported', light: 'none' })
    await save({ reportedOn: day('2022-10-10'), coordinatedOn: day('2022-10-10'), solvedOn: day('2022-10-10') })
    expect(await listed()).toBeUndefined()
    expect(await service.call('projects.problems', { state: 'solved' })).toMatchObject([{ projectName: '检测楼' }])
  })

  it('the reply clock is the bureau’s own', async () => {
    const service = await aBureau({ asOf: '2022-10-10' })
    const projectId = await aSaved(service)
    await service.call('settings.saveClock', { key: 'whistleReplyWorkdays', workdays: 4 })
    const empty = { reportedOn: null, coordinatedOn: null, solvedOn: null, result: '', handler: '' }
    const days = { raisedOn: day('2022-09-26'), whistledOn: day('2022-09-29') }
    await service.call('projects.saveProblem', { id: null, projectId, text: '问题', askUnit: '甲', ...days, ...empty })
    const [problem] = await service.call('projects.problems', { state: 'open' })
    expect(problem?.problem).toMatchObject({ replyDueOn: '2022-10-10', light: 'near' })
  })
})

describe('from a landed lead', () => {
  function aLead(service: Service, id: string, values: Parameters<typeof leadValues>[1]): void {
    writing(service.store(), (db) => db.insert(lead).values(leadValues(id, values)).run())
  }

  it('takes name, company and remark over; twice gives the same project; a lead on its way is refused', async () => {
    const service = await aBureau()
    const landed = { landedOn: '2022-10-18', companyName: '天津检测有限公司', isRegisteredInDistrict: true }
    aLead(service, 'lead-1', { title: '检测平台', remark: '一期', constructionPlan: '厂房', ...landed })
    aLead(service, 'lead-2', { title: '在谈' })
    aLead(service, 'lead-3', { title: '区外', ...landed, isRegisteredInDistrict: false })
    aLead(service, 'lead-4', { title: '撤销', ...landed, ending: 'revoked', endedOn: '2022-11-01' })
    expect(await service.call('projects.landedLeads', {})).toEqual([
      { id: 'lead-1', title: '检测平台', companyName: '天津检测有限公司', landedOn: '2022-10-18' },
    ])
    const first = await service.call('projects.fromLead', { leadId: 'lead-1' })
    const again = await service.call('projects.fromLead', { leadId: 'lead-1' })
    expect([first.isNew, again]).toEqual([true, { id: first.id, isNew: false }])
    const detail = await service.call('projects.get', { id: first.id })
    expect(detail.lead).toEqual({ id: 'lead-1', title: '检测平台' })
    expect(detail.project).toMatchObject({
      name: '检测平台',
      owner: '天津检测有限公司',
      remark: '一期',
      content: '厂房',
      linkedLeadId: 'lead-1',
      enterPoolOn: '2022-12-31',
    })
    expect(await service.call('projects.landedLeads', {})).toEqual([])
    for (const leadId of ['lead-2', 'lead-3', 'lead-4', 'none']) {
      expect((await refusalOf(service.call('projects.fromLead', { leadId }))).code).toBe('leadNotLanded')
    }
  })

  it('a project entered by hand before is the same one and gets its link', async () => {
    const service = await aBureau()
    const id = await aSaved(service, { name: '检测平台', owner: '天津检测有限责任公司' })
    aLead(service, 'lead-1', { title: '检测平台', companyName: '天津检测有限公司', landedOn: '2022-10-18' })
    expect(await service.call('projects.fromLead', { leadId: 'lead-1' })).toEqual({ id, isNew: false })
    expect((await service.call('projects.get', { id })).lead?.id).toBe('lead-1')
  })
})

describe('product C4: 半月调度', () => {
  it('says what changed since the last kept sheet; kept sheets open as they were', async () => {
    const service = await aBureau({ asOf: '2022-08-31' })
    await importOf(service, 'ledgers/projects-2022.xlsx')
    expect((await service.call('projects.dispatch', { sheetId: null })).lastOn).toBeNull()
    const first = await service.call('projects.keepDispatch', { remark: '上半月' })
    const rows = await service.call('projects.dispatch', { sheetId: null })
    expect(rows.rows.flatMap(({ changes }) => changes)).toEqual([])
    const list = await service.call('projects.milestones', {})
    const idOf = (name: string) => list.find((row) => row.name === name)?.id ?? ''
    await change(service, idOf('冷链仓库'), {
      investedYtd: amount('300'),
      physicalProgress: '基础完成',
      problemText: '',
    })
    await service.call('projects.leavePool', { id: idOf('社区食堂'), on: day('2022-08-31'), reason: '竣工' })
    await aSaved(service)
    const sheet = await service.call('projects.dispatch', { sheetId: null })
    expect(sheet).toMatchObject({ lastOn: '2022-08-31', sheets: [{ id: first.id, on: '2022-08-31', projects: 5 }] })
    expect(
      Object.fromEntries(sheet.rows.filter(({ changes }) => changes.length > 0).map((row) => [row.name, row.changes])),
    ).toEqual({
      冷链仓库: ['本年完成投资：未填→300万元', '形象进度：基础完成', '已解决：用地指标未落实'],
      社区食堂: ['已出库'],
      检测楼: ['新入库'],
    })
    const kept = await service.call('projects.dispatch', { sheetId: first.id })
    expect([kept.rows.length, kept.remark, kept.lastOn]).toEqual([5, '上半月', null])
    await service.call('projects.keepDispatch', { remark: '' })
    expect((await service.call('projects.dispatch', { sheetId: null })).sheets).toHaveLength(1)
    await service.call('core.undoLast', {})
    expect((await service.call('projects.dispatch', { sheetId: first.id })).remark).toBe('上半月')
  })

  it('an empty ledger has nothing to keep', async () => {
    const service = await aBureau()
    expect((await refusalOf(service.call('projects.keepDispatch', { remark: '' }))).code).toBe('dispatchEmpty')
  })
})

it('SQL and the rules find the same lights; removing is one step with all that belongs to a project', async () => {
  const service = await aBureau({ asOf: '2022-10-10' })
  const planned = ['2022-09-30', '2022-10-08', '2022-10-09', '2022-10-10', '2022-10-13', '2022-10-14']
  for (const on of planned) await aSaved(service, { name: on, plannedStart: day(on), plannedFinish: day('2023-12-31') })
  await aSaved(service, { name: '没有计划' })
  const { rows } = await service.call('projects.list', {
    filter: everything,
    sort: { by: 'name', descending: false },
    offset: 0,
    limit: 50,
  })
  for (const light of ['overdue', 'near', 'normal'] as const) {
    const expected = rows.filter((row) => row.light === light).map(({ project }) => project.name)
    expect([light, await names(service, { lights: [light] })]).toEqual([light, expected])
  }
  expect(await names(service, { lights: ['near'] })).toEqual(['2022-10-10', '2022-10-13'])
  const before = dumpOf(service.store().connection)
  const ids = rows.map(({ project }) => project.id)
  expect(await service.call('projects.remove', { ids })).toEqual({ removed: 7 })
  expect(await names(service, {})).toEqual([])
  await service.call('core.undoLast', {})
  expect(dumpOf(service.store().connection)).toEqual(before)
})
