import { describe, expect, test } from 'vitest'
import { finding, findingMeasure, measure, rectProgram } from '../../../db/schema/rectification'
import { findingStep } from '../../../db/schema/rectification-parts'
import { emptyFinding, emptyProgram, unclaimedWay } from '../../../shared/rectification/empty-records'
import { openItemKey } from '../../../shared/registry/record'
import { aBureau, day, refusalOf, type Service } from '../../builders'
import { anEnterprise, aPerson, put } from './records'

const handler = '承办人01'

function aProgram(service: Service, fields: Readonly<Record<string, unknown>> = {}): string {
  const about = { title: '区审计局2021年审计', noticeText: '', feedbackOn: '2022-03-01' }
  return put(service, rectProgram, { ...emptyProgram('districtAudit'), ...about, ...fields })
}

function aFinding(service: Service, programId: string, fields: Readonly<Record<string, unknown>>): string {
  const way = { ...emptyFinding('audit'), ...unclaimedWay, state: 'rectifying' }
  return put(service, finding, { ...way, programId, createdAt: '2022-03-02T09:00:00+08:00', ...fields })
}

function aMeasure(service: Service, programId: string, findingId: string, fields: Readonly<Record<string, unknown>>) {
  const measureId = put(service, measure, { programId, status: 'notStarted', ...fields })
  put(service, findingMeasure, { findingId, measureId, position: 1 })
  return measureId
}

describe('findings in somebody’s hands', () => {
  test('open findings and their measures are counted and handed over; what is done stays (product G2)', async () => {
    const service = await aBureau({ asOf: '2022-07-01' })
    const fromPersonId = await aPerson(service, handler)
    const toPersonId = await aPerson(service, '接手的人')
    const programId = aProgram(service)
    const open = aFinding(service, programId, { title: '整改中的', handler, dueOn: '2022-07-08' })
    aFinding(service, programId, { title: '待认定的', handler: `${handler}、别人`, state: 'awaitingDetermination' })
    aFinding(service, programId, { title: '分管的', handler: '别人', leader: handler })
    const closed = aFinding(service, programId, { title: '已销号的', handler, state: 'closed', status: 'done' })
    aFinding(service, programId, { title: '已完成的', handler, state: 'completed', status: 'done' })
    const measureId = aMeasure(service, programId, open, { text: '未完成的措施', handler, dueOn: '2022-07-05' })
    aMeasure(service, programId, open, { text: '已完成的措施', handler, status: 'done' })
    aMeasure(service, programId, closed, { text: '销号问题的措施', handler })
    const items = await service.call('registry.openItems', { personId: fromPersonId })
    expect(items.map(({ room, kind, title, dueOn }) => [room, kind, title, dueOn])).toEqual([
      ['rectification', 'finding', '整改中的', '2022-07-08'],
      ['rectification', 'finding', '待认定的', null],
      ['rectification', 'finding', '分管的', null],
      ['rectification', 'measure', '未完成的措施', '2022-07-05'],
    ])
    expect(items.find(({ kind }) => kind === 'measure')).toMatchObject({ recordId: measureId, shownId: open })
    const people = await service.call('registry.people', { withLeft: false })
    expect(people.find(({ name }) => name === handler)?.openItems).toBe(4)
    const handed = await service.call('registry.handOver', {
      fromPersonId,
      toPersonId,
      on: day('2022-07-01'),
      items: items.map(openItemKey),
      remark: '',
      withRoles: false,
    })
    expect(handed.moved).toBe(4)
    expect(await service.call('registry.openItems', { personId: fromPersonId })).toEqual([])
    const held = service
      .store()
      .connection.prepare('SELECT title, handler, leader FROM finding ORDER BY id')
      .raw()
      .all()
    expect(held).toEqual([
      ['整改中的', '接手的人', ''],
      ['待认定的', '接手的人、别人', ''],
      ['分管的', '别人', '接手的人'],
      ['已销号的', handler, ''],
      ['已完成的', handler, ''],
    ])
  })

  test('a new name stays the same person for the rule of two (domain §3)', async () => {
    const service = await aBureau({ asOf: '2022-07-01' })
    const id = await aPerson(service, handler)
    const findingId = aFinding(service, aProgram(service), {
      title: '问题',
      handler,
      state: 'awaitingDetermination',
      submittedBy: handler,
      submittedOn: '2022-06-30',
    })
    const step = {
      findingId,
      cycle: 1,
      kind: 'submit',
      from: 'rectifying',
      to: 'awaitingDetermination',
      on: '2022-06-30',
    }
    put(service, findingStep, { ...step, by: handler, recordedAt: 'x' })
    const [person] = await service.call('registry.people', { withLeft: true })
    if (!person) throw new Error('no person')
    const { name: _name, sectionId, rank, phone, remark, leftOn } = person
    const fields = { name: '改名后', sectionId, rank, phone, remark, leftOn }
    await service.call('registry.savePerson', { id, fields, roles: null })
    const detail = await service.call('rectification.get', { id: findingId })
    expect([detail.fields.handler, detail.fields.submittedBy, detail.steps[0]?.by]).toEqual([
      '改名后',
      '改名后',
      '改名后',
    ])
  })

  test('a person who holds a role of 整改分工, or whom a finding names, is not deleted', async () => {
    const service = await aBureau({ asOf: '2022-07-01' })
    const personId = await aPerson(service, '整改督查岗')
    await service.call('rectification.saveRoles', { roles: [{ role: 'verifier', personId }] })
    const held = await refusalOf(service.call('registry.removePerson', { id: personId }))
    expect([held.code, held.params?.['where']]).toEqual(['personStillNamed', '整改分工1处'])
    await service.call('rectification.saveRoles', { roles: [] })
    aFinding(service, aProgram(service), { title: '问题', state: 'closed', closedBy: '整改督查岗' })
    const named = await refusalOf(service.call('registry.removePerson', { id: personId }))
    expect(named.params?.['where']).toBe('整改问题1处')
  })
})

