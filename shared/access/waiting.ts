/** So many wrong PINs are let pass before anybody has to wait. */
export const freeTries = 5
/** Unit: seconds. */
const firstWait = 30
/** Unit: seconds. */
const longestWait = 15 * 60

/** How long nobody may try again after so many wrong PINs in a row. Unit: seconds. */
export function waitAfter(failures: number): number {
  if (failures < freeTries) return 0
  // Ten doublings are far beyond the longest wait already.
  return Math.min(longestWait, firstWait * 2 ** Math.min(10, failures - freeTries))
}
