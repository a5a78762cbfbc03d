import { describe, expect, it } from 'vitest'
import { claimPairs, claimShares, sameEnterprise } from '../../../shared/district/same-enterprise'
import type { CheckDecision } from '../../../shared/district/record'
import type { ReportedLine } from '../../../shared/exchange/lines'
import { day } from '../../builders'
import { aLead, aLine, aReturn } from './returns'

const code = '91120110MA05XYZ01A'

function lead(
  id: string,
  filedOn: string,
  name: string,
  creditCode = '',
  more: Partial<ReportedLine> = {},
): ReportedLine {
  return aLead(id, { happenedOn: day(filedOn), enterprise: { name, creditCode }, ...more })
}

function unit(no: number, ...lines: readonly ReportedLine[]) {
  return aReturn(lines, { unitId: `u0${no}`, unit: `单位0${no}` })
}

/** Who stands against whom: `u01/a > u02/b`, with `=` where a person decides. */
function pairs(...units: readonly ReturnType<typeof unit>[]): readonly string[] {
  return claimPairs(units).map(({ first, second, isPlain }) => {
    const nameOf = ({ unit: { unitId }, line }: typeof first): string => `${unitId}/${line.key.slice(5)}`
    return `${nameOf(first)} ${isPlain ? '>' : '='} ${nameOf(second)}`
  })
}

