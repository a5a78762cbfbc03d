import { describe, expect, test } from 'vitest'
import { ruleOfTable } from '../../../electron/access/row-rights'
import { isPermitted, workAreas } from '../../../shared/access/roles'
import type { BriefUse } from '../../../shared/briefs/record'
import type { Month } from '../../../shared/core/dates'
import type { Stream } from '../../../shared/core/schemas'
import { day, dumpOf, importOf, previewOf, refusalOf, type Service } from '../../builders'
import { anOffice, colleagues, seat, setRoles } from './office'

const timeout = 60_000
const { viewer, member, leader, other, admin } = colleagues
const ledger = 'ledgers/revenue-2022.xlsx'
const bytes = (text: string) => new TextEncoder().encode(text)

/** An office with the sample's records of every stream. */
async function aFullOffice(): Promise<Service> {
  const service = await anOffice()
  seat(service, admin)
  await service.call('settings.loadSample', {})
  return service
}

/** The need that a refused call names; the dump must be as it was. */
async function neededFor(service: Service, work: () => Promise<unknown>): Promise<unknown> {
  const before = dumpOf(service.store().connection)
  const { code, params } = await refusalOf(work())
  expect(code).toBe('notPermitted')
  expect(dumpOf(service.store().connection)).toEqual(before)
  return params['need']
}

async function aRevenueEntry(service: Service): Promise<string> {
  const { rows } = await service.call('tables.gridRows', { kind: 'revenue', year: 2022, ids: null })
  return rows[0]?.id ?? ''
}

function aBrief(stream: Stream, uses: BriefUse[] = []) {
  const about = {
    kind: 'brief' as const,
    title: `${stream}信息`,
    month: '2022-06' as Month,
    submittedOn: null,
    channel: '',
  }
  const text = { characterCount: null, isAccepted: false, backfilledOn: null, body: '', handler: '' }
  return { id: null, stream, ...about, ...text, uses }
}

