import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Failure } from '../../shared/core/result'
import { compareVersions, programVersionSchema } from '../../shared/updates/version'
import { writeFileAtomically } from '../core/atomic-file'
import { sweepFolder } from '../core/temporary-files'
import type { Context } from '../context'
import { dropPrepared, isComplete, preparedVersions, provePrepared, updatesFolder } from './prepared'

/** Which program opened this data folder last. Beside the ledger: a restored ledger does not change the program. */
const noteSchema = z.object({
  version: programVersionSchema,
  /** The version before, as long as nobody has seen that it changed. */
  before: programVersionSchema.nullable(),
  notes: z.string().max(8000),
})
export type ProgramNote = z.infer<typeof noteSchema>

function noteFile(dataFolder: string): string {
  return path.join(updatesFolder(dataFolder), 'program.json')
}

/** The note, or null when there is none that can be read: it only announces, so nothing depends on it. */
export function readProgramNote(dataFolder: string): ProgramNote | null {
  try {
    return noteSchema.safeParse(JSON.parse(readFileSync(noteFile(dataFolder), 'utf8'))).data ?? null
  } catch {
    return null
  }
}

/** Writes the note; a folder that takes nothing has its own refusal elsewhere. */
export async function writeProgramNote(dataFolder: string, note: ProgramNote): Promise<void> {
  try {
    await mkdir(updatesFolder(dataFolder), { recursive: true })
  } catch {
    return
  }
  await writeFileAtomically(noteFile(dataFolder), Buffer.from(JSON.stringify(note)))
}

async function notesOf(context: Context, version: string): Promise<string> {
  const folder = path.join(updatesFolder(context.dataFolder), version)
  const proven = await provePrepared(folder, context.installation.publisherKeys)
  return proven?.manifest.program === version ? proven.manifest.notes : ''
}

/** Why the ledger could not be opened, when nothing of a person's making is the cause: the program may have just changed. */
export function failedStart(context: Context, incident: string): Failure {
  const before = readProgramNote(context.dataFolder)?.version
  const version = context.versions.app
  if (before === undefined || before === version) return { code: 'unexpected', params: { incident } }
  return { code: 'upgradeFailed', params: { before, version, incident } }
}

/**
 * At each start on an open ledger: notes that the program is another than last time, and sweeps the updates that it has
 * left behind. A ledger that could not be opened leaves everything as it is, so that the way back stays.
 */
export async function noteProgram(context: Context): Promise<void> {
  const { dataFolder, versions } = context
  const version = versions.app
  if (context.storeState().kind !== 'open' || !programVersionSchema.safeParse(version).success) return
  const known = readProgramNote(dataFolder)
  if (!known) await writeProgramNote(dataFolder, { version, before: null, notes: '' })
  else if (known.version !== version)
    await writeProgramNote(dataFolder, { version, before: known.version, notes: await notesOf(context, version) })
  sweepFolder(updatesFolder(dataFolder))
  for (const prepared of preparedVersions(dataFolder))
    if (compareVersions(prepared, version) <= 0 || !isComplete(dataFolder, prepared)) {
      // The installer that has just run may still be open on Windows: the next start tries again.
      await dropPrepared(dataFolder, prepared).catch(() => {})
    }
}
