import { expect, test } from '@playwright/test'
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { launch, makeDataFolder, removeDataFolder, runCommand } from '../e2e/launch'
import { toNetwork, traceConnections } from '../e2e/tracer'
import { walkRooms, watchViolations } from '../e2e/walk'

const asOf = '2022-12-31'
/** Unit: milliseconds. Chromium's own services wait some time before they look for a network. */
const LEAST = 90_000

// Source: reliability 2 line +1: a run of at least a minute with import, export and packages, and no connection in it.
test('line +1: a long day of work makes no connection', async () => {
  test.setTimeout(600_000)
  const data = makeDataFolder()
  runCommand(data, asOf, 'init', '--bureau', '东丽区审计局', '--category', '3', '--year', '2022')
  for (const name of ['briefs-and-trainings', 'projects', 'visits', 'revenue'])
    runCommand(data, asOf, 'import', `tests/fixtures/ledgers/${name}-2022.xlsx`)
  const { program, connections } = traceConnections(data)
  const since = Date.now()
  const { app, page } = await launch({ data, asOf, through: program })
  const violations = await watchViolations(page)
  const target = path.join(data, '报送')
  mkdirSync(target)
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, target)
  const file = 'tests/fixtures/ledgers/leads-2022.xlsx'
  const done = await page.evaluate(
    async ({ name, content }) => {
      const { port1, port2 } = new MessageChannel()
      window.postMessage('sizhua:port', location.origin, [port2])
      port1.start()
      let count = 0
      const ask = (call: string, input: unknown): Promise<Record<string, unknown>> =>
        new Promise((resolve, reject) => {
          count += 1
          const id = count
          port1.addEventListener(
            'message',
            ({ data: reply }: MessageEvent<{ id: number; value?: object; error?: object }>) => {
              if (reply.id !== id || 'event' in reply) return
              if (reply.error) reject(new Error(`${call} ${JSON.stringify(reply.error)}`))
              else resolve((reply.value ?? {}) as Record<string, unknown>)
            },
          )
          port1.postMessage({ id, name: call, input })
        })
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
      const choice = { kind: null, sheet: null, headerRows: null, mapping: null }
      const opened = await ask('tables.open', { fileName: name, bytes, choice })
      await ask('tables.confirm', { session: opened['session'], tables: [0], rows: 'valid', withdraw: false })
      const { folder } = await ask('shell.chooseFolder', {})
      const report = await ask('reports.export', { period: '2022Q3', formats: ['xlsx', 'docx'], folder })
      const sent = await ask('exchange.send', {
        period: '2022Q3',
        withContacts: true,
        passphrase: 'Kupfer-Birke-1907',
        folder,
      })
      const shared = await ask('exchange.sendColleague', { folder, to: null, withFiles: true, passphrase: null })
      return [report['checkCode'], sent['checkCode'], shared['operations']].map(String)
    },
    { name: path.basename(file), content: readFileSync(file).toString('base64') },
  )
  expect(done[0]).toMatch(/\d/)
  expect(done[1]).toMatch(/\d/)
  expect(Number(done[2])).toBeGreaterThan(0)
  let rounds = 0
  while (rounds === 0 || Date.now() - since < LEAST) {
    await walkRooms(page, () => page.waitForTimeout(400))
    rounds += 1
  }
  expect(await violations()).toEqual([])
  await app.close()
  const made = connections()
  expect(made.length).toBeGreaterThan(0)
  expect(toNetwork(made)).toEqual([])
  console.log(
    `${Math.round((Date.now() - since) / 1000)} s, ${rounds} rounds, ${made.length} connections, 0 to a network`,
  )
  expect(readdirSync(target).length).toBeGreaterThanOrEqual(4)
  removeDataFolder(data)
})
