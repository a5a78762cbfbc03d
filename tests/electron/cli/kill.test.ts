import { writeXlsx } from 'hucre/xlsx'
import { spawn } from 'node:child_process'
import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { aCliFolder, aFolder, cliFile, runJson } from '../../builders'

const ROWS = 5_000
const KILLS = 20

/** A ledger of many leads, in the district's columns. */
async function aBigLedger(): Promise<string> {
  const header = ['项目名称', '投资方', '投资方所在地', '项目类别', '备案日期', '平台编号']
  const rows = Array.from({ length: ROWS }, (_, index) => [
    `项目${index}`,
    `投资方${index}公司`,
    '河北省',
    '市外优质项目',
    '2022-04-18',
    `ZS2022-${index}`,
  ])
  const file = path.join(aFolder(), 'leads.xlsx')
  writeFileSync(file, await writeXlsx({ sheets: [{ name: '招商线索台账', rows: [header, ...rows] }] }))
  return file
}

interface Checked {
  readonly ok: boolean
  readonly integrity: string
  readonly journal: { readonly entries: number; readonly chainOk: boolean }
  readonly attachments: { readonly missing: number }
  readonly counts: { readonly lead: number; readonly import_batch: number }
}

/** Starts an import and ends it with SIGKILL after some milliseconds; true when it was still running. */
async function killedAfter(folder: string, file: string, milliseconds: number): Promise<boolean> {
  const child = spawn(process.execPath, [cliFile, 'import', file, '--data', folder, '--json'], { stdio: 'ignore' })
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
  await Promise.race([wait(milliseconds), ended])
  child.kill('SIGKILL')
  return (await ended) === 'SIGKILL'
}

it(`rows 1 and 3: ${KILLS} kills at any moment of an import: all rows or none, the chain whole, the next import gives the same`, async () => {
  const file = await aBigLedger()
  const empty = aCliFolder()
  const whole = aCliFolder()
  const start = Date.now()
  expect(runJson(whole, ['import', file])).toMatchObject({ status: 0, json: { counts: { added: ROWS } } })
  let duration = Date.now() - start

  let killed = 0
  let last = empty
  for (let round = 0; killed < KILLS && round < KILLS * 3; round += 1) {
    const folder = path.join(aFolder(), 'data')
    cpSync(empty, folder, { recursive: true })
    // Spread over the whole run, most of them where the rows are being written.
    const moment = duration * (round % 4 === 0 ? Math.random() : 0.5 + Math.random() * 0.5)
    if (await killedAfter(folder, file, moment)) killed += 1
    else duration = moment
    const { status, json } = runJson<Checked>(folder, ['check'])
    expect(status).toBe(0)
    expect(json).toMatchObject({ ok: true, integrity: 'ok', journal: { chainOk: true }, attachments: { missing: 0 } })
    expect([0, ROWS]).toContain(json.counts.lead)
    expect(json.journal.entries).toBe(json.counts.lead === 0 ? 1 : 2)
    // The copy of the file that the preview had made is swept at the next start.
    expect(readdirSync(folder)).not.toContain('staging')
    last = folder
  }
  expect(killed).toBe(KILLS)
  runJson(last, ['import', file])
  expect(runJson<Checked>(last, ['check']).json.counts).toEqual(runJson<Checked>(whole, ['check']).json.counts)
}, 180_000)
