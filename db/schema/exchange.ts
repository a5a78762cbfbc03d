import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { StoredValue } from '../../shared/exchange/operation'

/** A public key of somebody we exchange files with. */
export const trustedKey = sqliteTable('trusted_key', {
  /** The key's own name, see `keyIdSchema`. */
  id: text('id').primaryKey(),
  unit: text('unit').notNull(),
  /** district, bureau or colleague. */
  role: text('role').notNull(),
  /** trusted or revoked; an unknown key has no row. */
  state: text('state').notNull(),
  suite: text('suite').notNull(),
  /** Base64. */
  publicKey: text('public_key').notNull(),
  device: text('device').notNull(),
  /** The key that it took the place of. */
  replacesId: text('replaces_id'),
  firstSeenAt: text('first_seen_at').notNull(),
  changedAt: text('changed_at').notNull(),
  changedBy: text('changed_by').notNull(),
})

/** A package that left the house; never changed or deleted. */
export const sentPackage = sqliteTable(
  'sent_package',
  {
    /** The manifest's id. */
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    period: text('period'),
    year: integer('year'),
    edition: integer('edition').notNull(),
    sequence: integer('sequence').notNull(),
    keyId: text('key_id').notNull(),
    /** '' = anybody. */
    toUnit: text('to_unit').notNull(),
    /** SHA-256 of the manifest. */
    digest: text('digest').notNull(),
    fileName: text('file_name').notNull(),
    checkCode: text('check_code').notNull(),
    schemeId: text('scheme_id').notNull(),
    schemeVersion: text('scheme_version').notNull(),
    isEncrypted: integer('is_encrypted', { mode: 'boolean' }).notNull(),
    sentAt: text('sent_at').notNull(),
    sentBy: text('sent_by').notNull(),
    counts: text('counts', { mode: 'json' }).$type<Readonly<Record<string, number>>>().notNull(),
    /** The payload as JSON; null for kinds whose rows are in the store anyway. */
    content: text('content'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  },
  (table) => [index('sent_package_period').on(table.kind, table.period, table.toUnit)],
)

/** A package that was taken over. */
export const receivedPackage = sqliteTable(
  'received_package',
  {
    /** The manifest's id. */
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    fromUnit: text('from_unit').notNull(),
    /** '' when nobody signed it. */
    keyId: text('key_id').notNull(),
    device: text('device').notNull(),
    sequence: integer('sequence').notNull(),
    /** SHA-256 of the manifest. */
    digest: text('digest').notNull(),
    period: text('period'),
    year: integer('year'),
    edition: integer('edition').notNull(),
    checkCode: text('check_code').notNull(),
    fileName: text('file_name').notNull(),
    /** The file as it came, kept as an attachment. */
    sha256: text('sha256').notNull(),
    /** trusted or unsigned. */
    signature: text('signature').notNull(),
    receivedAt: text('received_at').notNull(),
    receivedBy: text('received_by').notNull(),
    counts: text('counts', { mode: 'json' }).$type<Readonly<Record<string, number>>>().notNull(),
    /** The payload as JSON with every field that this version does not know; null for kinds whose rows are in the store anyway. */
    content: text('content'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    index('received_package_period').on(table.kind, table.period, table.fromUnit),
    index('received_package_sequence').on(table.keyId, table.sequence),
  ],
)

/** 异议 of this bureau to a verdict of the district; goes out with the next summary. */
export const ownObjection = sqliteTable(
  'own_objection',
  {
    id: text('id').primaryKey(),
    period: text('period').notNull(),
    /** Null: the result as a whole. */
    lineKey: text('line_key'),
    text: text('text').notNull(),
    raisedOn: text('raised_on').notNull(),
    raisedBy: text('raised_by').notNull(),
    /** The package that it went out with. */
    sentId: text('sent_id').references(() => sentPackage.id),
    answer: text('answer').notNull(),
    isAccepted: integer('is_accepted', { mode: 'boolean' }),
    answeredOn: text('answered_on'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  },
  (table) => [index('own_objection_period').on(table.period)],
)

/** What a person decided about two values of one field. */
export const conflictDecision = sqliteTable('conflict_decision', {
  id: text('id').primaryKey(),
  tableName: text('table_name').notNull(),
  rowId: text('row_id').notNull(),
  field: text('field').notNull(),
  /** The values that stood against each other, and who wrote them. */
  sides: text('sides', { mode: 'json' }).$type<readonly ConflictSide[]>().notNull(),
  chosen: text('chosen').notNull(),
  value: text('value'),
  decidedBy: text('decided_by').notNull(),
  decidedAt: text('decided_at').notNull(),
})

/** One of the values of a conflict. */
export interface ConflictSide {
  readonly value: StoredValue
  readonly isPresent: boolean
  readonly device: string
  readonly sequence: number
  readonly actor: string
  readonly at: string
}

/**
 * Every edit that this PC knows of, its own and its colleagues', in the form in which they travel. Outside the journal
 * (its rows come from it), only ever added to.
 */
export const journalOperation = sqliteTable(
  'journal_operation',
  {
    id: integer('id').primaryKey(),
    device: text('device').notNull(),
    sequence: integer('sequence').notNull(),
    lamport: integer('lamport').notNull(),
    tableName: text('table_name').notNull(),
    rowId: text('row_id').notNull(),
    isPresent: integer('is_present', { mode: 'boolean' }).notNull(),
    fields: text('fields', { mode: 'json' }).$type<Readonly<Record<string, StoredValue>>>().notNull(),
    doesSeal: integer('does_seal', { mode: 'boolean' }).notNull(),
    seen: text('seen', { mode: 'json' }).$type<Readonly<Record<string, number>>>().notNull(),
    at: text('at').notNull(),
    actor: text('actor').notNull(),
    intent: text('intent').notNull(),
  },
  (table) => [
    uniqueIndex('journal_operation_once').on(table.device, table.sequence),
    index('journal_operation_row').on(table.tableName, table.rowId),
  ],
)

/** How far each PC of the bureau is known; of this PC also the journal entry up to which operations were made. */
export const journalDevice = sqliteTable('journal_device', {
  id: text('id').primaryKey(),
  label: text('label').notNull(),
  lastSequence: integer('last_sequence').notNull(),
  lastEntry: integer('last_entry').notNull(),
  /** How far that PC knew the others when it last wrote, by device. */
  known: text('known', { mode: 'json' }).$type<Readonly<Record<string, number>>>().notNull(),
})

/** Fields on which PCs do not agree: found again from the operations whenever a row is touched, never a truth of its own. */
export const journalConflict = sqliteTable('journal_conflict', {
  /** `table/row/field`; the field is '' where one PC deleted what another changed. */
  id: text('id').primaryKey(),
  tableName: text('table_name').notNull(),
  rowId: text('row_id').notNull(),
  field: text('field').notNull(),
  /** value, deleted, twin (two rows that may only be one) or sealed. */
  kind: text('kind').notNull(),
  sides: text('sides', { mode: 'json' }).$type<readonly ConflictSide[]>().notNull(),
  /** The other row of a twin. */
  otherRowId: text('other_row_id'),
})
