import { addPoints, formatExact, points } from '../core/points'
import type { PeerFact, ScoringFacts } from '../scoring/facts'
import type { Scheme } from '../scoring/scheme'

/** A unit whose figures others are compared with; without facts it did not report. */
interface Compared {
  readonly facts: ScoringFacts | null
}

type PeerComponent = Extract<Scheme['components'][number], { readonly among: unknown }>

function peerComponents(scheme: Scheme): readonly PeerComponent[] {
  return scheme.components.filter((component): component is PeerComponent => 'among' in component)
}

/** The figure of a key by unit, of those that take part. */
function figuresByUnit(
  units: readonly Compared[],
  { key, excludedUnits }: PeerComponent,
): ReadonlyMap<Compared, string> {
  return new Map(
    units.flatMap((each): readonly (readonly [Compared, string])[] => {
      const { facts } = each
      const figures = facts?.figures[key] ?? []
      if (!facts || figures.length === 0 || excludedUnits.some((name) => facts.unitNames.includes(name))) return []
      return [[each, formatExact(addPoints(...figures.map(({ value }) => points(value))))]]
    }),
  )
}

/** 功效系数 and 位次: what the other units reached, for each unit of a category (`own`) or of the district (`all`), as the rule says. */
export function peersOf(
  scheme: Scheme,
  own: readonly Compared[],
  all: readonly Compared[],
): (self: Compared) => Readonly<Record<string, PeerFact>> {
  const compared = peerComponents(scheme).map((component) => {
    const figures = figuresByUnit(component.among === 'all' ? all : own, component)
    return { key: component.key, figures, all: [...figures.values()] }
  })
  return (self) =>
    Object.fromEntries(
      compared.map(({ key, figures, all: values }) => [key, { self: figures.get(self) ?? null, all: values }]),
    )
}
