import { addMoney, fen, formatMoney, type Fen } from '../core/money'
import type { FieldValue } from '../tables/reading'
import { cleanText, lineText } from '../tables/text-forms'
import { rectSourceLabels } from '../terms/rectification'
import { joinNames, outcomeText, splitNames } from './ledger-texts'
import { itemsCell, joinItems } from './measure-text'
import { originYearsOf } from './origin-years'
import { treatments, type FindingRecord, type ProgramRecord, type Treatment } from './record'
import {
  type Accountability,
  type FindingAmount,
  type FindingPoint,
  type MeasureRecord,
  type Referral,
  type RuleMade,
} from './part-records'
import { sourceOfText } from './source-words'
import { ledgerStatus } from './status-words'

/** What a row of the ledger says beside the finding's own fields. */
export interface LedgerParts {
  readonly points: readonly Pick<FindingPoint, 'id' | 'parentId' | 'text'>[]
  readonly measures: readonly Pick<MeasureRecord, 'text'>[]
  readonly amounts: readonly Pick<FindingAmount, 'treatment' | 'unit' | 'requiredFen' | 'doneFen'>[]
  readonly rules: readonly Pick<RuleMade, 'name'>[]
  readonly accountability: readonly Pick<Accountability, 'persons'>[]
  readonly referrals: readonly Pick<Referral, 'cases' | 'persons' | 'amount'>[]
}

function line(text: string): string | null {
  return lineText(text) || null
}

function paragraph(text: string): string | null {
  return cleanText(text) || null
}

/** A number as a code cell keeps it. */
export function codeText(text: string): string | null {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().replace(/^'/, '') || null
}

function money(amount: Fen | null): string | null {
  return amount === null ? null : formatMoney(amount, 'tenThousand')
}

/** Exact sum of what is known; null when nothing is. Unit: 分. */
function sumOf(amounts: readonly (Fen | null)[]): Fen | null {
  const known = amounts.filter((amount) => amount !== null)
  return known.length === 0 ? null : addMoney(...known)
}

function count(values: readonly number[]): number | null {
  return values.reduce((sum, value) => sum + value, 0) || null
}

/** 问题表现 with their 条 below them, one item each. */
function pointItems(points: LedgerParts['points']): readonly string[] {
  return points
    .filter(({ parentId }) => parentId === null)
    .map(({ id, text }) => {
      const below = points.filter(({ parentId }) => parentId === id).map((point) => point.text)
      return below.length === 0 ? text : `${text}\n${joinItems(below)}`
    })
}

type AmountValues = Readonly<Record<'requiredAmount' | Treatment, string | null>>

// Every treatment is one of the columns.
const withoutAmounts = Object.fromEntries(
  ['requiredAmount', ...treatments].map((field) => [field, null]),
) as AmountValues

function amountValues({ amounts }: LedgerParts): AmountValues {
  if (amounts.length === 0) return withoutAmounts
  const ofMoney = amounts.filter(({ unit }) => unit === '')
  const done = treatments.map((treatment) => {
    const own = ofMoney.filter((each) => each.treatment === treatment)
    return [treatment, money(sumOf(own.map(({ doneFen }) => doneFen)))] as const
  })
  return {
    requiredAmount: money(sumOf(ofMoney.map(({ requiredFen }) => requiredFen))),
    // Every treatment is one of the columns.
    ...(Object.fromEntries(done) as Record<Treatment, string | null>),
  }
}

function partValues(parts: LedgerParts): Readonly<Record<string, FieldValue>> {
  const { points, measures, rules, accountability, referrals } = parts
  const names = rules.map(({ name }) => lineText(name)).filter((name) => name !== '')
  return {
    points: itemsCell(pointItems(points)) || null,
    measures: itemsCell(measures.map(({ text }) => text)) || null,
    ...amountValues(parts),
    rulesMade: count([Math.max(rules.length, splitNames(joinNames(names)).length)]),
    ruleNames: joinNames(splitNames(joinNames(names))) || null,
    accountable: count(accountability.map(({ persons }) => persons)),
    referralCases: count(referrals.map(({ cases }) => cases)),
    referralPersons: count(referrals.map(({ persons }) => persons)),
    referralAmount: money(fen(referrals.reduce((sum, { amount }) => sum + (amount ?? 0), 0)) || null),
  }
}

/** The programme's own columns of a row. */
export function programValues(
  program: ProgramRecord,
): Readonly<Record<'programTitle' | 'docNo' | 'source' | 'originYears', string | null>> {
  const level = lineText(program.level)
  return {
    programTitle: lineText(program.title),
    docNo: line(program.docNo),
    source: level !== '' && sourceOfText(level) === program.source ? level : rectSourceLabels[program.source],
    // Only where the title does not say it.
    originYears: originYearsOf(program.title) === program.originYears ? null : line(program.originYears),
  }
}

/** A finding in the fields and forms in which the table engine reads its row, for exports and for comparing. */
export function findingValues(finding: FindingRecord, parts: LedgerParts): Readonly<Record<string, FieldValue>> {
  const isExtended = finding.extensionCount > 0 && finding.originalDueOn !== null
  return {
    no: codeText(finding.no),
    kind: finding.kind,
    aspect: line(finding.aspect),
    keyIssue: line(finding.keyIssue),
    category: line(finding.category),
    title: line(finding.title),
    detail: paragraph(finding.detail),
    auditee: line(finding.auditee),
    amount: money(finding.amount),
    amountClass: finding.amountClass,
    legalBasis: paragraph(finding.legalBasis),
    auditSuggestion: paragraph(finding.auditSuggestion),
    isRecurrence: finding.isRecurrence,
    rectType: finding.rectType,
    standard: paragraph(finding.standard),
    leader: line(finding.leader),
    leadUnit: line(finding.leadUnit),
    units: line(finding.units),
    handler: line(finding.handler),
    dueOn: isExtended ? finding.originalDueOn : finding.dueOn,
    extendedTo: isExtended ? finding.dueOn : null,
    progress: paragraph(finding.progress),
    result: paragraph(finding.result),
    outcome: outcomeText(finding.progress, finding.result) || null,
    status: ledgerStatus(finding),
    reasonNotDone: paragraph(finding.reasonNotDone),
    nextStep: paragraph(finding.nextStep),
    evidenceText: paragraph(finding.evidenceText),
    mechanism: paragraph(finding.mechanism),
    isPublic: finding.isPublic,
    determinedBy: line(finding.determinedBy),
    determinedOn: finding.determinedOn,
    closedOn: finding.closedOn,
    remark: paragraph(finding.remark),
    ...partValues(parts),
  }
}