describe('a 组员 of 招商 and a record of 收入', { timeout }, () => {
  test('the call itself', async () => {
    const service = await aFullOffice()
    const id = await aRevenueEntry(service)
    seat(service, member)
    expect(await neededFor(service, () => service.call('revenue.remove', { ids: [id] }))).toBe('收入组员')
    expect(await neededFor(service, () => service.call('settings.saveGroups', { groups: [] }))).toBe('管理员')
    expect(await neededFor(service, () => service.call('investment.setPlatformOpening', { on: null }))).toBe('招商组长')
    await service.call('revenue.get', { id })
    seat(service, viewer)
    expect(await neededFor(service, () => service.call('core.undoLast', {}))).toBe('组员')
    seat(service, other)
    await service.call('revenue.remove', { ids: [id] })
  })

  test('by import, and by taking an import back', async () => {
    const service = await anOffice()
    const confirm = async () => {
      const preview = await previewOf(service, ledger)
      return service.call('tables.confirm', { session: preview.session, tables: [0], rows: 'all', withdraw: true })
    }
    seat(service, member)
    expect(await neededFor(service, confirm)).toBe('收入组员')
    seat(service, other)
    const { batches } = await confirm()
    const batchId = batches[0]?.id ?? ''
    seat(service, member)
    expect(await neededFor(service, () => service.call('tables.undo', { batchId, keepEdited: true }))).toBe('收入组员')
    seat(service, other)
    await service.call('tables.undo', { batchId, keepEdited: true })
  })

  test('by an import that holds rows of several streams', async () => {
    const service = await anOffice()
    seat(service, member)
    const file = 'assignments/dongli-2022-audit-bureau.xlsx'
    const needed = await neededFor(service, () => importOf(service, file))
    expect(needed).toMatch(/^(项目|营商环境|收入)组员$/)
    setRoles(service, member, {
      investment: 'member',
      projects: 'member',
      environment: 'leader',
      revenue: 'member',
    })
    await importOf(service, file)
  })

  test('by the grid', async () => {
    const service = await aFullOffice()
    const { rows } = await service.call('tables.gridRows', { kind: 'revenue', year: 2022, ids: null })
    const [row] = rows
    const edit = { row: 1, id: row?.id ?? null, texts: { ...row?.texts, remark: '改过' }, loaded: row?.texts ?? {} }
    const save = () => service.call('tables.saveRows', { kind: 'revenue', year: 2022, rows: [edit] })
    seat(service, member)
    expect(await neededFor(service, save)).toBe('收入组员')
    seat(service, other)
    expect(await save()).toMatchObject({ updated: 1 })
  })

  test('by a file', async () => {
    const service = await aFullOffice()
    const recordId = await aRevenueEntry(service)
    const add = () =>
      service.call('attachments.add', { room: 'revenue', recordId, fileName: '凭证.txt', bytes: bytes('1') })
    seat(service, member)
    expect(await neededFor(service, add)).toBe('收入组员')
    seat(service, other)
    const { id } = await add()
    seat(service, member)
    expect(await neededFor(service, () => service.call('attachments.remove', { id }))).toBe('收入组员')
  })

  test('by a text or a training, also by marking a text for a duty of 收入', async () => {
    const service = await anOffice()
    seat(service, member)
    expect(await neededFor(service, () => service.call('briefs.save', aBrief('revenue')))).toBe('收入组员')
    expect(await neededFor(service, () => service.call('briefs.save', aBrief('investment', ['revenueProgress'])))).toBe(
      '收入组员',
    )
    const { id } = await service.call('briefs.save', aBrief('investment'))
    const moved = () => service.call('briefs.save', { ...aBrief('revenue'), id })
    expect(await neededFor(service, moved)).toBe('收入组员')
    seat(service, admin)
    await service.call('briefs.save', { ...aBrief('investment', ['revenueProgress']), id })
    seat(service, member)
    // The text is 招商's own; only the mark is not.
    await service.call('briefs.save', { ...aBrief('investment', ['revenueProgress']), id, title: '改过的题目' })
    expect(await neededFor(service, () => service.call('briefs.save', { ...aBrief('investment'), id }))).toBe(
      '收入组员',
    )
    expect(await neededFor(service, () => service.call('briefs.remove', { id }))).toBe('收入组员')
    const training = {
      id: null,
      stream: 'revenue' as const,
      title: '培训',
      heldOn: day('2022-06-01'),
      status: 'held' as const,
      isRequired: false,
      isAttended: true,
      attendeeCount: 1,
      hours: '',
      place: '',
      handler: '',
      attendees: [{ personName: '组员甲', hours: '' }],
    }
    expect(await neededFor(service, () => service.call('briefs.saveTraining', training))).toBe('收入组员')
    await service.call('briefs.saveTraining', { ...training, stream: 'investment' })
  })

  test('by an assignment, its occurrence or a file with it', async () => {
    const service = await aFullOffice()
    const { items } = { items: await service.call('assignments.list', { year: 2022, stream: 'revenue' }) }
    const [item] = items
    const id = item?.id ?? ''
    const progress = { id, handler: '某人', internalDueOn: null, progressText: '', actual: null }
    const { tasks } = await service.call('assignments.tasks', {
      from: null,
      to: null,
      stream: 'revenue',
      assignmentId: id,
    })
    const task = {
      assignmentId: id,
      occurrence: tasks[0]?.occurrence ?? '',
      handler: '某人',
      dataCutoff: null,
      remark: '改',
    }
    const recordId = `${id}/${task.occurrence}`
    const file = { room: 'assignments' as const, recordId, fileName: '稿.txt', bytes: bytes('1') }
    seat(service, member)
    expect(await neededFor(service, () => service.call('assignments.saveProgress', progress))).toBe('收入组员')
    expect(await neededFor(service, () => service.call('assignments.saveTask', task))).toBe('收入组员')
    expect(await neededFor(service, () => service.call('attachments.add', file))).toBe('收入组员')
    seat(service, other)
    await service.call('assignments.saveProgress', progress)
    await service.call('assignments.saveTask', task)
    await service.call('attachments.add', file)
  })

  test('by a sentence or 本期无新增 in a report', async () => {
    const service = await anOffice()
    const nil = () => service.call('reports.setNil', { period: '2022Q3', stream: 'revenue', isNil: true })
    seat(service, member)
    expect(await neededFor(service, nil)).toBe('收入组员')
    await service.call('reports.setNil', { period: '2022Q3', stream: 'investment', isNil: true })
    seat(service, other)
    await nil()
  })

  test('from the recycle bin', async () => {
    const service = await aFullOffice()
    const id = await aRevenueEntry(service)
    seat(service, other)
    await service.call('revenue.remove', { ids: [id] })
    const { records } = await service.call('core.deleted', { limit: 10 })
    const { entryId = 0, table = '', rowId = '' } = records[0] ?? {}
    seat(service, member)
    expect(await neededFor(service, () => service.call('core.restoreDeleted', { entryId, table, rowId }))).toBe(
      '收入组员',
    )
    seat(service, other)
    await service.call('core.restoreDeleted', { entryId, table, rowId })
  })

  test('by Ctrl+Z: each takes back his own steps only, and needs the right for what they touched', async () => {
    const service = await anOffice()
    seat(service, member)
    await service.call('briefs.save', aBrief('investment'))
    seat(service, other)
    await service.call('briefs.save', aBrief('revenue'))
    seat(service, member)
    expect((await service.call('core.undoLast', {})).entry).toMatchObject({
      actor: '招商组员01',
      intent: 'briefs.save',
    })
    expect((await refusalOf(service.call('core.undoLast', {}))).code).toBe('nothingToUndo')
    seat(service, other)
    expect((await refusalOf(service.call('core.redoLast', {}))).code).toBe('nothingToRedo')
    seat(service, member)
    await service.call('core.redoLast', {})
    setRoles(service, member, { projects: 'member' })
    expect(await neededFor(service, () => service.call('core.undoLast', {}))).toBe('招商组员')
  })
})

