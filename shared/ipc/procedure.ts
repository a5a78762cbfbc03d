import type { z } from 'zod'
import type { Failure, Result } from '../core/result'

/**
 * Who may make a call, from the least to the most: anybody before signing in, whoever has signed in (只看), a 组员, a 组长,
 * the 管理员. In the room of a stream it is the person's role in that stream; elsewhere a role anywhere, and the rows that
 * a call changes decide whether it stands (`electron/access`).
 */
export const needs = ['open', 'view', 'work', 'lead', 'admin'] as const
export type Need = (typeof needs)[number]

/** One call between the window and the service: who may, what goes in, what comes out, what it may report on the way. */
export interface Procedure {
  readonly needs: Need
  readonly in: z.ZodType
  readonly out: z.ZodType
  readonly event?: z.ZodType
}

/** A room's calls by name; each entry's doc line says what the service checks. */
export type Contract = Readonly<Record<string, Procedure>>

export type Input<P extends Procedure> = z.output<P['in']>
export type CallInput<P extends Procedure> = z.input<P['in']>
export type Output<P extends Procedure> = z.output<P['out']>
export type EventOf<P extends Procedure> = P['event'] extends z.ZodType ? z.output<P['event']> : never

/** The part of an AbortSignal that both sides need; the platform's own fits it. */
export interface CancelSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** What a handler gets beside its input: a signal that aborts, and a way to report progress. */
export interface CallScope<Event> {
  readonly signal: CancelSignal
  readonly report: (event: Event) => void
}

/** The service's side of a contract, over some context (store, clock, folders). */
export type Handlers<C extends Contract, Context> = {
  readonly [K in keyof C]: (
    context: Context,
    input: Input<C[K]>,
    scope: CallScope<EventOf<C[K]>>,
  ) => Result<Output<C[K]>> | Promise<Result<Output<C[K]>>>
}

export type Request =
  | {
      readonly id: number
      readonly name: string
      readonly input: unknown
      /** The number of existing records that the person agreed to have changed at once, after `massChange`. */
      readonly confirmedRows?: number | undefined
    }
  | { readonly id: number; readonly cancel: true }

export type Reply =
  | { readonly id: number; readonly event: unknown }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: Failure }
  /** Not an answer: rows of these rooms have changed, or a menu was used. */
  | { readonly announce: Announcement }

/** What the service or the shell tells the window unasked. Announcements never steer: the window decides. */
export type Announcement = { readonly type: 'data.changed'; readonly rooms: readonly string[] }
