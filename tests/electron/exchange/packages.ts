import { Buffer } from 'node:buffer'
import { ZipFile } from 'yazl'
import type { Context } from '../../../electron/context'
import { readPackage, writePackage } from '../../../electron/exchange/package-file'
import type { PackageDraft, WrittenPackage } from '../../../electron/exchange/package-model'
import type { Store } from '../../../db/access'
import { valueOf } from '../../builders'

/** A small 上报包 with a file for people. */
export function aDraft(changes: Partial<PackageDraft> = {}): PackageDraft {
  return {
    kind: 'summary',
    to: '东丽区考核办',
    period: '2022Q2',
    year: 2022,
    edition: 1,
    checkCode: '4827-1936',
    counts: { lines: 1 },
    ruleSet: { id: 'haizhou-2022', version: '1' },
    payload: { unit: { name: '东丽区审计局' }, note: '示例科技'.repeat(40) },
    files: [{ path: '季度小结.xlsx', bytes: Buffer.from('a workbook '.repeat(50)) }],
    attachments: [],
    ...changes,
  }
}

export interface Maker {
  readonly context: Context
  readonly store: () => Store
}

/** A package as a bureau or the district writes it. */
export async function written(
  { context, store }: Maker,
  changes: Partial<PackageDraft> = {},
  passphrase: string | null = null,
): Promise<WrittenPackage> {
  return valueOf(await writePackage(context, store(), aDraft(changes), { passphrase }))
}

/** Reads bytes as a file of any name. */
export function reading(bytes: Uint8Array, passphrase: string | null = null, fileName = '文件.zip') {
  return readPackage({ fileName, bytes, passphrase })
}

export interface LooseFile {
  readonly path: string
  readonly bytes: Uint8Array
  readonly isPacked?: boolean
  readonly mode?: number
}

/** A zip as another tool writes it: no seal, times and order of its own. */
export function zipOf(files: readonly LooseFile[], comment = ''): Promise<Buffer> {
  const zip = new ZipFile()
  for (const { path, bytes, isPacked = true, mode = 0o100644 } of files)
    zip.addBuffer(Buffer.from(bytes), path, { compress: isPacked, mode, mtime: new Date(2022, 6, 1) })
  zip.end({ forceZip64Format: false, comment })
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    zip.outputStream.on('data', (piece: Buffer) => pieces.push(piece))
    zip.outputStream.on('end', () => resolve(Buffer.concat(pieces)))
    zip.outputStream.on('error', reject)
  })
}
