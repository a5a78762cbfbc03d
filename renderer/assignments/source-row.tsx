import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { assignmentText as text } from '../text/assignments'
import { SourceDrawer } from './source-drawer'

interface SourceRowProps {
  readonly source: { readonly batchId: string; readonly file: string; readonly row: number } | null
  /** What else the record came from, before the file. */
  readonly children?: ReactNode
}

/** 来源: the file and row that a record came from, and that row as the file has it. */
export function SourceRow({ source, children }: SourceRowProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className="source-row">
      {children}
      {source && (
        <>
          <span className="soft">{text.sourceOf(source.file, source.row)}</span>
          <Button disabled={false} size="small" onClick={() => setIsOpen(true)}>
            {text.sourceOpen}
          </Button>
          <SourceDrawer source={isOpen ? { ...source, sheet: '' } : null} onClose={() => setIsOpen(false)} />
        </>
      )}
    </div>
  )
}
