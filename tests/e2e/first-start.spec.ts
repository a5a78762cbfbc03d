import { expect, test } from '@playwright/test'
import { launch, makeDataFolder, removeDataFolder, runCommand } from './launch'

const groupList =
  '招商组：组长招商组组长，组员招商组组员\n项目组：组长项目营商组组长，组员项目组组员\n营商组：组长项目营商组组长，组员营商组组员\n收入组：组长收入组组长，组员收入组组员甲、收入组组员乙'

// Source: product journey J1 第一次打开; issue 2 「First start in at most three screens」.
test('three screens, typed words kept over a restart, then a useful home page', async () => {
  const data = makeDataFolder()
  try {
    const first = await launch({ data, asOf: '2022-06-22' })
    await first.page.getByLabel('单位名称').fill('东丽区审计局')
    await first.page.getByRole('button', { name: '下一步' }).click()
    await first.page.getByLabel('粘贴名单').fill(groupList)
    await first.page.getByRole('button', { name: '填入上面的表' }).click()
    await expect(first.page.getByText('9个岗位、8人')).toBeVisible()
    await first.app.close()

    const { app, page } = await launch({ data, asOf: '2022-06-22' })
    await expect(page.getByText('9个岗位、8人')).toBeVisible()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByText('从空白台账开始').click()
    await page.getByRole('button', { name: '建立台账' }).click()
    await expect(page.getByRole('navigation')).toBeVisible()
    await expect(page.getByText('东丽区审计局')).toBeVisible()
    await expect(page.getByText('还没有区里下达的任务').first()).toBeVisible()
    await app.close()
    expect(JSON.parse(runCommand(data, '2022-06-22', 'check', '--json'))).toMatchObject({
      ok: true,
      counts: { person: 8, group_role: 9, assignment: 0 },
    })
  } finally {
    removeDataFolder(data)
  }
})

test('sample data is marked and gone with one click', async () => {
  const data = makeDataFolder()
  try {
    const { app, page } = await launch({ data, asOf: '2022-10-20' })
    await page.getByLabel('单位名称').fill('东丽区审计局')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByText('先看示例数据').click()
    await page.getByRole('button', { name: '建立台账' }).click()
    await expect(page.getByText('现在显示的是示例数据')).toBeVisible()
    await expect(page.getByText('4.5 / 4')).toBeVisible()
    await page.getByRole('button', { name: '一键清除示例' }).click()
    await expect(page.getByText('现在显示的是示例数据')).toBeHidden()
    await app.close()
    const { counts } = JSON.parse(runCommand(data, '2022-10-20', 'check', '--json')) as {
      counts: Record<string, number>
    }
    expect(Object.values(counts).every((count) => count === 0)).toBe(true)
  } finally {
    removeDataFolder(data)
  }
})
