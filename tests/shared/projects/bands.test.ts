import { describe, expect, test } from 'vitest'
import { bandOf, isAboveHundredMillion } from '../../../shared/projects/bands'
import { countTarget, readTarget } from '../../../shared/projects/targets'
import { day } from '../../builders'
import { amount, aProject } from './builders'

describe('product C1, domain §2: bands by total investment', () => {
  test.each([
    ['0', 'below500', false],
    ['499', 'below500', false],
    ['499.999999', 'below500', false],
    ['500', 'from500', false],
    ['4999', 'from500', false],
    ['4999.999999', 'from500', false],
    ['5000', 'from5000', false],
    ['9999.999999', 'from5000', false],
    ['10000', 'from5000', true],
    ['52000', 'from5000', true],
  ] as const)('%s 万元 → %s, 亿元以上 %s', (text, band, isAbove) => {
    expect([bandOf(amount(text)), isAboveHundredMillion(amount(text))]).toEqual([band, isAbove])
  })

  test('without a total there is no band', () => {
    expect([bandOf(null), isAboveHundredMillion(null)]).toEqual([null, false])
  })
})

describe('targets that the district sets in projects', () => {
  test.each([
    ['新开工项目（个）/5000万元以上', { scope: 'from5000', milestone: 'started' }],
    ['新开工项目/其中亿元以上', { scope: 'aboveHundredMillion', milestone: 'started' }],
    ['储备亿元以上项目（个）', { scope: 'aboveHundredMillion', milestone: 'reserve' }],
    ['竣工5000万元以上项目', { scope: 'from5000', milestone: 'completed' }],
    ['总投资500-5000万元项目', { scope: 'from500', milestone: 'any' }],
    ['总投资５００—５０００万元和项目', { scope: 'from500', milestone: 'any' }],
    ['走访次数', null],
    ['吹哨报到事项办结 办结率', null],
    ['固定资产投资 亿元', null],
  ])('%s', (words, target) => {
    expect(readTarget(words)).toEqual(target)
  })

  test('新开工 counts what started within the year up to the day', () => {
    const projects = [
      aProject({ totalInvestment: amount('5000'), startedOn: day('2022-05-06') }),
      aProject({ totalInvestment: amount('12000'), startedOn: day('2021-12-31') }),
      aProject({ totalInvestment: amount('4980'), startedOn: day('2022-05-06') }),
      aProject({ totalInvestment: amount('6000'), startedOn: day('2022-12-31') }),
    ]
    const target = { scope: 'from5000', milestone: 'started' } as const
    expect(countTarget(projects, target, day('2022-01-01'), day('2022-06-30'))).toBe(1)
    expect(countTarget(projects, target, day('2022-01-01'), day('2022-12-31'))).toBe(2)
  })
})
