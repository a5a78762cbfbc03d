import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideIntent, resolveRow, undecideIntent } from '../../../shared/exchange/merge'
import type { Operation } from '../../../shared/exchange/operation'
import { sharedTables } from '../../../shared/exchange/shared-tables'

function op(device: string, sequence: number, rest: Partial<Operation> = {}): Operation {
  return {
    device,
    sequence,
    lamport: sequence,
    table: 'lead',
    rowId: 'r',
    isPresent: true,
    fields: {},
    doesSeal: false,
    seen: {},
    at: '2022-06-30T09:30:00+08:00',
    actor: device,
    intent: 'investment.saveLead',
    ...rest,
  }
}

const lead = sharedTables['lead'] ?? {}
const cycle = sharedTables['rect_cycle'] ?? {}

describe('one row from all its operations (product N1)', () => {
  test('different fields of one row are both kept', () => {
    const made = op('a', 1, { fields: { title: '示例', remark: '' } })
    const [left, right] = [
      op('a', 2, { fields: { title: '示例科技' } }),
      op('b', 1, { fields: { remark: '已联系' }, seen: { a: 1 } }),
    ]
    expect(resolveRow(lead, [made, left, right])).toEqual({
      isPresent: true,
      isSealed: false,
      values: { title: '示例科技', remark: '已联系' },
      disputes: [],
    })
  })

  test('the same field: the later lamport stands, then the device; both are in the dispute', () => {
    const [left, right] = [op('a', 1, { fields: { title: '甲' } }), op('b', 1, { fields: { title: '乙' } })]
    for (const order of [
      [left, right],
      [right, left],
    ]) {
      const { values, disputes } = resolveRow(lead, order)
      expect(values).toEqual({ title: '乙' })
      expect(disputes).toMatchObject([{ field: 'title', kind: 'value', sides: [{ value: '乙' }, { value: '甲' }] }])
    }
    expect(resolveRow(lead, [{ ...left, lamport: 2 }, right]).values).toEqual({ title: '甲' })
  })

  test('the same value twice is no dispute', () => {
    const both = [op('a', 1, { fields: { title: '甲' } }), op('b', 1, { fields: { title: '甲' } })]
    expect(resolveRow(lead, both).disputes).toEqual([])
  })

  test('an edit that had seen both sides ends the dispute', () => {
    const sides = [op('a', 1, { fields: { title: '甲' } }), op('b', 1, { fields: { title: '乙' } })]
    const last = op('c', 1, { fields: { title: '丙' }, seen: { a: 1, b: 1 } })
    expect(resolveRow(lead, [last, ...sides])).toMatchObject({ values: { title: '丙' }, disputes: [] })
  })

  test('columns that say one thing together come from one edit and are one dispute', () => {
    const withdrawn = { ending: 'withdrawn', ended_on: '2022-06-01', ending_reason: '' }
    const ended = { ending: 'ended', ended_on: '2022-06-02', ending_reason: '谈不拢' }
    const { values, disputes } = resolveRow(lead, [op('a', 1, { fields: withdrawn }), op('b', 1, { fields: ended })])
    expect(values).toEqual(ended)
    expect(disputes.map(({ field }) => field)).toEqual(['ending'])
  })

  test('about times of change nobody has to decide', () => {
    const both = [op('a', 1, { fields: { updated_at: '1' } }), op('b', 1, { fields: { updated_at: '2' } })]
    expect(resolveRow(lead, both)).toMatchObject({ values: { updated_at: '2' }, disputes: [] })
  })

  test('two that claim to have seen each other both stay', () => {
    const [left, right] = [
      op('a', 1, { fields: { title: '甲' }, seen: { b: 1 } }),
      op('b', 1, { fields: { title: '乙' }, seen: { a: 1 } }),
    ]
    expect(resolveRow(lead, [left, right]).disputes).toHaveLength(1)
  })
})

describe('deletion', () => {
  const made = op('a', 1, { fields: { title: '示例' } })
  const gone = op('a', 2, { isPresent: false })

  test('a deletion stands when nobody edited meanwhile', () => {
    expect(resolveRow(lead, [made, gone]).isPresent).toBe(false)
  })

  test('an edit that did not know it keeps the row, and both are shown', () => {
    const edited = op('b', 1, { fields: { remark: '已联系' }, seen: { a: 1 } })
    expect(resolveRow(lead, [made, gone, edited])).toMatchObject({
      isPresent: true,
      disputes: [{ field: '', kind: 'deleted', sides: [{ isPresent: true }, { isPresent: false }] }],
    })
  })

  test('an edit that knew it keeps the row without a question', () => {
    const again = op('b', 1, { fields: { title: '示例' }, seen: { a: 2 } })
    expect(resolveRow(lead, [made, gone, again])).toMatchObject({ isPresent: true, disputes: [] })
  })
})

