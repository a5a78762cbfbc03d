import type { PackageKind } from '../../shared/exchange/manifest'
import { packageKindLabels } from '../../shared/terms/exchange-keys'
import { commonText, packagesText as text, periodLabel } from '../text/exchange'

interface PackageNameProps {
  readonly row: {
    readonly kind: PackageKind
    readonly period: string | null
    readonly edition: number
    readonly fileName: string
    readonly isEncrypted?: boolean
  }
}

/** What a file is, and below it what it is called. */
export function PackageName({ row: { kind, period, edition, fileName, isEncrypted = false } }: PackageNameProps) {
  const editionText = period === null ? '' : commonText.edition(edition)
  return (
    <>
      <div>
        {text.titleOf(packageKindLabels[kind], periodLabel(period), editionText)}
        {isEncrypted && <span className="soft"> {text.encrypted}</span>}
      </div>
      <div className="soft exchange-file">{fileName}</div>
    </>
  )
}
