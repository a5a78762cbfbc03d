import { isDeepStrictEqual } from 'node:util'
import type { ReadDb, WriteDb } from '../../db/access'
import { insertRuleDocument, updateRuleDocument, type RuleDocumentRow } from '../../db/repositories/rule-documents'
import { err, ok, type Result } from '../../shared/core/result'
import type { PackageChange } from '../../shared/exchange/contract'
import type { RulesPayload } from '../../shared/exchange/payloads'
import type { RuleDocument } from '../../shared/scoring/contract'
import { compareVersions } from '../../shared/scoring/schemes'
import { ruleTerms } from '../../shared/terms/rules'
import type { Context } from '../context'
import { isIssued, knownRules, type KnownRule } from './stored-rules'

/** What becomes of a document of a pack: `issued` is a local draft that the district now gives out word for word. */
type Fate = 'added' | 'issued' | 'unchanged' | 'stale'

interface Judged {
  readonly rule: RuleDocument
  readonly fate: Fate
  /** The version that this store uses of the document; null for a new document. */
  readonly current: string | null
  readonly known: RuleDocumentRow | null
}

/** What a rule pack would change, or did: counts by fate, and each document in words. */
export interface RulesOutcome {
  readonly counts: Readonly<Record<Fate, number>>
  readonly changes: readonly PackageChange[]
}

function isSame({ kind, document }: RuleDocument, known: KnownRule): boolean {
  return kind === known.kind && isDeepStrictEqual(document, known.document)
}

/** The newest version of a document that scores may be computed by. */
export function newestIssued(rules: readonly KnownRule[], documentId: string): string | null {
  return rules
    .filter((rule) => rule.document.id === documentId && isIssued(rule))
    .map(({ document }) => document.version)
    .reduce<string | null>((best, next) => (best !== null && compareVersions(best, next) >= 0 ? best : next), null)
}

function judgeRule(rules: readonly KnownRule[], rule: RuleDocument): Result<Judged> {
  const { id, version, name } = rule.document
  const current = newestIssued(rules, id)
  const known = rules.find(({ document }) => document.id === id && document.version === version)
  if (known) {
    // One version has one text: whoever changed it has to give it another number.
    if (!isSame(rule, known)) return err('ruleVersionTaken', { name, version })
    return ok({ rule, fate: known.row?.status === 'draft' ? 'issued' : 'unchanged', current, known: known.row })
  }
  const isStale = current !== null && compareVersions(version, current) < 0
  return ok({ rule, fate: isStale ? 'stale' : 'added', current, known: null })
}

function judgeRules(db: ReadDb, { schemes, awards }: RulesPayload): Result<readonly Judged[]> {
  const rules = knownRules(db)
  const documents: readonly RuleDocument[] = [
    ...schemes.map((document) => ({ kind: 'scheme' as const, document })),
    ...awards.map((document) => ({ kind: 'awards' as const, document })),
  ]
  const seen: KnownRule[] = []
  const judged: Judged[] = []
  for (const rule of documents) {
    const found = judgeRule([...rules, ...seen], rule)
    if (!found.ok) return found
    judged.push(found.value)
    seen.push({ ...rule, row: null })
  }
  return ok(judged)
}

function outcomeOf(judged: readonly Judged[]): RulesOutcome {
  const count = (fate: Fate): number => judged.filter((each) => each.fate === fate).length
  return {
    counts: {
      added: count('added'),
      issued: count('issued'),
      unchanged: count('unchanged'),
      stale: count('stale'),
    },
    changes: judged
      .filter(({ fate }) => fate !== 'unchanged')
      .map(({ rule: { document }, fate, current }) => ({
        title: document.name,
        field: ruleTerms.receivedState[fate],
        from: current ?? ruleTerms.none,
        to: document.version,
      })),
  }
}

/** What taking a rule pack over would change; refused where it has another text under a version that is known. */
export function previewRules(db: ReadDb, payload: RulesPayload): Result<RulesOutcome> {
  const judged = judgeRules(db, payload)
  return judged.ok ? ok(outcomeOf(judged.value)) : judged
}

/** The columns that a document itself gives. */
export function ruleColumns({ kind, document }: RuleDocument) {
  return {
    kind,
    documentId: document.id,
    version: document.version,
    name: document.name,
    year: document.year,
    category: 'appliesTo' in document ? document.appliesTo.category : null,
    effectiveFrom: document.effectiveFrom,
    docRef: document.docRef,
    document: JSON.stringify(document),
  }
}

/**
 * Takes the documents of a rule pack over. The same version again changes nothing, an older one never replaces a newer
 * one; results of days before the date from which a version holds stay as they are. Source: product P1, P4.
 */
export function acceptRules(
  context: Context,
  db: WriteDb,
  payload: RulesPayload,
  receivedId: string,
): Result<RulesOutcome> {
  const judged = judgeRules(db, payload)
  if (!judged.ok) return judged
  const saved = { savedBy: context.actor(), savedAt: context.now(), receivedId }
  const issued = { ...saved, status: 'issued' as const, source: 'package' as const, reason: ruleTerms.received }
  for (const { rule, fate, known } of judged.value) {
    if (fate === 'issued' && known) updateRuleDocument(db, known.id, issued)
    if (fate === 'added')
      insertRuleDocument(db, { ...issued, ...ruleColumns(rule), id: context.newId(), isSample: false })
  }
  return ok(outcomeOf(judged.value))
}
