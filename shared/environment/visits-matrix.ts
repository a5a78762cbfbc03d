import type { Matrix } from './visit-contract'

interface Link {
  readonly enterpriseId: string
  readonly personId: string
}

interface CountedVisit {
  readonly id: string
  readonly enterpriseId: string
  readonly personId: string | null
}

interface Person {
  readonly id: string
  readonly name: string
  readonly rank: string
  readonly leftOn: string | null
}

function byName(left: { readonly name: string }, right: { readonly name: string }): number {
  return left.name < right.name ? -1 : left.name > right.name ? 1 : 0
}

/** The rows of the matrix: everybody who is linked or has visited in the period, by name. */
export function officialsOfMatrix<T extends Person>(
  people: readonly T[],
  links: readonly Link[],
  visits: readonly CountedVisit[],
): readonly T[] {
  const shown = new Set<string | null>([...links, ...visits].map(({ personId }) => personId))
  return people.filter(({ id }) => shown.has(id)).toSorted(byName)
}

/** Cells that hold a link or a visit; what is not among them is empty. */
export function matrixCells(links: readonly Link[], visits: readonly CountedVisit[]): Matrix['cells'] {
  const cells = new Map<string, { personId: string; enterpriseId: string; isLinked: boolean; visitIds: string[] }>()
  const cellOf = (personId: string, enterpriseId: string) => {
    const key = `${personId}|${enterpriseId}`
    const known = cells.get(key)
    if (known) return known
    const added = { personId, enterpriseId, isLinked: false, visitIds: [] }
    cells.set(key, added)
    return added
  }
  for (const { personId, enterpriseId } of links) cellOf(personId, enterpriseId).isLinked = true
  for (const { id, personId, enterpriseId } of visits) {
    if (personId !== null) cellOf(personId, enterpriseId).visitIds.push(id)
  }
  return [...cells.values()]
}

/** Names of enterprises without an official and, where officials are linked at all, of ranked colleagues without an enterprise. Source: S000, every one at least once. */
export function unlinkedOf(
  people: readonly Person[],
  enterprises: readonly { readonly id: string; readonly name: string }[],
  links: readonly Link[],
): { readonly unlinkedEnterprises: string[]; readonly unlinkedOfficials: string[] } {
  const linkedEnterprises = new Set(links.map(({ enterpriseId }) => enterpriseId))
  const linkedPeople = new Set(links.map(({ personId }) => personId))
  const isIdle = ({ id, rank, leftOn }: Person): boolean => rank !== '' && leftOn === null && !linkedPeople.has(id)
  return {
    unlinkedEnterprises: enterprises.filter(({ id }) => !linkedEnterprises.has(id)).map(({ name }) => name),
    unlinkedOfficials:
      links.length === 0
        ? []
        : people
            .filter(isIdle)
            .toSorted(byName)
            .map(({ name }) => name),
  }
}
