import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { accessTab, lockCover, pinForm, signIn, takeRecoveryCode, typePinTwice, unlock, writing } from './access'
import { button, drawer, goTo, modal } from './forms'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'
import { pagesOf, printed, withoutPrinter, writeWorkbook } from './rectification'
import { screenProblems } from './screen-checks'

// Source: product G4, O3; reliability §3, 58. One ledger on one PC, several people.
test.describe.configure({ mode: 'serial' })

const asOf = '2022-06-22'
const admin = '管理员01'
const member = '招商组组员'
const viewer = '只看01'
const findings = 60

let data: string
let window: Launched
let recoveryCode: string
/** What keeps somebody from using the screens that the tests pass by. */
const problems: string[] = []

async function look(name: string): Promise<void> {
  problems.push(...(await screenProblems(window, name)))
}

const words = (text: string): string => text.replaceAll(/\s/gu, '')

/** Asks the service past the window, as somebody might who opens its tools; gives the code of the refusal, or null. */
function askDirectly(page: Page, name: string, input: unknown): Promise<string | null> {
  return page.evaluate(
    ([call, about]) =>
      new Promise<string | null>((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = ({ data: reply }) => {
          const { id, error } = reply as { id?: number; error?: { code: string } }
          if (id === 1) resolve(error?.code ?? null)
        }
        globalThis.postMessage('sizhua:port', location.origin, [port2])
        port1.postMessage({ id: 1, name: call, input: about })
      }),
    [name, input] as const,
  )
}

test.beforeAll(async () => {
  data = makeDataFolder()
  runCommand(data, asOf, 'init', '--bureau', '东丽区审计局', '--category', '3', '--year', '2022')
  const file = path.join(data, '审计整改台账.xlsx')
  writeWorkbook(file, [
    ['审计项目', '审计报告文号', '审计层级', '问题编号', '问题摘要', '整改时限', '整改状态'],
    ...Array.from({ length: findings }, (_, index) => {
      const about = ['2021年预算执行审计', '审报〔2021〕1号', '区审计局', String(index + 1)]
      return [...about, `第${index + 1}项收入未及时上缴`, '2022-08-31', '整改中']
    }),
  ])
  runCommand(data, asOf, 'import', file)
  window = await launch({ data, asOf })
  await window.page.getByRole('navigation').waitFor({ timeout: 20_000 })
})

test.afterAll(async () => {
  await window.app.close().catch(() => undefined)
  removeDataFolder(data)
})

test('turned on with a first 管理员, whose recovery code is shown once and printed', async () => {
  const { page } = window
  await accessTab(page)
  await expect(page.getByText('现在打开程序不需要登录')).toBeVisible()
  await expect(page.getByText('这是登录和权限，不是文件加密', { exact: false })).toBeVisible()
  await look('access-off')
  await page.locator('main').getByLabel('姓名').fill(admin)
  await typePinTwice(page.locator('main'), '1234')
  await page.locator('main').getByLabel('再输一遍口令', { exact: true }).fill('1235')
  await button(page, '启用登录').click()
  await expect(page.getByText('两次输入的口令不一样')).toBeVisible()
  await page.locator('main').getByLabel('再输一遍口令', { exact: true }).fill('１２３４')
  await button(page, '启用登录').click()

  await expect(page.getByText('恢复码只显示这一次')).toBeVisible()
  await look('access-recovery-code')
  recoveryCode = (await page.getByTestId('access-recovery-code').textContent()) ?? ''
  await withoutPrinter(page)
  await page.getByRole('button', { name: '打印恢复单' }).click()
  const [sheet, ...further] = pagesOf(await printed(window))
  expect(further).toEqual([])
  for (const part of ['登录恢复单', '东丽区审计局', admin, '2022年6月22日', recoveryCode, '恢复码用一次就作废'])
    expect(words(sheet?.text ?? '')).toContain(words(part))
  expect(await takeRecoveryCode(page)).toBe(recoveryCode)

  await expect(page.getByRole('button', { name: `本机登录人 ${admin}` })).toHaveText(`${admin}（管理员）`)
  await expect(page.locator('main').getByRole('row', { name: admin })).toContainText('未用')
})

