import type { Task } from '../assignments/task'
import type { Output } from '../ipc/procedure'
import type { projectsContract, ProjectRow } from '../projects/contract'
import type { Permit, ProjectProblem, ProjectVisit } from '../projects/record'
import type { ReportFrame, ReportSigners } from './frame'

export type ProjectBands = Output<(typeof projectsContract)['projects.bands']>

/** A project of the year with what hangs on it as of the cut-off. */
export interface ReportedProject {
  readonly row: ProjectRow
  readonly permits: readonly Permit[]
  /** Problems that are still open. */
  readonly problems: readonly ProjectProblem[]
  /** 竣工 and still in the pool. */
  readonly asksToLeavePool: boolean
}

/** Everything the section 抓项目 is built from. */
export interface ProjectsFacts extends ReportFrame {
  readonly signers: ReportSigners
  /** Projects that were in the pool at some time of the year. */
  readonly projects: readonly ReportedProject[]
  readonly bands: ProjectBands
  readonly problems: readonly { readonly projectName: string; readonly problem: ProjectProblem }[]
  readonly visits: readonly { readonly projectName: string; readonly visit: ProjectVisit }[]
  readonly tasks: readonly Task[]
}
