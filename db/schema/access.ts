import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { AreaRoles } from '../../shared/access/roles'

/** Somebody who signs in on this computer. None at all = the computer asks nobody who he or she is. */
export const account = sqliteTable(
  'account',
  {
    id: text('id').primaryKey(),
    /** The person's name, by which the journal knows him or her. */
    personName: text('person_name').notNull(),
    isAdmin: integer('is_admin', { mode: 'boolean' }).notNull(),
    /** JSON object: the role in each work area; an area left out is 只看. */
    roles: text('roles', { mode: 'json' }).$type<AreaRoles>().notNull(),
    /** `scrypt$<log2 N>$<r>$<p>$<salt>$<hash>`, salt and hash in base64url. */
    pin: text('pin').notNull(),
    /** The printed recovery code in the same form; '' = used up. */
    recoveryCode: text('recovery_code').notNull(),
    /** Wrong PINs since the last right one; they lengthen the wait. */
    failures: integer('failures').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [uniqueIndex('account_person').on(table.personName)],
)
