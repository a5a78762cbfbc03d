import { describe, expect, test } from 'vitest'
import { aBureau, aService, day, importOf, type Service } from '../../builders'

async function aSample(asOf: string): Promise<Service> {
  const service = await aService({ asOf })
  await service.call('settings.initialise', {
    bureau: { name: '示例区审计局', aliases: [], category: 3, mode: 'bureau', year: 2022 },
    groups: [],
    withSample: true,
  })
  return service
}

describe('今天', () => {
  test('2022-06-22: the quarterly summary is due 6月24日, from 6月25日 on a Saturday (product H1, H3)', async () => {
    const service = await aBureau({ asOf: '2022-06-22' })
    await importOf(service, 'assignments/dongli-2022-audit-bureau.xlsx')
    const today = await service.call('home.today', { view: 'all', personId: null })
    expect(today.near).toContainEqual(
      expect.objectContaining({
        title: expect.stringContaining('报送季度工作总结'),
        dueOn: '2022-06-25',
        submitBy: '2022-06-24',
        isMoved: true,
        workdaysLeft: 2,
      }),
    )
    expect(today.overdue.every(({ submitBy }) => submitBy < '2022-06-22')).toBe(true)
    const drafts = [...today.overdue, ...today.near, ...today.thisWeek].flatMap(({ title, reportPeriod }) =>
      reportPeriod === null ? [] : [`${title} ${reportPeriod}`],
    )
    expect(drafts).toContainEqual(expect.stringMatching(/^报送季度工作总结.* 2022Q2$/))
    expect(drafts.every((line) => /总结|进展/.test(line))).toBe(true)
  })

  test('the sample gathers tasks, demands, whistles, milestones and tips, each where it belongs', async () => {
    const service = await aSample('2022-10-20')
    const today = await service.call('home.today', { view: 'all', personId: null })
    const titles = (items: typeof today.overdue): string[] => items.map(({ title, waitsFor }) => `${title}/${waitsFor}`)
    expect(titles(today.near)).toContainEqual(expect.stringContaining('转办诉求：示例包联企业12有限公司'))
    expect(titles(today.waiting)).toContainEqual(expect.stringMatching(/吹哨：检测实验室改造.*\/等供电公司答复/))
    expect(titles(today.waiting)).toContainEqual(
      expect.stringMatching(/传递给区收入专项组办公室.*\/等区收入专项组办公室答复/),
    )
    expect(titles(today.near)).toContainEqual(expect.stringContaining('冷链仓库（示例）：计划开工'))
    expect(titles(today.near)).toContainEqual(expect.stringContaining('新惠企政策'))
  })

  test('a member sees the own items, the leader the group’s (product H1)', async () => {
    const service = await aSample('2022-10-20')
    const people = await service.call('registry.people', { withLeft: false })
    const idOf = (name: string): string => people.find((person) => person.name === name)?.id ?? ''
    const own = await service.call('home.today', { view: 'own', personId: idOf('收入组组员甲') })
    const items = [...own.overdue, ...own.near, ...own.thisWeek, ...own.waiting]
    const streams = new Set(items.map(({ stream }) => stream))
    expect([...streams]).toEqual(['revenue'])
    const group = await service.call('home.today', { view: 'group', personId: idOf('项目营商组组长') })
    const seen = new Set([...group.near, ...group.waiting, ...group.overdue].map(({ stream }) => stream))
    expect(seen).toEqual(new Set(['projects', 'environment']))
  })

  test('without anything due it names what comes next', async () => {
    const service = await aBureau({ asOf: '2022-01-04' })
    await importOf(service, 'assignments/dongli-2022-audit-bureau.xlsx')
    const today = await service.call('home.today', { view: 'all', personId: null })
    expect([today.overdue, today.near, today.thisWeek]).toEqual([[], [], []])
    expect(today.next?.submitBy).toBe('2022-01-30')
  })
})

