import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ProjectFilter } from '../../../shared/projects/contract'
import { aBureau, aFolder, bytesOf, day, dumpOf, importOf, openChoice, previewOf, type Service } from '../../builders'
import { amount } from '../../shared/projects/builders'

const file = 'ledgers/projects-2022.xlsx'
const everything: ProjectFilter = {
  text: '',
  stages: [],
  bands: [],
  isAboveHundredMillion: false,
  pool: 'all',
  lights: [],
}
const sort = { by: 'totalInvestment', descending: false } as const

async function list(service: Service, filter: Partial<ProjectFilter> = {}) {
  return service.call('projects.list', { filter: { ...everything, ...filter }, sort, offset: 0, limit: 50 })
}

async function rowsOf(service: Service, session: string) {
  return (await service.call('tables.rows', { session, table: 0, outcomes: [], offset: 0, limit: 500 })).rows
}

/** Unit: 分 of 1 万元. */
const wan = 1_000_000

describe('projects-2022.xlsx', () => {
  it('gives 5 projects with their exact values; the total row is skipped', async () => {
    const service = await aBureau()
    const { preview } = await importOf(service, file)
    expect(preview.tables[0]).toMatchObject({
      kind: 'projects',
      counts: { read: 5, added: 5, rejected: 0, skipped: 1 },
    })
    const { rows, total, all } = await list(service)
    expect([total, all]).toEqual([5, 5])
    expect(
      rows.map(({ project, band, isAboveHundredMillion }) => [
        project.name,
        project.totalInvestment,
        project.annualPlan,
        project.investedYtd,
        project.stage,
        project.startedOn,
        band,
        isAboveHundredMillion,
      ]),
    ).toEqual([
      ['社区食堂', 480 * wan, 480 * wan, 480 * wan, 'completed', '2022-02-15', 'below500', false],
      ['冷链仓库', 4980 * wan, 2000 * wan, null, 'signed', null, 'from500', false],
      ['检测实验室改造', 5000 * wan, 5000 * wan, 1200 * wan, 'started', '2022-05-06', 'from5000', false],
      ['航材研发楼', 12_000 * wan, 4000 * wan, 3600 * wan, 'underConstruction', '2022-03-28', 'from5000', true],
      ['产业园二期', 52_000 * wan, 11_000 * wan, 6800 * wan, 'underConstruction', '2021-03-01', 'from5000', true],
    ])
    expect(rows[2]?.project).toMatchObject({
      owner: '乙公司',
      site: '乙园区',
      enterPoolOn: '2022-02-11',
      plannedFinish: '2022-12-20',
      leaderSponsor: '分管领导一',
      steward: '专员二',
      permitText: '环评办理中',
      problemText: '供电增容未批',
      coordinationText: '供电公司',
      remark: '正好5000万元',
    })
    expect(rows.map(({ planRate }) => planRate)).toEqual(['100%', '0%', '24%', '90%', '61.8%'])
  })

  it('warns of a stage ahead of its days and refuses nothing', async () => {
    const service = await aBureau()
    const preview = await previewOf(service, file)
    const texts = (await rowsOf(service, preview.session)).flatMap(({ issues }) => issues.map(({ text }) => text))
    expect(texts).toEqual(['第6行“项目阶段”填的是“竣工”，但没有填竣工时间。仍可导入，请补上日期，或核对阶段。'])
  })

  it('bands: 1, 1, 3, of them 2 above 1亿元; money of the bands', async () => {
    const service = await aBureau()
    await importOf(service, file)
    const bands = await service.call('projects.bands', { year: 2022 })
    expect(bands.bands.map(({ band, count, totalInvestment }) => [band, count, totalInvestment])).toEqual([
      ['below500', 1, 480 * wan],
      ['from500', 1, 4980 * wan],
      ['from5000', 3, 69_000 * wan],
    ])
    expect(bands).toMatchObject({
      aboveHundredMillion: 2,
      unknown: 0,
      annualPlan: 22_480 * wan,
      investedYtd: 12_080 * wan,
      planRate: '53.7%',
      planFraction: '12080/22480',
    })
  })

  it('imported again nothing changes; a changed cell updates one field and undo takes it back', async () => {
    const service = await aBureau()
    await importOf(service, file)
    const first = dumpOf(service.store().connection)
    const again = await previewOf(service, file)
    expect(again.tables[0]?.counts).toMatchObject({ added: 0, updated: 0, unchanged: 5 })
    const [row] = (await list(service, { text: '冷链' })).rows
    const investedYtd = row?.project.totalInvestment ?? null
    await service.call('projects.save', { id: row?.project.id ?? '', fields: { investedYtd }, expectedUpdatedAt: null })
    await service.call('core.undoLast', {})
    expect(dumpOf(service.store().connection)).toEqual(first)
  })
})

