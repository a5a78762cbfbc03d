import { invariant } from '../core/assert'
import type { IsoDate } from '../core/dates'
import type { Report } from '../reports/model'
import { parseReportPeriod, type ReportPeriod } from '../reports/period'
import { frameWords } from '../reports/frame'
import { fillText } from '../reports/sentences'
import { districtPapers as words } from '../terms/district-papers'
import type { PublicationHead, ResultChange } from './publication'
import type { PublishedResult } from './record'

/** A publication with all that its papers say. */
export interface PublishedPaper extends PublicationHead {
  readonly result: PublishedResult
  readonly objectionsUntil: IsoDate | null
  readonly changeNote: string
  readonly checkCode: string
  /** Against the version before; empty for the first. */
  readonly changes: readonly ResultChange[]
  readonly isAnonymous: boolean
}

/** A period that a schema has let through. */
export function reportPeriodOf(period: string): ReportPeriod {
  const parsed = parseReportPeriod(period)
  invariant(parsed, `a period: ${period}`)
  return parsed
}

/** A template with 「2022年」「三季度」 and the like in it. */
export function ofPeriod(
  period: string,
  asOf: IsoDate,
  template: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fillText(template, { ...frameWords({ period: reportPeriodOf(period), asOf }), ...values })
}

/** What a file of the publication is called: of two versions none writes over the other. */
export function paperSubject(name: string, { version, isAnonymous }: PublishedPaper): string {
  return `${fillText(words.subject, { name, version })}${isAnonymous ? words.anonymousSubject : ''}`
}

/** A paper of the district about one period, before its own parts are put in. */
export function districtReport(
  about: Pick<Report, 'kind' | 'bureau' | 'subject' | 'asOf' | 'preparedOn' | 'checkCode'> & {
    readonly period: string
  },
  parts: Pick<Report, 'sheets' | 'document'>,
): Report {
  const { period, ...rest } = about
  const { start, end } = reportPeriodOf(period)
  return { ...rest, ...parts, periodLabel: period, period: { start, end }, warnings: [] }
}
