import { invariant } from '../core/assert'
import type { NumberSource, TextRun } from './model'

/** A figure that goes into a sentence: its text and where it comes from. */
export interface SentenceFigure {
  readonly text: string
  readonly source: NumberSource | null
}

/** A figure with the records it was counted from. */
export function figure(text: string | number, formula: string, records: readonly string[] = []): SentenceFigure {
  return { text: String(text), source: { formula, records } }
}

/** Words without a source of their own. */
export function words(text: string): SentenceFigure {
  return { text, source: null }
}

/** Puts figures into the `{name}` places of a template; a place without a figure is a bug. */
export function fillSentence(template: string, figures: Readonly<Record<string, SentenceFigure>>): readonly TextRun[] {
  return template.split(/(\{\w+\})/).flatMap((part): TextRun[] => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (name === undefined) return part === '' ? [] : [{ text: part, source: null }]
    const value = figures[name]
    invariant(value, `a figure for {${name}}`)
    return value.text === '' ? [] : [{ text: value.text, source: value.source }]
  })
}

/** The same for texts that need no sources. */
export function fillText(template: string, values: Readonly<Record<string, string | number>>): string {
  const figures = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, words(String(value))]))
  return runsText(fillSentence(template, figures))
}

export function runsText(runs: readonly TextRun[]): string {
  return runs.map((run) => run.text).join('')
}

/** Names in a row of text: the first ones, then how many there are. */
export function nameList(names: readonly string[], separator: string, andOthers: string, limit = 5): string {
  const shown = names.slice(0, limit).join(separator)
  return names.length > limit ? `${shown}${fillText(andOthers, { count: names.length })}` : shown
}
