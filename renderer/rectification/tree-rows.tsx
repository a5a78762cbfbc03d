import { memo } from 'react'
import { findingKindLabels } from '../../shared/terms/rectification'
import { rowHeight } from '../components/grid/grid-view'
import { Light } from '../components/light'
import { treeText as text } from '../text/rectification'
import { MeasureCount } from './measure-count'
import { StatusMark, dueShown } from './status-mark'
import type { VisibleLine } from './tree-lines'

type GroupLine = Extract<VisibleLine, { readonly kind: 'group' }>
type FindingLine = Extract<VisibleLine, { readonly kind: 'finding' }>

export interface LevelNames {
  readonly aspect: string
  readonly keyIssue: string
}

function GroupCells({ line, levelNames }: { readonly line: GroupLine; readonly levelNames: LevelNames }) {
  const { title, total, done, overdue, isOpen, level, depth } = line
  return (
    <span
      role="gridcell"
      className="rect-tree-group"
      style={{ paddingLeft: depth * 20 }}
      title={text.groupWords(levelNames[level], title, done, total)}
    >
      <span className="rect-tree-twist" aria-hidden="true">
        {isOpen ? '▾' : '▸'}
      </span>
      <span className="rect-tree-title">{title}</span>
      <span className="figures rect-tree-count">{text.groupCount(done, total)}</span>
      {overdue > 0 && <span className="light light-overdue figures">{text.groupOverdue(overdue)}</span>}
    </span>
  )
}

function Marks({ line }: { readonly line: FindingLine['line'] }) {
  const marks = [
    ...(line.returnCount > 0 ? [text.returned(line.returnCount)] : []),
    ...(line.reopenCount > 0 ? [text.reopened(line.reopenCount)] : []),
  ]
  if (marks.length === 0) return null
  return <span className="light-overdue rect-tree-marks">{marks.join(' ')}</span>
}

function FindingCells({ line: { line, depth } }: { readonly line: FindingLine }) {
  const extended =
    line.dueOn !== null && line.originalDueOn !== null && line.extensionCount > 0
      ? text.dueHint(line.dueOn, line.originalDueOn, line.extensionCount)
      : undefined
  return (
    <>
      <span role="gridcell" className="rect-tree-cell" style={{ paddingLeft: depth * 20 + 16 }} title={line.title}>
        <span className="figures rect-tree-no">{line.no}</span>
        <span className="rect-tree-title">{line.title}</span>
        <Marks line={line} />
      </span>
      <span role="gridcell" className="rect-tree-cell" title={findingKindLabels[line.kind]}>
        {findingKindLabels[line.kind]}
      </span>
      <span role="gridcell" className="rect-tree-cell" title={line.leadUnit}>
        {line.leadUnit || text.none}
      </span>
      <span role="gridcell" className="rect-tree-cell figures" title={extended}>
        {dueShown(line)}
      </span>
      <span role="gridcell" className="rect-tree-cell">
        <StatusMark state={line.state} statusText={line.statusText} />
      </span>
      <span role="gridcell" className="rect-tree-cell" title={line.timelinessText}>
        {line.light === 'none' ? (
          <span className="soft">{line.timelinessText || text.none}</span>
        ) : (
          <Light state={line.light} />
        )}
      </span>
      <span role="gridcell" className="rect-tree-cell figures rect-tree-number">
        <MeasureCount state={line.state} measuresDone={line.measuresDone} measureCount={line.measureCount} />
      </span>
      <span role="gridcell" className="rect-tree-cell figures rect-tree-number">
        {text.files(line.evidenceCount)}
      </span>
    </>
  )
}

interface TreeRowProps {
  readonly id: string
  readonly line: VisibleLine
  readonly index: number
  readonly isActive: boolean
  readonly isShown: boolean
  readonly levelNames: LevelNames
}

/** One line of the tree at its place in the whole. */
export const TreeRow = memo(function TreeRow({ id, line, index, isActive, isShown, levelNames }: TreeRowProps) {
  return (
    <div
      role="row"
      id={id}
      data-index={index}
      aria-rowindex={index + 2}
      aria-level={line.depth + 1}
      aria-selected={isShown}
      {...(line.kind === 'group' ? { 'aria-expanded': line.isOpen } : {})}
      className={`rect-tree-row rect-tree-${line.kind}-row ${isActive ? 'rect-tree-active' : ''} ${isShown ? 'rect-tree-shown' : ''}`}
      style={{ top: index * rowHeight, height: rowHeight }}
    >
      {line.kind === 'group' ? <GroupCells line={line} levelNames={levelNames} /> : <FindingCells line={line} />}
    </div>
  )
})
