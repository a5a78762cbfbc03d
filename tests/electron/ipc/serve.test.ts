import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { createServer } from '../../../electron/ipc/serve'
import { ok, type Result } from '../../../shared/core/result'
import { createClient } from '../../../shared/ipc/client'
import type { Handlers, Reply } from '../../../shared/ipc/procedure'
import { storeFile } from '../../../db/open'
import { aBureau, clientPort, fixture, openChoice, refusalOf } from '../../builders'

const contract = {
  'test.echo': {
    needs: 'open',
    in: z.object({ text: z.string().max(2_000_000) }),
    out: z.object({ text: z.string() }),
  },
  'test.throw': { needs: 'open', in: z.object({}), out: z.object({}) },
  'test.lie': { needs: 'open', in: z.object({}), out: z.object({ count: z.number() }) },
  'test.wait': {
    needs: 'open',
    in: z.object({}),
    event: z.object({ done: z.number() }),
    out: z.object({ ended: z.boolean() }),
  },
} as const

const secret = 'SQLITE_ERROR at /home/zhao/ledger.db'

const handlers: Handlers<typeof contract, null> = {
  'test.echo': (_context, { text }) => ok({ text }),
  'test.throw': () => {
    throw new Error(secret)
  },
  // A handler that breaks its own promise is a bug like any other.
  'test.lie': () => ok({ count: 'many', more: secret }) as unknown as Result<{ count: number }>,
  'test.wait': (_context, _input, { signal, report }) => {
    report({ done: 1 })
    report({ done: 2 })
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true })
    })
  },
}

function aServer() {
  const { port1, port2 } = new MessageChannel()
  const incidents: unknown[] = []
  const replies: Reply[] = []
  const server = createServer({
    contract,
    handlers,
    context: null,
    send: (reply) => {
      replies.push(reply)
      port2.postMessage(reply)
    },
    reportIncident: (cause) => `n${incidents.push(cause)}`,
  })
  port2.onmessage = ({ data }) => void server.receive(data)
  onTestFinished(() => port1.close())
  return { call: createClient<typeof contract>(clientPort(port1), () => {}), port: port1, server, incidents, replies }
}

describe('the wire', () => {
  it('a thrown bug comes back as unexpected with an incident, and nothing of it leaks', async () => {
    const { call, incidents, replies } = aServer()
    expect(await refusalOf(call('test.throw', {}))).toEqual({ code: 'unexpected', params: { incident: 'n1' } })
    expect(String(incidents[0])).toContain(secret)
    expect(JSON.stringify(replies)).not.toContain('zhao')
  })

  it('what a handler answers is checked too', async () => {
    const { call, replies } = aServer()
    expect((await refusalOf(call('test.lie', {}))).code).toBe('unexpected')
    expect(JSON.stringify(replies)).not.toContain('zhao')
  })

  it('a call is cancelled, after its events have come in order', async () => {
    const { call, incidents } = aServer()
    const controller = new AbortController()
    const events: number[] = []
    const failed = refusalOf(
      call('test.wait', {}, { signal: controller.signal, onEvent: ({ done }) => events.push(done) }),
    )
    await wait(20)
    controller.abort()
    expect((await failed).code).toBe('cancelled')
    expect(events).toEqual([1, 2])
    expect(incidents).toEqual([])
  })

  it('everything under way ends when the page goes', async () => {
    const { call, server } = aServer()
    const failed = refusalOf(call('test.wait', {}))
    await wait(20)
    server.close()
    expect((await failed).code).toBe('cancelled')
  })

  it.each(['nothing.like.it', '__proto__', 'constructor', 'toString'])(
    'an unknown call %s is refused',
    async (name) => {
      const { call, incidents } = aServer()
      expect((await refusalOf(call(name as 'test.throw', {}))).code).toBe('invalidInput')
      expect(incidents).toEqual([])
    },
  )

  it('text of 1 MB goes through where the contract allows it', async () => {
    const { call } = aServer()
    const text = '台'.repeat(1_000_000)
    expect((await call('test.echo', { text })).text).toBe(text)
  })

  it('messages that are no requests are passed over', async () => {
    const { call, port, replies } = aServer()
    for (const message of [
      null,
      7,
      'text',
      [],
      {},
      { id: 'x', name: 'test.echo' },
      { id: 1 },
      { id: 1, name: 2 },
      { id: 99, cancel: true },
    ])
      port.postMessage(message)
    expect(await call('test.echo', { text: 'still there' })).toEqual({ text: 'still there' })
    expect(replies).toHaveLength(1)
  })
})

