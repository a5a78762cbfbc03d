import { create } from 'zustand'

/** A recovery code that the service told just now; it is never told again. */
export interface ShownCode {
  readonly name: string
  readonly code: string
}

/** Kept apart from every page, because signing in and turning on change the page while the code is shown. */
export const useShownCode = create<{ readonly shown: ShownCode | null }>()(() => ({ shown: null }))

export function showCode(name: string, code: string): void {
  useShownCode.setState({ shown: { name, code } })
}

export function forgetCode(): void {
  useShownCode.setState({ shown: null })
}
