import path from 'node:path'
import type { Result } from '../../shared/core/result'
import { err } from '../../shared/core/result'
import { writeFailure, writeFileAtomically } from './atomic-file'
import { freePath } from './free-name'

const ending = '.pdf'
// What no file system takes, and what would lead out of the folder.
const forbidden = /[\\/:*?"<>|\u0000-\u001f]/g
/** Unit: characters. */
const longestName = 120

/** A name as it can stand in a folder, with the ending of what it is. */
export function pdfFileName(wanted: string): string {
  const name = wanted.toLowerCase().endsWith(ending) ? wanted.slice(0, -ending.length) : wanted
  const clean = name.replace(forbidden, '').replace(/^[.\s]+|[.\s]+$/g, '')
  return `${Array.from(clean).slice(0, longestName).join('') || 'sizhua'}${ending}`
}

/** Writes what a page prints into a folder, whole or not at all; what is there is never written over. */
export async function writePdf(
  folder: string,
  fileName: string,
  print: () => Promise<Uint8Array>,
): Promise<Result<string>> {
  const target = freePath(folder, pdfFileName(fileName))
  let bytes: Uint8Array
  try {
    bytes = await print()
  } catch (thrown) {
    return { ok: false, error: writeFailure(thrown, target) }
  }
  // An empty answer would be a file that no reader opens.
  if (bytes.length === 0) return err('folderNotWritable', { folder, detail: 'EMPTY', file: path.basename(target) })
  return writeFileAtomically(target, bytes)
}
