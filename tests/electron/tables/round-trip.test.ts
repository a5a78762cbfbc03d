import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import type { BriefRecord, TrainingRecord } from '../../../shared/briefs/record'
import { noFindingFilter } from '../../../shared/rectification/finding-rows'
import type { Bureau } from '../../../shared/settings/contract'
import {
  aBureau,
  aFolder,
  aService,
  auditBureau,
  bytesOf,
  day,
  dumpOf,
  importOf,
  openChoice,
  refusalOf,
  type Service,
} from '../../builders'

interface Written {
  readonly file: { readonly fileName: string }
  readonly exported: number
}

type Export = (service: Service, folder: string) => Promise<Written>

const sorted = { descending: false } as const

/** Every ledger that 台账导出 offers, and the kinds its sheets hold. */
const exports: Readonly<Record<string, { readonly kinds: readonly string[]; readonly write: Export }>> = {
  leads: {
    kinds: ['leads'],
    write: (service, folder) =>
      service.call('reports.exportLeads', {
        filter: { text: '', states: [], classes: [], year: null },
        sort: { by: 'filedOn', ...sorted },
        folder,
      }),
  },
  projects: {
    kinds: ['projects'],
    write: (service, folder) =>
      service.call('projects.export', {
        filter: { text: '', stages: [], bands: [], isAboveHundredMillion: false, pool: 'all', lights: [] },
        sort: { by: 'name', ...sorted },
        folder,
      }),
  },
  visits: {
    kinds: ['visits', 'enterprises'],
    write: (service, folder) =>
      service.call('environment.exportVisits', {
        filter: { text: '', from: null, to: null, enterpriseId: null, personId: null, modes: [] },
        sort: { by: 'visitedOn', ...sorted },
        folder,
      }),
  },
  entries: {
    kinds: ['revenue'],
    write: (service, folder) =>
      service.call('revenue.export', {
        filter: { text: '', statuses: [], sources: [], year: null, month: null },
        sort: { by: 'bookedOn', ...sorted },
        folder,
      }),
  },
  briefs: {
    kinds: ['briefs', 'trainings'],
    write: (service, folder) => service.call('briefs.export', { year: 2022, stream: null, folder }),
  },
  assignments: {
    kinds: ['assignments'],
    write: (service, folder) => service.call('assignments.export', { year: 2022, folder }),
  },
}

async function written(service: Service, write: Export) {
  const folder = aFolder()
  service.context.grants.set('folder', folder)
  const { file, exported } = await write(service, 'folder')
  return { fileName: file.fileName, bytes: bytesOf(path.join(folder, file.fileName)), exported }
}

function preview(service: Service, file: { readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> }) {
  return service.call('tables.open', { fileName: file.fileName, bytes: file.bytes, choice: openChoice })
}

async function exportedAndOpened(service: Service, name: string) {
  const { write } = exports[name] ?? { write: () => Promise.reject(new Error(name)) }
  const file = await written(service, write)
  return { ...file, tables: (await preview(service, file)).tables }
}

