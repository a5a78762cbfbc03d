import { and, desc, eq, getTableColumns, isNotNull, isNull, lte, ne, or } from 'drizzle-orm'
import type { IsoDate } from '../../shared/core/dates'
import type { ReadDb } from '../access'
import { lead } from '../schema/investment'

/** What a project takes over from a lead. */
export interface LandedLead {
  readonly id: string
  readonly title: string
  readonly investorName: string
  readonly companyName: string
  readonly constructionPlan: string
  readonly contact: string
  readonly handler: string
  readonly remark: string
  readonly landedOn: string
  readonly isSample: boolean
}

const columns = (({
  id,
  title,
  investorName,
  companyName,
  constructionPlan,
  contact,
  handler,
  remark,
  landedOn,
  isSample,
}) => ({ id, title, investorName, companyName, constructionPlan, contact, handler, remark, landedOn, isSample }))(
  getTableColumns(lead),
)

/** Leads that are known to have landed on a day: registered in the district and neither invalid nor revoked. */
export function readLandedLeads(db: ReadDb, today: IsoDate): LandedLead[] {
  const rows = db
    .select(columns)
    .from(lead)
    .where(
      and(
        isNotNull(lead.landedOn),
        lte(lead.landedOn, today),
        or(isNull(lead.isRegisteredInDistrict), eq(lead.isRegisteredInDistrict, true)),
        ne(lead.districtClass, 'invalid'),
        or(isNull(lead.ending), ne(lead.ending, 'revoked')),
      ),
    )
    .orderBy(desc(lead.landedOn), desc(lead.id))
    .all()
  return rows.flatMap(({ landedOn, ...row }) => (landedOn === null ? [] : [{ ...row, landedOn }]))
}

/** Names of leads by id, e.g. for a link back; null when the lead is gone. */
export function readLeadTitle(db: ReadDb, id: string): string | null {
  const found = db
    .select({ title: lead.title, investorName: lead.investorName })
    .from(lead)
    .where(eq(lead.id, id))
    .get()
  return found ? found.title || found.investorName : null
}
