import { encryptedNamePart, packageNameParts, recoveryNamePart } from '../terms/exchange-keys'
import type { Manifest } from './manifest'

/** A unit's name as every system takes it in a file's name. */
function safePart(text: string): string {
  return text.replaceAll(/[\\/:*?"<>|\p{C}\s]/gu, '').slice(0, 60)
}

/** Kinds that are made for one unit and named after it, not after who made them. */
const namedByReceiver: ReadonlySet<string> = new Set(['receipt', 'assignments'])
/** Kinds that have editions; of colleague packages many are made on a day, and their number tells them apart. */
const withEdition: ReadonlySet<string> = new Set(['summary', 'receipt', 'assignments', 'rules'])

/**
 * How a package is called: 东丽区审计局_2022Q2_v1.zip, 东丽区审计局_2022Q2_回执_v1.zip, 东丽区审计局_密钥.zip; `_加密` when it
 * needs a passphrase. For people only: files are recognised by what is in them.
 */
export function packageFileName(
  { kind, from, to, period, year, edition, sequence }: Manifest,
  { isEncrypted, label = '' }: { readonly isEncrypted: boolean; readonly label?: string },
): string {
  const unit = namedByReceiver.has(kind) ? (to ?? from.unit) : from.unit
  const number = withEdition.has(kind) ? `v${edition}` : kind === 'colleague' ? String(sequence) : ''
  const when = period ?? (year === null ? '' : String(year))
  const encrypted = isEncrypted ? encryptedNamePart : ''
  const parts = [safePart(unit), when, packageNameParts[kind], safePart(label), number, encrypted]
  return `${parts.filter((part) => part !== '').join('_')}.zip`
}

/** How the encrypted key file is called: 东丽区审计局_密钥恢复.zip. */
export function recoveryFileName(unit: string): string {
  return `${safePart(unit)}_${recoveryNamePart}.zip`
}
