import {
  keepPreviousData,
  QueryClient,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query'
import { CallError, type Call } from '../shared/ipc/client'
import type { WindowContract } from '../shared/ipc/contract'
import type { Announcement, CallInput, EventOf, Output } from '../shared/ipc/procedure'
import { askMassChange } from './access/mass-change'
import { ask, listen, takeFirst } from './first-asks'

export type CallName = keyof WindowContract & string
export type InputOf<K extends CallName> = CallInput<WindowContract[K]>
export type OutputOf<K extends CallName> = Output<WindowContract[K]>

export const queries = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, staleTime: Infinity },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Rooms whose answers are computed from the records of others, so any change may alter them. */
const derivedRooms: ReadonlySet<string> = new Set([
  'exchange',
  'home',
  'search',
  'assignments',
  'reports',
  'scoring',
  'core',
  'settings',
])

/** Rooms whose answers carry records of further rooms. */
const alsoReads: Readonly<Record<string, readonly string[]>> = {
  investment: ['attachments', 'briefs'],
  // Landed leads become projects; the lights follow the bureau's clocks, the targets its assignments; findings name one.
  projects: ['investment', 'assignments', 'settings', 'rectification'],
  // A duty is fulfilled by what was assigned, written and attached; who is to be told stands with the enterprises.
  environment: ['assignments', 'attachments', 'briefs', 'registry'],
  // An entry shows the finding that it came from.
  revenue: ['rectification'],
  // Evidence is kept as files; the roles belong to persons, the lights follow the bureau's clocks; a finding names its
  // project, its enterprise and the revenue that it brought.
  rectification: ['attachments', 'registry', 'settings', 'projects', 'revenue'],
  // Returns come as packages, places follow the rules and the year, issued tables are assignments.
  district: ['exchange', 'scoring', 'settings', 'assignments'],
  // What people have in hand and what enterprises did stands in every stream.
  registry: ['assignments', 'investment', 'projects', 'environment', 'revenue', 'rectification', 'attachments'],
}

function isTouched(room: string, changed: readonly string[]): boolean {
  return [room, ...(alsoReads[room] ?? [])].some((read) => changed.includes(read)) || derivedRooms.has(room)
}

const accessKey = ['access', 'access.state', {}] as const

/** Every answer but that of who is signed in. */
export const isOfPage = ({ queryKey: [, name] }: { readonly queryKey: readonly unknown[] }): boolean =>
  name !== 'access.state'

/** Whether the window is locked as far as it knows. */
export function isWindowLocked(): boolean {
  return queries.getQueryData<OutputOf<'access.state'>>(accessKey)?.isLocked ?? false
}

/** Asks anew who is signed in, and nothing else: what is refused for lack of it must not be asked again by itself. */
export async function refreshAccess(): Promise<void> {
  await queries.invalidateQueries({ queryKey: accessKey })
}

function onAnnounce(announcement: Announcement): void {
  if (announcement.type !== 'data.changed') return
  // Behind the lock nothing is answered; the page asks anew when it is open again.
  if (isWindowLocked()) return void refreshAccess()
  void queries.invalidateQueries({
    predicate: (query) => isTouched(String(query.queryKey[0]), announcement.rooms),
  })
}

listen(onAnnounce)

/** What a refusal says of the whole window: locked by the service's own clock, or rights that have changed. */
function noteRefusal({ failure }: CallError): void {
  if (failure.code === 'notSignedIn') {
    queries.setQueryData<OutputOf<'access.state'>>(accessKey, (state) =>
      state?.person ? { ...state, isLocked: true } : state,
    )
  }
  if (failure.code === 'notSignedIn' || failure.code === 'notPermitted') void refreshAccess()
}

/**
 * Asks the service; rejects with `CallError` when it refuses. A change of more records than usual is asked about and sent
 * again with their number; `cancelled` when the person leaves it.
 */
export const call: Call<WindowContract> = async (name, input, options = {}) => {
  try {
    return await (takeFirst(name) ?? ask(name, input, options))
  } catch (refusal) {
    if (!(refusal instanceof CallError)) throw refusal
    noteRefusal(refusal)
    const { code, params } = refusal.failure
    if (code !== 'massChange') throw refusal
    const confirmedRows = await askMassChange(Number(params['rows']), Number(params['total']))
    if (confirmedRows === null) throw new CallError({ code: 'cancelled', params: {} })
    return call(name, input, { ...options, confirmedRows })
  }
}

/** The key under which an answer is kept: room, call, input. */
export function queryKey<K extends CallName>(name: K, input: InputOf<K>): readonly unknown[] {
  return [name.split('.')[0], name, input]
}

interface AskOptions {
  /** False waits, e.g. until a record is chosen. */
  readonly enabled?: boolean
  /** Shows the last answer while the next page or filter is being fetched. */
  readonly keepsPrevious?: boolean
}

/** The answer to a call, fetched again when its room's data change. */
export function useCall<K extends CallName>(
  name: K,
  input: InputOf<K>,
  { enabled = true, keepsPrevious = false }: AskOptions = {},
): UseQueryResult<OutputOf<K>, CallError> {
  const options: UseQueryOptions<OutputOf<K>, CallError> = {
    queryKey: queryKey(name, input),
    queryFn: ({ signal }) => call(name, input, { signal }),
    enabled,
  }
  // Answers are data and never functions, which the library's type cannot know of a generic call.
  const placeholderData = keepPreviousData as NonNullable<typeof options.placeholderData>
  return useQuery(keepsPrevious ? { ...options, placeholderData } : options)
}

/** Asks for what is likely to be wanted next; a refusal is said when it is really asked for. */
export function askAhead<K extends CallName>(name: K, input: InputOf<K>): void {
  void queries.prefetchQuery({
    queryKey: queryKey(name, input),
    queryFn: ({ signal }) => call(name, input, { signal }),
  })
}

/** A call that writes: `mutate(input)` or `await mutateAsync(input)`, with `isPending` and `error`. */
export function useAction<K extends CallName>(
  name: K,
  onEvent?: (event: EventOf<WindowContract[K]>) => void,
): UseMutationResult<OutputOf<K>, CallError, InputOf<K>> {
  return useMutation<OutputOf<K>, CallError, InputOf<K>>({
    mutationKey: [name],
    mutationFn: (input) => call(name, input, onEvent ? { onEvent } : {}),
  })
}
