import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { inboxText as text } from '../text/district'
import { droppedFiles } from './dropped-files'

interface InboxDropProps {
  readonly onFiles: (files: readonly File[]) => void
  readonly children: ReactNode
}

/** Takes files and folders that are dropped inside, so that they are not taken for a table to import. */
export function InboxDrop({ onFiles, children }: InboxDropProps) {
  const [isOver, setIsOver] = useState(false)
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
      className={`district-drop ${isOver ? 'district-drop-over' : ''}`}
      data-testid="district-drop"
      onDragEnter={(event) => take(event, 1)}
      onDragOver={(event) => take(event, 0)}
      onDragLeave={(event) => take(event, -1)}
      onDrop={(event) => {
        take(event, 0)
        depth.current = 0
        setIsOver(false)
        void droppedFiles(event.dataTransfer).then(onFiles)
      }}
    >
      {isOver && <p className="district-drop-word">{text.drop}</p>}
      {children}
    </div>
  )
}
