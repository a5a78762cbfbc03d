import { expect, test } from 'vitest'
import { readPackage } from '../../../electron/exchange/package-file'
import { summaryPayloadSchema } from '../../../shared/exchange/payloads'
import { messageText } from '../../../shared/terms/messages'
import { bytesOf, fixture, sha256Of, valueOf } from '../../builders'

// The fixtures are written by tests/fixtures/exchange/make.mjs, which shares no line with the program.

const readFixture = (name: string) =>
  readPackage({ fileName: name, bytes: bytesOf(fixture(`exchange/${name}`)), passphrase: null })

// Acceptance 6: a package of version 1 can be read by every later program; the file itself never changes.
test('the frozen package of version 1 opens', async () => {
  expect(sha256Of(fixture('exchange/v1-summary.zip'))).toBe(
    'ee22a4d39f92a29e843c5b1e9b78170fa848386463aae46aaf0067f7085f40c0',
  )
  const read = valueOf(await readFixture('v1-summary.zip'))
  expect(read).toMatchObject({ isSigned: true, isEncrypted: false })
  expect(read.manifest).toMatchObject({
    version: { major: 1, minor: 0 },
    kind: 'summary',
    from: { unit: '东丽区审计局', keyId: 'd0aa0d8b912f4da9408c322a6fc4d292' },
    to: '东丽区考核办',
    period: '2022Q2',
    edition: 1,
    sequence: 1,
    checkCode: '4827-1936',
  })
  expect(summaryPayloadSchema.parse(read.payload)).toMatchObject({ nil: ['projects'], lines: [{ cumulative: '5' }] })
  expect(valueOf(read.fileOf('季度小结.xlsx')).length).toBeGreaterThan(1000)
})

test('a newer minor is read, and what it adds is kept', async () => {
  const read = valueOf(await readFixture('newer-minor.zip'))
  expect(read.isSigned).toBe(true)
  expect(read.manifest).toMatchObject({
    version: { major: 1, minor: 7, name: '夏' },
    from: { branch: '办公室' },
    audience: ['区级'],
  })
  expect(read.manifest.entries[0]).toMatchObject({ path: 'data.json', kind: '附件' })
  expect(summaryPayloadSchema.parse(read.payload)).toMatchObject({ weather: { sky: '晴' }, lines: [{ colour: '绿' }] })
  expect(valueOf(read.fileOf('季度小结.ofd'))).toHaveLength(20)
})

test('a newer major is refused in words, though nothing else of it is understood', async () => {
  const read = await readFixture('newer-major.zip')
  if (read.ok) throw new Error('taken')
  expect(read.error).toEqual({ code: 'packageNewer', params: { file: 'newer-major.zip', found: '2.3', known: '1.0' } })
  expect(messageText(read.error.code, read.error.params)).toContain('更新的版本')
})
