const last = new Map<string, Promise<unknown>>()

/** Runs one piece of work after the other for each key; one that fails does not keep the next from running. */
export function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(key) ?? Promise.resolve()
  const run = before.then(work, work)
  last.set(key, run)
  const forget = (): void => {
    if (last.get(key) === run) last.delete(key)
  }
  run.then(forget, forget)
  return run
}
