import { saveReportPeriod } from '../../db/repositories/report-periods'
import { readSubmissionHeadsOfYear } from '../../db/repositories/submissions'
import { countUnitRecords, deleteUnit, readUnit, readUnits } from '../../db/repositories/units'
import { err, ok } from '../../shared/core/result'
import type { districtContract } from '../../shared/district/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import { writeIntent, type Context } from '../context'
import { districtStore } from './district-store'
import { inboxOf, matrixOf } from './inbox'
import { openPeriodOf, periodOf, periodsOfYear, usualRow } from './periods'
import { saveUnit } from './save-unit'

type Own =
  | 'district.units'
  | 'district.saveUnit'
  | 'district.removeUnit'
  | 'district.periods'
  | 'district.savePeriod'
  | 'district.matrix'
  | 'district.inbox'

/** 单位、期间、报送情况. */
export const unitHandlers: Handlers<Pick<typeof districtContract, Own>, Context> = {
  'district.units': (context) => {
    const opened = districtStore(context)
    return opened.ok ? ok(readUnits(opened.value.store.read)) : opened
  },

  'district.saveUnit': (context, input) => {
    const opened = districtStore(context)
    if (!opened.ok) return opened
    const writing = { now: context.now(), newId: context.newId, isSample: false }
    return writeIntent(context, 'district.saveUnit', { title: input.fields.name }, (db) => saveUnit(db, input, writing))
  },

  'district.removeUnit': (context, { id }) => {
    const opened = districtStore(context)
    if (!opened.ok) return opened
    const { read } = opened.value.store
    const unit = readUnit(read, id)
    if (!unit) return err('notFound')
    const count = countUnitRecords(read, id)
    if (count > 0) return err('unitHasReturns', { name: unit.name, count })
    return writeIntent(context, 'district.removeUnit', { title: unit.name }, (db) => {
      deleteUnit(db, id)
      return ok({})
    })
  },

  'district.periods': (context, { year }) => {
    const opened = districtStore(context)
    if (!opened.ok) return opened
    const { read } = opened.value.store
    const used = readSubmissionHeadsOfYear(read, year).map(({ period }) => period)
    return ok(periodsOfYear(context, read, year, used))
  },

  'district.savePeriod': (context, { period, dueOn, objectionWorkdays }) => {
    const opened = districtStore(context)
    if (!opened.ok) return opened
    const open = openPeriodOf(context, opened.value.store.read, period)
    if (!open.ok) return open
    return writeIntent(context, 'district.savePeriod', { title: period, value: dueOn }, (db) => {
      saveReportPeriod(db, usualRow(context, period), { dueOn, objectionWorkdays })
      return ok({})
    })
  },

  'district.matrix': (context, { year }) => {
    const opened = districtStore(context)
    return opened.ok ? ok(matrixOf(context, opened.value.store, year)) : opened
  },

  'district.inbox': (context, { period }) => {
    const opened = districtStore(context)
    if (!opened.ok) return opened
    const found = periodOf(context, opened.value.store.read, period)
    return found.ok ? ok(inboxOf(context, opened.value.store, found.value)) : found
  },
}
