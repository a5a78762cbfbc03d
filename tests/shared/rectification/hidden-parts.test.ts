import { describe, expect, test } from 'vitest'
import { hideParts, namesOf, shownKey } from '../../../shared/rectification/hidden-parts'
import { headingOf, paragraphOf } from '../../../shared/rectification/report-blocks'

function hidden(text: string, known = {}, shown: readonly string[] = [], isUnnamed = false) {
  const parts = { people: [], auditees: [], ...known }
  const made = hideParts([paragraphOf(text, '3 某问题', isUnnamed)], parts, new Set(shown))
  return { text: made.blocks[0]?.text, parts: made.hidden.map(shownKey) }
}

describe('脱敏 of a public notice (product F11)', () => {
  test.each<readonly [string, string, string]>([
    ['请拨打13812345678。', '请拨打***。', 'phone/13812345678'],
    ['请拨打138-1234-5678。', '请拨打***。', 'phone/138-1234-5678'],
    ['电话：022-24390001。', '电话：***。', 'phone/022-24390001'],
    ['联系电话24390001，请来电。', '联系电话***，请来电。', 'phone/24390001'],
    ['身份证120110199001011234', '身份证***', 'account/120110199001011234'],
    ['身份证12011019900101123X核对', '身份证***核对', 'account/12011019900101123X'],
    ['代码91120110MA05T0XY3K', '代码***', 'account/91120110MA05T0XY3K'],
    ['账号6222 0213 0200 1234 567已注销', '账号***已注销', 'account/6222 0213 0200 1234 567'],
    ['账号6222021302001234567', '账号***', 'account/6222021302001234567'],
  ])('%s → %s', (before, after, key) => {
    expect(hidden(before)).toEqual({ text: after, parts: [key] })
  })

  test.each([
    '新增盘活闲置资产3.68万平方米',
    '2021年12月31日前完成整改',
    '津审〔2022〕10号',
    '共20220630项',
    '投入900万元',
  ])('a figure that is nobody’s stays: %s', (text) => {
    expect(hidden(text)).toEqual({ text, parts: [] })
  })

  test('names are taken out of fields with several; words of posts name nobody', () => {
    expect(namesOf(['承办人01、承办人02', '局长', '党组书记', '招商组组长'])).toEqual([
      '承办人01',
      '承办人02',
      '招商组组长',
    ])
    expect(hidden('由承办人01牵头，局长办公会研究。', { people: ['局长', '承办人01'] })).toEqual({
      text: '由有关人员牵头，局长办公会研究。',
      parts: ['person/承办人01'],
    })
  })

  test('the longest name first, and a unit of one name inside another', () => {
    const auditees = ['财政局', '东丽区财政局']
    expect(hidden('东丽区财政局和财政局均已整改。', { auditees })).toEqual({
      text: '某单位和某单位均已整改。',
      parts: ['auditee/东丽区财政局', 'auditee/财政局'],
    })
  })

  test('a unit that stays unnamed takes its amounts with it', () => {
    expect(hidden('某街道少缴收入1,200.5万元，占80元。', {}, [], true)).toEqual({
      text: '某街道少缴收入***，占***。',
      parts: ['amount/1,200.5万元', 'amount/80元'],
    })
  })

  test('a part that was chosen stays, and is still listed', () => {
    const known = { people: ['承办人01'] }
    expect(hidden('承办人01，13812345678', known, ['person/承办人01'])).toEqual({
      text: '承办人01，***',
      parts: ['person/承办人01', 'phone/13812345678'],
    })
  })

  test('each part once, with the first place and how many; headings are looked at too', () => {
    const blocks = [
      headingOf(1, '承办人01负责'),
      paragraphOf('承办人01，承办人01'),
      paragraphOf('承办人01', '5 另一问题'),
    ]
    const made = hideParts(blocks, { people: ['承办人01'], auditees: [] }, new Set())
    expect(made.blocks.map(({ text }) => text)).toEqual(['有关人员负责', '有关人员，有关人员', '有关人员'])
    expect(made.hidden).toEqual([{ kind: 'person', text: '承办人01', where: '承办人01负责等3处' }])
  })
})
