import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { insertLead } from '../../../db/repositories/investment'
import { readTrainings } from '../../../db/repositories/briefs'
import { aBureau, day, leadValues, refusalOf, valueOf, writing, type Service } from '../../builders'
import { writeIntent } from '../../../electron/context'
import { err, ok } from '../../../shared/core/result'

async function withLeads(count: number): Promise<Service> {
  const service = await aBureau()
  writing(service.store(), (db) => {
    for (let index = 0; index < count; index += 1) {
      // The builder's columns are complete.
      insertLead(db, leadValues(`l${index}`) as Parameters<typeof insertLead>[1])
    }
  })
  return service
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => `l${index}`)
const countOf = (service: Service): unknown =>
  service.store().connection.prepare('SELECT count(*) FROM lead').pluck().get()

function remove(service: Service, count: number, confirmedRows?: number) {
  return service.call('investment.remove', { ids: ids(count) }, confirmedRows === undefined ? {} : { confirmedRows })
}

/** One intent with a statement of its own. */
function run(service: Service, intent: string, ...statements: readonly string[]) {
  return writeIntent(service.context, intent, {}, (_db, store) => {
    for (const statement of statements) store.connection.prepare(statement).run()
    return ok(null)
  })
}

describe('changing much at once (fault 58)', { timeout: 60_000 }, () => {
  test('more than 30 % of a table of 50 and more is refused and changes nothing', async () => {
    const service = await withLeads(50)
    expect(await refusalOf(remove(service, 16))).toEqual({ code: 'massChange', params: { rows: 16, total: 50 } })
    expect(countOf(service)).toBe(50)
    await remove(service, 15)
    expect(countOf(service)).toBe(35)
  })

  test('more than 200 of any table', async () => {
    const service = await withLeads(1000)
    expect(await refusalOf(remove(service, 201))).toEqual({ code: 'massChange', params: { rows: 201, total: 1000 } })
    await remove(service, 200)
  })

  test('a small table may change as a whole', async () => {
    const service = await withLeads(49)
    await remove(service, 49)
    expect(countOf(service)).toBe(0)
  })

  test('goes through with the number confirmed, behind a verified backup', async () => {
    const service = await withLeads(60)
    expect((await refusalOf(remove(service, 30, 29))).params).toEqual({ rows: 30, total: 60 })
    await remove(service, 30, 30)
    expect(countOf(service)).toBe(30)
    const files = readdirSync(path.join(service.folder, 'backups'))
    expect(files.some((name) => name.includes('-mass-change.db'))).toBe(true)
  })

  test('counts rows that stood before, each once, and only where they differ in the end', async () => {
    const service = await withLeads(60)
    valueOf(
      run(
        service,
        'investment.save',
        "UPDATE lead SET remark = '新' WHERE id < 'l2'",
        "UPDATE lead SET remark = '又'  WHERE id < 'l2'",
      ),
    )
    valueOf(
      run(
        service,
        'investment.save',
        "UPDATE lead SET remark = '改'",
        "UPDATE lead SET remark = CASE WHEN id < 'l2' THEN '又' ELSE '' END",
      ),
    )
    valueOf(
      run(
        service,
        'investment.save',
        "INSERT INTO preference (id, value) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) SELECT 'p' || i, '' FROM n",
        "UPDATE preference SET value = '1'",
        'DELETE FROM preference',
      ),
    )
    expect(run(service, 'investment.save', "UPDATE lead SET remark = '改'")).toEqual(
      err('massChange', { rows: 60, total: 60 }),
    )
  })

  test('the total is what stood before', async () => {
    const service = await withLeads(50)
    const refused = writeIntent(service.context, 'investment.save', {}, (db, store) => {
      for (let index = 0; index < 30; index += 1)
        insertLead(db, leadValues(`new${index}`) as Parameters<typeof insertLead>[1])
      store.connection.prepare("DELETE FROM lead WHERE id LIKE 'l%' AND id < 'l3'").run()
      return ok(null)
    })
    expect(refused).toEqual(err('massChange', { rows: 23, total: 50 }))
  })

  test('undo, redo and the sample are never asked about', async () => {
    const service = await withLeads(60)
    await remove(service, 60, 60)
    await service.call('core.undoLast', {})
    expect(countOf(service)).toBe(60)
    await service.call('core.redoLast', {})
    expect(countOf(service)).toBe(0)
    await service.call('settings.loadSample', {})
    await service.call('settings.removeSample', {})
  })

  test('correcting one of many who attended is one change', async () => {
    const service = await aBureau()
    const about = { stream: 'investment' as const, title: '培训', heldOn: day('2022-06-01'), status: 'held' as const }
    const more = { isRequired: false, isAttended: true, attendeeCount: null, hours: '', place: '', handler: '' }
    const names = Array.from({ length: 80 }, (_, index) => ({ personName: `人${index}`, hours: '' }))
    const { id } = await service.call('briefs.saveTraining', { id: null, ...about, ...more, attendees: names })
    const attendees = [...names.slice(1), { personName: '新来的', hours: '2' }]
    await service.call('briefs.saveTraining', { id, ...about, ...more, attendees })
    const [saved] = readTrainings(service.store().read, 2022)
    expect(saved?.attendees.map(({ personName }) => personName).toSorted()).toEqual(
      attendees.map(({ personName }) => personName).toSorted(),
    )
  })
})
