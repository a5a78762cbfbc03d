import type { Store } from '../../db/access'
import { readEvidenceOf } from '../../db/repositories/evidence'
import { readAllParts, type FindingPartKind, type FindingPartRecords } from '../../db/repositories/finding-parts'
import { readFindingsOf, toFindingRecord } from '../../db/repositories/findings'
import { readAllMeasures, toMeasureRecord } from '../../db/repositories/measures'
import { readReports } from '../../db/repositories/rect-papers'
import { readBureau } from '../../db/repositories/settings'
import type { IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import { countingOf } from '../../shared/rectification/counting'
import type { RectReportKind } from '../../shared/rectification/paper-contract'
import { auditSources, type EvidenceKind, type ProgramRecord } from '../../shared/rectification/record'
import type { RectReportFacts, ReportItem } from '../../shared/rectification/report-facts'
import { rateChoiceOf, statisticsOf } from '../../shared/rectification/statistics'
import { timelinessOf } from '../../shared/rectification/timeliness'
import type { Context } from '../context'
import { programsById, statusTextOf } from './present'
import { statisticsFactsOf } from './statistics-facts'

export type PartsOf = <K extends FindingPartKind>(kind: K, findingId: string) => readonly FindingPartRecords[K][]

/** Parts of any finding, each table read once. */
export function partsReader({ read }: Store): PartsOf {
  const known = new Map<FindingPartKind, ReturnType<typeof readAllParts>>()
  return <K extends FindingPartKind>(kind: K, findingId: string) => {
    const all = known.get(kind) ?? readAllParts(read, kind)
    known.set(kind, all)
    // Rows of the kind; closed lists, days and amounts are only written from the records themselves.
    return (all.get(findingId) ?? []) as unknown as readonly FindingPartRecords[K][]
  }
}

/** Each file of a finding once, whatever number of measures it proves. */
function evidenceOf({ read }: Store, findingId: string): ReportItem['evidence'] {
  const byFile = new Map(readEvidenceOf(read, findingId).map((each) => [each.file.id, each]))
  return [...byFile.values()].map(({ evidence, file: { fileName, size, sha256 } }) => ({
    // Only written from the closed list.
    kind: evidence.kind as EvidenceKind,
    fileName,
    size,
    sha256,
  }))
}

/** The findings of programmes in the order of their documents, with what a report tells of each. */
function itemsReader(
  context: Context,
  store: Store,
  withEvidence: boolean,
): (program: ProgramRecord) => readonly ReportItem[] {
  const { read } = store
  const { ofFinding } = readAllMeasures(read)
  const partsOf = partsReader(store)
  const today = context.today()
  return (program) =>
    readFindingsOf(read, program.id).map((row) => {
      const finding = toFindingRecord(row)
      return {
        finding,
        program,
        counting: countingOf(finding, program),
        timeliness: timelinessOf(finding, today),
        statusText: statusTextOf(finding),
        measures: (ofFinding.get(finding.id) ?? []).map(toMeasureRecord),
        amounts: partsOf('amount', finding.id),
        rules: partsOf('rule', finding.id),
        accountability: partsOf('accountability', finding.id),
        referrals: partsOf('referral', finding.id),
        extensions: partsOf('extension', finding.id).filter(({ decision }) => decision === 'approved'),
        evidence: withEvidence ? evidenceOf(store, finding.id) : [],
      }
    })
}

/** First and last year that a programme's findings belong to; null where it does not say. */
function yearsOf({ originYears }: ProgramRecord): { readonly first: number; readonly last: number } | null {
  const years = [...originYears.matchAll(/\d{4}/gu)].map(([year]) => Number(year))
  return years.length === 0 ? null : { first: Math.min(...years), last: Math.max(...years) }
}

/** Audits of earlier years than any of the chosen ones. */
function earlierPrograms(all: readonly ProgramRecord[], chosen: readonly ProgramRecord[]): readonly ProgramRecord[] {
  const first = Math.min(...chosen.flatMap((program) => yearsOf(program)?.first ?? []))
  const ids = new Set(chosen.map(({ id }) => id))
  return all.filter((program) => {
    const years = yearsOf(program)
    return years !== null && years.last < first && auditSources.has(program.source) && !ids.has(program.id)
  })
}

/** By programme: the day of its last periodic report, by whatever way it went out. */
function lastReports({ read }: Store): ReadonlyMap<string, IsoDate> {
  const days = new Map<string, IsoDate>()
  for (const { kind, programIds, issuedOn } of readReports(read).toReversed())
    // Only written from an IsoDate.
    if (kind === 'periodic') for (const id of programIds) days.set(id, issuedOn as IsoDate)
  return days
}

/** What a 整改报告 of some programmes is written from, as of today. */
export function reportFactsOf(
  context: Context,
  store: Store,
  asked: { readonly kind: RectReportKind; readonly programIds: readonly string[] },
): Result<RectReportFacts> {
  const bureau = readBureau(store.read)
  if (!bureau) return err('notInitialised')
  const byId = programsById(store)
  const wanted = new Set(asked.programIds)
  const programs = [...byId.values()].filter(({ id }) => wanted.has(id))
  if (programs.length !== wanted.size) return err('notFound')
  const itemsOf = itemsReader(context, store, asked.kind === 'auditOffice')
  const items = programs.flatMap(itemsOf)
  const [asOf, rate] = [context.today(), rateChoiceOf(null, programs)]
  const findings = items.map(({ finding }) => finding)
  const earlier = asked.kind === 'congress' ? earlierPrograms([...byId.values()], programs) : []
  return ok({
    bureau: bureau.name,
    asOf,
    programs,
    items,
    statistics: statisticsOf(statisticsFactsOf(store, findings, byId), { by: 'program', rate, asOf }),
    rate,
    earlier: earlier
      .map((program) => ({ program, items: itemsOf(program) }))
      .filter((each) => each.items.some(({ counting }) => counting.inDenominator && !counting.isDone)),
    reportedOn: lastReports(store),
  })
}
