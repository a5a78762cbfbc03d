/** How searched texts and the words that look for them are written alike: NFKC, lower case, single spaces. */
export function searchText(...parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null && part !== '')
    .join(' \u00b7 ')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u200b\ufeff]+/gu, ' ')
}

/** The words of a search; all of them have to be found. */
export function searchWords(text: string): readonly string[] {
  return [...new Set(searchText(text).split(' '))].filter((word) => word !== '').slice(0, 8)
}

/** Whether a word may be pinyin initials. */
export function isInitials(word: string): boolean {
  return /^[a-z]+$/.test(word)
}

const excerptBefore = 12
const excerptLength = 60

/** A piece of a text around the first word found in it; '' when none is. Unit of length: characters. */
export function excerptOf(text: string, words: readonly string[]): string {
  const at = words.map((word) => text.indexOf(word)).filter((place) => place >= 0)
  if (at.length === 0) return ''
  const start = Math.max(0, Math.min(...at) - excerptBefore)
  const piece = Array.from(text.slice(start)).slice(0, excerptLength).join('')
  return `${start > 0 ? '…' : ''}${piece}${start + piece.length < text.length ? '…' : ''}`
}
