import { existsSync } from 'node:fs'
import { err, ok, type Result } from '../../shared/core/result'
import type { Context } from '../context'

/** The folder behind a token that the shell's dialog gave out. */
export function grantedFolder(context: Context, token: string): Result<string> {
  const folder = context.grants.get(token)
  if (folder === undefined) return err('notFound')
  return existsSync(folder) ? ok(folder) : err('folderNotWritable', { folder, detail: 'ENOENT' })
}

/** A token for a file that was just written, so that the window can ask to show it. */
export function grantFile(context: Context, file: string): string {
  const token = context.newId()
  context.grants.set(token, file)
  return token
}
