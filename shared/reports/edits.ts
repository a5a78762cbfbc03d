import { periodReportTerms } from '../terms/reports'
import type { AppliedEdit, DocumentSection, ReportWarning, Sentence, TextRun } from './model'
import { fillText } from './sentences'

/** What a person wrote into a report by hand, as it is kept. */
export interface ReportEdit {
  readonly id: string
  readonly kind: 'figure' | 'sentence' | 'nil'
  readonly place: string
  readonly original: string
  readonly value: string
  readonly reason: string
  readonly editedBy: string
  /** Local day and time. */
  readonly editedAt: string
}

export interface EditedSections {
  readonly sections: readonly DocumentSection[]
  /** In the order of the text. */
  readonly applied: readonly (AppliedEdit & { readonly place: string })[]
  /** Edits whose place is no longer in the text. */
  readonly lost: readonly ReportEdit[]
}

function computedText({ runs }: Sentence): string {
  return runs.map(({ text }) => text).join('')
}

/** Puts hand-written figures and sentences in their places; a sentence that was rewritten has no figures left to edit. */
export function withEdits(sections: readonly DocumentSection[], edits: readonly ReportEdit[]): EditedSections {
  const waiting = new Map(
    edits.filter(({ kind }) => kind !== 'nil').map((edit) => [`${edit.kind}/${edit.place}`, edit]),
  )
  const applied: (AppliedEdit & { readonly place: string })[] = []
  const take = (kind: 'figure' | 'sentence', place: string, computed: string): AppliedEdit | null => {
    const edit = waiting.get(`${kind}/${place}`)
    if (!edit) return null
    waiting.delete(`${kind}/${place}`)
    const { id, original, value, reason, editedBy, editedAt } = edit
    const number = applied.length + 1
    const used = { id, kind, number, original, computed, value, reason, editedBy, editedAt }
    applied.push({ ...used, place })
    return used
  }
  const editRun = (run: TextRun): TextRun => {
    const edit = run.source && take('figure', run.source.place, run.text)
    return edit ? { ...run, text: edit.value, edit } : run
  }
  const editSentence = (sentence: Sentence): Sentence => {
    const edit = take('sentence', sentence.place, computedText(sentence))
    if (edit) return { ...sentence, runs: [{ text: edit.value, source: null, edit }] }
    return { ...sentence, runs: sentence.runs.map(editRun) }
  }
  const edited = sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === 'paragraph' ? { ...block, sentences: block.sentences.map(editSentence) } : block,
    ),
  }))
  return { sections: edited, applied, lost: [...waiting.values()] }
}

/** 「注1：“6”手工改为“7”，原因：…」, and what the records give by now where that has changed. */
export function editNote(edit: AppliedEdit): string {
  const { number, original, value, reason, editedBy, editedAt, computed } = edit
  const note = fillText(periodReportTerms.editNote, { number, original, value, reason, editedBy, editedAt })
  return computed === original ? note : `${note}${fillText(periodReportTerms.editStale, { computed })}`
}

/** Every edit is named before the report goes out. */
export function editWarnings({ applied, lost }: EditedSections): readonly ReportWarning[] {
  const { editWarning, editStaleWarning, editLostWarning } = periodReportTerms
  return [
    ...applied.map(({ place, original, value, reason, computed }): ReportWarning => ({
      kind: 'edit',
      stream: null,
      text: fillText(computed === original ? editWarning : editStaleWarning, { original, value, reason, computed }),
      record: null,
      place,
    })),
    ...lost.map(({ place, value }): ReportWarning => ({
      kind: 'edit',
      stream: null,
      text: fillText(editLostWarning, { value }),
      record: null,
      place,
    })),
  ]
}
