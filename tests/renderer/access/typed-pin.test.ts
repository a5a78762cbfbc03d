import { describe, expect, test } from 'vitest'
import { digitsOf, noPin, pinOf } from '../../../renderer/access/typed-pin'
import { pinText } from '../../../renderer/text/access'

describe('a typed PIN', () => {
  test('keeps its digits, also full-width ones, and nothing else', () => {
    expect(digitsOf('12a3 4')).toBe('1234')
    expect(digitsOf('１２３４')).toBe('1234')
    expect(digitsOf('１二三')).toBe('1')
    expect(digitsOf('1234567890123')).toBe('123456789012')
  })

  test('has 4 digits at least and is the same twice', () => {
    expect(pinOf(noPin).problem).toEqual({ field: 'first', text: pinText.short })
    expect(pinOf({ first: '123', second: '123' }).problem).toEqual({ field: 'first', text: pinText.short })
    expect(pinOf({ first: '1234', second: '1243' })).toEqual({
      value: null,
      problem: { field: 'second', text: pinText.different },
    })
    expect(pinOf({ first: '1234', second: '1234' })).toEqual({ value: '1234', problem: null })
  })
})
