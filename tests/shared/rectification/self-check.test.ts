import { describe, expect, test } from 'vitest'
import { parseMoney } from '../../../shared/core/money'
import { decimalsOf, printsAs, publishedInText, publishedIssues } from '../../../shared/rectification/published-check'
import type { FindingRecord, ProgramRecord } from '../../../shared/rectification/record'
import { ledgerIssues, type LedgerFacts } from '../../../shared/rectification/self-check'
import { textAgainstLedger } from '../../../shared/rectification/text-ledger-check'
import { aFinding, aProgram, findingsOf } from './statistics-builders'

function issuesOf(
  programs: readonly ProgramRecord[],
  findings: readonly FindingRecord[],
  facts: Partial<LedgerFacts> = {},
) {
  return ledgerIssues({
    programs,
    findings,
    manifestations: new Map(),
    measures: new Map(),
    openMeasures: new Map(),
    amounts: new Map(),
    evidence: new Map(),
    closedHere: new Set(),
    ...facts,
  })
}

const fen = (tenThousand: string) => parseMoney(tenThousand, 'tenThousand')
const noAmount = { treatment: 'toTreasury', unit: '', requiredFen: null, doneFen: null, required: null, done: null }
const households = { ...noAmount, treatment: 'other', unit: '户', required: '241', done: '210', reason: '' } as const

describe('the ledger against itself, product F5', () => {
  test('59 declared, 58 found; a level that was not entered is no contradiction', () => {
    const program = aProgram({
      title: '巡视反馈',
      declared: { aspects: 4, specific: 30, byAnalogy: 59, recommendation: 11, measures: 231, manifestations: 36 },
    })
    const findings = [
      ...findingsOf(program, { done: 30 }, { kind: 'specific', aspect: '方面' }),
      ...findingsOf(program, { done: 58 }, { kind: 'byAnalogy' }),
    ]
    const measures = new Map([[program.id, 231]])
    const issues = issuesOf([program], findings, { measures })
    expect(issues.map(({ code, severity, programId }) => [code, severity, programId])).toEqual([
      ['declaredCount', 'warning', program.id],
      ['declaredCount', 'warning', program.id],
    ])
    expect(issues.map(({ text }) => text)).toEqual([
      '“巡视反馈”通报写明4个方面，台账中有1个，少3个。请对照原文核对。',
      '“巡视反馈”通报写明59个举一反三事项，台账中有58个，少1个。请对照原文核对。',
    ])
  })

  test('a sound ledger gives nothing', () => {
    const program = aProgram({ declared: { specific: 19, measures: 24 } })
    const findings = findingsOf(program, { done: 19 })
    expect(issuesOf([program], findings, { measures: new Map([[program.id, 24]]) })).toEqual([])
  })

  test.each<
    readonly [string, Partial<FindingRecord>, (finding: FindingRecord) => Partial<LedgerFacts>, string, string]
  >([
    [
      'done with open measures',
      { status: 'done' },
      ({ id }) => ({ openMeasures: new Map([[id, 2]]) }),
      'doneWithOpenMeasure',
      '还有2条整改措施没有完成',
    ],
    [
      'done beside 210 of 241 户, G13',
      { status: 'done' },
      ({ id }) => ({ amounts: new Map([[id, [households]]]) }),
      'doneBesideOpenQuantity',
      '其他应整改241户，已整改210户',
    ],
    [
      'done beside money that has not come',
      { status: 'done' },
      ({ id }) => ({
        amounts: new Map([[id, [{ ...noAmount, treatment: 'recovered', requiredFen: fen('5'), reason: '' }]]]),
      }),
      'doneBesideOpenQuantity',
      '收回应整改5万元，已整改0万元',
    ],
    [
      'closed here without evidence',
      { state: 'closed', status: 'done' },
      ({ id }) => ({ closedHere: new Set([id]) }),
      'closedWithoutEvidence',
      '已销号，但没有佐证材料',
    ],
    [
      'a file that is not there',
      {},
      ({ id }) => ({ evidence: new Map([[id, { files: 2, missing: ['凭证.pdf'] }]]) }),
      'evidenceMissing',
      '凭证.pdf',
    ],
    [
      'more done than required, no reason',
      {},
      ({ id }) => ({ amounts: new Map([[id, [{ ...households, done: '242' }]]]) }),
      'sumMismatch',
      '已整改242户多于应整改241户',
    ],
    [
      'parts above the whole',
      { amount: fen('10') },
      ({ id }) => ({
        amounts: new Map([
          [
            id,
            [
              { ...noAmount, treatment: 'toTreasury', requiredFen: fen('6'), reason: '' },
              { ...noAmount, treatment: 'recovered', requiredFen: fen('4.01'), reason: '' },
            ],
          ],
        ]),
      }),
      'sumMismatch',
      '合计10.01万元，多于问题金额10万元',
    ],
  ])('%s', (_name, fields, facts, code, words) => {
    const program = aProgram()
    const finding = aFinding(program, { no: '29', title: '拆违', ...fields })
    const issues = issuesOf([program], [finding], facts(finding))
    expect(issues).toMatchObject([{ code, findingId: finding.id, programId: program.id }])
    expect(issues[0]?.text).toContain('“29 拆违”')
    expect(issues[0]?.text).toContain(words)
  })

  test.each<readonly [string, Partial<FindingRecord>, (finding: FindingRecord) => Partial<LedgerFacts>]>([
    ['open with open measures', {}, ({ id }) => ({ openMeasures: new Map([[id, 2]]) })],
    ['open beside 210 of 241 户', {}, ({ id }) => ({ amounts: new Map([[id, [households]]]) })],
    ['closed in a ledger that was imported', { state: 'closed', status: 'done' }, () => ({})],
    [
      'more done than required, with a reason',
      {},
      ({ id }) => ({ amounts: new Map([[id, [{ ...households, done: '242', reason: '新增1户' }]]]) }),
    ],
  ])('no issue: %s', (_name, fields, facts) => {
    const program = aProgram()
    const finding = aFinding(program, fields)
    expect(issuesOf([program], [finding], facts(finding))).toEqual([])
  })

  test('two verbs: within one programme, and over several that are each of one verb, G12', () => {
    const [city, district] = [aProgram({ title: '市' }), aProgram({ title: '区' })]
    const apart = [...findingsOf(city, { done: 95 }), ...findingsOf(district, { promoted: 426 })]
    expect(issuesOf([city, district], apart).map(({ code, programId }) => [code, programId])).toEqual([
      ['mixedVerbs', null],
    ])
    expect(issuesOf([city], findingsOf(city, { done: 95 }))).toEqual([])
    const mixed = issuesOf([city], findingsOf(city, { done: 1, promoted: 2 }))
    expect(mixed).toMatchObject([{ code: 'mixedVerbs', programId: city.id, severity: 'warning' }])
    expect(mixed[0]?.text).toContain('“市”中“已整改”1项、“已推动整改”2项')
  })
})

