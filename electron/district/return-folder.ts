import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { err, ok, type Result } from '../../shared/core/result'
import { MAX_PACKAGE_BYTES } from '../exchange/package-limits'
import type { ReturnFile } from './return-file'
import { loadFile } from './staged-returns'

/** What office programs, browsers and systems leave behind in folders. */
const passedOver = /^(?:[.~]|thumbs\.db$|desktop\.ini$|autorun\.inf$)|\.(?:tmp|temp|part|crdownload|lnk|ds_store)$/i
/** A folder with more is not one of returns. */
const MAX_FILES = 2000

function isReturn({ name }: Dirent): boolean {
  return !passedOver.test(name)
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  // The same order on every system.
  return entries.filter(isReturn).toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

async function load(fileName: string, file: string): Promise<Result<Uint8Array>> {
  const info = await stat(file).catch(() => null)
  if (info && info.size > MAX_PACKAGE_BYTES)
    return err('packageTooLarge', { file: fileName, limit: `${MAX_PACKAGE_BYTES / 1024 ** 2} MB` })
  return loadFile(fileName, file)
}

/** The files of a folder and of the folders in it, as on a stick with one folder for each unit. Links are not followed. */
export async function returnsOfFolder(folder: string): Promise<Result<readonly ReturnFile[]>> {
  const files: ReturnFile[] = []
  const add = (fileName: string): void => {
    files.push({ fileName, load: () => load(fileName, path.join(folder, fileName)) })
  }
  try {
    for (const entry of await entriesOf(folder)) {
      if (entry.isFile()) add(entry.name)
      if (!entry.isDirectory()) continue
      for (const inner of await entriesOf(path.join(folder, entry.name)))
        if (inner.isFile()) add(path.join(entry.name, inner.name))
      if (files.length > MAX_FILES) return err('packageTooLarge', { file: folder, limit: String(MAX_FILES) })
    }
  } catch (thrown) {
    const detail = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'error'
    return err('folderNotReadable', { folder: path.basename(folder), detail })
  }
  return ok(files)
}