test('a second person gets roles and a PIN, a third one only looks', async () => {
  const { page } = window
  await accessTab(page)
  await button(page, '新增登录人').click()
  await modal(page).getByLabel('姓名').fill(member)
  await modal(page).getByRole('radiogroup', { name: '招商' }).getByText('组员', { exact: true }).click()
  await typePinTwice(modal(page), '2345')
  await look('access-account')
  await modal(page).getByRole('button', { name: '保存' }).click()
  await takeRecoveryCode(page)
  await button(page, '新增登录人').click()
  await modal(page).getByLabel('姓名').fill(viewer)
  await typePinTwice(modal(page), '3456')
  await modal(page).getByRole('button', { name: '保存' }).click()
  await takeRecoveryCode(page)
  await expect(page.locator('main').getByRole('row', { name: member })).toContainText('组员')
  await expect(page.locator('main').getByRole('row', { name: viewer })).not.toContainText('组员')
  await look('access-on')
})

test('the program asks who it is; five wrong PINs mean waiting; the code lets in once', async () => {
  await window.app.close()
  window = await launch({ data, asOf })
  const { page } = window
  await expect(pinForm(page, '登录')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await look('access-sign-in')
  for (const left of [4, 3, 2, 1]) {
    await signIn(page, admin, '9999')
    await expect(page.getByText(`口令不对，还可以试${left}次`)).toBeVisible()
  }
  await look('access-wrong-pin')
  await signIn(page, admin, '9999')
  await expect(page.getByRole('timer')).toHaveText(/^口令连续输错，请等\d+秒再试/)
  await expect(page.getByRole('button', { name: /^请等\d+秒$/ })).toBeDisabled()
  const first = Number(/\d+/.exec((await page.getByRole('timer').textContent()) ?? '')?.[0])
  await page.waitForTimeout(2200)
  expect(Number(/\d+/.exec((await page.getByRole('timer').textContent()) ?? '')?.[0])).toBeLessThan(first)
  await look('access-wait')

  await page.getByRole('button', { name: '忘记口令' }).click()
  const recover = page.getByTestId('recover-form')
  await recover.getByLabel('恢复码').fill(recoveryCode.toLowerCase().replaceAll('-', ''))
  await typePinTwice(recover, '4321', '新口令')
  await look('access-recover')
  await page.keyboard.press('Enter')
  const next = await takeRecoveryCode(page)
  expect(next).not.toBe(recoveryCode)
  await signIn(page, admin, '4321')
  await expect(page.getByRole('navigation')).toBeVisible()

  await page.keyboard.press('Control+l')
  await lockCover(page).getByRole('button', { name: '忘记口令' }).click()
  await recover.getByLabel('恢复码').fill(recoveryCode)
  await typePinTwice(recover, '8888', '新口令')
  await recover.getByRole('button', { name: '重设口令' }).click()
  await expect(recover.getByText('恢复码不对，或已经用过')).toBeVisible()
  await recover.getByRole('button', { name: '返回' }).click()
  await unlock(page, '4321')
  await expect(lockCover(page)).toHaveCount(0)
  recoveryCode = next
})

test('the lock covers everything, keeps what was typed where it stands, and gives the keyboard back', async () => {
  const { page } = window
  await goTo(page, 'Alt+3')
  await page.keyboard.press('Control+n')
  const field = modal(page).getByLabel('一句话')
  await field.fill('还没有保存的一句话')
  await field.evaluate((element) => element.setAttribute('data-same', 'yes'))
  await page.keyboard.press('Control+l')
  await expect(lockCover(page)).toBeVisible()
  await look('access-locked')
  const seen = await page.evaluate(() => {
    const cover = document.querySelector('.access-lock')
    const points = [0.02, 0.5, 0.98].flatMap((x) => [0.02, 0.5, 0.98].map((y) => [x, y] as const))
    const isCovered = points.every(([x, y]) =>
      cover?.contains(document.elementFromPoint(innerWidth * x, innerHeight * y)),
    )
    const others = [...document.body.children].filter((element) => element instanceof HTMLElement && element !== cover)
    const openOnes = others.filter(
      (element) => element instanceof HTMLElement && !element.inert && element.tagName === 'DIV',
    )
    return { isCovered, ground: cover ? getComputedStyle(cover).backgroundColor : '', open: openOnes.length }
  })
  expect(seen).toEqual({ isCovered: true, ground: 'rgb(246, 247, 248)', open: 0 })
  // Keys of the window do nothing to the page behind.
  for (const key of ['Alt+7', 'Control+i', 'Control+k', 'F1']) await page.keyboard.press(key)
  await expect(page.getByTestId('search')).toHaveCount(0)
  expect(await askDirectly(page, 'investment.list', {})).toBe('notSignedIn')

  await unlock(page, '4321')
  await expect(lockCover(page)).toHaveCount(0)
  await expect(field).toHaveValue('还没有保存的一句话')
  await expect(field).toHaveAttribute('data-same', 'yes')
  await expect(field).toBeFocused()
  await expect(page.locator('main h1')).toHaveText('招商')
})

test('a minute without a key locks', async () => {
  const { page } = window
  await accessTab(page)
  const minutes = page.locator('main').getByLabel('多少分钟没有按键和点击就锁定')
  await minutes.fill('0')
  await expect(page.getByText('“0”不是1—120之间的整数')).toBeVisible()
  await minutes.fill('1')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1分钟不用就自动锁定')).toBeVisible()
  await page.clock.install()
  await page.mouse.move(200, 200)
  await page.clock.fastForward(50_000)
  await page.keyboard.press('Shift')
  await page.clock.fastForward(50_000)
  await expect(lockCover(page)).toHaveCount(0)
  await page.clock.fastForward(15_000)
  await expect(lockCover(page)).toBeVisible()
  await unlock(page, '4321')
  await expect(lockCover(page)).toHaveCount(0)
  await minutes.fill('60')
  await page.keyboard.press('Enter')
  await expect(page.getByText('60分钟不用就自动锁定')).toBeVisible()
  // Timers from before the clock was put in cannot be taken back any more.
  await window.app.close()
  window = await launch({ data, asOf })
  await signIn(window.page, admin, '4321')
  await expect(window.page.getByRole('button', { name: `本机登录人 ${admin}` })).toBeVisible()
})

test('another person signs in over the lock and finds nothing of the one before', async () => {
  const { page } = window
  await page.getByRole('button', { name: `本机登录人 ${admin}` }).click()
  await page.getByRole('menuitem', { name: '换人登录' }).click()
  await expect(lockCover(page)).toBeVisible()
  await look('access-other')
  await signIn(page, member, '2345')
  await expect(page.getByRole('button', { name: `本机登录人 ${member}` })).toHaveText(`${member}（组员）`)
  await goTo(page, 'Alt+3')
  await page.keyboard.press('Control+n')
  await expect(modal(page).getByLabel('一句话')).toHaveValue('')
  await modal(page).getByLabel('企业（投资方）').fill('示例科技')
  await modal(page).getByLabel('一句话').fill('建设检测平台')
  await modal(page).getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.locator('main tbody')).toContainText('建设检测平台')
  // In a stream without a role the same person only looks.
  await goTo(page, 'Alt+4')
  await expect(page.getByText('只看', { exact: true })).toBeVisible()
  await expect(button(page, '新增项目')).toHaveCount(0)
})

