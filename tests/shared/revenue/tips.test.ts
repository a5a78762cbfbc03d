import { expect, it, test } from 'vitest'
import { calendarsOf } from '../../../shared/core/calendar'
import { shippedCalendars } from '../../../shared/core/shipped-calendars'
import { monthTextParts } from '../../../shared/revenue/month-text'
import type { RevenueTip } from '../../../shared/revenue/record'
import { tipClock } from '../../../shared/revenue/tip-clock'
import { tipLetter } from '../../../shared/terms/revenue'
import { day } from '../../builders'
import { anEntry, tenThousand } from './builders'

const tip: RevenueTip = {
  id: 't1',
  direction: 'out',
  counterpart: '区收入专项组办公室',
  content: '办公楼维修预算100万元，支出12万元。',
  sentOn: day('2022-09-20'),
  answerDueOn: day('2022-10-12'),
  handledOn: null,
  result: '',
  receiptNo: '',
  entryId: null,
  handler: '',
}

test.each([
  ['2022-09-30', null, 'near', null],
  ['2022-09-29', null, 'normal', null],
  ['2022-10-12', null, 'near', null],
  ['2022-10-13', null, 'overdue', 1],
  ['2022-10-17', null, 'overdue', 3],
  ['2022-10-17', '2022-10-14', 'none', null],
])('answer due 10月12日 over 国庆: on %s (answered %s) it is %s, %s days over', (asOf, handledOn, light, over) => {
  const handled = { ...tip, handledOn: handledOn === null ? null : day(handledOn) }
  expect(tipClock(handled, day(asOf), 5, calendarsOf(shippedCalendars))).toEqual({ light, overdueWorkdays: over })
})

it('the letter names the matter and the day of the answer', () => {
  expect(tipLetter(tip, '东丽区审计局', { item: '办公楼维修', payer: '甲局' })).toBe(
    '区收入专项组办公室：\n现将涉及收入的事项“办公楼维修”（甲局）传递贵单位：\n办公楼维修预算100万元，支出12万元。\n请于2022年10月12日前反馈处理结果。\n东丽区审计局\n2022年9月20日',
  )
})

it('月度进展 says what came, the total, the gap and the tips; every figure knows its records', () => {
  const booked = anEntry({
    id: 'b',
    item: '闲置房产出租',
    status: 'booked',
    bookedOn: day('2022-08-30'),
    gross: tenThousand(6.4),
    districtRetained: tenThousand(3.2),
  })
  const parts = monthTextParts({
    asOf: day('2022-09-30'),
    target: tenThousand(5),
    entries: [booked, anEntry({ id: 'c' }), anEntry({ id: 'd', status: 'confirmed', confirmedOn: day('2022-09-02') })],
    tips: [tip, { ...tip, id: 't2', sentOn: day('2022-08-01'), answerDueOn: day('2022-08-15') }],
  })
  expect(parts.map(({ text }) => text).join('')).toBe(
    '2022年9月，没有新入库的收入。1—9月累计入库区留成3.2万元，全年目标5万元，完成64%，还差1.8万元。' +
      '在手线索1条，已确认待入库1条。本月传递涉收入事项信息1条，收到答复0条，到期未答复1条。',
  )
  const figures = parts.filter(({ records }) => records !== null)
  expect(figures.map(({ text, records }) => [text, records?.map(({ id }) => id)])).toEqual([
    ['3.2', ['b']],
    ['64%', ['b']],
    ['1.8', ['b']],
    ['1', ['c']],
    ['1', ['d']],
    ['1', ['t1']],
    ['0', []],
    ['1', ['t2']],
  ])
})
