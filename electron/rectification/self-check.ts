import type { Store } from '../../db/access'
import { readAllParts } from '../../db/repositories/finding-parts'
import {
  readEvidenceFiles,
  readManifestationOwners,
  readMeasureLinks,
  readOpenMeasureOwners,
} from '../../db/repositories/finding-totals'
import { readFindings, toFindingRecord } from '../../db/repositories/findings'
import { grouped } from '../../shared/core/grouped'
import type { FindingRecord, ProgramRecord } from '../../shared/rectification/record'
import type { FindingAmount } from '../../shared/rectification/part-records'
import { publishedInText } from '../../shared/rectification/published-check'
import { ledgerIssues, type LedgerFacts } from '../../shared/rectification/self-check'
import type { SelfCheckIssue } from '../../shared/rectification/statistics-contract'
import { tightText } from '../../shared/rectification/notice-lines'
import { checkText } from '../../shared/rectification/text-check'
import { listingIn } from '../../shared/rectification/text-listing'
import { foldDigits } from '../../shared/rectification/text-numbers'
import { textAgainstLedger } from '../../shared/rectification/text-ledger-check'
import type { Context } from '../context'
import { isKept } from '../core/attachment-store'
import { programsById } from './present'

function evidenceOf(context: Context, store: Store): LedgerFacts['evidence'] {
  const files = grouped(readEvidenceFiles(store.read), ({ findingId }) => findingId)
  return new Map(
    [...files].map(([findingId, own]) => [
      findingId,
      {
        files: own.length,
        missing: own.filter(({ sha256 }) => !isKept(context.dataFolder, sha256)).map(({ fileName }) => fileName),
      },
    ]),
  )
}

/** How often each id stands in a list. */
function tallied(ids: Iterable<string>): ReadonlyMap<string, number> {
  return new Map([...grouped(ids, (id) => id)].map(([id, all]) => [id, all.length]))
}

/** Findings whose last cycle ended with a 销号单 of this program. */
function closedHereOf(store: Store): ReadonlySet<string> {
  const closed = [...readAllParts(store.read, 'cycle')].filter(
    ([, cycles]) => cycles.toSorted((left, right) => left.seq - right.seq).at(-1)?.closureForm != null,
  )
  return new Set(closed.map(([findingId]) => findingId))
}

function factsOf(
  context: Context,
  store: Store,
  programs: readonly ProgramRecord[],
  findings: readonly FindingRecord[],
): LedgerFacts {
  const programOf = new Map(findings.map(({ id, programId }) => [id, programId]))
  const links = readMeasureLinks(store.read).flatMap(({ findingId, measureId }) => {
    const programId = programOf.get(findingId)
    return programId === undefined ? [] : [{ programId, measureId }]
  })
  const measures = grouped(links, ({ programId }) => programId)
  return {
    programs,
    findings,
    manifestations: tallied(readManifestationOwners(store.read).flatMap((id) => programOf.get(id) ?? [])),
    measures: new Map([...measures].map(([id, own]) => [id, new Set(own.map(({ measureId }) => measureId)).size])),
    openMeasures: tallied(readOpenMeasureOwners(store.read)),
    // Treatments are only written from the records themselves.
    amounts: readAllParts(store.read, 'amount') as ReadonlyMap<string, readonly FindingAmount[]>,
    evidence: evidenceOf(context, store),
    closedHere: closedHereOf(store),
  }
}

const figureCodes: ReadonlySet<SelfCheckIssue['code']> = new Set(['percentMismatch', 'sumMismatch'])

/** A text by itself; where nothing can be made from its figures, that is said once and not figure by figure. */
function textIssues(text: string): readonly SelfCheckIssue[] {
  const published = publishedInText(text)
  const plain = (quote: string): string => tightText(foldDigits(quote))
  const told = published.map(({ quote }) => plain(quote))
  const others = checkText(text, listingIn(text)).filter(
    ({ code, quote }) => !figureCodes.has(code) || !told.some((each) => each.includes(plain(quote))),
  )
  return [...published, ...others]
}

/** What does not agree in the ledger of some programmes (none = all) and, where given, in a text. */
export function selfCheckOf(
  context: Context,
  store: Store,
  { programIds, text }: { readonly programIds: readonly string[]; readonly text: string | null },
): SelfCheckIssue[] {
  const wanted = new Set(programIds)
  const programs = [...programsById(store).values()].filter(({ id }) => wanted.size === 0 || wanted.has(id))
  const chosen = new Map(programs.map((program) => [program.id, program]))
  const findings = readFindings(store.read)
    .filter(({ programId }) => chosen.has(programId))
    .map(toFindingRecord)
  const ofLedger = ledgerIssues(factsOf(context, store, programs, findings))
  if (text === null || text.trim() === '') return [...ofLedger]
  return [...ofLedger, ...textIssues(text), ...textAgainstLedger(text, findings, chosen)]
}
