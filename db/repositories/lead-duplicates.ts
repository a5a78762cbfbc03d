import { getTableColumns, inArray, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { LeadRecord } from '../../shared/investment/record'
import { nameKeyOf, type NameKey } from '../../shared/registry/company-name'
import { normaliseCreditCode } from '../../shared/registry/credit-code'
import type { ReadDb } from '../access'
import { lead } from '../schema/investment'
import { toLeadRecord } from './investment'

/**
 * Share of a name's neighbouring characters that another must have to be looked at. The rule itself asks for 3/5 of them
 * (`isAlike`); a name as typed may have brackets between them, so less is asked of it.
 */
const shareOfKey = 0.5
const shareOfTyped = 0.4

/** How many of the pairs stand in a column, at least. */
function holdsPairs(column: SQLWrapper, pairs: readonly string[], share: number): SQL {
  const hits = pairs.map((pair) => sql`(instr(${column}, ${pair}) > 0)`)
  return sql`${sql.join(hits, sql` + `)} >= ${Math.max(1, Math.floor(pairs.length * share))}`
}

function nearName({ key, pairs }: NameKey): SQL {
  const looked = [...pairs.keys()]
  const byKey = sql`select id from lead where investor_key = ${key}`
  const byTyped = sql`select id from lead where company_name <> '' and instr(company_name, ${key}) > 0`
  if (looked.length === 0) return sql`${byKey} union ${byTyped}`
  return sql`${byKey}
    union select id from lead where ${holdsPairs(lead.investorKey, looked, shareOfKey)}
    union select id from lead where company_name <> '' and ${holdsPairs(lead.companyName, looked, shareOfTyped)}`
}

/**
 * The leads among which a duplicate of one can be: the same credit code, or a name that shares enough with one of its names.
 * A superset of what `findDuplicates` finds; it reads two narrow indexes instead of every lead.
 */
export function readLeadsNear(
  db: ReadDb,
  about: Pick<LeadRecord, 'investorName' | 'companyName' | 'creditCode'>,
): LeadRecord[] {
  const code = normaliseCreditCode(about.creditCode)
  const keys = [about.investorName, about.companyName].map(nameKeyOf).filter(({ key }) => key !== '')
  const parts = [
    ...keys.map(nearName),
    ...(code === ''
      ? []
      : [
          sql`select id from lead where credit_code > '' and upper(replace(replace(credit_code, ' ', ''), '-', '')) = ${code}`,
        ]),
  ]
  if (parts.length === 0) return []
  return db
    .select(getTableColumns(lead))
    .from(lead)
    .where(inArray(lead.id, sql`(${sql.join(parts, sql` union `)})`))
    .all()
    .map(toLeadRecord)
}
