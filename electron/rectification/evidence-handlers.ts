import type { Store } from '../../db/access'
import {
  countAttachmentsOfBytes,
  deleteAttachment,
  insertAttachment,
  readAttachment,
} from '../../db/repositories/attachments'
import {
  countEvidenceOfAttachment,
  deleteEvidence,
  insertEvidence,
  readEvidence,
  readEvidenceOf,
  updateEvidence,
} from '../../db/repositories/evidence'
import { readPartRecords } from '../../db/repositories/finding-parts'
import { readFinding, toFindingRecord, updateFinding, type FindingRow } from '../../db/repositories/findings'
import { readMeasuresOf } from '../../db/repositories/measures'
import { err, ok, type Result } from '../../shared/core/result'
import type { Handlers, Input } from '../../shared/ipc/procedure'
import type { rectificationContract } from '../../shared/rectification/contract'
import { isSettled } from '../../shared/rectification/lifecycle'
import { dropUpload, finishUpload, type KeptUpload } from '../attachments/uploads'
import { openedStore, writeIntent, type Context } from '../context'
import { dropKept } from '../core/attachment-store'

type EvidenceCalls = Pick<typeof rectificationContract, 'rectification.addEvidence' | 'rectification.removeEvidence'>
type Added = Input<EvidenceCalls['rectification.addEvidence']>

/** The finding that takes evidence for these measures of its own. */
function takingFinding(store: Store, { findingId, measureIds }: Added): Result<FindingRow> {
  const finding = readFinding(store.read, findingId)
  if (!finding) return err('notFound')
  if (isSettled(toFindingRecord(finding))) return err('findingNotEditable')
  const own = new Set(readMeasuresOf(store.read, findingId).map(({ measure }) => measure.id))
  return measureIds.every((id) => own.has(id)) ? ok(finding) : err('notFound')
}

/** Writes the file and what it proves. The same file again in a cycle is one file, with what it proves said anew. */
function writeEvidence(
  context: Context,
  finding: FindingRow,
  { measureIds, kind, note }: Added,
  { fileName, sha256, size }: KeptUpload,
): Result<{ ids: string[] }> {
  const { id: findingId, title, cycle, isSample } = finding
  return writeIntent(context, 'rectification.addEvidence', { title, fileName }, (db) => {
    const now = context.now()
    const same = readEvidenceOf(db, findingId).filter(
      (each) => each.evidence.cycle === cycle && each.file.sha256 === sha256,
    )
    const attachmentId = same[0]?.file.id ?? context.newId()
    if (same.length === 0) {
      const about = { id: attachmentId, room: 'rectification', recordId: findingId, fileName, sha256, size, isSample }
      insertAttachment(db, { ...about, addedAt: now, addedBy: context.actor() })
    }
    const proved = measureIds.length === 0 ? [null] : [...new Set(measureIds)]
    const ids = proved.map((measureId) => {
      const known = same.find(({ evidence }) => evidence.measureId === measureId)
      const id = known?.evidence.id ?? context.newId()
      const said = { kind, note: note.trim() }
      if (known) updateEvidence(db, id, said)
      else insertEvidence(db, { id, findingId, measureId, attachmentId, ...said, cycle, isSample })
      return id
    })
    updateFinding(db, findingId, { updatedAt: now })
    return ok({ ids })
  })
}

async function addEvidence(context: Context, input: Added): Promise<Result<{ ids: string[] }>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const finding = takingFinding(store.value, input)
  if (!finding.ok) {
    await dropUpload(context, input.uploadId)
    return finding
  }
  const kept = await finishUpload(context, input.uploadId)
  if (!kept.ok) return kept
  const { sha256, isNew } = kept.value
  let isWritten = false
  try {
    // Asked again: a large file takes its time, and the finding may have been closed meanwhile.
    const current = takingFinding(store.value, input)
    const written = current.ok ? writeEvidence(context, current.value, input, kept.value) : current
    isWritten = written.ok
    return written
  } finally {
    const isUnused = isNew && !isWritten && countAttachmentsOfBytes(store.value.read, sha256) === 0
    if (isUnused) await dropKept(context, sha256)
  }
}

/** Evidence of a 销号 is part of it. */
function isOfClosedCycle(store: Store, finding: FindingRow, cycle: number): boolean {
  return (
    isSettled(toFindingRecord(finding)) ||
    cycle !== finding.cycle ||
    readPartRecords(store.read, 'cycle', finding.id).some(({ seq, closedOn }) => seq === cycle && closedOn !== null)
  )
}

/** 佐证材料. */
export const evidenceHandlers: Handlers<EvidenceCalls, Context> = {
  'rectification.addEvidence': (context, input) => addEvidence(context, input),

  'rectification.removeEvidence': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const { read } = store.value
    const evidence = readEvidence(read, id)
    const finding = evidence && readFinding(read, evidence.findingId)
    if (!finding) return err('notFound')
    if (isOfClosedCycle(store.value, finding, evidence.cycle)) return err('evidenceOfClosedStays')
    const fileName = readAttachment(read, evidence.attachmentId)?.fileName ?? ''
    return writeIntent(context, 'rectification.removeEvidence', { title: finding.title, fileName }, (db) => {
      deleteEvidence(db, id)
      if (countEvidenceOfAttachment(db, evidence.attachmentId) === 0) deleteAttachment(db, evidence.attachmentId)
      updateFinding(db, finding.id, { updatedAt: context.now() })
      return ok({})
    })
  },
}
