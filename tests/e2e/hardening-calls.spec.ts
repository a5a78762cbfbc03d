import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { windowContract } from '../../shared/ipc/contract'
import { launch, makeDataFolder, removeDataFolder, type Launched } from './launch'
import { askByPort, type Answer } from './page-port'

// Source: reliability 2 line 17 and 3 row 50: what a hostile page may send. One window for all.
const asOf = '2022-10-20'
const contract = Object.entries(windowContract)
let data: string
let launched: Launched

test.beforeAll(async () => {
  data = makeDataFolder()
  launched = await launch({ data, asOf, args: ['--sample'] })
  await launched.page.getByRole('navigation').waitFor()
})

test.afterAll(async () => {
  await launched.app.close()
  removeDataFolder(data)
})

const codeOf = (answer: Answer | null): string => (answer === null ? 'no answer' : (answer.error?.code ?? 'answered'))

/** Calls of each kind that takes texts, with the huge one where a page would put it; size-caps.test.ts looks at all of them. */
const hugeCalls: (readonly [string, string])[] = [
  ['core.journal', '{"limit":3,"before":null,"recordId":"HUGE"}'],
  ['investment.save', '{"id":null,"fields":{"title":"HUGE"},"allowDuplicate":false,"expectedUpdatedAt":null}'],
  ['registry.saveEnterprise', '{"id":null,"fields":{"name":"HUGE"}}'],
  ['search.find', '{"text":"HUGE"}'],
  ['settings.saveView', '{"list":"leads","name":"x","state":{"filter":"HUGE"}}'],
  ['settings.importCalendar', '{"text":"HUGE"}'],
  ['rectification.readNotice', '{"text":"HUGE"}'],
  ['revenue.save', '{"id":null,"fields":{"item":"HUGE"}}'],
  ['shell.savePdf', '{"folder":"HUGE","fileName":"HUGE","size":"A4","isLandscape":false}'],
  ['access.signIn', '{"name":"HUGE","pin":"HUGE"}'],
]

test('line 17: the page itself is answered', async () => {
  const [answer] = await askByPort(launched.page, [{ name: 'settings.get', input: {} }])
  expect(answer).toHaveProperty('value')
})

test('line 17: a port from a second window with the same preload is not', async () => {
  const { app } = launched
  const heard = await app.evaluate(async ({ BrowserWindow, app: program }) => {
    const preload = `${program.getAppPath()}/out/preload/index.cjs`
    const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } })
    await other.loadURL('app://main/')
    const answer: unknown = await other.webContents.executeJavaScript(`new Promise((resolve) => {
      const channel = new MessageChannel()
      window.postMessage('sizhua:port', location.origin, [channel.port2])
      channel.port1.onmessage = () => resolve('answered')
      channel.port1.postMessage({ id: 1, name: 'settings.get', input: {} })
      setTimeout(() => resolve('no answer'), 1500)
    })`)
    other.destroy()
    return answer
  })
  expect(heard).toBe('no answer')
})

test('line 17: a port from a frame within the page is not', async () => {
  const { page } = launched
  const heard = await page.evaluate(async () => {
    const outcomes: string[] = []
    for (const source of ['', 'app://main/', 'about:srcdoc']) {
      const frame = document.createElement('iframe')
      if (source === 'about:srcdoc') frame.srcdoc = '<p>frame</p>'
      else if (source !== '') frame.src = source
      document.body.append(frame)
      await new Promise((resolve) => setTimeout(resolve, 300))
      const channel = new MessageChannel()
      const asked = new Promise<string>((resolve) => {
        channel.port1.addEventListener('message', () => resolve('answered'))
        setTimeout(() => resolve('no answer'), 700)
      })
      channel.port1.start()
      try {
        // As the frame would ask: its own window, told by its own window.
        const target = frame.contentWindow
        target?.postMessage('sizhua:port', '*', [channel.port2])
      } catch {
        // A frame of another origin cannot even be spoken to.
      }
      channel.port1.postMessage({ id: 1, name: 'settings.get', input: {} })
      outcomes.push(await asked)
      frame.remove()
    }
    return outcomes
  })
  expect(new Set(heard)).toEqual(new Set(['no answer']))
})

