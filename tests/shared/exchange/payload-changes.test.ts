import { describe, expect, test } from 'vitest'
import { payloadChanges } from '../../../shared/exchange/payload-changes'
import { summaryPayloadSchema, type SummaryPayload } from '../../../shared/exchange/payloads'
import { recordLine } from '../../../shared/exchange/record-line'
import { day } from '../../builders'

const lead = recordLine({
  stream: 'investment',
  kind: 'lead',
  id: 'a',
  label: '检测平台',
  status: '已备案',
  detail: { filedOn: '2022-04-18' },
})

function aPayload(changes: Partial<SummaryPayload> = {}): SummaryPayload {
  return {
    unit: { name: '示例单位', aliases: [], category: 3 },
    period: '2022Q2',
    asOf: day('2022-06-22'),
    preparedOn: day('2022-06-22'),
    nil: [],
    score: null,
    lines: [lead],
    objections: [],
    edits: [],
    contact: null,
    ...changes,
  }
}

describe('what an edition says differently from the one before', () => {
  test('the same content on another day, with other objections, is no change', () => {
    const objections = [{ id: 'o', lineKey: null, text: '有疑问' }]
    expect(payloadChanges(aPayload(), aPayload({ preparedOn: day('2022-06-24'), objections }))).toEqual([])
  })

  test.each<[string, Partial<SummaryPayload>, string]>([
    ['数据截止', { asOf: day('2022-06-30') }, '2022-06-30'],
    ['本期无新增', { nil: ['revenue'] }, '抓收入'],
    ['正文手工修改', { edits: ['注1'] }, '1'],
    ['填报人和联系电话', { contact: { preparedBy: '填报人', phone: '' } }, '报送'],
    ['单位信息', { unit: { name: '新名称', aliases: [], category: 3 } }, '新名称'],
  ])('%s', (field, change, to) => {
    expect(payloadChanges(aPayload(), aPayload(change))).toEqual([
      { title: '整份上报', field, from: expect.any(String) as string, to },
    ])
  })

  test('lines: added, gone, and each field that differs', () => {
    const changed = { ...lead, evidence: 2, detail: { filedOn: '2022-04-19' } }
    const other = { ...lead, key: 'lead/b', label: '氢能阀门' }
    expect(payloadChanges(aPayload(), aPayload({ lines: [changed, other] }))).toEqual([
      { title: '项目信息 检测平台', field: '佐证材料件数', from: '0', to: '2' },
      { title: '项目信息 检测平台', field: '备案日期', from: '2022-04-18', to: '2022-04-19' },
      { title: '项目信息 氢能阀门', field: '新增', from: '无', to: '已备案' },
    ])
    expect(payloadChanges(aPayload(), aPayload({ lines: [] }))).toEqual([
      { title: '项目信息 检测平台', field: '不再报送', from: '已备案', to: '无' },
    ])
  })

  test('no difference is missed: a change of what has no label of its own still shows', () => {
    const lines = [{ ...lead, formula: '另一种口径' }]
    expect(payloadChanges(aPayload(), aPayload({ lines }))).toHaveLength(1)
  })

  test('a payload of before `edits` was added reads as one without', () => {
    const { edits: _edits, ...older } = aPayload()
    expect(summaryPayloadSchema.parse(older).edits).toEqual([])
  })
})
