import type { RevenueRecord } from './record'

/** A clue of which nothing is known yet, without identity. */
export const emptyEntry: Omit<RevenueRecord, 'id' | 'isSample' | 'createdAt' | 'updatedAt'> = {
  item: '',
  source: 'other',
  payer: '',
  occurredOn: null,
  gross: null,
  retainedRate: null,
  districtRetained: null,
  voucherNo: '',
  findingText: '',
  findingId: null,
  handler: '',
  remark: '',
  status: 'clue',
  confirmedOn: null,
  bookedOn: null,
  reversedOn: null,
  reason: '',
  budget: null,
  spent: null,
}
