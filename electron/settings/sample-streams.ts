import type { WriteDb } from '../../db/access'
import { saveBrief } from '../../db/repositories/briefs'
import { insertDemand } from '../../db/repositories/demands'
import { insertEnterprise, insertLink, namedEnterprise } from '../../db/repositories/enterprises'
import { ensurePerson } from '../../db/repositories/people'
import { savePolicy, saveTold } from '../../db/repositories/policies'
import { savePermit, saveProblem, saveProjectVisit } from '../../db/repositories/project-parts'
import { insertProject } from '../../db/repositories/projects'
import { insertRevenueEntry, saveTip } from '../../db/repositories/revenue'
import { saveTask } from '../../db/repositories/tasks'
import { insertVisit } from '../../db/repositories/visits'
import { emptyTaskRecord } from '../../shared/assignments/task-life'
import type { Stream } from '../../shared/core/schemas'
import { normaliseCompanyName } from '../../shared/registry/company-name'
import { emptyEntry } from '../../shared/revenue/empty-entry'
import { sampleStreams } from '../../shared/settings/sample-streams'

/** What every sample row carries. */
export interface SampleMark {
  readonly now: string
  readonly newId: () => string
}

function marked({ now }: SampleMark) {
  return { isSample: true, createdAt: now, updatedAt: now }
}

/** Who has the assignments of a stream in hand in the sample. */
export function sampleHandler(stream: string): string {
  return sampleStreams().handlers[stream as Stream] // the sample's own streams
}

/** 项目, 营商环境 and 收入 of the sample, each row marked 示例; `assignmentIds` by task number. */
export function writeSampleStreams(db: WriteDb, mark: SampleMark, assignmentIds: ReadonlyMap<string, string>): void {
  const enterpriseIds = writeEnterprises(db, mark)
  writeVisits(db, mark, enterpriseIds)
  writePolicies(db, mark, enterpriseIds)
  writeBriefs(db, mark)
  writeProjects(db, mark)
  writeRevenue(db, mark)
  for (const { code, occurrence, submittedOn } of sampleStreams().tasks) {
    const assignmentId = assignmentIds.get(code)
    if (assignmentId === undefined) continue
    const done = { submittedOn, submittedVia: 'OA' }
    const id = mark.newId()
    saveTask(db, { ...emptyTaskRecord, ...done, id, assignmentId, occurrence, isSample: true, updatedAt: mark.now })
  }
}

function writeEnterprises(db: WriteDb, mark: SampleMark): ReadonlyMap<string, string> {
  const { officials, enterprises } = sampleStreams()
  const personIds = new Map(
    officials.map(({ name, rank }) => [name, ensurePerson(db, name, { rank, isSample: true, newId: mark.newId })]),
  )
  return new Map(
    enterprises.map(({ officials: linked, ...fields }) => {
      const id = mark.newId()
      const about = { id, batchId: null, sourceRow: null, isSample: true, createdAt: mark.now }
      insertEnterprise(db, { ...namedEnterprise(fields.name, about), ...fields })
      for (const name of linked) {
        const personId = personIds.get(name)
        if (personId === undefined) continue
        const link = { id: mark.newId(), enterpriseId: id, personId, startedOn: null, endedOn: null, isSample: true }
        insertLink(db, link)
      }
      return [fields.name, id] as const
    }),
  )
}

function writeVisits(db: WriteDb, mark: SampleMark, enterpriseIds: ReadonlyMap<string, string>): void {
  for (const { enterprise, official, demands, ...fields } of sampleStreams().visits) {
    const enterpriseId = enterpriseIds.get(enterprise)
    if (enterpriseId === undefined) continue
    const personId = ensurePerson(db, official, { rank: '', isSample: true, newId: mark.newId })
    const id = mark.newId()
    insertVisit(db, { ...fields, ...marked(mark), id, enterpriseId, personId, batchId: null, sourceRow: null })
    for (const demand of demands) {
      const about = { id: mark.newId(), enterpriseId, visitId: id, raisedOn: fields.visitedOn }
      insertDemand(db, { ...demand, ...marked(mark), ...about, handler: sampleHandler('environment') })
    }
  }
}

function writePolicies(db: WriteDb, mark: SampleMark, enterpriseIds: ReadonlyMap<string, string>): void {
  for (const { toldOn, notTold, ...fields } of sampleStreams().policies) {
    const id = mark.newId()
    savePolicy(db, { ...fields, ...marked(mark), id, handler: sampleHandler('environment'), remark: '' })
    if (toldOn === null) continue
    const told = [...enterpriseIds].filter(([name]) => !notTold.includes(name)).map(([, enterpriseId]) => enterpriseId)
    saveTold(db, { policyId: id, toldOn, isSample: true }, told, mark.newId)
  }
}

function writeBriefs(db: WriteDb, mark: SampleMark): void {
  for (const item of sampleStreams().briefs) {
    const about = { id: mark.newId(), isAccepted: true, backfilledOn: null, batchId: null }
    const handler = sampleHandler(item.stream)
    saveBrief(db, { ...item, ...about, handler, isSample: true, updatedAt: mark.now })
  }
}

function writeProjects(db: WriteDb, mark: SampleMark): void {
  const handler = sampleHandler('projects')
  for (const { permits, problems, visits, ...fields } of sampleStreams().projects) {
    const projectId = mark.newId()
    insertProject(db, {
      ...fields,
      ...marked(mark),
      id: projectId,
      ownerKey: normaliseCompanyName(fields.owner),
      handler,
      batchId: null,
      sourceRow: null,
    })
    const own = (): { id: string; projectId: string; isSample: true } => ({
      id: mark.newId(),
      projectId,
      isSample: true,
    })
    for (const permit of permits) savePermit(db, { ...permit, ...own(), applicant: fields.owner })
    for (const problem of problems) saveProblem(db, { ...problem, ...own(), handler })
    for (const visit of visits) saveProjectVisit(db, { ...visit, ...own() })
  }
}

function writeRevenue(db: WriteDb, mark: SampleMark): void {
  const handler = sampleHandler('revenue')
  const ids = sampleStreams().revenue.map((fields) => {
    const id = mark.newId()
    insertRevenueEntry(db, {
      ...emptyEntry,
      ...fields,
      ...marked(mark),
      id,
      payerKey: normaliseCompanyName(fields.payer),
      handler,
      batchId: null,
      sourceRow: null,
    })
    return id
  })
  for (const { entry, ...tip } of sampleStreams().tips) {
    saveTip(db, { ...tip, ...marked(mark), id: mark.newId(), entryId: ids[entry] ?? null, handler })
  }
}
