import { Button } from 'antd'
import { useState } from 'react'
import { parseIsoDate } from '../../shared/core/dates'
import type { DemandRow } from '../../shared/environment/visit-contract'
import { visitTerms } from '../../shared/terms/visits'
import { dropDraft, useDraft } from '../app/kept'
import { openTarget } from '../app/open-target'
import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { Attachments } from '../components/attachments'
import { EnterpriseField, type EnterpriseChoice } from '../components/enterprise-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { Light } from '../components/light'
import { RecordDrawer } from '../components/record-drawer'
import { useDone } from '../components/undo-notice'
import { HistorySection } from '../components/record-history'
import { call, useAction, useCall } from '../desk'
import { demandText as text, visitFormText } from '../text/visits'
import { clockText } from './demand-clock'
import { DemandFields } from './demand-fields'
import { demandInput, emptyDemand, wordsOfDemand, type DemandWords } from './demand-words'

type Typed = Partial<DemandWords> & { readonly enterprise?: EnterpriseChoice | null }
const nothingTyped: Typed = {}

function Clocks({ row }: { readonly row: DemandRow }) {
  return (
    <dl className="demand-clock">
      <dt className="soft">{text.transferLabel}</dt>
      <dd className="figures">{clockText(row, 'transfer')}</dd>
      <dt className="soft">{text.replyLabel}</dt>
      <dd className="figures">{clockText(row, 'reply')}</dd>
      <dt className="soft">{text.columns.light}</dt>
      <dd>
        <Light state={row.light} />
      </dd>
    </dl>
  )
}

interface DemandEditorProps {
  /** Null: a new demand. */
  readonly row: DemandRow | null
  readonly onClose: () => void
}

function DemandEditor({ row, onClose }: DemandEditorProps) {
  const { today } = useShell()
  const key = `demand.${row?.demand.id ?? 'new'}`
  const [typed, setTyped] = useDraft<Typed>(key, nothingTyped)
  const [problem, setProblem] = useState<string | null>(null)
  const save = useAction('environment.saveDemand')
  const done = useDone()
  const stored = row ? wordsOfDemand(row.demand) : { ...emptyDemand('new'), raisedOn: today }
  const { enterprise: typedEnterprise, ...typedWords } = typed
  const words = { ...stored, ...typedWords }
  const known = row ? { id: row.demand.enterpriseId, name: row.enterpriseName } : null
  const enterprise = typedEnterprise === undefined ? known : typedEnterprise
  const submit = (): void => {
    const raisedOn = parseIsoDate(words.raisedOn)
    setProblem(enterprise === null ? visitFormText.needEnterprise : raisedOn === null ? visitFormText.needRaised : null)
    if (enterprise === null || raisedOn === null) return
    const visitId = row?.demand.visitId ?? null
    save.mutate(
      { ...demandInput(words, raisedOn), enterpriseId: enterprise.id, visitId },
      {
        onSuccess: () => {
          dropDraft(key)
          done(text.saved)
          onClose()
        },
      },
    )
  }
  const footer = (
    <div className="visit-footer">
      <Button type="primary" disabled={save.isPending} onClick={submit}>
        {text.save}
      </Button>
      {Object.keys(typed).length > 0 && (
        <Button type="text" onClick={() => dropDraft(key)}>
          {visitFormText.forget}
        </Button>
      )}
      <span className="visit-space" />
      {row && <RemoveDemand id={row.demand.id} onDone={onClose} />}
    </div>
  )
  return (
    <RecordDrawer
      title={row ? text.editTitle(row.enterpriseName) : text.newTitle}
      isOpen
      onClose={onClose}
      footer={footer}
    >
      {problem && (
        <div className="field-error" role="alert">
          {problem}
        </div>
      )}
      <FailureNotice error={save.error} />
      {row && <Clocks row={row} />}
      <Field label={visitTerms.enterprise} isRequired>
        <EnterpriseField
          value={enterprise}
          isDisabled={row !== null && row.demand.visitId !== null}
          onChange={(next) => setTyped({ enterprise: next })}
        />
      </Field>
      {row && row.demand.visitId !== null && <VisitLink visitId={row.demand.visitId} />}
      <DemandFields words={words} today={today} hasRaisedOn onChange={setTyped} />
      {row && <Attachments room="environment" recordId={row.demand.id} />}
      {row && <HistorySection recordId={row.demand.id} />}
    </RecordDrawer>
  )
}

function VisitLink({ visitId }: { readonly visitId: string }) {
  return (
    <p className="soft">
      {text.ofVisit}{' '}
      <button type="button" className="link" onClick={() => openTarget({ kind: 'visit', recordId: visitId })}>
        {text.openVisit}
      </button>
    </p>
  )
}

function RemoveDemand({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const done = useDone()
  const remove = async (): Promise<void> => {
    await call('environment.removeDemand', { id })
    done(text.removed)
    onDone()
  }
  return (
    <ActionButton type="text" run={remove}>
      {text.remove}
    </ActionButton>
  )
}

/** A new demand that was not raised on a visit. */
export function NewDemandDrawer({ onClose }: { readonly onClose: () => void }) {
  return <DemandEditor row={null} onClose={onClose} />
}

/** A stored demand with its clocks. */
export function DemandDrawer({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { data, error, refetch } = useCall('environment.demand', { id })
  if (!data) {
    return (
      <RecordDrawer title={text.newTitle} isOpen={error !== null} onClose={onClose}>
        <FailureNotice error={error} onRetry={() => void refetch()} />
      </RecordDrawer>
    )
  }
  return <DemandEditor key={id} row={data} onClose={onClose} />
}
