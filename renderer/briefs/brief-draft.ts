import { useScreen } from '../app/screen'
import type { BriefPreset, BriefWords } from './brief-words'

/** Under which a text that is being written is kept: the record's own, or that of a new one of its kind and month. */
export function draftKeyOf(id: string | null, { stream, kind, month }: BriefPreset): string {
  return `brief.${id ?? `${stream}.${kind}.${month}`}`
}

/** Begins a new text with what was pasted; what was typed before and not saved stays in front of it. */
export function beginWith(preset: BriefPreset, pasted: string): void {
  const key = draftKeyOf(null, preset)
  useScreen.setState((state) => {
    // Only written by the form itself, and below.
    const kept = (state.drafts[key] ?? {}) as Partial<BriefWords>
    const before = kept.body?.trim() ?? ''
    const body = before === '' ? pasted : `${before}\n\n${pasted}`
    return { drafts: { ...state.drafts, [key]: { ...kept, body } } }
  })
}
