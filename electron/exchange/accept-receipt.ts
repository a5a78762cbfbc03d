import type { Store, WriteDb } from '../../db/access'
import { readSentOf } from '../../db/repositories/packages'
import { readBureau } from '../../db/repositories/settings'
import { err, ok, type Result } from '../../shared/core/result'
import type { PackageChange } from '../../shared/exchange/contract'
import { receiptPayloadSchema, type ReceiptPayload } from '../../shared/exchange/payloads'
import { valueText } from '../../shared/exchange/verdict-text'
import { matchesUnit } from '../../shared/registry/unit-names'
import { parseReportPeriod } from '../../shared/reports/period'
import { receiveTerms } from '../../shared/terms/exchange-receive'
import { leadClassLabel } from '../../shared/terms/investment'
import type { Context } from '../context'
import { parsedPayload, type KindHandler } from './kind-handler'
import type { ReadPackage } from './package-model'
import { receiptFacts, recordReceiptFacts, type ReceiptFacts } from './receipt-facts'

/** The receipt, when it answers an edition that we sent. */
function receiptOf(store: Store, read: ReadPackage): Result<ReceiptPayload> {
  const parsed = parsedPayload(read, receiptPayloadSchema)
  if (!parsed.ok) return parsed
  const { unit, period, answers: edition, checkCode } = parsed.value
  const bureau = readBureau(store.read)
  if (!bureau) return err('notInitialised')
  if (!matchesUnit(unit, [bureau.name, ...bureau.aliases]))
    return err('packageWrongUnit', { to: unit, own: bureau.name })
  if (period !== read.manifest.period)
    return err('packageWrongPeriod', { file: read.fileName, period, wanted: read.manifest.period ?? '' })
  const sent = readSentOf(store.read, 'summary', period).some(
    (row) => row.edition === edition && row.checkCode === checkCode,
  )
  return sent ? parsed : err('receiptForUnsent', { period, edition, checkCode })
}

function countsOf({ lines }: ReceiptPayload, facts: ReceiptFacts): Record<string, number> {
  const of = (verdict: string): number => lines.filter((line) => line.verdict === verdict).length
  return {
    lines: lines.length,
    accepted: of('accepted'),
    adjusted: of('adjusted'),
    returned: of('returned'),
    leads: facts.leads.length,
    figures: facts.figures.length,
    answers: facts.answers.length,
  }
}

function lineChanges({ lines }: ReceiptPayload): readonly PackageChange[] {
  return lines
    .filter(({ verdict }) => verdict !== 'accepted')
    .map((line) => ({
      title: line.label,
      field: receiveTerms.verdict,
      from: valueText(line.key, line.reported) ?? receiveTerms.none,
      to:
        line.verdict === 'returned'
          ? receiveTerms.returned(line.reason)
          : receiveTerms.adjusted(valueText(line.key, line.approved) ?? receiveTerms.none, line.reason),
    }))
}

function factChanges({ leads, figures, answers }: ReceiptFacts): readonly PackageChange[] {
  return [
    ...leads.map(({ row, to, line }) => ({
      title: line.label,
      field: receiveTerms.leadClass,
      // The column is only written from the closed list.
      from: leadClassLabel(row.districtClass as Parameters<typeof leadClassLabel>[0]),
      to: leadClassLabel(to),
    })),
    ...figures.map(({ name, value, before }) => ({
      title: name,
      field: receiveTerms.figure,
      from: before ?? receiveTerms.none,
      to: value,
    })),
    ...answers.map(({ objection, answer }) => ({
      title: objection.text,
      field: receiveTerms.objection,
      from: objection.answer || receiveTerms.none,
      to: answer.isAccepted
        ? receiveTerms.objectionAccepted(answer.answer)
        : receiveTerms.objectionRefused(answer.answer),
    })),
  ]
}

function applyReceipt(context: Context, db: WriteDb, store: Store, read: ReadPackage) {
  const receipt = receiptOf(store, read)
  if (!receipt.ok) return receipt
  const { period, docRef } = receipt.value
  const facts = receiptFacts(store, context.today(), receipt.value)
  const { edition, checkCode } = read.manifest
  recordReceiptFacts(context, db, facts, {
    year: parseReportPeriod(period)?.year ?? 0,
    documentReference: docRef || receiveTerms.receiptReference(period, edition, checkCode),
  })
  return ok({ counts: countsOf(receipt.value, facts), batchId: null })
}

/** 回执: the district's verdicts on what we sent, and the facts that it decided. */
export const receiptHandler: KindHandler = {
  preview: (context, store, read) => {
    const receipt = receiptOf(store, read)
    if (!receipt.ok) return receipt
    const facts = receiptFacts(store, context.today(), receipt.value)
    return ok({
      counts: countsOf(receipt.value, facts),
      changes: [...lineChanges(receipt.value), ...factChanges(facts)],
      notes: facts.notes,
      importSession: null,
    })
  },
  apply: (context, db, store, { read }) => applyReceipt(context, db, store, read),
}
