import { describe, expect, test } from 'vitest'
import { previewMerge } from '../../../electron/exchange/merge-operations'
import { codeOf, dumpOf, valueOf } from '../../builders'
import {
  addEnterprise,
  addVisit,
  aPc,
  change,
  exchangeAll,
  packageOf,
  packageWith,
  payloadIn,
  remove,
  rowOf,
  sharedDump,
  take,
  type Pc,
} from './several-pcs'

async function twoPcs(): Promise<readonly [Pc, Pc]> {
  const [left, right] = [await aPc('甲'), await aPc('乙')]
  addEnterprise(left, 'e1', '示例科技')
  addVisit(left, 'v1', 'e1')
  await exchangeAll([left, right])
  return [left, right]
}

describe('edits of two PCs on one record (product N1)', { timeout: 30_000 }, () => {
  test('different fields are both kept, without a conflict', async () => {
    const [left, right] = await twoPcs()
    change(left, 'enterprise', 'e1', 'phone', '123')
    change(right, 'enterprise', 'e1', 'street', '示例街道')
    await exchangeAll([left, right])
    for (const pc of [left, right]) {
      expect(rowOf(pc, 'enterprise', 'e1')).toMatchObject({ phone: '123', street: '示例街道' })
      expect(await pc.call('exchange.conflicts', {})).toEqual([])
    }
    expect(sharedDump(left)).toEqual(sharedDump(right))
  })

  test('the same field shows one value and keeps both, with who and on which PC (J5 step 3)', async () => {
    const [left, right] = await twoPcs()
    change(left, 'visit', 'v1', 'visited_on', '2022-06-11')
    change(left, 'visit', 'v1', 'visited_on', '2022-06-10')
    change(right, 'visit', 'v1', 'visited_on', '2022-06-09')
    await exchangeAll([left, right])
    const conflicts = await left.call('exchange.conflicts', {})
    expect(conflicts).toMatchObject([
      {
        kind: 'value',
        title: '走访 示例科技 2022年6月10日',
        fieldLabel: '走访日期',
        sides: [
          { value: '2022-06-10', text: '2022年6月10日', actor: '甲', isShown: true },
          { value: '2022-06-09', text: '2022年6月9日', actor: '乙', isShown: false },
        ],
      },
    ])
    expect(rowOf(right, 'visit', 'v1')).toEqual(rowOf(left, 'visit', 'v1'))
    expect(await right.call('exchange.conflicts', {})).toEqual(conflicts)
  })

  test('an edit that had seen the other one replaces it silently', async () => {
    const [left, right] = await twoPcs()
    change(left, 'enterprise', 'e1', 'phone', '1')
    valueOf(await take(right, packageOf(left)))
    change(right, 'enterprise', 'e1', 'phone', '2')
    await exchangeAll([left, right])
    expect(rowOf(left, 'enterprise', 'e1')).toMatchObject({ phone: '2' })
    expect(await left.call('exchange.conflicts', {})).toEqual([])
  })

  test('a deletion gives way to an edit that did not know it', async () => {
    const [left, right] = await twoPcs()
    remove(left, 'visit', 'v1')
    change(right, 'visit', 'v1', 'topics', '用工')
    await exchangeAll([left, right])
    expect(rowOf(left, 'visit', 'v1')).toMatchObject({ topics: '用工' })
    expect(await left.call('exchange.conflicts', {})).toMatchObject([
      { kind: 'deleted', sides: [{ isShown: true, actor: '乙' }, { actor: '甲' }] },
    ])
    expect(sharedDump(left)).toEqual(sharedDump(right))
  })

  test('what a new record hangs on is kept, though another PC deleted it', async () => {
    const [left, right] = await twoPcs()
    remove(left, 'visit', 'v1')
    remove(left, 'enterprise', 'e1')
    addVisit(right, 'v2', 'e1')
    await exchangeAll([left, right])
    expect(rowOf(left, 'enterprise', 'e1')).toMatchObject({ name: '示例科技' })
    expect(await left.call('exchange.conflicts', {})).toMatchObject([{ kind: 'deleted', table: 'enterprise' }])
    remove(right, 'visit', 'v2')
    await exchangeAll([left, right])
    expect(rowOf(left, 'enterprise', 'e1')).toBeUndefined()
    expect(rowOf(right, 'enterprise', 'e1')).toBeUndefined()
    expect(await left.call('exchange.conflicts', {})).toEqual([])
  })
})

describe('taking a package over', { timeout: 30_000 }, () => {
  test('the preview tells the numbers and changes nothing', async () => {
    const [left, right] = await twoPcs()
    addEnterprise(left, 'e2', '示例制造')
    change(left, 'enterprise', 'e1', 'phone', '1')
    remove(left, 'visit', 'v1')
    change(right, 'enterprise', 'e1', 'phone', '2')
    const sent = packageOf(left, right)
    const before = dumpOf(right.store().connection)
    const { counts, changes } = valueOf(await previewMerge(right.context, right.store(), sent))
    expect(counts).toMatchObject({ operations: 3, added: 1, deleted: 1, conflicts: 1 })
    expect(changes).toContainEqual({ title: '企业 示例制造', field: '整条记录', from: '', to: '新增' })
    expect(dumpOf(right.store().connection)).toEqual(before)
    expect(valueOf(await take(right, sent)).counts).toEqual(counts)
  })

  test('the same package twice changes nothing', async () => {
    const [left, right] = await twoPcs()
    addEnterprise(left, 'e2', '示例制造')
    const sent = packageOf(left)
    valueOf(await take(right, sent))
    const before = dumpOf(right.store().connection)
    expect(valueOf(await take(right, sent)).counts).toMatchObject({ operations: 0, added: 0, updated: 0 })
    expect(dumpOf(right.store().connection)).toEqual(before)
  })

  test('a package of another bureau is refused', async () => {
    const [left, right] = await twoPcs()
    const payload = { ...payloadIn(packageOf(left)), bureau: '示例区文旅局' }
    expect(codeOf(await take(right, packageWith(left, payload)))).toBe('colleagueOtherBureau')
  })

  test('missing numbers are named', async () => {
    const [left, right] = await twoPcs()
    addEnterprise(left, 'e2', '示例制造')
    addEnterprise(left, 'e3', '示例贸易')
    const payload = payloadIn(packageOf(left, right))
    const refused = await take(right, packageWith(left, { ...payload, operations: payload.operations.slice(1) }))
    expect(refused).toMatchObject({ error: { code: 'operationsMissing', params: { from: 3, to: 3 } } })
  })

  test('the same number with another content is a copy of the data', async () => {
    const [left, right] = await twoPcs()
    const payload = payloadIn(packageOf(left))
    const operations = payload.operations.map((each) => ({ ...each, at: '2022-07-01' }))
    expect(codeOf(await take(right, packageWith(left, { ...payload, operations })))).toBe('deviceForked')
  })

  test('taking it back takes it back everywhere', async () => {
    const [left, right] = await twoPcs()
    addEnterprise(left, 'e2', '示例制造')
    valueOf(await take(right, packageOf(left)))
    await right.call('core.undoLast', {})
    await exchangeAll([left, right])
    expect(rowOf(left, 'enterprise', 'e2')).toBeUndefined()
    expect(sharedDump(left)).toEqual(sharedDump(right))
  })
})
