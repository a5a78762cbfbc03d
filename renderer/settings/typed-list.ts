import { listComma, listSeparators } from '../../shared/terms/settings'

/** A line of several entries, each once. */
export function typedList(text: string): readonly string[] {
  const entries = text.split(listSeparators).map((entry) => entry.trim())
  return [...new Set(entries.filter((entry) => entry !== ''))]
}

/** The entries of a list as one line to type in. */
export function listAsTyped(entries: readonly string[]): string {
  return entries.join(listComma)
}
