import type { ReadDb, WriteDb } from '../../db/access'
import { readAssignment } from '../../db/repositories/assignments'
import { readBrief, readTraining, updateBrief } from '../../db/repositories/briefs'
import { readDemand, updateDemand } from '../../db/repositories/demands'
import { readEnterprise, updateEnterprise } from '../../db/repositories/enterprises'
import { readFinding, updateFinding } from '../../db/repositories/findings'
import { readLeadRow, updateLead } from '../../db/repositories/investment'
import { readPolicy, updatePolicy } from '../../db/repositories/policies'
import { readProjectRow, updateProject } from '../../db/repositories/projects'
import { readRevenueEntry, updateRevenueEntry } from '../../db/repositories/revenue'
import { readNamedVisit, updateVisit } from '../../db/repositories/visits'
import type { AttachmentRoom } from '../../shared/attachments/contract'

/** What a room's record must tell and allow so that files can be kept with it. */
export interface RecordOwner {
  /** What the record is called; null when it is not there. */
  readonly find: (db: ReadDb, id: string) => { readonly title: string; readonly isSample: boolean } | null
  /** Marks the record as edited, so that undoing its import asks first. */
  readonly touch: (db: WriteDb, id: string, now: string) => void
}

/** 走访 and 企业诉求. */
function visitOwner(db: ReadDb, id: string) {
  const visit = readNamedVisit(db, id)
  if (visit) return { title: visit.enterpriseName, isSample: visit.isSample }
  const demand = readDemand(db, id)
  return demand && { title: demand.text, isSample: demand.isSample }
}

const owners: Readonly<Partial<Record<AttachmentRoom, RecordOwner>>> = {
  investment: {
    find: (db, id) => {
      const lead = readLeadRow(db, id)
      return lead && { title: lead.title || lead.investorName, isSample: lead.isSample }
    },
    touch: (db, id, now) => updateLead(db, id, { updatedAt: now }),
  },
  assignments: {
    // Files lie with one occurrence, `assignmentId/occurrence`, which need not have a record of its own yet.
    find: (db, id) => {
      const assigned = readAssignment(db, id.split('/')[0] ?? id)
      return assigned && { title: assigned.taskName, isSample: assigned.isSample }
    },
    // An assignment keeps no time of change: the district's table overwrites it whatever the bureau adds.
    touch: () => {},
  },
  projects: {
    find: (db, id) => {
      const project = readProjectRow(db, id)
      return project && { title: project.name, isSample: project.isSample }
    },
    touch: (db, id, now) => updateProject(db, id, { updatedAt: now }),
  },
  environment: {
    find: (db, id) => readPolicy(db, id) ?? visitOwner(db, id),
    touch: (db, id, now) => {
      updatePolicy(db, id, { updatedAt: now })
      updateVisit(db, id, { updatedAt: now })
      updateDemand(db, id, { updatedAt: now })
    },
  },
  revenue: {
    find: (db, id) => {
      const entry = readRevenueEntry(db, id)
      return entry && { title: entry.item, isSample: entry.isSample }
    },
    touch: (db, id, now) => updateRevenueEntry(db, id, { updatedAt: now }),
  },
  registry: {
    find: (db, id) => {
      const enterprise = readEnterprise(db, id)
      return enterprise && { title: enterprise.name, isSample: enterprise.isSample }
    },
    touch: (db, id, now) => updateEnterprise(db, id, { updatedAt: now }),
  },
  rectification: {
    find: (db, id) => readFinding(db, id),
    touch: (db, id, now) => updateFinding(db, id, { updatedAt: now }),
  },
}

/** 工作信息 and 培训 keep their files in the room of their stream, beside its own records. */
function textOwner(room: AttachmentRoom): RecordOwner {
  return {
    find: (db, id) => {
      const found = readBrief(db, id) ?? readTraining(db, id)
      return found?.stream === room ? found : null
    },
    touch: (db, id, now) => updateBrief(db, id, { updatedAt: now }),
  }
}

/** How a room's records take files. Ids are unique in the store, so that only the owner that has the record is touched. */
export function ownerOf(room: AttachmentRoom): RecordOwner {
  const all = [owners[room], textOwner(room)].filter((owner) => owner !== undefined)
  return {
    find: (db, id) => {
      for (const owner of all) {
        const found = owner.find(db, id)
        if (found) return found
      }
      return null
    },
    touch: (db, id, now) => {
      for (const owner of all) owner.touch(db, id, now)
    },
  }
}
