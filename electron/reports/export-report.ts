import path from 'node:path'
import { countUnwritable } from '../../shared/core/writable-text'
import { cleanText } from '../../shared/reports/clean-text'
import type { Report } from '../../shared/reports/model'
import type { Result } from '../../shared/core/result'
import { err, ok } from '../../shared/core/result'
import { writeBesideIfBusy } from '../core/atomic-file'
import { sha256Hex } from './digest'

export const reportFormats = ['xlsx', 'docx'] as const
export type ReportFormat = (typeof reportFormats)[number]

export interface ExportedFile {
  readonly path: string
  readonly kind: ReportFormat
  readonly bytes: number
  readonly sha256: string
  /** Texts of which something was left out that no office file can hold; the ledger keeps them as they are. */
  readonly cleanedTexts: number
}

/** Writes a report's bytes; in the app a worker does it, on the command line this process. */
export type ReportWriter = (format: ReportFormat, report: Report) => Promise<Uint8Array>

// Forbidden in names by Windows, and the separator of the name's own parts.
const forbiddenInName = /[\\/:*?"<>|_\s\u0000-\u001f]/g
const maxPartLength = 60

/** A part of a name without what file systems refuse and what separates parts. */
export function namePart(text: string): string {
  return Array.from(cleanText(text).replace(forbiddenInName, '')).slice(0, maxPartLength).join('')
}

/** The parts of a name that are not empty, `甲_乙.xlsx`, without what file systems refuse. */
export function fileNameOf(parts: readonly string[], format: ReportFormat): string {
  return `${parts
    .map(namePart)
    .filter((part) => part !== '')
    .join('_')}.${format}`
}

/** `单位_内容_期间_日期.xlsx`; the day without separators. */
export function reportFileName(report: Report, format: ReportFormat): string {
  const { bureau, subject, periodLabel, preparedOn } = report
  return fileNameOf([bureau, subject, periodLabel, preparedOn.replaceAll('-', '')], format)
}

/**
 * Writes the chosen formats into a folder. All bytes are made before the first file is written, each file is whole
 * or absent, and a file that is open elsewhere gets another name.
 */
export async function exportReport(
  report: Report,
  target: { readonly folder: string; readonly formats: readonly ReportFormat[]; readonly stamp: string },
  write: ReportWriter,
): Promise<Result<readonly ExportedFile[]>> {
  const formats = reportFormats.filter((format) => target.formats.includes(format))
  if (formats.length === 0)
    return err('formatUnknown', { format: target.formats.join(','), known: reportFormats.join(',') })
  const made: { readonly format: ReportFormat; readonly bytes: Uint8Array }[] = []
  for (const format of formats) made.push({ format, bytes: await write(format, report) })
  const files: ExportedFile[] = []
  const cleanedTexts = countUnwritable(report)
  for (const { format, bytes } of made) {
    const written = await writeBesideIfBusy(
      path.join(target.folder, reportFileName(report, format)),
      bytes,
      target.stamp,
    )
    if (!written.ok) return written
    files.push({ path: written.value, kind: format, bytes: bytes.byteLength, sha256: sha256Hex(bytes), cleanedTexts })
  }
  return ok(files)
}