test('who only looks sees no button that writes, and is refused past the window', async () => {
  const { page } = window
  await page.keyboard.press('Control+l')
  await lockCover(page).getByRole('button', { name: '换人登录' }).click()
  await signIn(page, viewer, '3456')
  await expect(page.getByRole('button', { name: `本机登录人 ${viewer}` })).toHaveText(`${viewer}（只看）`)
  await expect(page.getByRole('button', { name: '导入 Ctrl+I' })).toHaveCount(0)
  await goTo(page, 'Alt+3', '线索与项目')
  await page.keyboard.press('Control+n')
  await expect(page.getByLabel('一句话')).toHaveCount(0)
  await page.locator('main tbody tr[data-row-key]').first().click()
  await drawer(page).getByRole('tab', { name: '资料' }).click()
  await expect(drawer(page).getByRole('textbox').first()).toHaveAttribute('readonly', '')
  await expect(drawer(page).getByRole('button', { name: writing })).toHaveCount(0)
  await look('access-viewer-lead')
  const lead = { id: null, fields: { title: '越权' }, allowDuplicate: true, expectedUpdatedAt: null }
  expect(await askDirectly(page, 'investment.save', lead)).toBe('notPermitted')
  expect(await askDirectly(page, 'access.accounts', {})).toBe('notPermitted')
  await accessTab(page)
  await expect(page.getByText('只有管理员可以设置登录和权限')).toBeVisible()
})

