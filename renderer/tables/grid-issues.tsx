import { useEffect, useRef, type KeyboardEvent, type Ref } from 'react'
import { isComposing } from '../components/ime'
import { gridIssueText } from '../text/grid'
import type { IssueOfLine } from './grid-checks'

/** What can be done about a row as a whole. */
export type RowAnswer = 'takeStored' | 'keepMine' | 'asNew' | 'remove'

const answersOf: Readonly<Record<string, readonly RowAnswer[]>> = {
  changedMeanwhile: ['takeStored', 'keepMine'],
  recordGone: ['remove', 'asNew'],
}

interface GridIssuesProps {
  readonly issues: readonly IssueOfLine[]
  readonly ref: Ref<HTMLElement>
  readonly onGo: (issue: IssueOfLine) => void
  readonly onAccept: (issue: IssueOfLine) => void
  readonly onAnswer: (issue: IssueOfLine, answer: RowAnswer) => void
  readonly onLeave: () => void
}

const listedIssues = 200

function primaries(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-primary]')]
}

interface IssueItemProps extends Omit<GridIssuesProps, 'issues' | 'ref' | 'onLeave'> {
  readonly item: IssueOfLine
}

function IssueItem({ item, onGo, onAccept, onAnswer }: IssueItemProps) {
  const { place, text, severity, suggestion, code, field } = item.issue
  const answers = answersOf[code] ?? []
  const isPlain = (suggestion === null || field === null) && answers.length === 0
  return (
    <li className={`grid-issue grid-issue-${severity}`}>
      <button
        type="button"
        className="grid-issue-text"
        data-primary={isPlain ? '' : undefined}
        onClick={() => onGo(item)}
      >
        <span aria-hidden="true">{severity === 'error' ? '■' : '○'}</span> <b>{place}</b> {text}
      </button>
      {suggestion !== null && field !== null && (
        <button type="button" className="link" data-primary="" onClick={() => onAccept(item)}>
          {gridIssueText.accept(suggestion)}
        </button>
      )}
      {answers.map((answer, index) => (
        <button
          key={answer}
          type="button"
          className="link"
          data-primary={index === 0 ? '' : undefined}
          onClick={() => onAnswer(item, answer)}
        >
          {gridIssueText[answer]}
        </button>
      ))}
    </li>
  )
}

/** What is wrong, in words, row by row; Enter accepts a suggestion, or goes to the cell. */
export function GridIssues({ issues, ref, onLeave, ...answers }: GridIssuesProps) {
  const list = useRef<HTMLUListElement>(null)
  /** The place in the list that the focus keeps when its entry goes. */
  const held = useRef<number | null>(null)
  useEffect(() => {
    if (held.current === null || !list.current || list.current.contains(document.activeElement)) return
    const all = primaries(list.current)
    const next = all[Math.min(held.current, issues.length - 1)]
    held.current = null
    if (next) next.focus()
    else onLeave()
  }, [issues, onLeave])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || !list.current) return
    if (event.key === 'Escape' || event.key === 'F6') {
      event.preventDefault()
      event.stopPropagation()
      return onLeave()
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const all = primaries(list.current)
    const item = document.activeElement?.closest('li')
    const at = all.findIndex((each) => each.closest('li') === item)
    all[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
  }
  /** Answers an entry; the focus goes on to the next one, or back to the grid after the last. */
  const answer = (run: () => void): void => {
    const item = document.activeElement?.closest('li')
    held.current = list.current ? primaries(list.current).findIndex((each) => each.closest('li') === item) : null
    run()
    if (issues.length === 1) onLeave()
  }
  return (
    <section ref={ref} className="grid-side" aria-label={gridIssueText.region} onKeyDown={onKeyDown}>
      <h2>{gridIssueText.title(issues.length)}</h2>
      <p className="soft">{issues.length === 0 ? gridIssueText.none : gridIssueText.hint}</p>
      <ul ref={list}>
        {issues.slice(0, listedIssues).map((item) => (
          <IssueItem
            key={item.key}
            item={item}
            onGo={answers.onGo}
            onAccept={(issue) => answer(() => answers.onAccept(issue))}
            onAnswer={(issue, given) => answer(() => answers.onAnswer(issue, given))}
          />
        ))}
      </ul>
      {issues.length > listedIssues && <p className="soft">{gridIssueText.more(issues.length - listedIssues)}</p>}
    </section>
  )
}
