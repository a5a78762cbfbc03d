import { expect, type Locator, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'

/** Goes to a room from anywhere; whatever lies over the page is closed first. */
export async function goTo(page: Page, key: string, tab?: string): Promise<void> {
  const open = page.locator('.ant-drawer-open .ant-drawer-close:visible, .ant-modal-wrap:visible .ant-modal-close')
  while ((await open.count()) > 0) {
    // One that closes by itself is gone before it can be clicked; the loop ends only when none is left.
    await open
      .last()
      .click({ timeout: 2000 })
      .catch(() => undefined)
    await page.waitForTimeout(400)
  }
  await page.keyboard.press(key)
  await expect(page.getByRole('navigation').getByRole('button', { name: key })).toHaveAttribute('aria-current', 'page')
  if (tab !== undefined) await page.locator('main header').getByRole('tab', { name: tab, exact: true }).click()
}

export const drawer = (page: Page): Locator => page.locator('.ant-drawer-open').last()
export const modal = (page: Page): Locator => page.locator('.ant-modal-wrap:visible').last()
export const button = (page: Page, name: string | RegExp): Locator =>
  page.locator('main').getByRole('button', { name }).first()

export interface Form {
  readonly name: string
  readonly open: (page: Page) => Promise<void>
  /** Fields by label, inside of what `open` shows; the first one keeps any text as a draft. */
  readonly fields: readonly string[]
  readonly within: (page: Page) => Locator
}

/** Opens the review of a notice; the pasted text is kept, so a second time shows it at once. */
export async function openNotice(page: Page, file: string): Promise<void> {
  await goTo(page, 'Alt+7', '总表（树）')
  await button(page, '粘贴通报').click()
  const place = modal(page).getByRole('textbox', { name: /^在这里粘贴/ })
  const review = modal(page).getByRole('button', { name: /^建立问题清单/ })
  await place.or(review).first().waitFor()
  if (!(await place.isVisible())) return
  await place.fill(readFileSync(`tests/fixtures/rectification/${file}.txt`, 'utf8'))
  await modal(page)
    .getByRole('button', { name: /^解\s?析$/ })
    .click()
  await review.waitFor()
}

/** Opens the letter of a finding that is still open. */
export async function openLetter(page: Page): Promise<void> {
  await goTo(page, 'Alt+7', '清单')
  await page.locator('main tbody tr[data-row-key]', { hasText: '违法建设' }).first().click()
  await drawer(page).getByRole('tab', { name: /^经过/ }).click()
  await drawer(page).getByRole('button', { name: '督办通知书' }).click()
}

const inMain = (page: Page): Locator => page.locator('main')

export const forms: readonly Form[] = [
  {
    name: '新增线索',
    open: async (page) => {
      await goTo(page, 'Alt+3')
      await page.keyboard.press('Control+n')
    },
    fields: ['企业（投资方）', '一句话', '提供人'],
    within: modal,
  },
  {
    name: '线索',
    open: async (page) => {
      await goTo(page, 'Alt+3', '线索与项目')
      await page.locator('main tbody tr[data-row-key]').first().click()
    },
    fields: ['投资意向', '预期收益'],
    within: drawer,
  },
  {
    name: '线索跟进',
    open: async (page) => {
      await goTo(page, 'Alt+3', '线索与项目')
      await page.locator('main tbody tr[data-row-key]').first().click()
      await drawer(page).getByRole('tab', { name: /跟进/ }).click()
    },
    fields: ['内容', '方式'],
    within: drawer,
  },
  {
    name: '信息',
    open: async (page) => {
      await goTo(page, 'Alt+5', '信息与案例')
      await button(page, '写信息').click()
    },
    fields: ['题目', '报送渠道', '承办人', '报送日期', '正文'],
    within: drawer,
  },
  {
    name: '培训',
    open: async (page) => {
      await goTo(page, 'Alt+3', '平时考核')
      await button(page, '登记培训').click()
    },
    fields: ['培训名称', '学时', '姓名'],
    within: drawer,
  },
  {
    name: '惠企政策',
    open: async (page) => {
      await goTo(page, 'Alt+5', '惠企政策')
      await button(page, '新政策').click()
    },
    fields: ['政策名称', '公布日期', '其他渠道，回车添加', '承办人'],
    within: drawer,
  },
  {
    name: '走访',
    open: async (page) => {
      await goTo(page, 'Alt+5', '双万双服')
      await button(page, '登记走访').click()
    },
    fields: ['走访内容', '企业名称', '包联干部', '走访日期', '同行人员'],
    within: drawer,
  },
  {
    name: '企业诉求',
    open: async (page) => {
      await goTo(page, 'Alt+5', '企业诉求')
      await button(page, '登记诉求').click()
    },
    fields: ['办理情况', '转办单位', '提出日期'],
    within: drawer,
  },
  {
    name: '新增项目',
    open: async (page) => {
      await goTo(page, 'Alt+4')
      await button(page, /^新增项目/).click()
    },
    fields: ['项目名称', '总投资（万元）'],
    within: modal,
  },
  {
    name: '项目问题',
    open: async (page) => {
      await goTo(page, 'Alt+4')
      await page.locator('main tbody tr[data-row-key]').first().click()
      await drawer(page).getByRole('tab', { name: /问题/ }).click()
      await drawer(page).getByRole('button', { name: '登记问题' }).click()
    },
    fields: ['需协调单位', '问题', '提出日期'],
    within: drawer,
  },
  {
    name: '收入',
    open: async (page) => {
      await goTo(page, 'Alt+6', '入库台账')
      await button(page, /^登记入库/).click()
    },
    fields: ['收入事项', '收入金额（万元）', '区留成（万元）'],
    within: modal,
  },
  {
    name: '传递',
    open: async (page) => {
      await goTo(page, 'Alt+6', '传递与反馈')
      await button(page, '登记传出').click()
    },
    fields: ['对方单位', '经办人', '内容'],
    within: modal,
  },
  {
    name: '整改来源',
    open: async (page) => {
      await goTo(page, 'Alt+7', '总表（树）')
      await button(page, '新建来源').click()
    },
    fields: ['名称', '反馈日期'],
    within: modal,
  },
  {
    name: '整改问题',
    open: async (page) => {
      await goTo(page, 'Alt+7', '总表（树）')
      await button(page, '登记问题').click()
    },
    fields: ['问题摘要', '问题编号', '牵头部门'],
    within: modal,
  },
  {
    name: '整改措施',
    open: async (page) => {
      await goTo(page, 'Alt+7', '清单')
      await page.locator('main tbody tr[data-row-key]', { hasText: '整改中' }).first().click()
      await drawer(page).getByRole('button', { name: '增加措施' }).click()
    },
    fields: ['措施内容', '责任部门'],
    within: drawer,
  },
  {
    name: '通报核对',
    open: (page) => openNotice(page, 'notice-county'),
    fields: ['1.1的问题摘要'],
    within: modal,
  },
  {
    name: '督办文书',
    open: openLetter,
    fields: ['正文（空行分段）', '标题', '文号'],
    within: modal,
  },
  {
    name: '回头看结果',
    open: async (page) => {
      await goTo(page, 'Alt+7', '回头看')
      await button(page, '登记结果').click()
    },
    fields: ['情况说明', '回头看日期'],
    within: modal,
  },
  {
    name: '抽查',
    open: async (page) => {
      await goTo(page, 'Alt+7', '回头看')
      await button(page, '抽查').click()
    },
    fields: ['随机种子', '抽查比例（%）'],
    within: modal,
  },
  {
    name: '数字自洽检查',
    open: async (page) => {
      await goTo(page, 'Alt+7', '统计')
      await button(page, '数字自洽检查').click()
    },
    fields: ['粘贴要核对的文字'],
    within: modal,
  },
  {
    name: '整改报告',
    open: (page) => goTo(page, 'Alt+7', '报告'),
    fields: ['发文字号'],
    within: inMain,
  },
  {
    name: '人员',
    open: async (page) => {
      await goTo(page, 'Alt+8', '人员分工')
      await button(page, /^登记人员/).click()
    },
    fields: ['姓名或岗位', '职务级别'],
    within: drawer,
  },
  {
    name: '企业',
    open: async (page) => {
      await goTo(page, 'Alt+8', '企业一页通')
      await button(page, /^登记企业/).click()
    },
    fields: ['企业名称', '统一社会信用代码'],
    within: drawer,
  },
  {
    name: '交接',
    open: (page) => goTo(page, 'Alt+8', '交接'),
    fields: ['备注'],
    within: inMain,
  },
  {
    name: '报送',
    open: async (page) => {
      await goTo(page, 'Alt+2', '时限与报送')
      await page.locator('main tbody tr[data-row-key]').first().click()
    },
    fields: ['备注', '承办人'],
    within: drawer,
  },
]

/** The field under a label, and under nothing that only begins with it. */
export function fieldOf(page: Page, form: Form, label: string): Locator {
  const name = new RegExp(`^${label.replaceAll(/[（）]/gu, '.')}\\*?$`, 'u')
  return form.within(page).getByLabel(name).and(page.locator('input, textarea')).first()
}
