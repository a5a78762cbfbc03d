import { readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { idSchema } from '../shared/core/schemas'
import { renamePatiently, syncFolder, writeJsonDurably } from './durable-file'
import { logFile, storeFile } from './open'
import { moveIfThere, moveStore, quarantineFolder, writeAbout } from './quarantine'

const restorePlanSchema = z.object({
  format: z.literal(1),
  kind: z.enum(['restore', 'revert']),
  /** The folder in quarantine that the present store goes to. */
  number: z.number().int().min(1),
  /** What is put in its place, as the journal names it. */
  name: z.string(),
  /** Local time with offset: when that was the state, and when this was asked for. */
  of: z.string(),
  at: z.string(),
  actor: z.string(),
  /** The backup of the present store; null where it could not be read. */
  backup: z.string().nullable(),
  /** The highest number of a backup that holds what is replaced. */
  highest: z.number().int(),
  /** This PC's new name among its colleagues' PCs. */
  device: idSchema,
  /** Put back as it was, whatever state it is in: a damaged store that a restore had replaced. */
  isExact: z.boolean(),
  /**
   * `copying`: the present store stands, the copy is not proven. `replacing`: the copy is proven and takes its place.
   * `undoing`: it could not be opened, and what was there comes back.
   */
  step: z.enum(['copying', 'replacing', 'undoing']),
})
/** `restore.json`: what a restore is about, and how far it must have come. */
export type RestorePlan = z.infer<typeof restorePlanSchema>

function planFile(dataFolder: string): string {
  return path.join(dataFolder, 'restore.json')
}

/** The copy that waits to become the store. */
export function stagedStore(dataFolder: string): string {
  return `${storeFile(dataFolder)}.restoring`
}

export function stagedLog(dataFolder: string): string {
  return `${stagedStore(dataFolder)}-wal`
}

async function isThere(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null)) !== null
}

/** What was under way when the program ended; null when nothing was. */
export async function readPlan(dataFolder: string): Promise<RestorePlan | null> {
  try {
    return restorePlanSchema.parse(JSON.parse(await readFile(planFile(dataFolder), 'utf8')))
  } catch {
    // It is only ever there whole. Anything else is none of ours, and the store that stands is opened.
    return null
  }
}

export function writePlan(dataFolder: string, plan: RestorePlan): Promise<void> {
  return writeJsonDurably(planFile(dataFolder), plan)
}

/** Nothing is under way any more. */
export async function removePlan(dataFolder: string): Promise<void> {
  for (const staged of [stagedStore(dataFolder), stagedLog(dataFolder)]) await rm(staged, { force: true })
  await rm(planFile(dataFolder), { force: true })
  await syncFolder(dataFolder).catch(() => {})
}

/**
 * Moves the closed store aside and gives the proven copy its name. As long as the copy waits, what bears the store's name is
 * the old one; so this goes on wherever it was broken off.
 */
export async function replaceStore(dataFolder: string, { number }: RestorePlan): Promise<void> {
  if (await isThere(stagedStore(dataFolder))) {
    await moveStore(dataFolder, quarantineFolder(dataFolder, number))
    await renamePatiently(stagedStore(dataFolder), storeFile(dataFolder))
  }
  await moveIfThere(stagedLog(dataFolder), logFile(dataFolder))
  await syncFolder(dataFolder).catch(() => {})
}

/** Lets what was replaced be found, so that it can be gone back to. */
export function noteReplaced(dataFolder: string, { number, at, backup }: RestorePlan): Promise<void> {
  return writeAbout(quarantineFolder(dataFolder, number), { kind: 'replaced', at, backup })
}

/** Brings back what was there before; what could not be opened stays in quarantine under another name. */
export async function undoReplace(dataFolder: string, { number }: RestorePlan): Promise<void> {
  const folder = quarantineFolder(dataFolder, number)
  const refused = path.join(folder, 'refused.db')
  if (!(await isThere(refused))) {
    // The log first: once the refused store is away, whatever bears the store's name is the old one's.
    await moveIfThere(logFile(dataFolder), `${refused}-wal`)
    await moveIfThere(storeFile(dataFolder), refused)
  }
  await moveIfThere(logFile(folder), logFile(dataFolder))
  await moveIfThere(storeFile(folder), storeFile(dataFolder))
  for (const each of [folder, dataFolder]) await syncFolder(each).catch(() => {})
}
