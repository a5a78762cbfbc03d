import { _electron, type ElectronApplication, type Locator, type Page } from '@playwright/test'
import { cpSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { closedDesk, openDesk } from './desk'
import { errandDay } from './errands'
import { examine } from './examine'
import { endOf } from './has-ended'
import { randomFrom } from './random'
import type { Outcome } from './suite'

/** Unit: milliseconds. What was typed longer ago than this must be offered again. */
const DRAFT_AGE = 5_000
/** Steps of the script: finding the record, three of each edit, and one for each character. */
const EDITS = 4
const EDIT_STEPS = 1 + EDITS * 3
const TYPED_STEPS = 160
/** Unit: milliseconds from a step to the kill, so that it also falls between two steps. */
const DELAY = 250

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
  /** Steps of the script that are done. */
  steps: number
  /** What stood in the open form, by time. */
  readonly typed: { readonly at: number; readonly text: string }[]
}

const drawer = (page: Page): Locator => page.locator('.ant-drawer-open').last()
const form = (page: Page): Locator => page.locator('.ant-modal-wrap:visible').last()
const intentionOf = (round: number, edit: number): string => `第${round}轮第${edit}次修改`

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
  await drawer(page).getByRole('tab', { name: '资料' }).click()
  const intention = drawer(page).getByLabel('投资意向')
  await intention.waitFor()
  round.steps += 1
  for (let edit = 1; edit <= EDITS; edit += 1) {
    await intention.fill(intentionOf(round.number, edit))
    round.steps += 1
    await intention.press('Tab')
    round.steps += 1
    await drawer(page)
      .getByText(/^已保存 \d/)
      .waitFor()
    round.saved = edit
    round.steps += 1
  }
  await page.keyboard.press('Escape')
  const field = await openForm(page)
  let text = `第${round.number}轮：`
  await field.fill(text)
  for (let count = 1; count < TYPED_STEPS * 2; count += 1) {
    round.typed.push({ at: Date.now(), text })
    round.steps += 1
    await page.keyboard.type(String(count % 10))
    text += String(count % 10)
    await page.waitForTimeout(50)
  }
}

/** Waits until so many steps are done, or the script has ended. */
async function untilStep(round: Round, steps: number, scripted: Promise<unknown>): Promise<void> {
  const hasEnded = endOf(scripted)
  while (round.steps < steps && !hasEnded()) await wait(5)
}

/** What is wrong in the ledger: the last edit that was said to be saved must be there. */
async function judgeLedger(data: string, round: Round): Promise<string[]> {
  const found = await examine({ data, out: path.join(data, 'logs'), assets: data })
  const wrong = [...found.faults, ...(found.refused ? [`does not start: ${found.refused.code}`] : [])]
  const desk = closedDesk(data, errandDay)
  await openDesk(desk)
  const known = desk.store().connection.prepare<[], string>('SELECT intention FROM lead').pluck().all()
  desk.close()
  const possible = [round.saved, round.saved + 1].map((edit) => intentionOf(round.number, edit))
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
    const round: Round = { number, saved: 0, steps: 0, typed: [] }
    const isTyping = number % 2 === 0
    const steps = isTyping ? EDIT_STEPS + random() * TYPED_STEPS : random() * EDIT_STEPS
    const scripted = script(window, round).catch((cause: unknown) => String(cause))
    await untilStep(round, steps, scripted)
    await wait(random() * DELAY)
    const killedAt = Date.now()
    await kill(window)
    const ended = await scripted
    if (round.steps < steps) wrong.push(`round ${number}: the script ended at step ${round.steps}: ${String(ended)}`)
    const problems = await judgeLedger(data, round)
    window = await launch(data)
    problems.push(...(await judgeDraft(window, round, killedAt)))
    wrong.push(...problems.map((problem) => `round ${number}, killed after step ${round.steps}: ${problem}`))
    saves += round.saved
    drafts += round.typed.some(({ at }) => at <= killedAt - DRAFT_AGE) ? 1 : 0
  }
  await window.app.close()
  console.log(
    `  ${rounds} kills; ${saves} edits said to be saved; ${drafts} times something was typed over 5 s before the kill`,
  )
  if (saves === 0) wrong.push('nothing was saved in any round')
  return { runs: rounds, wrong }
}
