import type { ReadDb } from '../../db/access'
import type { Store, WriteDb } from '../../db/access'
import { readLeadRow, updateLead, type LeadRow } from '../../db/repositories/investment'
import { readOwnObjection, updateOwnObjection, type OwnObjectionRow } from '../../db/repositories/own-objections'
import { readManualScores, saveManualScore } from '../../db/repositories/scoring'
import type { IsoDate } from '../../shared/core/dates'
import type { ReceiptPayload } from '../../shared/exchange/payloads'
import { leadClasses, type LeadClass } from '../../shared/investment/record'
import { parseReportPeriod } from '../../shared/reports/period'
import { validateManual } from '../../shared/scoring/manual-figures'
import { receiveTerms } from '../../shared/terms/exchange-receive'
import type { Context } from '../context'
import { schemeOf } from '../scoring/score'

type Line = ReceiptPayload['lines'][number]

/** What of a receipt becomes a fact of the district in our records. */
export interface ReceiptFacts {
  readonly leads: readonly { readonly row: LeadRow; readonly to: LeadClass; readonly line: Line }[]
  readonly figures: readonly (ReceiptPayload['figures'][number] & { readonly before: string | null })[]
  readonly answers: readonly {
    readonly objection: OwnObjectionRow
    readonly answer: ReceiptPayload['answersToObjections'][number]
  }[]
  /** What cannot be recorded, in words. */
  readonly notes: readonly string[]
}

const leadPrefix = 'lead/'

/** A class that the district decided otherwise than we reported it; null where it left the line as it was. */
function decidedClass({ key, verdict, approved, reported }: Line): string | null {
  if (!key.startsWith(leadPrefix) || verdict === 'returned' || approved === null || approved === reported) return null
  return approved
}

function leadsOf(db: ReadDb, { lines }: ReceiptPayload): Pick<ReceiptFacts, 'leads' | 'notes'> {
  const leads: ReceiptFacts['leads'][number][] = []
  const notes: string[] = []
  for (const line of lines) {
    const decided = decidedClass(line)
    if (decided === null) continue
    const to = leadClasses.find((each) => each === decided)
    const row = readLeadRow(db, line.key.slice(leadPrefix.length))
    if (to === undefined) notes.push(receiveTerms.ignoredClass(line.label, decided))
    else if (row === null) notes.push(receiveTerms.lineGone(line.label))
    else if (row.districtClass !== to) leads.push({ row, to, line })
  }
  return { leads, notes }
}

function figuresOf(store: Store, today: IsoDate, payload: ReceiptPayload): Pick<ReceiptFacts, 'figures' | 'notes'> {
  const year = parseReportPeriod(payload.period)?.year ?? 0
  const scheme = schemeOf(store, year, today)
  const given = readManualScores(store.read, year)
  const figures: ReceiptFacts['figures'][number][] = []
  const notes: string[] = []
  for (const figure of payload.figures) {
    const before = given.findLast(({ componentId }) => componentId === figure.componentId)?.value ?? null
    const checked = scheme.ok ? validateManual(scheme.value, figure.componentId, figure.value) : scheme
    if (!checked.ok) notes.push(receiveTerms.ignoredFigure(figure.name, figure.value))
    else if (checked.value !== before) figures.push({ ...figure, value: checked.value, before })
  }
  return { figures, notes }
}

function answersOf(db: ReadDb, { answersToObjections }: ReceiptPayload): ReceiptFacts['answers'] {
  return answersToObjections.flatMap((answer) => {
    const objection = readOwnObjection(db, answer.id)
    const isNew = objection && (objection.answer !== answer.answer || objection.isAccepted !== answer.isAccepted)
    return isNew ? [{ objection, answer }] : []
  })
}

/** What a receipt would change in our records; what stands there already is left out. */
export function receiptFacts(store: Store, today: IsoDate, payload: ReceiptPayload): ReceiptFacts {
  const { leads, notes } = leadsOf(store.read, payload)
  const given = figuresOf(store, today, payload)
  return {
    leads,
    figures: given.figures,
    answers: answersOf(store.read, payload),
    notes: [...notes, ...given.notes],
  }
}

/** 无效 holds from the day it is recorded, with its reason; a decision that is taken back takes both with it. */
function leadColumns(row: LeadRow, to: LeadClass, reason: string, today: IsoDate): Partial<LeadRow> {
  if (to === 'invalid') return { endedOn: today, endingReason: reason }
  return row.districtClass === 'invalid' && row.ending === null ? { endedOn: null, endingReason: '' } : {}
}

/** Records the facts of a receipt with the document that they rest on. Source: domain §2, facts of the district. */
export function recordReceiptFacts(
  context: Context,
  db: WriteDb,
  { leads, figures, answers }: ReceiptFacts,
  { year, documentReference }: { readonly year: number; readonly documentReference: string },
): void {
  const today = context.today()
  for (const { row, to, line } of leads)
    updateLead(db, row.id, {
      ...leadColumns(row, to, line.reason, today),
      districtClass: to,
      documentReference,
      updatedAt: context.now(),
    })
  for (const { componentId, value, docRef } of figures)
    saveManualScore(db, {
      id: context.newId(),
      year,
      componentId,
      value,
      givenOn: today,
      documentReference: docRef || documentReference,
      isSample: false,
    })
  for (const { objection, answer } of answers)
    updateOwnObjection(db, objection.id, {
      answer: answer.answer,
      isAccepted: answer.isAccepted,
      answeredOn: today,
    })
}
