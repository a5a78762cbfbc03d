import { assertNever } from '../core/assert'
import { findingKindLabels, findingStatusLabels, rectSourceLabels, rectTypeLabels } from '../terms/rectification'
import { notEntered, sourceYearLabel, titleBesideSource, yearsPattern } from '../terms/rectification-statistics'
import { findingKinds, findingStatuses, rectSources, rectTypes, type ProgramRecord } from './record'
import type { Counted } from './counted'
import type { StatisticsBy } from './statistics-contract'

interface Name {
  readonly key: string
  readonly label: string
}

interface Placed extends Name {
  /** Groups stand in the order of these, then in that of their keys. */
  readonly rank: number
}

/** `2017-2020年` and `2017—2020` are one period of origin. */
export function originYearsText(years: string): string {
  const match = yearsPattern.exec(years.trim())
  if (!match) return years.trim()
  return match[2] === undefined ? (match[1] ?? '') : `${match[1]}—${match[2]}`
}

/** Titles that tell every programme apart. */
function namesOfPrograms(programs: Iterable<ProgramRecord>): ReadonlyMap<string, string> {
  const all = [...programs]
  const candidates = [
    ({ title }: ProgramRecord) => title,
    ({ title, source }: ProgramRecord) => titleBesideSource(title, rectSourceLabels[source]),
    ({ title, source, docNo }: ProgramRecord) => titleBesideSource(title, `${rectSourceLabels[source]} ${docNo}`),
    ({ title, id }: ProgramRecord) => titleBesideSource(title, id),
  ]
  const named = new Map<string, string>()
  for (const candidate of candidates) {
    const uses = new Map<string, number>()
    for (const program of all) uses.set(candidate(program), (uses.get(candidate(program)) ?? 0) + 1)
    for (const program of all)
      if (!named.has(program.id) && uses.get(candidate(program)) === 1) named.set(program.id, candidate(program))
  }
  return named
}

function placeOf(by: StatisticsBy, counted: Counted, programNames: ReadonlyMap<string, string>): Placed {
  const { finding, program } = counted
  const sourceRank = rectSources.indexOf(program.source)
  switch (by) {
    case 'kind':
      return { key: finding.kind, label: findingKindLabels[finding.kind], rank: findingKinds.indexOf(finding.kind) }
    case 'status': {
      const { status } = finding
      return { key: status, label: findingStatusLabels[status], rank: findingStatuses.indexOf(status) }
    }
    case 'source': {
      const label = rectSourceLabels[program.source]
      return { key: label, label, rank: sourceRank }
    }
    case 'year': {
      const label = sourceYearLabel(rectSourceLabels[program.source], originYearsText(program.originYears))
      return { key: label, label, rank: sourceRank }
    }
    case 'department':
      return { key: finding.leadUnit, label: finding.leadUnit || notEntered, rank: finding.leadUnit === '' ? 1 : 0 }
    case 'type': {
      const type = finding.rectType
      return type === null
        ? { key: '', label: notEntered, rank: rectTypes.length }
        : { key: type, label: rectTypeLabels[type], rank: rectTypes.indexOf(type) }
    }
    case 'program': {
      const name = programNames.get(program.id) ?? program.title
      return { key: name, label: name, rank: sourceRank }
    }
    default:
      return assertNever(by)
  }
}

interface Group {
  readonly name: Placed
  readonly members: Counted[]
}

function inOrder(left: Group, right: Group): number {
  if (left.name.rank !== right.name.rank) return left.name.rank - right.name.rank
  return left.name.key < right.name.key ? -1 : left.name.key > right.name.key ? 1 : 0
}

/** Findings by what a table is broken down by; groups that hold none are left out. Source: product F9 for `year`. */
export function groupsBy(by: StatisticsBy, counted: readonly Counted[]): readonly Group[] {
  const programNames =
    by === 'program'
      ? namesOfPrograms(new Map(counted.map(({ program }) => [program.id, program])).values())
      : new Map<string, string>()
  const groups = new Map<string, Group>()
  for (const each of counted) {
    const name = placeOf(by, each, programNames)
    const known = groups.get(name.key)
    if (known) known.members.push(each)
    else groups.set(name.key, { name, members: [each] })
  }
  return [...groups.values()].toSorted(inOrder)
}
