import type { Store } from '../../db/access'
import { readSentOf } from '../../db/repositories/packages'
import { readObjections } from '../../db/repositories/objections'
import { readSubmissionsOf, type Submission } from '../../db/repositories/submissions'
import { readUnitFigures } from '../../db/repositories/unit-figures'
import { invariant } from '../../shared/core/assert'
import type { IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { issueContract } from '../../shared/district/issue-contract'
import { receiptCounts, receiptOf, type ReceiptFacts } from '../../shared/district/receipt'
import { receiptReport } from '../../shared/district/receipt-paper'
import type { PeriodRecord, PublishedResult, UnitRecord } from '../../shared/district/record'
import type { ReceiptPayload } from '../../shared/exchange/payloads'
import type { Input, Output } from '../../shared/ipc/procedure'
import { withCheckCode } from '../../shared/reports/check-code'
import { parseReportPeriod } from '../../shared/reports/period'
import { fillText } from '../../shared/reports/sentences'
import { districtPapers, issueTerms, receiptTerms } from '../../shared/terms/district-papers'
import type { Context } from '../context'
import { grantedFolder, grantFile } from '../core/grants'
import type { PackageDraft } from '../exchange/package-model'
import { documentBytes } from '../jobs/document-bytes'
import { sha256Hex } from '../reports/digest'
import { approvedLines } from './approved-lines'
import { checksOfPeriod } from './checks-of-period'
import { districtStore } from './district-store'
import { standingsOf } from './inbox'
import { issueFolder, sealPackages } from './issue-packages'
import { periodOf } from './periods'
import { rulesOfPeriod } from './period-rules'
import { pendingChanges, resultNow } from './publish'
import { resultOf } from './publication-papers'

type SaveReceipts = (typeof issueContract)['district.saveReceipts']

/** Figures that the district gave a unit, each the newest one, by the names of its scheme. */
/** Figures that the district gave up to the lock, as the ranking counts them. */
function figuresOf(
  { read }: Store,
  { period: key, lockedOn }: PeriodRecord,
): (unit: UnitRecord) => ReceiptPayload['figures'] {
  const period = parseReportPeriod(key)
  invariant(period, `a period: ${key}`)
  const given = readUnitFigures(read, period.year)
  const { schemes } = rulesOfPeriod(read, period)
  return ({ id, category }) => {
    const names = new Map(schemes.get(category)?.components.map((component) => [component.id, component.name]))
    const counted = (given.get(id) ?? []).filter(({ givenOn }) => lockedOn === null || givenOn <= lockedOn)
    const newest = new Map(counted.map((row) => [row.componentId, row]))
    return [...newest.values()].map(({ componentId, value, docRef }) => {
      return { componentId, name: names.get(componentId) ?? componentId, value, docRef }
    })
  }
}

interface DecidedClaim {
  readonly unitId: string
  readonly lineKey: string
  readonly decision: string
}

/** How 同一企业两家单位申报 was decided; both units are told. The kept reason names both and says whose it is. */
function decidedClaims({ read }: Store, period: string): readonly DecidedClaim[] {
  return checksOfPeriod(read, period).flatMap(({ code, unitId, lineKey, other, decision }) => {
    if (code !== 'sameEnterprise' || !other || lineKey === null || !decision) return []
    if (decision.decision === 'dismissed') return []
    return [
      { unitId, lineKey, decision: decision.reason },
      { unitId: other.unitId, lineKey: other.lineKey, decision: decision.reason },
    ]
  })
}

/** Where the period stands: the result that receipts tell, and how far it is published. */
interface Standing {
  readonly categories: PublishedResult['categories']
  readonly isPublished: boolean
  readonly isFinal: boolean
  readonly objectionsUntil: IsoDate | null
  readonly docRef: string
}

/** The published result while it still holds; else what stands now, without a place. */
function standingOf(context: Context, store: Store, period: PeriodRecord): Result<Standing> {
  const pending = pendingChanges(context, store, period)
  if (!pending.ok) return pending
  if (pending.value && pending.value.changes.length === 0) {
    const { row } = pending.value
    const kind = row.kind === 'final' ? 'final' : 'trial'
    return ok({
      categories: resultOf(row).categories,
      isPublished: true,
      isFinal: kind === 'final',
      // Only written from IsoDate.
      objectionsUntil: row.objectionsUntil as IsoDate | null,
      docRef: fillText(receiptTerms.docRef, {
        kind: districtPapers.kinds[kind],
        version: row.version,
        code: row.checkCode,
      }),
    })
  }
  const now = resultNow(context, store, period)
  if (!now.ok) return now
  const { categories } = now.value
  return ok({ categories, isPublished: false, isFinal: false, objectionsUntil: null, docRef: '' })
}

/**
 * The returns that are answered: those asked for, else all of a locked period, and of an open one those that were
 * reviewed or returned, as the others have not been looked at.
 */
function answeredReturns(
  context: Context,
  store: Store,
  period: PeriodRecord,
  unitIds: readonly string[] | null,
): readonly { readonly unit: UnitRecord; readonly newest: Submission; readonly isLate: boolean }[] {
  return standingsOf(context, store, period).flatMap(({ unit, standing }) => {
    const isDone = period.lockedOn !== null || standing.state === 'reviewed' || standing.state === 'returned'
    if (unitIds === null ? !isDone : !unitIds.includes(unit.id)) return []
    const newest = readSubmissionsOf(store.read, unit.id, period.period).at(-1)
    return newest ? [{ unit, newest, isLate: standing.isOnTime === false }] : []
  })
}

/** Everything that each answered unit is told. */
function receiptsOf(
  context: Context,
  store: Store,
  period: PeriodRecord,
  unitIds: readonly string[] | null,
): Result<readonly ReceiptPayload[]> {
  const answered = answeredReturns(context, store, period, unitIds)
  if (answered.length === 0) return err('receiptsNothing', { period: period.period })
  const standing = standingOf(context, store, period)
  if (!standing.ok) return standing
  const approved = approvedLines(store.read, period.period)
  const figures = figuresOf(store, period)
  const claims = decidedClaims(store, period.period)
  const objections = readObjections(store.read, period.period)
  return ok(
    answered.map(({ unit, newest: { head, payload }, isLate }) => {
      const enterpriseOf = new Map(payload.lines.map((line) => [line.key, line.enterprise?.name ?? '']))
      const facts: ReceiptFacts = {
        ...standing.value,
        unitId: unit.id,
        unit: unit.name,
        period: period.period,
        isLate,
        edition: head.edition,
        checkCode: head.checkCode,
        // Only written from IsoDate.
        receivedOn: head.receivedOn as IsoDate,
        lines: payload.lines,
        verdicts: approved.get(unit.id)?.verdicts ?? new Map(),
        returnReason: head.returnedOn === null ? null : head.returnReason,
        category: standing.value.categories.find(({ category }) => category === unit.category) ?? null,
        figures: figures(unit),
        claims: claims
          .filter(({ unitId }) => unitId === unit.id)
          .map(({ lineKey, decision }) => ({ enterprise: enterpriseOf.get(lineKey) ?? '', lineKey, decision })),
        answers: objections.flatMap(({ id, unitId, isAccepted, answer }) =>
          unitId === unit.id && isAccepted !== null ? [{ id, isAccepted, answer }] : [],
        ),
      }
      return receiptOf(facts)
    }),
  )
}

/** The packages of receipts with a workbook and a document in each for people. */
async function receiptDrafts(
  context: Context,
  store: Store,
  receipts: readonly ReceiptPayload[],
  district: string,
): Promise<readonly PackageDraft[]> {
  const issue = { district, issuedOn: context.today() }
  const reports = receipts.map((receipt) => withCheckCode(receiptReport(receipt, issue), sha256Hex))
  const formats = ['xlsx', 'docx'] as const
  const orders = reports.flatMap((report) => formats.map((format) => ({ format, report })))
  const files = await documentBytes(context, 'writeReports', { orders })
  return receipts.map((receipt, index): PackageDraft => {
    const { unit, period, score } = receipt
    const [sent] = readSentOf(store.read, 'receipt', period, unit)
    return {
      kind: 'receipt',
      to: unit,
      period,
      year: parseReportPeriod(period)?.year ?? null,
      edition: (sent?.edition ?? 0) + 1,
      checkCode: reports[index]?.checkCode ?? '',
      counts: { ...receiptCounts(receipt) },
      ruleSet: score && { id: score.schemeId, version: score.schemeVersion },
      payload: receipt,
      files: formats.map((format, place) => ({
        path: `${receiptTerms.subject}.${format}`,
        bytes: files[index * formats.length + place] ?? new Uint8Array(),
      })),
      attachments: [],
    }
  })
}

/** Writes a 回执 for each answered unit, all into one new folder or none. */
export async function saveReceipts(
  context: Context,
  { period: key, folder, unitIds }: Input<SaveReceipts>,
): Promise<Result<Output<SaveReceipts>>> {
  const opened = districtStore(context)
  if (!opened.ok) return opened
  const { store, office } = opened.value
  const parent = grantedFolder(context, folder)
  if (!parent.ok) return parent
  const period = periodOf(context, store.read, key)
  if (!period.ok) return period
  const receipts = receiptsOf(context, store, period.value, unitIds)
  if (!receipts.ok) return receipts
  const packages = await sealPackages(context, store, await receiptDrafts(context, store, receipts.value, office.name))
  if (!packages.ok) return packages
  const name = [issueTerms.receiptsFolder, key, context.today().replaceAll('-', '')].join('_')
  const issued = await issueFolder(context, { parent: parent.value, name }, packages.value)
  return issued.ok ? ok({ files: packages.value.length, folderToken: grantFile(context, issued.value) }) : issued
}
