import fc from 'fast-check'
import { expect, test } from 'vitest'
import { serviceContract } from '../../shared/ipc/contract'
import type { Contract, Procedure, Reply } from '../../shared/ipc/procedure'
import { messageText } from '../../shared/terms/messages'
import { aBureau, dumpOf, importOf, type Service } from '../builders'
import { isFull, scaled, tried } from './scale'

const PER_CALL = scaled(1_000, 15)

const hostileKeys = fc.constantFrom('__proto__', 'constructor', 'prototype', 'id', 'fields', 'name', 'folder', 'bytes')
const hostileValues = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    '',
    '../../etc/passwd',
    '\u0000',
    'x'.repeat(100),
    NaN,
    -1,
    1e308,
    [],
  ),
  fc.string({ maxLength: 30 }),
  fc.integer(),
  fc.double(),
  fc.uint8Array({ maxLength: 20 }),
  fc.date({ noInvalidDate: false }),
)

/** JSON cannot say `__proto__` by an object literal, so it is put there as a page could put it. */
function withKeys(pairs: readonly (readonly [string, unknown])[]): unknown {
  const object: object = {}
  for (const [key, value] of pairs)
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  return object
}

const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { maxDepth: 4 },
    hostileValues,
    fc.array(tie('anything'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(hostileKeys, fc.string({ maxLength: 8 })), tie('anything')), { maxLength: 5 })
      .map(withKeys),
  ),
}))

/** The right keys with wrong values: as near to the contract as a hostile page can come. */
function near(keys: readonly string[]) {
  return fc.tuple(...keys.map((key) => fc.tuple(fc.constant(key), anything))).map(withKeys)
}

function keysOf(schema: unknown): readonly string[] {
  const isObject = typeof schema === 'object' && schema !== null && 'shape' in schema
  return isObject && typeof schema.shape === 'object' && schema.shape !== null ? Object.keys(schema.shape) : []
}

/** Whether the contract lets an input through, as then it is a call like any other. */
function passes(schema: Procedure['in'], input: unknown): boolean {
  try {
    return schema.safeParse(input).success
  } catch {
    // What a schema cannot even look at is refused too.
    return false
  }
}

async function answersTo(service: Service, name: string, inputs: readonly unknown[]): Promise<readonly Reply[]> {
  const first = service.sent.length
  inputs.forEach((input, index) => service.send({ id: index, name, input }))
  while (service.sent.length < first + inputs.length) await new Promise((resolve) => setImmediate(resolve))
  return service.sent.slice(first)
}

// Reliability 3 row 50. Whatever the contract lets through is a call like any other; all else is refused before a handler sees it.
test(`50: ${PER_CALL} wrong inputs of each call: refused in words, no incident, the ledger as it was`, async () => {
  const service = await aBureau()
  await importOf(service, 'ledgers/leads-2022.xlsx')
  const before = dumpOf(service.store().connection)
  const contract: Contract = serviceContract
  let count = 0
  for (const [name, procedure] of Object.entries(contract)) {
    const keys = keysOf(procedure.in)
    const inputs = fc
      .sample(keys.length === 0 ? anything : fc.oneof(near(keys), anything), { numRuns: PER_CALL, seed: name.length })
      .filter((input) => !passes(procedure.in, input))
    const wrong = (await answersTo(service, name, inputs)).filter((reply) => {
      if (!('error' in reply)) return true
      return (
        reply.error.code === 'unexpected' || !/\p{Script=Han}/u.test(messageText(reply.error.code, reply.error.params))
      )
    })
    expect({ name, wrong }).toEqual({ name, wrong: [] })
    count += inputs.length
  }
  expect(service.incidents).toEqual([])
  expect(dumpOf(service.store().connection)).toEqual(before)
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  tried(count)
}, 1_200_000)

test(
  '50: messages that are no calls, unknown calls and 10 MB of text are answered or passed over',
  async () => {
    const service = await aBureau()
    const before = dumpOf(service.store().connection)
    const messages = fc.sample(anything, { numRuns: scaled(5_000, 500), seed: 7 })
    for (const message of messages) service.send(message)
    const unknown = ['__proto__', 'constructor', 'toString', 'settings.nothing', '']
    for (const name of unknown)
      expect(await answersTo(service, name, [{}])).toMatchObject([{ error: { code: 'invalidInput' } }])
    const long = 'x'.repeat(10 * 1024 * 1024)
    const [reply] = await answersTo(service, 'investment.save', [
      { id: null, fields: { title: long }, allowDuplicate: false, expectedUpdatedAt: null },
    ])
    expect(reply).toMatchObject({ error: { code: 'textTooLong' } })
    expect(service.incidents).toEqual([])
    expect(dumpOf(service.store().connection)).toEqual(before)
    await service.call('settings.get', {})
    tried(messages.length + unknown.length + 1)
  },
  isFull ? 300_000 : 60_000,
)
