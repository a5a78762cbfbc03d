/** Tells whether a promise is settled, for loops that look at something meanwhile. */
export function endOf(promise: Promise<unknown>): () => boolean {
  const state = { hasEnded: false }
  const end = (): void => {
    state.hasEnded = true
  }
  void promise.then(end, end)
  return () => state.hasEnded
}
