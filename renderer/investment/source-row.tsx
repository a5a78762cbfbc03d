import { Button } from 'antd'
import { useState } from 'react'
import type { LeadDetail } from '../../shared/investment/contract'
import { SourceDrawer } from '../assignments/source-drawer'
import { drawerText as text } from '../text/investment'

/** 来源: the file and row that a lead came from, and that row as the file has it. */
export function SourceRow({ source }: { readonly source: NonNullable<LeadDetail['source']> }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className="lead-source">
      <span className="soft">{text.sourceRow(source.file, source.row)}</span>
      <Button size="small" onClick={() => setIsOpen(true)}>
        {text.sourceOpen}
      </Button>
      <SourceDrawer source={isOpen ? { ...source, sheet: '' } : null} onClose={() => setIsOpen(false)} />
    </div>
  )
}
