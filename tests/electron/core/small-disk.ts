import { execFileSync } from 'node:child_process'
import { mkdirSync, statfsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { aFolder } from '../../builders'

/** A disk of 12 MB; null where this machine does not let us mount one. */
export function aSmallDisk(size = '12m'): string | null {
  const folder = path.join(aFolder(), 'disk')
  mkdirSync(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder])
  })
  return folder
}

/** Leaves so many bytes free. */
export function fillDisk(folder: string, left: number): string {
  const { bavail, bsize } = statfsSync(folder)
  const file = path.join(folder, 'filler.bin')
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - left)))
  return file
}
