import { deleteAttachmentsOf } from '../../db/repositories/attachments'
import {
  deleteFollowUp,
  deleteLead,
  insertFollowUp,
  readFollowUp,
  readLeadPage,
  readLeadRow,
  updateLead,
} from '../../db/repositories/investment'
import { err, ok } from '../../shared/core/result'
import type { investmentContract } from '../../shared/investment/contract'
import { findDuplicates } from '../../shared/investment/duplicates'
import { emptyLead } from '../../shared/investment/empty-lead'
import type { Handlers } from '../../shared/ipc/procedure'
import { readBureau } from '../../db/repositories/settings'
import { followUpTerms } from '../../shared/terms/investment'
import { openedStore, writeIntent, type Context } from '../context'
import { backfillHandlers } from '../investment/backfill'
import { funnel } from '../investment/funnel'
import { duplicatesAround, presentDuplicates, presentLeadDetail, presentLeads } from '../investment/present'
import { endLead, recordFacts, saveLead } from '../investment/write'
import { routineHandlers } from '../investment/routine'

export const investmentHandlers: Handlers<typeof investmentContract, Context> = {
  ...routineHandlers,
  ...backfillHandlers,

  'investment.list': (context, { filter, sort, offset, limit }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const page = readLeadPage(store.value.read, filter, sort, context.today(), { offset, limit })
    const year = filter.year ?? readBureau(store.value.read)?.year ?? 0
    return ok({ ...page, rows: presentLeads(context, store.value, year, page.rows) })
  },

  'investment.funnel': (context, { year }) => {
    const store = openedStore(context)
    return store.ok ? ok(funnel(store.value.read, year, context.today())) : store
  },

  'investment.get': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const row = readLeadRow(store.value.read, id)
    const detail = row && presentLeadDetail(context, store.value, readBureau(store.value.read)?.year ?? 0, row)
    return detail ? ok(detail) : err('notFound')
  },

  'investment.duplicates': (context, { investorName, creditCode, exceptId }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const asked = {
      ...emptyLead,
      id: exceptId ?? '',
      investorName,
      creditCode,
      isSample: false,
      createdAt: '',
      updatedAt: '',
    }
    const found = findDuplicates(asked, duplicatesAround(context, store.value, asked), { withAlike: true })
    return ok(presentDuplicates(context, store.value, found))
  },

  'investment.save': (context, input) => saveLead(context, input),
  'investment.recordFacts': (context, input) => recordFacts(context, input),
  'investment.end': (context, input) => endLead(context, input),

  'investment.remove': (context, { ids }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const known = ids.flatMap((id) => readLeadRow(store.value.read, id) ?? [])
    if (known.length === 0) return err('notFound')
    const params = { title: known[0]?.title || known[0]?.investorName || '', count: known.length }
    return writeIntent(context, 'investment.remove', params, (db) => {
      for (const { id } of known) {
        deleteAttachmentsOf(db, id)
        deleteLead(db, id)
      }
      return ok({ removed: known.length })
    })
  },

  'investment.addFollowUp': (context, { leadId, happenedOn, way, text }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const lead = readLeadRow(store.value.read, leadId)
    if (!lead) return err('notFound')
    if (text.trim() === '') return err('leadNeedsFields', { fields: followUpTerms.text })
    const asOf = context.today()
    if (happenedOn > asOf) return err('leadFactInFuture', { fact: followUpTerms.happenedOn, on: happenedOn, asOf })
    const id = context.newId()
    return writeIntent(context, 'investment.addFollowUp', { title: lead.title || lead.investorName }, (db) => {
      insertFollowUp(db, { id, leadId, happenedOn, way, text, createdAt: context.now(), isSample: lead.isSample })
      // The lead counts as edited, so that undoing its import asks first.
      updateLead(db, leadId, { updatedAt: context.now() })
      return ok({ id })
    })
  },

  'investment.removeFollowUp': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const row = readFollowUp(store.value.read, id)
    if (!row) return err('notFound')
    const lead = readLeadRow(store.value.read, row.leadId)
    return writeIntent(
      context,
      'investment.removeFollowUp',
      { title: lead?.title || lead?.investorName || '' },
      (db) => {
        deleteFollowUp(db, id)
        return ok({})
      },
    )
  },
}
