import type { Store } from '../../db/access'
import { readAssignments } from '../../db/repositories/assignments'
import { readPeople } from '../../db/repositories/people'
import { readReportEdits } from '../../db/repositories/report-edits'
import { readBureau } from '../../db/repositories/settings'
import { err, ok, type Result } from '../../shared/core/result'
import type { ChapterFacts } from '../../shared/reports/chapter-facts'
import { withCheckCode } from '../../shared/reports/check-code'
import type { ReportEdit } from '../../shared/reports/edits'
import type { ReportFrame } from '../../shared/reports/frame'
import { knownPeople } from '../../shared/reports/known-people'
import type { Report } from '../../shared/reports/model'
import { parseReportPeriod } from '../../shared/reports/period'
import { periodReport } from '../../shared/reports/period-report'
import type { ReportSection } from '../../shared/reports/section'
import { environmentSection } from '../../shared/reports/section-environment'
import { investmentSection } from '../../shared/reports/section-investment'
import { projectsSection } from '../../shared/reports/section-projects'
import { rectificationSection } from '../../shared/reports/section-rectification'
import { revenueSection } from '../../shared/reports/section-revenue'
import { withoutPeople, type KnownPeople } from '../../shared/reports/without-people'
import { reportTerms } from '../../shared/terms/reports'
import type { Context } from '../context'
import { sha256Hex } from './digest'
import { environmentFactsOf } from './facts-environment'
import { investmentFactsOf } from './facts-investment'
import { projectsFactsOf } from './facts-projects'
import { rectificationFactsOf } from './facts-rectification'
import { revenueFactsOf } from './facts-revenue'
import { contextAsOf } from './report-frame'

/** The period, the bureau and the cut-off: today while the period runs, else its last day. */
function frameOf(context: Context, store: Store, text: string): Result<ReportFrame> {
  const period = parseReportPeriod(text)
  if (!period) return err('periodInvalid', { period: text })
  const bureau = readBureau(store.read)
  if (!bureau) return err('notInitialised')
  const today = context.today()
  const asOf = today < period.end ? today : period.end
  if (asOf < period.start) return err('nothingToReport')
  return ok({ bureau: bureau.name, category: bureau.category, period, asOf, preparedOn: today })
}

/** The four streams of a period and 整改, each as it stood on the cut-off day. */
function factsOf(context: Context, store: Store, frame: ReportFrame): ChapterFacts {
  const then = contextAsOf(context, frame.asOf)
  return {
    investment: investmentFactsOf(then, store, frame),
    projects: projectsFactsOf(then, store, frame),
    environment: environmentFactsOf(then, store, frame),
    revenue: revenueFactsOf(then, store, frame),
    rectification: rectificationFactsOf(then, store, frame),
  }
}

/** The chapters; 整改 only where there is any. */
function sectionsOf(facts: ChapterFacts): readonly ReportSection[] {
  const rectification = rectificationSection(facts.rectification)
  return [
    investmentSection(facts.investment),
    projectsSection(facts.projects),
    environmentSection(facts.environment),
    revenueSection(facts.revenue),
    ...(rectification ? [rectification] : []),
  ]
}

/** 主送: the lead units of the year's assignments, in the order of the streams. */
function addresseeOf(store: Store, year: number): string {
  const units = readAssignments(store.read, year)
    .filter(({ withdrawnOn, leadUnit, stream }) => withdrawnOn === null && leadUnit !== '' && stream !== null)
    .map(({ leadUnit }) => leadUnit)
  return [...new Set(units)].join(reportTerms.enumeration)
}

/** A report and what it was made of. */
export interface ReportParts {
  readonly report: Report
  readonly frame: ReportFrame
  readonly facts: ChapterFacts
  /** Who is named in it: what leaves the house by file leaves them out, and so does the 核对码. */
  readonly people: KnownPeople
  readonly sections: readonly ReportSection[]
  readonly edits: readonly ReportEdit[]
}

/** The report of a quarter or a month over all chapters, with or without what was written by hand. */
export function reportParts(
  context: Context,
  store: Store,
  text: string,
  withHand: boolean = true,
): Result<ReportParts> {
  const frame = frameOf(context, store, text)
  if (!frame.ok) return frame
  const facts = factsOf(context, store, frame.value)
  const sections = sectionsOf(facts)
  const edits = withHand ? readReportEdits(store.read, text) : []
  const report = periodReport({
    ...frame.value,
    addressee: addresseeOf(store, frame.value.period.year),
    sections,
    edits,
    exportedAt: context.now().slice(0, 16).replace('T', ' '),
  })
  const colleagues = readPeople(store.read, true).map(({ name }) => name)
  const people = knownPeople(facts, colleagues, edits)
  const coded = withCheckCode(report, sha256Hex, withoutPeople(report, people))
  return ok({ report: coded, frame: frame.value, facts, people, sections, edits })
}

/** The report as it goes out. */
export function periodReportOf(context: Context, store: Store, text: string): Result<Report> {
  const parts = reportParts(context, store, text)
  return parts.ok ? ok(parts.value.report) : parts
}
