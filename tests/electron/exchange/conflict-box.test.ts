import { describe, expect, test } from 'vitest'
import { sharedSchemas } from '../../../db/repositories/shared-rows'
import { naturalId } from '../../../db/natural-id'
import { codeOf, refusalOf, valueOf } from '../../builders'
import {
  add,
  addEnterprise,
  addVisit,
  aPc,
  change,
  emptyRow,
  exchangeAll,
  packageOf,
  remove,
  rowOf,
  sharedDump,
  take,
  type Pc,
} from './several-pcs'

async function disputedPhone(): Promise<readonly [Pc, Pc]> {
  const pcs = [await aPc('甲'), await aPc('乙')] as const
  addEnterprise(pcs[0], 'e1', '示例科技')
  await exchangeAll(pcs)
  change(pcs[0], 'enterprise', 'e1', 'phone', '1')
  change(pcs[1], 'enterprise', 'e1', 'phone', '2')
  await exchangeAll(pcs)
  return pcs
}

async function onlyConflict(pc: Pc) {
  const conflicts = await pc.call('exchange.conflicts', {})
  expect(conflicts).toHaveLength(1)
  const [conflict] = conflicts
  if (!conflict) throw new Error('no conflict')
  return conflict
}

describe('deciding (product N3, J5 step 4)', { timeout: 30_000 }, () => {
  test.each([0, 1])('side %i stands on every PC, and the history keeps both', async (side) => {
    const [left, right] = await disputedPhone()
    const { id, sides } = await onlyConflict(left)
    await left.call('exchange.decide', { id, side })
    expect(await left.call('exchange.conflicts', {})).toEqual([])
    await exchangeAll([left, right])
    for (const pc of [left, right]) {
      expect(rowOf(pc, 'enterprise', 'e1')?.['phone']).toBe(sides[side]?.value)
      expect(await pc.call('exchange.conflicts', {})).toEqual([])
    }
    expect(sharedDump(left)['conflict_decision']).toMatchObject([
      { field: 'phone', decided_by: '甲', chosen: String(side) },
    ])
    expect(sharedDump(left)).toEqual(sharedDump(right))
  })

  test.each([0, 1])('undo of side %i opens the conflict again, on every PC; redo closes it', async (side) => {
    const [left, right] = await disputedPhone()
    const before = await onlyConflict(left)
    const shown = rowOf(left, 'enterprise', 'e1')
    await left.call('exchange.decide', { id: before.id, side })
    await exchangeAll([left, right])
    await left.call('core.undoLast', {})
    expect(await onlyConflict(left)).toEqual(before)
    await exchangeAll([left, right])
    expect(await onlyConflict(right)).toEqual(before)
    expect([rowOf(left, 'enterprise', 'e1'), rowOf(right, 'enterprise', 'e1')]).toEqual([shown, shown])
    await left.call('core.redoLast', {})
    await exchangeAll([left, right])
    expect(await right.call('exchange.conflicts', {})).toEqual([])
    expect(sharedDump(left)).toEqual(sharedDump(right))
  })

  test('texts can both be kept, a phone number cannot', async () => {
    const [left, right] = await disputedPhone()
    change(left, 'enterprise', 'e1', 'remark', '五月到访')
    change(right, 'enterprise', 'e1', 'remark', '六月到访')
    await exchangeAll([left, right])
    const conflicts = await left.call('exchange.conflicts', {})
    const [phone, remark] = conflicts
    expect(conflicts.map(({ fieldLabel, canKeepBoth }) => [fieldLabel, canKeepBoth])).toEqual([
      ['联系电话', false],
      ['备注', true],
    ])
    expect((await refusalOf(left.call('exchange.decide', { id: phone?.id ?? '', side: null }))).code).toBe(
      'conflictGone',
    )
    await left.call('exchange.decide', { id: remark?.id ?? '', side: null })
    await exchangeAll([left, right])
    const both = remark?.sides.map(({ text }) => text).join('；')
    expect(rowOf(right, 'enterprise', 'e1')?.['remark']).toBe(both)
  })

  test('two PCs that decide differently see it as a conflict again', async () => {
    const [left, right] = await disputedPhone()
    const { id } = await onlyConflict(left)
    await left.call('exchange.decide', { id, side: 0 })
    await right.call('exchange.decide', { id, side: 1 })
    await exchangeAll([left, right])
    expect((await onlyConflict(left)).sides).toHaveLength(2)
    expect(sharedDump(left)).toEqual(sharedDump(right))
  })

  test('one that is gone is refused', async () => {
    const [left] = await disputedPhone()
    const { id } = await onlyConflict(left)
    await left.call('exchange.decide', { id, side: 0 })
    expect((await refusalOf(left.call('exchange.decide', { id, side: 1 }))).code).toBe('conflictGone')
  })

  test.each([
    [0, true],
    [1, false],
  ])('a deletion against a new visit: side %i', async (side, isKept) => {
    const pcs = [await aPc('甲'), await aPc('乙')] as const
    const [left, right] = pcs
    addEnterprise(left, 'e1', '示例科技')
    await exchangeAll(pcs)
    remove(left, 'enterprise', 'e1')
    addVisit(right, 'v1', 'e1')
    await exchangeAll(pcs)
    const { id } = await onlyConflict(right)
    await right.call('exchange.decide', { id, side })
    await exchangeAll(pcs)
    for (const pc of pcs) {
      expect([rowOf(pc, 'enterprise', 'e1') !== undefined, rowOf(pc, 'visit', 'v1') !== undefined]).toEqual([
        isKept,
        isKept,
      ])
      expect(await pc.call('exchange.conflicts', {})).toEqual([])
    }
    await right.call('core.undoLast', {})
    await exchangeAll(pcs)
    expect(rowOf(left, 'visit', 'v1')).toBeDefined()
    expect(await left.call('exchange.conflicts', {})).toHaveLength(1)
    expect(sharedDump(left)).toEqual(sharedDump(right))
  })
})

