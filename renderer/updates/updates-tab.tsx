/** Filled in by the commits that follow. */
export function UpdatesTab() {
  return null
}
