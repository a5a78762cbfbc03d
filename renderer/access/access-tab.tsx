/** Filled in by the commits that follow. */
export function AccessTab() {
  return null
}
