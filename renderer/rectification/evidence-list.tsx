import { Button } from 'antd'
import { useState } from 'react'
import type { Attachment } from '../../shared/attachments/contract'
import type { Evidence } from '../../shared/rectification/part-records'
import { evidenceKindLabels } from '../../shared/terms/rectification'
import { ActionButton } from '../components/action-button'
import { ImagePreview, imageKindOf, largestAtOnce } from '../components/attachments'
import { ExportButton } from '../components/export-button'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { workText as text } from '../text/rectification-steps'
import { sizeParts } from './upload'

function attachmentOf(evidence: Evidence): Attachment {
  return { ...evidence, id: evidence.attachmentId }
}

/** `3.4 MB`. */
export function sizeShown(size: number): string {
  const { figure, unit } = sizeParts(size)
  return `${figure} ${text.size[unit]}`
}

async function saveInto(attachmentId: string, folder: string) {
  const { fileName, fileToken } = await call('attachments.saveTo', { id: attachmentId, folder })
  return { file: { fileName, fileToken } }
}

interface EvidenceItemProps {
  readonly evidence: Evidence
  readonly isLocked: boolean
  readonly cycle: number
}

function EvidenceItem({ evidence, isLocked, cycle }: EvidenceItemProps) {
  const [isShown, setIsShown] = useState(false)
  const done = useDone()
  const { fileName, kind, size, note, presence, addedAt, addedBy } = evidence
  const isPicture = imageKindOf(fileName) !== undefined && size <= largestAtOnce
  return (
    <li>
      <span className="rect-grow rect-cut" title={fileName}>
        {fileName}
      </span>
      {presence === 'missing' && <span className="light-overdue rect-nowrap">{text.missing}</span>}
      {evidence.cycle !== cycle && <span className="soft rect-nowrap">{text.earlier(evidence.cycle)}</span>}
      <span className="soft figures rect-nowrap" title={text.by(addedAt.slice(0, 10), addedBy)}>
        {[evidenceKindLabels[kind], sizeShown(size), note].filter((part) => part !== '').join(' ')}
      </span>
      {isPicture && (
        <Button disabled={false} size="small" onClick={() => setIsShown(true)}>
          {text.open}
        </Button>
      )}
      <ExportButton
        size="small"
        write={(folder) => saveInto(evidence.attachmentId, folder)}
        sentenceOf={() => text.savedAs}
      >
        {text.saveAs}
      </ExportButton>
      {!isLocked && evidence.cycle === cycle && (
        <ActionButton
          size="small"
          run={async () => {
            await call('rectification.removeEvidence', { id: evidence.id })
            done(text.evidenceRemoved)
          }}
        >
          {text.removeEvidence}
        </ActionButton>
      )}
      {isShown && <ImagePreview attachment={attachmentOf(evidence)} onClose={() => setIsShown(false)} />}
    </li>
  )
}

interface EvidenceListProps {
  readonly evidence: readonly Evidence[]
  readonly isLocked: boolean
  readonly cycle: number
}

/** Files of a measure, or of the finding as a whole. */
export function EvidenceList({ evidence, isLocked, cycle }: EvidenceListProps) {
  if (evidence.length === 0) return null
  return (
    <ul className="rect-files">
      {evidence.map((each) => (
        <EvidenceItem key={each.id} evidence={each} isLocked={isLocked} cycle={cycle} />
      ))}
    </ul>
  )
}
