import { describe, expect, it, test } from 'vitest'
import { canonicalItems, joinItems, splitItems } from '../../../shared/rectification/measure-text'
import { joinNames, splitNames } from '../../../shared/rectification/ledger-texts'

describe('整改措施 of one cell: every numbering that ledgers use', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['the fixture', '1. 措施一；2. 措施二', ['措施一', '措施二']],
    ['one numbered item', '1. 措施一', ['措施一']],
    ['no number', '加强组织领导，完善制度。', ['加强组织领导，完善制度。']],
    ['full-width digits', '１．制定方案；２．落实责任', ['制定方案', '落实责任']],
    ['pause marks', '1、制定方案；2、落实责任。', ['制定方案', '落实责任。']],
    ['brackets', '（1）制定方案（2）落实责任', ['制定方案', '落实责任']],
    ['half brackets', '1）制定方案；2）落实责任', ['制定方案', '落实责任']],
    ['circled', '①制定方案②落实责任③建章立制', ['制定方案', '落实责任', '建章立制']],
    ['一是', '一是制定方案；二是落实责任，三是建章立制。', ['制定方案', '落实责任，', '建章立制。']],
    ['第一', '第一，制定方案；第二，落实责任', ['制定方案', '落实责任']],
    ['一、', '一、制定方案\n二、落实责任', ['制定方案', '落实责任']],
    ['（一）', '（一）制定方案\n（二）落实责任', ['制定方案', '落实责任']],
    ['lines', '制定方案\n落实责任', ['制定方案', '落实责任']],
    ['a line that goes on', '制定方案，\n明确分工\n落实责任', ['制定方案，\n明确分工', '落实责任']],
    ['numbered lines', '1. 制定方案。\n2. 落实责任。', ['制定方案。', '落实责任。']],
    ['adjoining numbers', '1.制定方案2.落实责任3.建章立制', ['制定方案', '落实责任', '建章立制']],
    ['words in front', '采取以下措施：1. 制定方案；2. 落实责任', ['采取以下措施：制定方案', '落实责任']],
    ['inner numbers stay', '一、制定方案：1. 起草；2. 印发\n二、落实责任', ['制定方案：1. 起草；2. 印发', '落实责任']],
    ['decimals are no marks', '1. 追回资金2.5亿元；2. 上缴1.2万元', ['追回资金2.5亿元', '上缴1.2万元']],
    ['quarters are no marks', '做好1、2季度工作', ['做好1、2季度工作']],
    ['一是 within a word', '统一是前提', ['统一是前提']],
    ['a number in the middle alone', '按方案1. 执行', ['按方案1. 执行']],
    ['empty', '  \n ', []],
    ['twelve', Array.from({ length: 12 }, (_, index) => `${index + 1}. 措施`).join('；'), Array(12).fill('措施')],
    ['十一是', [...'一二三四五六七八九十', '十一'].map((n) => `${n}是措施`).join('；'), Array(11).fill('措施')],
  ])('%s', (_name, cell, items) => {
    expect(splitItems(cell)).toEqual(items)
  })
})

const pieces = [
  '制定方案',
  '落实责任。',
  '追回2.5亿元',
  '1. 起草',
  '；2. 印发',
  '\n2、公示',
  '（1）核实',
  '（2）整改',
  '①②③',
  '一是加强',
  '，二是完善',
  '第二，督办',
  ' 3. ',
  '二、',
  '=SUM(A1)',
  '，',
  '：',
  '\n',
]

/** Numbers from a seed, the same in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

describe('splitting loses nothing', () => {
  it('items joined and split again are the same items, whatever they hold', () => {
    const next = seeded(20_221_231)
    for (let round = 0; round < 2000; round += 1) {
      const items = Array.from({ length: 1 + next(5) }, () =>
        Array.from({ length: 1 + next(4) }, () => pieces[next(pieces.length)] ?? '').join(''),
      )
      const cell = joinItems(items)
      const split = splitItems(cell)
      // Joining in the canonical numbering reads back the same.
      expect({ cell, items: splitItems(joinItems(split)) }).toEqual({ cell, items: split })
      expect(canonicalItems(canonicalItems(cell))).toBe(canonicalItems(cell))
    }
  })

  it('ordinary items come back one by one', () => {
    const next = seeded(7)
    const words = ['制定方案', '落实责任。', '追回2.5亿元', '修订《办法》', '先行先试，稳步推进', '召开会议3次']
    for (let round = 0; round < 500; round += 1) {
      const items = Array.from({ length: 1 + next(8) }, () => words[next(words.length)] ?? '')
      expect(splitItems(joinItems(items))).toEqual(items)
    }
  })

  it('takes another numbering where an item holds such marks itself', () => {
    expect(joinItems(['制定方案：1. 起草；2. 印发', '落实责任'])).toBe('（1）制定方案：1. 起草；2. 印发；（2）落实责任')
    expect(joinItems(['措施一', '措施二'])).toBe('1. 措施一；2. 措施二')
    expect(joinItems(['措施一。', '措施二。'])).toBe('1. 措施一。2. 措施二。')
    expect(joinItems(['措施一'])).toBe('措施一')
    expect(joinItems(['制定方案\n落实责任'])).toBe('1. 制定方案\n落实责任')
    expect(joinItems([])).toBe('')
  })
})

describe('制度名称', () => {
  test.each([
    ['《办法》、《细则》', ['《办法》', '《细则》']],
    ['《关于甲、乙的规定》', ['《关于甲、乙的规定》']],
    ['管理办法；实施细则\n规程', ['管理办法', '实施细则', '规程']],
    ['', []],
  ])('%j', (cell, names) => {
    expect(splitNames(cell)).toEqual(names)
    expect(splitNames(joinNames(names))).toEqual(names)
  })
})
