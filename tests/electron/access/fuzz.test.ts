import { expect, test } from 'vitest'
import { windowContract, serviceContract } from '../../../shared/ipc/contract'
import { CallError } from '../../../shared/ipc/client'
import { dumpOf } from '../../builders'
import { InputMaker } from './generate-input'
import { anOffice, colleagues, seat } from './office'

const perCall = 100
const tenMegabytes = 'x'.repeat(10 * 1024 * 1024)
type Name = keyof typeof serviceContract

test(
  'wrong types, __proto__ and 10 MB texts in every call: no incident, nothing changed (fault 50)',
  { timeout: 600_000 },
  async () => {
    const service = await anOffice()
    seat(service, colleagues.admin)
    const maker = new InputMaker(7, [])
    const before = dumpOf(service.store().connection)
    const announced = service.announced.length
    let sent = 0
    const refuse = async (name: Name, input: unknown): Promise<void> => {
      // What the contract takes is no wrong input: z.object({}) takes any object.
      if (serviceContract[name].in.safeParse(input).success) return
      sent += 1
      const refused: unknown = await service.call(name, input as never).then(
        () => 'answered',
        (cause: unknown) => (cause instanceof CallError ? cause.failure.code : cause),
      )
      expect([name, refused]).toEqual([name, refused === 'textTooLong' ? 'textTooLong' : 'invalidInput'])
    }
    for (const name of Object.keys(serviceContract) as Name[]) {
      const schema = serviceContract[name].in
      for (let round = 0; round < perCall; round += 1) await refuse(name, maker.broken(maker.of(schema)))
      const usual = maker.of(schema)
      const hasText = JSON.stringify(InputMaker.enlarged(usual, '?')) !== JSON.stringify(usual)
      // Calls without a text get it in place of the whole input.
      await refuse(name, hasText ? InputMaker.enlarged(usual, tenMegabytes) : tenMegabytes)
    }
    console.log(`${sent} wrong inputs`)
    expect(sent).toBeGreaterThan(Object.keys(serviceContract).length * 50)
    expect(service.incidents).toEqual([])
    expect(service.announced).toHaveLength(announced)
    expect(dumpOf(service.store().connection)).toEqual(before)
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  },
)

test('requests that are none, and names of no call', { timeout: 60_000 }, async () => {
  const service = await anOffice()
  seat(service, colleagues.admin)
  const before = service.sent.length
  const names = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    'x'.repeat(100),
    'settings',
    'shell.reveal',
  ]
  // Numbers that the client itself has not come to.
  names.forEach((name, index) => service.send({ id: 1000 + index, name, input: {} }))
  for (const message of [
    null,
    1,
    'text',
    [],
    {},
    { id: 'a', name: 'settings.get' },
    { id: 2002, name: 'x'.repeat(101) },
  ])
    service.send(message)
  for (const confirmedRows of [0, -1, 1.5, Infinity, '5'])
    service.send({ id: 2001, name: 'settings.get', input: {}, confirmedRows })
  service.send(JSON.parse('{"id":2000,"name":"settings.saveBureau","input":{"__proto__":{"name":"甲"}}}'))
  await service.call('settings.get', {})
  const codes = service.sent.slice(before, -1).map((reply) => ('error' in reply ? reply.error.code : 'answered'))
  expect(codes).toEqual(Array.from({ length: names.length + 1 }, () => 'invalidInput'))
  expect(service.incidents).toEqual([])
  expect(Object.keys(windowContract).length).toBeGreaterThan(300)
})
