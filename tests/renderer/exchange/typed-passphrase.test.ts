import { expect, test } from 'vitest'
import { noPassphrase, passphraseOf } from '../../../renderer/exchange/typed-passphrase'
import { passphraseText } from '../../../renderer/text/exchange'

const typed = (first: string, second: string) => passphraseOf({ isWished: true, first, second })

test('nothing is encrypted unless it was asked for', () => {
  expect(passphraseOf(noPassphrase)).toEqual({ value: null, problem: null })
  expect(passphraseOf({ isWished: false, first: '12345678', second: '12345678' })).toEqual({
    value: null,
    problem: null,
  })
})

test('a passphrase has eight characters and is typed twice alike; else nothing is sent unencrypted by mistake', () => {
  expect(typed('', '')).toEqual({ value: null, problem: passphraseText.short })
  expect(typed('1234567', '1234567')).toEqual({ value: null, problem: passphraseText.short })
  expect(typed('12345678', '1234567８')).toEqual({ value: null, problem: passphraseText.different })
  expect(typed('一二三四五六七八', '一二三四五六七八')).toEqual({ value: '一二三四五六七八', problem: null })
})
