import type { Fen } from '../../../shared/core/money'
import { parseMoney } from '../../../shared/core/money'
import { emptyProject } from '../../../shared/projects/empty-project'
import type { Permit, ProjectProblem, ProjectRecord } from '../../../shared/projects/record'
import { day } from '../../builders'

/** Unit: 万元. */
export function amount(text: string): Fen {
  const parsed = parseMoney(text, 'tenThousand')
  if (parsed === null) throw new Error(`no amount: ${text}`)
  return parsed
}

export function aProject(fields: Partial<ProjectRecord> = {}): ProjectRecord {
  return { ...emptyProject, id: 'p1', name: '检测楼', isSample: false, createdAt: '', updatedAt: '', ...fields }
}

export function aPermit(fields: Partial<Permit> = {}): Permit {
  const known = { id: 'q1', projectId: 'p1', kind: 'construction' as const, applicant: '', docNo: '', blocked: '' }
  return { ...known, acceptedOn: null, issuedOn: day('2022-03-01'), ...fields }
}

export function aProblem(fields: Partial<ProjectProblem> = {}): ProjectProblem {
  const days = { whistledOn: null, reportedOn: null, coordinatedOn: null, solvedOn: null }
  const texts = { text: '供电增容未批', askUnit: '供电公司', result: '', handler: '' }
  return { id: 'b1', projectId: 'p1', raisedOn: day('2022-09-26'), ...days, ...texts, ...fields }
}
