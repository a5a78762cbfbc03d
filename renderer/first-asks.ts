import { createClient, type ClientPort } from '../shared/ipc/client'
import type { WindowContract } from '../shared/ipc/contract'
import type { Announcement, Output } from '../shared/ipc/procedure'
import { screenKey } from './app/screen-key'

function openPort(): ClientPort {
  const { port1, port2 } = new MessageChannel()
  // The preload hands the port on to the service; the page never learns how.
  window.postMessage('sizhua:port', location.origin, [port2])
  // The service sends nothing but replies on this port, so the client's narrower type of its messages holds.
  return port1 as ClientPort
}

let listener: (announcement: Announcement) => void = () => {}

/** Asks the service; what it announces goes to whoever listens. */
export const ask = createClient<WindowContract>(openPort(), (announcement) => {
  // What was asked ahead was answered before the change.
  first.clear()
  listener(announcement)
})

export function listen(onAnnounce: (announcement: Announcement) => void): void {
  listener = onAnnounce
}

const first = new Map<string, Promise<unknown>>()

/** Whether the window opens with 今天, as far as it was left there or is new. */
function opensAtHome(): boolean {
  const kept = localStorage.getItem(screenKey)
  return kept === null || kept.includes('"room":"home"')
}

/** Asks for what the first page shows, so that it is computed while the page's program is still being read. */
export function askFirst(): void {
  const home = opensAtHome() ? (['home.overview'] as const) : []
  for (const name of ['settings.get', 'access.state', ...home] as const) {
    const answer = ask(name, {})
    first.set(name, answer)
    // Without a ledger, or before somebody has signed in, it is refused; whoever needs it asks again.
    answer.catch(() => first.delete(name))
  }
}

/** The answer that was asked for ahead, once; undefined when there is none, or none any more. */
export function takeFirst<K extends keyof WindowContract>(name: K): Promise<Output<WindowContract[K]>> | undefined {
  // Kept above under the name of its call.
  const answer = first.get(name) as Promise<Output<WindowContract[K]>> | undefined
  first.delete(name)
  return answer
}
