import type { WebContents } from 'electron'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { ProbeJobs, ProbeOrder } from './probe-order'

/** Unit: milliseconds between two beats of the main process. */
const BEAT = 2

/** A second port of the page, spoken to as the window's own client does. */
const client = `(() => {
  const { port1, port2 } = new MessageChannel()
  const waiting = new Map()
  let next = 1
  port1.onmessage = ({ data }) => {
    if (!('id' in data) || 'event' in data) return
    waiting.get(data.id)?.(data)
    waiting.delete(data.id)
  }
  window.postMessage('sizhua:port', location.origin, [port2])
  window.benchCall = (name, input) => new Promise((resolve, reject) => {
    const id = next++
    waiting.set(id, (reply) => 'value' in reply ? resolve(reply.value) : reject(new Error(name + ' ' + JSON.stringify(reply))))
    port1.postMessage({ id, name, input })
  })
})()`

const median = `(values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]`

function answers(calls: number): string {
  return `(async () => {
    const taken = []
    const filter = { text: '', states: [], classes: ['outOfCity', 'inCity'], year: 2022 }
    for (let index = 0; index < ${calls}; index += 1) {
      const before = performance.now()
      await window.benchCall('investment.list', { filter, sort: { by: 'title', descending: false }, offset: 0, limit: 50 })
      taken.push(performance.now() - before)
    }
    return (${median})(taken)
  })()`
}

/** Turns pages of the list by clicking, and waits until the new first row has been painted. */
function pageTurns(calls: number): string {
  return `(async () => {
    const first = () => document.querySelector('tr[data-row-key]')?.getAttribute('data-row-key')
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    while (!first() || !document.querySelector('.ant-pagination-next button')) await frame()
    const taken = []
    for (let index = 0; index < ${calls}; index += 1) {
      const key = first()
      const before = performance.now()
      document.querySelector('.ant-pagination-next button').click()
      while (first() === key) await frame()
      await frame()
      taken.push(performance.now() - before)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return (${median})(taken)
  })()`
}

function importing(workbook: string): string {
  return `(async () => {
    const bytes = Uint8Array.from(atob('${workbook}'), (letter) => letter.charCodeAt(0))
    await new Promise((resolve) => setTimeout(resolve, 300))
    window.benchImport = async () => {
      const choice = { kind: null, sheet: null, headerRows: null, mapping: null }
      const preview = await window.benchCall('tables.open', { fileName: 'bench.xlsx', bytes, choice })
      await window.benchCall('tables.rows', { session: preview.session, table: 0, outcomes: [], offset: 0, limit: 100 })
      await window.benchCall('tables.confirm', { session: preview.session, tables: [0], rows: 'all', withdraw: false })
    }
  })()`
}

const exporting = `(async () => {
  const { folder } = await window.benchCall('shell.lastFolder', {})
  const filter = { text: '', states: [], classes: [], year: 2022 }
  await window.benchCall('reports.exportLeads', { filter, sort: { by: 'filedOn', descending: false }, folder })
})()`

/** The longest pause of this process's event loop while something runs elsewhere. Unit: milliseconds. */
async function longestPause(work: () => Promise<unknown>): Promise<number> {
  let last = performance.now()
  let longest = 0
  const beat = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - BEAT)
    last = now
  }, BEAT)
  await work()
  clearInterval(beat)
  return longest
}

/** Turns to the list, measures answers and page turns, then how long an import and an export hold up this process. */
export async function runJobs(contents: WebContents, order: NonNullable<ProbeOrder['jobs']>): Promise<ProbeJobs> {
  const run = <T>(script: string): Promise<T> => contents.executeJavaScript(script) as Promise<T>
  await run(client)
  const answer = await run<number>(answers(order.calls))
  contents.sendInputEvent({ type: 'keyDown', keyCode: '3', modifiers: ['alt'] })
  contents.sendInputEvent({ type: 'keyUp', keyCode: '3', modifiers: ['alt'] })
  const pixels = await run<number>(pageTurns(order.calls))
  await run(importing(readFileSync(order.workbook, 'base64')))
  await wait(500)
  const blocked = {
    importing: await longestPause(() => run('window.benchImport()')),
    exporting: await longestPause(() => run(exporting)),
  }
  return { answer, pixels, blocked }
}
