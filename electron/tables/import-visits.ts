import type { ReadDb, WriteDb } from '../../db/access'
import {
  deleteDemand,
  insertDemand,
  readDemand,
  readDemandsOfVisits,
  readVisitDemands,
  updateDemand,
  type DemandTableRow,
} from '../../db/repositories/demands'
import {
  findEnterprise,
  idOfEnterprise,
  insertEnterprise,
  namedEnterprise,
  updateEnterprise,
} from '../../db/repositories/enterprises'
import { ensurePerson } from '../../db/repositories/people'
import {
  findVisit,
  insertVisit,
  readVisit,
  readVisits,
  updateVisit,
  type NamedVisit,
  type VisitRow,
} from '../../db/repositories/visits'
import { demandColumns, visitKey } from '../../shared/environment/tables'
import { visitFields } from '../../shared/tables/field-names'
import type { PlannedRow, StoredItem } from '../../shared/tables/plan'
import type { FieldValue, TableRow } from '../../shared/tables/reading'
import { keyText } from '../../shared/tables/text-forms'
import { formatChineseDate } from '../../shared/terms/dates'
import { parseIsoDate } from '../../shared/core/dates'
import { textOf, textOrNull, type Importer, type ImportWriting } from './importer'

/** 职务级别 and 所属街道 belong to the person and the enterprise: they only fill in what is not known there. */
const editable = visitFields.filter((field) => field !== 'rank' && field !== 'street')
/** The key is the same wherever a row meets its record, however the name is written. */
const compared = editable.filter(
  (field) => field !== 'personName' && field !== 'enterpriseName' && field !== 'visitedOn',
)

/** One demand of a visit; a visit without any has the empty demand. */
function itemKey(visit: string, demandText: string): string {
  return `${visit}|${keyText(demandText)}`
}

function bareKey(visit: string): string {
  return `bare:${visit}`
}

function visitKeyOf(row: TableRow): string {
  return visitKey(textOf(row, 'enterpriseName'), textOf(row, 'visitedOn'), textOf(row, 'personName'))
}

function titleOf(enterpriseName: string, visitedOn: string): string {
  const day = parseIsoDate(visitedOn)
  return `${enterpriseName} ${day === null ? visitedOn : formatChineseDate(day)}`
}

interface VisitItem {
  readonly item: StoredItem
  readonly key: string
  /** Null for a visit without demands. */
  readonly demand: DemandTableRow | null
  readonly isFirst: boolean
}

function valuesOf(visit: NamedVisit, demand: DemandTableRow | null): Readonly<Record<string, FieldValue>> {
  const { personName, enterpriseName, visitedOn, mode, topics, visitors } = visit
  return {
    personName,
    enterpriseName,
    visitedOn,
    topics,
    visitors,
    visitMode: mode,
    demandText: demand?.text ?? null,
    transferredOn: demand?.transferredOn ?? null,
    repliedOn: demand?.repliedOn ?? null,
    isSolved: demand?.isSolved ?? null,
    satisfaction: demand?.satisfaction ?? null,
    handling: demand?.handling ?? null,
  }
}

/** Every visit with its demands, one item each; the first item of a visit bears the visit's id, the others the demand's. */
function visitItems(db: ReadDb): VisitItem[] {
  const demands = new Map<string, DemandTableRow[]>()
  for (const demand of readVisitDemands(db)) {
    const visitId = demand.visitId ?? ''
    const others = demands.get(visitId)
    if (others) others.push(demand)
    else demands.set(visitId, [demand])
  }
  return readVisits(db).flatMap((visit) => {
    const title = titleOf(visit.enterpriseName, visit.visitedOn)
    const key = visitKey(visit.enterpriseName, visit.visitedOn, visit.personName)
    const own: readonly (DemandTableRow | null)[] = demands.get(visit.id) ?? [null]
    return own.map((demand, index) => ({
      key,
      demand,
      isFirst: index === 0,
      item: {
        id: index === 0 || demand === null ? visit.id : demand.id,
        code: title,
        title,
        values: valuesOf(visit, demand),
        isInScope: false,
      },
    }))
  })
}

