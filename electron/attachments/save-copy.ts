import path from 'node:path'
import { readAttachment } from '../../db/repositories/attachments'
import { err, ok, type Result } from '../../shared/core/result'
import { openedStore, type Context } from '../context'
import { copyKept } from '../core/attachment-store'
import { freePath } from '../core/free-name'
import { grantedFolder, grantFile } from '../core/grants'

// Forbidden in names by Windows.
// eslint-disable-next-line no-control-regex -- these are what is searched for
const forbidden = /[\\/:*?"<>|\u0000-\u001f]/g
/** Unit: bytes of a name in UTF-8; file systems take 255, and a number may follow. */
const NAME_BYTES = 240

function shortened(name: string, bytes: number): string {
  const signs = Array.from(name)
  while (Buffer.byteLength(signs.join('')) > bytes) signs.pop()
  return signs.join('')
}

/** The file's own name as every system takes it. */
function safeName(fileName: string): string {
  const { name, ext } = path.parse(fileName.replace(forbidden, '_').replace(/[. ]+$/, ''))
  return `${shortened(name, NAME_BYTES - Buffer.byteLength(ext)) || '_'}${ext}`
}

/** Copies a kept file into a granted folder under its own name; never over a file that is there. */
export async function saveCopy(
  context: Context,
  id: string,
  token: string,
): Promise<Result<{ fileName: string; fileToken: string }>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const row = readAttachment(store.value.read, id)
  if (!row) return err('notFound')
  const folder = grantedFolder(context, token)
  if (!folder.ok) return folder
  const copied = await copyKept(context.dataFolder, row, freePath(folder.value, safeName(row.fileName)))
  if (!copied.ok) return copied
  return ok({ fileName: path.basename(copied.value), fileToken: grantFile(context, copied.value) })
}
