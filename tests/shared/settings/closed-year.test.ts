import { describe, expect, it } from 'vitest'
import { closedYearOfChange, type JournalRow } from '../../../shared/settings/closed-year'

const closed = new Set([2022])
const noParent = (): null => null

function touched(table: string, before: JournalRow | null, after: JournalRow | null): number | null {
  return closedYearOfChange({ table, before, after }, closed, noParent)
}

const lead = {
  id: 'a',
  title: '示例项目',
  filed_on: '2022-05-10',
  accepted_on: '2022-06-01',
  landed_on: null,
  handler: '',
}

describe('what a closed year holds fast', () => {
  it.each([
    ['assignment', { id: 'a', year: 2022, target: '4' }],
    ['brief', { id: 'b', month: '2022-12', title: '' }],
    ['visit', { id: 'v', visited_on: '2022-12-31' }],
    ['manual_score', { id: 'm', year: 2022, value: '18' }],
    ['report_edit', { id: 'r', period: '2022Q4', text: '' }],
    ['revenue_entry', { id: 'e', booked_on: '2022-03-01', gross: 1 }],
  ])('%s of it is neither added, changed nor deleted', (table, row) => {
    expect(touched(table, null, row)).toBe(2022)
    expect(touched(table, row, null)).toBe(2022)
    expect(touched(table, row, { ...row, title: 'x' })).toBe(2022)
  })

  it('records of other years and records without a year go on', () => {
    expect(touched('visit', null, { id: 'v', visited_on: '2023-01-01' })).toBeNull()
    expect(touched('brief', { id: 'b', month: '2021-12' }, null)).toBeNull()
    expect(touched('finding', { id: 'f', title: 'a' }, { id: 'f', title: 'b' })).toBeNull()
    expect(touched('lead', null, { ...lead, filed_on: null, accepted_on: null })).toBeNull()
  })

  it('moving a record into or out of the closed year counts as changing it', () => {
    const before = { id: 'v', visited_on: '2023-01-05' }
    expect(touched('visit', before, { ...before, visited_on: '2022-12-30' })).toBe(2022)
    expect(touched('visit', { ...before, visited_on: '2022-12-30' }, before)).toBe(2022)
  })

  it('a lead filed in it may land in the next year, but not in the closed one, and its recognised facts stay', () => {
    expect(touched('lead', lead, { ...lead, landed_on: '2023-02-01', handler: '招商组组员' })).toBeNull()
    expect(touched('lead', lead, { ...lead, landed_on: '2022-12-20' })).toBe(2022)
    expect(touched('lead', { ...lead, landed_on: '2022-12-20' }, { ...lead, landed_on: null })).toBe(2022)
    expect(touched('lead', lead, { ...lead, accepted_on: '2023-01-03' })).toBe(2022)
    expect(touched('lead', lead, { ...lead, title: 'x' })).toBe(2022)
  })

  it('a project runs on; the days that it reached in the closed year stay', () => {
    const project = { id: 'p', signed_on: '2022-04-01', started_on: null, stage: 'signed' }
    expect(touched('project', project, { ...project, started_on: '2023-03-01', stage: 'started' })).toBeNull()
    expect(touched('project', project, { ...project, signed_on: '2022-04-02' })).toBe(2022)
    expect(touched('project', project, { ...project, started_on: '2022-12-01' })).toBe(2022)
  })

  it('a demand raised in it may be answered later', () => {
    const demand = { id: 'd', raised_on: '2022-12-30', replied_on: null, handling: '', text: '用电' }
    expect(touched('demand', demand, { ...demand, replied_on: '2023-01-04', handling: '已答复' })).toBeNull()
    expect(touched('demand', demand, { ...demand, replied_on: '2022-12-31' })).toBe(2022)
    expect(touched('demand', demand, { ...demand, text: '用水' })).toBe(2022)
  })

  it('what belongs to another row is of that row’s year', () => {
    const task = { id: 't', assignment_id: 'a', submitted_on: '2023-01-03' }
    const change = { table: 'task', before: null, after: task }
    expect(
      closedYearOfChange(change, closed, (table, id) => (table === 'assignment' && id === 'a' ? 2022 : null)),
    ).toBe(2022)
    expect(closedYearOfChange(change, closed, () => 2023)).toBeNull()
  })
})
