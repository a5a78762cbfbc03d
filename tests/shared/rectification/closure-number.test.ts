import { describe, expect, it } from 'vitest'
import { nextClosureNumber, shortBureauName } from '../../../shared/rectification/closure-number'
import { fileSizeText } from '../../../shared/terms/closure-form'

describe('the short name of a bureau', () => {
  it.each([
    ['东丽区审计局', '东审'],
    ['天津市东丽区审计局', '东审'],
    ['天津市东丽区政务服务办公室', '东政'],
    ['天津市东丽区市场监督管理局', '东市'],
    ['泾县审计局', '泾审'],
    ['安徽省宣城市泾县审计局', '泾审'],
    ['滨海新区审计局', '滨审'],
    ['天津市审计局', '天审'],
    ['江西省瑞金市审计局', '瑞审'],
    ['区合作交流办', '区合'],
    [' 东丽区 审计局 ', '东审'],
    ['', ''],
  ])('%s → %s', (name, short) => {
    expect(shortBureauName(name)).toBe(short)
  })
})

describe('numbers of 对账销号单', () => {
  const next = (known: readonly string[], year = 2022) => nextClosureNumber('东丽区审计局', year, known)

  it('are consecutive within a year and begin anew with the next', () => {
    expect(next([])).toBe('东审整销〔2022〕1号')
    expect(next(['东审整销〔2022〕1号', '东审整销〔2022〕11号', '东审整销〔2022〕9号'])).toBe('东审整销〔2022〕12号')
    expect(next(['东审整销〔2022〕11号'], 2023)).toBe('东审整销〔2023〕1号')
  })

  it('leave numbers of other bureaus and of imported ledgers aside', () => {
    expect(next(['津审整销〔2022〕40号', '第9号', '东审整销〔2022〕3号补', '东审整销〔2022〕x号'])).toBe(
      '东审整销〔2022〕1号',
    )
  })
})

it.each([
  [0, '0 字节'],
  [1023, '1023 字节'],
  [1536, '1.5 KB'],
  [5 * 1024 * 1024, '5 MB'],
  [2 * 1024 ** 3, '2 GB'],
])('%s bytes read as %s', (bytes, text) => {
  expect(fileSizeText(bytes)).toBe(text)
})
