import { describe, expect, it, test } from 'vitest'
import { checkAmounts, misfitOf, retainedOf, withRetained } from '../../../shared/revenue/amounts'
import { checksOf } from '../../../shared/revenue/checks'
import { countsIn, isBookedOn, whyNotIn } from '../../../shared/revenue/counting'
import { checkEntry, moved, nextStatuses, type RevenueMove } from '../../../shared/revenue/lifecycle'
import { progressOf } from '../../../shared/revenue/progress'
import type { RevenueRecord, RevenueStatus } from '../../../shared/revenue/record'
import { fen } from '../../../shared/core/money'
import { codeOf, day, valueOf } from '../../builders'
import { anEntry, tenThousand } from './builders'

const today = day('2022-09-30')

const booked = (fields: Partial<RevenueRecord> = {}): RevenueRecord =>
  anEntry({
    status: 'booked',
    bookedOn: day('2022-03-18'),
    gross: tenThousand(3.2),
    districtRetained: tenThousand(1.6),
    voucherNo: 'SR-0001',
    ...fields,
  })

const move = (to: RevenueStatus, on: string, fields: Partial<RevenueMove> = {}): RevenueMove => ({
  to,
  on: day(on),
  reason: '',
  fields: {},
  ...fields,
})

describe('区留成 of gross and rate', () => {
  test.each([
    [12_000_000, '50', 6_000_000],
    [1, '50', 1],
    [3, '50', 2],
    [-3, '50', -2],
    [100, '33.333', 33],
    [1_000, '0.05', 1],
    [999, '0.05', 0],
    [-20, '50', -10],
    [0, '50', 0],
  ])('%d 分 at %s%% is %d 分, half up away from zero', (gross, rate, retained) => {
    expect(retainedOf(fen(gross) ?? tenThousand(0), rate)).toBe(retained)
  })

  it('stays as it was given, and a misfit is told', () => {
    const given = { gross: tenThousand(12), retainedRate: '50', districtRetained: tenThousand(5) }
    expect(withRetained(given)).toEqual(given)
    expect(misfitOf(given)).toBe(tenThousand(6))
    expect(misfitOf({ ...given, districtRetained: tenThousand(6) })).toBeNull()
    expect(misfitOf({ ...given, retainedRate: null })).toBeNull()
    expect(checksOf(booked(given), []).map(({ rule, text }) => [rule, text])).toEqual([
      ['rateMismatch', '收入金额12万元按50%留成应为6万元，填的是5万元。请核对比例或区留成。'],
    ])
  })

  test.each([
    [3.2, 3.3, '50', 'revenueRetainedAboveGross'],
    [-0.2, -0.3, null, 'revenueRetainedAboveGross'],
    [-0.2, 0.1, null, 'revenueSigns'],
    [0.2, -0.1, null, 'revenueSigns'],
    [-0.2, 0, null, 'revenueSigns'],
    [3.2, 1.6, '100.01', 'revenueRateInvalid'],
    [3.2, 1.6, '-1', 'revenueRateInvalid'],
  ])('gross %d, 区留成 %d, rate %s is refused: %s', (gross, retained, retainedRate, code) => {
    const amounts = { gross: tenThousand(gross), districtRetained: tenThousand(retained), retainedRate }
    expect(codeOf(checkAmounts(amounts))).toBe(code)
  })

  test.each([
    [-0.2, -0.1],
    [3.2, 3.2],
    [0, 0],
  ])('gross %d with 区留成 %d goes', (gross, retained) => {
    const amounts = { gross: tenThousand(gross), districtRetained: tenThousand(retained), retainedRate: null }
    expect(checkAmounts(amounts).ok).toBe(true)
  })
})