describe('a text against the ledger', () => {
  const program = aProgram()
  const findings = [
    ...findingsOf(program, { done: 30 }, { kind: 'specific' }),
    ...findingsOf(program, { done: 56, basicallyDone: 3 }, { kind: 'byAnalogy' }),
    ...findingsOf(program, { done: 30, phasedDone: 8, basicallyDone: 1, notDone: 1 }, { kind: 'reform' }),
    ...findingsOf(program, { done: 11 }, { kind: 'recommendation' }),
    ...findingsOf(program, { done: 1 }, { kind: 'immediateHandover' }),
  ]
  const check = (text: string, of = findings) => textAgainstLedger(text, of, new Map([[program.id, program]]))

  test('the published summary agrees, S004', () => {
    const text = `反馈意见共指出四个方面13个重点问题、30个具体问题、36个问题表现和11条意见建议。截至目前，30个具体问题已全部完成整改，完成率100%；11条整改意见已全部落实。查摆“举一反三”整改事项59个，已完成整改56个，基本完成3个，完成率94.9%；查摆“推动改革促进发展”整改事项40个，已完成整改30个，阶段性完成8个，基本完成1个，未完成1个，完成率75%。
本轮移交立行立改问题1个，已完成整改1个。历次整改不到位的30个问题中已整改完成18个，其余正在推进。
以上共反映问题141个，已整改128个，整改率90.8%。`
    expect(check(text)).toEqual([])
  })

  test.each([
    ['a total', '具体问题31个，已完成整改30个', 'declaredCount', '文中具体问题31项，台账为30项'],
    ['a total before the word', '本次反馈29个具体问题', 'declaredCount', '文中具体问题29项，台账为30项'],
    ['a count of done', '“举一反三”整改事项59个，已完成整改59个', 'declaredCount', '已完成59项，台账为56项（56/59）'],
    ['digits in full width', '推动改革事项４１项', 'declaredCount', '文中推动改革促进发展41项，台账为40项'],
    ['a rate', '推动改革促进发展事项40个，完成率97.5%', 'percentMismatch', '为97.5%，台账为30/40＝75%'],
    ['全部 beside open ones', '“举一反三”整改事项已全部完成整改', 'allDoneBesideOpen', '还有3项没有完成（56/59）'],
    ['the whole ledger', '审计共反映问题141个，整改率95%', 'percentMismatch', '台账为128/141＝91%'],
    ['one of several totals', '指出30个具体问题、12条意见建议', 'declaredCount', '文中意见建议12项，台账为11项'],
  ])('%s that differs', (_name, text, code, words) => {
    const issues = check(`${text}。`)
    expect(issues).toMatchObject([{ code, severity: 'error', quote: text, findingId: null }])
    expect(issues[0]?.text).toContain(words)
  })

  test('both ways of rounding are right', () => {
    const some = findingsOf(program, { done: 161, inProgress: 54 }, { kind: 'byAnalogy' })
    expect(check('举一反三事项215个，完成率74.9%。', some)).toEqual([])
    expect(check('举一反三事项215个，完成率74.8%。', some)).toEqual([])
    expect(check('举一反三事项215个，完成率75%。', some)).toEqual([])
    expect(check('举一反三事项215个，完成率75.0%。', some)).toMatchObject([{ code: 'percentMismatch' }])
  })

  test('已整改 for what was 已推动整改, G10', () => {
    const some = findingsOf(program, { promoted: 288, inProgress: 20 }, { kind: 'audit' })
    expect(check('审计问题308个，已推动整改288个，推动率93.5%。', some)).toEqual([])
    expect(check('审计问题308个，已整改288个，整改率93.5%。', some)).toMatchObject([
      { code: 'mixedVerbs', severity: 'warning' },
    ])
  })

  test.each([
    ['other figures of the same sentence', '具体问题整改中收回资金40万元，涉及241户中210户已完成'],
    ['a kind that the ledger does not hold', '审计问题17个，已整改3个，整改率17.6%'],
    ['parts of the ledger', '本部分3个具体问题已全部完成'],
    ['nothing', ''],
  ])('no issue: %s', (_name, text) => {
    expect(check(text)).toEqual([])
  })

  test('what a notice declared is said of the ledger itself, not again of its text', () => {
    const declaring = aProgram({ declared: { byAnalogy: 59 } })
    const held = findingsOf(declaring, { done: 58 }, { kind: 'byAnalogy' })
    const programs = new Map([[declaring.id, declaring]])
    expect(textAgainstLedger('举一反三事项59个。', held, programs)).toEqual([])
    expect(textAgainstLedger('举一反三事项57个。', held, programs)).toMatchObject([{ code: 'declaredCount' }])
  })

  test('without findings there is nothing to compare with', () => {
    expect(check('具体问题31个，完成率50%。', [])).toEqual([])
  })
})

