import { expect, test } from '@playwright/test'
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { launch, makeDataFolder, removeDataFolder } from './launch'
import { askByPort, type Question } from './page-port'

const asOf = '2022-10-20'
const secrets = {
  pin: '482913',
  wrongPin: '771155',
  passphrase: 'Kupfer-Birke-1907',
  wrongPassphrase: 'Zinn-Ahorn-2044',
  idNumber: '120110198503072317',
  telephone: '13820004567',
  person: '王小明',
}

// Source: reliability 3 row 60.
test('row 60: after a day of work the logs hold no PIN, no passphrase, no ID number and nobody’s telephone', async () => {
  const data = makeDataFolder()
  const folder = path.join(data, '报送')
  mkdirSync(folder)
  const { app, page } = await launch({ data, asOf, args: ['--sample'] })
  await page.getByRole('navigation').waitFor()
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, folder)
  const [granted] = await askByPort(page, [{ name: 'shell.chooseFolder', input: {} }])
  const { folder: token } = (granted?.value ?? {}) as { readonly folder?: string }
  const lead = { title: '检测平台', sourcePerson: secrets.person, contact: secrets.telephone, remark: secrets.idNumber }
  const account = { name: secrets.person, isAdmin: true, roles: {}, pin: secrets.pin }
  const questions: readonly Question[] = [
    { name: 'investment.save', input: { id: null, fields: lead, allowDuplicate: true, expectedUpdatedAt: null } },
    {
      name: 'exchange.sendColleague',
      input: { folder: token, to: null, withFiles: false, passphrase: secrets.passphrase },
    },
    { name: 'exchange.open', input: { fileName: 'a.zip', bytes: [1], passphrase: secrets.wrongPassphrase } },
    { name: 'access.saveAccount', input: account },
    { name: 'access.signOut', input: {} },
    { name: 'access.signIn', input: { name: secrets.person, pin: secrets.wrongPin } },
    { name: 'access.signIn', input: { name: secrets.person, pin: secrets.pin } },
    { name: 'access.turnOff', input: { pin: secrets.wrongPin } },
  ]
  const codes = (await askByPort(page, questions)).map((answer) => answer?.error?.code ?? 'done')
  expect(codes.slice(0, 2)).toEqual(['done', 'done'])
  expect(codes[3]).toBe('done')
  expect(codes[5]).not.toBe('done')
  expect(codes[6]).toBe('done')
  await app.close()
  const logs = readdirSync(path.join(data, 'logs')).map((name) => readFileSync(path.join(data, 'logs', name), 'utf8'))
  expect(logs.join('')).toContain('shown after')
  for (const [kind, secret] of Object.entries(secrets))
    expect([kind, logs.join('').includes(secret)]).toEqual([kind, false])
  removeDataFolder(data)
})
