import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { refusalOfWrite } from '../../db/refusal'

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'open' })
}

it.each([
  ['ENOSPC', 'diskFull'],
  ['EDQUOT', 'diskFull'],
  ['EIO', 'saveFailed'],
  ['EACCES', 'saveFailed'],
  ['EBUSY', 'saveFailed'],
  ['EROFS', 'saveFailed'],
])('%s of a file beside the store is said as %s', (code, refusal) => {
  expect(refusalOfWrite(systemError(code))?.code).toBe(refusal)
})

it('a file that is not where the program left it, and anything of its own making, stays a bug', () => {
  let missing: unknown
  try {
    readFileSync('/nonexistent')
  } catch (thrown) {
    missing = thrown
  }
  for (const cause of [missing, new TypeError('x'), 'ENOSPC', Object.assign(new Error('x'), { code: 'ENOSPC' })])
    expect(refusalOfWrite(cause)).toBeNull()
})
