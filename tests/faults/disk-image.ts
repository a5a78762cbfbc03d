import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Step } from './traced-writes'

/** What the disk is sure to have, and what was written since and may or may not have arrived. */
export interface DiskImage {
  readonly kept: Map<string, Buffer>
  readonly pending: Map<string, Step[]>
}

/** Unit: bytes that a disk writes whole or not at all. */
const SECTOR = 512

/** The disk as the folder stands. */
export function imageOf(folder: string): DiskImage {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  return {
    kept: new Map(names.map((name) => [path.relative(folder, name), readFileSync(name)])),
    pending: new Map(),
  }
}

function resized(content: Buffer, size: number): Buffer {
  return content.length >= size
    ? content.subarray(0, size)
    : Buffer.concat([content, Buffer.alloc(size - content.length)])
}

function applied(content: Buffer, steps: readonly Step[]): Buffer {
  const end = steps.reduce(
    (size, step) => (step.op === 'write' ? Math.max(size, step.at + step.bytes.length) : size),
    0,
  )
  let next: Buffer = Buffer.alloc(Math.max(content.length, end))
  content.copy(next)
  let length = content.length
  for (const step of steps) {
    if (step.op === 'truncate') {
      next.fill(0, Math.min(step.size, next.length))
      length = step.size
      if (length > next.length) next = resized(next, length)
    } else if (step.op === 'write') {
      step.bytes.copy(next, step.at)
      length = Math.max(length, step.at + step.bytes.length)
    }
  }
  return next.subarray(0, length)
}

const nothing = Buffer.alloc(0)

/** One more call of the program. A sync makes durable what was written to its file; names change at once. */
export function advance({ kept, pending }: DiskImage, step: Step): void {
  switch (step.op) {
    case 'ack':
      return
    case 'write':
    case 'truncate': {
      const waiting = pending.get(step.file)
      if (waiting) waiting.push(step)
      else pending.set(step.file, [step])
      return
    }
    case 'sync':
      kept.set(step.file, applied(kept.get(step.file) ?? nothing, pending.get(step.file) ?? []))
      pending.delete(step.file)
      return
    case 'unlink':
      kept.delete(step.file)
      pending.delete(step.file)
      return
    case 'rename': {
      const content = kept.get(step.file)
      const waiting = pending.get(step.file)
      kept.delete(step.file)
      pending.delete(step.file)
      if (content) kept.set(step.to, content)
      if (waiting) pending.set(step.to, waiting)
    }
  }
}

/** What is left of unsynced writes: any of their sectors, in any combination. */
function torn(content: Buffer, steps: readonly Step[], random: () => number): Buffer {
  const arrived = steps.flatMap((step): Step[] => {
    if (step.op !== 'write') return random() < 0.5 ? [step] : []
    const { file, at, bytes } = step
    const sectors: Step[] = []
    for (let from = 0; from < bytes.length; from += SECTOR)
      if (random() < 0.5) sectors.push({ op: 'write', file, at: at + from, bytes: bytes.subarray(from, from + SECTOR) })
    return sectors
  })
  return applied(content, arrived)
}

/** Writes the folder as it would be found after the power is back. The shared-memory file is of no meaning then. */
export function restoreImage(image: DiskImage, folder: string, random: (() => number) | null): void {
  rmSync(folder, { recursive: true, force: true })
  const names = new Set([...image.kept.keys(), ...(random ? image.pending.keys() : [])])
  for (const name of names) {
    if (name.endsWith('-shm')) continue
    const content = image.kept.get(name) ?? nothing
    const target = path.join(folder, name)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, random ? torn(content, image.pending.get(name) ?? [], random) : content)
  }
}
