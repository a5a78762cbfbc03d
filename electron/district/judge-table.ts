import { Buffer } from 'node:buffer'
import type { Store } from '../../db/access'
import { readSubmissionsOf } from '../../db/repositories/submissions'
import type { IsoDate } from '../../shared/core/dates'
import type { Failure, Result } from '../../shared/core/result'
import type { ReceivedFile } from '../../shared/district/contract'
import type { ReturnReading } from '../../shared/district/read-return'
import type { UnitRecord } from '../../shared/district/record'
import type { SummaryPayload } from '../../shared/exchange/payloads'
import { parseReportPeriod } from '../../shared/reports/period'
import { districtText } from '../../shared/terms/district'
import type { Context } from '../context'
import { runJob } from '../jobs/run-job'
import { arrivalOf, refused, type Batch, type Judged } from './return-file'

/** Unit: milliseconds. */
const READING_TIMEOUT = 60_000
/** So many cells that are wrong are named. */
const namedProblems = 8

async function readFilled(context: Context, fileName: string, bytes: Uint8Array): Promise<Result<ReturnReading>> {
  const options = { workerFile: context.jobsFile, timeoutMs: READING_TIMEOUT }
  const outcome = await runJob('readReturn', { fileName, bytes }, options)
  if (outcome.ok) return outcome.output
  return {
    ok: false,
    error: { code: outcome.reason === 'timedOut' ? 'fileTimedOut' : 'fileExpandsTooMuch', params: {} },
  }
}

/** Whether it is a workbook by its first bytes; a text that happens to have commas is not. */
function isWorkbook(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return start === '504b0304' || start === 'd0cf11e0'
}

function payloadOf(reading: ReturnReading, unit: UnitRecord, preparedOn: IsoDate): SummaryPayload {
  const { period, nil, preparedBy, phone } = reading
  const end = parseReportPeriod(period)?.end ?? preparedOn
  return {
    unit: { name: unit.name, aliases: [], category: unit.category },
    period,
    asOf: preparedOn < end ? preparedOn : end,
    preparedOn,
    nil: [...nil],
    score: null,
    lines: [...reading.lines],
    objections: [],
    edits: [],
    contact: preparedBy === '' && phone === '' ? null : { preparedBy, phone },
  }
}

/** Why a filled 填报表 does not fit here; null when it does. */
function failureOf(batch: Batch, fileName: string, { period, problems }: ReturnReading): Failure | null {
  const { options, office } = batch
  if (problems.length > 0) {
    const list = problems.slice(0, namedProblems).join('')
    return { code: 'templateCellsWrong', params: { file: fileName, count: problems.length, list } }
  }
  if (options.period !== null && period !== options.period)
    return { code: 'packageWrongPeriod', params: { file: fileName, period, wanted: options.period } }
  const year = parseReportPeriod(period)?.year ?? 0
  return year === office.year ? null : { code: 'packageWrongYear', params: { year, own: office.year } }
}

/** What was received of the unit before: the same file, or a later one. */
function historyOf(
  store: Store,
  unit: UnitRecord,
  { period }: ReturnReading,
  file: { readonly fileName: string; readonly sha256: string; readonly receivedOn: IsoDate },
): Judged | null {
  const editions = readSubmissionsOf(store.read, unit.id, period).map(({ head }) => head)
  const same = editions.find(({ sha256 }) => sha256 === file.sha256)
  const about: Partial<ReceivedFile> = { unit: unit.name, source: 'table' }
  if (same)
    return refused(
      file.fileName,
      { code: 'packageAlreadyTaken', params: { at: same.receivedAt.slice(0, 10) } },
      {
        ...about,
        edition: same.edition,
      },
    )
  const newest = editions.at(-1)
  if (!newest || newest.receivedOn <= file.receivedOn) return null
  const { edition, receivedOn } = newest
  const text = districtText.received.staleTable(unit.name, file.receivedOn, edition, receivedOn)
  return refused(file.fileName, { code: 'packageStale', params: {} }, { ...about, text })
}

/** A file that is no package: a filled 填报表, or something else altogether. */
export async function judgeTable(
  context: Context,
  store: Store,
  batch: Batch,
  file: { readonly fileName: string; readonly bytes: Uint8Array; readonly sha256: string },
): Promise<Judged> {
  const { fileName, bytes, sha256 } = file
  const size = bytes.length
  const isTable = isWorkbook(bytes)
  const read = await readFilled(context, fileName, bytes)
  if (!read.ok) {
    if (isTable && read.error.code !== 'fileIsDocument') return refused(fileName, read.error)
    const other = { outcome: 'other' as const, text: districtText.received.notReturn }
    return refused(fileName, { code: 'packageNotOurs', params: { file: fileName } }, other)
  }
  const reading = read.value
  const about: Partial<ReceivedFile> = { unit: reading.unit, source: 'table' }
  const failure = failureOf(batch, fileName, reading)
  if (failure) return refused(fileName, failure, about)
  const unit = batch.findUnit(reading.unit)
  if (!unit) return refused(fileName, { code: 'unitUnknown', params: { name: reading.unit } }, about)
  const { receivedOn, notes } = arrivalOf(reading.preparedOn, reading.period, batch.today)
  const before = historyOf(store, unit, reading, { fileName, sha256, receivedOn })
  if (before) return before
  return {
    kind: 'fits',
    candidate: {
      fileName,
      sha256,
      size,
      unit,
      receivedOn,
      read: null,
      unitName: unit.name,
      payload: payloadOf(reading, unit, reading.preparedOn ?? batch.today),
      notes: [districtText.received.byTable, ...notes],
    },
  }
}
