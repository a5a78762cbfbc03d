import { _electron, type ElectronApplication, type Locator, type Page } from '@playwright/test'
import { cpSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { closedDesk, openDesk } from './desk'
import { errandDay } from './errands'
import { examine } from './examine'
import { randomFrom } from './random'
import type { Outcome } from './suite'

/** Unit: milliseconds. What was typed longer ago than this must be offered again. */
const DRAFT_AGE = 5_000
/** Unit: milliseconds between the first edit and the kill. */
const LONGEST = 10_000

interface Window {
  readonly app: ElectronApplication
  readonly page: Page
}

async function launch(data: string): Promise<Window> {
  // Chromium refuses its sandbox to root; everywhere else it stays on.
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({ args: [...flags, process.cwd(), '--data', data, '--as-of', errandDay] })
  const page = await app.firstWindow()
  await page.getByRole('navigation').waitFor()
  const digest = page.getByRole('dialog', { name: '今日提醒' })
  await page.addLocatorHandler(digest, () => page.keyboard.press('Escape'))
  return { app, page }
}

/** Ends the program as a power cut would: nobody is asked, nothing is closed. */
async function kill({ app }: Window): Promise<void> {
  const program = app.process()
  const ended = new Promise((resolve) => program.once('exit', resolve))
  program.kill('SIGKILL')
  await ended
}

/** What one round did, as far as it came before the kill. */
interface Round {
  readonly number: number
  /** The last edit that the window said was saved, and the last that was begun. */
  saved: number
  begun: number
  /** What stood in the open form, by time. */
  readonly typed: { readonly at: number; readonly text: string }[]
}

const drawer = (page: Page): Locator => page.locator('.ant-drawer-open').last()
const form = (page: Page): Locator => page.locator('.ant-modal-wrap:visible').last()
const intention = (round: number, edit: number): string => `第${round}轮第${edit}次修改`

async function openForm(page: Page): Promise<Locator> {
  await page.keyboard.press('Alt+3')
  await page.keyboard.press('Control+n')
  return form(page).getByLabel('一句话')
}

/** Edits a record four times, each seen to be saved, then types into a form that is not saved. */
async function script({ page }: Window, round: Round): Promise<void> {
  await page.keyboard.press('Alt+3')
  await page.locator('main header').getByRole('tab', { name: '线索与项目', exact: true }).click()
  await page.locator('main tbody tr[data-row-key]').first().click()
  for (let edit = 1; edit <= 4; edit += 1) {
    const field = drawer(page).getByLabel('投资意向')
    round.begun = edit
    await field.fill(intention(round.number, edit))
    await field.press('Tab')
    await drawer(page)
      .getByText(/^已保存 \d/)
      .waitFor()
    round.saved = edit
  }
  await page.keyboard.press('Escape')
  const field = await openForm(page)
  let text = `第${round.number}轮：`
  await field.fill(text)
  for (let count = 1; count < 400; count += 1) {
    round.typed.push({ at: Date.now(), text })
    await page.keyboard.type(String(count % 10))
    text += String(count % 10)
    await page.waitForTimeout(40)
  }
}

/** What is wrong in the ledger: the last edit that was said to be saved must be there. */
async function judgeLedger(data: string, round: Round): Promise<string[]> {
  const found = await examine({ data, out: path.join(data, 'logs'), assets: data })
  const wrong = [...found.faults, ...(found.refused ? [`does not start: ${found.refused.code}`] : [])]
  const desk = closedDesk(data, errandDay)
  await openDesk(desk)
  const known = desk.store().connection.prepare<[], string>('SELECT intention FROM lead').pluck().all()
  desk.close()
  const possible = [round.saved, round.saved + 1].map((edit) => intention(round.number, edit))
  if (round.saved > 0 && !possible.some((text) => known.includes(text)))
    wrong.push(`edit ${round.saved} was said to be saved and is not there`)
  return wrong
}

/** The form offers what was typed up to five seconds before the kill. */
async function judgeDraft({ page }: Window, round: Round, killedAt: number): Promise<string[]> {
  const old = round.typed.findLast(({ at }) => at <= killedAt - DRAFT_AGE)
  if (!old) return []
  const field = await openForm(page)
  const offered = await field.inputValue()
  await page.keyboard.press('Escape')
  return offered.startsWith(old.text) ? [] : [`the draft offers “${offered}” where “${old.text}” was typed`]
}

/** Fault 1: kills of the real program at random moments while a person works in its window. */
export async function runWindowKills(work: string, ledger: string, rounds: number): Promise<Outcome> {
  const data = path.join(work, 'data')
  cpSync(path.join(ledger, 'data'), data, { recursive: true })
  const random = randomFrom(20_220_630)
  const wrong: string[] = []
  let [saves, drafts] = [0, 0]
  let window = await launch(data)
  for (let number = 1; number <= rounds; number += 1) {
    const round: Round = { number, saved: 0, begun: 0, typed: [] }
    // Most of the kills come late enough that something was saved or typed for long.
    const moment = LONGEST * (number % 3 === 0 ? 0.85 + random() * 0.15 : random())
    const scripted = script(window, round).catch((cause: unknown) => String(cause))
    await Promise.race([wait(moment), scripted])
    const killedAt = Date.now()
    await kill(window)
    const ended = await scripted
    if (round.begun === 0 && typeof ended === 'string' && moment > LONGEST / 2) wrong.push(`round ${number}: ${ended}`)
    const problems = await judgeLedger(data, round)
    window = await launch(data)
    problems.push(...(await judgeDraft(window, round, killedAt)))
    wrong.push(...problems.map((problem) => `round ${number}, ${Math.round(moment)} ms: ${problem}`))
    saves += round.saved
    drafts += round.typed.some(({ at }) => at <= killedAt - DRAFT_AGE) ? 1 : 0
  }
  await window.app.close()
  console.log(`  ${rounds} kills, ${saves} edits said to be saved, ${drafts} drafts older than 5 s`)
  if (saves === 0) wrong.push('nothing was saved in any round')
  return { runs: rounds, wrong }
}
