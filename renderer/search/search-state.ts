import { create } from 'zustand'

/** Whether the search lies over the page, and what was typed last. */
export const useSearch = create(() => ({ isOpen: false, text: '' }))

export function openSearch(): void {
  useSearch.setState({ isOpen: true })
}

export function closeSearch(): void {
  useSearch.setState({ isOpen: false })
}
