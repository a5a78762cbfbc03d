import { describe, expect, test } from 'vitest'
import { judgeUpdate, type Installed } from '../../../shared/updates/judge'
import { updateManifestSchema, type UpdateManifest } from '../../../shared/updates/manifest'
import { compareVersions, programVersionSchema } from '../../../shared/updates/version'

const installed: Installed = { version: '0.1.0', platform: 'linux', arch: 'x64', schemaVersion: 6 }
const manifest: UpdateManifest = {
  format: 'sizhua-update',
  version: { major: 1, minor: 0 },
  program: '0.2.0',
  platform: 'linux',
  arch: 'x64',
  minimum: '0.1.0',
  schemaVersion: 7,
  notes: '',
  installer: 'a.deb',
  files: [{ path: 'a.deb', size: 1, sha256: '0'.repeat(64) }],
}

describe('versions', () => {
  test.each([
    ['0.1.0', '0.1.0', 0],
    ['0.2.0', '0.10.0', -1],
    ['1.0.0', '0.99.99', 1],
    ['1.2.3', '1.2.4', -1],
  ])('%s against %s', (left, right, expected) => {
    expect(Math.sign(compareVersions(left, right))).toBe(expected)
  })

  test.each(['1', '1.2', '01.2.3', '1.2.3-test', '1.2.3 ', 'v1.2.3', '../1.2.3', '1.2.3/..', '999999.0.0', ''])(
    '%j is none',
    (text) => expect(programVersionSchema.safeParse(text).success).toBe(false),
  )
})

describe('whether a right package fits this computer', () => {
  test('a newer program for it does', () => expect(judgeUpdate(manifest, installed)).toBeNull())

  test.each<readonly [string, Partial<UpdateManifest>, Partial<Installed>, string]>([
    ['of another system', { platform: 'win32' }, {}, 'updateOtherMachine'],
    ['of another processor', { arch: 'arm64' }, {}, 'updateOtherMachine'],
    ['of the same version', { program: '0.1.0' }, {}, 'updateNotNewer'],
    ['of an older version (no old fault comes back)', { program: '0.0.9' }, {}, 'updateNotNewer'],
    ['that needs a step in between', { program: '0.9.0', minimum: '0.8.0' }, {}, 'updateNeedsStep'],
    ['whose program could not open the ledger', { schemaVersion: 5 }, {}, 'updateStoreNewer'],
  ])('one %s is refused', (_name, change, own, code) => {
    expect(judgeUpdate({ ...manifest, ...change }, { ...installed, ...own })?.code).toBe(code)
  })

  test('a refusal names both versions', () => {
    expect(judgeUpdate({ ...manifest, program: '0.0.9' }, installed)?.params).toEqual({ found: '0.0.9', own: '0.1.0' })
  })

  test('without an open ledger its version does not count', () => {
    expect(judgeUpdate({ ...manifest, schemaVersion: 1 }, { ...installed, schemaVersion: 0 })).toBeNull()
  })
})

describe('the manifest', () => {
  const file = (path: string) => ({ path, size: 1, sha256: '0'.repeat(64) })

  test.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['an installer that is not listed', { installer: 'b.deb' }],
    ['an installer of another kind', { installer: 'a.sh', files: [file('a.sh')] }],
    ['a Windows installer for Linux', { installer: 'a.exe', files: [file('a.exe')] }],
    ['a file twice', { files: [file('a.deb'), file('a.deb')] }],
    ['a file in a folder', { installer: 'x/a.deb', files: [file('x/a.deb')] }],
    ['a file that leads out', { installer: '../a.deb', files: [file('../a.deb')] }],
    ['a name with a backslash', { installer: '..\\a.deb', files: [file('..\\a.deb')] }],
    ['a name that hides its ending', { installer: 'a\u202ebed.deb', files: [file('a\u202ebed.deb')] }],
    ['no file', { files: [] }],
    ['an empty installer', { files: [{ ...file('a.deb'), size: 0 }] }],
    ['a version that is none', { program: '0.2' }],
    ['another format', { format: 'sizhua-package' }],
  ])('with %s is refused', (_name, change) => {
    expect(updateManifestSchema.safeParse({ ...manifest, ...change }).success).toBe(false)
  })

  test('fields of a newer minor are let be', () => {
    expect(updateManifestSchema.safeParse({ ...manifest, version: { major: 1, minor: 4 }, more: 1 }).success).toBe(true)
  })
})
