import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs'

export type DamageKind = 'header' | 'zeroPage' | 'garbagePage' | 'truncated' | 'zeroed'

const PAGE = 4096

/** Damages a closed file as disks do. `page` counts from 1, as SQLite does. */
export function damage(file: string, kind: DamageKind, page?: number): void {
  const descriptor = openSync(file, 'r+')
  try {
    const { size } = fstatSync(descriptor)
    const put = (at: number, length: number, value: number): void => {
      writeSync(descriptor, new Uint8Array(length).fill(value), 0, length, at)
    }
    const at = ((page ?? Math.ceil(size / PAGE / 2)) - 1) * PAGE
    if (kind === 'header') put(0, 100, 0)
    if (kind === 'zeroPage') put(at, PAGE, 0)
    if (kind === 'garbagePage') put(at, PAGE, 0xa7)
    if (kind === 'zeroed') put(0, size, 0)
    if (kind === 'truncated') ftruncateSync(descriptor, page === undefined ? Math.floor(size / 2) + 100 : at + 100)
  } finally {
    closeSync(descriptor)
  }
}
