import type { Hash } from 'node:crypto'

/** A file that is coming in parts. What has come lies in a file of its own, never in memory. */
export interface Upload {
  readonly fileName: string
  /** As announced. Unit: bytes. */
  readonly size: number
  readonly file: string
  /** Of the parts so far. */
  readonly hash: Hash
  /** Unit: bytes. */
  readonly received: number
}

/** Open uploads by their id; they end with the program, and their files at its next start. */
export type Uploads = Map<string, Upload>