function inOrder(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

const unchanged = { added: 0, updated: 0, withdrawn: 0, rejected: 0 } as const

const brief: Omit<BriefRecord, 'id' | 'isSample'> = {
  stream: 'environment',
  kind: 'brief',
  title: '营商信息',
  month: '2022-03' as BriefRecord['month'], // a month
  submittedOn: null,
  channel: '',
  characterCount: null,
  isAccepted: true,
  backfilledOn: null,
  body: '',
  uses: [],
  handler: '',
}
const training: Omit<TrainingRecord, 'id' | 'isSample'> = {
  stream: 'investment',
  title: '招商政策培训',
  heldOn: day('2022-06-01'),
  status: 'held',
  isRequired: true,
  isAttended: true,
  attendeeCount: null,
  hours: '',
  place: '',
  handler: '',
  attendees: [],
}

/** The bureau's own 10 texts and 3 trainings, with texts and trainings of every sort beside them. */
async function withBriefs(asOf = '2022-12-31'): Promise<Service> {
  const service = await aBureau({ asOf })
  await importOf(service, 'ledgers/briefs-and-trainings-2022.xlsx')
  const briefs: readonly Partial<typeof brief>[] = [
    { title: '未采用的信息', isAccepted: false, submittedOn: day('2022-03-31'), channel: 'OA' },
    { stream: 'environment', kind: 'case', title: '典型案例一', characterCount: 812, submittedOn: day('2022-04-28') },
    { stream: 'environment', kind: 'summary', title: '一季度小结' },
    { stream: 'revenue', title: '同一个题目' },
    { stream: 'investment', title: '同一个题目' },
  ]
  for (const each of briefs) await service.call('briefs.save', { id: null, ...brief, ...each })
  const trainings: readonly Partial<typeof training>[] = [
    { title: '年底的计划', heldOn: day('2022-12-30'), status: 'planned', isAttended: false },
    { stream: 'environment', title: '惠企政策培训', isRequired: false, attendeeCount: 12 },
  ]
  for (const each of trainings) await service.call('briefs.saveTraining', { id: null, ...training, ...each })
  return service
}

describe('issue 3, acceptance 7: export → import gives 0 changes', () => {
  test.each(Object.keys(exports))(
    'of the sample: %s',
    async (name) => {
      const service = await aService()
      await service.call('settings.initialise', {
        bureau: { ...auditBureau, name: '示例区审计局', aliases: [] },
        groups: [],
        withSample: true,
      })
      const { tables, exported } = await exportedAndOpened(service, name)
      expect(tables.map(({ kind }) => kind)).toEqual(exports[name]?.kinds)
      expect(exported).toBeGreaterThan(0)
      for (const { counts } of tables) {
        expect(counts).toMatchObject(unchanged)
        expect(counts.unchanged).toBe(counts.read)
        expect(counts.read).toBeGreaterThan(0)
      }
      const counts: Readonly<Record<string, number>> = await service.call('reports.ledgers', {})
      expect(counts[name]).toBe(exported)
    },
    30_000,
  )
})

describe('工作信息 and 培训', () => {
  it('of every stream, kind and status import back with 0 changes', async () => {
    const service = await withBriefs()
    const { tables, exported } = await exportedAndOpened(service, 'briefs')
    expect(exported).toBe(tables.reduce((sum, { counts }) => sum + counts.read, 0))
    expect(tables.map(({ kind, counts }) => [kind, counts.added, counts.updated, counts.rejected])).toEqual([
      ['briefs', 0, 0, 0],
      ['trainings', 0, 0, 0],
    ])
  })

  it('in an empty ledger they are the same again: stream, kind, not accepted, planned', async () => {
    const service = await withBriefs()
    const file = await written(service, exports['briefs']?.write ?? (() => Promise.reject(new Error())))
    const other = await aBureau()
    const { session } = await preview(other, file)
    await other.call('tables.confirm', { session, tables: [0, 1], rows: 'all', withdraw: false })
    const all = { year: 2022, stream: null }
    const shown = async (from: Service) => ({
      briefs: (await from.call('briefs.list', all))
        .map(({ stream, kind, title, month, submittedOn, channel, characterCount, isAccepted }) =>
          [stream, kind, title, month, submittedOn, channel, characterCount, isAccepted].join(' '),
        )
        .toSorted(inOrder),
      trainings: (await from.call('briefs.listTrainings', all))
        .map(({ stream, status, title, heldOn, attendeeCount, isRequired, isAttended }) =>
          [stream, status, title, heldOn, attendeeCount, isRequired, isAttended].join(' '),
        )
        .toSorted(inOrder),
    })
    expect(await shown(other)).toEqual(await shown(service))
    expect((await shown(other)).trainings).toContain('investment planned 年底的计划 2022-12-30  true false')
  })

  it('of one stream gives that stream only; an empty one is refused and nothing is written', async () => {
    const service = await withBriefs()
    const folder = aFolder()
    service.context.grants.set('folder', folder)
    const result = await service.call('briefs.export', { year: 2022, stream: 'revenue', folder: 'folder' })
    const { briefs, trainings } = {
      briefs: await service.call('briefs.list', { year: 2022, stream: null }),
      trainings: await service.call('briefs.listTrainings', { year: 2022, stream: null }),
    }
    expect([result.exported, result.all]).toEqual([1, briefs.length + trainings.length])
    const failure = await refusalOf(service.call('briefs.export', { year: 2022, stream: 'projects', folder: 'folder' }))
    expect(failure.code).toBe('ledgerEmpty')
  })
})

describe('整改台账', () => {
  test.each([
    ['audit', ['audit-2017-2021'], 658],
    ['inspection', ['inspection-2021', 'county-inspection-2021'], 160],
  ] as const)(
    '%s: %j exported, imported back, confirmed: the store is the same',
    async (form, files, count) => {
      const service = await aBureau()
      for (const file of files) await importOf(service, `rectification/${file}.xlsx`)
      const before = dumpOf(service.store().connection)
      const out = await written(service, (from, folder) =>
        from.call('rectification.export', {
          form,
          filter: noFindingFilter,
          sort: { by: 'position', descending: false },
          folder,
        }),
      )
      const opened = await preview(service, out)
      expect(opened.tables.map(({ kind, counts, warningCount }) => [kind, counts.unchanged, warningCount])).toEqual([
        ['findings', count, 0],
      ])
      expect(opened.tables[0]?.counts).toMatchObject({ read: out.exported, ...unchanged })
      await service.call('tables.confirm', { session: opened.session, tables: [0], rows: 'all', withdraw: true })
      expect(dumpOf(service.store().connection)).toEqual(before)
    },
    30_000,
  )
})

describe('任务分解表 as received', () => {
  test.each([
    ['assignments/dongli-2022-audit-bureau.xlsx', 2022, {}],
    ['assignments/haizhou-2019-annex1.xlsx', 2019, { name: '韩家店镇', aliases: [] }],
    ['assignments/haizhou-2019-annex2.xls', 2019, { mode: 'district' }],
    ['assignments/haizhou-2019-annex5.xlsx', 2019, { mode: 'district' }],
  ] satisfies readonly (readonly [string, number, Partial<Bureau>])[])(
    '%s: exported, imported back, 0 changes',
    async (file, year, bureau) => {
      const service = await aBureau({ bureau: { year, ...bureau } })
      await importOf(service, file)
      const before = dumpOf(service.store().connection)
      const out = await written(service, (from, folder) => from.call('assignments.export', { year, folder }))
      const opened = await preview(service, out)
      expect(opened.tables).toHaveLength(1)
      expect(opened.tables[0]?.counts).toMatchObject({ read: out.exported, unchanged: out.exported, ...unchanged })
      await service.call('tables.confirm', { session: opened.session, tables: [0], rows: 'all', withdraw: true })
      expect(dumpOf(service.store().connection)).toEqual(before)
    },
  )

  it('what a re-issued table withdrew stays away, and stays withdrawn', async () => {
    const service = await aBureau()
    await importOf(service, 'assignments/dongli-2022-audit-bureau.xlsx')
    await importOf(service, 'assignments/dongli-2022-audit-bureau-rev2.xlsx')
    const rows = await service.call('assignments.list', { year: 2022, stream: null })
    const standing = rows.filter(({ status }) => status !== 'withdrawn')
    expect(standing.length).toBeLessThan(rows.length)
    const { tables, exported } = await exportedAndOpened(service, 'assignments')
    expect(exported).toBe(standing.length)
    expect(tables[0]?.counts).toMatchObject({ read: exported, unchanged: exported, ...unchanged })
  })
})
