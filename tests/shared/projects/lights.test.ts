import { describe, expect, test } from 'vitest'
import { calendarsOf } from '../../../shared/core/calendar'
import { addDays } from '../../../shared/core/dates'
import { shippedCalendars } from '../../../shared/core/shipped-calendars'
import { lightDays, lightOf } from '../../../shared/projects/lights'
import { milestonesOf, nextMilestone } from '../../../shared/projects/milestones'
import { checkProblem, problemState, whistleClock } from '../../../shared/projects/problems'
import { day } from '../../builders'
import { aProblem, aProject } from './builders'

const calendars = calendarsOf(shippedCalendars)
const at = (today: string) => lightDays(day(today), 3, calendars)
const milestones = (today: string, fields: Parameters<typeof aProject>[0]) =>
  milestonesOf(aProject(fields), day(today), at(today), calendars)
const finish = (today: string, fields: Parameters<typeof aProject>[0]) =>
  milestones(today, { stage: 'underConstruction', ...fields }).find(({ stage }) => stage === 'completed')

describe('product C2: lights by working days', () => {
  test.each([
    // 2022-06-30 is a Thursday.
    ['2022-06-24', 'normal', null],
    ['2022-06-27', 'near', null],
    ['2022-06-29', 'near', null],
    ['2022-06-30', 'near', null],
    ['2022-07-01', 'overdue', 1],
    ['2022-07-05', 'overdue', 3],
  ] as const)('planned for 2022-06-30, on %s → %s, %s working days late', (today, light, slipped) => {
    const planned = finish(today, { plannedFinish: day('2022-06-30') })
    expect(planned).toMatchObject({ light, slippedWorkdays: slipped, isEstimated: false })
  })

  test('planned for a Saturday: the weekend is no working day late', () => {
    expect(finish('2022-07-03', { plannedFinish: day('2022-07-02') })).toMatchObject({ light: 'near' })
    expect(finish('2022-07-04', { plannedFinish: day('2022-07-02') })).toMatchObject({ light: 'overdue' })
  })

  test('over 国庆 2022 no working day passes, the make-up days 10-08 and 10-09 do', () => {
    expect(finish('2022-10-07', { plannedFinish: day('2022-09-30') })).toMatchObject({ light: 'near' })
    expect(finish('2022-10-08', { plannedFinish: day('2022-09-30') })).toMatchObject({
      light: 'overdue',
      slippedWorkdays: 1,
    })
  })

  test.each([
    ['2022-07-05', 3],
    ['2022-06-30', 0],
    ['2022-06-28', -2],
  ] as const)('done on %s instead of 2022-06-30: %s working days', (on, slipped) => {
    const fields = { stage: 'completed' as const, plannedFinish: day('2022-06-30'), completedOn: day(on) }
    expect(finish('2022-12-01', fields)).toMatchObject({ light: 'normal', slippedWorkdays: slipped })
  })

  test('a year without 放假安排 is said to be estimated', () => {
    const planned = milestonesOf(
      aProject({ plannedSign: day('2031-03-03') }),
      day('2031-03-06'),
      lightDays(day('2031-03-06'), 3, calendars),
      calendars,
    )[0]
    expect(planned).toMatchObject({ light: 'overdue', slippedWorkdays: 3, isEstimated: true })
  })

  test('what is paused, out of the pool or passed has no light; the nearest day is next', () => {
    const fields = { plannedSign: day('2022-05-01'), plannedStart: day('2022-04-01') }
    const lights = (more: Parameters<typeof aProject>[0]) =>
      milestones('2022-06-30', { ...fields, ...more }).map(({ light }) => light)
    expect(lights({})).toEqual(['overdue', 'overdue', 'none', 'none', 'none'])
    expect(lights({ exit: 'suspended' })).toEqual(['none', 'none', 'none', 'none', 'none'])
    expect(lights({ leavePoolOn: day('2022-06-01') })).toEqual(['none', 'none', 'none', 'none', 'none'])
    expect(lights({ stage: 'started' })).toEqual(['none', 'none', 'none', 'none', 'none'])
    const project = aProject(fields)
    expect(nextMilestone(project, milestones('2022-06-30', fields))?.stage).toBe('started')
    expect(nextMilestone(aProject({ stage: 'signed' }), milestones('2022-06-30', { stage: 'signed' }))?.stage).toBe(
      'started',
    )
  })

  test('the days that part the lights judge as counting does', () => {
    for (let today = day('2022-09-20'); today < day('2022-10-20'); today = addDays(today, 1)) {
      const days = lightDays(today, 3, calendars)
      for (let planned = day('2022-09-10'); planned < day('2022-10-31'); planned = addDays(planned, 1)) {
        const late = milestonesOf(
          aProject({ stage: 'underConstruction', plannedFinish: planned }),
          today,
          days,
          calendars,
        ).find(({ stage }) => stage === 'completed')
        const isLate = (late?.slippedWorkdays ?? 0) > 0
        expect([today, planned, lightOf(planned, days) === 'overdue']).toEqual([today, planned, isLate])
      }
    }
  })
})

describe('product C3: 吹哨报到', () => {
  const clock = (today: string, fields: Parameters<typeof aProblem>[0]) =>
    whistleClock(aProblem(fields), 3, at(today), calendars)

  test.each([
    ['2022-09-29', 'near'],
    ['2022-10-07', 'near'],
    ['2022-10-09', 'near'],
    ['2022-10-10', 'overdue'],
  ] as const)('whistled on 2022-09-29 before 国庆: due 2022-10-09, on %s → %s', (today, light) => {
    expect(clock(today, { whistledOn: day('2022-09-29') })).toMatchObject({ replyDueOn: '2022-10-09', light })
  })

  test('answered or solved, the light goes out and the due day stays', () => {
    const answered = { whistledOn: day('2022-09-29'), reportedOn: day('2022-10-10') }
    expect(clock('2022-10-12', answered)).toMatchObject({ replyDueOn: '2022-10-09', light: 'none' })
    expect(clock('2022-10-12', {})).toEqual({ replyDueOn: null, light: 'none', isEstimated: false })
  })

  test('the state is the last step that has a day', () => {
    expect(problemState(aProblem())).toBe('raised')
    expect(problemState(aProblem({ whistledOn: day('2022-09-29') }))).toBe('whistled')
    expect(problemState(aProblem({ solvedOn: day('2022-09-29') }))).toBe('solved')
  })

  test('days run in order, none in the future, 报到 and 协调 answer a whistle that names its unit', () => {
    const check = (fields: Parameters<typeof aProblem>[0]) => checkProblem(aProblem(fields), day('2022-10-20'))
    expect(check({ whistledOn: day('2022-09-25') })).toMatchObject({ kind: 'order', earlier: 'raised' })
    expect(check({ reportedOn: day('2022-09-28') })).toEqual({ kind: 'whistleMissing', state: 'reported' })
    expect(check({ whistledOn: day('2022-09-29'), reportedOn: day('2022-09-28') })).toMatchObject({
      kind: 'order',
      earlier: 'whistled',
      later: 'reported',
    })
    expect(check({ solvedOn: day('2022-10-21') })).toMatchObject({ kind: 'future', state: 'solved' })
    expect(check({ whistledOn: day('2022-09-29'), askUnit: ' ' })).toEqual({ kind: 'unitMissing' })
    expect(check({ solvedOn: day('2022-10-20') })).toBeNull()
    const all = { whistledOn: day('2022-09-29'), reportedOn: day('2022-10-08'), coordinatedOn: day('2022-10-10') }
    expect(check({ ...all, solvedOn: day('2022-10-12') })).toBeNull()
  })
})
