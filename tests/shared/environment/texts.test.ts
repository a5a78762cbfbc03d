import { describe, expect, it } from 'vitest'
import { monthOf } from '../../../shared/core/dates'
import { caseState, summaryQuarters, textMonths } from '../../../shared/environment/texts'
import { day } from '../../builders'
import { aBrief } from '../briefs/builders'

const asOf = day('2022-06-22')
const month = (text: string) => monthOf(day(`${text}-01`))

describe('工作信息 每月至少一篇', () => {
  it('sent in its month, missing, running, ahead; the same text of another stream counts and is marked', () => {
    const shared = aBrief({
      id: 'b',
      stream: 'investment',
      uses: ['environmentBrief'],
      month: month('2022-02'),
      submittedOn: day('2022-02-28'),
    })
    const months = textMonths([aBrief({ submittedOn: day('2022-01-30'), month: month('2022-01') }), shared], 2022, asOf)
    expect(months.map(({ state }) => state)).toEqual([
      'done',
      'done',
      'missing',
      'missing',
      'missing',
      'open',
      ...Array<string>(6).fill('ahead'),
    ])
    expect(months.filter((cell) => cell.isShared).map((cell) => cell.month)).toEqual(['2022-02'])
  })

  it('a text without a day, not accepted, or dated after today leaves its month open', () => {
    const stateOf = (fields: Parameters<typeof aBrief>[0]) =>
      textMonths([aBrief({ month: month('2022-06'), ...fields })], 2022, asOf)[5]?.state
    expect(stateOf({})).toBe('open')
    expect(stateOf({ submittedOn: day('2022-06-20'), isAccepted: false })).toBe('open')
    expect(stateOf({ submittedOn: day('2022-06-30') })).toBe('open')
    expect(stateOf({ submittedOn: day('2022-06-22') })).toBe('done')
  })

  it('a text meant for May and sent in June is an item of June', () => {
    const months = textMonths([aBrief({ month: month('2022-05'), submittedOn: day('2022-06-02') })], 2022, asOf)
    expect(months.map(({ briefs }) => briefs.length)).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0])
    expect(months[4]?.state).toBe('missing')
  })
})

describe('典型案例 不少于800字', () => {
  const sent = { kind: 'case', submittedOn: day('2022-04-28') } as const
  it('799 characters sent are not done, 800 are; one whose 字数 is unknown is believed', () => {
    expect(caseState([aBrief({ ...sent, characterCount: 799 })], 2022, asOf)).toMatchObject({
      isDone: false,
      length: { short: 1 },
    })
    expect(caseState([aBrief({ ...sent, characterCount: 800 })], 2022, asOf).isDone).toBe(true)
    expect(caseState([aBrief(sent)], 2022, asOf)).toMatchObject({ isDone: true, length: null })
  })

  it('of several, the one that counts is shown, else the longest', () => {
    const short = aBrief({ id: 'a', ...sent, characterCount: 300 })
    const longer = aBrief({ id: 'b', ...sent, characterCount: 500 })
    const unsent = aBrief({ id: 'c', kind: 'case', characterCount: 900 })
    const done = aBrief({ id: 'd', ...sent, characterCount: 812 })
    expect(caseState([short, longer], 2022, asOf).brief?.id).toBe('b')
    expect(caseState([short, longer, unsent, done], 2022, asOf)).toMatchObject({ brief: { id: 'd' }, isDone: true })
    expect(caseState([], 2022, asOf)).toEqual({ brief: null, length: null, isDone: false })
  })
})

it('季度小结: each quarter has its text, written or sent; one text may be month and quarter at once', () => {
  const quarters = summaryQuarters(
    [
      aBrief({ id: 'a', kind: 'summary', month: month('2022-03'), submittedOn: day('2022-03-24') }),
      aBrief({ id: 'b', month: month('2022-06'), uses: ['environmentSummary'] }),
    ],
    2022,
    asOf,
  )
  expect(quarters.map(({ brief, isSent }) => [brief?.id ?? null, isSent])).toEqual([
    ['a', true],
    ['b', false],
    [null, false],
    [null, false],
  ])
})
