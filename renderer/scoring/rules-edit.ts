import { createContext, useContext } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import type { RuleRow } from '../../shared/scoring/contract'
import { followedParameters } from '../../shared/scoring/parameters'
import { problemsOfRule } from '../../shared/scoring/read-rule'
import { schemeSchema } from '../../shared/scoring/scheme'
import { compareVersions } from '../../shared/scoring/schemes'
import { rulesText as text } from '../text/rules'
import { awardSections } from './rules-awards-form'
import { blankOf, isFields, valueAt, type Fields, type Path } from './rules-form'
import { schemeSections, type FormSection } from './rules-scheme-form'

type Kind = RuleRow['kind']

/** What the controls of a rule's form share. */
interface RuleForm {
  readonly document: Fields
  /** What is wrong, by path. */
  readonly problems: ReadonlyMap<string, string>
  readonly isReadOnly: boolean
  readonly today: IsoDate
  readonly set: (path: Path, value: unknown) => void
}

export const RuleFormContext = createContext<RuleForm | null>(null)

export function useRuleForm(): RuleForm {
  const form = useContext(RuleFormContext)
  if (!form) throw new Error('a control of a rule outside of its form')
  return form
}

export const sectionsOf: Readonly<Record<Kind, readonly FormSection[]>> = {
  scheme: schemeSections,
  awards: awardSections,
}

/** The name of a place in the document, to find its problem by. */
export function placeName(path: readonly PropertyKey[]): string {
  return path.map(String).join('/')
}

/** The version number that a change of these versions is given: `1.2.0` after `1.1.3`. */
export function nextVersion(versions: readonly string[]): string {
  const [newest = '0.0.0'] = versions.toSorted((left, right) => compareVersions(right, left))
  const [major = '0', minor = '0'] = newest.split('.')
  return versions.length === 0 ? '1.0.0' : `${major}.${Number(minor) + 1}.0`
}

/** A rule that says nothing yet, under an id that no other one has. */
export function emptyRule(kind: Kind, year: number, taken: readonly string[]): Fields {
  const numbers = Array.from({ length: taken.length + 1 }, (_, index) => index + 1)
  const ids = numbers.map((number) => `${kind}-${year}-${number}`)
  const id = ids.find((each) => !taken.includes(each)) ?? kind
  const fields = sectionsOf[kind].flatMap((section) => section.fields)
  return { ...blankOf(fields), format: 1, id, version: nextVersion([]), year }
}

const looseParameters = schemeSchema.shape.parameters

/** The document as it is saved: what follows from its rules is brought into line with them. */
export function finished(kind: Kind, document: Fields): Fields {
  if (kind !== 'scheme') return document
  const rules = schemeSchema.safeParse({ ...document, parameters: [] })
  const parameters = looseParameters.safeParse(document['parameters'])
  if (!rules.success || !parameters.success) return document
  return { ...document, parameters: followedParameters({ ...rules.data, parameters: parameters.data }) }
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** What keeps a document from being saved, in words by place; the place of the whole is the empty name. */
export function problemsOf(kind: Kind, document: Fields): ReadonlyMap<string, string> {
  const found = problemsOfRule(kind, document).map(({ path, problem }): readonly [string, string] => {
    const steps = path.map((step) => (typeof step === 'number' ? step : String(step)))
    const words = isBlank(valueAt(document, steps)) && steps.length > 0 ? text.missing : text.problem(problem)
    return [placeName(path), words]
  })
  return new Map(found)
}

/** Something in this part of the document is wrong. */
export function hasProblemBelow(problems: ReadonlyMap<string, string>, path: Path): boolean {
  const place = placeName(path)
  return [...problems.keys()].some((name) => name === place || name.startsWith(`${place}/`))
}

/** What is edited: a version looked at, a stored draft, the next version of one, or a new rule. */
export interface RuleTarget {
  readonly kind: Kind
  readonly mode: 'view' | 'edit' | 'copy' | 'new'
  /** Null for a new one. */
  readonly base: { readonly documentId: string; readonly version: string } | null
}

/** Where the typed text of an edit is kept. */
export function draftKeyOf({ kind, mode, base }: RuleTarget): string {
  return base === null ? `rules.new.${kind}` : `rules.${base.documentId}@${base.version}.${mode}`
}

export interface TypedRule {
  /** Null until something is typed. */
  readonly document: Fields | null
  readonly reason: string
}
export const nothingTyped: TypedRule = { document: null, reason: '' }

/** The document that an edit starts from. */
export function startOf({ mode }: RuleTarget, document: unknown, versions: readonly string[]): Fields {
  const fields = isFields(document) ? document : {}
  // The day is left open: a day taken over unseen would change results of the past.
  return mode === 'copy' ? { ...fields, version: nextVersion(versions), effectiveFrom: '' } : fields
}
