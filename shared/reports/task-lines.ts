import type { Task } from '../assignments/task'
import type { Stream } from '../core/schemas'
import { reportTerms, taskTerms } from '../terms/reports'
import { heading, numbered, paragraph, type Point } from './document-blocks'
import type { ReportFrame } from './frame'
import type { DocumentBlock, ReportChapter, ReportWarning } from './model'
import { isWithin, periodName } from './period'
import { taskRef } from './refs'
import { counted, fillText, nameList, sentence, words } from './sentences'

type Frame = Pick<ReportFrame, 'period' | 'asOf'>

/** Occurrences whose day has come by the cut-off; a cancelled one is not asked for. */
export function tasksDueBy({ asOf }: Pick<Frame, 'asOf'>, tasks: readonly Task[]): readonly Task[] {
  return tasks.filter(({ dueOn, state }) => dueOn !== null && dueOn <= asOf && state !== 'cancelled')
}

export function isSubmittedBy({ submittedOn }: Task, { asOf }: Pick<Frame, 'asOf'>): boolean {
  return submittedOn !== null && submittedOn <= asOf
}

/** To be counted as 应报: due by the cut-off, or sent before it was due. */
export function isExpectedBy(task: Task, frame: Pick<Frame, 'asOf'>): boolean {
  if (task.state === 'cancelled') return false
  return isSubmittedBy(task, frame) || tasksDueBy(frame, [task]).length > 0
}

/** Due and not submitted: the day itself is still open. */
export function overdueTasks(frame: Frame, tasks: readonly Task[]): readonly Task[] {
  return tasksDueBy(frame, tasks).filter(
    (task) => task.dueOn !== null && task.dueOn < frame.asOf && !isSubmittedBy(task, frame),
  )
}

/** 「三季度到期任务3项次，已报送2项次」; nothing where nothing was due. */
export function taskBlock(stream: Stream, frame: Frame, tasks: readonly Task[]): readonly DocumentBlock[] {
  const due = tasksDueBy(frame, tasks).filter(({ dueOn }) => isWithin(frame.period, dueOn))
  if (due.length === 0) return []
  const submitted = due.filter((task) => isSubmittedBy(task, frame))
  const late = submitted.filter(({ lateDays }) => lateDays !== null && lateDays > 0)
  const values = {
    period: words(periodName(frame.period)),
    due: counted(due.map(taskRef), taskTerms.dueFormula),
    submitted: counted(submitted.map(taskRef), taskTerms.submittedFormula),
    late: counted(late.map(taskRef), taskTerms.lateFormula),
  }
  return [
    paragraph(
      sentence(`${stream}.tasks`, taskTerms.sentence, values),
      ...(late.length > 0 ? [sentence(`${stream}.tasksLate`, taskTerms.late, values)] : []),
    ),
  ]
}

/** Overdue occurrences by assignment, in the order of their first day. */
function overdueByAssignment(
  frame: Frame,
  tasks: readonly Task[],
): readonly { readonly title: string; readonly own: readonly Task[] }[] {
  const groups = new Map<string, Task[]>()
  for (const task of overdueTasks(frame, tasks))
    groups.set(task.assignmentId, [...(groups.get(task.assignmentId) ?? []), task])
  return [...groups.values()].map((own) => {
    const title = own[0]?.title ?? ''
    return { title: own.length === 1 ? title : title.replace(taskTerms.periodOfTitle, ''), own }
  })
}

/** What is overdue as a problem; none where all was submitted. */
export function taskProblems(frame: Frame, tasks: readonly Task[]): readonly Point[] {
  const overdue = overdueByAssignment(frame, tasks)
  if (overdue.length === 0) return []
  const count = overdue.reduce((sum, { own }) => sum + own.length, 0)
  const names = overdue.map(({ title, own }) =>
    own.length === 1 ? title : fillText(taskTerms.problemItem, { title, count: own.length }),
  )
  return [{ key: 'tasks', text: fillText(taskTerms.problem, { count, list: nameList(names) }) }]
}

/** What follows from overdue tasks. */
export function taskSteps(frame: Frame, tasks: readonly Task[]): readonly Point[] {
  return overdueTasks(frame, tasks).length === 0 ? [] : [{ key: 'tasks', text: taskTerms.step }]
}

/** Overdue occurrences, and days that lean on a missing 放假安排. */
export function taskWarnings(stream: Stream, frame: Frame, tasks: readonly Task[]): readonly ReportWarning[] {
  const overdue = overdueByAssignment(frame, tasks).flatMap(({ title, own }): ReportWarning[] => {
    const [first] = own
    const template = own.length === 1 ? taskTerms.overdueWarning : taskTerms.overdueManyWarning
    const text = fillText(template, { title, count: own.length })
    return first ? [{ kind: 'gap', stream, text, record: taskRef(first) }] : []
  })
  const guessed = tasksDueBy(frame, tasks).find(
    ({ submitBy, submitByEstimate }) => submitBy === null && submitByEstimate,
  )
  if (!guessed) return overdue
  const estimate = { kind: 'estimate', stream, text: taskTerms.estimateWarning, record: taskRef(guessed) } as const
  return [...overdue, estimate]
}

/** 存在问题 and 下一步, each said even when there is little to say. */
export function problemBlocks(
  stream: ReportChapter,
  problems: readonly Point[],
  steps: readonly Point[],
): readonly DocumentBlock[] {
  const found = problems.length > 0 ? problems : [{ key: 'none', text: reportTerms.noProblem }]
  const next = steps.length > 0 ? steps : [{ key: 'keep', text: reportTerms.keepOn }]
  return [
    heading(3, reportTerms.problems),
    ...numbered(`${stream}.problem`, found),
    heading(3, reportTerms.steps),
    ...numbered(`${stream}.step`, next),
  ]
}