/** The enterprise of a row, added when it is not known; a street that was not known is filled in. */
function ensureEnterprise(db: WriteDb, row: TableRow, writing: ImportWriting): string {
  const [name, street] = [textOf(row, 'enterpriseName'), textOf(row, 'street')]
  const known = findEnterprise(db, name, '')
  if (known) {
    if (known.street === '' && street !== '') updateEnterprise(db, known.id, { street, updatedAt: writing.now })
    return known.id
  }
  const { batchId, isSample, now } = writing
  const sourceRow = batchId === null ? null : row.row
  const added = namedEnterprise(name, {
    id: idOfEnterprise(db, name, writing.newId),
    batchId,
    sourceRow,
    isSample,
    createdAt: now,
  })
  insertEnterprise(db, { ...added, street })
  return added.id
}

function ensureOfficial(db: WriteDb, row: TableRow, { isSample, newId }: ImportWriting): string | null {
  const name = textOf(row, 'personName')
  return name === '' ? null : ensurePerson(db, name, { rank: textOf(row, 'rank'), isSample, newId })
}

/** Columns of a demand from the row's cells. */
function demandFields({ values }: TableRow): Partial<DemandTableRow> {
  const day = (field: string): string | null => (typeof values[field] === 'string' ? values[field] : null)
  return {
    text: day('demandText') ?? '',
    transferredOn: day('transferredOn'),
    repliedOn: day('repliedOn'),
    isSolved: typeof values['isSolved'] === 'boolean' ? values['isSolved'] : null,
    satisfaction: day('satisfaction'),
    handling: day('handling') ?? '',
  }
}

const columnOfField: Readonly<Record<(typeof demandColumns)[number], keyof DemandTableRow>> = {
  demandText: 'text',
  transferredOn: 'transferredOn',
  repliedOn: 'repliedOn',
  isSolved: 'isSolved',
  satisfaction: 'satisfaction',
  handling: 'handling',
}

function addDemand(
  db: WriteDb,
  visit: Pick<VisitRow, 'id' | 'enterpriseId' | 'visitedOn'>,
  row: TableRow,
  writing: ImportWriting,
): void {
  insertDemand(db, {
    id: writing.newId(),
    enterpriseId: visit.enterpriseId,
    visitId: visit.id,
    text: '',
    raisedOn: visit.visitedOn,
    transferredOn: null,
    transferredTo: '',
    repliedOn: null,
    handling: '',
    isSolved: null,
    solvedOn: null,
    satisfaction: null,
    handler: '',
    isSample: writing.isSample,
    createdAt: writing.now,
    updatedAt: writing.now,
    ...demandFields(row),
  })
}

function addRow(db: WriteDb, { row }: PlannedRow, writing: ImportWriting): void {
  const enterpriseId = ensureEnterprise(db, row, writing)
  const personId = ensureOfficial(db, row, writing)
  const visitedOn = textOf(row, 'visitedOn')
  const { batchId, isSample, now } = writing
  // Several demands of one visit are several rows; the first of them brought the visit.
  let visit = findVisit(db, enterpriseId, visitedOn, personId)
  if (!visit) {
    visit = {
      id: writing.newId(),
      enterpriseId,
      personId,
      visitedOn,
      mode: textOf(row, 'visitMode'),
      visitors: textOf(row, 'visitors'),
      topics: textOf(row, 'topics'),
      batchId,
      sourceRow: batchId === null ? null : row.row,
      isSample,
      createdAt: now,
      updatedAt: now,
    }
    insertVisit(db, visit)
  }
  if (textOrNull(row, 'demandText') !== null) addDemand(db, visit, row, writing)
}

