import { describe, expect, it } from 'vitest'
import { acceptRules, previewRules } from '../../../electron/scoring/accept-rules'
import { scoreOf } from '../../../electron/scoring/score'
import { ruleReferences, referencedRules, rulesAt } from '../../../electron/scoring/stored-rules'
import { writeIntent } from '../../../electron/context'
import type { RulesPayload } from '../../../shared/exchange/payloads'
import type { Scheme } from '../../../shared/scoring/scheme'
import { shippedSchemes } from '../../../shared/scoring/schemes'
import { aBureau, codeOf, day, dumpOf, importOf, refusalOf, valueOf, type Service } from '../../builders'
import { planNamed } from '../../shared/district/contenders'

const [found] = shippedSchemes()
if (!found) throw new Error('shipped')
const shipped: Scheme = found

/** The shipped scheme as a later version, with 市内优质 worth 0.6 and from a day on. */
function version(text: string, changes: Partial<Scheme> = {}): Scheme {
  const components = shipped.components.map((component) =>
    component.rule === 'unitCount'
      ? { ...component, units: { ...component.units, inCity: { label: '市内优质', filed: '0.6', landed: '1' } } }
      : component,
  )
  return { ...shipped, version: text, components, ...changes }
}

function save(service: Service, rule: unknown, status: 'draft' | 'issued' = 'issued', reason = '区里更正') {
  return service.call('scoring.saveRule', { rule, kind: 'scheme', status, reason })
}

function accept(service: Service, payload: RulesPayload) {
  return writeIntent(service.context, 'exchange.accept', {}, (db) =>
    acceptRules(service.context, db, payload, 'received-1'),
  )
}

async function withLedgers(asOf = '2022-12-31'): Promise<Service> {
  const service = await aBureau({ asOf })
  await importOf(service, 'ledgers/leads-2022.xlsx')
  await importOf(service, 'ledgers/briefs-and-trainings-2022.xlsx')
  return service
}

function indicatorOn(service: Service, asOf: string, year = 2022) {
  const { result } = valueOf(scoreOf(service.store(), year, day(asOf)))
  return [result.schemeVersion, result.components.find(({ id }) => id === 'indicator')?.points]
}

describe('versions and effective dates (product P1)', () => {
  it('0.5 → 0.6 for 2023: 2022 keeps its points, and 2023 has the new ones', async () => {
    const service = await withLedgers()
    await save(service, version('1.0.0', { id: 'dongli-2023-cat3', year: 2023, effectiveFrom: day('2023-01-01') }))
    expect(indicatorOn(service, '2022-06-30')).toEqual(['1.0.0', '22.50'])
    expect(indicatorOn(service, '2022-08-31')).toEqual(['1.0.0', '26.25'])
    const next = valueOf(scoreOf(service.store(), 2023, day('2023-06-30')))
    expect(next.scheme.id).toBe('dongli-2023-cat3')
  }, 30_000)

  it('a version from 1 July leaves every day before it alone', async () => {
    const service = await withLedgers()
    await save(service, version('1.1.0', { effectiveFrom: day('2022-07-01') }))
    expect(indicatorOn(service, '2022-06-30')).toEqual(['1.0.0', '22.50'])
    // 2 + 1 + 0.6 units instead of 3.5.
    expect(indicatorOn(service, '2022-08-31')).toEqual(['1.1.0', '27.00'])
    const rows = await service.call('scoring.rules', { year: 2022 })
    expect(rows.map(({ version: text, isInForce, source }) => [text, isInForce, source])).toEqual([
      ['1.0.0', false, 'shipped'],
      ['1.1.0', true, 'own'],
    ])
  }, 30_000)

  it('1.10.0 is newer than 1.9.0; of two from the same day the newer one holds', async () => {
    const service = await aBureau()
    await save(service, version('1.9.0'))
    await save(service, version('1.10.0'))
    expect(indicatorOn(service, '2022-12-31')[0]).toBe('1.10.0')
    expect((await refusalOf(save(service, version('1.2.0')))).code).toBe('ruleVersionOlder')
    expect((await refusalOf(save(service, version('1.10.0', { name: '另一份' })))).code).toBe('ruleVersionTaken')
    expect((await refusalOf(save(service, version('1.0.0')))).code).toBe('ruleVersionTaken')
    expect((await refusalOf(save(service, version('1.11.0'), 'issued', ' '))).code).toBe('ruleNeedsReason')
  })

  it('what a locked period kept holds whatever is issued or retired since', async () => {
    const service = await aBureau()
    const { id } = await save(service, version('1.1.0'))
    const { read } = service.store()
    const kept = ruleReferences(rulesAt(read, 2022, day('2022-06-30')))
    expect(kept).toEqual({ '3': 'dongli-2022-cat3@1.1.0' })
    await save(service, version('1.2.0'))
    await service.call('scoring.retireRule', { id, reason: '已更正' })
    expect(rulesAt(read, 2022, day('2022-06-30')).schemes.get(3)?.version).toBe('1.2.0')
    expect(referencedRules(read, kept).schemes.get(3)?.version).toBe('1.1.0')
    expect(referencedRules(read, {}).schemes.size).toBe(0)
  })
})

