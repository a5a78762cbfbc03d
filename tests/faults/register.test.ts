import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../builders'

const FAULTS = 60

interface Line {
  readonly number: number
  readonly about: string
  readonly named: readonly { readonly file: string; readonly name: string }[]
}

/** The table of FAULTS.md: number, fault, and `file` › name, several parted by a semicolon. */
function lines(): readonly Line[] {
  return readFileSync(path.join(root, 'tests/faults/FAULTS.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, number, about, tests] = /^\| (\d+) \| (.+?) \| (.+) \|$/u.exec(line) ?? []
      if (number === undefined || about === undefined || tests === undefined) return []
      const named = tests.split(/; (?=`)/u).flatMap((each) => {
        const [, file, name] =
          /^`([^`]+)` › ([^;]+?)(?:\. (?:Not here|The program|Control characters).*)?$/u.exec(each) ?? []
        return file === undefined || name === undefined ? [{ file: each, name: '' }] : [{ file, name }]
      })
      return [{ number: Number(number), about, named }]
    })
}

test('every fault from 1 to 60 is in the register once, with a test', () => {
  expect(lines().map(({ number }) => number)).toEqual(Array.from({ length: FAULTS }, (_, index) => index + 1))
  expect(lines().filter(({ named }) => named.length === 0)).toEqual([])
})

test.each(lines())('$number $about: its tests exist', ({ named }) => {
  const missing = named.filter(({ file, name }) => {
    const whole = path.join(root, file)
    return name === '' || !existsSync(whole) || !readFileSync(whole, 'utf8').includes(name)
  })
  expect(missing).toEqual([])
})
