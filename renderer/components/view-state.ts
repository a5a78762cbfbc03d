/** Filters and sort of a list as they are kept under a name. */
export type ViewState = Readonly<Record<string, unknown>>

function shapeOf(value: unknown): 'list' | 'record' | 'plain' {
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' && value !== null ? 'record' : 'plain'
}

/**
 * A list's state from a saved view: what the view does not hold, or holds in another form, is as at the start.
 * Nothing of the present state is left, so that a filter that was taken away never comes back by itself.
 */
export function stateOfView<T extends object>(initial: T, view: ViewState): T {
  const entries = Object.entries(initial).map(([key, usual]) => {
    const kept = view[key]
    const isAlike = kept !== undefined && shapeOf(kept) === shapeOf(usual)
    return [key, isAlike ? kept : usual]
  })
  // The keys are those of the initial state, the values of its kinds.
  return Object.fromEntries(entries) as T
}
