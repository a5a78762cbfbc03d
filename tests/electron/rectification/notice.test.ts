import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { NoticeReading } from '../../../shared/rectification/notice-contract'
import { aBureau, day, dumpOf, fixture, refusalOf, type Service } from '../../builders'
import { aProgram, listed } from './records'

const district = readFileSync(fixture('rectification/notice-district.txt'), 'utf8')
const county = readFileSync(fixture('rectification/notice-county.txt'), 'utf8')

const read = (service: Service, text: string) => service.call('rectification.readNotice', { text })
const keep = (
  service: Service,
  programId: string,
  text: string,
  { items, declared, levelNames }: NoticeReading,
  withMeasures = true,
) => service.call('rectification.keepNotice', { programId, text, items, declared, levelNames, withMeasures })

async function aPlace() {
  const service = await aBureau({ asOf: '2022-06-30' })
  const programId = await aProgram(service, {
    source: 'municipalInspection',
    title: '市委巡视反馈意见',
    feedbackOn: day('2021-10-28'),
  })
  return { service, programId }
}

describe('reading a notice, product J7', () => {
  it('the district notice gives its tree, its totals and exactly three warnings; nothing is written', async () => {
    const { service } = await aPlace()
    const before = dumpOf(service.store().connection)
    const reading = await read(service, district)
    expect(reading.items).toHaveLength(129)
    expect(reading.sections).toHaveLength(13)
    expect(reading.found).toMatchObject({ specific: 30, byAnalogy: 58, reform: 40, immediateHandover: 1 })
    expect(reading.issues.map(({ code }) => code)).toEqual(['declaredCount', 'allDoneBesideOpen', 'allDoneBesideOpen'])
    expect(reading.issues[0]?.text).toContain('正文声明59项，解析到58项')
    expect(dumpOf(service.store().connection)).toEqual(before)
  })

  it('the county notice gives 3/10/19 and no warning', async () => {
    const { service } = await aPlace()
    const reading = await read(service, county)
    expect(reading.found).toMatchObject({ aspects: 3, keyIssues: 10, specific: 19 })
    expect(reading.totals.every(({ isSame }) => isSame !== false)).toBe(true)
    expect(reading.issues).toEqual([])
  })

  it.each([
    ['prose', '请各单位按时报送整改情况。'],
    ['bytes', '\u0000\u0001PK\u0003\u0004'.repeat(500)],
    ['a table pasted as bytes', `1.${'\ufffd'.repeat(400)}`],
  ])('%s is refused', async (_name, text) => {
    const service = await aBureau()
    expect((await refusalOf(read(service, text))).code).toBe('noticeUnreadable')
  })
})

