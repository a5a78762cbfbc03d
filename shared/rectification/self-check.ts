import { addDecimals, compareDecimals, decimalText, parseDecimal, type Decimal } from '../core/decimal'
import { grouped } from '../core/grouped'
import { formatMoney } from '../core/money'
import { treatmentLabels } from '../terms/rectification'
import { ledgerTexts } from '../terms/rectification-self-check'
import { moneyUnitWord } from '../terms/rectification-statistics'
import { countingOf, tallyOf } from './counting'
import { declaredIssues, heldOf } from './declared-check'
import type { FindingRecord, ProgramRecord } from './record'
import type { FindingAmount } from './part-records'
import type { SelfCheckIssue } from './statistics-contract'

/** What the ledger knows beside the findings themselves. */
export interface LedgerFacts {
  readonly programs: readonly ProgramRecord[]
  /** Of these programmes. */
  readonly findings: readonly FindingRecord[]
  /** By programme. */
  readonly manifestations: ReadonlyMap<string, number>
  /** Different measures by programme. */
  readonly measures: ReadonlyMap<string, number>
  /** By finding: measures that are neither done nor justified. */
  readonly openMeasures: ReadonlyMap<string, number>
  readonly amounts: ReadonlyMap<string, readonly Omit<FindingAmount, 'id' | 'findingId' | 'voucherNo'>[]>
  /** By finding; names of the files whose bytes are not there. */
  readonly evidence: ReadonlyMap<string, { readonly files: number; readonly missing: readonly string[] }>
  /** Findings whose last 销号 was signed in this program. */
  readonly closedHere: ReadonlySet<string>
}

type Amount = NonNullable<ReturnType<LedgerFacts['amounts']['get']>>[number]

const zero: Decimal = { digits: 0n, scale: 0 }

function nameOf({ no, title }: FindingRecord): string {
  return no === '' ? title : `${no} ${title}`
}

/** 应 and 已 as exact figures in the unit that is shown; null where nothing was entered. */
function figuresOf(amount: Amount): { readonly required: Decimal | null; readonly done: Decimal | null } {
  if (amount.unit !== '')
    return {
      required: amount.required === null ? null : parseDecimal(amount.required),
      done: amount.done === null ? null : parseDecimal(amount.done),
    }
  const money = (fen: Amount['requiredFen']): Decimal | null =>
    fen === null ? null : parseDecimal(formatMoney(fen, 'tenThousand'))
  return { required: money(amount.requiredFen), done: money(amount.doneFen) }
}

function shown(value: Decimal, unit: string): string {
  return `${decimalText(value)}${unit === '' ? moneyUnitWord : unit}`
}

function issueOf(
  finding: FindingRecord,
  code: SelfCheckIssue['code'],
  text: string,
  severity: SelfCheckIssue['severity'] = 'warning',
): SelfCheckIssue {
  return { code, severity, text, quote: '', findingId: finding.id, programId: finding.programId }
}

function amountIssues(finding: FindingRecord, amounts: readonly Amount[], isDone: boolean): readonly SelfCheckIssue[] {
  const name = nameOf(finding)
  const issues = amounts.flatMap((amount) => {
    const { required, done } = figuresOf(amount)
    if (required === null) return []
    const order = compareDecimals(done ?? zero, required)
    const figures = [shown(done ?? zero, amount.unit), shown(required, amount.unit)] as const
    const treatment = treatmentLabels[amount.treatment]
    if (isDone && order < 0)
      return [issueOf(finding, 'doneBesideOpenQuantity', ledgerTexts.openQuantity(name, treatment, ...figures))]
    if (order > 0 && amount.reason === '')
      return [issueOf(finding, 'sumMismatch', ledgerTexts.doneOverRequired(name, treatment, ...figures))]
    return []
  })
  const required = amounts.flatMap((amount) => (amount.unit === '' ? (figuresOf(amount).required ?? []) : []))
  const whole = finding.amount === null ? null : parseDecimal(formatMoney(finding.amount, 'tenThousand'))
  const sum = required.reduce(addDecimals, zero)
  if (whole === null || compareDecimals(sum, whole) <= 0) return issues
  const text = ledgerTexts.requiredOverAmount(name, shown(sum, ''), shown(whole, ''))
  return [...issues, issueOf(finding, 'sumMismatch', text)]
}

function findingIssues(finding: FindingRecord, program: ProgramRecord, facts: LedgerFacts): readonly SelfCheckIssue[] {
  const { isDone } = countingOf(finding, program)
  const name = nameOf(finding)
  const issues = [...amountIssues(finding, facts.amounts.get(finding.id) ?? [], isDone)]
  const open = facts.openMeasures.get(finding.id) ?? 0
  if (isDone && open > 0) issues.push(issueOf(finding, 'doneWithOpenMeasure', ledgerTexts.openMeasures(name, open)))
  const evidence = facts.evidence.get(finding.id)
  if (finding.state === 'closed' && facts.closedHere.has(finding.id) && !evidence?.files)
    issues.push(issueOf(finding, 'closedWithoutEvidence', ledgerTexts.closedWithoutEvidence(name), 'error'))
  if (evidence && evidence.missing.length > 0)
    issues.push(issueOf(finding, 'evidenceMissing', ledgerTexts.evidenceMissing(name, evidence.missing), 'error'))
  return issues
}

/** 已整改 beside 已推动整改: within one programme, or only once several are added up. Source: domain §7 G12. */
function verbIssues(facts: LedgerFacts, findingsOf: ReadonlyMap<string, readonly FindingRecord[]>): SelfCheckIssue[] {
  const countings = facts.programs.map((program) =>
    (findingsOf.get(program.id) ?? []).map((finding) => countingOf(finding, program)),
  )
  const issueFor = (scope: string, programId: string | null, of: (typeof countings)[number]): SelfCheckIssue[] => {
    const { isMixed, done, promoted } = tallyOf(of)
    if (!isMixed) return []
    const text = ledgerTexts.mixedVerbs(scope, done - promoted, promoted)
    return [{ code: 'mixedVerbs', severity: 'warning', text, quote: '', findingId: null, programId }]
  }
  const own = facts.programs.flatMap(({ id, title }, index) => issueFor(title, id, countings[index] ?? []))
  return facts.programs.length > 1 ? [...own, ...issueFor(ledgerTexts.allPrograms, null, countings.flat())] : own
}

/** 数字自洽检查 of the ledger itself. Source: product F5. */
export function ledgerIssues(facts: LedgerFacts): readonly SelfCheckIssue[] {
  const findingsOf = grouped(facts.findings, ({ programId }) => programId)
  const declared = facts.programs.flatMap((program) =>
    declaredIssues(
      program,
      heldOf(findingsOf.get(program.id) ?? [], {
        manifestations: facts.manifestations.get(program.id) ?? 0,
        measures: facts.measures.get(program.id) ?? 0,
      }),
    ),
  )
  const single = facts.programs.flatMap((program) =>
    (findingsOf.get(program.id) ?? []).flatMap((finding) => findingIssues(finding, program, facts)),
  )
  return [...declared, ...verbIssues(facts, findingsOf), ...single]
}
