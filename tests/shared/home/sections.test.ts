import { describe, expect, test } from 'vitest'
import type { TodayItem } from '../../../shared/home/contract'
import { endOfWeek, isShownTo, sectionsOf, type Onlooker } from '../../../shared/home/sections'
import { day } from '../../builders'

function item(key: string, more: Partial<TodayItem> = {}): TodayItem {
  return {
    key,
    stream: 'environment',
    title: key,
    dueOn: day('2022-06-24'),
    submitBy: day('2022-06-24'),
    isMoved: false,
    isEstimated: false,
    light: 'normal',
    workdaysLeft: 2,
    person: '',
    waitsFor: '',
    target: { kind: 'assignment', recordId: key, stream: null },
    task: null,
    reportPeriod: null,
    ...more,
  }
}

describe('今天 puts each item in one place (product H1)', () => {
  const today = day('2022-06-22')

  test('the week ends on Sunday', () => {
    expect(endOfWeek(today)).toBe('2022-06-26')
    expect(endOfWeek(day('2022-06-26'))).toBe('2022-06-26')
  })

  test('what somebody is asked for now is of this week whatever its day', () => {
    const items = [item('asked', { submitBy: day('2022-12-31') }), item('later', { submitBy: day('2022-07-20') })]
    const sections = sectionsOf(items, today, new Set(['asked']))
    expect([sections.thisWeek.map(({ key }) => key), sections.next?.key]).toEqual([['asked'], 'later'])
  })

  test('overdue, near, this week, waiting, and the next one after the week', () => {
    const sections = sectionsOf(
      [
        item('later', { submitBy: day('2022-07-20') }),
        item('soon', { submitBy: day('2022-07-01') }),
        item('week', { submitBy: day('2022-06-26') }),
        item('near', { light: 'near' }),
        item('late', { light: 'overdue', submitBy: day('2022-06-10') }),
        item('waiting', { light: 'overdue', waitsFor: '等供电公司答复' }),
      ],
      today,
    )
    const keys = (items: readonly TodayItem[]): string[] => items.map(({ key }) => key)
    expect(keys(sections.overdue)).toEqual(['late'])
    expect(keys(sections.near)).toEqual(['near'])
    expect(keys(sections.thisWeek)).toEqual(['week'])
    expect(keys(sections.waiting)).toEqual(['waiting'])
    expect(sections.next?.key).toBe('soon')
  })
})

describe('who sees what', () => {
  const member: Onlooker = { name: '营商组组员', leads: new Set(), worksIn: new Set(['environment']) }
  const leader: Onlooker = {
    name: '项目营商组组长',
    leads: new Set(['projects', 'environment']),
    worksIn: new Set(['projects', 'environment']),
  }

  test.each([
    ['the own one', item('a', { person: '营商组组员' }), 'own', member, true],
    ['one of the group that nobody has', item('a'), 'own', member, true],
    ['a colleague’s', item('a', { person: '别的组员' }), 'own', member, false],
    ['another group’s that nobody has', item('a', { stream: 'revenue' }), 'own', member, false],
    ['a member asking for the group leads none', item('a', { person: '别的组员' }), 'group', member, false],
    ['a leader sees the group’s', item('a', { person: '营商组组员' }), 'group', leader, true],
    ['a leader asking for the own sees only that', item('a', { person: '营商组组员' }), 'own', leader, false],
    [
      'a leader does not see another group’s',
      item('a', { stream: 'revenue', person: '收入组组员甲' }),
      'group',
      leader,
      false,
    ],
    ['all is all', item('a', { stream: 'revenue', person: '收入组组员甲' }), 'all', member, true],
    ['of no stream and in nobody’s hands', item('a', { stream: null }), 'own', member, true],
  ] as const)('%s', (_name, each, view, who, isShown) => {
    expect(isShownTo(each, view, who)).toBe(isShown)
  })
})
