import { readBrief, readBriefsSentBefore, saveBrief } from '../../db/repositories/briefs'
import { readLeadRow, readUnbackfilledLeads, toLeadRecord, updateLead } from '../../db/repositories/investment'
import { readPreference, savePreference } from '../../db/repositories/preferences'
import type { ReadDb } from '../../db/access'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { err, ok } from '../../shared/core/result'
import { backfillFields, backfillList, filledBackfillFields } from '../../shared/investment/backfill'
import type { investmentContract } from '../../shared/investment/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import { investorNatureLabels, leadFieldLabel } from '../../shared/terms/investment'
import { openedStore, writeIntent, type Context } from '../context'

type BackfillCall =
  'investment.backfill' | 'investment.setPlatformOpening' | 'investment.tickBackfill' | 'investment.finishBackfill'

const openingKey = 'investment.platformOpenOn'

/** The day the district's platform opened, as the bureau entered it; null when it did not. */
export function platformOpening(db: ReadDb): IsoDate | null {
  const text = readPreference(db, openingKey)
  return text === null ? null : parseIsoDate(text)
}

/** 补录清单: what was sent by OA and still has to be typed into the platform. */
export const backfillHandlers: Handlers<Pick<typeof investmentContract, BackfillCall>, Context> = {
  'investment.backfill': (context) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const { read } = store.value
    const platformOpenOn = platformOpening(read)
    const leads = backfillList(readUnbackfilledLeads(read), platformOpenOn, context.today())
    return ok({
      platformOpenOn,
      leads: leads.map((lead) => {
        const done = new Set(lead.backfilledFields)
        return {
          id: lead.id,
          title: lead.title || lead.investorName,
          filedOn: lead.filedOn,
          oaReference: lead.oaReference,
          fields: filledBackfillFields(lead).map((name) => ({
            name,
            label: leadFieldLabel(name),
            value: name === 'investorNature' ? investorNatureLabels[lead[name] ?? 'legalPerson'] : (lead[name] ?? ''),
            isDone: done.has(name),
          })),
        }
      }),
      briefs:
        platformOpenOn === null || context.today() < platformOpenOn
          ? []
          : readBriefsSentBefore(read, 'investment', platformOpenOn).map(({ id, title, submittedOn }) => ({
              id,
              title,
              submittedOn,
            })),
    })
  },

  'investment.setPlatformOpening': (context, { on }) =>
    writeIntent(context, 'investment.setPlatformOpening', { on: on ?? '' }, (db) => {
      savePreference(db, openingKey, on)
      return ok({})
    }),

  'investment.tickBackfill': (context, { id, field, isDone }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const row = readLeadRow(store.value.read, id)
    const name = backfillFields.find((each) => each === field)
    if (!row || !name) return err('notFound')
    const others = row.backfilledFields.filter((each) => each !== name)
    return writeIntent(context, 'investment.tickBackfill', { title: row.title, field: leadFieldLabel(name) }, (db) => {
      updateLead(db, id, { backfilledFields: isDone ? [...others, name] : others, updatedAt: context.now() })
      return ok({})
    })
  },

  'investment.finishBackfill': (context, { kind, id, on }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    if (on > context.today())
      return err('leadFactInFuture', { fact: leadFieldLabel('backfilledOn'), on, asOf: context.today() })
    if (kind === 'brief') {
      const brief = readBrief(store.value.read, id)
      if (!brief) return err('notFound')
      return writeIntent(context, 'investment.finishBackfill', { title: brief.title }, (db) => {
        saveBrief(db, { ...brief, backfilledOn: on })
        return ok({})
      })
    }
    const row = readLeadRow(store.value.read, id)
    if (!row) return err('notFound')
    const lead = toLeadRecord(row)
    if (lead.filedOn !== null && on < lead.filedOn)
      return err('leadFactOrder', {
        later: leadFieldLabel('backfilledOn'),
        laterOn: on,
        earlier: leadFieldLabel('filedOn'),
        earlierOn: lead.filedOn,
      })
    return writeIntent(context, 'investment.finishBackfill', { title: row.title || row.investorName }, (db) => {
      updateLead(db, id, { backfilledOn: on, updatedAt: context.now() })
      return ok({})
    })
  },
}
