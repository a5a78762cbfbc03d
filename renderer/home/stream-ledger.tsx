import type { OutputOf } from '../desk'
import { streamLabels } from '../../shared/terms/settings'
import { openTarget } from '../app/open-target'
import { goTo } from '../app/screen'
import { useKept } from '../app/kept'
import { assignmentListStart } from '../app/assignment-list'
import { Light } from '../components/light'
import { roomLabels } from '../text/app'
import { dueText, homeText } from '../text/home'

type Overview = OutputOf<'home.overview'>
type Card = Overview['cards'][number]
type Rectification = NonNullable<Overview['rectification']>

/** The share as a length; only a picture of the rate that stands beside it. */
function Bar({ rate }: { readonly rate: string }) {
  const share = Math.min(100, Math.max(0, Number.parseFloat(rate)))
  return (
    <div className="bar" aria-hidden="true">
      <div style={{ width: `${share}%` }} />
    </div>
  )
}

function Done({ card }: { readonly card: Card }) {
  const { progress } = card
  if (!progress) {
    return (
      <span className="ledger-small">
        {card.assignmentCount > 0 ? homeText.assignments(card.assignmentCount) : homeText.noAssignments}
      </span>
    )
  }
  return (
    <>
      <span className="figures">
        {progress.actual} / {progress.target} {progress.unit}
        {progress.rate !== null && <span className="ledger-small"> {progress.rate}</span>}
      </span>
      {progress.rate !== null && <Bar rate={progress.rate} />}
    </>
  )
}

function Score({ card }: { readonly card: Card }) {
  if (!card.score) return null
  return (
    <button
      type="button"
      className="link figures"
      title={homeText.openScore}
      onClick={() => goTo('investment', 'score')}
    >
      {homeText.score(card.score.points, card.score.max)}
    </button>
  )
}

/** 整改台账 in the same columns as the streams. */
function RectificationRow({ card, year }: { readonly card: Rectification; readonly year: number }) {
  const { nextDue } = card
  return (
    <tr>
      <td className="ledger-stream">
        <button
          type="button"
          className="link"
          title={homeText.openStream(roomLabels.rectification)}
          onClick={() => goTo('rectification')}
        >
          {roomLabels.rectification}
        </button>
      </td>
      <td className="ledger-done">
        <span className="figures">
          {card.fraction} {homeText.findingUnit}
          <span className="ledger-small"> {card.rate}</span>
        </span>
        {card.total > 0 && <Bar rate={card.rate} />}
      </td>
      <td>
        <div className="ledger-gap">{card.gap}</div>
      </td>
      <td>
        {nextDue ? (
          <>
            <div className="figures">{dueText(nextDue.submitBy, nextDue.dueOn, nextDue.isMoved, year)}</div>
            <button
              type="button"
              className="link ledger-small ledger-next"
              title={nextDue.title}
              onClick={() => openTarget(nextDue.target)}
            >
              {nextDue.title}
            </button>
          </>
        ) : (
          <span className="ledger-small">{homeText.noDue}</span>
        )}
      </td>
      <td>
        <Light state={card.light} />
      </td>
    </tr>
  )
}

interface StreamLedgerProps {
  readonly cards: readonly Card[]
  readonly rectification: Rectification | null
  readonly year: number
}

/** The four streams and 整改台账, a line each: done, what is missing, the next date. */
export function StreamLedger({ cards, rectification, year }: StreamLedgerProps) {
  const [, setList] = useKept('assignments', assignmentListStart)
  const openTasks = (card: Card): void => {
    setList({ stream: card.stream })
    goTo('assignments')
  }
  return (
    <table className="ledger ledger-streams">
      <thead>
        <tr>
          <th>{homeText.stream}</th>
          <th>{homeText.done}</th>
          <th>{homeText.gap}</th>
          <th>{homeText.nextDue}</th>
          <th>{homeText.light}</th>
        </tr>
      </thead>
      <tbody>
        {cards.map((card) => (
          <tr key={card.stream}>
            <td className="ledger-stream">
              <button
                type="button"
                className="link"
                title={homeText.openStream(streamLabels[card.stream])}
                onClick={() => goTo(card.stream)}
              >
                {streamLabels[card.stream]}
              </button>
            </td>
            <td className="ledger-done">
              <Done card={card} />
            </td>
            <td>
              <div className="ledger-gap">
                {card.gap} <Score card={card} />
              </div>
            </td>
            <td>
              {card.nextDue ? (
                <>
                  <div className="figures">
                    {dueText(card.nextDue.submitBy, card.nextDue.dueOn, card.nextDue.isMoved, year)}
                  </div>
                  <button
                    type="button"
                    className="link ledger-small ledger-next"
                    title={card.nextDue.task}
                    onClick={() => openTasks(card)}
                  >
                    {card.nextDue.task}
                  </button>
                </>
              ) : (
                <span className="ledger-small">{homeText.noDue}</span>
              )}
            </td>
            <td>
              <Light state={card.light} />
            </td>
          </tr>
        ))}
        {rectification && <RectificationRow card={rectification} year={year} />}
      </tbody>
    </table>
  )
}