/** The visit's own columns that the row changes; enterprise and official are found or added. */
function visitChanges(db: WriteDb, row: TableRow, changed: ReadonlySet<string>, writing: ImportWriting) {
  const fields: Partial<VisitRow> = { updatedAt: writing.now }
  if (changed.has('enterpriseName')) fields.enterpriseId = ensureEnterprise(db, row, writing)
  if (changed.has('personName')) fields.personId = ensureOfficial(db, row, writing)
  if (changed.has('visitedOn')) fields.visitedOn = textOf(row, 'visitedOn')
  if (changed.has('visitMode')) fields.mode = textOf(row, 'visitMode')
  if (changed.has('topics')) fields.topics = textOf(row, 'topics')
  if (changed.has('visitors')) fields.visitors = textOf(row, 'visitors')
  return fields
}

function updateRow(db: WriteDb, id: string, { row, changes }: PlannedRow, writing: ImportWriting): void {
  const ownDemand = readDemand(db, id)
  const visit = readVisit(db, ownDemand?.visitId ?? id)
  if (!visit) return
  const changed = new Set(changes.map(({ field }) => field))
  const fields = visitChanges(db, row, changed, writing)
  updateVisit(db, visit.id, fields)
  const demands = readDemandsOfVisits(db, [visit])
  const { enterpriseId } = fields
  if (enterpriseId !== undefined) for (const each of demands) updateDemand(db, each.id, { enterpriseId })
  if (!demandColumns.some((field) => changed.has(field))) return
  const wasRaised = changes.every(({ field, from }) => field !== 'demandText' || (from !== null && from !== ''))
  const demand = wasRaised ? (ownDemand ?? demands[0]) : undefined
  const isRaised = textOrNull(row, 'demandText') !== null
  if (!demand) {
    if (isRaised) addDemand(db, { ...visit, ...fields }, row, writing)
    return
  }
  if (!isRaised) return deleteDemand(db, demand.id)
  const next: Readonly<Record<string, unknown>> = demandFields(row)
  const written: Record<string, unknown> = { updatedAt: writing.now }
  for (const field of demandColumns) {
    const column = columnOfField[field]
    if (changed.has(field)) written[column] = next[column]
  }
  updateDemand(db, demand.id, written)
}

/** 走访记录: a visit is known by enterprise, day and official, its demands by their text; an empty cell keeps. */
export const visitImporter: Importer = {
  kind: 'visits',
  fields: compared,
  editable,
  mappable: visitFields,
  doesBlankKeep: true,
  keyOf: (row) => itemKey(visitKeyOf(row), textOf(row, 'demandText')),
  // A demand noted later belongs to the visit that had none; a row without a demand is any row of its visit.
  alternativeKeyOf: (row) => (textOf(row, 'demandText') === '' ? visitKeyOf(row) : bareKey(visitKeyOf(row))),
  judge: ({ values }, { today }) =>
    (['visitedOn', 'transferredOn', 'repliedOn'] as const).flatMap((field) => {
      const on = values[field]
      const isToCome = typeof on === 'string' && on > today
      return isToCome ? [{ field, code: 'dayInFuture' as const, severity: 'warning' as const, params: { today } }] : []
    }),
  titleOf: (row) => titleOf(textOf(row, 'enterpriseName'), textOf(row, 'visitedOn')),
  codeOf: (row) => titleOf(textOf(row, 'enterpriseName'), textOf(row, 'visitedOn')),
  scopeTitle: (reading) => reading.title,
  existing: (db) => {
    const items = new Map<string, StoredItem>()
    for (const { item, key, demand, isFirst } of visitItems(db)) {
      items.set(itemKey(key, demand?.text ?? ''), item)
      if (isFirst) items.set(key, item)
      if (demand === null) items.set(bareKey(key), item)
    }
    return items
  },
  items: (db) => visitItems(db).map(({ item }) => item),
  add: addRow,
  update: updateRow,
}
