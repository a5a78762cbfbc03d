/** Filled in by the commits that follow. */
export function BackupTab() {
  return null
}
