import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { defaultDataFolder } from '../../electron/options'
import { portableFolder, portableMark } from '../../electron/portable'
import { aFolder } from '../builders'

test('a program is portable when the mark lies beside it', () => {
  const folder = aFolder()
  const program = path.join(folder, 'sizhua.exe')
  expect(portableFolder(program, true)).toBeNull()
  writeFileSync(path.join(folder, portableMark), '')
  expect(portableFolder(program, true)).toBe(folder)
  // A Node beside which such a file lies is no program of ours.
  expect(portableFolder(program, false)).toBeNull()
})

test('the usual data folder is the user’s own', () => {
  expect(defaultDataFolder(false)).toMatch(/[\\/]sizhua$/)
  expect(defaultDataFolder(true)).toMatch(/[\\/]sizhua-sample$/)
})
