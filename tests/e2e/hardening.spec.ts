import { expect, test } from '@playwright/test'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { contentSecurityPolicy, pagePreferences } from '../../electron/page-policy'
import { isRoot, launch, makeDataFolder, removeDataFolder, type Launched } from './launch'

/*
 * Source: reliability 2, the checklist of the Electron security guide. Each line has one assertion, named after it:
 *
 * line  1  here; the built files: tests/electron/hardening/bundle.test.ts
 * lines 2–5, 7–14, 18  here
 * line  6  here; bundle.test.ts
 * line 15  bundle.test.ts, tests/architecture.test.ts: nothing is opened outside of the program, so no list of endings is needed
 * line 16  bundle.test.ts
 * line 17  hardening-calls.spec.ts
 * line 19  of the packed program: build/dist, `npm run test:dist`
 * line 20  here; bundle.test.ts
 * line +1  hardening-network.spec.ts; the long run: tests/faults
 * line +2  here; start-arguments.test.ts; of the packed program: build/dist
 * line +3  bundle.test.ts, tests/architecture.test.ts
 * line +4  of the installer: build/dist
 * line +5  bundle.test.ts, build/lint/lockfile.mjs
 */

let data: string
let launched: Launched
/** A site on this computer that would be reached if anything got out. */
let site: Server
let address: string
let hits = 0

