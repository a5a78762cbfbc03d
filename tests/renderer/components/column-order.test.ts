import { describe, expect, test } from 'vitest'
import { inOrder, movedKey, steppedKey } from '../../../renderer/components/column-order'

const columns = [{ key: 'no', isFixed: true }, { key: 'a' }, { key: 'b' }, { key: 'c' }]
const keysOf = (order: readonly string[]): readonly string[] => inOrder(columns, order).map(({ key }) => key)

describe('columns in the order of the person', () => {
  test('nothing chosen is the order of the list', () => {
    expect(keysOf([])).toEqual(['no', 'a', 'b', 'c'])
  })

  test('the chosen order, with what is fixed in front', () => {
    expect(keysOf(['c', 'no', 'b', 'a'])).toEqual(['no', 'c', 'b', 'a'])
  })

  test('a column that came with an update keeps its place; one that is gone is passed over', () => {
    expect(keysOf(['c', 'gone', 'a'])).toEqual(['no', 'c', 'b', 'a'])
  })

  test('dragged before and after another', () => {
    expect(movedKey(['a', 'b', 'c'], 'c', 'a', 'before')).toEqual(['c', 'a', 'b'])
    expect(movedKey(['a', 'b', 'c'], 'a', 'c', 'after')).toEqual(['b', 'c', 'a'])
    expect(movedKey(['a', 'b', 'c'], 'a', 'x', 'after')).toEqual(['a', 'b', 'c'])
  })

  test('one place by key, and not past the ends', () => {
    expect(steppedKey(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
    expect(steppedKey(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
    expect(steppedKey(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
  })
})
