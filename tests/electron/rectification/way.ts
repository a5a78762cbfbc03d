import { updateFinding } from '../../../db/repositories/findings'
import type { CallInput } from '../../../shared/ipc/procedure'
import type { rectificationContract } from '../../../shared/rectification/contract'
import { aBureau, day, writing, type Service } from '../../builders'
import { aFinding, aProgram, withEvidence, type FindingInput, type ProgramInput } from './records'

type StepInput = CallInput<(typeof rectificationContract)['rectification.step']>
export type Event = StepInput['event']

/** From now on this person sits at the machine. */
export function sits(service: Service, name: string): void {
  Object.assign(service.context, { actor: () => name })
}

export const detail = (service: Service, id: string) => service.call('rectification.get', { id })

/** A step by a person; words and documents that it usually needs are given. */
export function step(service: Service, by: string, id: string, event: Event, fields: Partial<StepInput> = {}) {
  sits(service, by)
  const words = { text: event === 'submit' ? '' : '理由', agreedBy: '科室负责人', docNo: '东审发〔2022〕3号' }
  return service.call('rectification.step', { id, event, on: day('2022-06-30'), ...words, ...fields })
}

export function closeOut(service: Service, by: string, id: string, on = '2022-06-30') {
  sits(service, by)
  return service.call('rectification.closeOut', { id, on: day(on), text: '', expectedUpdatedAt: null })
}

export async function measureOf(service: Service, findingIds: readonly string[], text = '收回资金'): Promise<string> {
  const fields = { text, dueOn: day('2022-06-01') }
  return (await service.call('rectification.saveMeasure', { id: null, findingIds: [...findingIds], fields })).id
}

export function setMeasure(
  service: Service,
  by: string,
  id: string,
  status: 'notStarted' | 'inProgress' | 'done' | 'verified' | 'longTerm',
  on = '2022-06-01',
) {
  sits(service, by)
  return service.call('rectification.setMeasureStatus', { id, status, on: day(on) })
}

export interface Place {
  readonly service: Service
  readonly programId: string
  readonly id: string
  readonly measure: string
}

/** A finding 整改中 since 2022-03-01 with one measure in hand, 承办人01 being its handler. */
export async function aRectifying(
  options: { readonly program?: ProgramInput; readonly finding?: FindingInput } = {},
): Promise<Place> {
  const service = await aBureau({ asOf: '2022-06-30', actor: '科室负责人' })
  const programId = await aProgram(service, { feedbackOn: day('2022-01-10'), ...options.program })
  const responsible = { leader: '分管领导', leadUnit: '财务科', rectType: 'phased', handler: '承办人01' } as const
  const id = await aFinding(service, programId, { ...responsible, result: '已收回资金', ...options.finding })
  const measure = await measureOf(service, [id])
  await step(service, '科室负责人', id, 'assign', { on: day('2022-02-01') })
  if ((await detail(service, id)).state === 'planning')
    await step(service, '主要负责人', id, 'approvePlan', { on: day('2022-03-01') })
  return { service, programId, id, measure }
}

/** The same, submitted on 2022-06-02 with its measure done and proved by 承办人01. */
export async function aSubmitted(options: Parameters<typeof aRectifying>[0] = {}): Promise<Place> {
  const place = await aRectifying(options)
  const { service, id, measure } = place
  await setMeasure(service, '承办人01', measure, 'done')
  await withEvidence(service, id)
  await step(service, '承办人01', id, 'submit', { on: day('2022-06-02') })
  return place
}

/** The same, closed on 2022-06-30 by 复核人. */
export async function aClosed(options: Parameters<typeof aRectifying>[0] = {}): Promise<Place> {
  const place = await aSubmitted(options)
  await closeOut(place.service, '复核人', place.id)
  return place
}

/** What people write, by hand of the store, e.g. in a test of what is refused. */
export function written(service: Service, id: string, fields: Parameters<typeof updateFinding>[2]): void {
  writing(service.store(), (db) => updateFinding(db, id, fields), { name: 'rectification.saveFinding' })
}
