import { legalForms } from '../../shared/terms/company-names'
import type { Matrix } from '../../shared/environment/visit-contract'
import { visitText as text } from '../text/visits'

const endings = legalForms.flatMap(({ words }) => words)

/** A company's name without its legal form, for a narrow column; the full name stands beside it as a tip. */
export function shortName(name: string): string {
  const ending = endings.find((word) => name.endsWith(word) && name.length > word.length)
  return ending ? name.slice(0, -ending.length) : name
}

export type CellState =
  { readonly kind: 'visited' | 'extra'; readonly count: number } | { readonly kind: 'missing' | 'byOthers' | 'empty' }

export interface MatrixCell {
  readonly state: CellState
  readonly visitIds: readonly string[]
}

export type CellOf = (personId: string, enterpriseId: string) => MatrixCell

/** What each cell of a matrix is, by official and enterprise. */
export function cellsOf(matrix: Matrix): CellOf {
  const missing = new Set(matrix.coverage.missing.map(({ enterpriseId }) => enterpriseId))
  const cells = new Map(matrix.cells.map((cell) => [`${cell.personId}|${cell.enterpriseId}`, cell]))
  return (personId, enterpriseId) => {
    const cell = cells.get(`${personId}|${enterpriseId}`)
    if (!cell) return { state: { kind: 'empty' }, visitIds: [] }
    const { visitIds, isLinked } = cell
    if (visitIds.length > 0) {
      return { state: { kind: isLinked ? 'visited' : 'extra', count: visitIds.length }, visitIds }
    }
    return { state: { kind: missing.has(enterpriseId) ? 'missing' : 'byOthers' }, visitIds }
  }
}

/** What stands in a cell. */
export function cellText(state: CellState): string {
  return state.kind === 'visited' || state.kind === 'extra' ? text.cell[state.kind](state.count) : text.cell[state.kind]
}

/** A cell in words. */
export function cellWords(state: CellState): string {
  return state.kind === 'visited' || state.kind === 'extra'
    ? text.cellWords[state.kind](state.count)
    : text.cellWords[state.kind]
}

/** Visits of an enterprise by all officials of the matrix. */
export function visitsOfEnterprise(matrix: Matrix, enterpriseId: string): number {
  return matrix.cells.reduce((sum, cell) => sum + (cell.enterpriseId === enterpriseId ? cell.visitIds.length : 0), 0)
}

/** How many of an official's enterprises he has visited. */
export function shareOfOfficial(
  matrix: Matrix,
  personId: string,
): { readonly visited: number; readonly linked: number } {
  const linked = matrix.cells.filter((cell) => cell.personId === personId && cell.isLinked)
  return { visited: linked.filter(({ visitIds }) => visitIds.length > 0).length, linked: linked.length }
}
