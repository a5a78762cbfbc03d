import { create } from 'zustand'

/** What the last restore did, said on the page until it is read; the pages themselves are made anew meanwhile. */
export type Outcome =
  { readonly kind: 'restored'; readonly at: string; readonly hasBefore: boolean } | { readonly kind: 'reverted' }

interface BackupState {
  readonly outcome: Outcome | null
}

export const useBackupState = create<BackupState>()((): BackupState => ({ outcome: null }))

export function sayOutcome(outcome: Outcome | null): void {
  useBackupState.setState({ outcome })
}
