import type { ReadDb } from '../../db/access'
import { readEvidenceOf, type EvidenceFile } from '../../db/repositories/evidence'
import { readPartRecords } from '../../db/repositories/finding-parts'
import { readMeasuresOf, toMeasureRecord } from '../../db/repositories/measures'
import { readBureau } from '../../db/repositories/settings'
import { decimalText } from '../../shared/core/decimal'
import type { IsoDate } from '../../shared/core/dates'
import { formatMoney } from '../../shared/core/money'
import { canonicalJson, checkCodeOf } from '../../shared/reports/check-code'
import { figuresOf } from '../../shared/rectification/amount-guards'
import type { ClosureForm } from '../../shared/rectification/paper-contract'
import type { EvidenceKind, FindingRecord } from '../../shared/rectification/record'
import type { Cycle, FindingStep, FindingStepKind } from '../../shared/rectification/part-records'
import { timelinessOf } from '../../shared/rectification/timeliness'
import { extendedDueText, fileSizeText, listMark, ruleText } from '../../shared/terms/closure-form'
import { formatChineseDate } from '../../shared/terms/dates'
import {
  evidenceKindLabels,
  measureStatusLabels,
  rectSourceLabels,
  rectTypeLabels,
  timelinessText,
  treatmentLabels,
} from '../../shared/terms/rectification'
import { moneyUnitWord } from '../../shared/terms/rectification-statistics'
import { sha256Hex } from '../reports/digest'
import { programOf } from './facts'

type Unsigned = Omit<ClosureForm, 'checkCode'>

function dateText(day: IsoDate | null): string {
  return day === null ? '' : formatChineseDate(day)
}

/** The finding as it stood in a cycle: an earlier cycle keeps its own deadline, extensions and days. */
function asOfCycle(db: ReadDb, finding: FindingRecord, cycle: Cycle | null, steps: readonly FindingStep[]) {
  if (cycle === null || cycle.seq === finding.cycle) return finding
  const extensions = readPartRecords(db, 'extension', finding.id).filter(
    (each) => each.cycle === cycle.seq && each.decision === 'approved',
  )
  const { dueOn, closedOn, closureFormNo, seq } = cycle
  return {
    ...finding,
    cycle: seq,
    state: closedOn === null ? finding.state : ('closed' as const),
    dueOn,
    originalDueOn: extensions[0]?.oldDueOn ?? dueOn,
    extensionCount: extensions.length,
    submittedOn: lastOf(steps, 'submit')?.on ?? null,
    submittedBy: lastOf(steps, 'submit')?.by ?? '',
    determinedOn: lastOf(steps, 'confirm')?.on ?? null,
    closedOn,
    closedBy: lastOf(steps, 'close')?.by ?? '',
    closureFormNo,
  }
}

function lastOf(steps: readonly FindingStep[], kind: FindingStepKind): FindingStep | undefined {
  return steps.findLast((step) => step.kind === kind)
}

function amountsOf(db: ReadDb, findingId: string): Unsigned['amounts'] {
  return readPartRecords(db, 'amount', findingId).map((amount) => {
    const { unit, required, done } = figuresOf(amount)
    const textOf = (figure: typeof required): string => (figure === null ? '' : decimalText(figure))
    return { treatment: treatmentLabels[amount.treatment], required: textOf(required), done: textOf(done), unit }
  })
}

function measuresOf(db: ReadDb, findingId: string, evidence: readonly EvidenceFile[]): Unsigned['measures'] {
  return readMeasuresOf(db, findingId).map(({ measure: row }, index) => {
    const measure = toMeasureRecord(row)
    const files = evidence.filter((each) => each.evidence.measureId === measure.id)
    return {
      number: index + 1,
      text: measure.text,
      status: measureStatusLabels[measure.status],
      doneOn: dateText(measure.doneOn),
      evidence: files.map(({ file }) => file.fileName).join(listMark),
    }
  })
}

/** Each file once, whatever number of measures it proves. */
function filesOf(evidence: readonly EvidenceFile[]): Unsigned['evidence'] {
  const byFile = new Map(evidence.toReversed().map((each) => [each.file.id, each]))
  return [...byFile.values()].toReversed().map(({ evidence: { kind }, file }) => ({
    fileName: file.fileName,
    // Only written from the closed list.
    kind: evidenceKindLabels[kind as EvidenceKind],
    size: fileSizeText(file.size),
    digest: file.sha256,
  }))
}

function rulesOf(db: ReadDb, findingId: string): string[] {
  return readPartRecords(db, 'rule', findingId).map(({ name, docNo, issuedOn }) =>
    ruleText(name, docNo, dateText(issuedOn)),
  )
}

/** What the form says of the finding and its deadline. */
function aboutFinding(finding: FindingRecord, today: IsoDate) {
  const { dueOn, originalDueOn, extensionCount, amount, rectType } = finding
  return {
    no: finding.closureFormNo,
    findingNo: finding.no,
    title: finding.title,
    detail: finding.detail,
    amountText: amount === null ? '' : `${formatMoney(amount, 'tenThousand')}${moneyUnitWord}`,
    rectType: rectType === null ? '' : rectTypeLabels[rectType],
    leader: finding.leader,
    leadUnit: finding.leadUnit,
    handler: finding.handler,
    dueText: dueOn === null ? '' : extendedDueText(dateText(dueOn), dateText(originalDueOn), extensionCount),
    timelinessText: timelinessText(timelinessOf(finding, today), extensionCount),
    result: finding.result,
    cycle: finding.cycle,
    reopenCount: finding.reopenCount,
    closedBy: finding.closedBy,
    closedOn: dateText(finding.closedOn),
  }
}

/** 对账销号单 of a cycle, out of what the store knows; its 核对码 stands for all that is written on it. */
export function buildClosureForm(db: ReadDb, finding: FindingRecord, cycle: Cycle | null, today: IsoDate): ClosureForm {
  const seq = cycle?.seq ?? finding.cycle
  const steps = readPartRecords(db, 'step', finding.id).filter((step) => step.cycle === seq)
  const [submitted, verified] = [lastOf(steps, 'submit'), lastOf(steps, 'propose')]
  const evidence = readEvidenceOf(db, finding.id).filter((each) => each.evidence.cycle === seq)
  const program = programOf(db, finding)
  const standing = asOfCycle(db, finding, cycle, steps)
  const form: Unsigned = {
    bureau: readBureau(db)?.name ?? '',
    programTitle: program.title,
    docNo: program.docNo,
    source: rectSourceLabels[program.source],
    ...aboutFinding(standing, today),
    amounts: amountsOf(db, finding.id),
    measures: measuresOf(db, finding.id, evidence),
    evidence: filesOf(evidence),
    rules: rulesOf(db, finding.id),
    submittedBy: submitted?.by ?? standing.submittedBy,
    submittedOn: dateText(submitted?.on ?? standing.submittedOn),
    unitHead: submitted?.agreedBy ?? '',
    verifiedBy: verified?.by ?? standing.determinedBy,
    verifiedOn: dateText(verified?.on ?? standing.determinedOn),
  }
  return { ...form, checkCode: checkCodeOf(sha256Hex(canonicalJson(form))) }
}