describe('the life of an entry', () => {
  it('goes from the clue over its confirmation to the treasury', () => {
    const confirmed = valueOf(moved(anEntry(), move('confirmed', '2022-03-01'), today))
    expect([confirmed.status, confirmed.confirmedOn]).toEqual(['confirmed', '2022-03-01'])
    const fields = { gross: tenThousand(12), retainedRate: '50', voucherNo: 'SR-9' }
    const done = valueOf(moved(confirmed, move('booked', '2022-03-18', { fields }), today))
    expect(done).toMatchObject({ status: 'booked', bookedOn: '2022-03-18', districtRetained: tenThousand(6) })
  })

  it('a clue whose money came at once is confirmed on that day', () => {
    const fields = { gross: tenThousand(2), districtRetained: tenThousand(1) }
    const done = valueOf(moved(anEntry(), move('booked', '2022-03-18', { fields }), today))
    expect([done.status, done.confirmedOn, done.bookedOn]).toEqual(['booked', '2022-03-18', '2022-03-18'])
  })

  test.each([
    ['booking without amounts', anEntry({ status: 'confirmed' }), move('booked', '2022-03-18'), 'revenueNeedsFields'],
    [
      'booking before the confirmation',
      anEntry({
        status: 'confirmed',
        confirmedOn: day('2022-04-01'),
        gross: tenThousand(2),
        districtRetained: tenThousand(1),
      }),
      move('booked', '2022-03-18'),
      'revenueDateOrder',
    ],
    [
      'booking in the future',
      anEntry({ gross: tenThousand(2), districtRetained: tenThousand(1) }),
      move('booked', '2022-10-01'),
      'revenueInFuture',
    ],
    [
      'a confirmation before it happened',
      anEntry({ occurredOn: day('2022-05-01') }),
      move('confirmed', '2022-04-30'),
      'revenueDateOrder',
    ],
    ['a reversal without a reason', booked(), move('reversed', '2022-05-01'), 'revenueNeedsReason'],
    [
      'a reversal with a blank reason',
      booked(),
      move('reversed', '2022-05-01', { reason: ' 　' }),
      'revenueNeedsReason',
    ],
    ['a reversal before the booking', booked(), move('reversed', '2022-03-17', { reason: '多计' }), 'revenueDateOrder'],
    ['giving up without a reason', anEntry(), move('dropped', '2022-05-01'), 'revenueNeedsReason'],
    ['reversing a clue', anEntry(), move('reversed', '2022-05-01', { reason: '多计' }), 'revenueMoveNotAllowed'],
    ['giving up what is booked', booked(), move('dropped', '2022-05-01', { reason: '多计' }), 'revenueMoveNotAllowed'],
    ['taking a booking back without a reason', booked(), move('confirmed', '2022-05-01'), 'revenueNeedsReason'],
  ])('%s is refused', (_what, entry, asked, code) => {
    expect(codeOf(moved(entry, asked, today))).toBe(code)
  })

  it('names all that a booking still needs', () => {
    const refused = moved(anEntry({ status: 'confirmed' }), move('booked', '2022-03-18'), today)
    expect(refused).toMatchObject({ error: { params: { fields: '收入金额、区留成', status: '已入库' } } })
  })

  it('a reversal keeps the booking; taking it back makes it count again', () => {
    const reversed = valueOf(moved(booked(), move('reversed', '2022-07-05', { reason: '多计退回' }), today))
    expect(reversed).toMatchObject({ bookedOn: '2022-03-18', reversedOn: '2022-07-05', reason: '多计退回' })
    const again = valueOf(moved(reversed, move('booked', '2022-07-06', { reason: '退回有误' }), today))
    expect(again).toMatchObject({ status: 'booked', bookedOn: '2022-03-18', reversedOn: null })
  })

  it('the day of a status can be mended without a reason', () => {
    expect(valueOf(moved(booked(), move('booked', '2022-03-21'), today)).bookedOn).toBe('2022-03-21')
    expect(nextStatuses('booked')).not.toContain('booked')
  })

  it('an entry without a name, or booked and then emptied, is refused', () => {
    expect(codeOf(checkEntry(anEntry({ item: '' }), today))).toBe('revenueNeedsFields')
    expect(codeOf(checkEntry(booked({ districtRetained: null }), today))).toBe('revenueNeedsFields')
  })
})