describe('findings about an enterprise', () => {
  test('stand on its page: by link, or with it as 被审计单位 by whatever spelling', async () => {
    const service = await aBureau({ asOf: '2022-07-01' })
    const enterpriseId = await anEnterprise(service, { name: '示例甲有限公司' })
    const programId = aProgram(service)
    const linked = aFinding(service, programId, { title: '有关联的', enterpriseId, dueOn: '2022-07-31' })
    const named = aFinding(service, programId, {
      title: '被审计的',
      auditee: '示例甲 有限公司',
      state: 'closed',
      status: 'done',
      closedOn: '2022-06-20',
    })
    aFinding(service, programId, { title: '别家的', auditee: '示例乙有限公司' })
    const ofProgram = aProgram(service, { title: '专项检查', auditee: '示例甲有限公司', feedbackOn: null })
    const inherited = aFinding(service, ofProgram, { title: '整个来源都是它的' })
    const { timeline } = await service.call('registry.enterprise', { id: enterpriseId })
    expect(
      timeline.map(({ room, kind, recordId, on, title, detail }) => [room, kind, recordId, on, title, detail]),
    ).toEqual([
      ['rectification', 'finding', inherited, '2022-03-02', '整个来源都是它的', '专项检查 · 整改中'],
      [
        'rectification',
        'finding',
        linked,
        '2022-03-01',
        '有关联的',
        '区审计局2021年审计 · 整改中 · 整改时限2022-07-31',
      ],
      ['rectification', 'finding', named, '2022-03-01', '被审计的', '区审计局2021年审计 · 已销号 · 2022-06-20 销号'],
    ])
  })

  test('go with it into the one that is kept, and keep it from being deleted', async () => {
    const service = await aBureau({ asOf: '2022-07-01' })
    const keepId = await anEnterprise(service, { name: '示例甲有限公司' })
    const otherId = await anEnterprise(service, { name: '示例甲公司' })
    const id = aFinding(service, aProgram(service), { title: '有关联的', enterpriseId: otherId })
    const refused = await refusalOf(service.call('registry.removeEnterprises', { ids: [otherId] }))
    expect([refused.code, refused.params?.['where']]).toEqual(['enterpriseInUse', '整改问题1处'])
    const merged = await service.call('registry.mergeEnterprises', { keepId, mergeIds: [otherId] })
    expect(merged.moved).toBe(1)
    const { enterprise } = await service.call('rectification.get', { id })
    expect(enterprise).toEqual({ id: keepId, name: '示例甲有限公司' })
  })
})

describe('a project and its findings (product C3)', () => {
  test('closing the finding shows on the project’s page', async () => {
    const service = await aBureau({ asOf: '2022-07-01' })
    const { id: projectId } = await service.call('projects.save', {
      id: null,
      fields: { name: '产业园二期' },
      expectedUpdatedAt: null,
    })
    const programId = aProgram(service)
    const id = aFinding(service, programId, { no: '9', title: '拨付滞后', projectId, dueOn: '2022-07-31' })
    const open = await service.call('projects.get', { id: projectId })
    const about = { id, no: '9', title: '拨付滞后', programTitle: '区审计局2021年审计', dueOn: '2022-07-31' }
    expect(open.findings).toEqual([{ ...about, statusText: '整改中', closedOn: null }])
    service
      .store()
      .write({ name: 'rectification.step', params: {}, actor: '分管领导', at: 'x' }, (_db) =>
        service
          .store()
          .connection.prepare("UPDATE finding SET state = 'closed', status = 'done', closed_on = '2022-06-30'")
          .run(),
      )
    const closed = await service.call('projects.get', { id: projectId })
    expect(closed.findings).toEqual([{ ...about, statusText: '已销号', closedOn: '2022-06-30' }])
  })
})
