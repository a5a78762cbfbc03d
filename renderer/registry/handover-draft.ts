import { useScreen } from '../app/screen'
import type { OutputOf } from '../desk'

/** A handover that was made, with its list as it was on the day. */
export type Handover = OutputOf<'registry.handovers'>[number]

/** What is chosen for a handover that is not made yet; kept until it is. */
export interface HandoverDraft {
  readonly fromPersonId: string | null
  readonly toPersonId: string | null
  /** '' = today. */
  readonly on: string
  readonly remark: string
  readonly withRoles: boolean
  /** Items that were left out of all; everything in hand goes unless said otherwise. */
  readonly leftOut: readonly string[]
}

export const handoverKey = 'registry.handover'
export const emptyHandover: HandoverDraft = {
  fromPersonId: null,
  toPersonId: null,
  on: '',
  remark: '',
  withRoles: false,
  leftOut: [],
}

/** Begins a handover of one person's items. */
export function startHandover(fromPersonId: string): void {
  useScreen.setState((state) => ({ drafts: { ...state.drafts, [handoverKey]: { ...emptyHandover, fromPersonId } } }))
}
