import { chmod, copyFile, mkdir, readFile, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { digestOfFile, renamePatiently, syncFile, syncFolder, writeJsonDurably } from './durable-file'
import { logFile, storeFile } from './open'

const keptFileSchema = z.object({ bytes: z.number().int(), sha256: z.string() })

/** What `about.json` says of the files beside it. `damaged`: a copy, the store stayed. `replaced`: the store itself, moved. */
const quarantinedSchema = z.object({
  format: z.literal(1),
  kind: z.enum(['damaged', 'replaced']),
  /** Local time with offset. */
  at: z.string(),
  store: keptFileSchema.nullable(),
  log: keptFileSchema.nullable(),
  /** The backup that was taken of it before it was replaced; null where it could not be read. */
  backup: z.string().nullable(),
})
export type Quarantined = z.infer<typeof quarantinedSchema>

export interface QuarantineFolder {
  readonly number: number
  readonly folder: string
  readonly about: Quarantined | null
}

/** Files that are no longer used and never removed by the program. */
export function quarantineFolder(dataFolder: string, number: number): string {
  return path.join(dataFolder, 'quarantine', String(number).padStart(6, '0'))
}

async function numbersIn(dataFolder: string): Promise<number[]> {
  const names = await readdir(path.join(dataFolder, 'quarantine')).catch(() => [])
  return names.filter((name) => /^\d{6,}$/.test(name)).map(Number)
}

export async function nextQuarantineNumber(dataFolder: string): Promise<number> {
  return Math.max(0, ...(await numbersIn(dataFolder))) + 1
}

/** What was put there, newest first. */
export async function listQuarantine(dataFolder: string): Promise<QuarantineFolder[]> {
  const numbers = (await numbersIn(dataFolder)).toSorted((left, right) => right - left)
  return Promise.all(
    numbers.map(async (number) => {
      const folder = quarantineFolder(dataFolder, number)
      return { number, folder, about: await readAbout(folder) }
    }),
  )
}

async function readAbout(folder: string): Promise<Quarantined | null> {
  try {
    return quarantinedSchema.parse(JSON.parse(await readFile(path.join(folder, 'about.json'), 'utf8')))
  } catch {
    return null
  }
}

export async function writeAbout(folder: string, about: Omit<Quarantined, 'format' | 'store' | 'log'>): Promise<void> {
  const kept = { store: await keptFile(storeFile(folder)), log: await keptFile(logFile(folder)) }
  await writeJsonDurably(path.join(folder, 'about.json'), { format: 1, ...about, ...kept })
}

async function keptFile(file: string): Promise<Quarantined['store']> {
  const found = await stat(file).catch(() => null)
  return found ? { bytes: found.size, sha256: await digestOfFile(file) } : null
}

/** Whether what was put there is still what it was. */
export async function isAsKept({ folder, about }: QuarantineFolder): Promise<boolean> {
  if (!about) return false
  const now = { store: await keptFile(storeFile(folder)), log: await keptFile(logFile(folder)) }
  return now.store?.sha256 === about.store?.sha256 && now.log?.sha256 === about.log?.sha256
}

/**
 * Copies a damaged store with its log aside, once for each state of it, so that whatever is tried next, what there was can
 * be looked at. Gives the folder. The store must not be open.
 */
export async function keepDamaged(dataFolder: string, at: string): Promise<string> {
  const now = { store: await keptFile(storeFile(dataFolder)), log: await keptFile(logFile(dataFolder)) }
  const known = (await listQuarantine(dataFolder)).find(
    ({ about }) =>
      about?.kind === 'damaged' && about.store?.sha256 === now.store?.sha256 && about.log?.sha256 === now.log?.sha256,
  )
  if (known) return known.folder
  const folder = quarantineFolder(dataFolder, await nextQuarantineNumber(dataFolder))
  await mkdir(folder, { recursive: true })
  for (const of of [storeFile, logFile]) {
    if ((await keptFile(of(dataFolder))) === null) continue
    await copyFile(of(dataFolder), of(folder))
    // A file that may not be written was copied as one, and could not be made durable.
    await chmod(of(folder), 0o600)
    await syncFile(of(folder))
  }
  await writeAbout(folder, { kind: 'damaged', at, backup: null })
  return folder
}

/** Moves what is there of a closed store with its log aside; files that were moved before are left as they are. */
export async function moveStore(dataFolder: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const of of [storeFile, logFile, sharedFile]) await moveIfThere(of(dataFolder), of(folder))
  for (const each of [folder, dataFolder]) await syncFolder(each).catch(() => {})
}

function sharedFile(folder: string): string {
  return `${storeFile(folder)}-shm`
}

export async function moveIfThere(from: string, to: string): Promise<void> {
  if (await stat(from).catch(() => null)) await renamePatiently(from, to)
}
