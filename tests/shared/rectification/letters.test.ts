import { describe, expect, test } from 'vitest'
import { calendarsOf } from '../../../shared/core/calendar'
import { shippedCalendars } from '../../../shared/core/shipped-calendars'
import type { FindingState } from '../../../shared/rectification/record'
import type { MeasureRecord } from '../../../shared/rectification/part-records'
import { isLetterFitting, letterDraft, proposedLetter, type LetterFacts } from '../../../shared/rectification/letters'
import type { LetterKind } from '../../../shared/rectification/paper-contract'
import { emptyMeasure } from '../../../shared/rectification/empty-records'
import { day } from '../../builders'
import { aFinding, aProgram } from './statistics-builders'

const program = aProgram({ source: 'districtAudit', title: '2021年度预算执行审计', docNo: '丽审〔2022〕5号' })

function aMeasure(fields: Partial<MeasureRecord>): MeasureRecord {
  return {
    ...emptyMeasure,
    id: 'm',
    programId: program.id,
    text: '收回资金',
    ...fields,
  }
}

function factsOn(
  today: string,
  fields: Parameters<typeof aFinding>[1] = {},
  rest: Partial<LetterFacts> = {},
): LetterFacts {
  const dueOn = day('2022-06-30')
  return {
    finding: aFinding(program, { no: '3', title: '非税收入未及时上缴', leadUnit: '财务科', dueOn, ...fields }),
    program,
    statusText: '整改中',
    measures: [],
    amounts: [],
    bureau: '东丽区审计局',
    today: day(today),
    calendars: calendarsOf(shippedCalendars),
    ...rest,
  }
}

describe('which letter is proposed (domain §3: T-15, T-5, T+1, T+15)', () => {
  const dueOn = day('2022-06-30')

  test.each<readonly [string, LetterKind | null]>([
    ['2022-06-14', null],
    ['2022-06-15', 'supervision'],
    ['2022-06-24', 'supervision'],
    ['2022-06-25', 'reminder'],
    ['2022-06-30', 'reminder'],
    ['2022-07-01', 'warning'],
    ['2022-07-15', 'warning'],
  ])('on %s: %s', (today, kind) => {
    expect(proposedLetter({ state: 'rectifying', dueOn }, [], day(today))).toBe(kind)
  })

  test('one that has gone out is not proposed again until the next step', () => {
    const sent = [{ kind: 'warning', issuedOn: day('2022-07-02') }] as const
    expect(proposedLetter({ state: 'rectifying', dueOn }, sent, day('2022-07-10'))).toBeNull()
    expect(proposedLetter({ state: 'rectifying', dueOn }, sent, day('2022-07-15'))).toBe('warning')
  })

  test.each<FindingState>(['completed', 'closed', 'referred'])('none for %s', (state) => {
    expect(proposedLetter({ state, dueOn }, [], day('2022-07-15'))).toBeNull()
    expect(isLetterFitting({ state, dueOn }, 'supervision', day('2022-06-20'))).toBe(false)
  })

  test.each<readonly [LetterKind, string, boolean]>([
    ['reminder', '2022-06-30', true],
    ['reminder', '2022-07-01', false],
    ['warning', '2022-06-30', false],
    ['warning', '2022-07-01', true],
    ['supervision', '2022-07-01', true],
  ])('%s on %s fits: %s', (kind, today, isFitting) => {
    expect(isLetterFitting({ state: 'rectifying', dueOn }, kind, day(today))).toBe(isFitting)
  })
})

describe('what a letter says', () => {
  test('提醒书: source, problem, deadline, what is not done with its own numbers, the request by the deadline', () => {
    const measures = [
      aMeasure({ text: '核对账目。', status: 'done' }),
      aMeasure({ text: '上缴财政', unit: '财务科', dueOn: day('2022-06-28') }),
    ]
    const letter = letterDraft(factsOn('2022-06-25', { leader: '分管领导' }, { measures }), 'reminder')
    expect(letter).toEqual({
      kind: 'reminder',
      title: '整改提醒书',
      docNo: '',
      to: '财务科',
      paragraphs: [
        '《2021年度预算执行审计》（丽审〔2022〕5号）反映的问题“第3项 非税收入未及时上缴”，由财务科牵头整改，整改责任领导分管领导。整改时限为2022年6月30日。',
        '截至2022年6月25日，该问题的整改状态为“整改中”，距整改时限还有5天。',
        '整改措施共2条，已完成1条。尚未完成的整改措施：2.上缴财政（责任部门财务科，时限2022年6月28日）。',
        '请财务科抓紧落实尚未完成的措施，于2022年6月30日前完成整改并提交结果和佐证材料；确需延期的，请在时限前书面申请。',
        '特此提醒。',
      ],
      signer: '东丽区审计局',
      signedOn: '2022-06-25',
    })
  })

  test('an extended deadline is told with both dates and the count (product F7)', () => {
    const extended = { originalDueOn: day('2022-03-31'), extensionCount: 1 }
    const [first] = letterDraft(factsOn('2022-06-16', extended), 'supervision').paragraphs
    expect(first).toContain('原定整改时限为2022年3月31日，经批准延期1次，现整改时限为2022年6月30日。')
  })

  test('告诫书 after the deadline asks for an answer in five working days, from T+15 in three and names 追责', () => {
    const soon = letterDraft(factsOn('2022-07-01'), 'warning').paragraphs
    expect(soon).toContain('截至2022年7月1日，该问题的整改状态为“整改中”，已超过整改时限1天。')
    expect(soon.at(-2)).toContain('于2022年7月8日前书面说明逾期原因')
    const late = letterDraft(factsOn('2022-07-15'), 'warning').paragraphs
    expect(late.at(-2)).toBe(
      '该问题已超过整改时限15天。请财务科于2022年7月20日前完成整改并提交佐证材料；仍不整改或者虚假整改的，将按规定提请追责问责。',
    )
  })

  test('what is left of amounts, in 万元 and in other units, each by itself', () => {
    const amount = { id: 'a', findingId: 'f', voucherNo: '', reason: '' }
    const money = {
      unit: '',
      requiredFen: 150_000_000 as never,
      doneFen: 120_000_000 as never,
      required: null,
      done: null,
    }
    const homes = { unit: '户', requiredFen: null, doneFen: null, required: '241', done: '210' }
    const amounts = [
      { ...amount, treatment: 'toTreasury', ...money },
      { ...amount, treatment: 'other', ...homes },
    ] as const
    const letter = letterDraft(factsOn('2022-06-16', {}, { amounts }), 'supervision')
    expect(letter.paragraphs).toContain(
      '尚未整改的数额：上缴财政30万元（应整改150万元，已整改120万元）；其他31户（应整改241户，已整改210户）。',
    )
  })

  test('without a deadline and a lead unit: asks to fix one, and goes to the unit of the notice', () => {
    const facts = factsOn('2022-06-16', { dueOn: null, leadUnit: '', auditee: '区财政局' })
    const letter = letterDraft(facts, 'supervision')
    expect(letter.to).toBe('区财政局')
    expect(letter.paragraphs.at(-2)).toBe('请区财政局于2022年6月23日前书面报送整改进展、佐证材料，并明确整改时限。')
  })
})
