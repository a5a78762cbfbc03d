import { useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { showRecord, useScreen } from '../app/screen'
import { drawnRows, rowHeight, useScrollView } from '../components/grid/grid-view'
import { treeText as text } from '../text/rectification'
import { moveOf, type VisibleLine } from './tree-lines'
import { TreeRow, type LevelNames } from './tree-rows'

function Head() {
  return (
    <div role="row" aria-rowindex={1} className="rect-tree-row rect-tree-head">
      {Object.entries(text.columns).map(([key, label]) => (
        <span
          key={key}
          role="columnheader"
          className={`rect-tree-cell ${key === 'measures' || key === 'evidence' ? 'rect-tree-number' : ''}`}
        >
          {label}
        </span>
      ))}
    </div>
  )
}

interface TreeViewProps {
  readonly lines: readonly VisibleLine[]
  readonly levelNames: LevelNames
  readonly onToggle: (key: string, isOpen: boolean) => void
}

/** The tree as a list of the lines in sight, so that five thousand findings scroll like fifty. */
export function TreeView({ lines, levelNames, onToggle }: TreeViewProps) {
  const treeId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const view = useScrollView(scroller)
  const recordId = useScreen((state) => state.recordId)
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const found = lines.findIndex(({ key }) => key === activeKey)
  const active = found < 0 ? 0 : found
  const { from, to } = drawnRows(view, lines.length)
  const reveal = (index: number): void => {
    const element = scroller.current
    if (!element) return
    const top = index * rowHeight
    const room = element.clientHeight - rowHeight
    if (top < element.scrollTop) element.scrollTop = top
    else if (top > element.scrollTop + room) element.scrollTop = top - room
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const move = moveOf(event.key, lines, active, Math.max(1, Math.floor(view.height / rowHeight) - 1))
    if (!move) return
    event.preventDefault()
    if (move.kind === 'toggle') onToggle(move.key, move.isOpen)
    else if (move.kind === 'open') showRecord(move.id)
    else {
      setActiveKey(lines[move.to]?.key ?? null)
      reveal(move.to)
    }
  }
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    const line = lines[Number(row?.dataset['index'] ?? -1)]
    if (!line) return
    setActiveKey(line.key)
    if (line.kind === 'group') onToggle(line.key, !line.isOpen)
    else showRecord(line.line.id)
  }
  const isActiveDrawn = active >= from && active < to
  return (
    <div
      role="treegrid"
      aria-label={text.name}
      aria-rowcount={lines.length + 1}
      tabIndex={0}
      {...(isActiveDrawn ? { 'aria-activedescendant': `${treeId}-${active}` } : {})}
      className="rect-tree"
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <Head />
      <div role="rowgroup" className="rect-tree-scroll" ref={scroller}>
        <div role="presentation" className="rect-tree-body" style={{ height: lines.length * rowHeight }}>
          {lines.slice(from, to).map((line, offset) => (
            <TreeRow
              key={line.key}
              id={`${treeId}-${from + offset}`}
              line={line}
              index={from + offset}
              isActive={from + offset === active}
              isShown={line.kind === 'finding' && line.line.id === recordId}
              levelNames={levelNames}
            />
          ))}
        </div>
      </div>
    </div>
  )
}
