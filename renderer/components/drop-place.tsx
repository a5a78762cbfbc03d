import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import './drop-place.css'

interface DropPlaceProps {
  readonly onDrop: (transfer: DataTransfer) => void
  /** Said while files are dragged over it. */
  readonly word: string
  readonly className?: string
  readonly children: ReactNode
}

/** Takes files that are dropped inside, so that they are not taken for a table to import. */
export function DropPlace({ onDrop, word, className = '', children }: DropPlaceProps) {
  const [isOver, setIsOver] = useState(false)
  // Entering a child fires before leaving its parent, so the depth tells whether the place itself was left.
  const depth = useRef(0)
  const take = (event: DragEvent, step: number): void => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.stopPropagation()
    depth.current = Math.max(0, depth.current + step)
    setIsOver(depth.current > 0)
  }
  return (
    <div
      className={`drop-place ${className} ${isOver ? 'drop-place-over' : ''}`}
      onDragEnter={(event) => take(event, 1)}
      onDragOver={(event) => take(event, 0)}
      onDragLeave={(event) => take(event, -1)}
      onDrop={(event) => {
        take(event, 0)
        depth.current = 0
        setIsOver(false)
        onDrop(event.dataTransfer)
      }}
    >
      {isOver && <p className="drop-place-word">{word}</p>}
      {children}
    </div>
  )
}
