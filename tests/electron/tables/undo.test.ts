import { describe, expect, it } from 'vitest'
import { aBureau, aFolder, aService, day, dumpOf, importOf, refusalOf, type Service } from '../../builders'

const leads = 'ledgers/leads-2022.xlsx'
const dump = (service: Service) => dumpOf(service.store().connection)
const list = async (service: Service) => {
  const filter = { text: '', states: [], classes: [], year: null }
  return (
    await service.call('investment.list', { filter, sort: { by: 'filedOn', descending: false }, offset: 0, limit: 200 })
  ).rows
}

async function imported(service: Service) {
  const { batches } = await importOf(service, leads)
  return String(batches[0]?.id)
}

describe('撤销本次导入', () => {
  it('restores the dump, also after a restart, and only once', async () => {
    const folder = aFolder()
    const service = await aBureau({ folder })
    const before = dump(service)
    const batchId = await imported(service)
    service.close()
    const again = await aService({ folder })
    expect(await again.call('tables.planUndo', { batchId })).toEqual({ rowCount: 8, edited: [] })
    expect(await again.call('tables.undo', { batchId, keepEdited: true })).toEqual({ reverted: 8, kept: [] })
    expect(dump(again)).toEqual(before)
    expect(await again.call('tables.batches', {})).toEqual([])
    expect((await refusalOf(again.call('tables.undo', { batchId, keepEdited: true }))).code).toBe('alreadyUndone')
  }, 30_000)

  it('keeps a row that was edited since, says who edited it, and takes the rest back', async () => {
    const service = await aBureau()
    const batchId = await imported(service)
    const [first] = await list(service)
    const fields = { remark: '已约面谈' }
    await service.call('investment.save', {
      id: String(first?.lead.id),
      fields,
      allowDuplicate: true,
      expectedUpdatedAt: null,
    })
    expect((await service.call('tables.planUndo', { batchId })).edited).toMatchObject([
      { table: 'lead', rowId: first?.lead.id, by: '承办人' },
    ])
    expect((await service.call('tables.undo', { batchId, keepEdited: true })).kept).toHaveLength(1)
    expect((await list(service)).map(({ lead }) => lead.remark)).toEqual(['已约面谈'])
    expect((await service.call('investment.get', { id: String(first?.lead.id) })).source).toBeNull()
  }, 30_000)

  it('a follow-up counts as an edit; forced, it goes with its lead, and the redo brings both back', async () => {
    const service = await aBureau()
    const before = dump(service)
    const batchId = await imported(service)
    const [first] = await list(service)
    await service.call('investment.addFollowUp', {
      leadId: String(first?.lead.id),
      happenedOn: day('2022-05-01'),
      way: '电话',
      text: '再谈',
    })
    const full = dump(service)
    expect((await service.call('tables.planUndo', { batchId })).edited).toHaveLength(1)
    await service.call('tables.undo', { batchId, keepEdited: false })
    expect(dump(service)).toEqual(before)
    await service.call('core.redoLast', {})
    expect(dump(service)).toEqual(full)
  }, 30_000)

  it('the same file comes in again after its undo', async () => {
    const service = await aBureau()
    const batchId = await imported(service)
    await service.call('tables.undo', { batchId, keepEdited: true })
    const { preview } = await importOf(service, leads)
    expect(preview.tables[0]?.counts.added).toBe(6)
  }, 30_000)

  it('an unknown batch is not found', async () => {
    const service = await aBureau()
    expect((await refusalOf(service.call('tables.undo', { batchId: 'none', keepEdited: true }))).code).toBe('notFound')
    expect((await refusalOf(service.call('tables.planUndo', { batchId: 'none' }))).code).toBe('notFound')
  })
})

describe('Ctrl+Z and Ctrl+Y', () => {
  const save = (service: Service, title: string, id: string | null = null) =>
    service.call('investment.save', { id, fields: { title }, allowDuplicate: true, expectedUpdatedAt: null })
  const titles = async (service: Service) => (await list(service)).map(({ lead }) => lead.title).toSorted()

  it('step back through several intents and forward again in order, no further', async () => {
    const service = await aBureau()
    await save(service, 'A')
    await save(service, 'B')
    await save(service, 'C')
    const undo = () => service.call('core.undoLast', {})
    const redo = () => service.call('core.redoLast', {})
    await undo()
    await undo()
    expect(await titles(service)).toEqual(['A'])
    await redo()
    expect(await titles(service)).toEqual(['A', 'B'])
    await redo()
    expect(await titles(service)).toEqual(['A', 'B', 'C'])
    expect((await refusalOf(redo())).code).toBe('nothingToRedo')
    await undo()
    await undo()
    await undo()
    expect(await titles(service)).toEqual([])
    // Setting up the bureau is no step.
    expect((await refusalOf(undo())).code).toBe('nothingToUndo')
  })

  it('a new intent ends what could be redone', async () => {
    const service = await aBureau()
    await save(service, 'A')
    await service.call('core.undoLast', {})
    await save(service, 'B')
    expect((await refusalOf(service.call('core.redoLast', {}))).code).toBe('nothingToRedo')
    expect(await titles(service)).toEqual(['B'])
  })

  it('the history tells what is undone, and narrows to one record', async () => {
    const service = await aBureau()
    const { id } = await save(service, 'A')
    await save(service, 'A2', id)
    await save(service, 'B')
    await service.call('core.undoLast', {})
    const all = await service.call('core.journal', { limit: 50, before: null, recordId: null })
    expect(all.map(({ id: entry, intent, isUndone, undoes }) => [entry, intent, isUndone, undoes])).toEqual([
      [5, 'journal.undo', false, 4],
      [4, 'investment.save', true, null],
      [3, 'investment.save', false, null],
      [2, 'investment.save', false, null],
      [1, 'settings.initialise', false, null],
    ])
    const ofRecord = await service.call('core.journal', { limit: 50, before: null, recordId: id })
    expect(ofRecord.map((entry) => entry.id)).toEqual([3, 2])
  })
})
