import { deleteAttachmentsOf } from '../../db/repositories/attachments'
import { readEnterprise } from '../../db/repositories/enterprises'
import {
  deletePolicy,
  deleteTold,
  readPolicies,
  readPolicy,
  readTold,
  savePolicy,
  saveTold,
  updatePolicy,
} from '../../db/repositories/policies'
import { yearOf, type IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { environmentContract } from '../../shared/environment/contract'
import { policyDue } from '../../shared/environment/policies'
import type { PolicyFields, PolicyRecord } from '../../shared/environment/record'
import type { Handlers, Input, Output } from '../../shared/ipc/procedure'
import { policyTerms, toldTerm } from '../../shared/terms/environment'
import { openedStore, writeIntent, type Context } from '../context'
import { policyWorkdaysOf, presentPolicies, presentPolicy } from './policies'

type Calls = Pick<
  typeof environmentContract,
  | 'environment.policies'
  | 'environment.policy'
  | 'environment.policyDue'
  | 'environment.savePolicy'
  | 'environment.removePolicy'
  | 'environment.setTold'
>

const emptyFields: Omit<PolicyFields, 'publishedOn'> = {
  title: '',
  docNo: '',
  issuer: '',
  explainerReadyOn: null,
  explainer: '',
  sentOn: null,
  sentVia: '',
  channels: [],
  handler: '',
  remark: '',
}

/** Texts without outer white space, so that a blank is a blank everywhere. */
function trimmed(fields: Input<Calls['environment.savePolicy']>['fields']): Partial<PolicyFields> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  const clean = entries.map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value])
  // The same fields with the same types.
  return Object.fromEntries(clean) as Partial<PolicyFields>
}

/** Why the policy cannot stand as it is given; null when it can. */
function refusalOf(policy: PolicyFields, asOf: IsoDate): ReturnType<typeof err> | null {
  if (policy.title === '') return err('policyNeedsField', { field: policyTerms.title.label })
  const days = [
    ['publishedOn', policy.publishedOn],
    ['explainerReadyOn', policy.explainerReadyOn],
    ['sentOn', policy.sentOn],
  ] as const
  for (const [field, on] of days) {
    if (on !== null && on > asOf) return err('policyInFuture', { field: policyTerms[field].label, on, asOf })
  }
  const { publishedOn, sentOn } = policy
  return sentOn !== null && sentOn < publishedOn
    ? err('policyDateOrder', { field: policyTerms.sentOn.label, on: sentOn, publishedOn })
    : null
}

function save(
  context: Context,
  { id, fields, expectedUpdatedAt }: Input<Calls['environment.savePolicy']>,
): Result<Output<Calls['environment.savePolicy']>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const known = id === null ? null : readPolicy(store.value.read, id)
  if (id !== null && !known) return err('notFound')
  if (known && expectedUpdatedAt !== null && known.updatedAt !== expectedUpdatedAt) return err('changedMeanwhile')
  const given = trimmed(fields)
  const publishedOn = given.publishedOn ?? known?.publishedOn
  if (publishedOn === undefined) return err('policyNeedsField', { field: policyTerms.publishedOn.label })
  const now = context.now()
  const about = known ?? { ...emptyFields, id: context.newId(), isSample: false, createdAt: now }
  const policy: PolicyRecord = { ...about, ...given, publishedOn, updatedAt: now }
  const refusal = refusalOf(policy, context.today())
  if (refusal) return refusal
  return writeIntent(context, 'environment.savePolicy', { title: policy.title }, (db) => {
    savePolicy(db, policy)
    return ok({ id: policy.id })
  })
}

function setTold(
  context: Context,
  { policyId, enterpriseIds, toldOn }: Input<Calls['environment.setTold']>,
): Result<Output<Calls['environment.setTold']>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const policy = readPolicy(store.value.read, policyId)
  if (!policy || enterpriseIds.some((id) => !readEnterprise(store.value.read, id))) return err('notFound')
  const asOf = context.today()
  if (toldOn !== null && toldOn > asOf) return err('policyInFuture', { field: toldTerm.label, on: toldOn, asOf })
  const { publishedOn, isSample } = policy
  if (toldOn !== null && toldOn < publishedOn)
    return err('policyDateOrder', { field: toldTerm.label, on: toldOn, publishedOn })
  const params = { title: policy.title, count: enterpriseIds.length }
  return writeIntent(context, 'environment.setTold', params, (db) => {
    if (toldOn === null) deleteTold(db, policyId, enterpriseIds)
    else saveTold(db, { policyId, toldOn, isSample }, enterpriseIds, context.newId)
    updatePolicy(db, policyId, { updatedAt: context.now() })
    return ok({ told: readTold(db, [policyId]).length })
  })
}

/** 惠企政策: the clock, the record, who was told. */
export const policyHandlers: Handlers<Calls, Context> = {
  'environment.policies': (context, { year }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    return ok(presentPolicies(context, store.value, readPolicies(store.value.read, year)))
  },

  'environment.policy': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const policy = readPolicy(store.value.read, id)
    const detail = policy && presentPolicy(context, store.value, policy)
    return detail ? ok(detail) : err('notFound')
  },

  'environment.policyDue': (context, { publishedOn }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    return ok(policyDue(publishedOn, context.calendars(), policyWorkdaysOf(store.value, yearOf(publishedOn))))
  },

  'environment.savePolicy': save,

  'environment.removePolicy': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const known = readPolicy(store.value.read, id)
    if (!known) return err('notFound')
    return writeIntent(context, 'environment.removePolicy', { title: known.title }, (db) => {
      deleteAttachmentsOf(db, id)
      deletePolicy(db, id)
      return ok({})
    })
  },

  'environment.setTold': setTold,
}
