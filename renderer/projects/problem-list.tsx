import { Button } from 'antd'
import { useState } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import type { ProjectDetail } from '../../shared/projects/contract'
import { problemDays, problemStates } from '../../shared/projects/problems'
import { problemDayLabels, problemStateLabels } from '../../shared/terms/projects'
import { ActionButton } from '../components/action-button'
import { Light } from '../components/light'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { problemsText as text, projectsText } from '../text/projects'
import { ProblemForm } from './problem-form'
import { ProblemStep, type Problem } from './problem-step'

/** The light of the reply clock with the day it runs to. */
export function ReplyLight({ problem }: { readonly problem: Problem }) {
  if (problem.replyDueOn === null || problem.light === 'none') return null
  const estimated = problem.isEstimated ? projectsText.estimatedShort : ''
  return (
    <span className="project-nowrap">
      <Light state={problem.light} /> {text.replyDue(problem.replyDueOn)}
      {estimated}
    </span>
  )
}

interface ProblemItemProps {
  readonly problem: Problem
  readonly today: IsoDate
  readonly onEdit: () => void
}

function ProblemItem({ problem, today, onEdit }: ProblemItemProps) {
  const done = useDone()
  const days = problemStates.flatMap((state) => {
    const on = problem[problemDays[state]]
    return on === null ? [] : [`${problemDayLabels[state]} ${on}`]
  })
  return (
    <li className="problem-item">
      <div className="project-line">
        <strong>{problemStateLabels[problem.state]}</strong>
        <ReplyLight problem={problem} />
        <span className="project-grow soft">{problem.askUnit}</span>
        <Button size="small" onClick={onEdit}>
          {text.edit}
        </Button>
        <ActionButton
          size="small"
          run={async () => {
            await call('projects.removeProblem', { id: problem.id })
            done(text.removed)
          }}
        >
          {text.remove}
        </ActionButton>
      </div>
      <div className="project-text">{problem.text}</div>
      <div className="soft figures">{days.join(projectsText.gap)}</div>
      {problem.result !== '' && <div className="project-text soft">{problem.result}</div>}
      <ProblemStep problem={problem} today={today} />
    </li>
  )
}

/** Problems of one project with their steps. */
export function ProblemList({ detail, today }: { readonly detail: ProjectDetail; readonly today: IsoDate }) {
  const [open, setOpen] = useState<string | null>(null)
  const { problems, project } = detail
  const close = (): void => setOpen(null)
  return (
    <section className="section">
      {project.problemText !== '' && (
        <p className="project-text">
          {[project.problemText, project.coordinationText].filter(Boolean).join(projectsText.gap)}
        </p>
      )}
      {problems.length === 0 && open === null && <p className="soft">{text.emptyOfProject}</p>}
      <ul className="project-rows problem-rows">
        {problems.map((problem) =>
          open === problem.id ? (
            <li key={problem.id}>
              <ProblemForm projectId={project.id} problem={problem} today={today} onClose={close} />
            </li>
          ) : (
            <ProblemItem key={problem.id} problem={problem} today={today} onEdit={() => setOpen(problem.id)} />
          ),
        )}
      </ul>
      {open === '' ? (
        <ProblemForm projectId={project.id} problem={null} today={today} onClose={close} />
      ) : (
        <Button onClick={() => setOpen('')}>{text.add}</Button>
      )}
    </section>
  )
}
