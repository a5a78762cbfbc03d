import { Button, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Attachment, AttachmentRoom } from '../../shared/attachments/contract'
import { CallError } from '../../shared/ipc/client'
import { call, useAction, useCall } from '../desk'
import { attachmentText as text } from '../text/attachments'
import { ActionButton } from './action-button'
import { FailureNotice } from './failure-notice'
import { useDone } from './undo-notice'
import './attachments.css'

/** Unit: bytes. */
export const largestAtOnce = 100 * 1024 * 1024
const imageKinds: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
}

/** The kind of a picture that the window can show, by the ending of its name. */
export function imageKindOf(fileName: string): string | undefined {
  return imageKinds[fileName.split('.').at(-1)?.toLowerCase() ?? '']
}

/** A copy that owns its buffer, as a Blob wants it. */
function blobOf(bytes: Uint8Array, type?: string): Blob {
  return new Blob([new Uint8Array(bytes)], type ? { type } : {})
}

/** Hands the bytes to the window's own 另存为. */
async function saveAttachment({ id }: Attachment): Promise<void> {
  const { fileName, bytes } = await call('attachments.read', { id })
  const url = URL.createObjectURL(blobOf(bytes))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has its own hold on the bytes once it has begun.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** A picture in a window of its own; the file is checked against its digest on the way. */
export function ImagePreview({
  attachment,
  onClose,
}: {
  readonly attachment: Attachment
  readonly onClose: () => void
}) {
  const [url, setUrl] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    let made: string | null = null
    let isGone = false
    call('attachments.read', { id: attachment.id }).then(
      ({ bytes }) => {
        if (isGone) return
        made = URL.createObjectURL(blobOf(bytes, imageKindOf(attachment.fileName)))
        setUrl(made)
      },
      (refusal: unknown) => setError(refusal),
    )
    return () => {
      isGone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [attachment])
  return (
    <Modal open title={attachment.fileName} onCancel={onClose} footer={null} width="min(960px, 92vw)">
      <FailureNotice error={error} />
      {url && <img className="attachment-image" src={url} alt={attachment.fileName} />}
    </Modal>
  )
}

interface AttachmentsProps {
  readonly room: AttachmentRoom
  readonly recordId: string
}

function AddAttachment({ room, recordId }: AttachmentsProps) {
  const input = useRef<HTMLInputElement>(null)
  const add = useAction('attachments.add')
  const done = useDone()
  const [problem, setProblem] = useState<string | null>(null)
  const take = async (files: FileList | null): Promise<void> => {
    setProblem(null)
    for (const file of files ?? []) {
      if (file.size > largestAtOnce) {
        setProblem(text.tooLarge(file.name))
        continue
      }
      const bytes = new Uint8Array(await file.arrayBuffer())
      try {
        await add.mutateAsync({ room, recordId, fileName: file.name, bytes })
        done()
      } catch (error) {
        // Shown below by the mutation's own error.
        if (!(error instanceof CallError)) throw error
      }
    }
    if (input.current) input.current.value = ''
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={text.add}
        onChange={(event) => void take(event.target.files)}
      />
      <Button className="for-work" disabled={add.isPending} onClick={() => input.current?.click()}>
        {text.add}
      </Button>
      {problem && (
        <div className="field-error" role="alert">
          {problem}
        </div>
      )}
      <FailureNotice error={add.error} />
    </>
  )
}

/** Files that belong to a record: pictures of replies, licences, plans. */
export function Attachments({ room, recordId }: AttachmentsProps) {
  const { data, error, refetch } = useCall('attachments.list', { room, recordId })
  const [shown, setShown] = useState<Attachment | null>(null)
  const done = useDone()
  return (
    <section className="section">
      <h2>{text.title}</h2>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data?.length === 0 && <p className="soft">{text.none}</p>}
      <ul className="attachments">
        {data?.map((attachment) => (
          <li key={attachment.id}>
            <span className="attachment-name" title={attachment.fileName}>
              {attachment.fileName}
            </span>
            <span className="soft figures">{text.size(String(Math.ceil(attachment.size / 1024)))}</span>
            {imageKindOf(attachment.fileName) && (
              <Button disabled={false} size="small" onClick={() => setShown(attachment)}>
                {text.open}
              </Button>
            )}
            <ActionButton size="small" does="reading" run={() => saveAttachment(attachment)}>
              {text.save}
            </ActionButton>
            <ActionButton
              size="small"
              run={async () => {
                await call('attachments.remove', { id: attachment.id })
                done(text.removed)
              }}
            >
              {text.remove}
            </ActionButton>
          </li>
        ))}
      </ul>
      <AddAttachment room={room} recordId={recordId} />
      {shown && <ImagePreview attachment={shown} onClose={() => setShown(null)} />}
    </section>
  )
}
