import { expect, test, type Page } from '@playwright/test'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { goTo } from './forms'
import { drawn, expectDraft, typeDraft } from './drafts'
import { launch, makeDataFolder, removeDataFolder, runCommand } from './launch'
import { askByPort } from './page-port'
import { boxesOf, endOn, kill, logOf, mainOn, makeHook, runningOn, startRaw } from './raw-start'

// Source: reliability 3 rows 12, 55–57 and 60; product T3.
test.skip(process.platform !== 'linux', 'processes are found through /proc')

const asOf = '2022-10-20'
const words = ['--as-of', asOf, '--sample']

let data: string
test.beforeEach(() => {
  data = makeDataFolder()
})
test.afterEach(async () => {
  await endOn(data)
  removeDataFolder(data)
})

const safeModeNote = (): string => path.join(data, 'safe-mode.json')

test('row 12: a second start of the same person brings the first window to the front', async () => {
  const { app } = await launch({ data, asOf, args: ['--sample'] })
  const isVisible = (): Promise<boolean | undefined> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  expect(await isVisible()).toBe(false)
  const main = mainOn(data)?.pid
  const second = await startRaw(data, words).catch((cause: Error) => cause.message)
  if (typeof second !== 'string') expect(await second.ended).toBe(0)
  else expect(second).toContain('ended with 0')
  await expect.poll(isVisible).toBe(true)
  expect(mainOn(data)?.pid).toBe(main)
  await app.close()
})

test('row 54: when the system locks its screen or sleeps, the program locks as well', async () => {
  const { app, page } = await launch({ data, asOf, args: ['--sample'] })
  await page.getByRole('navigation').waitFor()
  const account = { name: '管理员01', isAdmin: true, roles: {}, pin: '482913' }
  const signIn = { name: 'access.signIn', input: { name: account.name, pin: account.pin } }
  await askByPort(page, [{ name: 'access.saveAccount', input: account }])
  const isLocked = async (): Promise<unknown> => {
    const [answer] = await askByPort(page, [{ name: 'access.state', input: {} }])
    return (answer?.value as { readonly isLocked?: boolean } | undefined)?.isLocked
  }
  for (const event of ['lock-screen', 'suspend'] as const) {
    await askByPort(page, [signIn])
    expect(await isLocked()).toBe(false)
    // Only Windows and a Mac tell of a locked screen; what they tell is this event.
    await app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event)
    await expect.poll(isLocked).toBe(true)
  }
  await app.close()
})

test('row 57: told to end by the system, it closes the ledger within two seconds', async () => {
  const started = await startRaw(data, words)
  await drawn(await started.page())
  expect(existsSync(path.join(data, 'lock'))).toBe(true)
  const since = Date.now()
  started.process.kill('SIGTERM')
  expect(await started.ended).toBe(0)
  expect(Date.now() - since).toBeLessThan(2000)
  expect(existsSync(path.join(data, 'lock'))).toBe(false)
  // Checkpointed: nothing waits in the log for the next start.
  expect(statSync(path.join(data, 'ledger.db-wal'), { throwIfNoEntry: false })?.size ?? 0).toBe(0)
  expect(JSON.parse(runCommand(data, asOf, 'check', '--json'))).toMatchObject({ ok: true })
})

test('row 55: a page that crashes is loaded anew with what was typed; the third time in safe mode', async () => {
  test.setTimeout(180_000)
  const started = await startRaw(data, words)
  const losses: readonly (readonly [string, (page: Page) => Promise<unknown> | void])[] = [
    [
      'crashed',
      async (page) => {
        const inspector = await page.context().newCDPSession(page)
        // A page that crashes does not answer any more.
        inspector.send('Page.crash').catch(() => undefined)
      },
    ],
    ['killed', () => kill(data, 'renderer')],
  ]
  for (const [reason, lose] of losses) {
    const page = await drawn(await started.page())
    await typeDraft(page, `${reason}以前输入的`)
    await page.waitForTimeout(1000)
    await lose(page)
    await expect.poll(() => logOf(data)).toContain(`page gone: ${reason}`)
    await expectDraft(await drawn(await started.page()), `${reason}以前输入的`)
  }
  kill(data, 'renderer')
  expect(await started.ended).toBe(0)
  await expect.poll(() => mainOn(data)?.words.includes('--safe-mode') ?? false, { timeout: 10_000 }).toBe(true)
  expect(JSON.parse(readFileSync(safeModeNote(), 'utf8'))).toMatchObject({ reason: 'page killed' })
  await expect.poll(() => logOf(data).match(/shown after/g)?.length, { timeout: 20_000 }).toBe(2)
  await endOn(data)
  expect(JSON.parse(runCommand(data, asOf, 'check', '--json'))).toMatchObject({ ok: true })
})

