import { Segmented } from 'antd'
import type { FindingName, RecurrenceProposal } from '../../shared/rectification/follow-up-contract'
import { useKept } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { showRecord } from '../app/screen'
import { ActionButton } from '../components/action-button'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useDone } from '../components/undo-notice'
import { call, useCall, type OutputOf } from '../desk'
import { pageText } from '../text/rectification'
import { recurrenceText as text } from '../text/rectification-follow-up'
import { MeasureLibrary } from './measure-library'
import './papers.css'

const modes = ['open', 'same', 'different', 'library'] as const
type Mode = (typeof modes)[number]
const initial: { readonly mode: Mode } = { mode: 'open' }
type Pair = OutputOf<'rectification.recurrencePairs'>['pairs'][number]
/** Pairs shown at once; the most alike come first. */
const mostPairs = 100

function Named({ label, finding }: { readonly label: string; readonly finding: FindingName }) {
  return (
    <div className="rect-pair-side">
      <span className="soft rect-nowrap">{label}</span>
      <button type="button" className="link" onClick={() => showRecord(finding.id)}>
        {text.of(finding.no, finding.title)}
      </button>
      <span className="soft">{text.place(finding.programTitle, finding.originYears)}</span>
      <span className="rect-nowrap">{finding.statusText}</span>
    </div>
  )
}

/** What the earlier finding did about it, which is what a new one may learn from. */
function Earlier({ proposal }: { readonly proposal: RecurrenceProposal }) {
  const { measures, reopenCount, sharedWords } = proposal
  return (
    <p className="soft rect-tight">
      {text.measuresOf(measures.length === 0 ? text.noMeasures : measures.join(text.comma))}
      {pageText.separator}
      {text.reopened(reopenCount)}
      {sharedWords.length > 0 && pageText.separator + text.words(sharedWords.join(text.comma))}
    </p>
  )
}

interface RecurrencePairProps {
  readonly pair: Pair
  /** False where the later finding is what the pair stands below. */
  readonly isNowShown?: boolean
}

/** A pair of findings that read alike; the person decides, and the decision is kept. */
export function RecurrencePair({ pair: { finding, proposal }, isNowShown = true }: RecurrencePairProps) {
  const done = useDone()
  const decide = async (isSame: boolean | null): Promise<void> => {
    await call('rectification.decideRecurrence', {
      findingId: finding.id,
      earlierId: proposal.earlier.id,
      isSame,
      note: proposal.note,
    })
    done(isSame === null ? text.decidedOpen : isSame ? text.decidedSame : text.decidedDifferent)
  }
  return (
    <li className="rect-pair">
      <strong className="figures">{text.likeness(proposal.likeness)}</strong>
      <div>
        {isNowShown && <Named label={text.now} finding={finding} />}
        <Named label={text.before} finding={proposal.earlier} />
        <Earlier proposal={proposal} />
      </div>
      <div className="rect-pair-acts">
        {proposal.isSame !== null && (
          <span className="soft">{text.decided(proposal.decidedBy, proposal.decidedOn ?? '')}</span>
        )}
        {proposal.isSame !== true && (
          <ActionButton size="small" run={() => decide(true)}>
            {text.same}
          </ActionButton>
        )}
        {proposal.isSame !== false && (
          <ActionButton size="small" run={() => decide(false)}>
            {text.different}
          </ActionButton>
        )}
        {proposal.isSame !== null && (
          <ActionButton size="small" type="text" run={() => decide(null)}>
            {text.undecided}
          </ActionButton>
        )}
      </div>
    </li>
  )
}

function Pairs({ state }: { readonly state: Exclude<Mode, 'library'> }) {
  const { data, error, refetch } = useCall(
    'rectification.recurrencePairs',
    { state, limit: mostPairs },
    { keepsPrevious: true },
  )
  return (
    <>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data?.pairs.length === 0 && <EmptyState text={state === 'open' ? text.empty : text.emptyDecided} />}
      <ul className="rect-pairs" aria-label={text.listName}>
        {data?.pairs.map((pair) => (
          <RecurrencePair key={`${pair.finding.id} ${pair.proposal.earlier.id}`} pair={pair} />
        ))}
      </ul>
      {data && data.total > data.pairs.length && <p className="soft">{text.more(data.pairs.length, data.total)}</p>}
    </>
  )
}

/** 屡审屡犯: pairs that read alike, what was decided of them, and the measures that worked. */
export function RecurrenceTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const [{ mode }, change] = useKept('rectification.recurrence', initial)
  const open = useCall('rectification.recurrencePairs', { state: 'open', limit: mostPairs }).data
  return (
    <section className="page page-scroll rect-page" aria-label={text.listName}>
      <PageHeader title={pageText.room} tabs={tabs} sentence={open ? text.sentence(open.total) : null} />
      <div className="rect-bar">
        <Segmented<Mode>
          aria-label={text.modeChoice}
          value={mode}
          options={modes.map((value) => ({ value, label: text.modes[value] }))}
          onChange={(next) => change({ mode: next })}
        />
      </div>
      {mode === 'library' ? <MeasureLibrary /> : <Pairs state={mode} />}
    </section>
  )
}

/** 相似的以前问题 of one finding, in its drawer. */
export function FindingRecurrences({ finding }: { readonly finding: FindingName }) {
  const { data, error } = useCall('rectification.recurrences', { findingId: finding.id })
  if (error) return <FailureNotice error={error} />
  if (!data) return null
  if (data.proposals.length === 0) return <p className="soft">{text.empty}</p>
  return (
    <ul className="rect-pairs" aria-label={text.listName}>
      {data.proposals.map((proposal) => (
        <RecurrencePair key={proposal.earlier.id} pair={{ finding, proposal }} isNowShown={false} />
      ))}
    </ul>
  )
}
