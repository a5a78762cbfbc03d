import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { monthOf } from '../../../shared/core/dates'
import { aBureau, aService, bytesOf, day, dumpOf, filesBelow, fixture, refusalOf, type Service } from '../../builders'

async function aLead(service: Service, title: string, filedOn: string | null): Promise<string> {
  const fields = { title, intention: '建设检测平台', ...(filedOn && { filedOn: day(filedOn) }) }
  const saved = await service.call('investment.save', {
    id: null,
    fields,
    allowDuplicate: true,
    expectedUpdatedAt: null,
  })
  return saved.id
}

const rename = (service: Service, id: string, title: string) =>
  service.call('investment.save', { id, fields: { title }, allowDuplicate: true, expectedUpdatedAt: null })

const total = async (service: Service, asOf: string | null = null) =>
  (await service.call('scoring.evaluate', { year: 2022, stream: 'investment', asOf: asOf === null ? null : day(asOf) }))
    .result?.total

describe('年度结账', () => {
  it('a closed year is read-only, its score stands, the next year goes on', async () => {
    const service = await aBureau({ asOf: '2022-12-31' })
    const filed = await aLead(service, '检测平台', '2022-05-10')
    const open = await aLead(service, '数据中心', null)
    await service.call('briefs.save', aBrief('2022-11'))
    const kept = await total(service)
    await service.call('settings.closeYear', { year: 2022 })

    const before = dumpOf(service.store().connection)
    expect(await refusalOf(rename(service, filed, '改名'))).toMatchObject({
      code: 'yearClosed',
      params: { year: 2022 },
    })
    expect((await refusalOf(service.call('briefs.save', aBrief('2022-12')))).code).toBe('yearClosed')
    expect((await refusalOf(service.call('investment.remove', { ids: [filed] }))).code).toBe('yearClosed')
    expect(dumpOf(service.store().connection)).toEqual(before)
    await rename(service, open, '数据中心二期')
    await service.call('briefs.save', aBrief('2021-12'))

    expect(await total(service)).toBe(kept)
    expect(await service.call('settings.years', {})).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ year: 2022, isClosed: true, isAsKept: true, closedBy: '承办人' }),
      ]),
    )
    expect((await refusalOf(service.call('settings.closeYear', { year: 2022 }))).code).toBe('yearClosed')
    expect(filesBelow(path.join(service.folder, 'backups')).some((name) => /^\d{6}-year\.db$/.test(name))).toBe(true)
  })

  it('what was kept stands even where computing again would give another score', async () => {
    const service = await aBureau({ asOf: '2022-12-31' })
    await service.call('briefs.save', aBrief('2022-11'))
    const kept = await total(service)
    await service.call('settings.closeYear', { year: 2022 })
    // Only reopening changes a record of the year; another program in the file does not ask.
    const { connection } = service.store()
    connection.exec('DROP TRIGGER temp.journal_brief_delete; DELETE FROM brief')
    expect(await total(service)).toBe(kept)
    expect(await total(service, '2022-12-30')).not.toBe(kept)
    const [row] = await service.call('settings.years', {})
    expect(row).toMatchObject({ year: 2022, isAsKept: false })
  })

  it('reopening needs a reason, which stands in the journal, and lets the year be mended', async () => {
    const service = await aBureau({ asOf: '2022-12-31' })
    const filed = await aLead(service, '检测平台', '2022-05-10')
    await service.call('settings.closeYear', { year: 2022 })
    expect((await refusalOf(service.call('settings.reopenYear', { year: 2022, reason: ' ' }))).code).toBe(
      'invalidInput',
    )
    await service.call('settings.reopenYear', { year: 2022, reason: '漏登一篇信息' })
    await rename(service, filed, '改名')
    const [, reopened] = await service.call('core.journal', { limit: 2, before: null, recordId: null })
    expect(reopened).toMatchObject({ intent: 'settings.reopenYear', params: { title: '2022', value: '漏登一篇信息' } })
    expect((await refusalOf(service.call('settings.reopenYear', { year: 2022, reason: 'x' }))).code).toBe('notFound')
  })

  it('an import into a closed year is refused as a whole', async () => {
    const service = await aBureau({ asOf: '2022-12-31' })
    await service.call('settings.closeYear', { year: 2022 })
    const preview = await service.call('tables.open', {
      fileName: 'a.xlsx',
      bytes: bytesOf(fixture('assignments/dongli-2022-audit-bureau.xlsx')),
      choice: { kind: null, sheet: null, headerRows: null, mapping: null },
    })
    const before = dumpOf(service.store().connection)
    expect(
      (
        await refusalOf(
          service.call('tables.confirm', { session: preview.session, tables: [0], rows: 'all', withdraw: false }),
        )
      ).code,
    ).toBe('yearClosed')
    expect(dumpOf(service.store().connection)).toEqual(before)
  })
})

describe('结转', () => {
  it('open findings, running projects and open leads carry over with their counts; what the year lacks is said', async () => {
    const service = await aBureau({ asOf: '2023-01-05' })
    await aLead(service, '数据中心', null)
    const preview = await service.call('settings.previewOpening', { year: 2023 })
    expect(preview.carried).toEqual([{ kind: 'leads', count: 1, parts: [] }])
    expect(preview).toMatchObject({ lacksScheme: true, lacksAssignments: true, isEarlierOpen: true })
    await service.call('settings.openYear', { year: 2023 })
    expect((await service.call('settings.get', {})).bureau?.year).toBe(2023)
    expect(await service.call('settings.previewOpening', { year: 2023 })).toMatchObject({ carried: preview.carried })
  })

  it('closing says what of the year is still undone and which files went out', async () => {
    const service = await aService({ asOf: '2022-12-31' })
    await service.call('settings.initialise', {
      bureau: { name: '东丽区审计局', aliases: [], category: 3, mode: 'bureau', year: 2022 },
      groups: [],
      withSample: true,
    })
    const preview = await service.call('settings.previewClosing', { year: 2022 })
    expect(preview.open.some(({ kind, count }) => kind === 'tasks' && count > 0)).toBe(true)
    expect(preview).toMatchObject({ isEarly: true, isClosed: false, files: [] })
    const carried = (await service.call('settings.previewOpening', { year: 2023 })).carried
    const findings = carried.find(({ kind }) => kind === 'findings')
    expect(findings?.count).toBe(findings?.parts.reduce((sum, part) => sum + part.count, 0))
    expect(findings?.count).toBeGreaterThan(0)
  })
})

function aBrief(month: string) {
  return {
    id: null,
    stream: 'investment' as const,
    kind: 'brief' as const,
    title: `${month}工作信息`,
    month: monthOf(day(`${month}-20`)),
    submittedOn: day(`${month}-20`),
    channel: 'OA',
    characterCount: 800,
    isAccepted: true,
    backfilledOn: null,
    body: '',
    uses: [],
    handler: '',
  }
}