describe('two rows that may only be one', { timeout: 30_000 }, () => {
  function addAssignment(pc: Pc, id: string, values = {}): void {
    add(pc, 'assignment', {
      ...emptyRow(pc, 'assignment'),
      id,
      year: 2022,
      item_key: '项1',
      task_name: '报送月信息',
      ...values,
    })
  }

  async function twins(): Promise<readonly [Pc, Pc]> {
    const pcs = [await aPc('甲'), await aPc('乙')] as const
    const [left, right] = pcs
    addAssignment(left, 'a1', { handler: '收入组组员甲' })
    addAssignment(right, 'a2', { handler: '收入组组员乙' })
    add(right, 'task', {
      ...emptyRow(right, 'task'),
      id: 't2',
      assignment_id: 'a2',
      occurrence: '2022-06',
      remark: '已报',
    })
    await exchangeAll(pcs)
    return pcs
  }

  test('the smaller id stands, the other is held back, and what hung on it hangs on the one that stands', async () => {
    const [left, right] = await twins()
    for (const pc of [left, right]) {
      expect([rowOf(pc, 'assignment', 'a1') !== undefined, rowOf(pc, 'assignment', 'a2')]).toEqual([true, undefined])
      expect(rowOf(pc, 'task', 't2')).toMatchObject({ assignment_id: 'a1', remark: '已报' })
      expect(await onlyConflict(pc)).toMatchObject({ kind: 'twin', rowId: 'a2', title: '任务 报送月信息' })
    }
    expect(sharedDump(left)).toEqual(sharedDump(right))
  })

  test('when the one that stands goes, the other comes back with what hangs on it', async () => {
    const [left, right] = await twins()
    remove(left, 'task', 't2')
    remove(left, 'assignment', 'a1')
    await exchangeAll([left, right])
    expect(rowOf(right, 'assignment', 'a2')).toMatchObject({ handler: '收入组组员乙' })
    expect(await left.call('exchange.conflicts', {})).toEqual([])
    expect(sharedDump(left)).toEqual(sharedDump(right))
  })

  test.each([
    [0, '收入组组员甲'],
    [1, '收入组组员乙'],
  ])('deciding for side %i', async (side, handler) => {
    const [left, right] = await twins()
    const { id } = await onlyConflict(left)
    await left.call('exchange.decide', { id, side })
    await exchangeAll([left, right])
    for (const pc of [left, right]) {
      expect(rowOf(pc, 'assignment', 'a1')).toMatchObject({ handler })
      expect(await pc.call('exchange.conflicts', {})).toEqual([])
    }
    await left.call('core.undoLast', {})
    await exchangeAll([left, right])
    expect((await onlyConflict(right)).kind).toBe('twin')
    expect(sharedDump(left)).toEqual(sharedDump(right))
  })

  test('what the office names itself has the same id on every PC, so that it never comes to that', async () => {
    const pcs = [await aPc('甲'), await aPc('乙')] as const
    const fields = { name: '包联干部01', rank: '', phone: '', remark: '', sectionId: null, leftOn: null }
    for (const pc of pcs)
      await pc.call('registry.savePerson', { id: null, fields, roles: [{ stream: 'revenue', role: 'leader' }] })
    await exchangeAll(pcs)
    const person = naturalId('person', ['包联干部01'])
    expect(sharedDump(pcs[0])['person']).toMatchObject([{ id: person }])
    expect(sharedDump(pcs[0])['group_role']).toMatchObject([
      { id: naturalId('group_role', ['revenue', 'leader', person]) },
    ])
    expect(await pcs[0].call('exchange.conflicts', {})).toEqual([])
    expect(sharedDump(pcs[0])).toEqual(sharedDump(pcs[1]))
  })
})

