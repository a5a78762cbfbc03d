import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { err, ok, type Result } from '../shared/core/result'
import { megabytes } from '../shared/terms/exchange-keys'
import { readBounded } from './core/read-bounded'

/** What a file manager may hand over: packages of the exchange. `.zip` is their usual name, `.szpkg` is ours alone. */
const packageEndings: ReadonlySet<string> = new Set(['.zip', '.szpkg'])
/** Unit: bytes. As much as the window takes when a file is dropped on it. */
const MAX_BYTES = 256 * 1024 * 1024
const withValue: ReadonlySet<string> = new Set(['--data', '--as-of', '--actor'])

export interface OpenedFile {
  readonly fileName: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Files that were double-clicked: the newest waits until the window asks for it. Paths stay here. */
export interface OpenedFiles {
  /** Takes the file among a program's arguments, if there is one. */
  readonly offer: (args: readonly string[], folder: string) => boolean
  /** What waits; nothing of it has been read. */
  readonly waiting: () => { readonly id: number; readonly fileName: string } | null
  /** Reads what waits under this number, once. Null when it has been taken or another came after it. */
  readonly take: (id: number) => Promise<Result<OpenedFile | null>>
}

/** A path as file managers write it: plain, or a `file:` address of this computer. */
function pathOf(argument: string, folder: string): string | null {
  if (!/^[a-z][a-z0-9+.-]+:/i.test(argument)) return path.resolve(folder, argument)
  try {
    const url = new URL(argument)
    return url.protocol === 'file:' && url.host === '' ? fileURLToPath(url) : null
  } catch {
    return null
  }
}

/** The first argument that names a package; switches and their values are none. */
export function packageAmong(args: readonly string[], folder: string): string | null {
  // The first one is the program itself.
  for (let index = 1; index < args.length; index += 1) {
    const argument = args[index] ?? ''
    if (withValue.has(argument)) index += 1
    else if (!argument.startsWith('-')) {
      const file = pathOf(argument, folder)
      if (file !== null && !file.includes('\0') && packageEndings.has(path.extname(file).toLowerCase())) return file
    }
  }
  return null
}

async function read(file: string): Promise<Result<OpenedFile>> {
  const fileName = path.basename(file)
  const bytes = await readBounded(file, MAX_BYTES)
  if (bytes === 'tooLarge') return err('packageTooLarge', { file: fileName, limit: megabytes(MAX_BYTES) })
  if (typeof bytes === 'string') return err('fileNotReadable', { file: fileName })
  return ok({ fileName, bytes: new Uint8Array(bytes) })
}

export function createOpenedFiles(): OpenedFiles {
  let count = 0
  let file: string | null = null
  return {
    offer(args, folder) {
      const found = packageAmong(args, folder)
      if (found === null) return false
      file = found
      count += 1
      return true
    },
    waiting: () => (file === null ? null : { id: count, fileName: path.basename(file) }),
    async take(id) {
      if (file === null || id !== count) return ok(null)
      const taken = file
      file = null
      return read(taken)
    },
  }
}

/** Those of this program. */
export const openedFiles = createOpenedFiles()
