import { getTableColumns, type Column } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { nameColumns } from '../../../db/repositories/person-names'
import { assignment } from '../../../db/schema/assignments'
import { training } from '../../../db/schema/briefs'
import { demand, policy, policyTold, visit } from '../../../db/schema/environment'
import { lead } from '../../../db/schema/investment'
import { project } from '../../../db/schema/projects'
import { finding, rectProgram } from '../../../db/schema/rectification'
import { enterprise } from '../../../db/schema/registry'
import { revenueEntry } from '../../../db/schema/revenue'
import { normaliseCompanyName } from '../../../shared/registry/company-name'
import type { EnterpriseFields, PersonFields, PersonRole } from '../../../shared/registry/record'
import { writing, type Service } from '../../builders'

export const noPerson: PersonFields = { name: '', sectionId: null, rank: '', phone: '', remark: '', leftOn: null }

export async function aPerson(service: Service, name: string, roles: PersonRole[] | null = null): Promise<string> {
  const saved = await service.call('registry.savePerson', { id: null, fields: { ...noPerson, name }, roles })
  return saved.id
}

export async function anEnterprise(service: Service, fields: Partial<EnterpriseFields>): Promise<string> {
  const input = { id: null, fields, allowDuplicate: true, expectedUpdatedAt: null }
  return (await service.call('registry.saveEnterprise', input)).id
}

const emptyOfKind: Readonly<Record<string, unknown>> = { string: '', number: 0, boolean: false, json: [] }

function emptyOf(column: Column): unknown {
  return column.notNull && !column.hasDefault ? emptyOfKind[column.dataType] : undefined
}

/** A rule that says nothing, for rows of 任务. */
const emptyRule = JSON.stringify({ kind: 'unknown' })

/** Writes one row whose other columns are empty. */
export function put(service: Service, table: SQLiteTable, values: Readonly<Record<string, unknown>>): string {
  const id = service.context.newId()
  const entries = Object.entries(getTableColumns(table)).map(([key, column]) => [
    key,
    values[key] ?? (key === 'dueRule' ? emptyRule : emptyOf(column)),
  ])
  const row = Object.fromEntries([...entries, ['id', values['id'] ?? id]].filter(([, value]) => value !== undefined))
  writing(service.store(), (db) => db.insert(table).values(row).run())
  return String(row['id'])
}

/** The rows that others refer to. */
function parents(service: Service): Readonly<Record<string, string>> {
  const programId = put(service, rectProgram, { source: 'special' })
  return {
    programId,
    findingId: put(service, finding, { programId, state: 'rectifying' }),
    assignmentId: put(service, assignment, { itemKey: 'parent', year: 2022 }),
    trainingId: put(service, training, { heldOn: '2022-05-01' }),
    projectId: put(service, project, { stage: 'negotiating' }),
    enterpriseId: put(service, enterprise, { name: '被走访企业', nameKey: '被走访企业' }),
  }
}

/** One row for each column that names people, half of them with a second name beside it. */
export function fill(service: Service, name: string): void {
  const referred = parents(service)
  for (const [index, { table, key }] of nameColumns.entries()) {
    const text = index % 2 === 0 ? name : `另一人、${name}`
    put(service, table, {
      ...referred,
      itemKey: `item ${index}`,
      occurrence: `${2000 + index}`,
      year: 2022,
      // Of files, only evidence names people.
      room: 'rectification',
      [key]: text,
    })
  }
}

/** One record of each stream about the enterprise, and the visit, demand and told policy under it. */
export function aboutEnterprise(service: Service, enterpriseId: string, name: string): void {
  const nameKey = normaliseCompanyName(name)
  put(service, lead, {
    title: '投资线索',
    investorName: name,
    investorKey: nameKey,
    filedOn: '2022-03-01',
    districtClass: 'pending',
  })
  put(service, project, {
    name: '新建厂房',
    owner: name,
    ownerKey: nameKey,
    stage: 'starting',
    enterPoolOn: '2022-02-01',
  })
  put(service, visit, { enterpriseId, visitedOn: '2022-05-10', mode: 'onsite', topics: '了解用工' })
  put(service, demand, { enterpriseId, text: '希望协调停车', raisedOn: '2022-05-10' })
  const policyId = put(service, policy, { title: '稳经济政策', publishedOn: '2022-06-01' })
  put(service, policyTold, { policyId, enterpriseId, toldOn: '2022-06-06' })
  put(service, revenueEntry, {
    item: '土地出让收入',
    payer: name,
    payerKey: nameKey,
    source: 'other',
    status: 'booked',
    occurredOn: '2022-04-15',
    districtRetained: 1_000_000,
  })
}
