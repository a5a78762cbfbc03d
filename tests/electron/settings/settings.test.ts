import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { storeFile } from '../../../db/open'
import type { GroupRole } from '../../../shared/settings/contract'
import { aBureau, aFolder, aService, auditBureau, dumpOf, refusalOf, type Service } from '../../builders'

const bureau = { ...auditBureau, aliases: [...auditBureau.aliases] }
const dump = (service: Service) => dumpOf(service.store().connection)

describe('the first start', () => {
  it('nothing is there and nothing is made until the person says so', async () => {
    const folder = path.join(aFolder(), 'data')
    const service = await aService({ folder })
    expect(await service.call('settings.get', {})).toMatchObject({ state: 'firstStart', bureau: null, failure: null })
    expect(existsSync(folder)).toBe(false)
  })

  it('bureau, groups and sample in one go; a second time is refused', async () => {
    const service = await aService()
    const groups: GroupRole[] = [
      { stream: 'investment', role: 'leader', personName: '招商组组长' },
      { stream: 'investment', role: 'member', personName: '承办人' },
      { stream: 'projects', role: 'leader', personName: '招商组组长' },
    ]
    await service.call('settings.initialise', { bureau, groups, withSample: true })
    expect(await service.call('settings.get', {})).toMatchObject({ state: 'ready', bureau, hasSample: true })
    expect(await service.call('settings.getGroups', {})).toEqual(groups)
    // One person who stands in two groups is one person; the sample brings its own, each marked.
    const own = dump(service)['person']?.filter((row) => row['is_sample'] === 0)
    expect(own).toHaveLength(2)
    const again = service.call('settings.initialise', { bureau, groups: [], withSample: false })
    expect((await refusalOf(again)).code).toBe('alreadyInitialised')
  })

  it('what is wrong with a store is told to the window, and the store is left alone', async () => {
    const folder = aFolder()
    const first = await aBureau({ folder })
    first.store().connection.pragma('user_version = 77')
    first.close()
    const before = readFileSync(storeFile(folder))
    const service = await aService({ folder })
    expect(await service.call('settings.get', {})).toMatchObject({ state: 'refused', failure: { code: 'storeNewer' } })
    const again = service.call('settings.initialise', { bureau, groups: [], withSample: false })
    expect((await refusalOf(again)).code).toBe('storeNewer')
    expect((await refusalOf(service.call('settings.saveBureau', bureau))).code).toBe('storeNewer')
    expect(readFileSync(storeFile(folder)).equals(before)).toBe(true)
  })
})

describe('groups', () => {
  it('new roles stand in place of the old; undo brings the old ones back exactly', async () => {
    const service = await aBureau()
    await service.call('settings.saveGroups', { groups: [{ stream: 'revenue', role: 'leader', personName: '局长' }] })
    const before = dump(service)
    await service.call('settings.saveGroups', { groups: [{ stream: 'revenue', role: 'member', personName: '局长' }] })
    expect(await service.call('settings.getGroups', {})).toEqual([
      { stream: 'revenue', role: 'member', personName: '局长' },
    ])
    await service.call('core.undoLast', {})
    expect(dump(service)).toEqual(before)
  })

  it('the same role given twice counts once', async () => {
    const service = await aBureau()
    const role: GroupRole = { stream: 'revenue', role: 'leader', personName: '局长' }
    await service.call('settings.saveGroups', { groups: [role, role] })
    expect(await service.call('settings.getGroups', {})).toEqual([role])
  })

  it('a sample person whom the bureau names itself stays when the sample goes', async () => {
    const service = await aBureau()
    await service.call('settings.loadSample', {})
    const groups = await service.call('settings.getGroups', {})
    expect(groups.length).toBeGreaterThan(0)
    await service.call('settings.saveGroups', { groups })
    await service.call('settings.removeSample', {})
    expect(await service.call('settings.getGroups', {})).toEqual(groups)
    expect((await service.call('settings.get', {})).hasSample).toBe(false)
  })
})

describe('the sample', () => {
  it('goes in one intent, and Ctrl+Z brings it back', async () => {
    const service = await aBureau()
    await service.call('settings.loadSample', {})
    const full = dump(service)
    await service.call('settings.removeSample', {})
    expect((await service.call('settings.get', {})).hasSample).toBe(false)
    await service.call('core.undoLast', {})
    expect(dump(service)).toEqual(full)
  })
})

describe('放假安排', () => {
  const notice = { year: 2031, source: '国办发明电〔2030〕1号', off: ['2031-01-01'], makeUp: ['2031-01-04'] }
  const importText = (service: Service, text: string) => service.call('settings.importCalendar', { text })

  it('an imported year counts at once, replaces an earlier import, and is listed as imported', async () => {
    const service = await aBureau()
    const first = await importText(service, JSON.stringify(notice))
    expect(first.year).toBe(2031)
    const second = await importText(service, JSON.stringify({ ...notice, makeUp: [] }))
    expect(second.workdays).toBe(first.workdays - 1)
    const listed = await service.call('settings.calendars', {})
    expect(listed.find(({ year }) => year === 2031)).toMatchObject({ isImported: true, source: notice.source })
    expect(listed.find(({ year }) => year === 2022)).toMatchObject({ isImported: false })
    expect(listed.map(({ year }) => year)).toEqual(expect.arrayContaining([2022, 2023, 2024, 2025, 2026]))
    await service.call('core.undoLast', {})
    await service.call('core.undoLast', {})
    expect((await service.call('settings.calendars', {})).some(({ year }) => year === 2031)).toBe(false)
  })

  it.each([
    ['not json'],
    ['[]'],
    [JSON.stringify({ ...notice, off: ['2031-02-30'] })],
    [JSON.stringify({ ...notice, makeUp: ['2031-01-06'] })],
    [JSON.stringify([notice, notice])],
  ])('%s is refused and nothing is written', async (text) => {
    const service = await aBureau()
    const before = dump(service)
    expect((await refusalOf(importText(service, text))).code).toBe('calendarInvalid')
    expect(dump(service)).toEqual(before)
  })

  it('a missing year is said: this year’s always, the next one’s from December on', async () => {
    const missing = async (asOf: string) =>
      (await (await aBureau({ asOf })).call('settings.get', {})).missingCalendarYears
    expect(await missing('2026-11-30')).toEqual([])
    expect(await missing('2026-12-01')).toEqual([2027])
    expect(await missing('2031-03-01')).toEqual([2031])
  })
})
