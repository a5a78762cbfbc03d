/** The words of one field, state or class. */
export interface Term {
  readonly label: string
  /** Unit as it stands in a table header; empty when there is none. */
  readonly unit: string
  readonly definition: string
  /** The clause that the word comes from; empty for the bureau's own words. */
  readonly source: string
}

/** One term; `source` is the clause it comes from. */
export function term(label: string, definition: string, source = '', unit = ''): Term {
  return { label, unit, definition, source }
}