describe('what was signed (销号单)', () => {
  const made = op('a', 1, { fields: { due_on: '2022-06-01', closure_form: null } })
  const signed = op('a', 2, {
    fields: { due_on: '2022-06-01', closed_on: '2022-05-30', closure_form: '{}' },
    doesSeal: true,
  })

  test('stands over every edit that did not know it, whichever came later, and shows it', () => {
    const edited = op('b', 1, { lamport: 9, fields: { due_on: '2022-07-01' }, seen: { a: 1 } })
    expect(resolveRow(cycle, [made, signed, edited])).toMatchObject({
      isSealed: true,
      values: { due_on: '2022-06-01' },
      disputes: [{ field: 'due_on', kind: 'sealed' }],
    })
  })

  test('stands over a deletion that did not know it', () => {
    const gone = op('b', 1, { isPresent: false, seen: { a: 1 } })
    expect(resolveRow(cycle, [made, signed, gone])).toMatchObject({
      isPresent: true,
      disputes: [{ field: '', kind: 'sealed' }],
    })
  })

  test('is not changed by one that knew it: the store would refuse that anyway', () => {
    const forged = op('b', 1, { lamport: 3, fields: { due_on: '2023-01-01' }, seen: { a: 2 } })
    expect(resolveRow(cycle, [made, signed, forged]).values['due_on']).toBe('2022-06-01')
  })

  test('of two signatures the first stands', () => {
    const second = op('b', 1, { lamport: 5, fields: { ...signed.fields, closure_form: '{"2":2}' }, doesSeal: true })
    expect(resolveRow(cycle, [made, signed, second])).toMatchObject({
      values: { closure_form: '{}' },
      disputes: [{ kind: 'sealed' }],
    })
  })
})

describe('a decision', () => {
  const sides = [op('a', 1, { fields: { title: '甲' } }), op('b', 1, { fields: { title: '乙' } })]
  const decided = op('c', 1, { fields: { title: '甲' }, seen: { a: 1, b: 1 }, intent: decideIntent })

  test('ends the dispute', () => {
    expect(resolveRow(lead, [...sides, decided])).toMatchObject({ values: { title: '甲' }, disputes: [] })
  })

  test('that is taken back opens it again', () => {
    const back = op('c', 2, { fields: { title: '乙' }, seen: { a: 1, b: 1 }, intent: undecideIntent })
    expect(resolveRow(lead, [...sides, decided, back])).toEqual(resolveRow(lead, sides))
    const again = { ...decided, sequence: 3 }
    expect(resolveRow(lead, [...sides, decided, back, again])).toMatchObject({ values: { title: '甲' }, disputes: [] })
  })

  test('two decisions that did not know each other are a dispute of their own', () => {
    const other = op('d', 1, { fields: { title: '乙' }, seen: { a: 1, b: 1 }, intent: decideIntent })
    expect(resolveRow(lead, [...sides, decided, other]).disputes).toHaveLength(1)
  })
})

test('the order of arrival never matters', () => {
  const operation = fc
    .record({
      device: fc.constantFrom('a', 'b', 'c'),
      lamport: fc.integer({ min: 1, max: 5 }),
      isPresent: fc.boolean(),
      doesSeal: fc.boolean(),
      fields: fc.dictionary(
        fc.constantFrom('due_on', 'closed_on', 'closure_form', 'reopen_reason'),
        fc.constantFrom('1', '2'),
      ),
      seen: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 4 })),
      intent: fc.constantFrom('x', decideIntent, undecideIntent),
    })
    .map((each) => op(each.device, 1, each))
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (made, random) => {
      const counts = new Map<string, number>()
      const numbered = made.map((each) => {
        const sequence = (counts.get(each.device) ?? 0) + 1
        counts.set(each.device, sequence)
        return { ...each, sequence }
      })
      const shuffled = numbered
        .map((each) => ({ each, key: random.next().value }))
        .toSorted((left, right) => left.key - right.key)
        .map(({ each }) => each)
      expect(resolveRow(cycle, shuffled)).toEqual(resolveRow(cycle, numbered))
    }),
  )
})
