import { invariant } from '../core/assert'
import { reportTerms } from '../terms/reports'
import type { RecordRef, Sentence, TextRun } from './model'

/** A figure that goes into a sentence: its text and where it comes from. */
export interface SentenceFigure {
  readonly text: string
  readonly source: { readonly formula: string; readonly records: readonly RecordRef[] } | null
}

/** The figures that go into a sentence, by their place in it. */
export type Values = Readonly<Record<string, SentenceFigure>>

/** A figure with the records it was counted from. */
export function figure(text: string | number, formula: string, records: readonly RecordRef[] = []): SentenceFigure {
  return { text: String(text), source: { formula, records } }
}

/** How many records there are, with the records behind the number. */
export function counted(records: readonly RecordRef[], formula: string): SentenceFigure {
  return figure(records.length, formula, records)
}

/** Words without a source of their own. */
export function words(text: string): SentenceFigure {
  return { text, source: null }
}

function fill(place: string, template: string, values: Values): readonly TextRun[] {
  return template.split(/(\{\w+\})/).flatMap((part): TextRun[] => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (name === undefined) return part === '' ? [] : [{ text: part, source: null, edit: null }]
    const value = values[name]
    invariant(value, `a figure for {${name}}`)
    if (value.text === '') return []
    return [{ text: value.text, source: value.source && { place: `${place}.${name}`, ...value.source }, edit: null }]
  })
}

/** A sentence with its own name: figures go into the `{name}` places of the template; one without a figure is a bug. */
export function sentence(place: string, template: string, values: Values = {}): Sentence {
  return { place, runs: fill(place, template, values) }
}

/** The same for texts that need no sources. */
export function fillText(template: string, values: Readonly<Record<string, string | number>>): string {
  const figures = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, words(String(value))]))
  return fill('', template, figures)
    .map(({ text }) => text)
    .join('')
}

/** 「（注1）」 behind what was written by hand; empty behind the rest. */
export function noteMark({ edit }: TextRun): string {
  return edit === null ? '' : fillText(reportTerms.noteMark, { number: edit.number })
}

/** The words as a reader sees them, marks of hand edits with them. */
export function sentenceText({ runs }: Pick<Sentence, 'runs'>): string {
  return runs.map((run) => `${run.text}${noteMark(run)}`).join('')
}

export function sentencesText(sentences: readonly Sentence[]): string {
  return sentences.map(sentenceText).join('')
}

/** Names in a row of text: the first ones, and that there are more. */
export function nameList(names: readonly string[], limit = 5, separator: string = reportTerms.enumeration): string {
  const shown = names.slice(0, limit).join(separator)
  return names.length > limit ? `${shown}${reportTerms.andOthers}` : shown
}
