import { create } from 'zustand'

/** A call that would change more existing records than usual, waiting for the person's word. */
export interface MassChange {
  readonly rows: number
  readonly total: number
  /** The number that was typed, or null for 不改了. */
  readonly answer: (confirmedRows: number | null) => void
}

export const useMassChange = create<{ readonly asked: MassChange | null }>()(() => ({ asked: null }))

/** Asks whether so many records are really meant; the number to confirm with, or null. A question under way is given up. */
export function askMassChange(rows: number, total: number): Promise<number | null> {
  useMassChange.getState().asked?.answer(null)
  return new Promise((resolve) => {
    const answer = (confirmedRows: number | null): void => {
      useMassChange.setState({ asked: null })
      resolve(confirmedRows)
    }
    useMassChange.setState({ asked: { rows, total, answer } })
  })
}

/** Whether the number that was typed is the one that is asked for; digits of the input method count too. */
export function isTypedCount(typed: string, rows: number): boolean {
  const digits = typed.normalize('NFKC').trim()
  return /^\d{1,9}$/.test(digits) && Number(digits) === rows
}
