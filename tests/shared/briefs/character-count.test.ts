import { describe, expect, it } from 'vitest'
import { caseLength, characterCount } from '../../../shared/briefs/character-count'
import { caseLengthText } from '../../../shared/terms/briefs'

describe('字数 as WPS prints it: Chinese and full-width signs one each, a Latin run one, spaces none', () => {
  it.each([
    ['优化营商环境', 6],
    ['我局“一对一”走访，问需于企；解决问题3个。', 22],
    ['收到OA通知后，于2022年4月28日报送《典型案例》', 22],
    ['完成率94.9%（56/59）', 7],
    ['Office 365 与 WPS 都按 word 计数', 9],
    ['don’t stop', 2],
    ['中,文', 3],
    ['１２３全角', 5],
    ['——……', 4],
    ['第一段\n\n　　第二段\r\n', 6],
    ['𠮷祥如意', 4],
    ['零\u200b宽\ufeff', 2],
    ['', 0],
    [' \u3000\u00a0\n\t', 0],
  ])('%j has %i', (text, count) => {
    expect(characterCount(text)).toBe(count)
  })

  it('a text of 20,000 characters is counted whole', () => {
    expect(characterCount('营商，'.repeat(6666))).toBe(19_998)
  })
})

describe('典型案例 不少于800字', () => {
  it.each([
    [812, '字数 812，已达800字', 'reached'],
    [800, '字数 800，已达800字', 'reached'],
    [799, '字数 799，还差1字', 'near'],
    [780, '字数 780，还差20字', 'near'],
    [779, '字数 779，还差21字', 'short'],
    [0, '字数 0，还差800字', 'short'],
  ] as const)('%i characters: %s (%s)', (count, words, state) => {
    expect(caseLength(characterCount('案'.repeat(count)))).toMatchObject({ count, state })
    expect(caseLengthText(caseLength(count))).toBe(words)
  })
})
