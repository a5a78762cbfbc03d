import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonicalJson, checkCodeOf, withCheckCode } from '../../../shared/reports/check-code'
import { leadLedger } from '../../../shared/reports/lead-ledger'
import { plainParagraphs, plainText } from '../../../shared/reports/plain-text'
import { day, fixtureLedger, quarterFacts, type Ledger, quarterReport } from './fixture-quarter'

const ledger = await fixtureLedger()
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const codeOf = (facts: Ledger): string => withCheckCode(quarterReport(quarterFacts('2022Q3', facts)), sha256).checkCode

test('eight digits, four and four', () => {
  expect(codeOf(ledger)).toMatch(/^\d{4}-\d{4}$/)
  expect(checkCodeOf('0'.repeat(64))).toBe('0000-0000')
  expect(() => checkCodeOf('')).toThrow('a SHA-256 digest')
})

test('the same data on another PC, with other ids and another order, gives the same code', () => {
  const other = {
    ...ledger,
    leads: ledger.leads.map((lead) => ({ ...lead, id: `x-${lead.id}`, updatedAt: '2023-01-01' })).toReversed(),
    briefs: ledger.briefs.toReversed(),
  }
  expect(codeOf(other)).toBe(codeOf(ledger))
})

test('who prints it and when does not change the code', () => {
  const facts = quarterFacts('2022Q3', ledger)
  const later = { ...facts, preparedOn: day('2022-10-20'), signers: { ...facts.signers, preparedBy: '他人' } }
  expect(withCheckCode(quarterReport(later), sha256).checkCode).toBe(codeOf(ledger))
})

test.each([
  ['one character of a title', { title: '航空零部件研发中心。' }],
  ['one digit of a code', { platformNo: 'DL2022-0009' }],
  ['one day', { filedOn: day('2022-03-16') }],
])('%s changes the code', (_, change) => {
  const leads = ledger.leads.map((lead) => (lead.id === 'lead-1' ? { ...lead, ...change } : lead))
  expect(codeOf({ ...ledger, leads })).not.toBe(codeOf(ledger))
})

test('canonical JSON does not depend on the order of keys', () => {
  expect(canonicalJson({ b: [1, null, 'x'], a: { d: true, c: '' } })).toBe('{"a":{"c":"","d":true},"b":[1,null,"x"]}')
})

test('a ledger says what it holds, and the code is on its 说明 sheet', () => {
  const facts = {
    bureau: '东丽区审计局',
    year: 2022,
    period: { start: day('2022-01-01'), end: day('2022-12-31') },
    asOf: day('2022-12-31'),
    exportedAt: '2022-12-31 10:32',
    preparedOn: day('2022-12-31'),
    leads: ledger.leads.slice(0, 3),
    totalCount: 59,
    filters: ['项目类别：北京项目'],
  }
  const report = withCheckCode(leadLedger(facts), sha256)
  const about = report.sheets[1]?.rows.map((row) => row.cells.map(String).join('|')) ?? []
  expect(about).toContain('条数|共59条，本次导出3条')
  expect(about).toContain('筛选条件|项目类别：北京项目')
  expect(about).toContain(`核对码|${report.checkCode}`)
  expect(report.sheets[0]?.rows).toHaveLength(3)
  const later = withCheckCode(leadLedger({ ...facts, exportedAt: '2022-12-31 18:00' }), sha256)
  expect(later.checkCode).toBe(report.checkCode)
})

test('the OA text is plain: numbered, one paragraph a line, no tabs and no control characters', () => {
  const facts = quarterFacts('2022Q3', ledger)
  const leads = facts.leads.map((lead) => ({ ...lead, title: '甲\u0000乙\u000b丙\uffff' }))
  const dirty = { ...facts, leads }
  const report = withCheckCode(quarterReport(dirty), sha256)
  const text = plainText(report)
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\ufffe\uffff]/)
  expect(text).toContain('甲乙丙')
  expect(plainParagraphs(report)[0]).toBe('东丽区审计局2022年三季度“四个全员抓”工作小结')
  expect(plainParagraphs(report).at(-1)).toBe(`核对码：${report.checkCode}`)
  expect(text).toContain('　　一、抓招商\n　　（一）工作开展情况\n')
})
