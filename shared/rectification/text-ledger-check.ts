import { findingKindLabels } from '../terms/rectification'
import { kindsInText, textPatterns, textTexts } from '../terms/rectification-self-check'
import { countingOf, rateTextOf, tallyOf, type Tally } from './counting'
import { decimalsOf, doneIn, percentIn, printsAs } from './published-check'
import { findingKinds, type FindingKind, type FindingRecord, type ProgramRecord } from './record'
import type { SelfCheckIssue } from './statistics-contract'
import { foldDigits } from './text-numbers'

/** What a part of a sentence says of one kind, or of all. */
interface Said {
  readonly name: string
  readonly tally: Tally
  readonly total: number | null
  /** What the notices declared: said of the ledger itself already. */
  readonly declared: number | null
  /** With digits in one width. */
  readonly segment: string
  readonly quote: string
}

interface Named {
  readonly kind: FindingKind
  readonly total: number | null
}

/** The kinds that a part of a sentence names, each with the number beside it. */
function kindsIn(segment: string): readonly Named[] {
  return findingKinds.flatMap((kind) => {
    const word = kindsInText[kind].find((each) => segment.includes(each))
    if (word === undefined) return []
    const at = segment.indexOf(word)
    const before = textPatterns.before.exec(segment.slice(0, at))?.[1]
    const after = textPatterns.after.exec(segment.slice(at + word.length))?.[1]
    const number = before ?? after
    return [{ kind, total: number === undefined ? null : Number(number) }]
  })
}

function issue(code: SelfCheckIssue['code'], text: string, quote: string): SelfCheckIssue {
  return { code, severity: code === 'mixedVerbs' ? 'warning' : 'error', text, quote, findingId: null, programId: null }
}

function totalIssues({ name, tally, total, declared, quote }: Said): readonly SelfCheckIssue[] {
  return total === null || total === tally.total || total === declared
    ? []
    : [issue('declaredCount', textTexts.total(name, total, tally.total), quote)]
}

function doneIssues({ name, tally, segment, quote }: Said): readonly SelfCheckIssue[] {
  const fraction = `${tally.done}/${tally.denominator}`
  const issues: SelfCheckIssue[] = []
  const done = doneIn(segment)
  if (done !== null && done.count !== tally.done)
    issues.push(issue('declaredCount', textTexts.done(name, done.count, tally.done, fraction), quote))
  const isRectified =
    done !== null && done.verb !== textPatterns.promotedVerb && textPatterns.rectifiedVerb.test(done.verb)
  if (isRectified && done.count === tally.done && tally.promoted > 0)
    issues.push(issue('mixedVerbs', textTexts.verb(name, tally.done - tally.promoted, tally.promoted), quote))
  const open = tally.denominator - tally.done
  if (open > 0 && textPatterns.allDone.test(segment))
    issues.push(issue('allDoneBesideOpen', textTexts.allDone(name, open, fraction), quote))
  return issues
}

function rateIssues({ name, tally, segment, quote }: Said): readonly SelfCheckIssue[] {
  const percent = percentIn(segment)
  if (percent === null || printsAs(tally.done, tally.denominator, percent)) return []
  const { rate, fraction } = rateTextOf(tally, { mode: 'halfUp', decimals: decimalsOf(percent) })
  return [issue('percentMismatch', textTexts.percent(name, percent, fraction, rate), quote)]
}

function segmentIssues(quote: string, tallies: Tallies): readonly SelfCheckIssue[] {
  const segment = foldDigits(quote)
  if (textPatterns.partial.test(segment)) return []
  const named = kindsIn(segment)
  const [only, ...others] = named
  if (only && others.length === 0) {
    const tally = tallies.ofKind.get(only.kind)
    if (!tally) return []
    const declared = tallies.declared.get(only.kind) ?? null
    const said = { name: findingKindLabels[only.kind], tally, total: only.total, declared, segment, quote }
    return [...totalIssues(said), ...doneIssues(said), ...rateIssues(said)]
  }
  // Where several kinds stand together, only the number right beside each is sure to be its own.
  if (only)
    return named.flatMap(({ kind, total }) => {
      const tally = tallies.ofKind.get(kind)
      const declared = tallies.declared.get(kind) ?? null
      return tally ? totalIssues({ name: findingKindLabels[kind], tally, total, declared, segment, quote }) : []
    })
  const all = textPatterns.all.exec(segment)
  if (!all) return []
  const said = {
    name: textTexts.allFindings,
    tally: tallies.all,
    total: Number(all[1] ?? all[2]),
    declared: null,
    segment,
    quote,
  }
  return [...totalIssues(said), ...doneIssues(said), ...rateIssues(said)]
}

interface Tallies {
  readonly all: Tally
  /** Kinds of which the ledger holds none are left out: it cannot speak of them. */
  readonly ofKind: ReadonlyMap<FindingKind, Tally>
  readonly declared: ReadonlyMap<FindingKind, number>
}

function talliesOf(findings: readonly FindingRecord[], programs: ReadonlyMap<string, ProgramRecord>): Tallies {
  const tallyOfSome = (some: readonly FindingRecord[]): Tally =>
    tallyOf(
      some.flatMap((finding) => {
        const program = programs.get(finding.programId)
        return program ? [countingOf(finding, program)] : []
      }),
    )
  const ofKind = findingKinds.flatMap((kind) => {
    const own = findings.filter((each) => each.kind === kind)
    return own.length === 0 ? [] : [[kind, tallyOfSome(own)] as const]
  })
  const declared = findingKinds.flatMap((kind) => {
    const said = [...programs.values()].flatMap((program) => program.declared[kind] ?? [])
    return said.length === 0 ? [] : [[kind, said.reduce((sum, each) => sum + each, 0)] as const]
  })
  return { all: tallyOfSome(findings), ofKind: new Map(ofKind), declared: new Map(declared) }
}

/** Counts and percentages of a text that differ from the ledger's figure of the same kind. Source: product F5. */
export function textAgainstLedger(
  text: string,
  findings: readonly FindingRecord[],
  programs: ReadonlyMap<string, ProgramRecord>,
): readonly SelfCheckIssue[] {
  if (findings.length === 0) return []
  const tallies = talliesOf(findings, programs)
  return (text.match(textPatterns.segment) ?? []).flatMap((segment) => segmentIssues(segment.trim(), tallies))
}
