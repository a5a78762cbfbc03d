import type { Contract, Handlers } from '../../shared/ipc/procedure'

/** The handlers of a room whose program is read with its first call. */
export function readLater<C extends Contract, Context>(
  contract: C,
  read: () => Promise<Handlers<C, Context>>,
): Handlers<C, Context> {
  let room: Promise<Handlers<C, Context>> | null = null
  const laterOf = (name: keyof C): Handlers<C, Context>[keyof C] => {
    return async (context, input, scope) => {
      const handlers = await (room ??= read())
      return handlers[name](context, input, scope)
    }
  }
  // One for each name of the contract.
  return Object.fromEntries(Object.keys(contract).map((name) => [name, laterOf(name)])) as Handlers<C, Context>
}
