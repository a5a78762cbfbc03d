import { leadClasses, type LeadClass, type LeadRecord } from '../investment/record'
import { leadClassLabel } from '../terms/investment'
import { completionTerms, investmentTerms, reportTerms } from '../terms/reports'
import type { CellContent, SheetRow } from './model'
import type { InvestmentFacts, InvestmentFigures } from './investment-figures'
import { summaryRow } from './investment-summary'
import { monthList } from './frame'
import { fillText } from './sentences'

/** The sentence that stands in place of every score. */
export function noSchemeSentence(facts: InvestmentFacts): string {
  const category = completionTerms.categories[facts.category - 1] ?? ''
  return fillText(completionTerms.noScheme, { year: facts.period.year, category })
}

/** A count and how it came about in the quarter. */
interface Counts {
  readonly inYear: readonly LeadRecord[]
  readonly gained: readonly LeadRecord[]
  readonly lost: readonly LeadRecord[]
}

interface Line extends Counts {
  readonly name: string
  readonly waiting?: readonly LeadRecord[]
}

function ofClass(leads: readonly LeadRecord[], leadClass: LeadClass): readonly LeadRecord[] {
  return leads.filter((lead) => lead.districtClass === leadClass)
}

function inPeriod({ gained, lost }: Counts): string {
  return String(gained.length - lost.length)
}

/** A head row and its classes; `from` is the head's own row number, as the sums name the rows below it. */
function lineRows(line: Line, number: number, from: number): readonly SheetRow[] {
  const parts = leadClasses
    .map((leadClass) => ({
      leadClass,
      inYear: ofClass(line.inYear, leadClass),
      gained: ofClass(line.gained, leadClass),
      lost: ofClass(line.lost, leadClass),
    }))
    .filter((part) => part.inYear.length + part.gained.length + part.lost.length > 0)
  const total = (value: string): CellContent =>
    parts.length === 0 ? value : { value, sumOf: [from + 1, from + parts.length] }
  const waiting = line.waiting?.length ?? 0
  return [
    summaryRow('data', number, {
      name: line.name,
      inPeriod: total(inPeriod(line)),
      inYear: total(String(line.inYear.length)),
      ...(waiting > 0
        ? { pending: String(waiting), remark: fillText(completionTerms.waitingNote, { count: waiting }) }
        : {}),
    }),
    ...parts.map((part) =>
      summaryRow('part', null, {
        name: fillText(investmentTerms.classRow, { class: leadClassLabel(part.leadClass) }),
        inPeriod: inPeriod(part),
        inYear: String(part.inYear.length),
      }),
    ),
  ]
}

function leadLines(figures: InvestmentFigures): readonly Line[] {
  const { filedInYear, filedInPeriod, effective, effectiveBefore, landed, landedBefore } = figures
  return [
    { name: completionTerms.filedRow, inYear: filedInYear, gained: filedInPeriod, lost: [] },
    {
      name: completionTerms.effectiveRow,
      inYear: effective,
      gained: effective,
      lost: effectiveBefore,
      waiting: figures.incomplete,
    },
    { name: completionTerms.landedRow, inYear: landed, gained: landed, lost: landedBefore },
  ]
}

/** 「1月1篇、2月0篇」, the months up to the cut-off. */
export function monthCounts(figures: InvestmentFigures): string {
  return figures.briefMonths
    .map(({ month, count }) => fillText(completionTerms.monthCount, { month, count }))
    .join(reportTerms.enumeration)
}

function briefsRow(figures: InvestmentFigures, number: number): SheetRow {
  const months = monthList(figures.missingMonths)
  return summaryRow('data', number, {
    name: completionTerms.briefsRow,
    inPeriod: String(figures.briefsInPeriod.length),
    inYear: String(figures.briefs.length),
    remark: months === '' ? '' : fillText(completionTerms.missingNote, { months }),
  })
}

function trainingsRow(figures: InvestmentFigures, number: number): SheetRow {
  const required = figures.trainings.filter(({ isRequired }) => isRequired)
  const attended = required.filter(({ isAttended }) => isAttended)
  const attendedInPeriod = figures.trainingsInPeriod.filter(({ isRequired, isAttended }) => isRequired && isAttended)
  return summaryRow('data', number, {
    name: completionTerms.trainingsRow,
    inPeriod: String(attendedInPeriod.length),
    inYear: String(attended.length),
    remark:
      required.length === 0
        ? investmentTerms.noneRequired
        : fillText(completionTerms.requiredNote, { required: required.length }),
  })
}

/** The summary table where no scheme gives points: what was filed, effective, landed, reported and attended. */
export function completionRows(figures: InvestmentFigures): readonly SheetRow[] {
  const rows: SheetRow[] = []
  let number = 0
  if (figures.target !== null) {
    number += 1
    const remark = completionTerms.targetNote
    rows.push(summaryRow('data', number, { name: investmentTerms.indicatorRow, target: figures.target, remark }))
  }
  for (const line of leadLines(figures)) {
    number += 1
    rows.push(...lineRows(line, number, rows.length))
  }
  return [...rows, briefsRow(figures, number + 1), trainingsRow(figures, number + 2)]
}
