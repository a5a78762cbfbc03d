import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { createLog } from '../../../electron/core/log'
import { readZip } from '../../../electron/exchange/read-zip'
import { guideRoles, guides } from '../../../renderer/text/guides'
import { helpText } from '../../../renderer/text/help'
import { settingsHelp } from '../../../renderer/text/help-settings'
import { settingsText } from '../../../renderer/text/settings'
import { screenRooms } from '../../../renderer/app/screen'
import { aBureau, aFolder, dumpOf, valueOf, type Service } from '../../builders'

/** Every text of two signs or more that the records of the sample hold, but for words of the program itself. */
function namesIn(service: Service): string[] {
  const dump = dumpOf(service.store().connection)
  const columns: Readonly<Record<string, readonly string[]>> = {
    person: ['name'],
    enterprise: ['name'],
    bureau: ['name'],
    lead: ['title', 'investor_name'],
    finding: ['title'],
    project: ['name'],
  }
  return Object.entries(columns).flatMap(([table, wanted]) =>
    (dump[table] ?? []).flatMap((row) =>
      wanted.flatMap((column) => {
        const text = row[column]
        return typeof text === 'string' && text.length > 1 ? [text] : []
      }),
    ),
  )
}

it('the diagnostic bundle says versions, counts and states, and holds no name and no record', async () => {
  const service = await aBureau()
  await service.call('settings.loadSample', {})
  const names = namesIn(service)
  expect(names.length).toBeGreaterThan(50)
  const log = createLog(service.folder, service.context.now)
  log('incident 1', new Error(`cannot save ${names[0]} in ${homedir()}/${names[1]}/ledger.db`))
  const target = aFolder()
  service.context.grants.set('folder', target)
  const { fileName } = await service.call('help.saveDiagnostics', { folder: 'folder' })
  const zip = valueOf(await readZip(fileName, readFileSync(path.join(target, fileName))))
  const texts = [...zip.parts].map(([name, part]) => [name, part.read()?.toString('utf8') ?? ''] as const)
  expect(texts.map(([name]) => name).toSorted()).toEqual([
    'logs/sizhua.log',
    'readme.txt',
    'store.json',
    'versions.json',
  ])
  const all = texts.map(([, text]) => text).join('\n')
  expect(names.filter((name) => all.includes(name))).toEqual([])
  expect(all).not.toContain(homedir())
  expect(all).toContain('incident 1')
  expect(all).toContain('"quickCheck": "ok"')
}, 30_000)

it('every screen has its page of help, and every settings tab is one of them', () => {
  for (const room of screenRooms) expect(helpText[room].paragraphs.length).toBeGreaterThan(0)
  for (const tab of Object.keys(settingsHelp)) expect(Object.keys(settingsText.tabs)).toContain(tab)
})

it('a guide is short enough for one page', () => {
  for (const role of guideRoles) {
    const { lead, parts } = guides[role]
    const lines = [lead, ...parts.flatMap(({ title, steps }) => [title, ...steps])]
    // 30 lines of some 36 characters at 13 pt on A4.
    const printed = lines.reduce((sum, line) => sum + Math.ceil(line.length / 34), 0)
    expect(printed).toBeLessThanOrEqual(30)
  }
})
