import { canonicalJson } from '../reports/check-code'
import { chapterLabels, lineKindLabels } from '../terms/exchange-lines'
import { sendTerms } from '../terms/exchange-send'
import { reportTerms } from '../terms/reports'
import type { PackageChange } from './contract'
import type { ReportedLine } from './lines'
import type { SummaryPayload } from './payloads'

const fields = ['label', 'unit', 'target', 'current', 'cumulative', 'rate', 'status', 'happenedOn', 'evidence'] as const

export function lineTitle({ kind, label }: Pick<ReportedLine, 'kind' | 'label'>): string {
  return `${lineKindLabels[kind]} ${label}`
}

function shown(value: string | number | null | undefined): string {
  return value == null || value === '' ? sendTerms.none : String(value)
}

function same(left: unknown, right: unknown): boolean {
  const text = (value: unknown): string => canonicalJson(JSON.parse(JSON.stringify(value ?? null)))
  return text(left) === text(right)
}

/** How a line differs; never empty when anything of it does. */
function lineChanges(before: ReportedLine, after: ReportedLine): readonly PackageChange[] {
  if (same(before, after)) return []
  const title = lineTitle(after)
  const own = fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ title, field: sendTerms.fields[field], from: shown(before[field]), to: shown(after[field]) }))
  const names = new Set([...Object.keys(before.detail), ...Object.keys(after.detail)])
  const details = [...names].flatMap((name) => {
    const [from, to] = [before.detail[name] ?? null, after.detail[name] ?? null]
    return from === to ? [] : [{ title, field: sendTerms.details[name] ?? name, from: shown(from), to: shown(to) }]
  })
  const all = [...own, ...details]
  return all.length > 0 ? all : [{ title, field: sendTerms.fields.detail, from: sendTerms.none, to: sendTerms.none }]
}

function nilText({ nil }: SummaryPayload): string {
  return shown(nil.map((chapter) => chapterLabels[chapter]).join(reportTerms.enumeration))
}

/** What is said of the whole and differs. */
function wholeChanges(before: SummaryPayload, after: SummaryPayload): readonly PackageChange[] {
  const { change, whole, yes, no } = sendTerms
  const parts: readonly (readonly [keyof typeof change, unknown, unknown, string, string])[] = [
    ['asOf', before.asOf, after.asOf, before.asOf, after.asOf],
    ['nil', before.nil, after.nil, nilText(before), nilText(after)],
    ['score', before.score, after.score, shown(before.score?.total), shown(after.score?.total)],
    ['unit', before.unit, after.unit, before.unit.name, after.unit.name],
    ['contact', before.contact, after.contact, before.contact ? yes : no, after.contact ? yes : no],
    ['edits', before.edits, after.edits, String(before.edits.length), String(after.edits.length)],
  ]
  return parts.flatMap(([key, left, right, from, to]) =>
    same(left, right) ? [] : [{ title: whole, field: change[key], from, to }],
  )
}

/**
 * What an edition says differently from the one before, in words; empty when it says the same. The day on which it was
 * prepared and objections, which are sent once, do not count.
 */
export function payloadChanges(before: SummaryPayload, after: SummaryPayload): readonly PackageChange[] {
  const old = new Map(before.lines.map((line) => [line.key, line]))
  const now = new Set(after.lines.map(({ key }) => key))
  const { added, removed, none } = sendTerms
  return [
    ...wholeChanges(before, after),
    ...after.lines.flatMap((line) => {
      const known = old.get(line.key)
      return known
        ? lineChanges(known, line)
        : [{ title: lineTitle(line), field: added, from: none, to: shown(line.cumulative ?? line.status) }]
    }),
    ...before.lines
      .filter(({ key }) => !now.has(key))
      .map((line) => ({
        title: lineTitle(line),
        field: removed,
        from: shown(line.cumulative ?? line.status),
        to: none,
      })),
  ]
}
