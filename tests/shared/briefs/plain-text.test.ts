import { expect, it } from 'vitest'
import { plainText, textForOa, titleOfText } from '../../../shared/briefs/plain-text'

it('复制到OA: line feeds only, no invisible signs, no spaces at line ends, paragraphs and numbering as they are', () => {
  const pasted = '\ufeff一、做法  \r\n　　（一）走访\u200b企业。\u00a0共18家\u0007\r\n\r\n二、成效\t\r'
  expect(plainText(pasted)).toBe('一、做法\n　　（一）走访企业。 共18家\n\n二、成效')
})

it('the title stands in front once', () => {
  expect(textForOa('案例', '第一段')).toBe('案例\n\n第一段')
  expect(textForOa('案例', '案例\n第一段')).toBe('案例\n第一段')
  expect(textForOa(' 只有题目 ', '')).toBe('只有题目')
})

it('a pasted text gives itself its first line as title, unless that is a paragraph', () => {
  expect(titleOfText('\n  推行“一企一策”服务 \r\n正文')).toBe('推行“一企一策”服务')
  expect(titleOfText('正'.repeat(61))).toBe('')
})
