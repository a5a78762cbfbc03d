import { formatMoney } from '../core/money'
import { matchText } from '../tables/text-forms'
import { revenueCheckText } from '../terms/revenue'
import { misfitOf } from './amounts'
import type { RevenueRecord } from './record'

export interface RevenueCheck {
  readonly rule: 'rateMismatch' | 'sameFinding' | 'noVoucher' | 'reversedNoDay'
  readonly severity: 'warning'
  readonly text: string
}

type Other = Pick<RevenueRecord, 'id' | 'item' | 'findingText' | 'findingId' | 'gross' | 'status'>

/** Both name one finding: by its record in 整改台账, else by the same words. */
function isSameFinding(left: Other, right: Other): boolean {
  if (left.findingId !== null && right.findingId !== null) return left.findingId === right.findingId
  const words = matchText(left.findingText)
  return words !== '' && matchText(right.findingText) === words
}

/** Doubts about one entry; none of them stands in the way. `others` are the entries that name a finding. */
export function checksOf(entry: RevenueRecord, others: readonly Other[]): readonly RevenueCheck[] {
  const checks: RevenueCheck[] = []
  const add = (rule: RevenueCheck['rule'], text: string): void => void checks.push({ rule, severity: 'warning', text })
  const computed = misfitOf(entry)
  const { gross, districtRetained, retainedRate } = entry
  if (computed !== null && gross !== null && districtRetained !== null && retainedRate !== null) {
    const [whole, fits, given] = [gross, computed, districtRetained].map((amount) => formatMoney(amount, 'tenThousand'))
    add('rateMismatch', revenueCheckText.rateMismatch(whole ?? '', retainedRate, fits ?? '', given ?? ''))
  }
  const twin = others.find(
    (other) =>
      other.id !== entry.id &&
      other.status !== 'dropped' &&
      gross !== null &&
      other.gross === gross &&
      isSameFinding(entry, other),
  )
  if (twin && gross !== null)
    add('sameFinding', revenueCheckText.sameFinding(twin.item, formatMoney(gross, 'tenThousand')))
  if (entry.status === 'booked' && entry.voucherNo === '') add('noVoucher', revenueCheckText.noVoucher)
  if (entry.status === 'reversed' && entry.reversedOn === null) add('reversedNoDay', revenueCheckText.reversedNoDay)
  return checks
}
