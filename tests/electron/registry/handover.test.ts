import { describe, expect, it } from 'vitest'
import { assignment, task } from '../../../db/schema/assignments'
import { demand, policy } from '../../../db/schema/environment'
import { lead } from '../../../db/schema/investment'
import { project, projectProblem } from '../../../db/schema/projects'
import { revenueEntry, revenueTip } from '../../../db/schema/revenue'
import { openItemKey } from '../../../shared/registry/record'
import { aBureau, day, dumpOf, refusalOf, type Service } from '../../builders'
import { anEnterprise, aPerson, put } from './records'

const from = '招商组组员'
const to = '新来的组员'
const on = day('2022-07-01')

/** Twelve open items in all streams, and finished ones beside them. */
async function twelveItems(service: Service): Promise<void> {
  const leads = { investorName: '甲公司', districtClass: 'pending', filedOn: '2022-03-01' }
  put(service, lead, { ...leads, title: '在谈线索一', handler: from })
  put(service, lead, { ...leads, title: '在谈线索二', sourcePerson: from })
  put(service, lead, { ...leads, title: '已撤回线索', handler: from, ending: 'withdrawn', endedOn: '2022-04-01' })
  const assignmentId = put(service, assignment, {
    taskName: '全年备案',
    itemKey: 'a',
    year: 2022,
    target: '4',
    actual: '2',
    handler: from,
    dueOn: '2022-12-31',
  })
  put(service, assignment, { taskName: '已完成', itemKey: 'b', year: 2022, target: '4', actual: '4', handler: from })
  put(service, task, { assignmentId, occurrence: '2022Q3', handler: from })
  put(service, task, { assignmentId, occurrence: '2022Q1', handler: from, submittedOn: '2022-04-01' })
  const projectId = put(service, project, { name: '在库项目', stage: 'starting', steward: from, handler: from })
  put(service, project, { name: '领导包保项目', stage: 'starting', leaderSponsor: `区领导、${from}` })
  put(service, project, { name: '已出库项目', stage: 'produced', steward: from, leavePoolOn: '2022-05-01' })
  put(service, projectProblem, { projectId, text: '缺水电', handler: from })
  put(service, projectProblem, { projectId, text: '已解决', handler: from, solvedOn: '2022-05-01' })
  put(service, policy, { title: '新政策', publishedOn: '2022-06-30', handler: from })
  const enterpriseId = await anEnterprise(service, { name: '华新街企业' })
  put(service, demand, { enterpriseId, text: '停车', raisedOn: '2022-06-30', handler: from })
  put(service, demand, { enterpriseId, text: '已办结', handler: from, isSolved: true, solvedOn: '2022-05-01' })
  put(service, revenueEntry, { item: '线索', source: 'other', status: 'clue', handler: from })
  put(service, revenueEntry, { item: '已确认', source: 'other', status: 'confirmed', handler: from })
  put(service, revenueEntry, { item: '已入库', source: 'other', status: 'booked', handler: from })
  put(service, revenueTip, { direction: 'out', content: '传递线索', handler: from })
}

/** A lead brought and landed by the person who goes: 1 of its units and points stay. */
function landedLead(service: Service): void {
  put(service, lead, {
    title: '落地项目',
    investorName: '乙公司',
    investorKey: '乙公司',
    sourcePerson: from,
    handler: from,
    districtClass: 'goodIntroduced',
    filedOn: '2022-03-01',
    certifiedOn: '2022-03-02',
    contactedOn: '2022-03-03',
    acceptedOn: '2022-03-04',
    acceptedBy: '华新街道',
    landedOn: '2022-05-05',
    isRegisteredInDistrict: true,
    companyName: '乙公司',
    creditCode: '91120110MA05ABCD1X',
  })
}

const score = (service: Service) => service.call('scoring.evaluate', { year: 2022, stream: 'investment', asOf: null })