describe('keeping a notice', () => {
  it('makes findings in the order of the text, 待认领, with levels, measures and what the notice says; one step to undo', async () => {
    const { service, programId } = await aPlace()
    const before = dumpOf(service.store().connection)
    const reading = await read(service, district)
    expect(await keep(service, programId, district, reading)).toEqual({ added: 129, unchanged: 0 })
    const { rows } = await listed(service, { programIds: [programId] })
    expect(rows.map(({ title }) => title)).toEqual(reading.items.map(({ title }) => title))
    expect(new Set(rows.map(({ state, status }) => `${state}/${status}`))).toEqual(new Set(['unclaimed/inProgress']))
    expect(rows[84]).toMatchObject({
      no: '29',
      kind: 'specific',
      keyIssue: '关于第12个重点问题',
      measureCount: 2,
      measuresDone: 0,
    })
    expect(rows.at(-1)).toMatchObject({
      kind: 'immediateHandover',
      title: '部分点位污水外溢',
      rectType: 'immediate',
      dueOn: '2021-11-28',
      originalDueOn: '2021-11-28',
    })
    expect(rows[0]).toMatchObject({ rectType: null, dueOn: null })
    const [program] = await service.call('rectification.programs', {})
    expect(program).toMatchObject({
      declared: { byAnalogy: 59, specific: 30, measures: 231 },
      levelNames: { aspect: '方面', keyIssue: '重点问题' },
      findings: 129,
      hasNotice: true,
    })
    const detail = await service.call('rectification.get', { id: rows[84]?.id ?? '' })
    expect(detail.fields.detail).toBe(reading.items[84]?.detail)
    expect(detail.measures.map(({ text, status, number }) => [number, text, status])).toEqual([
      [1, '健全机制', 'notStarted'],
      [2, '明确责任。涉及的241户中210户已按标准完成，其余正在推进', 'notStarted'],
    ])
    const [entry] = await service.call('core.journal', { limit: 1, before: null, recordId: null })
    expect(entry).toMatchObject({ intent: 'rectification.keepNotice', params: { title: '市委巡视反馈意见' } })
    await service.call('core.undoLast', {})
    expect(dumpOf(service.store().connection)).toEqual(before)
  })

  it('a second time leaves all that is there; a longer text only adds', async () => {
    const { service, programId } = await aPlace()
    const reading = await read(service, county)
    expect(await keep(service, programId, county, reading)).toEqual({ added: 19, unchanged: 0 })
    const first = dumpOf(service.store().connection)
    expect(await keep(service, programId, county, reading)).toEqual({ added: 0, unchanged: 19 })
    expect(dumpOf(service.store().connection)).toEqual(first)
    const longer = county.replace('附：', '11.方面11的问题。\n附：')
    const again = await read(service, longer)
    expect(await keep(service, programId, longer, again)).toEqual({ added: 1, unchanged: 19 })
    const { rows } = await listed(service, { programIds: [programId] })
    expect(rows.at(-1)).toMatchObject({ no: '11', title: '方面11的问题' })
    expect(new Set(rows.map(({ position }) => position)).size).toBe(20)
  })

  it('two items that read alike are two findings, and stay two', async () => {
    const { service, programId } = await aPlace()
    const line = '针对“举一反三”整改事项“往来款清理”，进行了以下整改。完善制度。'
    const reading = await read(service, `${line}\n${line}`)
    expect(await keep(service, programId, line, reading, false)).toEqual({ added: 2, unchanged: 0 })
    expect(await keep(service, programId, line, reading, false)).toEqual({ added: 0, unchanged: 2 })
    expect((await listed(service)).rows.map(({ measureCount }) => measureCount)).toEqual([0, 0])
  })

  it('问题表现 become points; reviewed titles are kept as reviewed', async () => {
    const { service, programId } = await aPlace()
    const text = '反馈1个具体问题、2个问题表现。\n1.学习制度不落实。\n（1）学习次数少。\n（2）记录不全。'
    const reading = await read(service, text)
    const items = reading.items.map((item) => ({ ...item, title: ' 学习不落实 ' }))
    await keep(service, programId, text, { ...reading, items })
    const { rows } = await listed(service)
    expect(rows.map(({ title }) => title)).toEqual(['学习不落实'])
    const { points } = await service.call('rectification.get', { id: rows[0]?.id ?? '' })
    expect(points.map(({ no, text: point }) => [no, point])).toEqual([
      ['1', '学习次数少'],
      ['2', '记录不全'],
    ])
  })

  it('refuses an item without a title and a programme that is not there; nothing is written', async () => {
    const { service, programId } = await aPlace()
    const reading = await read(service, county)
    const before = dumpOf(service.store().connection)
    const items = reading.items.map((item, index) => (index === 18 ? { ...item, title: '  ' } : item))
    expect((await refusalOf(keep(service, programId, county, { ...reading, items }))).code).toBe('findingNeedsTitle')
    expect((await refusalOf(keep(service, 'gone', county, reading))).code).toBe('notFound')
    expect(dumpOf(service.store().connection)).toEqual(before)
  })

  it('5000 items are kept in one step', async () => {
    const { service, programId } = await aPlace()
    const text = Array.from(
      { length: 5000 },
      (_, index) => `${(index % 999) + 1}.问题${index}。整改措施：一是甲。二是乙。`,
    ).join('\n')
    const reading = await read(service, text)
    expect(reading.items).toHaveLength(5000)
    expect(await keep(service, programId, text, reading)).toEqual({ added: 5000, unchanged: 0 })
    expect((await service.call('rectification.programs', {}))[0]).toMatchObject({ findings: 5000, measures: 10_000 })
  }, 60_000)
})
