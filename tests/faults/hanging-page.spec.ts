import { expect, test } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { drawn, expectDraft, typeDraft } from '../e2e/drafts'
import { makeDataFolder, removeDataFolder } from '../e2e/launch'
import { boxesOf, endOn, logOf, makeHook, startRaw } from '../e2e/raw-start'

const words = ['--as-of', '2022-10-20', '--sample']

// Source: reliability 3 row 55. Chromium itself notices it, which takes its time.
test('row 55: a page that hangs is asked about; loading it anew keeps what was typed', async () => {
  test.setTimeout(180_000)
  const data = makeDataFolder()
  const started = await startRaw(data, words, makeHook(data, 1))
  const page = await drawn(await started.page())
  await typeDraft(page, '卡住以前输入的')
  await page.waitForTimeout(1000)
  await page.evaluate(() => {
    setTimeout(() => {
      for (;;) {
        // Never gives the thread back.
      }
    }, 1000)
  })
  // Chromium does not watch a page that an inspector looks at, and notices by a key that is not taken.
  await page.context().browser()?.close()
  await new Promise((resolve) => setTimeout(resolve, 2000))
  writeFileSync(path.join(data, 'press-a-key'), '')
  await expect.poll(() => boxesOf(data).map(({ message }) => message), { timeout: 90_000 }).toEqual(['窗口没有响应'])
  expect(boxesOf(data)[0]).toMatchObject({ buttons: ['等待', '重新载入'] })
  await expect.poll(() => logOf(data).includes('page gone')).toBe(true)
  await expectDraft(await drawn(await started.page()), '卡住以前输入的')
  await endOn(data)
  removeDataFolder(data)
})
