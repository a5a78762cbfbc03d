import { expect, test } from 'vitest'
import { orderedLines, type StandingLine } from '../../../renderer/exchange/standing-order'

function line(key: string, verdict: StandingLine['verdict']): StandingLine {
  return {
    key,
    stream: 'investment',
    kind: 'figure',
    label: key,
    unit: '个',
    reported: '1',
    approved: null,
    verdict,
    reason: '',
    now: null,
    record: null,
    objection: null,
  }
}

const lines = [
  line('a', 'accepted'),
  line('b', null),
  line('c', 'returned'),
  line('d', 'adjusted'),
  line('e', 'returned'),
]
const keys = (shown: readonly StandingLine[]): string => shown.map(({ key }) => key).join('')

test('returned lines stand first, each verdict in the order of the report (product J9 step 7)', () => {
  expect(keys(orderedLines(lines, 'all'))).toBe('cedab')
})

test('a filter shows one verdict and nothing that waits', () => {
  expect(keys(orderedLines(lines, 'returned'))).toBe('ce')
  expect(keys(orderedLines([line('b', null)], 'accepted'))).toBe('')
})
