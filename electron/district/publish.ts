import type { Store } from '../../db/access'
import { insertPublication, readLatestPublication, type PublicationRow } from '../../db/repositories/publications'
import { readBureau } from '../../db/repositories/settings'
import { err, ok, type Result } from '../../shared/core/result'
import { objectionDay, publicationCode, resultChanges, type ResultChange } from '../../shared/district/publication'
import type { PeriodRecord, PublishedResult } from '../../shared/district/record'
import type { issueContract } from '../../shared/district/issue-contract'
import type { Input, Output } from '../../shared/ipc/procedure'
import { districtPapers } from '../../shared/terms/district-papers'
import { writeIntent, type Context } from '../context'
import { sha256Hex } from '../reports/digest'
import { districtStore } from './district-store'
import { standingsOf } from './inbox'
import { periodOf } from './periods'
import { resultOf } from './publication-papers'
import { rankPeriod } from './rank'

type Publish = (typeof issueContract)['district.publish']

/** Who reported in time, late or not at all; a return that has to be sent again has come in all the same. */
function returnsOf(context: Context, store: Store, period: PeriodRecord): PublishedResult['returns'] {
  const standings = standingsOf(context, store, period)
  const names = (isOnTime: boolean): string[] =>
    standings.filter(({ standing }) => standing.isOnTime === isOnTime).map(({ unit }) => unit.name)
  const missing = standings.filter(({ standing }) => standing.state === 'missing').map(({ unit }) => unit.name)
  const [onTime, late] = [names(true).length, names(false)]
  return { expected: onTime + late.length + missing.length, onTime, late, missing }
}

/** Everything that a publication would freeze, as it stands now. */
export function resultNow(context: Context, store: Store, period: PeriodRecord): Result<PublishedResult> {
  const ranked = rankPeriod(context, store, period.period)
  if (!ranked.ok) return ranked
  const { categories, awards, totals, funnel, asOf } = ranked.value
  return ok({
    period: period.period,
    district: readBureau(store.read)?.name ?? '',
    asOf,
    categories: [...categories],
    awards: [...awards],
    totals: [...totals],
    funnel: [...funnel],
    returns: returnsOf(context, store, period),
  })
}

/** What the ranking as it stands now would change; null before the first publication. */
export function pendingChanges(
  context: Context,
  store: Store,
  period: PeriodRecord,
): Result<{ readonly row: PublicationRow; readonly changes: readonly ResultChange[] } | null> {
  const row = readLatestPublication(store.read, period.period)
  if (!row) return ok(null)
  const now = resultNow(context, store, period)
  return now.ok ? ok({ row, changes: resultChanges(resultOf(row), now.value) }) : now
}

/** Freezes the ranking as the next version. The versions before stay as they are. */
export function publish(context: Context, { period: key, kind, changeNote }: Input<Publish>): Result<Output<Publish>> {
  const opened = districtStore(context)
  if (!opened.ok) return opened
  const { store } = opened.value
  const period = periodOf(context, store.read, key)
  if (!period.ok) return period
  if (period.value.lockedOn === null) return err('publishNeedsLock', { period: key })
  const version = (readLatestPublication(store.read, key)?.version ?? 0) + 1
  const note = changeNote.trim()
  if (version > 1 && note === '') return err('changeNoteNeeded', { version })
  const result = resultNow(context, store, period.value)
  if (!result.ok) return result
  const head = { version, kind, publishedOn: context.today() }
  const id = context.newId()
  const checkCode = publicationCode(result.value, head, sha256Hex)
  const params = { title: key, value: `${districtPapers.kinds[kind]} v${version}` }
  return writeIntent(context, 'district.publish', params, (db) => {
    insertPublication(db, {
      ...head,
      id,
      period: key,
      publishedBy: context.actor(),
      objectionsUntil: objectionDay(head, period.value.objectionWorkdays, context.calendars()),
      changeNote: note,
      checkCode,
      content: JSON.stringify(result.value),
      isSample: false,
    })
    return ok({ id, version, checkCode })
  })
}
