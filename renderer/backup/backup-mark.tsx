/** Filled in by the commits that follow. */
export function BackupMark() {
  return null
}
