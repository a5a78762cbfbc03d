import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertFollowUp, insertLead, readFollowUps, readLeads } from '../../db/repositories/investment'
import { countLeadsToDo } from '../../db/repositories/lead-counts'
import { addDays, type IsoDate } from '../../shared/core/dates'
import { calendarsOf } from '../../shared/core/calendar'
import { shippedCalendars } from '../../shared/core/shipped-calendars'
import { ok } from '../../shared/core/result'
import { leadState } from '../../shared/investment/facts'
import { defaultQuietWorkdays, quietSince, quietVerdict } from '../../shared/investment/quiet'
import { writeIntent } from '../../electron/context'
import { benchLead } from '../bench/data'
import { makeWorkspace, removeFolder, type Workspace } from '../bench/workspace'

let workspace: Workspace
const since = '2022-02-01' as IsoDate
const calendars = calendarsOf(shippedCalendars)
const dayOf2022 = fc.integer({ min: 0, max: 364 }).map((days) => addDays('2022-01-01' as IsoDate, days))

beforeAll(async () => {
  workspace = await makeWorkspace(0)
  writeIntent(workspace.context, 'tables.import', {}, (db) => {
    for (let index = 0; index < 100; index += 1) {
      insertLead(db, benchLead(index, `lead-${index}`))
      if (index % 3 !== 0) continue
      const about = { way: '电话', text: '问进展', createdAt: '2022-01-01T09:00:00+08:00', isSample: false }
      const happenedOn = addDays('2022-01-01' as IsoDate, (index * 17) % 360)
      insertFollowUp(db, { ...about, id: `follow-up-${index}`, leadId: `lead-${index}`, happenedOn })
    }
    return ok(null)
  })
})

afterAll(() => {
  workspace.close()
  removeFolder(workspace.folder)
})

test('SQL counts the quiet leads and those of a state among the leads filed since a day, as the rules do, on any day', () => {
  const { read } = workspace.store
  const leads = readLeads(read)
    .filter(({ filedOn }) => filedOn === null || filedOn >= since)
    .map((lead) => ({ lead, followUps: readFollowUps(read, lead.id) }))
  const check = fc.property(dayOf2022, (asOf) => {
    const quiet = leads.filter(({ lead, followUps }) => {
      const enteredOn = lead.createdAt.slice(0, 10) as IsoDate
      const context = { asOf, calendars, quietWorkdays: defaultQuietWorkdays, enteredOn }
      return quietVerdict(lead, followUps, context)?.isQuiet
    })
    const certified = leads.filter(({ lead }) => leadState(lead, asOf) === 'certified')
    const scope = { asOf, since, quietSince: quietSince(asOf, defaultQuietWorkdays, calendars) }
    expect(countLeadsToDo(read, { ...scope, pending: ['certified'] })).toEqual({
      pending: certified.length,
      quiet: quiet.length,
    })
  })
  fc.assert(check, { numRuns: 20 })
})
