import { expect, it } from 'vitest'
import { insertEnterprise, insertLink, namedEnterprise } from '../../../db/repositories/enterprises'
import { ensurePerson } from '../../../db/repositories/people'
import { aBureau, day, dumpOf, refusalOf, writing, type Service } from '../../builders'

const fields = { title: '中小企业纾困措施', publishedOn: day('2022-04-27') }
const save = (service: Service, changes: Parameters<typeof service.call<'environment.savePolicy'>>[1]['fields'] = {}) =>
  service.call('environment.savePolicy', { id: null, fields: { ...fields, ...changes }, expectedUpdatedAt: null })
const rows = (service: Service) => service.call('environment.policies', { year: 2022 })

/** Enterprises 01, 02 …, each with an official since the start of the year. */
function withEnterprises(service: Service, count: number, startedOn = '2022-01-01'): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const id = service.context.newId()
    const name = `包联企业${String(index + 1).padStart(2, '0')}有限公司`
    const about = { id, batchId: null, sourceRow: null, isSample: false, createdAt: '2022-01-01T09:00:00+08:00' }
    writing(service.store(), (db) => {
      insertEnterprise(db, namedEnterprise(name, about))
      const personId = ensurePerson(db, `包联干部${index % 14}`, {
        rank: '',
        isSample: false,
        newId: service.context.newId,
      })
      const link = {
        id: service.context.newId(),
        enterpriseId: id,
        personId,
        startedOn,
        endedOn: null,
        isSample: false,
      }
      insertLink(db, link)
    })
    return id
  })
}

it('新政策: the clock before and after saving, 2022-04-27 is due on the worked Saturday 2022-05-07', async () => {
  const service = await aBureau({ asOf: '2022-04-28' })
  const due = { dueOn: '2022-05-07', dueOnEstimate: null, isMakeUpDay: true }
  expect(await service.call('environment.policyDue', { publishedOn: day('2022-04-27') })).toEqual(due)
  const { id } = await save(service, { title: '  中小企业纾困措施 ' })
  expect(await rows(service)).toMatchObject([
    { policy: { id, title: '中小企业纾困措施' }, ...due, state: 'open', workdaysLeft: 4, hasExplainer: false },
  ])
})

it('17 of 18 told names the missing one; tick all and untick are one step each to undo', async () => {
  const service = await aBureau({ asOf: '2022-05-10' })
  const ids = withEnterprises(service, 18)
  const { id } = await save(service)
  const start = dumpOf(service.store().connection)
  const tell = (enterpriseIds: readonly string[], toldOn: string | null) =>
    service.call('environment.setTold', {
      policyId: id,
      enterpriseIds: [...enterpriseIds],
      toldOn: toldOn === null ? null : day(toldOn),
    })
  expect(await tell(ids.slice(0, 17), '2022-05-09')).toEqual({ told: 17 })
  expect(await rows(service)).toMatchObject([{ told: 17, toldOf: 18, untold: ['包联企业18有限公司'] }])
  expect(await tell(ids, '2022-05-10')).toEqual({ told: 18 })
  const detail = await service.call('environment.policy', { id })
  expect(detail).toMatchObject({ told: 18, untold: [] })
  expect(new Set(detail.enterprises.map(({ toldOn }) => toldOn))).toEqual(new Set(['2022-05-10']))
  expect(await tell(ids, null)).toEqual({ told: 0 })
  await service.call('core.undoLast', {})
  await service.call('core.undoLast', {})
  expect(await rows(service)).toMatchObject([{ told: 17 }])
  await service.call('core.undoLast', {})
  expect(dumpOf(service.store().connection)).toEqual(start)
})

it('an enterprise whose official ended before, or began after, need not be told; one that was told stays listed', async () => {
  const service = await aBureau({ asOf: '2022-05-10' })
  const [now = ''] = withEnterprises(service, 1)
  const [later = ''] = withEnterprises(service, 1, '2022-06-01')
  const { id } = await save(service)
  expect(await rows(service)).toMatchObject([{ told: 0, toldOf: 1 }])
  await service.call('environment.setTold', { policyId: id, enterpriseIds: [later], toldOn: day('2022-05-10') })
  const { enterprises, told } = await service.call('environment.policy', { id })
  expect(told).toBe(0)
  expect(enterprises.map(({ enterpriseId, isLinked }) => [enterpriseId, isLinked])).toEqual([
    [now, true],
    [later, false],
  ])
})

it.each([
  [{ title: '  ' }, 'policyNeedsField'],
  [{ publishedOn: day('2022-05-11') }, 'policyInFuture'],
  [{ sentOn: day('2022-05-11') }, 'policyInFuture'],
  [{ sentOn: day('2022-04-26') }, 'policyDateOrder'],
  [{ explainerReadyOn: day('2022-12-01') }, 'policyInFuture'],
] as const)('%j is refused: %s', async (changes, code) => {
  const service = await aBureau({ asOf: '2022-05-10' })
  expect((await refusalOf(save(service, changes))).code).toBe(code)
  expect(await rows(service)).toEqual([])
})

it('a policy without a day of publication, an unknown one and one changed meanwhile are refused', async () => {
  const service = await aBureau({ asOf: '2022-05-10' })
  const call = (id: string | null, expectedUpdatedAt: string | null = null) =>
    service.call('environment.savePolicy', { id, fields: { title: '政策' }, expectedUpdatedAt })
  expect((await refusalOf(call(null))).code).toBe('policyNeedsField')
  expect((await refusalOf(call('none'))).code).toBe('notFound')
  const { id } = await save(service)
  expect((await refusalOf(call(id, 'earlier'))).code).toBe('changedMeanwhile')
  expect((await refusalOf(service.call('environment.removePolicy', { id: 'none' }))).code).toBe('notFound')
})

it('told before publication or tomorrow, or an enterprise that is not there, is refused', async () => {
  const service = await aBureau({ asOf: '2022-05-10' })
  const [enterprise = ''] = withEnterprises(service, 1)
  const { id: policyId } = await save(service)
  const codeOf = async (toldOn: string, enterpriseId = enterprise) =>
    (
      await refusalOf(
        service.call('environment.setTold', { policyId, enterpriseIds: [enterpriseId], toldOn: day(toldOn) }),
      )
    ).code
  expect(await codeOf('2022-05-11')).toBe('policyInFuture')
  expect(await codeOf('2022-04-26')).toBe('policyDateOrder')
  expect(await codeOf('2022-05-10', 'none')).toBe('notFound')
})

it('its file is kept with it and goes with it; one step brings all of it back', async () => {
  const service = await aBureau({ asOf: '2022-05-10' })
  const [enterprise = ''] = withEnterprises(service, 1)
  const { id } = await save(service)
  const bytes = new Uint8Array([1, 2, 3])
  await service.call('attachments.add', { room: 'environment', recordId: id, fileName: '政策.pdf', bytes })
  await service.call('environment.setTold', { policyId: id, enterpriseIds: [enterprise], toldOn: day('2022-05-10') })
  const full = dumpOf(service.store().connection)
  await service.call('environment.removePolicy', { id })
  expect(dumpOf(service.store().connection)).toMatchObject({ policy: [], policy_told: [], attachment: [] })
  await service.call('core.undoLast', {})
  expect(dumpOf(service.store().connection)).toEqual(full)
})