test.beforeAll(async () => {
  site = createServer((request, response) => {
    hits += 1
    if (request.url === '/moved') response.writeHead(302, { location: '/' }).end()
    else
      response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' }).end('<p>outside</p>')
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  address = `127.0.0.1:${(site.address() as AddressInfo).port}`
  data = makeDataFolder()
  launched = await launch({ data, asOf: '2022-10-20', args: ['--sample'] })
  await launched.page.getByRole('navigation').waitFor()
})

test.afterAll(async () => {
  await launched.app.close()
  site.close()
  removeDataFolder(data)
})

test.afterEach(() => {
  expect(launched.page.url()).toBe('app://main/')
  expect(launched.app.windows()).toHaveLength(1)
  expect(hits).toBe(0)
})

test('line 1: nothing is fetched but the program itself, by the page or past it', async () => {
  const { app, page } = launched
  const reached = await page.evaluate(async (host) => {
    const outcome = (tried: Promise<unknown>): Promise<string> =>
      tried.then(
        () => 'reached',
        () => 'refused',
      )
    const loaded = (element: HTMLElement & { src?: string; href?: string }, url: string): Promise<unknown> =>
      new Promise((resolve, reject) => {
        element.onload = resolve
        element.onerror = reject
        if (element instanceof HTMLLinkElement) Object.assign(element, { rel: 'stylesheet', href: url })
        else element.src = url
        document.head.append(element)
      })
    const socket = new Promise((resolve, reject) => {
      const made = new WebSocket(`ws://${host}/`)
      made.addEventListener('open', resolve)
      made.addEventListener('error', reject)
    })
    const events = new Promise((resolve, reject) => {
      const made = new EventSource(`http://${host}/`)
      made.addEventListener('open', resolve)
      made.addEventListener('error', reject)
    })
    navigator.sendBeacon(`http://${host}/`)
    return Promise.all([
      ...[`http://${host}/`, 'https://example.com/', 'file:///etc/passwd', 'app://other/', 'ftp://example.com/'].map(
        (url) => outcome(fetch(url)),
      ),
      outcome(fetch(`http://${host}/`, { mode: 'no-cors' })),
      outcome(socket),
      outcome(events),
      ...(['img', 'script', 'link'] as const).map((tag) =>
        outcome(loaded(document.createElement(tag), `http://${host}/`)),
      ),
    ])
  }, address)
  expect(new Set(reached)).toEqual(new Set(['refused']))
  // The second wall, behind the page's policy: the session itself fetches nothing either.
  const bySession = await app.evaluate(
    ({ session }, url) =>
      session.defaultSession.fetch(url).then(
        () => 'reached',
        (cause: Error) => cause.message,
      ),
    `http://${address}/`,
  )
  expect(bySession).toContain('ERR_BLOCKED_BY_CLIENT')
})

test('lines 2, 3, 4, 6, 8, 9, 10, 11: the page runs as the one list of preferences says', async () => {
  const told = await launched.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // Not in the public types, yet in every version.
    return (contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences()
  })
  // Electron tells those that are walls; the others are seen by what they do, below.
  const { sandbox, contextIsolation, nodeIntegration, nodeIntegrationInSubFrames, webviewTag } = pagePreferences(
    '',
    false,
  )
  expect(told).toMatchObject({ sandbox, contextIsolation, nodeIntegration, nodeIntegrationInSubFrames, webviewTag })
  const untouched = {
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    nodeIntegrationInWorker: false,
    enableBlinkFeatures: '',
  }
  for (const [name, value] of Object.entries(untouched)) expect([name, told[name] ?? value]).toEqual([name, value])
  expect(told['webSecurity']).toBe(true)
})

test('line 2: no Node in the page, in a frame or in a worker', async () => {
  const seen = await launched.page.evaluate(async () => {
    const kinds = (place: object): string[] =>
      ['require', 'process', 'module', 'Buffer'].filter((name) => name in place)
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const inFrame = kinds(frame.contentWindow ?? {})
    frame.remove()
    const started = (url: string): Promise<string> =>
      new Promise((resolve) => {
        try {
          const worker = new Worker(url)
          worker.addEventListener('message', (event) => resolve(String(event.data)))
          worker.addEventListener('error', () => resolve('refused'))
        } catch {
          resolve('refused')
        }
      })
    const source = URL.createObjectURL(new Blob(['postMessage(typeof require + typeof process)']))
    return {
      inPage: kinds(globalThis),
      inFrame,
      workers: [await started(source), await started('app://main/assets/a.js')],
    }
  })
  // The program has no workers, so the policy gives none.
  expect(seen).toEqual({ inPage: [], inFrame: [], workers: ['refused', 'refused'] })
})

test('line 3: what the page does to its own world does not reach the preload', async () => {
  const { page } = launched
  const answer = await page.evaluate(async () => {
    const broken = (): never => {
      throw new Error('reached the preload')
    }
    const { port1, port2 } = new MessageChannel()
    const poisoned: readonly (readonly [object, string])[] = [
      [Array.prototype, 'push'],
      [Array.prototype, 'slice'],
      [Function.prototype, 'call'],
      [MessageEvent.prototype, 'ports'],
      [MessageEvent.prototype, 'source'],
      [EventTarget.prototype, 'addEventListener'],
    ]
    const kept = poisoned.map(([place, name]) => Object.getOwnPropertyDescriptor(place, name) ?? {})
    const received = new Promise((resolve) => {
      port1.onmessage = (event: MessageEvent<{ value?: unknown }>) => resolve(typeof event.data.value)
    })
    for (let index = 0; index < poisoned.length; index += 1) {
      const [place, name] = poisoned[index] ?? [{}, '']
      const getter = name === 'ports' || name === 'source' ? { get: broken } : { value: broken, writable: true }
      Object.defineProperty(place, name, { configurable: true, ...getter })
    }
    window.postMessage('sizhua:port', location.origin, [port2])
    port1.postMessage({ id: 1, name: 'settings.get', input: {} })
    const kind = await received
    for (let index = 0; index < poisoned.length; index += 1) {
      const [place, name] = poisoned[index] ?? [{}, '']
      Object.defineProperty(place, name, kept[index] ?? {})
    }
    return kind
  })
  expect(answer).toBe('object')
  await expect(page.getByRole('navigation')).toBeVisible()
})

/** Of a process on Linux: the words it was started with and what the kernel keeps from it. */
function processState(pid: number): { readonly words: readonly string[]; readonly seccomp: string } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return {
    words: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0'),
    seccomp: /^Seccomp:\s*(\d)$/m.exec(status)?.[1] ?? '',
  }
}

test('line 4: the operating system holds the page in a sandbox', async () => {
  const { app } = launched
  expect(isRoot, 'run as an ordinary user: build/tests.mjs does so').toBe(false)
  const { pages, main } = await app.evaluate(({ app: program, BrowserWindow }) => ({
    main: process.pid,
    pages: BrowserWindow.getAllWindows().map((one) => one.webContents.getOSProcessId()),
    types: program.getAppMetrics().map(({ type }) => type),
  }))
  expect(pages).toHaveLength(1)
  test.skip(process.platform !== 'linux', 'the kernel tells of it on Linux only')
  for (const pid of [main, ...pages])
    expect(processState(pid).words.filter((word) => /no-sandbox/.test(word))).toEqual([])
  // 2 = a filter of system calls is in force.
  for (const pid of pages) expect(processState(pid).seccomp).toBe('2')
  expect(processState(main).seccomp).toBe('0')
})

