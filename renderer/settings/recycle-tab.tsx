/** Filled in by the commits that follow. */
export function RecycleTab() {
  return null
}