describe('one enterprise in two units (三明市先报有效; product M5)', () => {
  it('is found by its credit code, however it is written', () => {
    const left = unit(1, lead('a', '2022-05-10', '示例科技有限公司', code))
    const right = unit(2, lead('b', '2022-04-01', '另一个名称', ` ${code.toLowerCase()}`))
    expect(pairs(left, right)).toEqual(['u02/b > u01/a'])
  })

  it('is found by its name where a code is missing', () => {
    const left = unit(1, lead('a', '2022-05-10', '示例科技（天津）有限责任公司', code))
    expect(pairs(left, unit(2, lead('b', '2022-06-01', '示例科技(天津)有限公司')))).toEqual(['u01/a > u02/b'])
  })

  it('is not one when the codes differ', () => {
    const left = unit(1, lead('a', '2022-05-10', '示例科技有限公司', code))
    expect(pairs(left, unit(2, lead('b', '2022-06-01', '示例科技有限公司', '91120110MA05XYZ02B')))).toEqual([])
  })

  it('leaves equal days to a person, and days that nobody gave', () => {
    const left = unit(1, lead('a', '2022-05-10', '示例科技有限公司'))
    expect(pairs(left, unit(2, lead('b', '2022-05-10', '示例科技有限公司')))).toEqual(['u01/a = u02/b'])
  })

  it('does not look at leads that count for nobody', () => {
    const left = unit(1, lead('a', '2022-05-10', '示例科技有限公司'))
    const ended = lead('b', '2022-06-01', '示例科技有限公司', '', {
      detail: { filedOn: '2022-06-01', ending: 'withdrawn' },
    })
    expect(pairs(left, unit(2, ended))).toEqual([])
  })

  it('leaves two leads of one unit to that unit', () => {
    const name = '示例科技有限公司'
    const left = unit(1, lead('a', '2022-05-10', name), lead('c', '2022-05-11', name))
    expect(pairs(left)).toEqual([])
    expect(pairs(left, unit(2, lead('b', '2022-05-01', name)))).toEqual(['u02/b > u01/a', 'u02/b > u01/c'])
  })

  it('holds each later unit against the earliest', () => {
    const name = '示例科技有限公司'
    const units = [
      unit(1, lead('a', '2022-05-10', name)),
      unit(2, lead('b', '2022-05-01', name)),
      unit(3, lead('c', '2022-06-01', name)),
    ]
    expect(pairs(...units)).toEqual(['u02/b > u01/a', 'u02/b > u03/c'])
    expect(pairs(...units.toReversed())).toEqual(pairs(...units))
  })

  it('takes money for claimed twice when day and amount agree', () => {
    const entry = (id: string, gross: string) =>
      aLine({
        key: `entry/${id}`,
        kind: 'entry',
        stream: 'revenue',
        happenedOn: day('2022-05-10'),
        evidence: 1,
        enterprise: {
          name: '示例税源有限公司',
          creditCode: '',
        },
        detail: {
          bookedOn: '2022-05-10',
          status: 'booked',
          gross,
        },
      })
    expect(claimPairs([unit(1, entry('a', '12.5')), unit(2, entry('b', '12.5'))])).toHaveLength(1)
    expect(claimPairs([unit(1, entry('a', '12.5')), unit(2, entry('b', '13'))])).toEqual([])
  })

  it('lets several units visit one enterprise', () => {
    const visit = (id: string) =>
      aLine({ key: `visit/${id}`, kind: 'visit', enterprise: { name: '示例企业', creditCode: code } })
    expect(claimPairs([unit(1, visit('a')), unit(2, visit('b'))])).toEqual([])
  })

  it('says both units and days and proposes the earlier filing', () => {
    const left = unit(1, lead('a', '2022-05-10', '示例科技有限公司'))
    const right = unit(2, lead('b', '2022-06-01', '示例科技有限公司'))
    expect(sameEnterprise([left, right])).toMatchObject([
      {
        code: 'sameEnterprise',
        unitId: 'u01',
        lineKey: 'lead/a',
        other: {
          unitId: 'u02',
          lineKey: 'lead/b',
        },
        text: '“示例科技有限公司”由两家单位申报：单位01（2022-05-10）、单位02（2022-06-01）。',
        proposal: '先报有效：归单位01，单位02的一条不计',
        proposed: {
          unitId: 'u02',
          lineKey: 'lead/b',
          verdict: 'returned',
          approved: null,
        },
      },
    ])
    const same = unit(2, lead('b', '2022-05-10', '示例科技有限公司'))
    expect(sameEnterprise([left, same])).toMatchObject([{ proposal: '', proposed: null }])
  })

  it('is another fact when a day was corrected', () => {
    const left = unit(1, lead('a', '2022-05-10', '示例科技有限公司'))
    const keyWith = (filedOn: string) => claimPairs([left, unit(2, lead('b', filedOn, '示例科技有限公司'))])[0]?.key
    expect(keyWith('2022-06-01')).toBe(keyWith('2022-06-01'))
    expect(keyWith('2022-06-01')).not.toBe(keyWith('2022-06-02'))
  })
})

describe('shared and split claims', () => {
  const name = '示例科技有限公司'
  const units = [
    unit(1, lead('a', '2022-05-01', name)),
    unit(2, lead('b', '2022-05-02', name)),
    unit(3, lead('c', '2022-05-03', name)),
  ]

  function shares(...decisions: readonly CheckDecision[]) {
    const by = { reason: '共同引进', decidedBy: '核验人', decidedOn: '2022-07-05' }
    const made = new Map(
      claimPairs(units).map(({ key }, index) => [key, { decision: decisions[index] ?? 'first', ...by }]),
    )
    return Object.fromEntries(
      [...claimShares(units, made)].map(([unitId, lines]) => [
        unitId,
        [...lines].map(([key, { kind, claimants }]) => `${key} ${kind} ${claimants}`),
      ]),
    )
  }

  it('change the lines of both units', () => {
    expect(shares('split', 'first')).toEqual({ u01: ['lead/a split 2'], u02: ['lead/b split 2'] })
  })

  it('are divided by all that take part', () => {
    expect(shares('split', 'split')).toEqual({
      u01: ['lead/a split 3'],
      u02: ['lead/b split 3'],
      u03: ['lead/c split 3'],
    })
  })

  it('change nothing where the first filing stands', () => {
    expect(shares('first', 'first')).toEqual({})
  })
})
