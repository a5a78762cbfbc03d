import { expect, test } from 'vitest'
import { askMassChange, isTypedCount, useMassChange } from '../../../renderer/access/mass-change'

test.each([
  ['212', true],
  [' 212 ', true],
  ['２１２', true],
  ['0212', true],
  ['21', false],
  ['2120', false],
  ['212条', false],
  ['2e2', false],
  ['', false],
])('“%s” for 212 records: %s', (typed, isRight) => {
  expect(isTypedCount(typed, 212)).toBe(isRight)
})

test('the answer ends the question', async () => {
  const answer = askMassChange(212, 300)
  expect(useMassChange.getState().asked).toMatchObject({ rows: 212, total: 300 })
  useMassChange.getState().asked?.answer(212)
  expect(await answer).toBe(212)
  expect(useMassChange.getState().asked).toBeNull()
})

test('a second question gives up the first', async () => {
  const first = askMassChange(100, 200)
  const second = askMassChange(300, 400)
  expect(await first).toBeNull()
  useMassChange.getState().asked?.answer(null)
  expect(await second).toBeNull()
})
