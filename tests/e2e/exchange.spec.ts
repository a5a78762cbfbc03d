import { expect as quickly, test, type Page } from '@playwright/test'
import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { drawer, goTo, modal } from './forms'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'
import { countedClicks, pagesOf, picture, printed, withoutPrinter, writeWorkbook } from './rectification'

/** Two ledgers and their documents are written between the clicks. */
const expect = quickly.configure({ timeout: 30_000 })

const bureau = '东丽区审计局'
const office = '东丽区合作交流办'
const period = '2022Q2'
const [writtenOn, receivedOn, answeredOn] = ['2022-06-22', '2022-06-24', '2022-06-25'] as const
const assigned = path.resolve('tests/fixtures/assignments/dongli-2022-audit-bureau.xlsx')
const ledgers = ['leads', 'briefs-and-trainings', 'projects', 'visits', 'revenue'].map((name) =>
  path.resolve(`tests/fixtures/ledgers/${name}-2022.xlsx`),
)
const reasons = { lead: '缺少街道园区线上确认接收的截图', brief: '未收到这篇信息，请补附报送回执' }

let root: string
let data: string
let district: string
let stick: string
let window: Launched

/** The district's own ledger with its units, and the small file with its key. */
function prepareDistrict(): void {
  district = path.join(root, '区级台账')
  runCommand(district, writtenOn, 'init', '--bureau', office, '--category', '1', '--year', '2022', '--mode', 'district')
  const units = path.join(root, '单位名册.xlsx')
  writeWorkbook(units, [
    ['单位名称', '别名', '类别'],
    [bureau, '区审计局', '第三类'],
    ['东丽区示例二局', '', '第三类'],
  ])
  runCommand(district, writtenOn, 'district', 'units', 'import', units)
  runCommand(district, writtenOn, 'package', 'identity', '--out', path.join(root, '密钥'))
}

function identityOf(ledger: string): { readonly digits: string } {
  const shown = JSON.parse(runCommand(ledger, writtenOn, 'package', 'identity', '--json')) as {
    readonly fingerprint: { readonly digits: string }
  }
  return shown.fingerprint
}

interface ReviewedLine {
  readonly line: { readonly key: string; readonly kind: string; readonly label: string }
}

/** The district takes the summary over, returns one lead and one text, and answers; gives the receipt's path. */
function answer(): { readonly receipt: string; readonly returned: readonly string[] } {
  runCommand(district, receivedOn, 'district', 'accept', stick, '--period', period, '--trust-new')
  const shown = runCommand(district, receivedOn, 'district', 'review', '--period', period, '--unit', bureau, '--json')
  const { lines } = JSON.parse(shown) as { readonly lines: readonly ReviewedLine[] }
  const returned = (['lead', 'brief'] as const).map((kind) => {
    const found = lines.find(({ line }) => line.kind === kind)
    if (!found) throw new Error(`no ${kind} in the summary`)
    const about = ['--period', period, '--unit', bureau, '--line', found.line.key]
    runCommand(district, receivedOn, 'district', 'decide', ...about, '--verdict', 'returned', '--reason', reasons[kind])
    return found.line.label
  })
  runCommand(district, receivedOn, 'district', 'review', '--period', period, '--unit', bureau, '--done')
  const checks = JSON.parse(
    runCommand(district, receivedOn, 'district', 'check', '--period', period, '--json'),
  ) as readonly { readonly key: string }[]
  for (const { key } of checks) {
    const about = ['--period', period, '--check', key, '--decision', 'dismissed', '--reason', '已电话核实']
    runCommand(district, receivedOn, 'district', 'decide', ...about)
  }
  runCommand(district, receivedOn, 'district', 'lock', '--period', period)
  runCommand(district, receivedOn, 'district', 'publish', '--period', period)
  const out = path.join(root, '回执')
  runCommand(district, receivedOn, 'district', 'receipts', '--period', period, '--out', out)
  const [file] = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.zip'))
  return { receipt: path.join(out, file ?? ''), returned }
}

/** The bureau's window on a day; only the desktop's own dialog is answered for the person, the rest is the real program. */
async function open(asOf: string): Promise<Launched> {
  const launched = await launch({ data, asOf, seesDigest: true })
  await launched.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, stick)
  return launched
}

