import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeBesideIfBusy, writeFileAtomically } from '../../../electron/core/atomic-file'

const BYTES = new TextEncoder().encode('新')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'atomic-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('writing a file as a whole', () => {
  it('replaces the old content and leaves nothing beside it', async () => {
    const target = path.join(folder, '小结.xlsx')
    writeFileSync(target, '旧')
    expect(await writeFileAtomically(target, BYTES)).toEqual({ ok: true, value: target })
    expect(readFileSync(target, 'utf8')).toBe('新')
    expect(readdirSync(folder)).toEqual(['小结.xlsx'])
  })

  it('a missing folder, and a file where the folder should be', async () => {
    for (const target of [path.join(folder, 'none', 'a.xlsx'), path.join(folder, 'file', 'a.xlsx')]) {
      writeFileSync(path.join(folder, 'file'), '')
      expect(await writeFileAtomically(target, BYTES)).toMatchObject({
        ok: false,
        error: { code: 'folderNotWritable' },
      })
    }
  })

  it('a name that is taken by something that cannot be replaced: the old stays, the temporary file goes', async () => {
    const target = path.join(folder, 'a.xlsx')
    mkdirSync(path.join(target, 'inside'), { recursive: true })
    expect(await writeFileAtomically(target, BYTES)).toMatchObject({ ok: false, error: { code: 'targetInUse' } })
    expect(readdirSync(folder)).toEqual(['a.xlsx'])
  })

  it('a taken name gets the hour and minute, then a number', async () => {
    mkdirSync(path.join(folder, 'a.xlsx'))
    const first = path.join(folder, 'a_1032.xlsx')
    expect(await writeBesideIfBusy(path.join(folder, 'a.xlsx'), BYTES, '1032')).toEqual({ ok: true, value: first })
    rmSync(first)
    mkdirSync(first)
    expect(await writeBesideIfBusy(path.join(folder, 'a.xlsx'), BYTES, '1032')).toEqual({
      ok: true,
      value: path.join(folder, 'a_1032_2.xlsx'),
    })
    expect(readdirSync(folder).sort()).toEqual(['a.xlsx', 'a_1032.xlsx', 'a_1032_2.xlsx'])
  })

  it('a file that another program keeps from being replaced, as far as this system can do it', async () => {
    const target = path.join(folder, 'a.xlsx')
    writeFileSync(target, '旧')
    try {
      execFileSync('chattr', ['+i', target], { stdio: 'ignore' })
    } catch {
      // Needs a privilege and a file system that has it; the folder in place above covers the same way out.
      return
    }
    const started = performance.now()
    const written = await writeBesideIfBusy(target, BYTES, '1032')
    execFileSync('chattr', ['-i', target])
    expect(written).toEqual({ ok: true, value: path.join(folder, 'a_1032.xlsx') })
    expect(performance.now() - started).toBeLessThan(3_000)
    expect(readFileSync(target, 'utf8')).toBe('旧')
    expect(readdirSync(folder).sort()).toEqual(['a.xlsx', 'a_1032.xlsx'])
  })
})
