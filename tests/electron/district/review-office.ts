import { approvedLines } from '../../../electron/district/approved-lines'
import type { CheckDecision } from '../../../shared/district/record'
import { insertSubmission } from '../../../db/repositories/submissions'
import { insertUnit } from '../../../db/repositories/units'
import type { ReportedLine } from '../../../shared/exchange/lines'
import type { SummaryPayload } from '../../../shared/exchange/payloads'
import { aBureau, day, writing, type Service } from '../../builders'

const at = '2022-07-05T09:00:00+08:00'

export interface Office extends Service {
  /** A made-up unit of 第三类; its id. */
  readonly unit: (name: string, category?: 1 | 2 | 3 | 4) => string
  /** A return as it would stand after it was received; its id. */
  readonly receive: (unitId: string, period: string, lines: readonly ReportedLine[], about?: Received) => string
}

interface Received {
  readonly edition?: number
  readonly payload?: Partial<SummaryPayload>
}

/** The district office, 2022-07-05, with nothing received yet. */
export async function anOffice({
  actor = '核验人',
  folder,
}: { actor?: string; folder?: string } = {}): Promise<Office> {
  const bureau = { name: '东丽区合作交流办', aliases: [], mode: 'district' as const }
  const service = await aBureau({ asOf: '2022-07-05', actor, bureau, ...(folder === undefined ? {} : { folder }) })
  let count = 0
  return {
    ...service,
    unit: (name, category = 3) => {
      const id = `unit-${(count += 1)}`
      const about = { aliases: [], category, contact: '', phone: '', isOptional: false, remark: '', leftOn: null }
      writing(service.store(), (db) =>
        insertUnit(db, { id, name, ...about, position: count, isSample: false, createdAt: at, updatedAt: at }),
      )
      return id
    },
    receive: (unitId, period, lines, { edition = 1, payload = {} } = {}) => {
      const id = `${unitId}-${period}-${edition}`
      const asOf = day('2022-06-30')
      const content: SummaryPayload = {
        unit: {
          name: unitId,
          aliases: [],
          category: 3,
        },
        period,
        asOf,
        preparedOn: asOf,
        nil: [],
        score: null,
        lines: [...lines],
        objections: [],
        edits: [],
        contact: null,
        ...payload,
      }
      const file = {
        fileName: `${id}.zip`,
        sha256: '0'.repeat(64),
        checkCode: '',
        signature: 'trusted',
        receivedId: null,
      }
      const received = { source: 'package', receivedOn: '2022-06-24', receivedAt: at, receivedBy: '收件人', ...file }
      const state = { returnedOn: null, returnReason: '', reviewedOn: null, reviewedBy: '', isSample: false }
      const head = { id, unitId, period, edition, ...received, isNil: false, asOf, lineCount: lines.length, ...state }
      writing(service.store(), (db) => insertSubmission(db, head, content))
      return id
    },
  }
}

/** The period of the reviews. */
export const period = '2022Q2'

/** What a line says of its enterprise. */
export function enterprise(name: string, creditCode = '') {
  return { enterprise: { name, creditCode } }
}

/** A line of the unit's return with its verdict. */
export async function reviewLine(office: Office, unitId: string, key: string) {
  const { lines } = await office.call('district.review', { unitId, period })
  const found = lines.find(({ line }) => line.key === key)
  if (!found) throw new Error(`no line: ${key}`)
  return found
}

/** The one thing that the checks find. */
export async function only(office: Office) {
  const [found, ...more] = await office.call('district.checks', { period })
  if (!found || more.length > 0) throw new Error(`checks: ${more.length + (found ? 1 : 0)}`)
  return found
}

/** Decides about the one thing that the checks find. */
export async function decide(office: Office, decision: CheckDecision, reason = '') {
  const { key } = await only(office)
  await office.call('district.decideCheck', { period, key, decision, reason })
}

/** The unit's lines as they count. */
export function approved(office: Office, unitId: string): readonly ReportedLine[] {
  return approvedLines(office.store().read, period).get(unitId)?.lines ?? []
}