const openReports = (page: Page, tab: string): Promise<void> => goTo(page, 'Alt+0', tab)

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(240_000)
  root = makeDataFolder()
  data = path.join(root, '本单位台账')
  stick = path.join(root, 'U盘')
  mkdirSync(stick)
  runCommand(data, writtenOn, 'init', '--bureau', bureau, '--category', '3', '--year', '2022')
  for (const file of [assigned, ...ledgers]) runCommand(data, writtenOn, 'import', file)
  prepareDistrict()
  window = await open(writtenOn)
  // The first start of a workday shows what is due.
  const digest = window.page.getByRole('dialog', { name: '今日提醒' })
  await digest.waitFor()
  await window.page.keyboard.press('Escape')
  await expect(digest).toBeHidden()
})

test.afterAll(async () => {
  await window.app.close()
  removeDataFolder(root)
})

test('nothing sent and nothing received is said with the next deadline', async () => {
  const { page } = window
  await openReports(page, '上报包')
  await expect(page.getByText('还没有上报过。最近时限：6月24日（原6月25日，周六）。')).toBeVisible()
  await openReports(page, '回执')
  await expect(page.getByText('2022年二季度还没有上报。')).toBeVisible()
  await openReports(page, '冲突箱')
  await expect(page.getByText('没有冲突。')).toBeVisible()
})

test('the district’s key is compared on the phone before it is trusted', async () => {
  const { page } = window
  await openReports(page, '上报包')
  const { digits } = identityOf(district)
  const [file] = readdirSync(path.join(root, '密钥'))
  await page.getByTestId('incoming-file').setInputFiles(path.join(root, '密钥', file ?? ''))
  await expect(page.getByTestId('signer-state')).toHaveText('○ 第一次见到')
  await expect(drawer(page)).toContainText(digits)
  const accept = drawer(page).getByRole('button', { name: '接收密钥文件' })
  await expect(accept).toBeDisabled()
  await picture(window, 'exchange-first-key')
  await drawer(page).getByLabel('已打电话核对，指纹一致，信任这把密钥').click()
  await accept.click()
  await expect(page.getByText('已接收密钥文件。')).toBeVisible()
  await page.getByText('收到的', { exact: true }).click()
  await expect(page.getByRole('row', { name: office })).toContainText('✓ 已信任')
  await page.getByText('发出的', { exact: true }).click()
})

test('J9 steps 1 to 6: draft, checks, hand edits, export and print, OA, 上报包, in the stated clicks', async () => {
  test.setTimeout(120_000)
  const { app, page } = window
  const { click, within } = countedClicks()
  const draft = page.getByRole('article', { name: '小结草稿' })
  await withoutPrinter(page)
  await within(2, async () => {
    await click(page.getByRole('navigation').getByRole('button', { name: '今天' }))
    const due = page.getByRole('row').filter({ hasText: '6月24日（原6月25日，周六）' })
    await click(due.getByRole('button', { name: /^生成小结/u }).first())
    await expect(draft).toContainText('2022年二季度“四个全员抓”工作小结')
  })
  await within(1, async () => {
    await click(page.getByRole('region', { name: '先看这些' }).getByRole('button', { name: '打开“社区食堂”' }))
    await expect(drawer(page)).toContainText('社区食堂')
  })
  await openReports(page, '季度小结')
  await draft.locator('.draft-figure').first().click()
  const figure = await drawer(page).locator('.report-figure').textContent()
  await drawer(page)
    .getByLabel('改为')
    .fill(`${Number(figure) + 1}`)
  await drawer(page).getByRole('textbox', { name: '原因' }).fill('含口头确认的一条')
  await drawer(page).getByRole('button', { name: '保存修改' }).click()
  await expect(draft).toContainText('手工修改')
  await page.keyboard.press('Escape')
  await within(3, async () => {
    await click(page.locator('.report-side').getByRole('button', { name: '更换文件夹' }))
    await click(page.getByRole('button', { name: '导出', exact: true }))
    await expect(page.getByText('已导出', { exact: true })).toBeVisible()
    await click(page.getByRole('button', { name: '打印', exact: true }))
  })
  await within(1, async () => {
    await click(page.getByRole('button', { name: '复制到OA' }))
    await expect(page.getByText('已复制纯文本').first()).toBeVisible()
  })
  const paperCode = (await page.getByTestId('check-code').textContent()) ?? ''
  await within(3, async () => {
    await click(page.getByRole('button', { name: '上报包', exact: true }))
    await expect(page.getByTestId('outline-check-code')).toHaveText(paperCode)
    await expect(drawer(page)).toContainText('将发送的字段')
    await expect(drawer(page)).toContainText('联系电话')
    await picture(window, 'exchange-send')
    await click(drawer(page).getByRole('button', { name: '保存上报包' }))
    await expect(page.getByTestId('sent-check-code')).toHaveText(paperCode)
  })
  await expect(drawer(page)).toContainText(`${bureau}，2022年二季度，第1版，核对码 ${paperCode}。`)
  expect(readdirSync(stick)).toContain(`${bureau}_2022Q2_v1.zip`)
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toContain(paperCode)
  await page.keyboard.press('Escape')
  await openReports(page, '上报包')
  const row = page.getByRole('row', { name: /上报包.*2022年二季度/u })
  await expect(row).toContainText(paperCode)
  await expect(row).toContainText('等待回执')
})

