import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clipboardText, readClipboardText } from '../../../shared/tables/grid-clipboard'

describe('what WPS and Excel copy', () => {
  test.each([
    ['one cell', '甲', [['甲']]],
    [
      'the line break behind the last row is no row',
      '甲\t乙\r\n丙\t\r\n',
      [
        ['甲', '乙'],
        ['丙', ''],
      ],
    ],
    ['an empty row between two', '甲\n\n乙\n', [['甲'], [''], ['乙']]],
    ['several lines in a cell', '甲\t"一\n二"\t丙\r\n', [['甲', '一\n二', '丙']]],
    ['quotes doubled inside of quotes', '"说""好""\n了"\t乙', [['说"好"\n了', '乙']]],
    ['a tab inside of quotes', '"一\t二"\t三', [['一\t二', '三']]],
    ['a word in quotes at the start is only text', '"三同时"制度\t乙', [['"三同时"制度', '乙']]],
    ['a whole cell in quotes that needed none keeps them', '"双万双服"\t乙', [['"双万双服"', '乙']]],
    ['a quote that is never closed', '"甲\t乙\n丙', [['"甲', '乙'], ['丙']]],
    ['inches', '5" 管\t乙', [['5" 管', '乙']]],
  ])('%s', (_name, text, rows) => {
    expect(readClipboardText(text)).toEqual(rows)
  })

  test('what is copied is pasted back the same, whatever stands in the cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', '"', '\n', '\t', 'a', ' '), maxLength: 6 })
    const rows = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      )
    fc.assert(
      fc.property(rows, (cells) => {
        // A last row of one empty cell cannot be told from the line break behind the row before it.
        fc.pre(cells.length === 1 || cells.at(-1)?.join('') !== '' || (cells[0]?.length ?? 0) > 1)
        expect(readClipboardText(clipboardText(cells))).toEqual(cells)
      }),
    )
  })
})