test('line 17: a name that is none is refused, whatever it looks like', async () => {
  const wrong = [
    'no.such',
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'settings',
    'settings.get ',
    'x'.repeat(101),
  ]
  const answers = await askByPort(
    launched.page,
    wrong.map((name) => ({ name, input: {} })),
    1500,
  )
  // The last one is no question at all and is not answered.
  expect(answers.map(codeOf)).toEqual([...Array(wrong.length - 1).fill('invalidInput'), 'no answer'])
})

/** What no call takes; none of it may be taken for a valid input of a call that needs one. */
const wrongInputs: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['a text', 'x'],
  ['a list', [1, 2]],
  ['yes', true],
  ['a date', new Date(0)],
  [
    'foreign keys',
    JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}') as unknown,
  ],
  ['wrong types', { id: {}, ids: 'x', filter: 3, fields: 'x', text: {}, page: 'x', year: '2022', kind: 9 }],
]

const refusals = /^(?:invalidInput|textTooLong)$/

test('line 17: every call refuses what its contract does not take, and nothing of it changes anything', async () => {
  test.setTimeout(300_000)
  const { page } = launched
  const journal = { name: 'core.journal', input: { limit: 3, before: null, recordId: null } }
  const before = await askByPort(page, [journal])
  let count = 0
  for (const [kind, input] of wrongInputs) {
    const asked = contract
      .filter(([, { in: schema }]) => !schema.safeParse(input).success)
      .map(([name]) => ({ name, input }))
    const answers = await askByPort(page, asked)
    const taken = answers.flatMap((answer, index) =>
      refusals.test(codeOf(answer)) ? [] : [`${asked[index]?.name} ${codeOf(answer)}`],
    )
    expect([kind, ...taken]).toEqual([kind])
    count += asked.length
  }
  expect(count).toBeGreaterThan(contract.length * 7)
  expect(await askByPort(page, [journal])).toEqual(before)
  expect(await page.evaluate(() => 'isAdmin' in {})).toBe(false)
})

test('line 17: 10 MB of text are refused by the caps, and the program goes on', async () => {
  test.setTimeout(300_000)
  const { page } = launched
  const outcome = await page.evaluate(async (calls) => {
    const { port1, port2 } = new MessageChannel()
    window.postMessage('sizhua:port', location.origin, [port2])
    port1.start()
    const huge = '长'.repeat(10 * 1024 * 1024)
    const ask = (id: number, name: string, input: unknown): Promise<string> =>
      new Promise((resolve) => {
        const listen = (event: MessageEvent<{ id: number; error?: { code: string } }>): void => {
          if (event.data.id !== id) return
          port1.removeEventListener('message', listen)
          resolve(event.data.error?.code ?? 'answered')
        }
        port1.addEventListener('message', listen)
        port1.postMessage({ id, name, input })
      })
    const codes: string[] = []
    for (const [index, [name, input]] of calls.entries()) {
      const filled: unknown = JSON.parse(input, (_key, value: unknown) => (value === 'HUGE' ? huge : value))
      codes.push(`${name} ${await ask(index + 1, name, filled)}`)
    }
    return codes
  }, hugeCalls)
  expect(outcome.filter((line) => !/ (?:invalidInput|textTooLong)$/.test(line))).toEqual([])
  const [answer] = await askByPort(page, [{ name: 'settings.get', input: {} }])
  expect(answer).toHaveProperty('value')
})

test('row 60: nothing of what was sent stands in the log', () => {
  const log = readFileSync(path.join(data, 'logs/sizhua.log'), 'utf8')
  expect(log).toContain('shown after')
  expect(log.length).toBeLessThan(20_000)
  expect(log).not.toContain('长长')
})
