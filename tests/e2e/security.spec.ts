import { expect, test } from '@playwright/test'
import { launch, makeDataFolder, removeDataFolder } from './launch'

const sample = { asOf: '2022-10-20', args: ['--sample'] } as const

// Source: the checklist of the Electron security guide, as far as this version's window can show it.
test('the page has no Node, no Electron, no network, and stays where it is', async () => {
  const data = makeDataFolder()
  const { app, page } = await launch({ data, ...sample })
  try {
    await page.getByRole('navigation').waitFor()
    const globals = await page.evaluate(() => ({
      require: typeof (globalThis as Record<string, unknown>)['require'],
      process: typeof (globalThis as Record<string, unknown>)['process'],
      electron: Object.keys(globalThis).filter((name) => /electron|ipc|desk/i.test(name)),
    }))
    expect(globals).toEqual({ require: 'undefined', process: 'undefined', electron: [] })

    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      // Not in the public types, yet in every version.
      const contents = window?.webContents as unknown as { getLastWebPreferences: () => object } | undefined
      return contents?.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    })

    const policy = await page.evaluate(async () => (await fetch('app://main/')).headers.get('content-security-policy'))
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).toContain(`script-src 'self'`)
    expect(policy).not.toContain('unsafe-eval')

    const reached = await page.evaluate(async () => {
      const tries = [
        'http://127.0.0.1:9/',
        'https://example.com/',
        'file:///etc/passwd',
        'app://other/',
        'app://main/../../package.json',
      ]
      const answers = await Promise.all(
        tries.map((url) =>
          fetch(url).then(
            (answer) => answer.status,
            () => 'refused',
          ),
        ),
      )
      return answers
    })
    expect(reached).toEqual(['refused', 'refused', 'refused', 'refused', 404])

    expect(await page.evaluate(() => window.open('app://main/'))).toBeNull()
    await page.evaluate(() => {
      location.href = 'https://example.com/'
    })
    await page.waitForTimeout(300)
    expect(page.url()).toBe('app://main/')
    expect(app.windows()).toHaveLength(1)

    const permission = await page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given',
        () => 'denied',
      ),
    )
    expect(permission).toBe('denied')
  } finally {
    await app.close()
    removeDataFolder(data)
  }
})

test('a call is refused when it is unknown, malformed or comes from an embedded page', async () => {
  const data = makeDataFolder()
  const { app, page } = await launch({ data, ...sample })
  try {
    await page.getByRole('navigation').waitFor()
    const answers = await page.evaluate(async () => {
      const { port1, port2 } = new MessageChannel()
      window.postMessage('sizhua:port', location.origin, [port2])
      const ask = (message: unknown, id: number): Promise<unknown> =>
        new Promise((resolve) => {
          const listen = (event: MessageEvent<{ id: number }>): void => {
            if (event.data.id === id) resolve(event.data)
          }
          port1.addEventListener('message', listen)
          port1.start()
          port1.postMessage(message)
        })
      return [
        await ask({ id: 1, name: 'settings.get', input: {} }, 1),
        await ask({ id: 2, name: 'no.such', input: {} }, 2),
        await ask({ id: 3, name: 'investment.list', input: { filter: '; DROP TABLE lead' } }, 3),
        await ask({ id: 4, name: '__proto__', input: {} }, 4),
      ]
    })
    expect(answers[0]).toHaveProperty('value')
    for (const answer of answers.slice(1)) expect(answer).toMatchObject({ error: { code: 'invalidInput' } })

    const fromFrame = await page.evaluate(async () => {
      const frame = document.createElement('iframe')
      frame.src = 'app://main/'
      document.body.append(frame)
      await new Promise((resolve) => setTimeout(resolve, 500))
      const isBlocked = frame.contentDocument === null || frame.contentDocument.body.children.length === 0
      frame.remove()
      return isBlocked
    })
    expect(fromFrame).toBe(true)
  } finally {
    await app.close()
    removeDataFolder(data)
  }
})