describe('published figures', () => {
  test.each([
    ['94.9%', 1],
    ['75%', 0],
    ['63.46%', 2],
    ['63.456%', 2],
  ])('%s has %d decimals', (percent, decimals) => {
    expect(decimalsOf(percent)).toBe(decimals)
  })

  test('a fraction prints as a percentage in either way of rounding', () => {
    expect([printsAs(161, 215, '74.9%'), printsAs(161, 215, '74.8%'), printsAs(161, 215, '74.7%')]).toEqual([
      true,
      true,
      false,
    ])
    expect([printsAs(0, 0, '0%'), printsAs(9, 10, '90.0%')]).toEqual([false, true])
  })

  test.each([
    ['the plain rate', { total: 40, done: 30, others: [8, 1, 1], percent: '75%' }],
    ['the done and one other', { total: 40, done: 30, others: [8, 1, 1], percent: '77.5%' }],
    ['without the referred ones', { total: 82, done: 38, others: [21, 13, 10], percent: '55%' }],
  ])('reproducible: %s', (_name, figures) => {
    expect(publishedIssues({ ...figures, quote: '' })).toEqual([])
  })

  test('in a text, G28: what does not add up and a rate that no fraction gives', () => {
    const text = '审计共发现问题82个，已整改38个、正在整改21个、移送13个，整改率66%'
    expect(publishedInText(`${text}。`)).toMatchObject([
      { code: 'notReproducible', quote: text },
      { code: 'notReproducible', quote: text },
    ])
    expect(publishedInText(text.replace('82', '72').replace('66', '52.8'))).toEqual([])
  })

  test.each([
    [
      'G02, G03',
      '查摆“举一反三”整改事项59个，已完成整改56个，基本完成3个，完成率94.9%；事项40个，已完成整改30个，阶段性完成8个，基本完成1个，未完成1个，完成率75%。',
    ],
    ['no rate', '82个问题，已整改38个，移送13个。'],
    ['no parts', '82个问题，已整改38个，整改率66%。'],
    ['no figures', '整改工作全面推进。'],
  ])('in a text, no issue: %s', (_name, text) => {
    expect(publishedInText(text)).toEqual([])
  })
})