describe('signed rows (销号单)', { timeout: 30_000 }, () => {
  async function withCycle(): Promise<readonly [Pc, Pc]> {
    const pcs = [await aPc('甲'), await aPc('乙')] as const
    const [left] = pcs
    add(left, 'rect_program', { ...emptyRow(left, 'rect_program'), id: 'p1' })
    add(left, 'finding', { ...emptyRow(left, 'finding'), id: 'f1', program_id: 'p1', title: '示例问题' })
    add(left, 'rect_cycle', { ...emptyRow(left, 'rect_cycle'), id: 'c1', finding_id: 'f1', seq: 1 })
    await exchangeAll(pcs)
    return pcs
  }

  test('an edit that did not know of the signature is shown, not taken', async () => {
    const [left, right] = await withCycle()
    change(left, 'rect_cycle', 'c1', 'closure_form', '{"no":1}')
    change(right, 'rect_cycle', 'c1', 'due_on', '2022-07-01')
    await exchangeAll([left, right])
    expect(sharedDump(left)).toEqual(sharedDump(right))
    expect(rowOf(right, 'rect_cycle', 'c1')).toMatchObject({ due_on: null, closure_form: '{"no":1}' })
    const { id, kind } = await onlyConflict(right)
    expect(kind).toBe('sealed')
    expect((await refusalOf(right.call('exchange.decide', { id, side: 1 }))).code).toBe('closedFindingStays')
    await right.call('exchange.decide', { id, side: 0 })
    await exchangeAll([left, right])
    expect(await left.call('exchange.conflicts', {})).toEqual([])
  })

  test('two signatures on one paper: the first stands on both PCs, the other is shown', async () => {
    const [left, right] = await withCycle()
    change(left, 'rect_cycle', 'c1', 'closure_form', '{"no":1}')
    change(right, 'finding', 'f1', 'remark', '备注')
    change(right, 'rect_cycle', 'c1', 'closure_form', '{"no":2}')
    await exchangeAll([left, right])
    for (const pc of [left, right]) {
      expect(rowOf(pc, 'rect_cycle', 'c1')?.['closure_form']).toBe('{"no":1}')
      expect((await onlyConflict(pc)).sides).toHaveLength(2)
      // The store goes on keeping what is signed.
      expect(() => change(pc, 'rect_cycle', 'c1', 'closure_form', null)).toThrow('closed cycles are never changed')
    }
  })
})

