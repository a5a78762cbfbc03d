import { describe, expect, it } from 'vitest'
import { findEnterpriseDuplicates } from '../../../shared/registry/duplicates'
import { formerNamesOf, withFormerName } from '../../../shared/registry/former-names'

const others = [
  { id: 'a', name: '天津东丽精密机械有限公司', creditCode: '91120110MA05ABCD1X' },
  { id: 'b', name: '（天津）华新物流有限责任公司', creditCode: '' },
  { id: 'c', name: '天津东丽精密机械制造有限公司', creditCode: '' },
]

function reasons(name: string, creditCode: string, exceptId: string | null = null) {
  return findEnterpriseDuplicates({ name, creditCode }, others, exceptId).map(({ other, reason }) => [other.id, reason])
}

describe('enterprises that may be one', () => {
  it('the same credit code is the surest, whatever the name', () => {
    expect(reasons('完全不同的名称', '91120110ma05abcd1x')).toEqual([['a', 'creditCode']])
  })

  it('brackets, spaces and legal form make no other name', () => {
    expect(reasons('(天津) 华新物流有限公司', '')).toEqual([['b', 'sameName']])
  })

  it('alike names are only a hint and come last', () => {
    expect(reasons('天津东丽精密机械有限公司', '')).toEqual([
      ['a', 'sameName'],
      ['c', 'alikeName'],
    ])
  })

  it('two codes that differ are two enterprises, however alike the names', () => {
    expect(reasons('天津东丽精密机械一厂有限公司', '91120110MA05WXYZ2T')).not.toContainEqual(['a', 'alikeName'])
  })

  it('an enterprise is no duplicate of itself', () => {
    expect(reasons('（天津）华新物流有限责任公司', '', 'b')).toEqual([])
  })
})

describe('former names', () => {
  it('stand in the remark a line each, once', () => {
    const once = withFormerName('重点企业', '天津旧名有限公司')
    expect(once).toBe('重点企业\n曾用名：天津旧名有限公司')
    expect(withFormerName(once, '天津旧名有限公司')).toBe(once)
    expect(formerNamesOf(once)).toEqual(['天津旧名有限公司'])
  })
})
