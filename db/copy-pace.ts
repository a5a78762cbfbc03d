import { close, fsync, openSync } from 'node:fs'

/** Unit: pages copied between two turns of the event loop; calls that wait are answered in between. */
const PAGES_PER_STEP = 100
/** Unit: pages, some 8 MB. So much is copied before the disk is asked to write it down. */
const PAGES_PER_SYNC = 2000

export interface CopyPace {
  /** How many pages the next step copies; 0 = none yet. */
  readonly next: (totalPages: number, remainingPages: number) => number
  readonly end: () => void
}

/**
 * The pace of a copy that keeps nobody waiting. SQLite makes the copy durable in its last step, in this thread; a large one
 * would hold up every call meanwhile. So the disk writes it down part by part in the background, and the last step waits its
 * turn until there is little left to write. That this closes the file under SQLite's locks harms nothing: nobody else
 * knows it.
 */
export function paceOf(file: string): CopyPace {
  let descriptor: number | null = null
  let isSyncing = false
  let isEnding = false
  let syncedAt = 0

  const sync = (opened: number): void => {
    isSyncing = true
    // Whether it worked is asked again when the copy is settled.
    fsync(opened, () => {
      isSyncing = false
      if (isEnding) close(opened)
    })
  }

  return {
    next: (totalPages, remainingPages) => {
      const copied = totalPages - remainingPages
      const isLast = remainingPages <= PAGES_PER_STEP
      if (totalPages <= PAGES_PER_SYNC || (isSyncing && !isLast)) return PAGES_PER_STEP
      if (isSyncing) return 0
      // Once more before the last step; after that only what was edited meanwhile is left.
      if (copied - syncedAt < (isLast ? 1 : PAGES_PER_SYNC)) return PAGES_PER_STEP
      descriptor ??= openSync(file, 'r+')
      syncedAt = copied
      sync(descriptor)
      return isLast ? 0 : PAGES_PER_STEP
    },
    end: () => {
      isEnding = true
      if (descriptor !== null && !isSyncing) close(descriptor)
    },
  }
}