describe('what does not fit', { timeout: 30_000 }, () => {
  test('an unknown table and an unknown column are kept and passed on; what is known is applied', async () => {
    const [left, right, third] = [await aPc('甲'), await aPc('乙'), await aPc('丙')]
    addEnterprise(left, 'e1', '示例科技')
    const sent = packageOf(left)
    const payload = sent.payload as { operations: { fields: object; sequence: number; table: string; rowId: string }[] }
    const [first] = payload.operations
    if (!first) throw new Error('nothing was sent')
    first.fields = { ...first.fields, 'x") VALUES (1); --': 'x', phone: 5, street: '示例街道' }
    payload.operations.push({ ...first, sequence: first.sequence + 1, table: 'no such "table', rowId: 'r' })
    valueOf(await take(right, sent))
    expect(rowOf(right, 'enterprise', 'e1')).toMatchObject({ name: '示例科技', phone: '', street: '示例街道' })
    valueOf(await take(third, packageOf(right)))
    expect(sharedDump(third)).toEqual(sharedDump(right))
    expect(JSON.stringify(packageOf(third).payload)).toContain('no such')
    expect([...sharedSchemas(right.store()).keys()]).not.toContain('no such "table')
  })

  test('sample data stays, but what a record of the bureau hangs on goes along', async () => {
    const [left, right] = [await aPc('甲'), await aPc('乙')]
    addEnterprise(left, 's1', '示例一', { is_sample: 1 })
    addEnterprise(left, 's2', '示例二', { is_sample: 1 })
    addVisit(left, 'v1', 's2')
    await exchangeAll([left, right])
    expect(rowOf(right, 'enterprise', 's1')).toBeUndefined()
    expect(rowOf(right, 'enterprise', 's2')).toMatchObject({ is_sample: 1 })
    expect(rowOf(right, 'visit', 'v1')).toBeDefined()
  })

  test('a record whose parent has not come yet waits, and comes with it', async () => {
    const [left, middle, right] = [await aPc('甲'), await aPc('乙'), await aPc('丙')]
    addEnterprise(left, 'e1', '示例科技')
    valueOf(await take(middle, packageOf(left)))
    addVisit(middle, 'v1', 'e1')
    const own = packageOf(middle)
    const payload = own.payload as { operations: { device: string }[] }
    const onlyOwn = { ...payload, operations: payload.operations.filter(({ device }) => device === middle.own.device) }
    valueOf(await take(right, { ...own, payload: onlyOwn }))
    expect(rowOf(right, 'visit', 'v1')).toBeUndefined()
    const { id, sides } = await onlyConflict(right)
    expect(sides).toMatchObject([{ text: '它所属的记录还没有收到，收到后自动出现', isShown: false }])
    expect((await refusalOf(right.call('exchange.decide', { id, side: 0 }))).code).toBe('conflictGone')
    valueOf(await take(right, packageOf(left)))
    expect(rowOf(right, 'visit', 'v1')).toBeDefined()
    expect(await right.call('exchange.conflicts', {})).toEqual([])
  })

  test('our own edits that we do not know come from a copy of our data', async () => {
    const [left, right] = [await aPc('甲'), await aPc('乙')]
    addEnterprise(left, 'e1', '示例科技')
    const sent = packageOf(left)
    const payload = sent.payload as { operations: { device: string }[] }
    const forged = payload.operations.map((each) => ({ ...each, device: right.own.device }))
    expect(codeOf(await take(right, { ...sent, payload: { ...payload, operations: forged } }))).toBe('deviceForked')
  })
})
