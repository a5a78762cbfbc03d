import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { formatMoney, type Fen } from '../../shared/core/money'
import { misfitOf, retainedOf } from '../../shared/revenue/amounts'
import { revenueSources, type RevenueFields, type RevenueSource } from '../../shared/revenue/record'
import { entryText } from '../text/revenue'
import { parseTyped, parseTypedRate, typedOf } from './amounts'

/** What a form of an entry holds: every field as it was typed. */
export interface EntryDraft {
  readonly item: string
  readonly source: RevenueSource
  readonly payer: string
  readonly occurredOn: string
  readonly gross: string
  readonly retainedRate: string
  readonly districtRetained: string
  readonly voucherNo: string
  readonly findingText: string
  /** Empty: none of 整改台账. */
  readonly findingId: string
  /** What the chosen finding is called; shown, not saved. */
  readonly findingTitle: string
  readonly handler: string
  readonly remark: string
}

export const emptyDraft: EntryDraft = {
  item: '',
  source: 'other',
  payer: '',
  occurredOn: '',
  gross: '',
  retainedRate: '',
  districtRetained: '',
  voucherNo: '',
  findingText: '',
  findingId: '',
  findingTitle: '',
  handler: '',
  remark: '',
}

/** A stored entry as its form shows it. */
export function draftOf(entry: RevenueFields, findingTitle = ''): EntryDraft {
  const { item, source, payer, voucherNo, findingText, handler, remark } = entry
  return {
    item,
    source,
    payer,
    occurredOn: entry.occurredOn ?? '',
    gross: typedOf(entry.gross),
    retainedRate: entry.retainedRate ?? '',
    districtRetained: typedOf(entry.districtRetained),
    voucherNo,
    findingText,
    findingId: entry.findingId ?? '',
    findingTitle,
    handler,
    remark,
  }
}

export type AmountTexts = Pick<EntryDraft, 'gross' | 'retainedRate' | 'districtRetained'>

export interface ReadAmounts {
  readonly gross: Fen | null
  readonly retainedRate: string | null
  readonly districtRetained: Fen | null
  readonly errors: Readonly<Partial<Record<keyof AmountTexts, string>>>
  /** What the rate gives, where it is of use: as the value that will be taken, or as a doubt. */
  readonly hint: string | null
}

/** The amounts as typed; the errors stand under their fields. */
export function readAmounts(texts: AmountTexts): ReadAmounts {
  const gross = parseTyped(texts.gross)
  const rate = parseTypedRate(texts.retainedRate)
  const retained = parseTyped(texts.districtRetained)
  const values = {
    gross: gross.ok ? gross.value : null,
    retainedRate: rate.ok ? rate.value : null,
    districtRetained: retained.ok ? retained.value : null,
  }
  const errors = {
    ...(gross.ok ? {} : { gross: gross.error }),
    ...(rate.ok ? {} : { retainedRate: rate.error }),
    ...(retained.ok ? {} : { districtRetained: retained.error }),
  }
  return { ...values, errors, hint: hintOf(values) }
}

function hintOf(values: Pick<ReadAmounts, 'gross' | 'retainedRate' | 'districtRetained'>): string | null {
  const { gross, retainedRate, districtRetained } = values
  if (gross === null || retainedRate === null) return null
  if (districtRetained === null) {
    const computed = retainedOf(gross, retainedRate)
    return computed === null ? null : entryText.computed(formatMoney(computed, 'tenThousand'))
  }
  const misfit = misfitOf(values)
  return misfit === null ? null : entryText.misfit(formatMoney(misfit, 'tenThousand'))
}

/** The fields of a draft, those that differ from what is stored; null while an amount cannot be read. */
export function fieldsOf(draft: EntryDraft, stored: EntryDraft): Partial<RevenueFields> | null {
  const { gross, retainedRate, districtRetained, errors } = readAmounts(draft)
  if (Object.keys(errors).length > 0) return null
  const { item, source, payer, voucherNo, findingText, handler, remark } = draft
  const occurredOn: IsoDate | null = parseIsoDate(draft.occurredOn)
  const amounts = { gross, retainedRate, districtRetained }
  const all: RevenueFields = {
    item,
    source,
    payer,
    occurredOn,
    ...amounts,
    voucherNo,
    findingText,
    findingId: draft.findingId === '' ? null : draft.findingId,
    handler,
    remark,
  }
  const isChanged = (name: string): boolean =>
    // Every key of the draft is a text.
    Object.hasOwn(stored, name) && draft[name as keyof EntryDraft] !== stored[name as keyof EntryDraft]
  return Object.fromEntries(Object.entries(all).filter(([name]) => isChanged(name)))
}

export function sourceOf(value: string | null): RevenueSource {
  return revenueSources.find((source) => source === value) ?? 'other'
}