const permissionNames = [
  'accelerometer',
  'ambient-light-sensor',
  'background-fetch',
  'background-sync',
  'camera',
  'clipboard-read',
  'geolocation',
  'gyroscope',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'nfc',
  'notifications',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'screen-wake-lock',
  'storage-access',
  'window-management',
]

test('line 5: every permission is denied but putting something on the clipboard', async () => {
  const { page } = launched
  const states = await page.evaluate(
    (names) =>
      Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            ({ state }) => `${name} ${state}`,
            () => `${name} unknown here`,
          ),
        ),
      ),
    permissionNames,
  )
  expect(states.filter((state) => !/ (?:denied|unknown here)$/.test(state))).toEqual([])
  expect(states.filter((state) => state.endsWith(' denied')).length).toBeGreaterThan(10)
  const asked = await page.evaluate(async () => {
    const { mediaDevices } = navigator
    const machine = navigator as unknown as Record<string, Record<string, (options?: object) => Promise<unknown>>>
    const tries: Record<string, () => Promise<unknown> | undefined> = {
      microphone: () => mediaDevices.getUserMedia({ audio: true }),
      camera: () => mediaDevices.getUserMedia({ video: true }),
      screen: () => mediaDevices.getDisplayMedia({ video: true }),
      place: () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      notification: () =>
        Notification.requestPermission().then((state) => {
          if (state !== 'granted') throw new Error(state)
        }),
      midi: () => navigator.requestMIDIAccess({ sysex: true }),
      usb: () => machine['usb']?.['requestDevice']?.({ filters: [] }),
      // It answers with no device instead of refusing.
      hid: () =>
        machine['hid']?.['requestDevice']?.({ filters: [{ vendorId: 1 }] }).then((found) => {
          if (Array.isArray(found) && found.length === 0) throw new Error('none')
        }),
      serial: () => machine['serial']?.['requestPort']?.(),
      bluetooth: () => machine['bluetooth']?.['requestDevice']?.({ acceptAllDevices: true }),
      clipboard: () => navigator.clipboard.readText(),
      storage: () =>
        navigator.storage
          .getDirectory()
          .then(() => navigator.storage.persist())
          .then((is) => is || Promise.reject()),
      wake: () => navigator.wakeLock.request('screen'),
    }
    const outcomes = Object.entries(tries).map(async ([name, ask]) => {
      try {
        const given = ask()
        if (given === undefined) return `${name} not there`
        await given
        return `${name} given`
      } catch {
        return `${name} denied`
      }
    })
    return Promise.all(outcomes)
  })
  expect(asked.filter((line) => line.endsWith(' given'))).toEqual([])
  const copied = await page.evaluate(() => navigator.clipboard.writeText('东丽区').then(() => 'copied', String))
  expect(copied).toBe('copied')
})

test('line 7: the policy is the one constant, and it holds', async () => {
  const { page } = launched
  const served = await page.evaluate(async () => {
    const answer = await fetch('app://main/')
    const nonce = /nonce="([^"]+)"/.exec(await answer.text())?.[1] ?? ''
    return {
      policy: answer.headers.get('content-security-policy'),
      nonce,
      sniff: answer.headers.get('x-content-type-options'),
    }
  })
  expect(served.nonce).toMatch(/^[\w-]{22}$/)
  expect(served).toEqual({ policy: contentSecurityPolicy(served.nonce), nonce: served.nonce, sniff: 'nosniff' })
  const again = await page.evaluate(async () => (await fetch('app://main/')).headers.get('content-security-policy'))
  expect(again).not.toBe(served.policy)
  const blocked = await page.evaluate(async (host) => {
    const found: string[] = []
    const note = (event: SecurityPolicyViolationEvent): void => void found.push(event.effectiveDirective)
    document.addEventListener('securitypolicyviolation', note)
    const script = document.createElement('script')
    script.textContent = 'globalThis.hasRun = true'
    document.body.append(script)
    const image = new Image()
    image.src = `http://${host}/x.png`
    const button = document.createElement('button')
    button.setAttribute('onclick', 'globalThis.hasRun = true')
    button.click()
    const style = document.createElementNS('http://www.w3.org/1999/xhtml', 'style')
    style.textContent = 'body { display: none }'
    document.body.append(style)
    const base = document.createElement('base')
    base.href = `http://${host}/`
    document.head.append(base)
    // The driver of the tests may evaluate in the call it makes itself, so this waits for the next one.
    await new Promise((resolve) => setTimeout(resolve, 50))
    const isEvalRefused = ((): boolean => {
      try {
        // oxlint-disable-next-line no-eval -- to see that it is refused
        return Boolean((0, eval)('false'))
      } catch {
        return true
      }
    })()
    await new Promise((resolve) => setTimeout(resolve, 300))
    document.removeEventListener('securitypolicyviolation', note)
    for (const element of [script, button, style, base]) element.remove()
    return { found: [...new Set(found)].toSorted(), isEvalRefused, hasRun: 'hasRun' in globalThis }
  }, address)
  expect(blocked).toEqual({
    found: ['base-uri', 'img-src', 'script-src', 'script-src-attr', 'script-src-elem', 'style-src-elem'],
    isEvalRefused: true,
    hasRun: false,
  })
})

