import type { ReadDb } from '../../db/access'
import { readRuleDocuments, type RuleDocumentRow } from '../../db/repositories/rule-documents'
import { invariant } from '../../shared/core/assert'
import type { IsoDate } from '../../shared/core/dates'
import { assesseeCategories, type AssesseeCategory } from '../../shared/core/schemas'
import type { AwardPlan } from '../../shared/scoring/award-plan'
import { ruleDocumentSchema, type RuleDocument } from '../../shared/scoring/contract'
import type { Scheme } from '../../shared/scoring/scheme'
import { findScheme, newestInForce, shippedSchemes } from '../../shared/scoring/schemes'

/** A version of a rule that this store knows; without a row it ships with the program. */
export type KnownRule = RuleDocument & { readonly row: RuleDocumentRow | null }

/** The rules by which a district is scored on a day, or as they were kept when a period was locked. */
export interface RulesInForce {
  /** A category without an entry has no scheme: completion is shown, no points. */
  readonly schemes: ReadonlyMap<AssesseeCategory, Scheme>
  readonly awards: AwardPlan | null
}

// A row's document never changes, so its text stands for the parsed rule; reading it is a hundred times dearer.
const parsed = new WeakMap<ReadDb, Map<string, RuleDocument>>()

function documentOf(db: ReadDb, { kind, document }: RuleDocumentRow): RuleDocument {
  let known = parsed.get(db)
  if (!known) parsed.set(db, (known = new Map()))
  const found = known.get(document)
  if (found) return found
  const read = ruleDocumentSchema.safeParse({ kind, document: JSON.parse(document) })
  invariant(read.success, `a stored rule is valid: ${read.error?.message ?? ''}`)
  known.set(document, read.data)
  return read.data
}

/** Every version of every rule, those that ship with the program first; drafts and retired ones too. */
export function knownRules(db: ReadDb): readonly KnownRule[] {
  return [
    ...shippedSchemes().map((document): KnownRule => ({ kind: 'scheme', document, row: null })),
    ...readRuleDocuments(db).map((row): KnownRule => ({ ...documentOf(db, row), row })),
  ]
}

/** Whether official scores may be computed by it. A draft of this PC never counts. */
export function isIssued({ row }: KnownRule): boolean {
  return row === null || row.status === 'issued'
}

/** The schemes that official scores may be computed by: shipped ones, and those issued in this store. */
export function schemesOf(db: ReadDb): readonly Scheme[] {
  return knownRules(db).flatMap((rule) => (rule.kind === 'scheme' && isIssued(rule) ? [rule.document] : []))
}

/** The same of award plans. */
export function awardPlansOf(db: ReadDb): readonly AwardPlan[] {
  return knownRules(db).flatMap((rule) => (rule.kind === 'awards' && isIssued(rule) ? [rule.document] : []))
}

/** The rules of a year that hold on a day, out of some schemes and plans. */
export function rulesAmong(
  schemes: readonly Scheme[],
  plans: readonly AwardPlan[],
  year: number,
  asOf: IsoDate,
): RulesInForce {
  const found = assesseeCategories.flatMap((category): readonly (readonly [AssesseeCategory, Scheme])[] => {
    const scheme = findScheme(schemes, year, category, asOf)
    return scheme.ok ? [[category, scheme.value]] : []
  })
  const ofYear = plans.filter((plan) => plan.year === year)
  return { schemes: new Map(found), awards: newestInForce(ofYear, asOf) ?? null }
}

/** The rules of a year that hold on a day. */
export function rulesAt(db: ReadDb, year: number, asOf: IsoDate): RulesInForce {
  return rulesAmong(schemesOf(db), awardPlansOf(db), year, asOf)
}

const awardsKey = 'awards'

function referenceOf({ id, version }: { readonly id: string; readonly version: string }): string {
  return `${id}@${version}`
}

/** What a locked period keeps of its rules: category, or `awards`, → document and version (`dongli-2022-cat3@1.0.0`). */
export function ruleReferences({ schemes, awards }: RulesInForce): Readonly<Record<string, string>> {
  const kept = [...schemes].map(([category, scheme]) => [String(category), referenceOf(scheme)])
  return Object.fromEntries(awards ? [...kept, [awardsKey, referenceOf(awards)]] : kept)
}

/** The rules that a locked period kept, whatever was issued or retired since. */
export function referencedRules(db: ReadDb, references: Readonly<Record<string, string>>): RulesInForce {
  const schemes = new Map<AssesseeCategory, Scheme>()
  let awards: AwardPlan | null = null
  for (const rule of knownRules(db)) {
    const reference = referenceOf(rule.document)
    if (rule.kind === 'awards') {
      if (references[awardsKey] === reference) awards = rule.document
      continue
    }
    for (const category of assesseeCategories)
      if (references[String(category)] === reference) schemes.set(category, rule.document)
  }
  return { schemes, awards }
}
