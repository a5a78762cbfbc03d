import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { aCliFolder, aFolder, dumpOfFolder, filesBelow, fixture, runJson } from '../../builders'

interface Summary {
  readonly files: readonly { readonly path: string; readonly kind: string; readonly sha256: string }[]
  readonly checkCode: string
  readonly warnings: readonly string[]
}

interface Accepted {
  readonly kind: string
  readonly counts: Readonly<Record<string, number>>
  readonly applied: boolean
  readonly batchId: string | null
  readonly warnings: readonly { readonly code: string }[]
  readonly error?: {
    readonly code: string
    readonly message: string
    readonly params: Readonly<Record<string, string>>
  }
}

const asOf = ['--as-of', '2022-06-30']

/** The district office's folder, set up by the command line. */
function anOfficeFolder(): string {
  const folder = path.join(aFolder(), 'district')
  const about = ['--bureau', '东丽区合作交流办', '--category', '1', '--year', '2022', '--mode', 'district']
  expect(runJson(folder, ['init', ...about]).status).toBe(0)
  return folder
}

describe('summary --formats package (cli.md)', { timeout: 120_000 }, () => {
  test('writes workbook, document and package with one 核对码; the same again is the same file', () => {
    const folder = aCliFolder()
    const out = path.join(aFolder(), 'out')
    const args = ['summary', '--period', '2022Q2', '--out', out, '--formats', 'xlsx,docx,package', ...asOf]
    const first = runJson<Summary>(folder, args)
    expect(first.status).toBe(0)
    expect(first.json.files.map(({ kind }) => kind)).toEqual(['xlsx', 'docx', 'package'])
    const packed = first.json.files.find(({ kind }) => kind === 'package')
    expect(path.basename(packed?.path ?? '')).toBe('东丽区审计局_2022Q2_v1.zip')
    const shown = runJson<{ manifest: { checkCode: string } }>(folder, ['package', 'inspect', packed?.path ?? ''])
    expect(shown.json.manifest.checkCode).toBe(first.json.checkCode)
    const again = runJson<Summary>(folder, args)
    expect(again.status).toBe(0)
    expect(again.json.files.at(-1)?.sha256).toBe(packed?.sha256)
    expect(again.json.warnings.join()).toContain('没有生成新的一版')
  })

  test('a format that is none writes nothing', () => {
    const folder = aCliFolder()
    const out = path.join(aFolder(), 'out')
    const { status, json } = runJson<Accepted>(folder, [
      'summary',
      '--period',
      '2022Q2',
      '--out',
      out,
      '--formats',
      'zip',
    ])
    expect([status, json.error?.code]).toEqual([1, 'formatUnknown'])
  })
})

describe('package accept (cli.md)', { timeout: 120_000 }, () => {
  /** The district's 放假安排 as a package, by its own command. */
  function aCalendar(office: string): string {
    const out = aFolder()
    expect(runJson(office, ['district', 'calendar', '2022', '--out', out, ...asOf]).status).toBe(0)
    const file = filesBelow(out).find((name) => name.endsWith('.zip'))
    return path.join(out, file ?? '')
  }

  test('an unknown signer: exit 1 with the fingerprint, nothing changed; --dry-run says what would; --trust-new takes it', () => {
    const [bureau, office] = [aCliFolder(), anOfficeFolder()]
    const file = aCalendar(office)
    const before = dumpOfFolder(bureau)
    const refused = runJson<Accepted>(bureau, ['package', 'accept', file])
    expect([refused.status, refused.json.error?.code]).toEqual([1, 'signerUnknown'])
    expect(refused.json.error?.params['fingerprint']).toMatch(/^(\d{4}-){7}\d{4}$/)
    const dry = runJson<Accepted>(bureau, ['package', 'accept', file, '--dry-run'])
    expect(dry).toMatchObject({ status: 0, json: { kind: 'calendar', applied: false, batchId: null } })
    expect(dry.json.warnings.map(({ code }) => code)).toEqual(['signerUnknown'])
    expect(dumpOfFolder(bureau)).toEqual(before)
    const taken = runJson<Accepted>(bureau, ['package', 'accept', file, '--trust-new'])
    expect(taken).toMatchObject({ status: 0, json: { kind: 'calendar', applied: true } })
    const twice = runJson<Accepted>(bureau, ['package', 'accept', file, '--trust-new'])
    expect([twice.status, twice.json.error?.code]).toEqual([1, 'packageAlreadyTaken'])
  })

  test('a file that is none of ours, and one that is not there', () => {
    const bureau = aCliFolder()
    const table = fixture('ledgers/leads-2022.xlsx')
    expect(readFileSync(table).length).toBeGreaterThan(0)
    expect(runJson<Accepted>(bureau, ['package', 'accept', table]).json.error?.code).toBe('packageNotOurs')
    expect(runJson<Accepted>(bureau, ['package', 'accept', '不在.zip']).json.error?.code).toBe('fileNotFound')
  })
})
