import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { constants } from 'node:os'

/** What happens at the call that is struck: the process is killed, or the call fails. */
export const acts = ['KILL', 'ENOSPC', 'EIO', 'EACCES', 'EBUSY'] as const
export type Act = (typeof acts)[number]

/** Which call is struck, counted from the moment of arming, and how. */
export interface Fault {
  /** 0 only counts. */
  readonly target: number
  readonly act: Act
  /** Every call from the target on, as a disk that stays full, instead of that one only. */
  readonly isSticky: boolean
  /** Counts reading instead of changing. */
  readonly ofReads?: boolean
}

export interface FaultControl {
  readonly arm: (fault: Fault) => void
  /** Calls pass again; gives how many were counted. */
  readonly disarm: () => number
  readonly close: () => void
}

/** Unit: bytes; six 64-bit numbers as `faultfs.c` reads them. */
export const controlBytes = 48
const COUNT_AT = 8

/** The errno of an act; -1 stands for SIGKILL. */
function numberOf(act: Act): number {
  return act === 'KILL' ? -1 : constants.errno[act]
}

/** The file through which a program under `faultfs.so` is told when to fail; the library has the same file mapped. */
export function openFaultControl(file: string): FaultControl {
  const descriptor = openSync(file, 'r+')
  const put = (values: readonly number[]): void => {
    const bytes = Buffer.alloc(controlBytes)
    for (const [index, value] of values.entries()) bytes.writeBigInt64LE(BigInt(value), index * 8)
    writeSync(descriptor, bytes, 0, controlBytes, 0)
  }
  return {
    arm: ({ target, act, isSticky, ofReads = false }) =>
      put([1, 0, target, numberOf(act), Number(isSticky), Number(ofReads)]),
    disarm: () => {
      const bytes = Buffer.alloc(8)
      readSync(descriptor, bytes, 0, 8, COUNT_AT)
      put([0, 0, 0, 0, 0, 0])
      return Number(bytes.readBigInt64LE())
    },
    close: () => closeSync(descriptor),
  }
}
