import type { FindingEvent } from '../../shared/rectification/lifecycle'
import { useScreen } from '../app/screen'
import { noStepDraft, type StepDraft } from './step-draft'

/** Where the form of a step keeps what is typed. */
export function stepKeyOf(findingId: string, event: FindingEvent): string {
  return `finding-step.${findingId}.${event}`
}

/** What is typed in a step's form. The keystroke before may not have been painted yet; the store has it. */
export function keptStep(key: string): StepDraft {
  // Only the form of a step writes under its key.
  return { ...noStepDraft, ...(useScreen.getState().drafts[key] as Partial<StepDraft> | undefined) }
}
