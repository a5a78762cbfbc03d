import { describe, expect, it } from 'vitest'
import { isLongEnough, isShared, statesOfUses, usesOf } from '../../../shared/briefs/uses'
import type { BriefRecord } from '../../../shared/briefs/record'
import { monthOf } from '../../../shared/core/dates'
import { day } from '../../builders'
import { aBrief } from './builders'

it.each([
  ['investment', 'brief', ['investmentBrief']],
  ['environment', 'brief', ['environmentBrief']],
  ['environment', 'case', ['environmentCase']],
  ['environment', 'summary', ['environmentSummary']],
  ['revenue', 'brief', ['revenueProgress']],
  ['projects', 'brief', []],
] as const)('a text of %s (%s) serves %j by itself', (stream, kind, uses) => {
  expect([...usesOf({ stream, kind, uses: [] })]).toEqual(uses)
})

it('one text may serve several duties, each once', () => {
  const uses = ['investmentBrief', 'environmentBrief'] as const
  expect([...usesOf({ stream: 'environment', kind: 'brief', uses })]).toEqual(['environmentBrief', 'investmentBrief'])
  expect(isShared({ stream: 'environment', kind: 'brief', uses })).toBe(true)
  expect(isShared({ stream: 'environment', kind: 'brief', uses: ['environmentBrief'] })).toBe(false)
})

describe('the form offers what nobody has written yet', () => {
  const april = {
    id: null,
    stream: 'environment',
    kind: 'case',
    month: monthOf(day('2022-04-01')),
    submittedOn: null,
  } as const
  const stateOf = (briefs: readonly BriefRecord[], use: string, draft: Parameters<typeof statesOfUses>[1] = april) =>
    statesOfUses(briefs, draft).find((each) => each.use === use)

  it('nothing is written: its own duty is its own, all others are open', () => {
    expect(statesOfUses([], april).map(({ use, state }) => [use, state])).toEqual([
      ['investmentBrief', 'open'],
      ['environmentBrief', 'open'],
      ['environmentCase', 'own'],
      ['environmentSummary', 'open'],
      ['revenueProgress', 'open'],
    ])
  })

  it('a text of the same month takes it, one of another month does not', () => {
    const other = aBrief({ title: '4月信息', month: monthOf(day('2022-04-01')) })
    expect(stateOf([other], 'environmentBrief')).toEqual({
      use: 'environmentBrief',
      state: 'taken',
      takenBy: '4月信息',
    })
    expect(stateOf([aBrief({ month: monthOf(day('2022-03-01')) })], 'environmentBrief')?.state).toBe('open')
  })

  it('a monthly text goes by the day it was sent: meant for April, sent in May, leaves April open', () => {
    const late = aBrief({ month: monthOf(day('2022-04-01')), submittedOn: day('2022-05-05') })
    expect(stateOf([late], 'environmentBrief')?.state).toBe('open')
  })

  it('a text meant for the quarter takes the summary of all its months', () => {
    const summary = aBrief({ kind: 'summary', month: monthOf(day('2022-06-01')) })
    expect(stateOf([summary], 'environmentSummary')?.state).toBe('taken')
  })

  it('a case that is too short takes nothing, one of unknown length is believed', () => {
    const draft = { ...april, kind: 'brief' } as const
    const short = aBrief({ kind: 'case', characterCount: 799, month: april.month })
    expect(stateOf([short], 'environmentCase', draft)?.state).toBe('open')
    expect(stateOf([{ ...short, characterCount: 800 }], 'environmentCase', draft)?.state).toBe('taken')
    expect(isLongEnough({ characterCount: null })).toBe(true)
  })

  it('a text does not take a duty from itself', () => {
    const own = aBrief({ id: 'a', month: april.month, uses: ['investmentBrief'] })
    expect(stateOf([own], 'investmentBrief', { ...april, id: 'a' })?.state).toBe('open')
  })
})