test('an unchanged second edition is refused in words; the first can be written again', async () => {
  const { page } = window
  await openReports(page, '上报包')
  await page.getByRole('button', { name: /^再存一份/u }).click()
  await expect(page.getByText('已再存一份，内容与发出时完全相同。')).toBeVisible()
  await page.getByRole('button', { name: '生成上报包' }).click()
  await expect(drawer(page)).toContainText('与第1版相比，没有变化。')
  await drawer(page).getByRole('button', { name: '保存上报包' }).click()
  await expect(drawer(page)).toContainText('内容没有变化，没有生成新的一版')
  await page.keyboard.press('Escape')
})

test('J9 step 7: three days later the receipt is taken over; returned rows are corrected into the second edition', async () => {
  test.setTimeout(180_000)
  await window.app.close()
  const { receipt, returned } = answer()
  window = await open(answeredOn)
  const { page } = window
  const { click, within } = countedClicks()
  await openReports(page, '回执')
  await within(2, async () => {
    // The desktop's dialog stands between the two clicks.
    const chooser = page.waitForEvent('filechooser')
    await click(page.getByRole('button', { name: '接收文件' }).first())
    await (await chooser).setFiles(receipt)
    await expect(page.getByTestId('signer-state')).toHaveText('✓ 已信任')
    await expect(drawer(page)).toContainText(office)
    await picture(window, 'exchange-receipt-preview')
    await click(page.getByRole('button', { name: '接收回执' }))
    await expect(page.getByText('退回2行。改正后生成第2版。')).toBeVisible()
  })
  const rows = page.locator('main tbody tr[data-row-key]')
  for (const [index, label] of returned.entries()) {
    await expect(rows.nth(index)).toContainText('退回')
    await expect(page.getByRole('row', { name: label }).first()).toContainText('不计')
  }
  for (const reason of Object.values(reasons)) await expect(page.getByText(reason)).toBeVisible()
  await picture(window, 'exchange-standing')

  // An objection goes out with the next edition.
  await rows
    .nth(1)
    .getByRole('button', { name: /^对.*提异议$/u })
    .click()
  await modal(page).getByRole('textbox').fill('已于6月20日由OA报送，附回执截图。')
  await page.getByRole('button', { name: '保存异议' }).click()
  await expect(rows.nth(1)).toContainText('已写，未发出')

  await rows.nth(0).getByRole('button', { name: /^打开/u }).click()
  await drawer(page).getByRole('tab', { name: '资料' }).click()
  const investor = drawer(page).getByRole('textbox', { name: '投资方', exact: true })
  await investor.fill('河北瑞检科技股份有限公司')
  await investor.press('Tab')
  await expect(page.getByText('已保存').first()).toBeVisible()
  await openReports(page, '回执')
  await page.getByRole('button', { name: '生成第2版' }).click()
  await expect(drawer(page)).toContainText('第2版')
  await expect(drawer(page)).toContainText('随包发出异议1条。')
  await expect(drawer(page)).toContainText('河北瑞检科技股份有限公司')
  await drawer(page).getByRole('button', { name: '保存上报包' }).click()
  await expect(page.getByTestId('sent-check-code')).toBeVisible()
  expect(readdirSync(stick)).toContain(`${bureau}_2022Q2_v2.zip`)
  await page.keyboard.press('Escape')
  // The corrected lead waits for the next receipt; the text is still returned.
  await expect(rows.nth(0)).toContainText('已发出，等答复')
  await expect(page.getByText('退回1行。改正后生成第3版。')).toBeVisible()
})

