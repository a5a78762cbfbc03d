import { asc, eq, sql } from 'drizzle-orm'
import type { ReadDb, WriteDb } from '../access'
import { clientOf, insertRow, prepared, updateRow } from '../prepared'
import { account } from '../schema/access'

export type AccountRow = typeof account.$inferSelect

/** Whether anybody signs in on this computer; asked at every call. */
export function hasAccounts(db: ReadDb): boolean {
  const any = prepared(db, 'accounts.any', () =>
    clientOf(db).prepare<[], number>('SELECT 1 FROM account LIMIT 1').pluck(),
  )
  return any.get() !== undefined
}

/** Everybody who signs in, in the order of entry. */
export function readAccounts(db: ReadDb): AccountRow[] {
  return db.select().from(account).orderBy(asc(account.createdAt), asc(account.id)).all()
}

export function readAccount(db: ReadDb, id: string): AccountRow | null {
  const byId = prepared(db, 'accounts.byId', () =>
    db
      .select()
      .from(account)
      .where(eq(account.id, sql.placeholder('id')))
      .prepare(),
  )
  return byId.get({ id }) ?? null
}

export function readAccountByName(db: ReadDb, name: string): AccountRow | null {
  return db.select().from(account).where(eq(account.personName, name)).get() ?? null
}

export function insertAccount(db: WriteDb, row: AccountRow): void {
  insertRow(db, account, row)
}

export function updateAccount(db: WriteDb, id: string, fields: Partial<AccountRow>): void {
  updateRow(db, account, id, fields)
}

export function deleteAccount(db: WriteDb, id: string): void {
  db.delete(account).where(eq(account.id, id)).run()
}
