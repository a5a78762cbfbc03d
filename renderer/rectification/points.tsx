import { Button } from 'antd'
import { useState } from 'react'
import { CallError } from '../../shared/ipc/client'
import type { FindingDetail } from '../../shared/rectification/finding-rows'
import { isSettled } from '../../shared/rectification/lifecycle'
import { dropDraft, useDraft } from '../app/kept'
import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { workText as text } from '../text/rectification-steps'

const noEntry = { text: '' }

/** 问题表现 below a finding, the 条 of each indented below it. */
export function Points({ detail }: { readonly detail: FindingDetail }) {
  const { id, points } = detail
  const key = `finding-point.${id}`
  const [entry, setEntry] = useDraft(key, noEntry)
  const [isAdding, setIsAdding] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const done = useDone()
  const isLocked = isSettled(detail)
  if (points.length === 0 && isLocked) return null
  const ordered = points
    .filter(({ parentId }) => parentId === null)
    .flatMap((point) => [point, ...points.filter(({ parentId }) => parentId === point.id)])
  const add = async (): Promise<void> => {
    if (entry.text.trim() === '') return
    try {
      await call('rectification.savePoint', { id: null, findingId: id, parentId: null, no: '', text: entry.text })
      dropDraft(key)
      setError(null)
      setIsAdding(false)
      done(text.pointSaved)
    } catch (refusal) {
      if (!(refusal instanceof CallError)) throw refusal
      setError(refusal)
    }
  }
  return (
    <section className="section">
      <h2>{text.points}</h2>
      <ul className="rect-rows">
        {ordered.map((point) => (
          <li key={point.id} className={point.parentId === null ? '' : 'rect-indent'}>
            <span className="rect-grow rect-text">{[point.no, point.text].filter(Boolean).join(' ')}</span>
            {!isLocked && (
              <ActionButton
                size="small"
                run={async () => {
                  await call('rectification.removePoint', { id: point.id })
                  done(text.pointRemoved)
                }}
              >
                {text.remove}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      <FailureNotice error={error} />
      {isAdding ? (
        <div className="rect-line">
          <span className="rect-grow">
            <TextField
              label={text.pointText}
              value={entry.text}
              onChange={(next) => setEntry({ text: next })}
              onEnter={() => void add()}
              maxLength={20_000}
              hasFocus
            />
          </span>
          <Button type="primary" onClick={() => void add()}>
            {text.save}
          </Button>
          <Button type="text" onClick={() => setIsAdding(false)}>
            {text.cancel}
          </Button>
        </div>
      ) : (
        !isLocked && (
          <Button size="small" onClick={() => setIsAdding(true)}>
            {text.addPoint}
          </Button>
        )
      )}
    </section>
  )
}
