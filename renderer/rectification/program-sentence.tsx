import type { ReactNode } from 'react'
import type { ProgramRow } from '../../shared/rectification/contract'
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

/** 「56/59＝94.9%，还有3个未完成，其中逾期1个；待复核2个」: each number opens what it counts. */
export function ProgramSentence({ program }: { readonly program: ProgramRow }) {
  const queues = useCall('rectification.queues', {}).data
  const programs = useCall('rectification.programs', {}).data
  // The queues count every source; that is said where there is more than one.
  const ofAll = (programs?.length ?? 0) > 1 ? text.ofAllPrograms : ''
  const programIds = [program.id]
  const { findings, done, overdue, fraction, rate } = program
  if (findings === 0) return text.noRate
  const waiting = [
    { key: 'toVerify', count: queues?.toVerify ?? 0, word: text.toVerify },
    { key: 'toConfirm', count: queues?.toConfirm ?? 0, word: text.toConfirm },
    { key: 'toClose', count: queues?.toClose ?? 0, word: text.toClose },
  ] as const
  const pieces: readonly Piece[] = [
    {
      key: 'rate',
      word: text.rate(fraction, rate),
      before: '',
      open: () => showListOf({ programIds, queue: 'done' }),
    },
    {
      key: 'open',
      word: findings > done ? text.open(findings - done) : text.allDone,
      before: pageText.comma,
      open: () => showListOf({ programIds, queue: 'open' }),
    },
    {
      key: 'overdue',
      word: overdue > 0 ? text.overdue(overdue) : text.notOverdue,
      before: pageText.comma,
      open: () => showListOf({ programIds, queue: 'overdue' }),
    },
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