describe('other ledgers', () => {
  const preview = (service: Service, text: string) =>
    service.call('tables.open', { fileName: '台账.csv', bytes: new TextEncoder().encode(text), choice: openChoice })

  it('a header in 亿元 or 元 is brought to 万元', async () => {
    const service = await aBureau()
    const text =
      '项目名称,业主,总投资（亿元）,年度计划（元）,项目进展阶段,开工日期\n甲楼,甲公司,1.25,30000000,续建,2022-03-01\n'
    const opened = await preview(service, text)
    await service.call('tables.confirm', { session: opened.session, tables: [0], rows: 'all', withdraw: false })
    expect((await list(service)).rows[0]?.project).toMatchObject({
      totalInvestment: 12_500 * wan,
      annualPlan: 3000 * wan,
      stage: 'underConstruction',
    })
  })

  it('negative and huge amounts are rejected by cell, 暂缓 is an exit, a stage that is no word is named', async () => {
    const service = await aBureau()
    const lines = [
      '项目名称,建设单位,总投资（万元）,项目阶段,开工时间',
      '甲楼,甲公司,-5,在建,2022-03-01',
      '乙楼,乙公司,99999999999,在建,2022-03-01',
      '丙楼,丙公司,500,暂缓,',
      '丁楼,丁公司,500,太空阶段,',
    ]
    const opened = await preview(service, lines.join('\n'))
    const rows = await rowsOf(service, opened.session)
    const issues = rows.flatMap((each) =>
      each.issues.filter(({ severity }) => severity === 'error').map(({ field }) => [each.row, field]),
    )
    expect(issues).toEqual([
      [2, 'totalInvestment'],
      [3, 'totalInvestment'],
      [5, 'stage'],
    ])
    await service.call('tables.confirm', { session: opened.session, tables: [0], rows: 'valid', withdraw: false })
    expect((await list(service)).rows.map(({ project }) => [project.name, project.exit, project.exitedOn])).toEqual([
      ['丙楼', 'suspended', '2022-12-31'],
    ])
  })
})

describe('issue 3 acceptance 7: export → import gives 0 changes', () => {
  it('the ledger comes back unchanged, also paused, archived, exact and hostile', async () => {
    const service = await aBureau()
    await importOf(service, file)
    const { id } = await service.call('projects.save', {
      id: null,
      fields: {
        name: '=1+1',
        owner: '@甲',
        totalInvestment: amount('0.000001'),
        remark: '一\n二',
        enterPoolOn: day('2022-01-01'),
      },
      expectedUpdatedAt: null,
    })
    await service.call('projects.exit', { id, exit: 'suspended', on: day('2022-03-01'), reason: '资金' })
    const [canteen] = (await list(service, { text: '食堂' })).rows
    await service.call('projects.leavePool', { id: canteen?.project.id ?? '', on: day('2022-09-30'), reason: '竣工' })
    const out = aFolder()
    const folder = 'token'
    service.context.grants.set(folder, out)
    const exported = await service.call('projects.export', { filter: everything, sort, folder })
    expect([exported.exported, exported.all, exported.file.fileName]).toEqual([
      6,
      6,
      '东丽区审计局_项目台账_2022_20221231.xlsx',
    ])
    const bytes = bytesOf(path.join(out, exported.file.fileName))
    const back = await service.call('tables.open', { fileName: 'back.xlsx', bytes, choice: openChoice })
    expect(back.tables.map(({ kind, counts }) => [kind, counts])).toMatchObject([
      ['projects', { read: 6, added: 0, updated: 0, unchanged: 6, rejected: 0 }],
    ])
    const part = await service.call('projects.export', { filter: { ...everything, bands: ['from500'] }, sort, folder })
    expect([part.exported, part.all]).toEqual([1, 6])
  })
})
