import { expect, it } from 'vitest'
import type { Store } from '../../../db/access'
import { verifyChain } from '../../../db/journal'
import { journalTailMissing } from '../../../electron/backup/tail-check'
import type { Service } from '../../builders'
import { aBureauWithLead, saveLead } from './backups'

/** Takes the last entries off as somebody with a tool does: triggers away, rows away, and what is left is a whole chain. */
function cutTail(store: Store, keep: number): void {
  const { connection } = store
  const triggers = connection
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name LIKE 'journal_%'",
    )
    .all()
  for (const { name } of triggers) connection.exec(`DROP TRIGGER "${name}"`)
  connection.exec(`DELETE FROM journal_change WHERE entry_id > ${keep}; DELETE FROM journal_entry WHERE id > ${keep}`)
  for (const { sql } of triggers) connection.exec(sql)
  expect(verifyChain(connection).isWhole).toBe(true)
}

function missing(service: Service) {
  return journalTailMissing(service.store(), service.folder)
}

// Source: reliability 3 row 52.
it('a journal whose end was cut off is behind the newest verified backup', async () => {
  const service = await aBureauWithLead()
  for (let index = 0; index < 5; index += 1) await saveLead(service, `线索${index}`)
  await service.call('backup.create', {})
  await saveLead(service, '之后的')
  expect(await missing(service)).toBeNull()
  cutTail(service.store(), 3)
  expect(await missing(service)).toEqual({ source: 'backup', name: '000001-manual.db', entries: 7, present: 3 })
  // Going on as if nothing had been does not hide it: the entry of that number is another one now.
  for (let index = 0; index < 6; index += 1) await saveLead(service, `另一些${index}`)
  expect(await missing(service)).toMatchObject({ source: 'backup', entries: 7, present: 9 })
  const check = await service.call('settings.check', {})
  expect(check.ok).toBe(false)
  expect(check.journal).toEqual({
    entries: 9,
    chainOk: true,
    missingTail: { source: 'backup', name: '000001-manual.db' },
  })
})

it('without a backup a package that no entry knows of tells it', async () => {
  const service = await aBureauWithLead()
  const store = service.store()
  const columns = store.connection
    .prepare<[], { name: string; type: string }>("SELECT name, type FROM pragma_table_info('sent_package')")
    .all()
  const values = columns.map(({ name, type }) => (name === 'id' ? "'p1'" : type === 'INTEGER' ? '1' : "'{}'"))
  store.write({ name: 'exchange.send', params: {}, actor: '-', at: '2022-06-30T09:30:00+08:00' }, () => {
    const names = columns.map(({ name }) => `"${name}"`).join(', ')
    store.connection.exec(`INSERT INTO sent_package (${names}) VALUES (${values.join(', ')})`)
  })
  expect(await missing(service)).toBeNull()
  cutTail(service.store(), 2)
  expect(await missing(service)).toEqual({ source: 'sentPackage', name: 'p1', entries: null, present: 2 })
})

it('a restore gives up the end of the journal, and nothing is wrong with that', async () => {
  const service = await aBureauWithLead()
  const { backup } = await service.call('backup.create', {})
  for (let index = 0; index < 5; index += 1) await saveLead(service, `线索${index}`)
  await service.call('backup.create', {})
  await service.call('backup.restore', { place: 'own', name: backup.name })
  expect(await missing(service)).toBeNull()
  // What is written after it is watched again.
  await saveLead(service, '恢复之后')
  await service.call('backup.create', {})
  cutTail(service.store(), 3)
  expect(await missing(service)).toMatchObject({ source: 'backup', name: '000004-manual.db' })
}, 20_000)
