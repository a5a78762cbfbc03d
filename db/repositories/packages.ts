import { and, asc, desc, eq, isNull, max, sql } from 'drizzle-orm'
import type { Manifest, PackageKind } from '../../shared/exchange/manifest'
import type { ReadDb, WriteDb } from '../access'
import { insertRow } from '../prepared'
import { receivedPackage, sentPackage } from '../schema/exchange'

export type SentPackageRow = typeof sentPackage.$inferSelect
export type ReceivedPackageRow = typeof receivedPackage.$inferSelect

/** A period, or none at all. */
function isOf(column: typeof sentPackage.period | typeof receivedPackage.period, period: string | null) {
  return period === null ? isNull(column) : eq(column, period)
}

/** What both registers take from a manifest. */
function fromManifest(manifest: Manifest) {
  const { id, kind, period, year, edition, sequence, checkCode } = manifest
  return { id, kind, period, year, edition, sequence, checkCode, counts: manifest.counts }
}

/** Enters a package that leaves the house. `content` is the payload as JSON, null where the rows are in the store anyway. */
export function recordSent(
  db: WriteDb,
  { manifest, digest, isEncrypted }: Readonly<{ manifest: Manifest; digest: string; isEncrypted: boolean }>,
  about: Readonly<{ fileName: string; at: string; by: string; content: string | null; isSample?: boolean }>,
): void {
  insertRow(db, sentPackage, {
    ...fromManifest(manifest),
    keyId: manifest.from.keyId,
    toUnit: manifest.to ?? '',
    digest,
    fileName: about.fileName,
    schemeId: manifest.ruleSet?.id ?? '',
    schemeVersion: manifest.ruleSet?.version ?? '',
    isEncrypted,
    sentAt: about.at,
    sentBy: about.by,
    content: about.content,
    isSample: about.isSample ?? false,
  })
}

/**
 * Enters a package that was taken over. `sha256` is the digest of the file as it came, under which it is kept; what nobody
 * signed has no key.
 */
export function recordReceived(
  db: WriteDb,
  {
    manifest,
    digest,
    isSigned,
    fileName,
  }: Readonly<{
    manifest: Manifest
    digest: string
    isSigned: boolean
    fileName: string
  }>,
  about: Readonly<{ sha256: string; at: string; by: string; content: string | null; isSample?: boolean }>,
): void {
  insertRow(db, receivedPackage, {
    ...fromManifest(manifest),
    fromUnit: manifest.from.unit,
    keyId: isSigned ? manifest.from.keyId : '',
    device: manifest.from.device,
    digest,
    fileName,
    sha256: about.sha256,
    signature: isSigned ? 'trusted' : 'unsigned',
    receivedAt: about.at,
    receivedBy: about.by,
    content: about.content,
    isSample: about.isSample ?? false,
  })
}

/** Everything that left the house, the newest first. */
export function readSent(db: ReadDb): SentPackageRow[] {
  return db.select().from(sentPackage).orderBy(desc(sentPackage.sequence), desc(sentPackage.id)).all()
}

export function readSentById(db: ReadDb, id: string): SentPackageRow | null {
  return db.select().from(sentPackage).where(eq(sentPackage.id, id)).get() ?? null
}

/** What was sent of a kind for a period, the newest edition first; `toUnit` narrows it to one receiver. */
export function readSentOf(db: ReadDb, kind: PackageKind, period: string | null, toUnit?: string): SentPackageRow[] {
  const { kind: kinds, period: periods, toUnit: receivers } = sentPackage
  const receiver = toUnit === undefined ? undefined : eq(receivers, toUnit)
  return db
    .select()
    .from(sentPackage)
    .where(and(eq(kinds, kind), isOf(periods, period), receiver))
    .orderBy(desc(sentPackage.edition), desc(sentPackage.sequence))
    .all()
}

/** The highest sequence that a key is known to have used; 0 = none. What other PCs of the bureau sent is known here too. */
export function highestSentSequence(db: ReadDb, keyId: string): number {
  const row = db
    .select({ highest: max(sentPackage.sequence) })
    .from(sentPackage)
    .where(eq(sentPackage.keyId, keyId))
    .get()
  return row?.highest ?? 0
}

/** Everything that was taken over, the newest first. */
export function readReceived(db: ReadDb): ReceivedPackageRow[] {
  return db.select().from(receivedPackage).orderBy(desc(receivedPackage.receivedAt), desc(receivedPackage.id)).all()
}

export function readReceivedById(db: ReadDb, id: string): ReceivedPackageRow | null {
  return db.select().from(receivedPackage).where(eq(receivedPackage.id, id)).get() ?? null
}

/** The package with this very manifest, if it was taken over before. */
export function readReceivedByDigest(db: ReadDb, digest: string): ReceivedPackageRow | null {
  return db.select().from(receivedPackage).where(eq(receivedPackage.digest, digest)).get() ?? null
}

/** What was taken over of a kind for a period, the newest edition first; of every sender. */
export function readReceivedOf(db: ReadDb, kind: PackageKind, period: string | null): ReceivedPackageRow[] {
  return db
    .select()
    .from(receivedPackage)
    .where(and(eq(receivedPackage.kind, kind), isOf(receivedPackage.period, period)))
    .orderBy(desc(receivedPackage.edition), desc(receivedPackage.sequence))
    .all()
}

/** Whether the key has used the sequence for something else that was taken over. */
export function isReplayed(
  db: ReadDb,
  { manifest, digest }: Readonly<{ manifest: Manifest; digest: string }>,
): boolean {
  const rows = db
    .select()
    .from(receivedPackage)
    .where(and(eq(receivedPackage.keyId, manifest.from.keyId), eq(receivedPackage.sequence, manifest.sequence)))
    .all()
  return rows.some((row) => row.digest !== digest)
}

/** Periods of a year of which some receipt returned lines, in their order. */
export function readPeriodsReturned(db: ReadDb, year: number): string[] {
  const rows = db
    .selectDistinct({ period: receivedPackage.period })
    .from(receivedPackage)
    .where(
      and(
        eq(receivedPackage.kind, 'receipt'),
        eq(receivedPackage.year, year),
        sql`json_extract(${receivedPackage.counts}, '$.returned') > 0`,
      ),
    )
    .orderBy(asc(receivedPackage.period))
    .all()
  return rows.flatMap(({ period }) => period ?? [])
}
