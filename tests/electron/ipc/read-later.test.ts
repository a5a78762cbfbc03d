import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import { readLater } from '../../../electron/ipc/read-later'
import { ok } from '../../../shared/core/result'
import type { Handlers } from '../../../shared/ipc/procedure'

const contract = {
  'room.double': { needs: 'view', in: z.object({ of: z.number() }), out: z.number() },
  'room.name': { needs: 'view', in: z.object({}), out: z.string() },
} as const
const room: Handlers<typeof contract, { readonly factor: number }> = {
  'room.double': ({ factor }, { of }) => ok(of * factor),
  'room.name': () => ok('room'),
}
const scope = { signal: new AbortController().signal, report: () => {} }

it('reads a room once, with its first call, and gives context and input on', async () => {
  const read = vi.fn<() => Promise<typeof room>>(() => Promise.resolve(room))
  const handlers = readLater(contract, read)
  expect(Object.keys(handlers)).toEqual(Object.keys(contract))
  expect(read).not.toHaveBeenCalled()
  const double = handlers['room.double']({ factor: 2 }, { of: 21 }, scope)
  const name = handlers['room.name']({ factor: 2 }, {}, scope)
  expect([await double, await name]).toEqual([ok(42), ok('room')])
  expect(read).toHaveBeenCalledTimes(1)
})
