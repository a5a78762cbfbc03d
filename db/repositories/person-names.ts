import { and, eq, getTableName, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { ReadDb, WriteDb } from '../access'
import { account } from '../schema/access'
import { assignment, task } from '../schema/assignments'
import { attachment } from '../schema/attachments'
import { brief, training, trainingAttendance } from '../schema/briefs'
import { demand, policy, visit } from '../schema/environment'
import { lead } from '../schema/investment'
import { project, projectProblem, projectVisit } from '../schema/projects'
import { finding, measure } from '../schema/rectification'
import { extension, findingStep, lookBack } from '../schema/rectification-parts'
import { revenueEntry, revenueTip } from '../schema/revenue'

/** A column that names people of the bureau by their names, one or several with 、 between them. */
export interface NameColumn {
  readonly table: SQLiteTable
  /** The column's key in the table. */
  readonly key: string
  readonly column: SQLiteColumn
  /** The rows whose name follows, where not all do. */
  readonly where?: SQL
}

/** Every column that names a person; a test compares the list with the schema. Columns that say who typed something stay as they were. */
export const nameColumns: readonly NameColumn[] = [
  { table: account, key: 'personName', column: account.personName },
  { table: assignment, key: 'handler', column: assignment.handler },
  { table: task, key: 'handler', column: task.handler },
  { table: task, key: 'preparedBy', column: task.preparedBy },
  { table: task, key: 'checkedBy', column: task.checkedBy },
  { table: task, key: 'approvedBy', column: task.approvedBy },
  { table: lead, key: 'handler', column: lead.handler },
  { table: lead, key: 'sourcePerson', column: lead.sourcePerson },
  { table: brief, key: 'handler', column: brief.handler },
  { table: training, key: 'handler', column: training.handler },
  { table: trainingAttendance, key: 'personName', column: trainingAttendance.personName },
  { table: project, key: 'leaderSponsor', column: project.leaderSponsor },
  { table: project, key: 'steward', column: project.steward },
  { table: project, key: 'handler', column: project.handler },
  { table: projectProblem, key: 'handler', column: projectProblem.handler },
  { table: projectVisit, key: 'visitors', column: projectVisit.visitors },
  { table: policy, key: 'handler', column: policy.handler },
  { table: visit, key: 'visitors', column: visit.visitors },
  { table: demand, key: 'handler', column: demand.handler },
  { table: revenueEntry, key: 'handler', column: revenueEntry.handler },
  { table: revenueTip, key: 'handler', column: revenueTip.handler },
  { table: finding, key: 'leader', column: finding.leader },
  { table: finding, key: 'handler', column: finding.handler },
  // Who did a step is compared with who sits here, so that a new name stays the same person.
  { table: finding, key: 'submittedBy', column: finding.submittedBy },
  { table: finding, key: 'proposedBy', column: finding.proposedBy },
  { table: finding, key: 'determinedBy', column: finding.determinedBy },
  { table: finding, key: 'closedBy', column: finding.closedBy },
  { table: measure, key: 'leader', column: measure.leader },
  { table: measure, key: 'handler', column: measure.handler },
  { table: measure, key: 'doneBy', column: measure.doneBy },
  { table: measure, key: 'verifiedBy', column: measure.verifiedBy },
  { table: extension, key: 'appliedBy', column: extension.appliedBy },
  { table: extension, key: 'decidedBy', column: extension.decidedBy },
  { table: findingStep, key: 'by', column: findingStep.by },
  { table: findingStep, key: 'agreedBy', column: findingStep.agreedBy },
  { table: lookBack, key: 'doneBy', column: lookBack.doneBy },
  // Who brought evidence is a doer too; other files keep who added them, as the journal does.
  { table: attachment, key: 'addedBy', column: attachment.addedBy, where: eq(attachment.room, 'rectification') },
]

/** What stands between several names, in the order in which SQL brings them to one sign. */
const separators = ['\u3001', '\uFF0C', ',', '\uFF1B', ';', '/', '\n']
const separator = /([\u3001\uFF0C,\uFF1B;/\n]+)/

/** Whether a column names the person, alone or among others. */
export function namesPerson(column: SQLWrapper, name: string): SQL {
  let text = sql`${column}`
  for (const sign of separators.slice(1)) text = sql`replace(${text}, ${sign}, ${separators[0]})`
  const inList = sql`instr(${separators[0]} || ${text} || ${separators[0]}, ${`${separators[0]}${name}${separators[0]}`}) > 0`
  // The cheap comparison first: most rows do not hold the name at all.
  return sql`(${column} = ${name} or (instr(${column}, ${name}) > 0 and ${inList}))`
}

/** The names of a text, each once. */
export function namesIn(text: string): readonly string[] {
  const names = text.split(separator).filter((part) => part !== '' && !separator.test(part))
  return [...new Set(names)]
}

/** The text with one name in place of another; other names and what stands between them stay. */
export function withName(text: string, from: string, to: string): string {
  if (text === from) return to
  return text
    .split(separator)
    .map((part) => (part === from ? to : part))
    .join('')
}

/** How often records name the person, by table. */
export function countNamed(db: ReadDb, name: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { table, column, where } of nameColumns) {
    const found = db
      .select({ count: sql<number>`count(*)` })
      .from(table)
      .where(and(namesPerson(column, name), where))
      .get()
    const place = getTableName(table)
    if (found && found.count > 0) counts.set(place, (counts.get(place) ?? 0) + found.count)
  }
  return counts
}

/** Writes the new name wherever records name the person; gives the number of rows. */
export function renameEverywhere(db: WriteDb, from: string, to: string): number {
  let changed = 0
  for (const { table, key, column, where } of nameColumns) {
    const texts = db
      .selectDistinct({ text: sql<string>`${column}` })
      .from(table)
      .where(and(namesPerson(column, from), where))
      .all()
    for (const { text } of texts) {
      const set = { [key]: withName(text, from, to) }
      changed += db
        .update(table)
        .set(set)
        .where(and(eq(column, text), where))
        .run().changes
    }
  }
  return changed
}
