import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Store } from '../../db/access'
import { readSentOf } from '../../db/repositories/packages'
import { err, ok, type Result } from '../../shared/core/result'
import { reportFormats } from '../../shared/reports/contract'
import { cliText } from '../../shared/terms/cli'
import { openedStore, type Context } from '../context'
import { sendAgain, sendSummary } from '../exchange/send-summary'
import { exportInFolder } from '../reports/export-in-folder'
import { periodReportOf } from '../reports/period'
import { valueOf, type Arguments } from './arguments'
import type { Command } from './command'

const usage = { ok: false, error: { message: cliText.usage } } as const
const packageFormat = 'package'
const known: readonly string[] = [...reportFormats, packageFormat]

interface WrittenPackageFile {
  readonly path: string
  readonly kind: typeof packageFormat
  readonly bytes: number
  readonly sha256: string
  readonly edition: number
  /** What to say of it, e.g. that nothing is new. */
  readonly remark: string | null
}

/** The next edition; when nothing is new the last one once more, so that a command that is repeated does no harm. */
async function writeSummaryPackage(
  context: Context,
  store: Store,
  period: string,
  folder: string,
  args: Arguments,
): Promise<Result<WrittenPackageFile>> {
  const choice = {
    period,
    folder,
    withContacts: args.flags.has('with-contacts'),
    passphrase: valueOf(args, 'passphrase'),
  }
  const sent = await sendSummary(context, store, choice)
  if (sent.ok) {
    const { file, edition } = sent.value
    return ok({ ...fileOf(file), edition, remark: null })
  }
  const [last] = readSentOf(store.read, 'summary', period)
  if (sent.error.code !== 'sendUnchanged' || !last) return sent
  const again = await sendAgain(context, store, last.id, folder)
  if (!again.ok) return again
  const { edition } = last
  return ok({ ...fileOf(again.value), edition, remark: cliText.packageSentBefore(edition) })
}

function fileOf({ path: file, bytes, sha256 }: { path: string; bytes: number; sha256: string }) {
  return { path: file, kind: packageFormat, bytes, sha256 } as const
}

/** 季度小结 or 月报 as workbook, document and package. */
export const summaryCommand: Command = {
  needsStore: true,
  run: async (context, args) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const [period, out] = [valueOf(args, 'period'), valueOf(args, 'out')]
    if (period === null || out === null) return usage
    const asked = (valueOf(args, 'formats') ?? reportFormats.join(',')).split(',')
    const unknown = asked.find((format) => !known.includes(format))
    if (unknown !== undefined) return err('formatUnknown', { format: unknown, known: known.join(', ') })
    const formats = reportFormats.filter((format) => asked.includes(format))
    const report = periodReportOf(context, store.value, period)
    if (!report.ok) return report
    const folder = path.resolve(out)
    try {
      mkdirSync(folder, { recursive: true })
    } catch (cause) {
      const detail = cause instanceof Error && 'code' in cause ? String(cause.code) : 'error'
      return err('folderNotWritable', { folder, detail })
    }
    // The package first: where it is refused, nothing else has been written either.
    const sent = asked.includes(packageFormat)
      ? await writeSummaryPackage(context, store.value, period, folder, args)
      : null
    if (sent && !sent.ok) return sent
    const written = formats.length === 0 ? ok([]) : await exportInFolder(context, report.value, folder, formats)
    if (!written.ok) return written
    const { checkCode } = report.value
    const { remark = null, ...packed } = sent?.value ?? {}
    const warnings = [...(remark === null ? [] : [remark]), ...report.value.warnings.map((warning) => warning.text)]
    const files = [...written.value, ...(sent ? [packed] : [])]
    const paths = [...written.value.map((file) => file.path), ...(sent ? [sent.value.path] : [])]
    const text = [...paths, cliText.checkCode(checkCode)].join('\n')
    return ok({ json: { files, checkCode, warnings }, text, remarks: warnings })
  },
}
