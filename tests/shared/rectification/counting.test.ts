import { describe, expect, test } from 'vitest'
import { countingOf, rateTextOf, tallyOf, type CountingRule } from '../../../shared/rectification/counting'
import type { FindingState, FindingStatus, StatusWord } from '../../../shared/rectification/record'
import { stateOfStatus, usualVocabulary } from '../../../shared/rectification/status'

const halfUp = { mode: 'halfUp', decimals: 1, countsReferred: true } as const
const usual: CountingRule = { vocabulary: [...usualVocabulary('municipalInspection')], rateRule: halfUp }

function many(count: number, status: FindingStatus, more: { state?: FindingState; statusLabel?: string } = {}) {
  return Array.from({ length: count }, () => ({ state: stateOfStatus(status), statusLabel: '', status, ...more }))
}

function rateOfMany(findings: ReturnType<typeof many>, rule: CountingRule = usual) {
  return rateTextOf(tallyOf(findings.map((finding) => countingOf(finding, rule))), rule.rateRule)
}

describe('rates of a ledger, domain §7', () => {
  test.each<[string, ReturnType<typeof many>, string, string]>([
    ['G01 30 of 30', many(30, 'done'), '100%', '30/30'],
    ['G02 56 完成 + 3 基本完成', [...many(56, 'done'), ...many(3, 'basicallyDone')], '94.9%', '56/59'],
    [
      'G03 30 完成 + 8 阶段性 + 1 基本 + 1 未完成',
      [...many(30, 'done'), ...many(8, 'phasedDone'), ...many(1, 'basicallyDone'), ...many(1, 'notDone')],
      '75%',
      '30/40',
    ],
    ['G07 15 完成 + 8 基本完成', [...many(15, 'done'), ...many(8, 'basicallyDone')], '65.2%', '15/23'],
    ['G09 105 / 95', [...many(95, 'done'), ...many(10, 'inProgress')], '90.5%', '95/105'],
    ['G10 308 / 288 已推动整改', [...many(288, 'promoted'), ...many(20, 'inProgress')], '93.5%', '288/308'],
    ['G11 245 / 138 已推动整改', [...many(138, 'promoted'), ...many(107, 'inProgress')], '56.3%', '138/245'],
    ['nothing: no denominator, no rate', [], '—', '0/0'],
    ['长期整改 stays open', [...many(1, 'done'), ...many(1, 'longTerm')], '50%', '1/2'],
  ])('%s', (_name, findings, rate, fraction) => {
    expect(rateOfMany(findings)).toEqual({ rate, fraction })
  })

  test('G12 已整改 and 已推动整改 together are marked as mixed, one verb alone is not', () => {
    const all = [...many(95, 'done'), ...many(288 + 138, 'promoted'), ...many(137, 'inProgress')]
    const tally = tallyOf(all.map((finding) => countingOf(finding, usual)))
    expect(tally).toEqual({ total: 658, denominator: 658, done: 521, promoted: 426, isMixed: true })
    expect(rateTextOf(tally, halfUp).rate).toBe('79.2%')
    const one = tallyOf(many(288, 'promoted').map((finding) => countingOf(finding, usual)))
    expect(one.isMixed).toBe(false)
  })

  test.each([
    ['G16 half up', 161, 215, 'halfUp', 1, '74.9%'],
    ['G16 cut off', 161, 215, 'truncate', 1, '74.8%'],
    ['G15 two decimals', 146, 155, 'halfUp', 2, '94.19%'],
    ['G18', 132, 208, 'halfUp', 2, '63.46%'],
    ['no decimals', 46, 100, 'halfUp', 0, '46%'],
  ] as const)('%s', (_name, done, denominator, mode, decimals, rate) => {
    expect(rateTextOf({ done, denominator }, { mode, decimals }).rate).toBe(rate)
  })
})

describe('what a programme says of its own counting', () => {
  const referred = { ...many(1, 'inProgress')[0], state: 'referred' } as const

  test('已移送 stays in the denominator unless the rule leaves it out, domain §3', () => {
    const findings = [...many(1, 'done'), ...many(1, 'inProgress', { state: referred.state })]
    expect(rateOfMany(findings).fraction).toBe('1/2')
    expect(rateOfMany(findings, { ...usual, rateRule: { ...halfUp, countsReferred: false } }).fraction).toBe('1/1')
  })

  test('what is out of the denominator is out of the numerator too', () => {
    const findings = [...many(1, 'done'), ...many(1, 'done', { state: 'referred' })]
    expect(rateOfMany(findings, { ...usual, rateRule: { ...halfUp, countsReferred: false } }).fraction).toBe('1/1')
  })

  const words: readonly StatusWord[] = [
    { label: '整改到位', status: 'done', countsAsDone: true, countsInDenominator: true },
    { label: '基本到位', status: 'basicallyDone', countsAsDone: true, countsInDenominator: true },
    { label: '不再整改', status: 'notDone', countsAsDone: false, countsInDenominator: false },
    { label: '还没整改', status: 'notDone', countsAsDone: false, countsInDenominator: true },
  ]
  const own: CountingRule = { vocabulary: [...words], rateRule: halfUp }

  test.each<[string, FindingStatus, string, { isDone: boolean; inDenominator: boolean }]>([
    ['its word counts as done', 'basicallyDone', '基本到位', { isDone: true, inDenominator: true }],
    ['its word is left out', 'notDone', '不再整改', { isDone: false, inDenominator: false }],
    ['another word of the same status counts', 'notDone', '还没整改', { isDone: false, inDenominator: true }],
    ['without a word, the first one of the status', 'basicallyDone', '', { isDone: true, inDenominator: true }],
    ['a word nobody knows, the first one of the status', 'done', '好了', { isDone: true, inDenominator: true }],
    ['a status without any word', 'phasedDone', '', { isDone: false, inDenominator: true }],
    ['已推动整改 without any word is done', 'promoted', '', { isDone: true, inDenominator: true }],
  ])('%s', (_name, status, statusLabel, expected) => {
    expect(countingOf({ state: 'rectifying', status, statusLabel }, own)).toMatchObject(expected)
  })
})
