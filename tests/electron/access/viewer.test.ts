import { expect, test } from 'vitest'
import { serviceContract } from '../../../shared/ipc/contract'
import { CallError } from '../../../shared/ipc/client'
import { aFolder, dumpOf, type Dump, type Service } from '../../builders'
import { InputMaker } from './generate-input'
import { anOffice, colleagues, seat } from './office'

const rounds = 4
type Name = keyof typeof serviceContract

/** What somebody who only looks may leave behind: his own sign-in, his own views and notes that the program keeps. */
const ownThings = new Set([
  'access.fail',
  'access.signIn',
  'access.changePin',
  'access.recover',
  'access.renewRecoveryCode',
  'assignments.closeDigest',
  'exchange.makeKey',
  'settings.removeView',
  'settings.saveView',
])
const ownTables = new Set(['account', 'preference', 'saved_view'])

/** Ids and texts of the store, so that calls find what they ask for. */
function textsOf(service: Service): string[] {
  const rows = Object.values(dumpOf(service.store().connection)).flatMap((table) => table.slice(0, 3))
  return rows
    .flatMap((row) => [row['id'], row['name'], row['title'], row['stream'], row['kind'], row['period']])
    .filter((value): value is string => typeof value === 'string' && value.length <= 64)
}

test('no call of somebody who only looks changes a record (view and open calls)', { timeout: 600_000 }, async () => {
  const service = await anOffice()
  seat(service, colleagues.admin)
  await service.call('settings.loadSample', {})
  service.context.grants.set('folder', aFolder())
  const maker = new InputMaker(20220630, [...textsOf(service), ...Object.values(colleagues).map(({ name }) => name)])
  const newest = service.store().connection.prepare<[], number>('SELECT max(id) FROM journal_entry').pluck()
  const since = service
    .store()
    .connection.prepare<[number], string>('SELECT intent FROM journal_entry WHERE id > ?')
    .pluck()
  const before = dumpOf(service.store().connection)
  const answered = new Set<Name>()
  const calls = (Object.keys(serviceContract) as Name[]).filter((name) =>
    ['view', 'open'].includes(serviceContract[name].needs),
  )
  for (const name of calls)
    for (let round = 0; round < rounds; round += 1) {
      seat(service, colleagues.viewer)
      const head = newest.get() ?? 0
      const input = maker.of(serviceContract[name].in)
      const outcome = await service.call(name, input as never).then(
        () => 'answered',
        (cause: unknown) => (cause instanceof CallError ? cause.failure.code : String(cause)),
      )
      if (outcome === 'answered') answered.add(name)
      expect([name, outcome]).not.toEqual([name, 'notPermitted'])
      expect([name, since.all(head).filter((intent) => !ownThings.has(intent))]).toEqual([name, []])
    }
  const after = dumpOf(service.store().connection)
  const records = (dump: Dump) => Object.fromEntries(Object.entries(dump).filter(([table]) => !ownTables.has(table)))
  expect(records(after)).toEqual(records(before))
  expect(service.incidents).toEqual([])
  // The inputs are good enough to reach what the calls do.
  console.log(`${answered.size} of ${calls.length} calls answered`)
  expect(answered.size).toBeGreaterThan(calls.length * 0.6)
})
