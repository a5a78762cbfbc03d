import type { WriteDb } from '../../db/access'
import { insertAttachment } from '../../db/repositories/attachments'
import { keepObjection } from '../../db/repositories/objections'
import { recordReceived } from '../../db/repositories/packages'
import { insertSubmission, readSubmissionsOf } from '../../db/repositories/submissions'
import { insertUnit, nextUnitPosition, readUnits } from '../../db/repositories/units'
import { streams } from '../../shared/core/schemas'
import type { ReceivedFile } from '../../shared/district/contract'
import { unitFinder } from '../../shared/district/unit-finder'
import type { SummaryPayload } from '../../shared/exchange/payloads'
import { districtText } from '../../shared/terms/district'
import { categoryLabels } from '../../shared/terms/settings'
import type { Context } from '../context'
import { trustSigner } from '../exchange/signer'
import type { Candidate } from './return-file'

export interface Writing {
  readonly context: Context
  readonly db: WriteDb
  readonly isSample: boolean
}

/** The unit's id; one that the list does not have yet is added with the category that its package states. */
function unitIdOf({ context, db, isSample }: Writing, { unit, unitName, payload }: Candidate): string {
  const known = unit ?? unitFinder(readUnits(db))(unitName)
  if (known) return known.id
  const id = context.newId()
  const now = context.now()
  const { aliases, category } = payload.unit
  insertUnit(db, {
    id,
    name: unitName,
    aliases,
    category,
    contact: payload.contact?.preparedBy ?? '',
    phone: payload.contact?.phone ?? '',
    isSample,
    isOptional: false,
    position: nextUnitPosition(db),
    remark: '',
    leftOn: null,
    createdAt: now,
    updatedAt: now,
  })
  return id
}

function keepObjections({ db, isSample }: Writing, { payload, receivedOn }: Candidate, unitId: string): void {
  for (const { id, lineKey, text } of payload.objections)
    keepObjection(db, { id, unitId, period: payload.period, lineKey, text, receivedOn, isSample })
}

/** Enters the 异议 of a file whose period is locked. The file itself is not taken over and can be once it is open again. */
function writeObjections(writing: Writing, candidate: Candidate): ReceivedFile {
  const { context, db } = writing
  const { fileName, unit, unitName, payload, read } = candidate
  if (read) trustSigner(context, db, read, 'bureau')
  if (unit) keepObjections(writing, candidate, unit.id)
  return {
    fileName,
    outcome: 'taken',
    unit: unitName,
    edition: null,
    source: read ? 'package' : 'table',
    code: '',
    text: districtText.received.onlyObjections(payload.objections.length),
  }
}

function isNil({ nil }: SummaryPayload): boolean {
  return streams.every((stream) => nil.includes(stream))
}

/** Enters one return with its original, its signer and its objections; gives the edition. */
function enter(writing: Writing, candidate: Candidate): number {
  const { context, db, isSample } = writing
  const { fileName, sha256, size, payload, receivedOn, read } = candidate
  const [at, by] = [context.now(), context.actor()]
  const unitId = unitIdOf(writing, candidate)
  const before = readSubmissionsOf(db, unitId, payload.period).at(-1)?.head.edition ?? 0
  const edition = Math.max(before + 1, read?.manifest.edition ?? 1)
  const id = context.newId()
  if (read) {
    trustSigner(context, db, read, 'bureau')
    recordReceived(db, read, { sha256, at, by, content: null, isSample })
  }
  const row = {
    id,
    unitId,
    edition,
    sha256,
    fileName,
    receivedOn,
    isSample,
    period: payload.period,
    asOf: payload.asOf,
  }
  insertSubmission(
    db,
    {
      ...row,
      source: read ? 'package' : 'table',
      receivedAt: at,
      receivedBy: by,
      checkCode: read?.manifest.checkCode ?? '',
      signature: read ? (read.isSigned ? 'trusted' : 'unsigned') : 'table',
      receivedId: read?.manifest.id ?? null,
      isNil: isNil(payload),
      lineCount: payload.lines.length,
      returnedOn: null,
      returnReason: '',
      reviewedOn: null,
      reviewedBy: '',
    },
    payload,
  )
  const attachment = { room: 'district', recordId: id, addedAt: at, addedBy: by, fileName, sha256, size, isSample }
  insertAttachment(db, { id: context.newId(), ...attachment })
  keepObjections(writing, candidate, unitId)
  return edition
}

/** Enters one return, or of a locked period what it objects to, and says of its file what is worth knowing. */
export function writeReturn(writing: Writing, candidate: Candidate): ReceivedFile {
  if (candidate.takes === 'objections') return writeObjections(writing, candidate)
  const edition = enter(writing, candidate)
  const { unit, unitName, payload, fileName, read, notes } = candidate
  const texts = [
    ...(isNil(payload) ? [districtText.received.nil] : []),
    ...notes,
    ...(unit ? [] : [districtText.received.newUnit(categoryLabels[payload.unit.category])]),
  ]
  return {
    fileName,
    outcome: 'taken',
    unit: unitName,
    edition,
    source: read ? 'package' : 'table',
    code: '',
    text: texts.join(''),
  }
}
