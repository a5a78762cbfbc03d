import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { aCliFolder, aFolder, dumpOfFolder, fixture, runCli, runJson } from '../../builders'

interface Inspected {
  readonly manifest: { readonly kind: string; readonly edition: number }
  readonly signer: { readonly unit: string; readonly keyId: string; readonly fingerprint: { readonly digits: string } }
  readonly counts: Readonly<Record<string, number>>
  readonly verification: string
  readonly remarks: readonly { readonly code: string }[]
}

interface Own {
  readonly keyId: string
  readonly unit: string
  readonly fingerprint: { readonly digits: string; readonly words: string }
  readonly file: { readonly path: string }
}

const frozen = fixture('exchange/v1-summary.zip')

test('package inspect shows manifest, signer, counts and verification, with a ledger or without', () => {
  const inspected = runJson<Inspected>(aFolder(), ['package', 'inspect', frozen])
  expect(inspected.status).toBe(0)
  expect(inspected.json).toMatchObject({
    manifest: { kind: 'summary', edition: 1 },
    signer: { unit: '东丽区审计局', keyId: 'd0aa0d8b912f4da9408c322a6fc4d292' },
    counts: { lines: 1 },
    verification: 'unknown',
    remarks: [],
  })
  const folder = aCliFolder()
  const before = dumpOfFolder(folder)
  const here = runJson<Inspected>(folder, ['package', 'inspect', frozen])
  expect(here.json.remarks.map(({ code }) => code)).toContain('packageKindNotHere')
  expect(dumpOfFolder(folder)).toEqual(before)
})

test('package inspect refuses a damaged file with its code and status 1, wrong use with 2', () => {
  const file = path.join(aFolder(), '上报包.zip')
  writeFileSync(file, readFileSync(frozen).subarray(0, 3000))
  const refused = runJson<{ error: { code: string } }>(aFolder(), ['package', 'inspect', file])
  expect(refused).toMatchObject({ status: 1, json: { error: { code: 'packageBroken' } } })
  const newer = runJson<{ error: { code: string } }>(aFolder(), [
    'package',
    'inspect',
    fixture('exchange/newer-major.zip'),
  ])
  expect(newer).toMatchObject({ status: 1, json: { error: { code: 'packageNewer' } } })
  expect(runCli(['package', 'open']).status).toBe(2)
  expect(runCli(['package', 'inspect']).status).toBe(2)
})

test('package identity shows the key, the same each time, and writes the file by which others know it', () => {
  const folder = aCliFolder()
  const out = aFolder()
  const first = runJson<Own>(folder, ['package', 'identity'])
  const second = runJson<Own>(folder, ['package', 'identity', '--out', out])
  expect(second.json).toMatchObject(first.json)
  expect(readdirSync(out)).toEqual(['东丽区审计局_密钥.zip'])
  const seen = runJson<Inspected>(aFolder(), ['package', 'inspect', second.json.file.path])
  expect(seen.json).toMatchObject({
    manifest: { kind: 'identity' },
    signer: { keyId: first.json.keyId, fingerprint: first.json.fingerprint },
  })
  const spoken = runCli(['package', 'identity', '--data', folder])
  expect(spoken.stdout).toContain(first.json.fingerprint.words)
})
