import { app, type WebContents } from 'electron'
import { runJobs } from './probe-jobs'
import { orderVariable, reportMark, type ProbeOrder, type ProbeReport } from './probe-order'

// Loaded into the measured program's main process before the program itself; it only watches, and acts when ordered.
// The bench is the only one that sets the variable.
const order = JSON.parse(process.env[orderVariable] ?? '{}') as ProbeOrder

const paint = `new Promise((resolve) => {
  const told = () => performance.getEntriesByName('first-contentful-paint')[0]
  const tell = () => (told() ? resolve(performance.timeOrigin + told().startTime) : setTimeout(tell, 5))
  tell()
})`

/** Resolves in the frame in which the element has been painted. */
function shown(selector: string): string {
  return `new Promise((resolve) => {
    const tell = () => requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())))
    const isThere = () => document.querySelector(${JSON.stringify(selector)}) !== null
    if (isThere()) return tell()
    const watch = new MutationObserver(() => {
      if (!isThere()) return
      watch.disconnect()
      tell()
    })
    watch.observe(document, { childList: true, subtree: true })
  })`
}

async function watch(contents: WebContents): Promise<void> {
  const [paintedAt, shownAt] = await Promise.all([
    contents.executeJavaScript(paint) as Promise<number>,
    order.shown === null ? Promise.resolve(0) : (contents.executeJavaScript(shown(order.shown)) as Promise<number>),
  ])
  const jobs = order.jobs ? await runJobs(contents, order.jobs) : null
  const report: ProbeReport = { paintedAt, shownAt, jobs }
  process.stdout.write(`${reportMark}${JSON.stringify(report)}\n`)
}

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    watch(contents).catch((cause: unknown) => {
      process.stderr.write(`${String(cause)}\n`)
      app.exit(1)
    })
  })
})
process.stdin.once('data', () => app.quit())
