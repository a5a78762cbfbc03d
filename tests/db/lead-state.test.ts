import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { insertLead, readLeadPage, readLeads, type LeadRow } from '../../db/repositories/investment'
import { leadStateSql } from '../../db/repositories/lead-state'
import { lead } from '../../db/schema/investment'
import { leadState } from '../../shared/investment/facts'
import { leadClasses, leadEndings } from '../../shared/investment/record'
import { leadStates } from '../../shared/investment/states'
import { aStore, day, leadValues, writing } from '../builders'

const days = ['2021-12-31', '2022-01-01', '2022-04-18', '2022-06-30', '2022-12-31', '2023-01-01']
const someDay = fc.option(fc.constantFrom(...days), { freq: 3 })
const someText = fc.constantFrom('', ' ', '\u3000\n', '某园区', '91120110MA0000001D')

const someLead = fc.record({
  filedOn: someDay,
  certifiedOn: someDay,
  contactedOn: someDay,
  acceptedOn: someDay,
  acceptedBy: someText,
  districtClass: fc.constantFrom(...leadClasses, 'outOfCity', 'outOfCity'),
  landedOn: someDay,
  isRegisteredInDistrict: fc.constantFrom(null, false, true, true),
  companyName: someText,
  creditCode: someText,
  ending: fc.constantFrom(null, null, null, ...leadEndings),
  endedOn: someDay,
})

it('the state in SQL is the state of the rules: 800 random leads on six days', async () => {
  const store = await aStore()
  const samples = fc.sample(someLead, { numRuns: 800, seed: 20220630 })
  writing(store, (db) => {
    // The row has every column of the table; drizzle only makes those with a default optional.
    for (const [index, facts] of samples.entries()) insertLead(db, leadValues(`lead-${index}`, facts) as LeadRow)
  })
  const seen = new Set<string>()
  for (const text of days) {
    const asOf = day(text)
    const inSql = new Map(
      store.read
        .select({ id: lead.id, state: sql<string>`${leadStateSql(asOf)}` })
        .from(lead)
        .all()
        .map((row) => [row.id, row.state]),
    )
    for (const record of readLeads(store.read)) {
      const state = leadState(record, asOf)
      seen.add(state)
      expect({ ...record, state: inSql.get(record.id) }).toEqual({ ...record, state })
    }
    for (const state of leadStates) {
      const filter = { text: '', states: [state], classes: [], year: null }
      const page = readLeadPage(store.read, filter, { by: 'title', descending: false }, asOf, { offset: 0, limit: 200 })
      expect(page.total).toBe([...inSql.values()].filter((each) => each === state).length)
    }
  }
  expect([...seen].toSorted()).toEqual([...leadStates].toSorted())
})

it('row 48: signs of LIKE and of SQL in a search are only text', async () => {
  const store = await aStore()
  writing(store, (db) => {
    for (const [index, title] of ['50%合作', '50a合作', 'a_b', 'axb', "a' OR 1=1 --", 'c\\d'].entries())
      insertLead(db, leadValues(`lead-${index}`, { title }) as LeadRow)
  })
  const found = (text: string): string[] => {
    const filter = { text, states: [], classes: [], year: null }
    const sort = { by: 'title', descending: false } as const
    return readLeadPage(store.read, filter, sort, day('2022-12-31'), { offset: 0, limit: 200 }).rows.map(
      (row) => row.title,
    )
  }
  expect(found('50%')).toEqual(['50%合作'])
  expect(found('a_')).toEqual(['a_b'])
  expect(found("' OR")).toEqual(["a' OR 1=1 --"])
  expect(found('c\\')).toEqual(['c\\d'])
  expect(found('合作 50%')).toEqual(['50%合作'])
})
