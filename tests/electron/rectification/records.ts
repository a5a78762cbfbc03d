import { insertPart } from '../../../db/repositories/finding-parts'
import { updateFinding } from '../../../db/repositories/findings'
import { insertMeasure, linkMeasure, type MeasureRow } from '../../../db/repositories/measures'
import { uploadPartBytes } from '../../../shared/attachments/contract'
import type { CallInput } from '../../../shared/ipc/procedure'
import type { rectificationContract } from '../../../shared/rectification/contract'
import { emptyMeasure } from '../../../shared/rectification/empty-records'
import { noFindingFilter, type FindingFilter, type FindingSort } from '../../../shared/rectification/finding-rows'
import type { FindingRecord } from '../../../shared/rectification/record'
import { writing, type Service } from '../../builders'

type Calls = typeof rectificationContract
export type ProgramInput = CallInput<Calls['rectification.saveProgram']>['fields']
export type FindingInput = CallInput<Calls['rectification.saveFinding']>['fields']

/** As a message can carry them. */
export type Bytes = Uint8Array<ArrayBuffer>

const now = '2022-06-30T09:30:00+08:00'

export async function aProgram(service: Service, fields: ProgramInput = {}): Promise<string> {
  const known = { source: 'districtAudit', title: '2021年度审计', ...fields } as const
  return (await service.call('rectification.saveProgram', { id: null, fields: known, expectedUpdatedAt: null })).id
}

export async function aFinding(service: Service, programId: string, fields: FindingInput = {}): Promise<string> {
  const known = { title: '未及时上缴收入', ...fields }
  const input = { id: null, programId, fields: known, expectedUpdatedAt: null }
  return (await service.call('rectification.saveFinding', input)).id
}

export function changeFinding(service: Service, id: string, programId: string, fields: FindingInput) {
  return service.call('rectification.saveFinding', { id, programId, fields, expectedUpdatedAt: null })
}

/** Brings a finding somewhere on its way without the steps that lead there. */
export function placed(service: Service, id: string, fields: Partial<FindingRecord>): void {
  writing(service.store(), (db) => updateFinding(db, id, fields), { name: 'rectification.step' })
}

/** A measure that serves these findings. */
export function aMeasure(
  service: Service,
  programId: string,
  findingIds: readonly string[],
  fields: Partial<MeasureRow> = {},
): string {
  const id = service.context.newId()
  const row: MeasureRow = {
    ...emptyMeasure,
    id,
    programId,
    text: '收回资金',
    status: 'inProgress',
    batchId: null,
    sourceRow: null,
    isSample: false,
    createdAt: now,
    updatedAt: now,
    ...fields,
  }
  writing(service.store(), (db) => {
    insertMeasure(db, row)
    for (const findingId of findingIds)
      linkMeasure(db, { id: service.context.newId(), findingId, measureId: id, isSample: false })
  })
  return id
}

/** A cycle of a finding that ended with a 销号, as a ledger of before brings it. */
export function closedCycle(service: Service, findingId: string, seq = 1): void {
  writing(service.store(), (db) =>
    insertPart(db, 'cycle', {
      id: service.context.newId(),
      findingId,
      seq,
      startedOn: '2022-01-01',
      dueOn: null,
      closedOn: '2022-05-01',
      closureFormNo: '2022-001',
      reopenReason: '',
      reopenBasis: '',
      closureForm: null,
      isSample: false,
    }),
  )
}

/** Sends a file in parts, as the window does. */
export async function uploaded(service: Service, fileName: string, bytes: Bytes): Promise<string> {
  const { uploadId } = await service.call('attachments.begin', { fileName, size: bytes.length })
  for (let offset = 0; offset < bytes.length; offset += uploadPartBytes) {
    const part = bytes.subarray(offset, offset + uploadPartBytes)
    await service.call('attachments.append', { uploadId, offset, bytes: part })
  }
  return uploadId
}

export async function withEvidence(
  service: Service,
  findingId: string,
  file: { readonly fileName?: string; readonly bytes?: Bytes; readonly measureIds?: readonly string[] } = {},
): Promise<readonly string[]> {
  const { fileName = '缴款书.pdf', bytes = new TextEncoder().encode(fileName), measureIds = [] } = file
  const uploadId = await uploaded(service, fileName, bytes)
  const what = { findingId, measureIds: [...measureIds], note: '', uploadId }
  return (await service.call('rectification.addEvidence', { ...what, kind: 'voucher' })).ids
}

export function listed(
  service: Service,
  filter: Partial<FindingFilter> = {},
  sort: FindingSort = { by: 'position', descending: false },
) {
  const input = { filter: { ...noFindingFilter, ...filter }, sort, offset: 0, limit: 500 }
  return service.call('rectification.list', input)
}
