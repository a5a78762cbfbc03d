import type { Result } from '../../shared/core/result'
import { err, ok } from '../../shared/core/result'
import type { GuardedZip } from './zip-guard'
import { readProlog } from './zip-guard'

/** The main part's content type names the program that wrote the container; embedded files do not count. */
const MAIN_PARTS: readonly { readonly type: RegExp; readonly format: string }[] = [
  {
    type: /wordprocessingml\.(?:document|template)\.main|ms-word\.\w+\.macroEnabledTemplate\.main|ms-word\.document/i,
    format: 'Word',
  },
  { type: /presentationml\.\w+\.main|ms-powerpoint\.\w+/i, format: 'PowerPoint' },
]
const WORKBOOK = /spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template|addin)\.macroEnabled\.main/i

/** What a package of the exchange has in its root: its list of files, or the envelope of its encryption. */
const PACKAGE_ENTRIES = ['manifest.json', 'envelope.json']

/** Tells a workbook from the other files that are ZIP containers. */
export async function zipKind(zip: GuardedZip): Promise<Result<'xlsx'>> {
  const find = (name: string) => zip.entries.find((entry) => entry.fileName.toLowerCase() === name)
  if (find('ofd.xml')) return err('fileIsDocument', { format: 'OFD' })
  const contentTypes = find('[content_types].xml')
  if (!contentTypes) return err(PACKAGE_ENTRIES.some((name) => find(name)) ? 'fileIsPackage' : 'fileNotWorkbook')
  const text = await readProlog(zip, contentTypes)
  if (text === null) return err('fileDamaged')
  const types = text.replaceAll('\0', '')
  if (WORKBOOK.test(types)) return ok('xlsx')
  const document = MAIN_PARTS.find((part) => part.type.test(types))
  return document ? err('fileIsDocument', { format: document.format }) : err('fileNotWorkbook')
}