describe('drafts', () => {
  it('never count; may be written anew; issuing one puts it into force', async () => {
    const service = await aBureau()
    const { id } = await save(service, version('1.1.0'), 'draft')
    const again = await save(service, version('1.1.0', { name: '改过的草稿' }), 'draft')
    expect(again.id).toBe(id)
    expect(indicatorOn(service, '2022-12-31')[0]).toBe('1.0.0')
    const draft = await service.call('scoring.rule', { documentId: shipped.id, version: '1.1.0' })
    expect([draft.row.status, draft.row.isInForce, draft.rule.document.name]).toEqual(['draft', false, '改过的草稿'])
    await save(service, draft.rule.document)
    expect(indicatorOn(service, '2022-12-31')[0]).toBe('1.1.0')
    expect(dumpOf(service.store().connection)['rule_document']).toHaveLength(1)
  })

  it.each([
    ['a number that is no decimal text', { total: 100 }, 'total'],
    [
      'a wrong value inside a rule, named by the rule',
      { components: shipped.components.map((each) => (each.id === 'brief' ? { ...each, min: 0 } : each)) },
      'components › 月度信息 › min',
    ],
    [
      'a key that every object has',
      { vetoes: [{ id: 'constructor', clause: 'x', effect: 'noHonour' }] },
      'vetoes › 0 › id',
    ],
  ])('%s is refused with its place', async (_name, change, at) => {
    const service = await aBureau()
    const refused = await refusalOf(save(service, { ...version('1.1.0'), ...change }))
    expect([refused.code, refused.params['at']]).toEqual(['schemeInvalid', at])
    expect(refused.params['problem']).toMatch(/^[\u4e00-\u9fff]/u)
    expect(dumpOf(service.store().connection)['rule_document']).toEqual([])
  })
})

describe('a rule pack (product P4)', () => {
  const pack = (...schemes: Scheme[]): RulesPayload => ({ schemes, awards: [] })

  it('adds what is new; again it changes nothing; an older one never replaces a newer one', async () => {
    const service = await aBureau()
    const first = valueOf(accept(service, { schemes: [version('1.2.0'), shipped], awards: [planNamed('awards-2022')] }))
    expect(first.counts).toEqual({ added: 2, issued: 0, unchanged: 1, stale: 0 })
    expect(first.changes).toContainEqual({ title: shipped.name, field: '新增', from: '1.0.0', to: '1.2.0' })
    const before = dumpOf(service.store().connection)
    expect(
      valueOf(accept(service, { schemes: [version('1.2.0'), shipped], awards: [planNamed('awards-2022')] })).counts
        .unchanged,
    ).toBe(3)
    expect(valueOf(accept(service, pack(version('1.1.0')))).counts).toMatchObject({ added: 0, stale: 1 })
    expect(dumpOf(service.store().connection)).toEqual(before)
    expect(indicatorOn(service, '2022-12-31')[0]).toBe('1.2.0')
  })

  it('another text under a known version is refused whole, also of the shipped scheme and twice in one pack', async () => {
    const service = await aBureau()
    const before = dumpOf(service.store().connection)
    const taken = [
      pack(version('1.5.0'), version('1.0.0')),
      pack(version('1.5.0'), version('1.5.0', { name: '另一份' })),
    ]
    for (const payload of taken) {
      expect(codeOf(previewRules(service.store().read, payload))).toBe('ruleVersionTaken')
      expect(codeOf(accept(service, payload))).toBe('ruleVersionTaken')
    }
    expect(dumpOf(service.store().connection)).toEqual(before)
  })

  it('issues a local draft that the district gives out word for word, and refuses one that differs', async () => {
    const service = await aBureau()
    await save(service, version('1.1.0'), 'draft')
    expect(codeOf(accept(service, pack(version('1.1.0', { name: '区里的' }))))).toBe('ruleVersionTaken')
    expect(valueOf(accept(service, pack(version('1.1.0')))).counts.issued).toBe(1)
    const { row } = await service.call('scoring.rule', { documentId: shipped.id, version: '1.1.0' })
    expect([row.status, row.source, row.isInForce]).toEqual(['issued', 'package', true])
  })
})

describe('试算 of a bureau (product P2)', () => {
  const trial = (service: Service, rule: unknown) => service.call('scoring.trial', { rule, kind: 'scheme' })

  it('lists exactly the days whose results would change, old → new, and writes nothing', async () => {
    const service = await withLedgers('2022-08-31')
    const before = dumpOf(service.store().connection)
    const { changes, problem, compared } = await trial(service, version('1.1.0', { effectiveFrom: day('2022-07-01') }))
    expect(problem).toBe('')
    expect(compared).toBe(3 * 6)
    expect(changes).toEqual([
      {
        subject: '本单位（截至2022-08-31）',
        what: '总分',
        from: expect.any(String) as string,
        to: expect.any(String) as string,
      },
      { subject: '本单位（截至2022-08-31）', what: '指标考核', from: '26.25', to: '27.00' },
    ])
    expect(dumpOf(service.store().connection)).toEqual(before)
  }, 30_000)

  it('a rule that changes nothing, one of another category and one that cannot be read say so', async () => {
    const service = await withLedgers('2022-06-30')
    expect((await trial(service, { ...shipped, version: '1.1.0' })).changes).toEqual([])
    const other = version('1.1.0', { id: 'other', appliesTo: { category: 1, label: '第一类' } })
    expect((await trial(service, other)).changes).toEqual([])
    const unread = await trial(service, { ...shipped, total: 100 })
    expect(unread.changes).toEqual([])
    expect(unread.problem).toContain('total')
  }, 30_000)
})