test('lines 11 and 12: a webview stays an unknown element', async () => {
  const { app, page } = launched
  const state = await page.evaluate(async (host) => {
    const view = document.createElement('webview')
    view.setAttribute('src', `http://${host}/`)
    document.body.append(view)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const made = { isPlain: view.constructor === HTMLElement, children: view.children.length, shadow: view.shadowRoot }
    view.remove()
    return made
  }, address)
  expect(state).toEqual({ isPlain: true, children: 0, shadow: null })
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
})

test('line 13: the page stays where it is, whatever asks it to go', async () => {
  const { page } = launched
  const ways = [
    `http://${address}/`,
    `http://${address}/moved`,
    'https://example.com/',
    'file:///etc/passwd',
    'app://other/',
    'app://main/assets/none.js',
    'app://main/other.html',
    'data:text/html,<p>other',
    'chrome://gpu/',
    'devtools://devtools/bundled/inspector.html',
    'view-source:app://main/',
    'mailto:someone@example.com',
    `javascript:globalThis.hasRun = true`,
  ]
  for (const url of ways) {
    for (const how of ['location', 'link', 'form', 'refresh', 'frame'] as const) {
      await page.evaluate(
        ([target, way]) => {
          if (way === 'location') location.href = target
          const tags = { location: 'i', link: 'a', form: 'form', refresh: 'meta', frame: 'iframe' } as const
          const element = document.createElement(tags[way])
          if (element instanceof HTMLAnchorElement) element.href = target
          if (element instanceof HTMLFormElement) element.action = target
          if (element instanceof HTMLMetaElement)
            Object.assign(element, { httpEquiv: 'refresh', content: `0;url=${target}` })
          if (element instanceof HTMLIFrameElement) element.src = target
          document.body.append(element)
          if (element instanceof HTMLFormElement) element.submit()
          else element.click()
          setTimeout(() => element.remove(), 50)
        },
        [url, how] as const,
      )
    }
    await page.waitForTimeout(80)
    expect(page.url()).toBe('app://main/')
  }
  await page.waitForTimeout(500)
  // Not asked through a locator: the tests' driver still waits for the navigations that were refused.
  const state = await page.evaluate(() => ({
    hasRun: 'hasRun' in globalThis,
    isThere: document.querySelector('nav') !== null,
  }))
  expect(state).toEqual({ hasRun: false, isThere: true })
})

test('line 13: the one address that Chromium does not ask about leads back at once', async () => {
  const { page } = launched
  await page.evaluate(() => {
    location.href = 'about:blank'
  })
  await expect(page.getByRole('navigation')).toBeVisible()
  expect(page.url()).toBe('app://main/')
})

test('line 13: a page dropped on the window is not opened', async () => {
  const { page } = launched
  const file = path.join(data, 'dropped.html')
  writeFileSync(file, '<script>document.title = "dropped"</script><p>dropped</p>')
  const inspector = await page.context().newCDPSession(page)
  const point = { x: 60, y: 600, data: { items: [], files: [file], dragOperationsMask: 1 } }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await inspector.send('Input.dispatchDragEvent', { type, ...point })
  await page.waitForTimeout(500)
  await inspector.detach()
  expect(await page.title()).toBe('四抓台账')
})

