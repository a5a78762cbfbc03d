import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJob } from '../../../electron/jobs/run-job'
import { readTablesOfFile } from '../../../electron/tables/read-tables-of-file'
import type { ReadingOptions } from '../../../shared/tables/reading'
import { FIXTURES } from '../tables/fixtures'
import { buildXlsx } from '../tables/zip-builder'
import type { WorkerBundle } from './worker-bundle'
import { bundleWorker } from './worker-bundle'

const OPTIONS: ReadingOptions = {
  kind: null,
  sheet: null,
  headerRows: null,
  mapping: null,
  fixes: [],
  year: 2022,
  mode: 'bureau',
  unitNames: ['审计局', '区审计局', '东丽区审计局'],
}
const DONGLI = path.join(FIXTURES, 'assignments/dongli-2022-audit-bureau.xlsx')

let bundle: WorkerBundle
let folder: string
let slow: string

beforeAll(async () => {
  bundle = await bundleWorker()
  folder = mkdtempSync(path.join(tmpdir(), 'jobs-'))
  slow = path.join(folder, 'slow.xlsx')
  const rows = Array.from({ length: 60_000 }, (_, index) => {
    const row = index + 1
    const cells = Array.from({ length: 20 }, (__, column) => {
      return `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t>整改${row * 31 + column}</t></is></c>`
    })
    return `<row r="${row}">${cells.join('')}</row>`
  })
  writeFileSync(slow, buildXlsx(rows.join('')))
}, 60_000)

afterAll(() => {
  bundle.remove()
  rmSync(folder, { recursive: true, force: true })
})

describe('a job in a worker thread', () => {
  it('reads a table and tells its stages in order', async () => {
    const stages: string[] = []
    const reading = await readTablesOfFile(
      { file: DONGLI, options: OPTIONS },
      { workerFile: bundle.file, onProgress: (progress) => stages.push(progress.stage) },
    )
    expect(reading.ok && reading.tables[0]?.rows.length).toBe(16)
    expect(stages).toEqual(['open', 'check', 'read', 'rows'])
  })

  it('is cancelled at once, before and while it runs', async () => {
    const early = await readTablesOfFile(
      { file: slow, options: OPTIONS },
      { workerFile: bundle.file, signal: AbortSignal.abort() },
    )
    expect(early).toMatchObject({ ok: false, code: 'cancelled' })
    const controller = new AbortController()
    const running = readTablesOfFile(
      { file: slow, options: OPTIONS },
      { workerFile: bundle.file, signal: controller.signal, onProgress: () => controller.abort() },
    )
    expect(await running).toMatchObject({ ok: false, code: 'cancelled' })
  })

  it('is ended when it takes too long', async () => {
    const reading = await readTablesOfFile(
      { file: slow, options: OPTIONS },
      { workerFile: bundle.file, timeoutMs: 300 },
    )
    expect(reading).toMatchObject({ ok: false, code: 'fileTimedOut' })
  })

  it('dies alone when its memory is used up', async () => {
    const reading = await readTablesOfFile({ file: slow, options: OPTIONS }, { workerFile: bundle.file, memoryMb: 48 })
    expect(reading).toMatchObject({ ok: false, code: 'fileExpandsTooMuch' })
  }, 30_000)

  it('leaves this thread free: never blocked for 100 ms', async () => {
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last - 5)
      last = performance.now()
    }, 5)
    const outcome = await runJob(
      'writeErrorRows',
      {
        file: slow,
        sheet: 'Sheet1',
        headerRows: [1],
        rows: [{ row: 2, columns: [0], message: '错' }],
        label: '错误说明',
      },
      { workerFile: bundle.file },
    )
    clearInterval(timer)
    expect(outcome.ok && outcome.output.ok && outcome.output.value.byteLength).toBeGreaterThan(1_000)
    expect(longest).toBeLessThan(100)
  }, 60_000)

  it('runs inside another worker, as under the store service', async () => {
    const { Worker } = await import('node:worker_threads')
    const code = `
      const { parentPort, Worker } = require('node:worker_threads')
      const inner = new Worker(${JSON.stringify(bundle.file)}, { workerData: ${JSON.stringify({
        name: 'readWorkbook',
        input: { file: DONGLI, options: OPTIONS },
      })} })
      inner.on('message', (message) => { if (message.kind !== 'progress') parentPort.postMessage(message) })`
    const outer = new Worker(code, { eval: true })
    const message = await new Promise((resolve) => outer.once('message', resolve))
    await outer.terminate()
    expect(message).toMatchObject({ kind: 'done', output: { ok: true } })
  })

  it('rejects for a bug: an unknown name, a worker that is missing', async () => {
    const unknownName = 'toString' as 'readWorkbook'
    await expect(runJob(unknownName, { file: '', options: OPTIONS }, { workerFile: bundle.file })).rejects.toThrow(
      'unknown job',
    )
    await expect(
      runJob('readWorkbook', { file: '', options: OPTIONS }, { workerFile: path.join(folder, 'none.cjs') }),
    ).rejects.toThrow('crashed')
  })
})