describe('what the rows decide', { timeout }, () => {
  test('a 组长 anywhere may rename a person whom records of every stream name, and undo it', async () => {
    const service = await aFullOffice()
    const [person] = await service.call('registry.people', { withLeft: true })
    if (!person) throw new Error('nobody there')
    const fields = { name: `${person.name}改`, sectionId: null, rank: '', phone: '', remark: '', leftOn: null }
    const rename = () => service.call('registry.savePerson', { id: person.id, fields, roles: [] })
    seat(service, member)
    expect(await neededFor(service, rename)).toBe('组长')
    seat(service, leader)
    await rename()
    await service.call('core.undoLast', {})
  })

  test('but not give away places and open items of another group', async () => {
    const service = await anOffice()
    const fields = { name: '新人', sectionId: null, rank: '', phone: '', remark: '', leftOn: null }
    const add = (stream: Stream) =>
      service.call('registry.savePerson', {
        id: null,
        fields: { ...fields, name: stream },
        roles: [{ stream, role: 'member' }],
      })
    seat(service, leader)
    expect(await neededFor(service, () => add('revenue'))).toBe('收入组长')
    await add('investment')
  })

  test('what is one’s own is allowed to everybody who has signed in', async () => {
    const service = await anOffice()
    seat(service, viewer)
    const { id } = await service.call('settings.saveView', { list: 'leads', name: '我的', state: {} })
    await service.call('settings.removeView', { id })
    await service.call('exchange.identity', {})
    await service.call('exchange.devices', {})
    await service.call('assignments.closeDigest', {})
  })

  test('while the shared folder is read through for somebody who only looks, what others did comes in (background)', async () => {
    const service = await anOffice()
    seat(service, viewer)
    // Not set up: refused as for anybody, not for want of a right.
    expect((await refusalOf(service.call('exchange.syncFolder', {}))).code).toBe('sharedFolderMissing')
  })

  test('a ledger that may only be read is still read by rights', async () => {
    const service = await anOffice()
    service.store().stopWriting({ code: 'storeReadOnly', params: {} })
    expect((await refusalOf(service.call('registry.people', { withLeft: true }))).code).toBe('notSignedIn')
    seat(service, member)
    await service.call('registry.people', { withLeft: true })
    expect((await refusalOf(service.call('revenue.remove', { ids: ['x'] }))).code).toBe('notPermitted')
    expect((await refusalOf(service.call('briefs.save', aBrief('investment')))).code).toBe('storeReadOnly')
  })

  test('where the accounts cannot be read everything is permitted', async () => {
    const service = await anOffice()
    service.context.setStore({ kind: 'refused', failure: { code: 'storeDamaged', params: { detail: '' } } })
    expect((await refusalOf(service.call('revenue.remove', { ids: ['x'] }))).code).toBe('storeDamaged')
    expect(await service.call('access.state', {})).toMatchObject({ isOn: false })
  })

  test('every table of the store has been thought of', async () => {
    const service = await anOffice()
    const tables = Object.keys(dumpOf(service.store().connection))
    const needs = (table: string): string => {
      const rule = ruleOfTable(table)
      return 'keys' in rule ? 'rows' : `${rule.need} ${rule.area ?? 'anywhere'}`
    }
    expect(tables.filter((table) => needs(table) === 'admin anywhere').toSorted()).toEqual([
      'account',
      'bureau',
      'calendar_year',
      'closed_year',
      'rect_role',
      'rule_document',
      'trusted_key',
    ])
    expect(needs('a_table_of_tomorrow')).toBe('admin anywhere')
    expect(needs('revenue_entry')).toBe('work revenue')
    for (const area of workAreas) expect(isPermitted({ isAdmin: false, roles: {} }, 'work', area)).toBe(false)
  })
})
