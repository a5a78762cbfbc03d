import { expect, test, type Locator, type Page } from '@playwright/test'
import { drawer, fieldOf, forms, goTo, modal, button } from './forms'
import { launch, makeDataFolder, removeDataFolder, type Launched } from './launch'

const asOf = '2022-10-20'
const whole = '东'.repeat(10_000)

// One ledger: typed into, killed, started again.
test.describe.configure({ mode: 'serial' })

let data: string
let window: Launched

async function start(): Promise<void> {
  window = await launch({ data, asOf, args: ['--sample'], seesDigest: true })
  await window.page.getByRole('navigation').waitFor()
}

/** Ends the program as a power cut would: nobody is asked, nothing is closed. */
async function kill(): Promise<void> {
  const ended = new Promise((resolve) => window.app.process().once('exit', resolve))
  window.app.process().kill('SIGKILL')
  await ended
}

test.beforeAll(async () => {
  data = makeDataFolder()
  await start()
  await window.page.getByRole('dialog', { name: '今日提醒' }).waitFor()
  await window.page.keyboard.press('Escape')
})

test.afterAll(async () => {
  await window.app.close().catch(() => undefined)
  removeDataFolder(data)
})

function firstField(form: (typeof forms)[number]): Locator {
  return fieldOf(window.page, form, form.fields[0] ?? '')
}

test('what is typed into each form is there after leaving the room and after a killed program', async () => {
  test.setTimeout(240_000)
  for (const form of forms) {
    await form.open(window.page)
    await firstField(form).fill(`没有保存的${form.name}`)
  }
  for (const form of forms) {
    await form.open(window.page)
    await expect(firstField(form)).toHaveValue(`没有保存的${form.name}`)
  }
  await kill()
  await start()
  for (const form of forms) {
    await form.open(window.page)
    await expect(firstField(form)).toHaveValue(`没有保存的${form.name}`)
  }
})

test('a program killed soon after typing loses no finished word', async () => {
  let attempt = 0
  // A machine busy with other tests may be late with the write: it has three tries to be in time.
  await expect(async () => {
    attempt += 1
    const typed = `第${attempt}句话`
    await goTo(window.page, 'Alt+3')
    await window.page.keyboard.press('Control+n')
    await modal(window.page).getByLabel('联系方式').fill(typed)
    await window.page.waitForTimeout(3000)
    await kill()
    await start()
    await goTo(window.page, 'Alt+3')
    await window.page.keyboard.press('Control+n')
    await expect(modal(window.page).getByLabel('联系方式')).toHaveValue(typed)
    await window.page.keyboard.press('Escape')
  }).toPass({ timeout: 100_000 })
})

async function openVisit(page: Page): Promise<Locator> {
  await goTo(page, 'Alt+5', '双万双服')
  await button(page, '登记走访').click()
  await page.waitForTimeout(500)
  return drawer(page)
}

test('a day that is none is said at its field, kept, and not saved past', async () => {
  const { page } = window
  const form = await openVisit(page)
  const day = form.getByLabel(/^走访日期/)
  for (const wrong of ['2022-02-30', '4月31日', '13月', '2022.13.1', '昨天']) {
    await day.fill(wrong)
    await expect(form.getByText(`“${wrong}”不是有效日期，请按 2022年3月31日 的写法填写。`)).toBeVisible()
    await form.getByRole('button', { name: /^保\s?存/ }).click()
    await expect(day).toBeFocused()
    await expect(day).toHaveValue(wrong)
    await form.getByLabel('同行人员').press('Enter')
    await expect(day).toBeFocused()
  }
  for (const right of ['２０２２年３月８日', '2022.3.8', '20220308', '3月8日']) {
    await day.fill(right)
    await form.getByLabel('同行人员').click()
    await expect(day).toHaveValue('2022年3月8日')
    await expect(form.getByText('不是有效日期')).toHaveCount(0)
  }
})

test('an amount is read as people write it, or refused at its field with what was typed', async () => {
  const { page } = window
  await goTo(page, 'Alt+6', '入库台账')
  await button(page, /^登记入库/).click()
  const gross = modal(page).getByLabel('收入金额（万元）')
  const wrong = modal(page).locator('.rev-grid .field-error')
  for (const text of ['99999999999999', '1e20', '二千', '5..2']) {
    await gross.fill(text)
    await expect(wrong).toContainText(text)
    await expect(modal(page).getByRole('button', { name: '登记入库' })).toBeDisabled()
    await expect(gross).toHaveValue(text)
  }
  for (const text of ['１２，０００元', '5.2亿', '12,000', '（0.10）', '-5']) {
    await gross.fill(text)
    await expect(wrong).toHaveCount(0)
    await expect(gross).toHaveValue(text)
  }
  await gross.fill('')
})

test('a project below zero or of 10,000亿 is refused with the reason, and the form keeps it', async () => {
  const { page } = window
  await goTo(page, 'Alt+4')
  await button(page, /^新增项目/).click()
  await modal(page)
    .getByLabel(/^项目名称/)
    .fill('金额不对的项目')
  const amount = modal(page).getByLabel('总投资（万元）')
  for (const [text, sentence] of [
    ['-5', '不能是负数'],
    ['10000亿', '超过1000亿元'],
  ] as const) {
    await amount.fill(text)
    await amount.press('Enter')
    await expect(modal(page).getByRole('alert')).toContainText(sentence)
    await expect(amount).toHaveValue(text)
  }
  await amount.fill('1e20')
  await expect(modal(page).getByText('“1e20”不是金额')).toBeVisible()
})

test('10,000 characters stay whole: saved where there is room, refused by name where there is none', async () => {
  const { page } = window
  const form = await openVisit(page)
  const line = form.getByLabel('同行人员')
  await line.fill(whole)
  await expect(form.getByText('写了10000个字，这一格最多500个字')).toBeVisible()
  await expect(line).toHaveValue(whole)
  await line.fill('')
  const paragraph = form.getByLabel('走访内容')
  await paragraph.fill(whole)
  await expect(form.getByText('写了10000个字')).toHaveCount(0)
  await expect(paragraph).toHaveValue(whole)
})

test('two lines pasted into a field of one line are both kept', async () => {
  const { page } = window
  const form = await openVisit(page)
  await window.app.evaluate(({ clipboard }) => clipboard.writeText('区政务服务办\n区商务局'))
  const line = form.getByLabel('同行人员')
  await line.fill('')
  await line.click()
  await page.keyboard.press('Control+V')
  await expect(line).toHaveValue('区政务服务办 区商务局')
})

test('names of blanks are refused with a sentence, and a wrong check digit is only marked', async () => {
  const { page } = window
  await goTo(page, 'Alt+8', '企业一页通')
  await button(page, /^登记企业/).click()
  const form = drawer(page)
  await form.getByLabel(/^企业名称/).fill('　  ')
  await form.getByLabel('统一社会信用代码').fill('91120110MA05ABCD1X')
  await expect(form).toContainText('校验位不对')
  await form.getByRole('button', { name: /^保\s?存/ }).click()
  await expect(form.getByRole('alert')).toContainText('还没有填写企业名称。没有保存')
  await expect(form.getByLabel('统一社会信用代码')).toHaveValue('91120110MA05ABCD1X')
})
