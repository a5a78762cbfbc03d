import { and, eq, inArray, isNotNull, ne, or, sql } from 'drizzle-orm'
import { normaliseCompanyName } from '../../shared/registry/company-name'
import { normaliseCreditCode } from '../../shared/registry/credit-code'
import { formerNamesOf } from '../../shared/registry/former-names'
import type { ReadDb } from '../access'
import { demand, policy, policyTold, visit } from '../schema/environment'
import { lead } from '../schema/investment'
import { project } from '../schema/projects'
import { finding, rectProgram } from '../schema/rectification'
import { person } from '../schema/registry'
import { revenueEntry } from '../schema/revenue'
import type { EnterpriseRow } from './enterprises'
import type { LeadRow } from './investment'

type Named = Pick<EnterpriseRow, 'nameKey' | 'creditCode' | 'remark'>

/** Keys of the present name and of the names of enterprises that were merged into it. */
function keysOf({ nameKey, remark }: Named): string[] {
  return [nameKey, ...formerNamesOf(remark).map(normaliseCompanyName)].filter((key) => key !== '')
}

/** Leads of the enterprise: as investor, by its credit code, or as the company that was registered. */
export function readLeadsOf(db: ReadDb, enterprise: Named): LeadRow[] {
  const keys = keysOf(enterprise)
  const code = normaliseCreditCode(enterprise.creditCode)
  const byCode = code === '' ? undefined : inArray(lead.creditCode, [code, enterprise.creditCode])
  const direct = db
    .select()
    .from(lead)
    .where(or(inArray(lead.investorKey, keys), byCode))
    .all()
  const known = new Set(direct.map(({ id }) => id))
  const registered = db
    .select({ id: lead.id, companyName: lead.companyName })
    .from(lead)
    .where(and(isNotNull(lead.landedOn), ne(lead.companyName, '')))
    .all()
    .filter(({ id, companyName }) => !known.has(id) && keys.includes(normaliseCompanyName(companyName)))
  const further = registered.flatMap(({ id }) => db.select().from(lead).where(eq(lead.id, id)).all())
  return [...direct, ...further]
}

/** Projects whose 建设单位 is the enterprise. */
export function readProjectsOf(db: ReadDb, enterprise: Named) {
  const { id, name, enterPoolOn, signedOn, startedOn, completedOn, createdAt } = project
  const columns = { id, name, enterPoolOn, signedOn, startedOn, completedOn, createdAt }
  return db
    .select(columns)
    .from(project)
    .where(inArray(project.ownerKey, keysOf(enterprise)))
    .all()
}

/** Entries of revenue whose payer is the enterprise. */
export function readRevenueOf(db: ReadDb, enterprise: Named) {
  const { id, item, payer, status, occurredOn, confirmedOn, bookedOn, reversedOn, districtRetained } = revenueEntry
  const columns = { id, item, payer, status, occurredOn, confirmedOn, bookedOn, reversedOn, districtRetained }
  return db
    .select(columns)
    .from(revenueEntry)
    .where(inArray(revenueEntry.payerKey, keysOf(enterprise)))
    .all()
}

/** Visits to the enterprise, with the official's name. */
export function readVisitsOf(db: ReadDb, enterpriseId: string) {
  const { id, visitedOn, mode, visitors, topics } = visit
  return db
    .select({ id, visitedOn, mode, visitors, topics, personName: person.name })
    .from(visit)
    .leftJoin(person, eq(person.id, visit.personId))
    .where(eq(visit.enterpriseId, enterpriseId))
    .all()
}

export function readDemandsOf(db: ReadDb, enterpriseId: string) {
  const { id, text, raisedOn, isSolved, solvedOn } = demand
  return db
    .select({ id, text, raisedOn, isSolved, solvedOn })
    .from(demand)
    .where(eq(demand.enterpriseId, enterpriseId))
    .all()
}

/** Policies that the enterprise was told of. */
export function readToldOf(db: ReadDb, enterpriseId: string) {
  return db
    .select({ policyId: policy.id, title: policy.title, toldOn: policyTold.toldOn })
    .from(policyTold)
    .innerJoin(policy, eq(policy.id, policyTold.policyId))
    .where(eq(policyTold.enterpriseId, enterpriseId))
    .all()
}

/** Findings about the enterprise: linked to it, or with it as 被审计单位 by whatever spelling of its name. */
export function readFindingsAbout(db: ReadDb, enterprise: Named & Pick<EnterpriseRow, 'id'>) {
  const keys = keysOf(enterprise)
  const auditee = sql<string>`coalesce(nullif(${finding.auditee}, ''), ${rectProgram.auditee})`
  const auditees = db
    .selectDistinct({ name: auditee })
    .from(finding)
    .innerJoin(rectProgram, eq(rectProgram.id, finding.programId))
    .where(ne(auditee, ''))
    .all()
    .flatMap(({ name }) => (keys.includes(normaliseCompanyName(name)) ? [name] : []))
  return db
    .select({ finding, feedbackOn: rectProgram.feedbackOn, programTitle: rectProgram.title })
    .from(finding)
    .innerJoin(rectProgram, eq(rectProgram.id, finding.programId))
    .where(or(eq(finding.enterpriseId, enterprise.id), auditees.length > 0 ? inArray(auditee, auditees) : undefined))
    .all()
}
