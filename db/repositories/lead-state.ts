import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { IsoDate } from '../../shared/core/dates'
import { lead } from '../schema/investment'

const whiteSpace =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'

function known(column: SQLWrapper, asOf: IsoDate): SQL {
  return sql`(${column} is not null and ${column} <= ${asOf})`
}

// White space as JavaScript's trim sees it; SQLite's own trim knows only the space.
function filled(column: SQLWrapper): SQL {
  return sql`trim(${column}, ${whiteSpace}) <> ''`
}

/** The four parts of 有效 as SQL, whatever became of the lead since. */
export function effectiveSql(asOf: IsoDate): SQL {
  const by = (column: SQLWrapper): SQL => known(column, asOf)
  return sql`(${by(lead.certifiedOn)} and ${by(lead.contactedOn)} and ${by(lead.acceptedOn)}
    and ${filled(lead.acceptedBy)} and ${lead.districtClass} not in ('pending', 'invalid'))`
}

/**
 * The state of a lead as SQL, so that a list can filter on it without reading every lead.
 * It says the same as `leadState` in `shared/investment/facts`; a test compares the two on random leads.
 */
export function leadStateSql(asOf: IsoDate): SQL<string> {
  const by = (column: SQLWrapper): SQL => known(column, asOf)
  const ended = sql`(${lead.endedOn} is null or ${lead.endedOn} <= ${asOf})`
  const dormant = sql`(${lead.ending} = 'dormant' and ${ended})`
  const effective = effectiveSql(asOf)
  const landed = sql`(${by(lead.landedOn)} and ${lead.isRegisteredInDistrict} = 1 and ${filled(lead.companyName)}
    and ${filled(lead.creditCode)} and substr(${lead.landedOn}, 1, 4) = substr(${lead.filedOn}, 1, 4))`
  return sql<string>`case
    when ${lead.ending} = 'withdrawn' and ${ended} then 'withdrawn'
    when ${lead.ending} = 'revoked' and ${ended} then 'revoked'
    when not ${by(lead.filedOn)} then 'draft'
    when ${lead.districtClass} = 'invalid' and ${ended} then 'invalid'
    when ${effective} and ${landed} then 'landed'
    when ${dormant} then 'dormant'
    when ${effective} then 'effective'
    when not ${by(lead.certifiedOn)} then 'filed'
    when ${by(lead.contactedOn)} then 'contacted'
    else 'certified' end`
}
