import type { Store } from '../../db/access'
import { readSharedRow, sharedSchemas, type SharedSchema } from '../../db/repositories/shared-rows'
import { parseIsoDate } from '../../shared/core/dates'
import { fen, formatMoney } from '../../shared/core/money'
import type { StoredValue } from '../../shared/exchange/operation'
import type { RowValues } from '../../shared/exchange/shared-tables'
import type { RecordKind, RecordRef, RecordRoom } from '../../shared/reports/model'
import { formatChineseDate } from '../../shared/terms/dates'
import { mergedChoiceText, mergedFieldLabel, mergedRecordName, mergeText } from '../../shared/terms/merge'

/** What a record is known by: the first columns that say something; a reference says what it refers to. */
const titleColumns: Readonly<Record<string, readonly string[]>> = {
  assignment: ['item_code', 'task_name'],
  attachment: ['file_name'],
  demand: ['enterprise_id', 'text'],
  enterprise_link: ['enterprise_id', 'person_id'],
  evidence: ['attachment_id'],
  finding: ['no', 'title'],
  finding_measure: ['finding_id', 'measure_id'],
  follow_up: ['lead_id', 'happened_on'],
  group_role: ['person_id', 'role'],
  handover: ['from_person_id', 'to_person_id'],
  lead: ['title', 'investor_name'],
  line_verdict: ['unit_id', 'line_key'],
  manual_score: ['year', 'given_on'],
  measure: ['text'],
  permit: ['project_id', 'kind'],
  policy_told: ['policy_id', 'enterprise_id'],
  project_problem: ['project_id', 'text'],
  project_visit: ['project_id', 'visited_on'],
  rect_role: ['person_id', 'role'],
  recurrence: ['finding_id', 'earlier_id'],
  revenue_entry: ['item'],
  revenue_tip: ['counterpart', 'content'],
  submission: ['unit_id', 'period'],
  task: ['assignment_id', 'occurrence'],
  unit_figure: ['unit_id', 'component_id'],
  unit_veto: ['unit_id', 'veto_id'],
  visit: ['enterprise_id', 'visited_on'],
}
const usualTitle: readonly string[] = ['title', 'name', 'finding_id', 'program_id', 'period', 'year', 'kind', 'text']

/** Where a record opens. */
const places: Readonly<Record<string, readonly [room: RecordRoom, kind: RecordKind]>> = {
  brief: ['investment', 'brief'],
  demand: ['environment', 'demand'],
  enterprise: ['registry', 'enterprise'],
  finding: ['rectification', 'finding'],
  lead: ['investment', 'lead'],
  policy: ['environment', 'policy'],
  project: ['projects', 'project'],
  revenue_entry: ['revenue', 'entry'],
  revenue_tip: ['revenue', 'tip'],
  training: ['investment', 'training'],
  visit: ['environment', 'visit'],
}

const maxTitle = 60
const maxText = 500
/** References refer to references: 佐证 → 附件, 任务 → 报送. */
const maxDepth = 3

/** Columns that hold money. Unit: 分. */
const moneyColumns: ReadonlySet<string> = new Set([
  'project.total_investment',
  'project.annual_plan',
  'project.invested_ytd',
  'project.invested_total',
  'revenue_entry.gross',
  'revenue_entry.district_retained',
  'revenue_entry.budget',
  'revenue_entry.spent',
  'finding.amount',
  'referral.amount',
  'finding_amount.required_fen',
  'finding_amount.done_fen',
])

/** How people call records, columns and values; reads what the store has now. */
export class RecordWords {
  private readonly store: Store
  private readonly schemas: ReadonlyMap<string, SharedSchema>

  constructor(store: Store) {
    this.store = store
    this.schemas = sharedSchemas(store)
  }

  /** 走访 示例科技 2022年6月8日. */
  titleOf(table: string, values: RowValues): string {
    return `${mergedRecordName(table)} ${this.nameOf(table, values, 0)}`.trim()
  }

  private nameOf(table: string, values: RowValues, depth: number): string {
    const own = titleColumns[table]
    const parts = (own ?? usualTitle)
      .map((column) =>
        values[column] === undefined ? '' : this.shownText(table, column, values[column] ?? null, depth),
      )
      .filter((text) => text !== '')
    return shortened((own ? parts : parts.slice(0, 1)).join(' '), maxTitle)
  }

  /** The record as something to be opened; null for what has no page of its own, or is not there. */
  refOf(table: string, rowId: string, title: string): RecordRef | null {
    const place = Object.hasOwn(places, table) ? places[table] : undefined
    if (!place || !this.storedOf(table, rowId)) return null
    return { room: place[0], kind: place[1], recordId: rowId, title }
  }

  storedOf(table: string, rowId: string): RowValues | null {
    const schema = this.schemas.get(table)
    return schema ? readSharedRow(this.store, schema, rowId) : null
  }

  labelOf(table: string, column: string): string {
    return mergedFieldLabel(table, column) ?? mergeText.otherField
  }

  /** A value as people read it. */
  textOf(table: string, column: string, value: StoredValue): string {
    const text = this.shownText(table, column, value, 0)
    return text === '' ? mergeText.empty : shortened(text, maxText)
  }

  private shownText(table: string, column: string, value: StoredValue, depth: number): string {
    if (value === null) return ''
    if (typeof value === 'number') return numberText(table, column, value)
    const parent = this.schemas.get(table)?.references.find((reference) => reference.column === column)?.parent
    if (parent !== undefined) {
      const above = depth < maxDepth ? this.storedOf(parent, value) : null
      return above ? this.nameOf(parent, above, depth + 1) : ''
    }
    const choice = mergedChoiceText(table, column, value)
    if (choice !== null) return choice
    const day = parseIsoDate(value)
    if (day) return formatChineseDate(day)
    return /^[[{"]/.test(value) ? documentText(value) : value
  }
}

function numberText(table: string, column: string, value: number): string {
  if (column.startsWith('is_')) return value === 1 ? mergeText.yes : mergeText.no
  const amount = moneyColumns.has(`${table}.${column}`) ? fen(value) : null
  return amount === null ? String(value) : formatMoney(amount, 'tenThousand')
}

/** Lists as their entries; anything deeper only by its size. */
function documentText(json: string): string {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'string') return value
    if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(mergeText.joined)
  } catch {
    // A text that only begins like JSON is shown as it is.
    return json
  }
  return mergeText.document(json.length)
}

function shortened(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit)}…` : text
}
