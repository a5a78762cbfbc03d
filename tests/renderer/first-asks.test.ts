import { afterEach, expect, it, vi } from 'vitest'
import type { Announcement, Request } from '../../shared/ipc/procedure'

/** The page's program as it is read anew, with the service's end of its port. */
async function aPage(kept: string | null) {
  const asked: Request[] = []
  let port: MessagePort | undefined
  vi.resetModules()
  vi.stubGlobal('location', { origin: 'app://main' })
  vi.stubGlobal('localStorage', { getItem: () => kept })
  vi.stubGlobal('window', {
    postMessage: (_message: string, _origin: string, [other]: MessagePort[]) => {
      port = other
      if (port) port.onmessage = ({ data }: MessageEvent<Request>) => void asked.push(data)
    },
  })
  const page = await import('../../renderer/first-asks')
  ports.push(() => port?.close())
  const arrived = () => new Promise((resolve) => setTimeout(resolve, 20))
  const reply = async (message: unknown) => {
    port?.postMessage(message)
    await arrived()
  }
  return { page, asked, arrived, reply, names: () => asked.map((each) => ('name' in each ? each.name : '')) }
}

const ports: (() => void)[] = []
afterEach(() => {
  for (const close of ports.splice(0)) close()
  vi.unstubAllGlobals()
})

it('asks for what the first page shows; an answer is taken once', async () => {
  const { page, arrived, reply, names } = await aPage(null)
  page.askFirst()
  await arrived()
  expect(names()).toEqual(['settings.get', 'access.state', 'home.overview'])
  const answer = page.takeFirst('home.overview')
  await reply({ id: 3, value: { cards: [] } })
  expect(await answer).toEqual({ cards: [] })
  expect(page.takeFirst('home.overview')).toBeUndefined()
})

it('does not compute 今天 for a window that was left elsewhere', async () => {
  const { page, arrived, names } = await aPage(JSON.stringify({ state: { room: 'investment' }, version: 1 }))
  page.askFirst()
  await arrived()
  expect(names()).toEqual(['settings.get', 'access.state'])
})

it('keeps no refusal: whoever needs it asks again after signing in', async () => {
  const { page, reply } = await aPage(null)
  page.askFirst()
  await reply({ id: 3, error: { code: 'notSignedIn', params: {} } })
  expect(page.takeFirst('home.overview')).toBeUndefined()
})

it('keeps nothing that was answered before a change, and tells of the change', async () => {
  const { page, reply } = await aPage(null)
  const told = vi.fn<(announcement: Announcement) => void>()
  page.listen(told)
  page.askFirst()
  await reply({ id: 3, value: { cards: [] } })
  await reply({ announce: { type: 'data.changed', rooms: ['investment'] } })
  expect(page.takeFirst('home.overview')).toBeUndefined()
  expect(told).toHaveBeenCalledWith({ type: 'data.changed', rooms: ['investment'] })
})
