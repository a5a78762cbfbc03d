import type { Store } from '../../db/access'
import { readEvidenceOf, type EvidenceFile } from '../../db/repositories/evidence'
import { readEnterpriseName, readProjectName, readRevenueOfFinding } from '../../db/repositories/finding-links'
import { readPartRecords } from '../../db/repositories/finding-parts'
import { toFindingRecord, type FindingRow as StoredFinding } from '../../db/repositories/findings'
import { readMeasuresOf, readOtherFindings, toMeasureRecord } from '../../db/repositories/measures'
import { readBatch } from '../../db/repositories/tables'
import { invariant } from '../../shared/core/assert'
import { isoDate } from '../../shared/core/dates'
import { formatMoney, type Fen } from '../../shared/core/money'
import type { FindingDetail } from '../../shared/rectification/finding-rows'
import { judgeEvent } from '../../shared/rectification/judge-event'
import {
  eventsFrom,
  type Actor,
  type EventInput,
  type FindingEvent,
  type FindingFacts,
} from '../../shared/rectification/lifecycle'
import type { FindingRecord } from '../../shared/rectification/record'
import type { Evidence } from '../../shared/rectification/part-records'
import { messageText } from '../../shared/terms/messages'
import { linkedRevenueText } from '../../shared/terms/rectification'
import type { Context } from '../context'
import { isKept } from '../core/attachment-store'
import { findingFactsOf } from './facts'
import { presentFindings } from './present'
import { stepRefusal } from './record-step'
import { actorOf } from './seat'

function presentEvidence(context: Context, { evidence, file }: EvidenceFile): Evidence {
  const { id, findingId, measureId, attachmentId, note, cycle } = evidence
  return {
    id,
    findingId,
    measureId,
    attachmentId,
    note,
    cycle,
    // Only written from the closed list.
    kind: evidence.kind as Evidence['kind'],
    fileName: file.fileName,
    sha256: file.sha256,
    size: file.size,
    addedAt: file.addedAt,
    addedBy: file.addedBy,
    presence: isKept(context.dataFolder, file.sha256) ? 'present' : 'missing',
  }
}

/** What a person would enter, so that only what stands in the way of the event itself is said. */
function wellEntered(event: FindingEvent, context: Context): EventInput {
  return {
    event,
    on: context.today(),
    text: '-',
    agreedBy: '-',
    docNo: '-',
    // 已完成 asks for more than the others; the form says what it still needs.
    determination: 'phasedDone',
    newDueOn: isoDate(2199, 12, 31),
    referredTo: '-',
    isApproved: true,
  }
}

/** What the person at this seat may do, and the first thing in the way. */
function nextEvents(
  context: Context,
  finding: FindingRecord,
  facts: FindingFacts,
  actor: Actor,
): FindingDetail['next'] {
  return eventsFrom(finding.state, actor.roles).map((event) => {
    const verdict = judgeEvent(finding, facts, actor, wellEntered(event, context), context.today())
    const [first] = verdict.ok ? [] : verdict.refusals
    if (!first) return { event, blockedBy: '' }
    const { code, params } = stepRefusal(first)
    return { event, blockedBy: messageText(code, params) }
  })
}

function amountText(amount: Fen | null): string | null {
  return amount === null ? null : formatMoney(amount, 'tenThousand')
}

function revenueOf(store: Store, findingId: string): FindingDetail['revenue'] {
  return readRevenueOfFinding(store.read, findingId).map(({ id, item, bookedOn, districtRetained, gross }) => ({
    id,
    item,
    bookedOn,
    text: linkedRevenueText(amountText(districtRetained), amountText(gross)),
  }))
}

function measuresOf(store: Store, findingId: string, evidence: readonly Evidence[]): FindingDetail['measures'] {
  const measures = readMeasuresOf(store.read, findingId)
  const others = readOtherFindings(store.read, findingId)
  return measures.map(({ number, measure }) => ({
    ...toMeasureRecord(measure),
    number,
    evidenceCount: new Set(
      evidence.filter(({ measureId }) => measureId === measure.id).map(({ attachmentId }) => attachmentId),
    ).size,
    otherFindings: [...(others.get(measure.id) ?? [])],
  }))
}

function importOf(store: Store, { batchId, sourceRow }: StoredFinding): FindingDetail['imported'] {
  const batch = batchId === null ? null : readBatch(store.read, batchId)
  return batch && sourceRow !== null ? { batchId: batch.id, file: batch.fileName, row: sourceRow } : null
}

/** One finding with everything that its page shows. */
export function presentFindingDetail(context: Context, store: Store, stored: StoredFinding): FindingDetail {
  const { read } = store
  const { id, projectId, enterpriseId } = stored
  const fields = toFindingRecord(stored)
  const [row] = presentFindings(context, store, [stored])
  invariant(row, 'one finding gives one row')
  const evidence = readEvidenceOf(read, id).map((each) => presentEvidence(context, each))
  const facts = findingFactsOf(read, fields)
  const actor = actorOf(context, read)
  return {
    ...row,
    fields,
    evidence,
    measures: measuresOf(store, id, evidence),
    points: readPartRecords(read, 'point', id),
    amounts: readPartRecords(read, 'amount', id),
    rules: readPartRecords(read, 'rule', id),
    accountability: readPartRecords(read, 'accountability', id),
    referrals: readPartRecords(read, 'referral', id),
    extensions: readPartRecords(read, 'extension', id),
    cycles: readPartRecords(read, 'cycle', id),
    steps: readPartRecords(read, 'step', id).toReversed(),
    lookBacks: readPartRecords(read, 'lookBack', id),
    next: nextEvents(context, fields, facts, actor),
    isDoer: facts.doers.has(actor.name),
    revenue: revenueOf(store, id),
    project: projectId === null ? null : readProjectName(read, projectId),
    enterprise: enterpriseId === null ? null : readEnterpriseName(read, enterpriseId),
    imported: importOf(store, stored),
  }
}
