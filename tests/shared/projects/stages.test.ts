import { describe, expect, test } from 'vitest'
import { checkProject, isOverInvested, moveStage, setStageDay, wrongAmount } from '../../../shared/projects/rules'
import { gapsOf } from '../../../shared/projects/stages'
import { day } from '../../builders'
import { amount, aPermit, aProject } from './builders'

const today = day('2022-06-30')
const move = (to: Parameters<typeof moveStage>[2]['to'], on: string, reason = '') => ({ to, on: day(on), reason })

describe('domain §3 Project: guards of the stages', () => {
  test('签约 and 开工 with a permit that is issued take their days', () => {
    const signed = moveStage(aProject(), [], move('signed', '2022-02-01'), today)
    expect(signed).toEqual({ ok: true, changes: { stage: 'signed', signedOn: '2022-02-01' } })
    const project = aProject({ stage: 'signed', signedOn: day('2022-02-01') })
    expect(moveStage(project, [aPermit()], move('started', '2022-03-01'), today)).toEqual({
      ok: true,
      changes: { stage: 'started', startedOn: '2022-03-01' },
    })
  })

  test('开工 without 施工许可 needs a reason, which is kept', () => {
    const project = aProject({ stage: 'signed' })
    const refused = { ok: false, refusal: { kind: 'permitMissing' } }
    expect(moveStage(project, [], move('started', '2022-03-01'), today)).toEqual(refused)
    // Another permit, one that is not issued, one that is issued later.
    const others = [aPermit({ kind: 'land' }), aPermit({ issuedOn: null }), aPermit({ issuedOn: day('2022-03-02') })]
    expect(moveStage(project, others, move('started', '2022-03-01'), today)).toEqual(refused)
    expect(moveStage(project, [], move('started', '2022-03-01', '容缺受理'), today)).toEqual({
      ok: true,
      changes: { stage: 'started', startedOn: '2022-03-01', startReason: '容缺受理' },
    })
  })

  test.each(['underConstruction', 'completed', 'inProduction'] as const)(
    '%s passes 开工, so it asks the same',
    (to) => {
      expect(moveStage(aProject(), [], move(to, '2022-03-01'), today)).toEqual({
        ok: false,
        refusal: { kind: 'permitMissing' },
      })
    },
  )

  test('a later stage may be taken directly; the days left out are gaps', () => {
    const verdict = moveStage(aProject(), [aPermit()], move('completed', '2022-06-01'), today)
    expect(verdict).toEqual({ ok: true, changes: { stage: 'completed', completedOn: '2022-06-01' } })
    expect(gapsOf(aProject({ stage: 'completed', completedOn: day('2022-06-01') }))).toEqual(['signed', 'started'])
  })

  test('no day lies in the future or goes backwards', () => {
    const project = aProject({ stage: 'started', startedOn: day('2022-03-28') })
    expect(moveStage(project, [], move('completed', '2022-07-01'), today)).toMatchObject({
      refusal: { kind: 'future', on: '2022-07-01' },
    })
    expect(moveStage(project, [], move('completed', '2022-03-27'), today)).toMatchObject({
      refusal: { kind: 'beforeDay', earlier: 'started', earlierOn: '2022-03-28', on: '2022-03-27' },
    })
    expect(moveStage(project, [], move('underConstruction', '2022-03-27'), today)).toMatchObject({
      refusal: { kind: 'beforeDay' },
    })
    expect(moveStage(project, [], move('completed', '2022-03-28'), today)).toMatchObject({ ok: true })
  })

  test('a paused project and one out of the pool do not move; the same stage is no move', () => {
    const paused = aProject({ exit: 'suspended' })
    expect(moveStage(paused, [], move('signed', '2022-03-01'), today)).toMatchObject({
      refusal: { kind: 'notRunning' },
    })
    const left = aProject({ stage: 'completed', leavePoolOn: day('2022-05-01') })
    expect(moveStage(left, [], move('inProduction', '2022-06-01'), today)).toMatchObject({
      refusal: { kind: 'notRunning' },
    })
    expect(moveStage(aProject(), [], move('reserve', '2022-03-01'), today)).toMatchObject({
      refusal: { kind: 'unchanged' },
    })
  })

  test('back needs a reason and takes the later days with it', () => {
    const project = aProject({
      stage: 'completed',
      signedOn: day('2022-01-01'),
      startedOn: day('2022-03-01'),
      startReason: '容缺受理',
      completedOn: day('2022-06-01'),
    })
    expect(moveStage(project, [], move('signed', '2022-06-30'), today)).toMatchObject({
      refusal: { kind: 'backWithoutReason' },
    })
    const back = moveStage(project, [], move('signed', '2022-06-30', '登记错误'), today)
    expect(back.ok && { ...project, ...back.changes }).toMatchObject({
      stage: 'signed',
      signedOn: '2022-01-01',
      startedOn: null,
      startReason: '',
      completedOn: null,
    })
  })

  test('the day of a reached stage is filled in or corrected within its neighbours', () => {
    const project = aProject({ stage: 'completed', signedOn: day('2022-01-01'), completedOn: day('2022-06-01') })
    expect(setStageDay(project, 'started', day('2022-03-01'), today)).toEqual({
      ok: true,
      changes: { startedOn: '2022-03-01' },
    })
    expect(setStageDay(project, 'started', day('2022-06-02'), today)).toMatchObject({
      refusal: { kind: 'order', earlier: 'started', later: 'completed' },
    })
    expect(setStageDay(project, 'started', day('2021-12-31'), today)).toMatchObject({
      refusal: { kind: 'order', earlier: 'signed', later: 'started' },
    })
    expect(setStageDay(project, 'inProduction', day('2022-06-02'), today)).toMatchObject({ ok: false })
    expect(setStageDay(project, 'completed', day('2022-07-01'), today)).toMatchObject({ refusal: { kind: 'future' } })
  })
})

describe('domain §3: amounts', () => {
  test.each([
    ['1000', null, '1000', false],
    ['1000', null, '1000.000001', true],
    ['1000', '1200', '300', true],
    ['1000', '800', '1100', true],
    [null, '9999', '9999', false],
  ] as const)('total %s, invested in all %s, this year %s → over %s', (total, all, year, isOver) => {
    const orNull = (text: string | null) => (text === null ? null : amount(text))
    expect(
      isOverInvested({ totalInvestment: orNull(total), investedTotal: orNull(all), investedYtd: orNull(year) }),
    ).toBe(isOver)
  })

  test('below zero and beyond 1000亿元 are no amounts', () => {
    expect(wrongAmount({ annualPlan: amount('-1') })).toEqual({ field: 'annualPlan', kind: 'negative' })
    expect(wrongAmount({ totalInvestment: amount('10000000') })).toBeNull()
    expect(wrongAmount({ totalInvestment: amount('10000001') })).toEqual({ field: 'totalInvestment', kind: 'tooLarge' })
  })

  test('doubts are said and forbid nothing', () => {
    const project = aProject({
      stage: 'completed',
      totalInvestment: amount('100'),
      investedTotal: amount('120'),
      signedOn: day('2022-03-01'),
      startedOn: day('2022-02-01'),
    })
    expect(checkProject(project, []).map(({ rule, stages }) => [rule, stages])).toEqual([
      ['overInvested', []],
      ['daysBackwards', ['signed', 'started']],
      ['dayGap', ['completed']],
      ['startWithoutPermit', []],
    ])
    expect(checkProject(aProject(), []).map(({ rule }) => rule)).toEqual(['totalMissing'])
  })
})
