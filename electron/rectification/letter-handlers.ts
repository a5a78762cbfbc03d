import type { Store } from '../../db/access'
import { readPartRecords } from '../../db/repositories/finding-parts'
import { readFinding, toFindingRecord } from '../../db/repositories/findings'
import { readMeasuresOf, toMeasureRecord } from '../../db/repositories/measures'
import { insertLetter, readLetters } from '../../db/repositories/rect-papers'
import { readBureau } from '../../db/repositories/settings'
import type { IsoDate } from '../../shared/core/dates'
import { err, ok, type Failure, type Result } from '../../shared/core/result'
import type { Handlers, Input } from '../../shared/ipc/procedure'
import { isLetterFitting, letterDraft, type LetterFacts } from '../../shared/rectification/letters'
import type { LetterDraft, LetterKind, paperContract } from '../../shared/rectification/paper-contract'
import { isOpenFinding } from '../../shared/rectification/timeliness'
import { withCheckCode } from '../../shared/reports/check-code'
import { plainText } from '../../shared/reports/plain-text'
import { letterReport } from '../../shared/reports/rectification-papers'
import { fillText } from '../../shared/reports/sentences'
import { letterKindLabels } from '../../shared/terms/rectification'
import { letterText } from '../../shared/terms/rectification-letters'
import { reportTerms } from '../../shared/terms/reports'
import { openedStore, writeIntent, type Context } from '../context'
import { grantedFolder } from '../core/grants'
import { sha256Hex } from '../reports/digest'
import { programOf } from './facts'
import { statusTextOf } from './present'
import { issuePaper, type WrittenPaper } from './write-paper'

type LetterCalls = Pick<
  typeof paperContract,
  'rectification.draftLetter' | 'rectification.issueLetter' | 'rectification.letters'
>

function factsOf(context: Context, store: Store, findingId: string): Result<LetterFacts> {
  const { read } = store
  const row = readFinding(read, findingId)
  const bureau = readBureau(read)
  if (!row) return err('notFound')
  if (!bureau) return err('notInitialised')
  const finding = toFindingRecord(row)
  return ok({
    finding,
    program: programOf(read, finding),
    statusText: statusTextOf(finding),
    measures: readMeasuresOf(read, findingId).map(({ measure }) => toMeasureRecord(measure)),
    amounts: readPartRecords(read, 'amount', findingId),
    bureau: bureau.name,
    today: context.today(),
    calendars: context.calendars(),
  })
}

/** Why a letter does not fit: the finding is done, or its deadline stands on the other side. */
function notDue({ finding, statusText, today }: LetterFacts, kind: LetterKind): Failure {
  const { dueOn } = finding
  const timing = dueOn === null ? letterText.noDueState : today > dueOn ? letterText.pastDue : letterText.notDueYet
  const state = isOpenFinding(finding) ? fillText(letterText.state, { state: statusText, timing }) : statusText
  return { code: 'letterNotDue', params: { state, letter: letterKindLabels[kind] } }
}

function fittingFacts(context: Context, store: Store, findingId: string, kind: LetterKind): Result<LetterFacts> {
  const facts = factsOf(context, store, findingId)
  if (!facts.ok || isLetterFitting(facts.value.finding, kind, facts.value.today)) return facts
  return { ok: false, error: notDue(facts.value, kind) }
}

/** The text without empty lines; what a letter cannot go without. */
function completed(letter: LetterDraft): Result<LetterDraft> {
  const paragraphs = letter.paragraphs.map((text) => text.trim()).filter((text) => text !== '')
  const [to, title] = [letter.to.trim(), letter.title.trim()]
  const missing = [
    ...(to === '' ? [letterText.addressee] : []),
    ...(title === '' || paragraphs.length === 0 ? [letterText.body] : []),
  ]
  if (missing.length > 0) return err('findingNeedsFields', { fields: missing.join(reportTerms.enumeration) })
  return ok({ ...letter, to, title, docNo: letter.docNo.trim(), paragraphs })
}

async function issueLetter(
  context: Context,
  { findingId, folder, ...given }: Input<LetterCalls['rectification.issueLetter']>,
): Promise<Result<{ file: WrittenPaper }>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const target = grantedFolder(context, folder)
  if (!target.ok) return target
  const facts = fittingFacts(context, store.value, findingId, given.kind)
  if (!facts.ok) return facts
  const letter = completed(given)
  if (!letter.ok) return letter
  const { kind, docNo, to, signedOn } = letter.value
  const { finding, bureau } = facts.value
  const report = withCheckCode(letterReport(letter.value, { bureau, findingNo: finding.no }), sha256Hex)
  const issued = await issuePaper(context, report, target.value, () =>
    writeIntent(context, 'rectification.issueLetter', { title: finding.title, value: letterKindLabels[kind] }, (db) => {
      const isSample = readFinding(db, findingId)?.isSample ?? false
      insertLetter(db, {
        id: context.newId(),
        findingId,
        kind,
        docNo,
        to,
        issuedOn: signedOn,
        issuedBy: context.actor(),
        body: plainText(report),
        isSample,
      })
      return ok({})
    }),
  )
  return issued.ok ? ok({ file: issued.value.file }) : issued
}

/** 督办通知书, 提醒书, 告诫书. */
export const letterHandlers: Handlers<LetterCalls, Context> = {
  'rectification.draftLetter': (context, { findingId, kind }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const facts = fittingFacts(context, store.value, findingId, kind)
    return facts.ok ? ok(letterDraft(facts.value, kind)) : facts
  },

  'rectification.issueLetter': (context, input) => issueLetter(context, input),

  'rectification.letters': (context, { findingId }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    return ok(
      readLetters(store.value.read, findingId).map(({ id, kind, docNo, to, issuedOn, issuedBy }) => ({
        id,
        docNo,
        to,
        issuedBy,
        // Closed lists and days are only written from the contract's own.
        kind: kind as LetterKind,
        issuedOn: issuedOn as IsoDate,
      })),
    )
  },
}
