import type { IsoDate } from '../shared/core/dates'
import type { Need } from '../shared/ipc/procedure'
import type { Versions } from './context'

/** What the main process starts the service with. */
export interface ServiceStart {
  readonly dataFolder: string
  readonly jobsFile: string
  readonly versions: Versions
  /** Whom this program takes updates from. */
  readonly publisherKeys: readonly string[]
  readonly asOf: IsoDate | null
  readonly actor: string | null
  /** Open on the sample data: make a store of it when the folder holds none. */
  readonly withSample: boolean
}

/** From the main process to the service. */
export type ToService =
  | { readonly kind: 'request'; readonly page: number; readonly message: unknown }
  | { readonly kind: 'pageGone'; readonly page: number }
  | { readonly kind: 'grant'; readonly token: string; readonly path: string }
  | { readonly kind: 'resolve'; readonly ask: number; readonly token: string }
  /** The operating system was locked or goes to sleep: whoever sits here is locked out too. */
  | { readonly kind: 'lock' }
  | { readonly kind: 'close' }

/** From the service to the main process. */
export type FromService =
  | { readonly kind: 'reply'; readonly page: number; readonly reply: unknown }
  | { readonly kind: 'announce'; readonly rooms: readonly string[] }
  | { readonly kind: 'resolved'; readonly ask: number; readonly path: string | null }
  /** The most that whoever sits here may do, told whenever it changes; `open` = nobody has signed in. */
  | { readonly kind: 'session'; readonly level: Need }
  | { readonly kind: 'ready' }
  | { readonly kind: 'closed' }