test('a package dropped on the import opens in its own preview; the same one twice is refused in words', async () => {
  const { page } = window
  await page.getByTestId('import-file').setInputFiles(path.join(stick, `${bureau}_2022Q2_v1.zip`))
  await expect(drawer(page)).toContainText('这是本机自己导出的文件')
  await page.keyboard.press('Escape')
  const [receipt] = readdirSync(path.join(root, '回执'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.zip'),
  )
  await page.getByTestId('import-file').setInputFiles(path.join(root, '回执', receipt ?? ''))
  await expect(drawer(page)).toContainText('内容相同。本次没有改动')
  await expect(drawer(page).getByRole('button', { name: '接收回执' })).toBeDisabled()
  await page.keyboard.press('Escape')
})

test('a package with a passphrase says so and opens with it alone', async () => {
  const { page } = window
  await openReports(page, '同事合并')
  await page.getByRole('button', { name: '导出同事包' }).click()
  await drawer(page).getByLabel('加密码').click()
  await drawer(page).getByLabel('密码', { exact: true }).fill('长短适中的密码')
  await expect(drawer(page).getByRole('button', { name: '导出', exact: true })).toBeDisabled()
  await drawer(page).getByLabel('密码', { exact: true }).fill('长短适中的密码一')
  await drawer(page).getByLabel('再输一次').fill('长短适中的密码二')
  await expect(drawer(page)).toContainText('两次输入的密码不一致。')
  await drawer(page).getByLabel('再输一次').fill('长短适中的密码一')
  await drawer(page).getByRole('button', { name: '导出', exact: true }).click()
  await expect(drawer(page)).toContainText(/已导出\d+条修改/u)
  await page.keyboard.press('Escape')
  const name = readdirSync(stick).find((each) => each.includes('同事包'))
  await page.getByTestId('incoming-file').setInputFiles(path.join(stick, name ?? ''))
  await expect(drawer(page)).toContainText('加了密码')
  await drawer(page).getByLabel('密码').fill('不是这个密码')
  await drawer(page)
    .getByRole('button', { name: /^打\s?开$/u })
    .click()
  await expect(drawer(page)).toContainText('密码不对')
  await drawer(page).getByLabel('密码').fill('长短适中的密码一')
  await drawer(page)
    .getByRole('button', { name: /^打\s?开$/u })
    .click()
  await expect(drawer(page)).toContainText('这是本机自己导出的文件')
  await page.keyboard.press('Escape')
})

test('设置 → 密钥与交换: the fingerprint, the recovery sheet on one page of A4, and the district’s key', async () => {
  const { page } = window
  await goTo(page, 'Alt+s', '密钥与交换')
  const own = page.getByRole('region', { name: '本机密钥' })
  await expect(own).toContainText(/(\d{4}-){7}\d{4}/u)
  await expect(page.getByText('还没有做过恢复文件')).toBeVisible()
  await withoutPrinter(page)
  await page.getByRole('button', { name: '生成恢复文件' }).click()
  const code = (await page.getByTestId('recovery-code').textContent()) ?? ''
  await page.getByRole('button', { name: '打印恢复单' }).click()
  const pages = pagesOf(await printed(window))
  expect(pages).toHaveLength(1)
  expect(pages[0]?.text.replaceAll(/\s/gu, '')).toContain(code)
  await page.getByRole('button', { name: '已打印或抄好，关闭' }).click()
  await expect(page.getByText('上次做恢复文件：2022年6月25日')).toBeVisible()
  await page.getByRole('button', { name: `停用${office}的密钥` }).click()
  await expect(page.getByRole('row', { name: office })).toContainText('已停用')
  await page.getByRole('button', { name: '恢复信任' }).click()
  await expect(page.getByRole('row', { name: office })).toContainText('✓ 信任')
})