describe('row 50: the real contract under a hostile window', () => {
  const wrong: readonly (readonly [string, unknown])[] = [
    ['investment.save', null],
    [
      'investment.save',
      { id: null, fields: { title: 'x'.repeat(1_000_000) }, allowDuplicate: true, expectedUpdatedAt: null },
    ],
    ['investment.save', { id: null, fields: { filedOn: '2022-02-30' }, allowDuplicate: true, expectedUpdatedAt: null }],
    ['investment.get', { id: '' }],
    ['investment.get', { id: { $ne: null } }],
    [
      'investment.list',
      { filter: { text: '' }, sort: { by: 'title; DROP TABLE lead', descending: true }, offset: 0, limit: 50 },
    ],
    ['investment.remove', { ids: [] }],
    ['tables.open', { fileName: '../../../etc/passwd', bytes: '/etc/passwd', choice: openChoice }],
    ['tables.rows', { session: 'x', table: -1, outcomes: [], offset: 0, limit: 50 }],
    ['settings.saveBureau', { name: '', aliases: [], category: 3, mode: 'bureau', year: 2022 }],
    ['scoring.evaluate', { year: 2022.5, stream: 'investment', asOf: null }],
    ['core.journal', { limit: 1_000_000, before: null, recordId: null }],
  ]

  it('wrong input is refused call by call, no incident, not one byte of the store changed', async () => {
    const service = await aBureau()
    const before = readFileSync(storeFile(service.folder))
    for (const [name, input] of wrong) {
      const refused = await refusalOf(service.call(name as 'investment.get', input as { id: string }))
      const isTooLong = JSON.stringify(input).length > 1_000_000
      expect([name, refused.code]).toEqual([name, isTooLong ? 'textTooLong' : 'invalidInput'])
      expect(String(refused.params['detail']).length).toBeLessThanOrEqual(500)
    }
    expect(service.incidents).toEqual([])
    expect(readFileSync(storeFile(service.folder)).equals(before)).toBe(true)
  })

  it('row 43: __proto__ keys change nothing but what they were sent for', async () => {
    const service = await aBureau()
    const fields = JSON.parse(
      '{"title":"线索","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    ) as object
    await service.call('investment.save', { id: null, fields, allowDuplicate: true, expectedUpdatedAt: null })
    const mapping = JSON.parse('{"__proto__":"title"}') as Record<string, string>
    const bytes = new Uint8Array(readFileSync(fixture('ledgers/leads-2022.xlsx')))
    await service.call('tables.open', { fileName: 'a.xlsx', bytes, choice: { ...openChoice, mapping } }).catch(() => {})
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(service.incidents).toEqual([])
  }, 20_000)

  it('every call answers before the bureau is set up, and none makes a file', async () => {
    const service = await aBureau({})
    service.context.setStore({ kind: 'none' })
    expect((await refusalOf(service.call('core.undoLast', {}))).code).toBe('notInitialised')
    expect((await refusalOf(service.call('investment.get', { id: 'x' }))).code).toBe('notInitialised')
    expect((await refusalOf(service.call('settings.check', {}))).code).toBe('notInitialised')
    expect(await service.call('settings.get', {})).toMatchObject({ state: 'firstStart', bureau: null })
  })
})