describe('what counts (domain §2: 区留成 of booked)', () => {
  const reversed = booked({ status: 'reversed', reversedOn: day('2022-07-05'), reason: '多计退回' })

  test.each([
    ['2022-03-17', false],
    ['2022-03-18', true],
    ['2022-06-30', true],
    ['2022-07-04', true],
    ['2022-07-05', false],
    ['2022-09-30', false],
  ])('booked 3月18日, reversed 7月5日: on %s it counts: %s', (asOf, counts) => {
    expect(isBookedOn(reversed, day(asOf))).toBe(counts)
  })

  test.each<[string, RevenueRecord, number, string]>([
    ['a clue', anEntry(), 2022, '还是线索，没有入库'],
    ['confirmed', anEntry({ status: 'confirmed' }), 2022, '已确认，还没有入库'],
    ['dropped', anEntry({ status: 'dropped' }), 2022, '已放弃'],
    ['reversed', reversed, 2022, '2022年7月5日起冲回，之后不计'],
    ['reversed without a day', { ...reversed, reversedOn: null }, 2022, '已冲回（没有写冲回日期，按从未计入处理）'],
    ['later', booked({ bookedOn: day('2022-10-08') }), 2022, '2022年10月8日才入库，截至今天还不计'],
    ['of another year', booked(), 2023, '计入2022年，不计入本年'],
    ['booked', booked(), 2022, ''],
  ])('%s says why not', (_what, entry, year, text) => {
    expect(whyNotIn(entry, year, today)).toBe(text)
    expect(countsIn(entry, year, today)).toBe(text === '')
  })

  it('12万元 at 50% counts 6万元: 120% of 5万元, nothing remains', () => {
    const entry = booked({ gross: tenThousand(12), retainedRate: '50', districtRetained: tenThousand(6) })
    expect(progressOf([entry], 2022, today, tenThousand(5))).toMatchObject({
      bookedDistrictRetainedFen: 6_000_000,
      bookedGrossFen: 12_000_000,
      rate: '120%',
      remainingFen: 0,
    })
  })

  it('a reversal leaves the quarter before as it was and lowers the month it falls in', () => {
    const other = booked({
      id: 'e2',
      bookedOn: day('2022-08-30'),
      gross: tenThousand(4),
      districtRetained: tenThousand(2),
    })
    const at = (asOf: string) => progressOf([reversed, other], 2022, day(asOf), tenThousand(5))
    expect(at('2022-06-30').rate).toBe('32%')
    const third = at('2022-09-30')
    expect([third.rate, third.entryIds]).toEqual(['40%', ['e2']])
    const byMonth = new Map(third.months.map((month) => [month.month, month]))
    expect(byMonth.get('2022-03' as never)).toMatchObject({ districtRetainedFen: 1_600_000, cumulativeFen: 1_600_000 })
    expect(byMonth.get('2022-07' as never)).toMatchObject({
      districtRetainedFen: -1_600_000,
      cumulativeFen: 0,
      entryIds: ['e1'],
    })
    expect(byMonth.get('2022-08' as never)).toMatchObject({ cumulativeFen: 2_000_000 })
    expect(byMonth.get('2022-10' as never)).toMatchObject({ cumulativeFen: null })
  })

  it('the months of a year always add up to what counts, also when a later year reverses', () => {
    const late = booked({ status: 'reversed', reversedOn: day('2023-02-01'), reason: '多计' })
    const progress = progressOf([late], 2022, day('2023-03-01'), tenThousand(5))
    expect(progress.bookedDistrictRetainedFen).toBe(0)
    expect(progress.months.at(-1)?.cumulativeFen).toBe(0)
    expect(progressOf([late], 2022, day('2022-12-31'), tenThousand(5)).months.at(-1)?.cumulativeFen).toBe(1_600_000)
  })

  it('without a target there is no rate and no gap', () => {
    expect(progressOf([booked()], 2022, today, null)).toMatchObject({ rate: null, remainingFen: null })
  })
})

describe('one amount, one entry', () => {
  it('the same finding with the same amount is doubted, another amount or a dropped one is not', () => {
    const entry = booked({ findingText: '结余资金未上缴 3.2万元' })
    const twin = booked({ id: 'e2', item: '追缴结余资金', findingText: '结余资金未上缴3.2万元' })
    expect(checksOf(entry, [entry, twin]).map(({ rule, text }) => [rule, text])).toEqual([
      [
        'sameFinding',
        '与“追缴结余资金”关联同一个审计问题，金额也都是3.2万元，可能是同一笔钱。请核对，同一笔只登记一次。',
      ],
    ])
    expect(checksOf(entry, [{ ...twin, gross: tenThousand(3.1) }])).toEqual([])
    expect(checksOf(entry, [{ ...twin, status: 'dropped' }])).toEqual([])
  })

  it('a booked entry without a voucher is told to get one', () => {
    expect(checksOf(booked({ voucherNo: '' }), []).map(({ rule }) => rule)).toEqual(['noVoucher'])
  })
})
