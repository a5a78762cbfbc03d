// npm start [-- --sample]: sets up, builds, opens the window; on a virtual screen where there is none.
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildStale } from './build.mjs'
import { isScreenless, startVirtualScreen } from './display.mjs'
import { setUpWindow } from './setup.mjs'
import { root } from './setup/paths.mjs'
import { runInPlace, runMain } from './setup/run.mjs'

async function start(args) {
  const { env, electron, ...tools } = await setUpWindow()
  buildStale({ ...tools, env }, ['programs', 'renderer'])
  console.log(`Electron: ${electron.source} (${electron.binary})`)
  // Chromium refuses its sandbox to root on Linux; everywhere else it stays on.
  const flags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const command = [electron.binary, [...flags, root, ...args]]
  return isScreenless(env) ? openUnseen(command, env) : runInPlace(...command, { env })
}

async function openUnseen(command, env) {
  const screenshot = path.join(root, 'out/screenshot.png')
  mkdirSync(path.dirname(screenshot), { recursive: true })
  rmSync(screenshot, { force: true })
  const screen = await startVirtualScreen()
  console.log(`没有显示器:窗口开在虚拟屏幕 ${screen.display} 上,按 Ctrl+C 结束。`)
  console.log(`No display: the window opens on the virtual screen ${screen.display}; stop with Ctrl+C.`)
  const watch = setInterval(() => {
    if (!existsSync(screenshot)) return
    clearInterval(watch)
    console.log(`截图 Screenshot: ${screenshot}`)
  }, 200)
  try {
    return await runInPlace(...command, { env: { ...env, DISPLAY: screen.display, SIZHUA_SCREENSHOT: screenshot } })
  } finally {
    clearInterval(watch)
    screen.stop()
  }
}

await runMain(() => start(process.argv.slice(2)))
