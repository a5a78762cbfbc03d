import { create } from 'zustand'

interface SendState {
  /** The period whose package is being looked at; null while none is. */
  readonly period: string | null
}

export const useSend = create<SendState>()((): SendState => ({ period: null }))

/** Shows what a package of the period would say, before it is written. */
export function openSend(period: string): void {
  useSend.setState({ period })
}

export function closeSend(): void {
  useSend.setState({ period: null })
}