test('row 55: a graphics process that is lost once is borne, the second time it starts in safe mode', async () => {
  const started = await startRaw(data, words)
  const page = await drawn(await started.page())
  kill(data, 'gpu-process')
  await expect.poll(() => logOf(data)).toContain('process gone: GPU killed')
  await goTo(page, 'Alt+4')
  await expect(page.locator('main h1')).toBeVisible()
  await expect.poll(() => runningOn(data).some(({ words: all }) => all.includes('--type=gpu-process'))).toBe(true)
  kill(data, 'gpu-process')
  expect(await started.ended).toBe(0)
  await expect.poll(() => mainOn(data)?.words.includes('--safe-mode') ?? false, { timeout: 10_000 }).toBe(true)
  expect(JSON.parse(readFileSync(safeModeNote(), 'utf8'))).toMatchObject({ reason: 'graphics killed' })
})

test('T3: the shortcut of safe mode draws everything without the graphics card, for this once', async () => {
  const { app, page } = await launch({ data, asOf, args: ['--sample', '--safe-mode'] })
  await page.getByRole('navigation').waitFor()
  await expect(page.getByText('现在是安全模式')).toBeVisible()
  await expect(page.getByText('4.5 / 4')).toBeVisible()
  const drawing = await app.evaluate(({ app: program }) => ({
    isSwitched: program.commandLine.hasSwitch('disable-gpu'),
    compositing: program.getGPUFeatureStatus().gpu_compositing,
  }))
  expect(drawing.isSwitched).toBe(true)
  expect(drawing.compositing).toMatch(/^disabled/)
  await app.close()
  expect(existsSync(safeModeNote())).toBe(false)
})

test('T3: --disable-gpu shows the home page', async () => {
  const { app, page } = await launch({ data, asOf, args: ['--sample', '--disable-gpu'] })
  await page.getByRole('navigation').waitFor()
  await expect(page.getByText('4.5 / 4')).toBeVisible()
  await expect(page.getByText('现在是安全模式')).toBeHidden()
  await app.close()
})

test('row 55: safe mode is kept, said above the page, and left by one click', async () => {
  writeFileSync(safeModeNote(), JSON.stringify({ since: '2022-10-20T09:00:00.000+08:00', reason: 'page crashed' }))
  const started = await startRaw(data, words)
  const page = await drawn(await started.page())
  await page.getByRole('button', { name: '退出安全模式并重新启动' }).click()
  expect(await started.ended).toBe(0)
  expect(existsSync(safeModeNote())).toBe(false)
  await expect.poll(() => mainOn(data) !== undefined, { timeout: 10_000 }).toBe(true)
  expect(mainOn(data)?.words).not.toContain('--safe-mode')
  await expect.poll(() => logOf(data).match(/shown after/g)?.length, { timeout: 20_000 }).toBe(2)
})

for (const [place, trigger] of [
  ['the main process', 'throw-in-main'],
  ['the thread of the ledger', 'throw-in-service'],
] as const) {
  test(`row 56: an unforeseen error in ${place} closes the ledger, says so and ends`, async () => {
    const started = await startRaw(data, words, makeHook(data, 1))
    await drawn(await started.page())
    writeFileSync(path.join(data, trigger), '')
    expect(await started.ended).toBe(1)
    const [box] = boxesOf(data)
    expect(boxesOf(data)).toHaveLength(1)
    expect(box).toMatchObject({ message: '程序出错，已经停下', buttons: ['重新启动', '退出'] })
    const incident = /编号([0-9a-f]{8})/.exec(box?.detail ?? '')?.[1] ?? 'none'
    expect(logOf(data)).toContain(`incident ${incident} Error: a bug of`)
    // Where, and nothing of whom.
    expect(logOf(data)).not.toMatch(/王小明|13800138000/)
    expect(statSync(path.join(data, 'ledger.db-wal'), { throwIfNoEntry: false })?.size ?? 0).toBe(0)
    expect(mainOn(data)).toBeUndefined()
    expect(JSON.parse(runCommand(data, asOf, 'check', '--json'))).toMatchObject({ ok: true })
  })
}

test('row 60: copies that a killed program left behind go at the next start', async () => {
  const first = await launch({ data, asOf, args: ['--sample'] })
  await first.page.getByRole('navigation').waitFor()
  await first.app.close()
  const left = [
    'staging/0001.xlsx',
    'attachments/.incoming/0001',
    '.0123456789abcdef.tmp',
    'attachments/ab/.0123456789abcdef.tmp',
  ]
  for (const name of left) {
    mkdirSync(path.dirname(path.join(data, name)), { recursive: true })
    writeFileSync(path.join(data, name), '110101198001010010')
  }
  const second = await launch({ data, asOf })
  await second.page.getByRole('navigation').waitFor()
  await second.app.close()
  expect(left.filter((name) => existsSync(path.join(data, name)))).toEqual([])
})
