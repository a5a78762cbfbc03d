import { rmSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { err, ok, type Result } from '../../shared/core/result'
import type { Session } from '../access/session'
import type { Context } from '../context'
import { writeFailure, writeFileAtomically } from '../core/atomic-file'
import type { ReturnFile } from './return-file'

/** Bounds of what one drop may bring. A district has some hundred units; a package some 100 kB. */
const MAX_FILES = 1000
/** Unit: bytes. */
const MAX_TOTAL = 2 * 1024 * 1024 * 1024

/** Files that were dropped and wait to be taken over. They lie in the staging folder, never in memory. */
interface StagedReturns {
  readonly id: string
  readonly folder: string
  readonly files: readonly { readonly fileName: string; readonly file: string }[]
  /** Unit: bytes. */
  readonly total: number
}

// One at a time: a new drop takes the place of the one before. By the session, which all calls of one program share.
const open = new WeakMap<Session, StagedReturns>()

async function begin(context: Context): Promise<Result<StagedReturns>> {
  const before = open.get(context.session)
  if (before) rmSync(before.folder, { recursive: true, force: true })
  const id = context.newId()
  // Cleared at the next start, as every copy of a file that was only looked at.
  const folder = path.join(context.dataFolder, 'staging', id)
  try {
    await mkdir(folder, { recursive: true })
  } catch (thrown) {
    return { ok: false, error: writeFailure(thrown, path.join(folder, id)) }
  }
  return ok({ id, folder, files: [], total: 0 })
}

/** Adds a file to a drop; `session` is null for the first. Nothing is written to the store. */
export async function stageReturn(
  context: Context,
  {
    session,
    fileName,
    bytes,
  }: { readonly session: string | null; readonly fileName: string; readonly bytes: Uint8Array },
): Promise<Result<{ session: string; files: number }>> {
  const known = open.get(context.session)
  if (session !== null && known?.id !== session) return err('inboxExpired')
  const staged = session === null || !known ? await begin(context) : ok(known)
  if (!staged.ok) return staged
  const { id, folder, files, total } = staged.value
  const size = total + bytes.length
  if (files.length >= MAX_FILES || size > MAX_TOTAL)
    return err('packageTooLarge', { file: fileName, limit: `${MAX_FILES} / ${MAX_TOTAL / 1024 ** 3} GB` })
  const written = await writeFileAtomically(path.join(folder, String(files.length + 1)), bytes)
  if (!written.ok) return written
  const next = { id, folder, files: [...files, { fileName, file: written.value }], total: size }
  open.set(context.session, next)
  return ok({ session: id, files: next.files.length })
}

/** The files of a drop. They stay until the next one, so that signers can be trusted in a second step. */
export function stagedReturns(context: Context, session: string): Result<readonly ReturnFile[]> {
  const staged = open.get(context.session)
  if (staged?.id !== session) return err('inboxExpired')
  return ok(staged.files.map(({ fileName, file }) => ({ fileName, load: () => loadFile(fileName, file) })))
}

/** The whole file, or why it cannot be read: a stick that was pulled out gives no half file. */
export async function loadFile(fileName: string, file: string): Promise<Result<Uint8Array>> {
  try {
    return ok(await readFile(file))
  } catch (thrown) {
    const detail = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'error'
    return err('fileNotReadable', { file: fileName, detail })
  }
}
