import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../builders'

const COUNT = 60

interface Fault {
  readonly number: number
  readonly about: string
  readonly tests: { readonly file: string; readonly name: string }[]
}

/** The list of FAULTS.md: the number with the fault, below it `file` › name of each test and remarks without a file. */
function faults(): readonly Fault[] {
  const found: Fault[] = []
  for (const line of readFileSync(path.join(root, 'tests/faults/FAULTS.md'), 'utf8').split('\n')) {
    const [, number, about] = /^(\d+)\. (.+)$/u.exec(line) ?? []
    if (number !== undefined && about !== undefined) found.push({ number: Number(number), about, tests: [] })
    const [, file, name] = /^\s+- `([^`]+)` › (.+)$/u.exec(line) ?? []
    if (file !== undefined && name !== undefined) found.at(-1)?.tests.push({ file, name })
  }
  return found
}

test('every fault from 1 to 60 is in the register once, with a test', () => {
  expect(faults().map(({ number }) => number)).toEqual(Array.from({ length: COUNT }, (_, index) => index + 1))
  expect(faults().filter(({ tests }) => tests.length === 0)).toEqual([])
})

test.each(faults())('$number $about: its tests exist', ({ tests }) => {
  const missing = tests.filter(({ file, name }) => {
    const whole = path.join(root, file)
    return !existsSync(whole) || !readFileSync(whole, 'utf8').includes(name)
  })
  expect(missing).toEqual([])
})