describe('handing over', () => {
  it('moves 12 open items; past scores and what is finished stay as they were (G2)', async () => {
    const service = await aBureau({ asOf: '2022-07-01' })
    const fromPersonId = await aPerson(service, from)
    const toPersonId = await aPerson(service, to)
    await twelveItems(service)
    landedLead(service)
    const before = await score(service)
    const dump = dumpOf(service.store().connection)
    const open = await service.call('registry.openItems', { personId: fromPersonId })
    expect(open.map(({ kind }) => kind).toSorted()).toEqual([
      'assignment',
      'demand',
      'lead',
      'lead',
      'policy',
      'problem',
      'project',
      'project',
      'revenue',
      'revenue',
      'task',
      'tip',
    ])
    const dueOf = (kind: string) => open.filter((item) => item.kind === kind).map(({ dueOn }) => dueOn)
    expect([dueOf('policy'), dueOf('demand'), dueOf('assignment')]).toEqual([
      ['2022-07-07'],
      ['2022-07-05'],
      ['2022-12-31'],
    ])
    const items = open.map(openItemKey)
    const handed = await service.call('registry.handOver', {
      fromPersonId,
      toPersonId,
      on,
      items,
      remark: '',
      withRoles: false,
    })
    expect(handed.moved).toBe(12)
    expect(await service.call('registry.openItems', { personId: fromPersonId })).toEqual([])
    const taken = await service.call('registry.openItems', { personId: toPersonId })
    expect(taken.map(({ title }) => title).toSorted()).toEqual(open.map(({ title }) => title).toSorted())
    expect((await service.call('registry.people', { withLeft: false })).map(({ openItems }) => openItems)).toEqual([
      0, 12,
    ])

    const after = await score(service)
    expect(before.result).not.toBeNull()
    expect(after).toEqual(before)
    const landed = service
      .store()
      .connection.prepare("SELECT source_person, handler FROM lead WHERE title = '落地项目'")
      .get()
    expect(landed).toEqual({ source_person: from, handler: from })
    const brought = service
      .store()
      .connection.prepare("SELECT source_person, handler FROM lead WHERE title = '在谈线索二'")
      .get()
    expect(brought).toEqual({ source_person: from, handler: to })
    const sponsor = service
      .store()
      .connection.prepare("SELECT leader_sponsor FROM project WHERE name = '领导包保项目'")
      .pluck()
      .get()
    expect(sponsor).toBe(`区领导、${to}`)

    await service.call('core.undoLast', {})
    expect(dumpOf(service.store().connection)).toEqual(dump)
  })

  it('keeps the list with titles and days for printing, also after the records change', async () => {
    const service = await aBureau({ asOf: '2022-07-01' })
    const fromPersonId = await aPerson(service, from)
    const toPersonId = await aPerson(service, to)
    await twelveItems(service)
    const open = await service.call('registry.openItems', { personId: fromPersonId })
    const [first] = open.filter(({ kind }) => kind === 'assignment')
    const items = [first ? openItemKey(first) : '']
    await service.call('registry.handOver', {
      fromPersonId,
      toPersonId,
      on,
      items,
      remark: '岗位调整',
      withRoles: false,
    })
    const [handover] = await service.call('registry.handovers', {})
    expect(handover).toMatchObject({ fromName: from, toName: to, on: '2022-07-01', remark: '岗位调整' })
    expect(handover?.items).toEqual([
      { room: 'assignments', kind: 'assignment', recordId: first?.recordId, title: '全年备案', dueOn: '2022-12-31' },
    ])
    expect(await service.call('registry.openItems', { personId: fromPersonId })).toHaveLength(11)
  })

  it('takes over the places in the groups and the linked enterprises: the old link ends, a new one begins', async () => {
    const service = await aBureau({ asOf: '2022-07-01' })
    const fromPersonId = await aPerson(service, from, [
      { stream: 'investment', role: 'member' },
      { stream: 'environment', role: 'member' },
    ])
    const toPersonId = await aPerson(service, to, [{ stream: 'environment', role: 'member' }])
    const enterpriseId = await anEnterprise(service, { name: '华新街企业' })
    await service.call('registry.saveLinks', { enterpriseId, personIds: [fromPersonId], on: day('2022-01-01') })
    const handed = await service.call('registry.handOver', {
      fromPersonId,
      toPersonId,
      on,
      items: [],
      remark: '',
      withRoles: true,
    })
    expect(handed).toMatchObject({ moved: 0, roles: 2, links: 1 })
    const [old, now] = await service.call('registry.people', { withLeft: false })
    expect(old).toMatchObject({ roles: [], linkedEnterprises: 0 })
    expect(now).toMatchObject({ linkedEnterprises: 1 })
    expect(now?.roles.map(({ stream }) => stream).toSorted()).toEqual(['environment', 'investment'])
    const { links } = await service.call('registry.enterprise', { id: enterpriseId })
    expect(links.map(({ personName, startedOn, endedOn }) => [personName, startedOn, endedOn])).toEqual([
      [to, '2022-07-01', null],
      [from, '2022-01-01', '2022-06-30'],
    ])
  })
})

describe('a handover is refused', () => {
  it('to the same person, to somebody who left, of things no longer in hand, and of nothing', async () => {
    const service = await aBureau({ asOf: '2022-07-01' })
    const fromPersonId = await aPerson(service, from)
    const toPersonId = await aPerson(service, to)
    const left = await service.call('registry.savePerson', {
      id: null,
      fields: { name: '离岗的人', sectionId: null, rank: '', phone: '', remark: '', leftOn: day('2022-06-30') },
      roles: null,
    })
    const give = (toId: string, items: string[]) =>
      refusalOf(
        service.call('registry.handOver', { fromPersonId, toPersonId: toId, on, items, remark: '', withRoles: false }),
      )
    expect((await give(fromPersonId, [])).code).toBe('handoverSamePerson')
    expect((await give(left.id, [])).code).toBe('handoverToLeft')
    expect(await give(toPersonId, ['lead/gone'])).toEqual({
      code: 'handoverItemsGone',
      params: { count: 1, name: from },
    })
    expect((await give(toPersonId, [])).code).toBe('handoverNothing')
    expect(await service.call('registry.handovers', {})).toEqual([])
  })
})
