import { describe, expect, test } from 'vitest'
import { wordsWithoutPeople } from '../../../shared/reports/without-people'

describe('words that leave the house (issue 5 item 2: contacts and phones hidden by default)', () => {
  const clean = wordsWithoutPeople({
    names: ['甲乙丙', '包联干部01', '丁'],
    others: ['甲乙丙商贸公司', '示例制造公司'],
  })

  test.each([
    ['由甲乙丙负责，电话13812345678。', '由有关同志负责，电话（电话未报送）。'],
    ['示例制造公司（包联干部01）', '示例制造公司（有关同志）'],
    ['022-24391234 138 1234 5678 0431-8765432', '（电话未报送） （电话未报送） （电话未报送）'],
  ])('%s', (text, expected) => {
    expect(clean(text)).toBe(expected)
  })

  test('a company that bears a colleague’s name stays whole, and the colleague beside it does not', () => {
    expect(clean('甲乙丙商贸公司，联系甲乙丙')).toBe('甲乙丙商贸公司，联系有关同志')
  })

  test('codes, 核对码, amounts and days are no telephone numbers', () => {
    for (const text of ['91120110MA0000001D', '4827-1936', '2022-06-30', '12345678.90万元', '津平台202200013812345678'])
      expect(clean(text)).toBe(text)
  })

  test('a single sign is no name to look for, and twice changes nothing more', () => {
    expect(clean('丁家村')).toBe('丁家村')
    const text = '由甲乙丙负责，电话13812345678。'
    expect(clean(clean(text))).toBe(clean(text))
  })
})
