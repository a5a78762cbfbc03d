import { Button, Tabs } from 'antd'
import { useState } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import { CallError } from '../../shared/ipc/client'
import type { ProgramRow } from '../../shared/rectification/contract'
import { rectSourceLabels } from '../../shared/terms/rectification'
import { dropDraft, useDraft, useHasDraft } from '../app/kept'
import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { RecordDrawer } from '../components/record-drawer'
import { RecordHistory } from '../components/record-history'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { pageText, programsText as text } from '../text/rectification'
import { showListOf } from './list-state'
import { programDraftOf, programFieldsOf, type ProgramDraft } from './program-draft'
import { BaseFields, ClockFields, DeclaredFields, RateFields } from './program-fields'
import { ReportDates } from './report-dates'
import { Vocabulary } from './vocabulary'

const noDraft: Partial<ProgramDraft> = {}

interface ProgramContentProps {
  readonly program: ProgramRow
  readonly today: IsoDate
  readonly onGone: () => void
  readonly onPaste: (programId: string) => void
}

function ProgramContent({ program, today, onGone, onPaste }: ProgramContentProps) {
  const key = `rectification.program.${program.id}`
  const [typed, setTyped] = useDraft<Partial<ProgramDraft>>(key, noDraft)
  const hasDraft = useHasDraft(key)
  const [error, setError] = useState<unknown>(null)
  const done = useDone()
  const draft: ProgramDraft = { ...programDraftOf(program), ...typed }
  const fields = programFieldsOf(draft)
  const save = async (): Promise<void> => {
    if (fields === null) return
    try {
      const expectedUpdatedAt = program.updatedAt
      await call('rectification.saveProgram', { id: program.id, fields, expectedUpdatedAt })
      dropDraft(key)
      setError(null)
      done(text.saved)
    } catch (refusal) {
      if (!(refusal instanceof CallError)) throw refusal
      setError(refusal)
    }
  }
  const remove = async (): Promise<void> => {
    await call('rectification.removeProgram', { id: program.id })
    dropDraft(key)
    onGone()
    done(text.removed)
  }
  const part = { draft, onChange: setTyped }
  return (
    <>
      <div className="rect-line">
        <span className="rect-grow">
          {rectSourceLabels[program.source]}
          {pageText.separator}
          {text.rate(program.rate, program.fraction)}
        </span>
        <Button size="small" onClick={() => onPaste(program.id)}>
          {pageText.paste}
        </Button>
        <Button disabled={false} size="small" onClick={() => showListOf({ programIds: [program.id] })}>
          {text.show}
        </Button>
        {program.findings === 0 && (
          <ActionButton size="small" does="rectification.removeProgram" run={remove}>
            {text.remove}
          </ActionButton>
        )}
      </div>
      <Tabs
        size="small"
        items={[
          { key: 'base', label: text.tabs.base, children: <BaseFields {...part} today={today} /> },
          {
            key: 'clocks',
            label: text.tabs.clocks,
            children: (
              <>
                <ReportDates program={program} today={today} />
                <ClockFields {...part} />
              </>
            ),
          },
          {
            key: 'words',
            label: text.tabs.words,
            children: (
              <>
                <RateFields {...part} />
                <DeclaredFields {...part} />
                <Vocabulary {...part} />
              </>
            ),
          },
          { key: 'history', label: text.tabs.history, children: <RecordHistory recordId={program.id} /> },
        ]}
      />
      <FailureNotice error={error} />
      <div className="rect-actions rect-save">
        <Button type="primary" disabled={!hasDraft || fields === null} onClick={() => void save()}>
          {text.save}
        </Button>
        {hasDraft && (
          <>
            <Button onClick={() => dropDraft(key)}>{text.dropDraft}</Button>
            <span className="soft">{text.notSaved}</span>
          </>
        )}
      </div>
    </>
  )
}

interface ProgramDrawerProps {
  readonly program: ProgramRow | undefined
  readonly today: IsoDate
  readonly onClose: () => void
  readonly onPaste: (programId: string) => void
}

/** A source with its rules. Closing keeps what was typed. */
export function ProgramDrawer({ program, today, onClose, onPaste }: ProgramDrawerProps) {
  // The drawer keeps showing its last record while it slides out of sight.
  const [shown, setShown] = useState(program)
  if (program && program !== shown) setShown(program)
  return (
    <RecordDrawer isOpen={program !== undefined} onClose={onClose} width={760} title={shown?.title ?? text.name}>
      {shown && <ProgramContent key={shown.id} program={shown} today={today} onGone={onClose} onPaste={onPaste} />}
    </RecordDrawer>
  )
}
