import type { ReactNode } from 'react'
import type { ProgramRow } from '../../shared/rectification/contract'
import type { FindingFilter, FindingQueue } from '../../shared/rectification/finding-rows'
import { useCall } from '../desk'
import { pageText, sentenceText as text } from '../text/rectification'
import { showListOf } from './list-state'

interface Piece {
  readonly key: string
  readonly word: string
  readonly before: string
  readonly open: () => void
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }): ReactNode {
  return pieces.map(({ key, word, before, open }, index) => (
    <span key={key}>
      {index === 0 ? '' : before}
      <button type="button" className="rect-figure" onClick={open}>
        {word}
      </button>
    </span>
  ))
}

interface Figures {
  readonly fraction: string
  readonly rate: string
  readonly open: number
  readonly overdue: number
}

/** 「56/59＝94.9%，还有3个未完成，其中逾期1个」: each number opens what it counts. */
function figurePieces({ fraction, rate, open, overdue }: Figures, base: Partial<FindingFilter>): readonly Piece[] {
  const show = (queue: FindingQueue) => () => showListOf({ ...base, queue })
  return [
    { key: 'rate', word: text.rate(fraction, rate), before: '', open: show('done') },
    { key: 'open', word: open > 0 ? text.open(open) : text.allDone, before: pageText.comma, open: show('open') },
    {
      key: 'overdue',
      word: overdue > 0 ? text.overdue(overdue) : text.notOverdue,
      before: pageText.comma,
      open: show('overdue'),
    },
  ]
}

/** Of one programme, with what waits in the queues. */
export function ProgramSentence({ program }: { readonly program: ProgramRow }) {
  const queues = useCall('rectification.queues', {}).data
  const programs = useCall('rectification.programs', {}).data
  // The queues count every source; that is said where there is more than one.
  const ofAll = (programs?.length ?? 0) > 1 ? text.ofAllPrograms : ''
  const { findings, done, overdue, fraction, rate } = program
  if (findings === 0) return text.noRate
  const waiting = [
    { key: 'toVerify', count: queues?.toVerify ?? 0, word: text.toVerify },
    { key: 'toConfirm', count: queues?.toConfirm ?? 0, word: text.toConfirm },
    { key: 'toClose', count: queues?.toClose ?? 0, word: text.toClose },
  ] as const
  const pieces: readonly Piece[] = [
    ...figurePieces({ fraction, rate, open: findings - done, overdue }, { programIds: [program.id] }),
    ...waiting
      .filter(({ count }) => count > 0)
      .map(({ key, count, word }, index) => ({
        key,
        word: word(count),
        before: index === 0 ? pageText.semicolon + ofAll : pageText.comma,
        open: () => showListOf({ queue: key }),
      })),
  ]
  return <Pieces pieces={pieces} />
}

/** Of what a filter leaves, whatever queue is looked at. */
export function FilterSentence({ filter }: { readonly filter: FindingFilter }) {
  const base: FindingFilter = { ...filter, queue: 'all' }
  const asked = { filter: base, by: 'kind', rate: null } as const
  const total = useCall('rectification.statistics', asked, { keepsPrevious: true }).data?.total
  if (!total) return null
  return total.total === 0 ? text.noRate : <Pieces pieces={figurePieces(total, base)} />
}