test('line 13: only what the page itself holds can be saved to the disk', async () => {
  const { app, page } = launched
  const target = path.join(data, 'saved')
  await app.evaluate(({ session }, file) => {
    session.defaultSession.on('will-download', (event, item) => {
      item.setSavePath(`${file}-${item.getFilename()}`)
      Object.assign(globalThis, { refused: event.defaultPrevented })
    })
  }, target)
  const save = (href: string | null, name: string): Promise<void> =>
    page.evaluate(
      ([from, fileName]) => {
        const link = document.createElement('a')
        link.href = from ?? URL.createObjectURL(new Blob(['evidence']))
        link.download = fileName
        link.click()
      },
      [href, name] as const,
    )
  const isRefused = (): Promise<unknown> => app.evaluate(() => (globalThis as { refused?: boolean }).refused)
  await save(null, 'own.txt')
  await expect.poll(() => existsSync(`${target}-own.txt`)).toBe(true)
  expect([await isRefused(), readFileSync(`${target}-own.txt`, 'utf8')]).toEqual([false, 'evidence'])
  await save('data:text/plain,planted', 'planted.exe')
  await expect.poll(isRefused).toBe(true)
  expect(existsSync(`${target}-planted.exe`)).toBe(false)
})

test('line 14: no further window, whatever asks for one', async () => {
  const { app, page } = launched
  expect(
    await page.evaluate((host) => [window.open('app://main/'), window.open(`http://${host}/`), window.open()], address),
  ).toEqual([null, null, null])
  await page.evaluate((host) => {
    const link = document.createElement('a')
    Object.assign(link, { id: 'way-out', href: `http://${host}/`, target: '_blank', textContent: 'out' })
    link.style.cssText = 'position: fixed; left: 0; top: 0; z-index: 9999'
    document.body.append(link)
  }, address)
  const link = page.locator('#way-out')
  await link.click()
  await link.click({ button: 'middle' })
  await link.click({ modifiers: ['ControlOrMeta'] })
  await link.click({ modifiers: ['Shift'] })
  await page.waitForTimeout(500)
  await link.evaluate((element) => element.remove())
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('line 18: nothing but the built page has an address', async () => {
  const answers = await launched.page.evaluate(async () => {
    const addresses = [
      'app://main/../../package.json',
      'app://main/../main/index.cjs',
      'app://main/%2e%2e/%2e%2e/package.json',
      'app://main/%2e%2e%2f%2e%2e%2fpackage.json',
      'app://main/%2e%2e%5c%2e%2e%5cpackage.json',
      'app://main/..%5c..%5cpackage.json',
      'app://main/a%00.js',
      'app://main/%',
      'app://main/assets/',
      'app://main/assets',
      'app://main//etc/passwd',
      'app://main/etc/passwd',
      'app://main/C:/Windows/win.ini',
      'app://main/favicon.ico',
    ]
    return Promise.all(
      addresses.map((url) =>
        fetch(url).then(
          ({ status }) => `${url} ${status}`,
          () => `${url} refused`,
        ),
      ),
    )
  })
  expect(answers.filter((answer) => !/ (?:404|refused)$/.test(answer))).toEqual([])
  const refused = await launched.page.evaluate(() =>
    Promise.all(
      ['app://other/', 'app://main.other/', 'file:///', 'file:///etc/passwd', 'filesystem:app://main/'].map((url) =>
        fetch(url).then(
          ({ status }) => `${url} ${status}`,
          () => 'refused',
        ),
      ),
    ),
  )
  expect(new Set(refused)).toEqual(new Set(['refused']))
})

test('line 20: the page has got nothing that a bare page would not have', async () => {
  const added = await launched.page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const bare = new Set(Object.getOwnPropertyNames(frame.contentWindow ?? {}))
    frame.remove()
    return Object.getOwnPropertyNames(globalThis).filter((name) => !bare.has(name) && !/^\d+$/.test(name))
  })
  // Left by a library of the page itself.
  expect(added.toSorted()).toEqual(['__zod_globalConfig', '__zod_globalRegistry'])
})

test('line +2: no menu and no key opens the inspector', async () => {
  const { app, page } = launched
  for (const key of ['F12', 'Control+Shift+I', 'Control+Shift+J', 'Control+Shift+C', 'Control+R', 'Control+W', 'Alt']) {
    await page.keyboard.press(key)
  }
  await page.waitForTimeout(300)
  const state = await app.evaluate(({ BrowserWindow, Menu }) => ({
    hasMenu: Menu.getApplicationMenu() !== null,
    hasInspector: BrowserWindow.getAllWindows().map((one) => one.webContents.isDevToolsOpened()),
  }))
  expect(state).toEqual({ hasMenu: false, hasInspector: [false] })
  await expect(page.getByRole('navigation')).toBeVisible()
})
