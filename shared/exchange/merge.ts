import type { Operation, StoredValue } from './operation'
import { columnsWith, isQuiet, type SharedTable } from './shared-tables'

/** A decision of a person between two values, and its taking back; both are operations like others. */
export const decideIntent = 'exchange.decide'
export const undecideIntent = 'exchange.undecide'

/** What one operation says of a disputed field: the value, or with field '' whether the row is there. */
export interface Side {
  readonly value: StoredValue
  readonly isPresent: boolean
  readonly device: string
  readonly sequence: number
  readonly actor: string
  readonly at: string
}

export interface Dispute {
  /** The column; '' = whether the row is there at all. */
  readonly field: string
  readonly kind: 'value' | 'deleted' | 'sealed'
  /** What stands first. */
  readonly sides: readonly Side[]
}

/** A row as all its operations together say. */
export interface RowState {
  readonly isPresent: boolean
  readonly isSealed: boolean
  /** Columns that any operation has set. */
  readonly values: Readonly<Record<string, StoredValue>>
  readonly disputes: readonly Dispute[]
}

/** Whether `later` was written by a PC that knew `earlier`. */
export function hasSeen(later: Operation, earlier: Operation): boolean {
  return later.device === earlier.device
    ? later.sequence > earlier.sequence
    : (later.seen[earlier.device] ?? 0) >= earlier.sequence
}

/** Without decisions that were taken back, and without the takings back, which say nothing of the row themselves. */
function standing(operations: readonly Operation[]): readonly Operation[] {
  const takenBack = operations.filter(({ intent }) => intent === undecideIntent)
  if (takenBack.length === 0) return operations
  const subject = ({ fields }: Operation): string => Object.keys(fields).toSorted().join()
  return operations.filter(
    (each) =>
      each.intent !== undecideIntent &&
      !(
        each.intent === decideIntent && takenBack.some((back) => subject(back) === subject(each) && hasSeen(back, each))
      ),
  )
}

/** The newest operation of each PC; an older one of the same PC never stands beside it. */
function newestByDevice(operations: readonly Operation[]): Operation[] {
  const newest = new Map<string, Operation>()
  for (const each of operations)
    if ((newest.get(each.device)?.sequence ?? 0) < each.sequence) newest.set(each.device, each)
  return [...newest.values()]
}

/** A total order that is the same on every PC: of signed ones the first stands, else the latest. */
function precedence(left: Operation, right: Operation): number {
  if (left.doesSeal !== right.doesSeal) return left.doesSeal ? -1 : 1
  const later = right.lamport - left.lamport || (right.device < left.device ? -1 : right.device > left.device ? 1 : 0)
  const order = later || right.sequence - left.sequence
  return left.doesSeal ? -order : order
}

/** Operations that no other one knew, the one that stands first. Two that claim to have known each other both stay. */
function headsOf(operations: readonly Operation[]): readonly Operation[] {
  if (operations.length < 2) return operations
  const newest = newestByDevice(operations)
  const heads = newest.filter((each) => !newest.some((other) => other !== each && hasSeen(other, each)))
  return (heads.length > 0 ? heads : newest).toSorted(precedence)
}

function sideOf(operation: Operation, field: string): Side {
  const { device, sequence, actor, at, isPresent } = operation
  return { value: field === '' ? null : (operation.fields[field] ?? null), isPresent, device, sequence, actor, at }
}

/** The first of each value, in order. */
function different(operations: readonly Operation[], valueOf: (each: Operation) => unknown): readonly Operation[] {
  const known = new Set<unknown>()
  return operations.filter((each) => {
    const value = valueOf(each)
    return known.has(value) ? false : known.add(value)
  })
}

/**
 * What the operations on one row say, whatever their order: by field the value of the edit that no other edit knew; where
 * several such edits differ, one stands and all are shown. An edit outlives a deletion that did not know it; what was
 * signed outlives everything (实施方案 销号: a signed form is never changed). `operations` are those of one row, each once.
 */
export function resolveRow(table: SharedTable, operations: readonly Operation[]): RowState {
  const all = standing(operations)
  const seal = all.filter(({ doesSeal }) => doesSeal).toSorted(precedence)[0] ?? null
  const values: Record<string, StoredValue> = {}
  const disputes: Dispute[] = []
  const told = new Set<string>()
  for (const column of columnsOf(table, all)) {
    const heads = headsOf(all.filter(({ fields }) => Object.hasOwn(fields, column)))
    const signed = seal && isSignedColumn(table, column) ? seal : null
    const shown = signed ?? heads[0]
    if (!shown) continue
    values[column] = shown.fields[column] ?? null
    const sides = different(signed ? [signed, ...heads] : heads, ({ fields }) => fields[column] ?? null)
    const [subject = column] = columnsWith(table, column)
    if (sides.length < 2 || isQuiet(table, column) || told.has(subject)) continue
    told.add(subject)
    const kind = sides.some(({ doesSeal }) => doesSeal) ? 'sealed' : 'value'
    disputes.push({ field: column, kind, sides: sides.map((each) => sideOf(each, column)) })
  }
  const presence = different(presenceOrder(headsOf(all), seal), ({ isPresent }) => isPresent)
  if (presence.length > 1)
    disputes.push({ field: '', kind: seal ? 'sealed' : 'deleted', sides: presence.map((each) => sideOf(each, '')) })
  return { isPresent: presence[0]?.isPresent ?? false, isSealed: seal !== null, values, disputes }
}

/** All columns that are set, those that name others before them. */
function columnsOf(table: SharedTable, operations: readonly Operation[]): readonly string[] {
  const columns = [...new Set(operations.flatMap(({ fields }) => Object.keys(fields)))].toSorted()
  const doesName = (column: string): boolean => columnsWith(table, column)[0] === column
  return [...columns.filter(doesName), ...columns.filter((column) => !doesName(column))]
}

/** Those that keep the row before those that delete it. */
function presenceOrder(heads: readonly Operation[], seal: Operation | null): readonly Operation[] {
  const keeping = heads.filter(({ isPresent }) => isPresent)
  return [...(seal ? [seal] : []), ...keeping, ...heads.filter(({ isPresent }) => !isPresent)]
}

function isSignedColumn(table: SharedTable, column: string): boolean {
  return table.seal !== undefined && (table.seal.columns === 'all' || table.seal.columns.includes(column))
}