test('one’s own PIN and code are changed at the seat; the drafts of the first person are back', async () => {
  const { page } = window
  await page.getByRole('button', { name: `本机登录人 ${viewer}` }).click()
  await page.getByRole('menuitem', { name: '修改口令' }).click()
  await modal(page).getByLabel('现在的口令').fill('3456')
  await typePinTwice(modal(page), '6543', '新口令')
  await look('access-own-pin')
  await modal(page).getByRole('button', { name: '修改口令' }).click()
  await expect(page.getByText('口令已修改')).toBeVisible()
  await page.getByRole('button', { name: `本机登录人 ${viewer}` }).click()
  await page.getByRole('menuitem', { name: '换发恢复码' }).click()
  await modal(page).getByLabel('现在的口令').fill('6543')
  await page.keyboard.press('Enter')
  expect(await takeRecoveryCode(page)).toMatch(/^[0-9A-Z-]+$/)

  await page.keyboard.press('Control+l')
  await lockCover(page).getByRole('button', { name: '换人登录' }).click()
  await signIn(page, admin, '4321')
  await expect(page.getByRole('button', { name: `本机登录人 ${admin}` })).toBeVisible()
  await goTo(page, 'Alt+3')
  await page.keyboard.press('Control+n')
  await expect(modal(page).getByLabel('一句话')).toHaveValue('还没有保存的一句话')
})

test('a change of very many records goes on only with their number typed', async () => {
  const { page } = window
  await goTo(page, 'Alt+7', '清单')
  await page.locator('main thead').getByRole('checkbox').first().check()
  await button(page, /^删除/).click()
  const dialog = page.getByRole('dialog', { name: '一次改动的记录很多' })
  await expect(dialog).toBeVisible()
  await look('mass-change')
  const rows = Number(/改动 (\d+) 条/.exec((await dialog.textContent()) ?? '')?.[1])
  expect(rows).toBeGreaterThan(15)
  await dialog.getByRole('button', { name: '不改了' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(`全部${findings}个`, { exact: false })).toBeVisible()

  await button(page, /^删除/).click()
  const goOn = dialog.getByRole('button', { name: '继续' })
  await dialog.getByRole('textbox').fill(String(rows - 1))
  await expect(goOn).toBeDisabled()
  await dialog.getByRole('textbox').fill(String(rows))
  await goOn.click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(`全部${findings - rows}个`, { exact: false })).toBeVisible({ timeout: 20_000 })
})

test('操作记录 tells it in sentences, narrowed by person and day, and prints', async () => {
  const { page } = window
  await goTo(page, 'Alt+s', '操作记录')
  const table = page.locator('main tbody')
  await expect(table).toContainText('删除问题')
  await expect(table).toContainText('登录')
  await look('journal')
  await page.locator('main').getByRole('combobox', { name: '操作人' }).click()
  await page.locator('.ant-select-dropdown:visible').getByText(member, { exact: true }).click()
  await expect(table).toContainText('建设检测平台')
  await expect(table).not.toContainText('删除问题')
  await page.locator('main').getByLabel('从哪天').fill('2099-01-01')
  await page.keyboard.press('Enter')
  await expect(page.getByText('这个人、这几天没有操作记录。')).toBeVisible()
  await look('journal-nothing')
  await button(page, '清除筛选').click()
  await withoutPrinter(page)
  await button(page, '打印').click()
  const sheets = pagesOf(await printed(window))
  const text = words(sheets.map((sheet) => sheet.text).join(''))
  for (const part of ['操作记录', '东丽区审计局', '口令输错', '用恢复码重设口令', '设置登录人', '导入表格'])
    expect(text).toContain(words(part))
  expect(text).not.toContain('其他操作')
  expect(Number(/共(\d+)条/u.exec(text)?.[1])).toBeGreaterThanOrEqual(20)
})

test('turned off with the own PIN nobody is asked any more', async () => {
  const { page } = window
  await accessTab(page)
  await page.locator('main').getByLabel('您自己的口令').fill('4321')
  await button(page, '停用登录').click()
  await expect(page.getByText('现在打开程序不需要登录')).toBeVisible()
  await expect(page.getByLabel('我是').first()).toBeVisible()
})

test('every screen that was passed can be used', () => {
  expect(problems).toEqual([])
})
