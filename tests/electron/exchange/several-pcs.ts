import { sharedSchemas } from '../../../db/repositories/shared-rows'
import { readDevices } from '../../../db/repositories/operations'
import { colleagueDraft, operationsBeyond } from '../../../electron/exchange/colleague-package'
import type { OwnDevice } from '../../../electron/exchange/local-operations'
import {
  captureEdits,
  mergeOperations,
  ownDevice,
  type ColleaguePackage,
  type MergeReport,
} from '../../../electron/exchange/merge-operations'
import { writeIntent } from '../../../electron/context'
import { err, ok, type Result } from '../../../shared/core/result'
import type { Operation } from '../../../shared/exchange/operation'
import { colleaguePayloadSchema, type ColleaguePayload } from '../../../shared/exchange/payloads'
import type { RowValues } from '../../../shared/exchange/shared-tables'
import { aBureau, valueOf, type Service } from '../../builders'

/** One PC of the bureau with its own store and key. */
export interface Pc extends Service {
  readonly own: OwnDevice
}

export async function aPc(actor = '承办人'): Promise<Pc> {
  const service = await aBureau({ actor })
  // Many small writes: what the disk keeps is not what these tests ask.
  service.store().connection.pragma('synchronous = OFF')
  const own = valueOf(await ownDevice(service.context, service.store()))
  return { ...service, own }
}

/** What a PC would send, without the zip around it; `to` = a PC, or everybody. */
export function packageOf(pc: Pc, to: Pc | null = null): ColleaguePackage {
  valueOf(captureEdits(pc.context, pc.own))
  const receiver = to && readDevices(pc.store()).some(({ device }) => device === to.own.device) ? to.own.device : null
  const operations = valueOf(operationsBeyond(pc.store(), pc.own, receiver))
  const { draft } = valueOf(colleagueDraft(pc.context, pc.store(), pc.own, { operations, withFiles: false }))
  return packageWith(pc, colleaguePayloadSchema.parse(JSON.parse(JSON.stringify(draft.payload))))
}

export function payloadIn(sent: ColleaguePackage): ColleaguePayload {
  return colleaguePayloadSchema.parse(sent.payload)
}

/** A package with the content of one's choice, e.g. a hostile one. */
export function packageWith(pc: Pc, payload: ColleaguePayload): ColleaguePackage {
  return {
    fileName: `${pc.own.device}.zip`,
    manifest: { from: { device: pc.own.device }, entries: [] } as unknown as ColleaguePackage['manifest'],
    payload,
    fileOf: () => err('notFound'),
  }
}

export function take(pc: Pc, sent: ColleaguePackage): Promise<Result<MergeReport>> {
  return mergeOperations(pc.context, pc.store(), sent)
}

/** Everybody takes over everything of everybody, until nothing is new. */
export async function exchangeAll(pcs: readonly Pc[]): Promise<void> {
  for (let round = 0; round < 2; round += 1)
    for (const from of pcs) for (const to of pcs) if (from !== to) valueOf(await take(to, packageOf(from, to)))
}

/** Writes through the funnel with a statement of its own. */
export function edit(pc: Pc, sql: string, parameters: RowValues = {}, intent = 'registry.saveEnterprise'): void {
  valueOf(
    writeIntent(pc.context, intent, {}, (_db, store) => {
      store.connection.prepare(sql).run(parameters)
      return ok(null)
    }),
  )
}

/** Every travelling row, as it must be the same on every PC. */
export function sharedDump(pc: Pc): Record<string, unknown[]> {
  const { connection } = pc.store()
  return Object.fromEntries(
    [...sharedSchemas(pc.store()).keys()].map((table) => [
      table,
      connection
        .prepare(`SELECT * FROM "${table}" ${table === 'preference' ? "WHERE id LIKE 'clock.%'" : ''} ORDER BY id`)
        .all(),
    ]),
  )
}

export function operationsOf(pc: Pc): Operation[] {
  return valueOf(operationsBeyond(pc.store(), pc.own, null)).slice()
}

export function rowOf(pc: Pc, table: string, id: string): RowValues | undefined {
  return pc.store().connection.prepare<[string], RowValues>(`SELECT * FROM "${table}" WHERE id = ?`).get(id)
}

const noEnterprise = {
  credit_code: '',
  street: '',
  scale: '',
  industry: '',
  contact: '',
  phone: '',
  remark: '',
  is_sample: 0,
  created_at: '2022-06-30T09:30:00+08:00',
  updated_at: '2022-06-30T09:30:00+08:00',
}

/** Adds a row of any table; columns that may not be empty must be given. */
export function add(pc: Pc, table: string, values: RowValues): void {
  const names = Object.keys(values)
  edit(
    pc,
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
    values,
  )
}

export function addEnterprise(pc: Pc, id: string, name: string, values: RowValues = {}): void {
  add(pc, 'enterprise', { ...noEnterprise, id, name, name_key: name, ...values })
}

export function addVisit(pc: Pc, id: string, enterpriseId: string, visitedOn = '2022-06-08'): void {
  const { is_sample, created_at, updated_at } = noEnterprise
  add(pc, 'visit', {
    id,
    enterprise_id: enterpriseId,
    visited_on: visitedOn,
    mode: 'onsite',
    visitors: '',
    topics: '',
    is_sample,
    created_at,
    updated_at,
  })
}

export function change(pc: Pc, table: string, id: string, column: string, value: string | number | null): void {
  edit(pc, `UPDATE "${table}" SET "${column}" = @value WHERE id = @id`, { id, value })
}

export function remove(pc: Pc, table: string, id: string): void {
  edit(pc, `DELETE FROM "${table}" WHERE id = @id`, { id })
}

/** A value for every column that may not be empty. */
export function emptyRow(pc: Pc, table: string): RowValues {
  const rows = pc
    .store()
    .connection.prepare<[string], { readonly name: string; readonly type: string }>(
      'SELECT name, type FROM pragma_table_info(?) WHERE "notnull" = 1',
    )
    .all(table)
  return Object.fromEntries(rows.map(({ name, type }) => [name, type === 'TEXT' ? '' : 0]))
}
