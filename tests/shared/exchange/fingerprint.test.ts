import { pinyin } from 'pinyin-pro'
import { expect, test } from 'vitest'
import { fingerprintOf } from '../../../shared/exchange/fingerprint'
import { fingerprintWords } from '../../../shared/terms/fingerprint-words'

/** How a word sounds to an ear that hears no tone, no zh ch sh, no n before l, no hu before f and no ng. */
function heard(word: string): string {
  const syllables = pinyin(word, { toneType: 'none', type: 'array' })
  return syllables
    .map((syllable) =>
      syllable
        .replace(/^([zcs])h/, '$1')
        .replace(/^n/, 'l')
        .replace(/^hu/, 'fu')
        .replace(/ng$/, 'n'),
    )
    .join(' ')
}

test('256 words of two characters, no two of which sound alike on a bad line', () => {
  expect(fingerprintWords).toHaveLength(256)
  expect(fingerprintWords.every((word) => /^\p{Script=Han}{2}$/u.test(word))).toBe(true)
  expect(new Set(fingerprintWords.map(heard)).size).toBe(256)
})

test('the words and digits of a key are those of the format', () => {
  const first = fingerprintWords[0] ?? ''
  expect(fingerprintOf('0'.repeat(32))).toEqual({
    digits: Array(8).fill('0000').join('-'),
    words: Array(8).fill(first).join(' '),
  })
  const { digits, words } = fingerprintOf(`ffff0001${'0'.repeat(24)}`)
  expect(digits.slice(0, 9)).toBe('5535-0001')
  expect(words.split(' ').slice(0, 2)).toEqual([fingerprintWords[0], fingerprintWords[1]])
})

test('one digit more or less in the name of a key changes the fingerprint', () => {
  const keyId = '4f8a21c0d7e6b5a49382716059483726'
  const shown = fingerprintOf(keyId)
  for (let index = 0; index < keyId.length; index += 1) {
    const other = (Number.parseInt(keyId[index] ?? '0', 16) ^ 1).toString(16)
    const changed = fingerprintOf(keyId.slice(0, index) + other + keyId.slice(index + 1))
    expect(changed.digits).not.toBe(shown.digits)
    expect(changed.words).not.toBe(shown.words)
  }
})
