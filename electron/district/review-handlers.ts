import { readReportPeriods, saveReportPeriod } from '../../db/repositories/report-periods'
import { readCurrentSubmission, updateSubmission } from '../../db/repositories/submissions'
import { saveUnitFigure } from '../../db/repositories/unit-figures'
import { deleteUnitVeto, insertUnitVeto, readUnitVeto } from '../../db/repositories/unit-vetoes'
import { readUnit } from '../../db/repositories/units'
import { deleteVerdicts } from '../../db/repositories/verdicts'
import type { ReadDb } from '../../db/access'
import type { IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { districtContract } from '../../shared/district/contract'
import type { UnitRecord } from '../../shared/district/record'
import type { Handlers } from '../../shared/ipc/procedure'
import { parseReportPeriod } from '../../shared/reports/period'
import { validateManual } from '../../shared/scoring/manual-figures'
import { writeIntent, type Context } from '../context'
import { ruleReferences, rulesAt } from '../scoring/stored-rules'
import { approvedLines } from './approved-lines'
import { checksOfPeriod, countOpenChecks } from './checks-of-period'
import { decideCheck } from './decide-check'
import { districtStore } from './district-store'
import { giveVerdicts } from './give-verdicts'
import { rulesOfPeriod } from './period-rules'
import { openPeriodOf, periodOf, usualRow } from './periods'
import { knownVetoes, reviewOf } from './review-unit'

type Own =
  | 'district.checks'
  | 'district.decideCheck'
  | 'district.review'
  | 'district.saveVerdicts'
  | 'district.dropVerdicts'
  | 'district.setReturned'
  | 'district.setReviewed'
  | 'district.saveFigure'
  | 'district.saveVeto'
  | 'district.removeVeto'
  | 'district.lock'
  | 'district.reopen'

/** The store for changing a period, refused while the period is locked. */
function openPeriod(context: Context, period: string): Result<ReadDb> {
  const opened = districtStore(context)
  if (!opened.ok) return opened
  const { read } = opened.value.store
  const open = openPeriodOf(context, read, period)
  return open.ok ? ok(read) : open
}

/** The unit for recording something of a day; refused where the result of a locked period of the year would change by it. */
function unitOn(
  context: Context,
  about: { readonly unitId: string; readonly year: number; readonly day: IsoDate },
): Result<{ readonly read: ReadDb; readonly unit: UnitRecord }> {
  const opened = districtStore(context)
  if (!opened.ok) return opened
  const { read } = opened.value.store
  const unit = readUnit(read, about.unitId)
  if (!unit) return err('notFound')
  const locked = readReportPeriods(read, about.year).find(({ lockedOn }) => lockedOn !== null && lockedOn >= about.day)
  return locked ? err('periodLocked', { period: locked.id, on: locked.lockedOn ?? '' }) : ok({ read, unit })
}

/** 核验、核定、锁定. */
export const reviewHandlers: Handlers<Pick<typeof districtContract, Own>, Context> = {
  'district.checks': (context, { period }) => {
    const opened = districtStore(context)
    if (!opened.ok) return opened
    const { read } = opened.value.store
    const found = periodOf(context, read, period)
    return found.ok ? ok([...checksOfPeriod(read, period)]) : found
  },

  'district.decideCheck': (context, { period, key, alsoKeys, decision, reason }) => {
    const read = openPeriod(context, period)
    if (!read.ok) return read
    const keys = [key, ...alsoKeys]
    return writeIntent(context, 'district.decideCheck', { title: period, count: keys.length }, (db) => {
      for (const each of keys) {
        const decided = decideCheck(context, db, period, { key: each, decision, reason })
        if (!decided.ok) return decided
      }
      return ok({})
    })
  },

  'district.review': (context, { unitId, period }) => {
    const opened = districtStore(context)
    if (!opened.ok) return opened
    const { store } = opened.value
    const found = periodOf(context, store.read, period)
    return found.ok ? reviewOf(context, store, unitId, found.value) : found
  },

  'district.saveVerdicts': (context, { unitId, period, verdicts }) => {
    const read = openPeriod(context, period)
    if (!read.ok) return read
    const approved = approvedLines(read.value, period).get(unitId)
    if (!approved) return err('verdictLineGone')
    const params = { title: approved.unit.name, count: verdicts.length }
    return writeIntent(context, 'district.saveVerdicts', params, (db) => giveVerdicts(context, db, approved, verdicts))
  },

  'district.dropVerdicts': (context, { unitId, period, keys }) => {
    const read = openPeriod(context, period)
    if (!read.ok) return read
    const unit = readUnit(read.value, unitId)
    if (!unit) return err('notFound')
    return writeIntent(context, 'district.dropVerdicts', { title: unit.name, count: keys.length }, (db) => {
      deleteVerdicts(db, unitId, period, keys)
      return ok({})
    })
  },

  'district.setReturned': (context, { unitId, period, reason }) => {
    const read = openPeriod(context, period)
    if (!read.ok) return read
    const unit = readUnit(read.value, unitId)
    const current = readCurrentSubmission(read.value, unitId, period)
    if (!unit || !current) return err('notFound')
    const returnReason = reason.trim()
    if (returnReason === '') return err('verdictNeedsReason')
    return writeIntent(context, 'district.setReturned', { title: unit.name, value: returnReason }, (db) => {
      const returned = { returnedOn: context.today(), returnReason, reviewedOn: null, reviewedBy: '' }
      updateSubmission(db, current.head.id, returned)
      return ok({})
    })
  },

  'district.setReviewed': (context, { period, unitIds, isReviewed }) => {
    const read = openPeriod(context, period)
    if (!read.ok) return read
    const current = [...new Set(unitIds)].flatMap((id) => readCurrentSubmission(read.value, id, period) ?? [])
    return writeIntent(context, 'district.setReviewed', { title: period, count: current.length }, (db) => {
      const reviewed = isReviewed
        ? { reviewedOn: context.today(), reviewedBy: context.actor() }
        : { reviewedOn: null, reviewedBy: '' }
      for (const { head } of current) updateSubmission(db, head.id, reviewed)
      return ok({ count: current.length })
    })
  },

  'district.saveFigure': (context, { unitId, year, componentId, value, docRef, givenOn }) => {
    const found = unitOn(context, { unitId, year, day: givenOn })
    if (!found.ok) return found
    const { read, unit } = found.value
    const scheme = rulesAt(read, year, givenOn).schemes.get(unit.category)
    if (!scheme) return err('schemeMissing', { year, category: unit.category })
    const checked = validateManual(scheme, componentId, value)
    if (!checked.ok) return checked
    return writeIntent(context, 'district.saveFigure', { title: unit.name, value: checked.value }, (db) => {
      const given = { givenOn, givenBy: context.actor(), docRef: docRef.trim(), isSample: unit.isSample }
      saveUnitFigure(db, { id: context.newId(), unitId, year, componentId, value: checked.value, ...given })
      return ok({})
    })
  },

  'district.saveVeto': (context, { unitId, year, vetoId, happenedOn, reason, docRef }) => {
    const found = unitOn(context, { unitId, year, day: happenedOn })
    if (!found.ok) return found
    const { read, unit } = found.value
    if (!knownVetoes(rulesAt(read, year, happenedOn), unit.category).some(({ id }) => id === vetoId))
      return err('notFound')
    return writeIntent(context, 'district.saveVeto', { title: unit.name, value: reason }, (db) => {
      const id = context.newId()
      const about = { vetoId, happenedOn, reason: reason.trim(), docRef: docRef.trim(), recordedBy: context.actor() }
      insertUnitVeto(db, { id, unitId, year, ...about, isSample: unit.isSample })
      return ok({ id })
    })
  },

  'district.removeVeto': (context, { id }) => {
    const opened = districtStore(context)
    if (!opened.ok) return opened
    const veto = readUnitVeto(opened.value.store.read, id)
    if (!veto) return err('notFound')
    const found = unitOn(context, { unitId: veto.unitId, year: veto.year, day: veto.happenedOn })
    if (!found.ok) return found
    return writeIntent(context, 'district.removeVeto', { title: found.value.unit.name }, (db) => {
      deleteUnitVeto(db, id)
      return ok({})
    })
  },

  'district.lock': (context, { period }) => {
    const read = openPeriod(context, period)
    if (!read.ok) return read
    const parsed = parseReportPeriod(period)
    if (!parsed) return err('periodUnknown', { period })
    const count = countOpenChecks(read.value, period)
    if (count > 0) return err('periodHasOpenChecks', { count })
    return writeIntent(context, 'district.lock', { title: period }, (db) => {
      const schemes = ruleReferences(rulesOfPeriod(db, parsed))
      saveReportPeriod(db, usualRow(context, period), {
        lockedOn: context.today(),
        lockedBy: context.actor(),
        schemes,
      })
      return ok({})
    })
  },

  'district.reopen': (context, { period, reason }) => {
    const opened = districtStore(context)
    if (!opened.ok) return opened
    const found = periodOf(context, opened.value.store.read, period)
    if (!found.ok) return found
    if (found.value.lockedOn === null) return ok({})
    const reopenReason = reason.trim()
    if (reopenReason === '') return err('verdictNeedsReason')
    return writeIntent(context, 'district.reopen', { title: period, value: reopenReason }, (db) => {
      const open = { lockedOn: null, lockedBy: '', reopenReason, schemes: {} }
      saveReportPeriod(db, usualRow(context, period), open)
      return ok({})
    })
  },
}