describe('the four streams', () => {
  test('each with done, target and gap in words, from the rooms’ own figures', async () => {
    const service = await aSample('2022-10-20')
    const { cards } = await service.call('home.overview', {})
    const card = (stream: string) => cards.find((each) => each.stream === stream)
    expect(card('revenue')).toMatchObject({
      progress: { actual: '3.2', target: '5', unit: '万元', rate: '64%' },
      gap: '还差1.8万元',
    })
    expect(card('projects')).toMatchObject({
      progress: { actual: '12080', target: '22480', unit: '万元', rate: '53.7%' },
    })
    expect(card('projects')?.gap).toContain('临近')
    expect(card('environment')?.progress?.unit).toBe('项次')
    expect(card('investment')?.progress?.target).toBe('4')
  })

  test('an empty ledger says what to do first', async () => {
    const service = await aBureau({ asOf: '2022-03-01' })
    const { cards, todo } = await service.call('home.overview', {})
    expect(cards.map(({ gap }) => gap)).toEqual([
      expect.any(String),
      '还没有项目，可从招商落地项目一键转入。',
      '区里还没有下达任务。',
      '还差5万元',
    ])
    expect(todo[0]?.code).toBe('importAssignments')
  })
})

describe('补录清单 (product B7)', () => {
  async function withThree(): Promise<Service> {
    const service = await aBureau({ asOf: '2022-06-20' })
    for (const [title, filedOn] of [
      ['甲', '2022-04-11'],
      ['乙', '2022-04-25'],
      ['丙', '2022-05-16'],
      ['丁', '2022-06-10'],
    ] as const) {
      await service.call('investment.save', {
        id: null,
        fields: { title, investorName: `${title}公司`, filedOn: day(filedOn), oaReference: `OA-${title}` },
        allowDuplicate: true,
        expectedUpdatedAt: null,
      })
    }
    await service.call('investment.setPlatformOpening', { on: day('2022-06-01') })
    return service
  }

  test('three records filed by OA in April and May are listed; each tick is kept; done, the filing day stays', async () => {
    const service = await withThree()
    const { leads, platformOpenOn } = await service.call('investment.backfill', {})
    expect(platformOpenOn).toBe('2022-06-01')
    expect(leads.map(({ title }) => title)).toEqual(['甲', '乙', '丙'])
    const [first] = leads
    if (!first) throw new Error('no lead')
    await service.call('investment.tickBackfill', { id: first.id, field: 'title', isDone: true })
    const ticked = (await service.call('investment.backfill', {})).leads[0]
    expect(ticked?.fields.filter(({ isDone }) => isDone).map(({ name }) => name)).toEqual(['title'])
    for (const { id } of leads)
      await service.call('investment.finishBackfill', { kind: 'lead', id, on: day('2022-06-20') })
    expect((await service.call('investment.backfill', {})).leads).toEqual([])
    const { lead } = await service.call('investment.get', { id: first.id })
    expect([lead.filedOn, lead.backfilledOn]).toEqual(['2022-04-11', '2022-06-20'])
  })

  test('a day before the filing or after today is refused in words', async () => {
    const service = await withThree()
    const id = (await service.call('investment.backfill', {})).leads[0]?.id ?? ''
    await expect(
      service.call('investment.finishBackfill', { kind: 'lead', id, on: day('2022-06-21') }),
    ).rejects.toMatchObject({ failure: { code: 'leadFactInFuture' } })
    await expect(
      service.call('investment.finishBackfill', { kind: 'lead', id, on: day('2022-04-01') }),
    ).rejects.toMatchObject({ failure: { code: 'leadFactOrder' } })
  })
})

describe('漏斗图', () => {
  test('线索→有效→落地 of the fixture with shares of the first', async () => {
    const service = await aBureau({ asOf: '2022-12-31' })
    await importOf(service, 'ledgers/leads-2022.xlsx')
    const { steps, byClass } = await service.call('investment.funnel', { year: 2022 })
    expect(steps.map(({ step, count, rate }) => [step, count, rate])).toEqual([
      ['filed', 5, '100%'],
      ['effective', 3, '60%'],
      ['landed', 1, '20%'],
    ])
    expect(byClass.reduce((sum, { filed }) => sum + filed, 0)).toBe(5)
  })
})
