import type { IsoDate } from '../../shared/core/dates'
import { err, type Failure, type Result } from '../../shared/core/result'
import type { ProblemRefusal } from '../../shared/projects/problems'
import type { ProjectRecord, ProjectStage } from '../../shared/projects/record'
import type { StageRefusal } from '../../shared/projects/rules'
import {
  problemDayLabels,
  projectExitLabels,
  projectReportTerms,
  projectStageLabels,
} from '../../shared/terms/projects'

/** Why a stage cannot be recorded, as a refusal with its values. */
export function stageRefusal(
  project: ProjectRecord,
  to: ProjectStage,
  refusal: StageRefusal,
  asOf: IsoDate,
): Result<never, Failure> {
  const label = projectStageLabels
  switch (refusal.kind) {
    case 'unchanged':
      return err('projectStageUnchanged', { stage: label[to] })
    case 'notRunning': {
      const exit = project.exit === null ? null : projectExitLabels[project.exit]
      if (exit === null && project.leavePoolOn === null) return err('projectStageNotReached', { stage: label[to] })
      return err('projectNotRunning', { state: exit ?? projectReportTerms.leftShort })
    }
    case 'future':
      return err('projectDayInFuture', { name: label[refusal.stage], on: refusal.on, asOf })
    case 'order': {
      const { earlier, earlierOn, later, laterOn } = refusal
      return err('projectDayOrder', { earlier: label[earlier], earlierOn, later: label[later], laterOn })
    }
    case 'beforeDay': {
      const { earlier, earlierOn, on } = refusal
      return err('projectDayOrder', { earlier: label[earlier], earlierOn, later: label[to], laterOn: on })
    }
    case 'permitMissing':
      return err('projectNeedsPermit', { stage: label[to] })
    case 'backWithoutReason':
      return err('projectNeedsBackReason', { stage: label[to] })
  }
}

/** Why a problem cannot be recorded, as a refusal with its values. */
export function problemRefusal(refusal: ProblemRefusal, asOf: IsoDate): Result<never, Failure> {
  const label = problemDayLabels
  switch (refusal.kind) {
    case 'order': {
      const { earlier, earlierOn, later, laterOn } = refusal
      return err('projectDayOrder', { earlier: label[earlier], earlierOn, later: label[later], laterOn })
    }
    case 'future':
      return err('projectDayInFuture', { name: label[refusal.state], on: refusal.on, asOf })
    case 'whistleMissing':
      return err('problemNeedsWhistle', { step: label[refusal.state] })
    case 'unitMissing':
      return err('problemNeedsUnit')
  }
}
