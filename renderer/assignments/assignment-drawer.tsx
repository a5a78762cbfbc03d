import { Button } from 'antd'
import { useMemo } from 'react'
import type { Assignment } from '../../shared/assignments/contract'
import { decimalSchema } from '../../shared/core/schemas'
import { assignmentLabels, cycleLabels } from '../../shared/terms/assignments'
import { streamLabels } from '../../shared/terms/settings'
import { dropDraft, useDraft, useHasDraft } from '../app/kept'
import { useShell } from '../app/shell'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { RecordDrawer } from '../components/record-drawer'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { HistorySection } from '../components/record-history'
import { useAction } from '../desk'
import { assignmentStatusText, assignmentText } from '../text/assignments'
import { dueWords, targetWords } from './columns'

function cycleWord(cycle: string): string {
  return Object.entries(cycleLabels).find(([key]) => key === cycle)?.[1] ?? cycle
}

function stagesOf(row: Assignment): string {
  const stages: readonly (readonly [string, string | null])[] = [
    [assignmentText.firstQuarter, row.targetFirstQuarter],
    [assignmentText.firstHalf, row.targetFirstHalf],
    [assignmentText.threeQuarters, row.targetThreeQuarters],
  ]
  return stages
    .filter(([, target]) => target !== null)
    .map(([name, target]) => `${name} ${target ?? ''}${row.unit}`)
    .join('\n')
}

function DistrictFacts({ row, onSource }: { readonly row: Assignment; readonly onSource: () => void }) {
  const facts: readonly (readonly [string, string])[] = [
    [assignmentText.code, row.code],
    [assignmentText.stream, row.stream ? streamLabels[row.stream] : assignmentText.otherStream],
    [assignmentLabels.taskName, row.task],
    [assignmentLabels.indicator, row.indicator === row.task ? '' : row.indicator],
    [assignmentText.target, targetWords(row)],
    [assignmentLabels.targetText, row.target === null ? '' : row.targetText],
    [assignmentText.stages, stagesOf(row)],
    [assignmentLabels.due, dueWords(row)],
    [assignmentLabels.cycle, cycleWord(row.cycle)],
    [assignmentLabels.reportingTime, row.reportingTime],
    [assignmentLabels.channel, row.channel],
    [assignmentLabels.leadUnit, row.leadUnit],
    [assignmentLabels.responsibleUnit, row.responsibleUnit],
    [assignmentLabels.supportUnits, row.supportUnits],
    [assignmentLabels.responsibleLeader, row.responsibleLeader],
    [assignmentLabels.remark, row.remark],
    [assignmentText.status, assignmentStatusText[row.status]],
  ]
  return (
    <section className="section">
      <h2>{assignmentText.districtPart}</h2>
      <dl className="facts">
        {facts
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        <dt>{assignmentText.sourceTitle}</dt>
        <dd>
          {row.isSample ? (
            assignmentText.sample
          ) : (
            <button type="button" className="link" onClick={onSource}>
              {row.source.file} {assignmentText.sourcePlace(row.source.sheet, row.source.row)}
            </button>
          )}
        </dd>
      </dl>
    </section>
  )
}

function BureauFields({ row }: { readonly row: Assignment }) {
  const { today } = useShell()
  const draftKey = `assignment.${row.id}`
  const initial = useMemo(
    () => ({
      handler: row.handler,
      internalDueOn: row.internalDueOn,
      progressText: row.progressText,
      actual: row.actual ?? '',
    }),
    [row],
  )
  const [draft, change] = useDraft(draftKey, initial)
  const hasDraft = useHasDraft(draftKey)
  const save = useAction('assignments.saveProgress')
  const done = useDone()
  const actual = draft.actual.normalize('NFKC').trim()
  const isActualWrong = !row.isActualComputed && actual !== '' && !decimalSchema.safeParse(actual).success
  const submit = async (): Promise<void> => {
    if (isActualWrong || save.isPending) return
    const { handler, internalDueOn, progressText } = draft
    const written = row.isActualComputed || actual === '' ? null : actual
    // A refusal is shown by `save.error` below the fields.
    const saved = await save
      .mutateAsync({ id: row.id, handler, internalDueOn, progressText, actual: written })
      .catch(() => null)
    if (!saved) return
    dropDraft(draftKey)
    done(assignmentText.saved)
  }
  return (
    <section className="section">
      <h2>{assignmentText.bureauPart}</h2>
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))', gap: 12 }}>
        <Field label={assignmentText.handler}>
          <TextField value={draft.handler} onChange={(handler) => change({ handler })} onEnter={() => void submit()} />
        </Field>
        <Field label={assignmentText.internalDueOn}>
          <DateField
            value={draft.internalDueOn}
            today={today}
            onChange={(internalDueOn) => change({ internalDueOn })}
          />
        </Field>
        <Field
          label={assignmentText.actual(row.unit)}
          error={isActualWrong ? assignmentText.actualWrong : null}
          hint={row.isActualComputed ? assignmentText.actualHint : undefined}
        >
          <TextField
            value={row.isActualComputed ? (row.actual ?? '') : draft.actual}
            isDisabled={row.isActualComputed}
            onChange={(text) => change({ actual: text })}
            onEnter={() => void submit()}
          />
        </Field>
      </div>
      <div style={{ marginTop: 12 }}>
        <Field label={assignmentText.progressText}>
          <TextField
            isMultiline
            rows={4}
            value={draft.progressText}
            onChange={(progressText) => change({ progressText })}
            onEnter={() => void submit()}
          />
        </Field>
      </div>
      <FailureNotice error={save.error} />
      <div style={{ display: 'flex', gap: 8, alignItems: 'center', marginTop: 12 }}>
        <Button type="primary" disabled={!hasDraft || isActualWrong || save.isPending} onClick={() => void submit()}>
          {assignmentText.save}
        </Button>
        {hasDraft && (
          <>
            <Button type="text" onClick={() => dropDraft(draftKey)}>
              {assignmentText.discard}
            </Button>
            <span className="soft">{assignmentText.unsaved}</span>
          </>
        )}
      </div>
    </section>
  )
}

interface AssignmentDrawerProps {
  readonly row: Assignment | null
  readonly onClose: () => void
  readonly onSource: (row: Assignment) => void
}

/** One 任务: what the district gave, to read; what the bureau adds, to write. */
export function AssignmentDrawer({ row, onClose, onSource }: AssignmentDrawerProps) {
  return (
    <RecordDrawer title={row?.task ?? ''} isOpen={row !== null} onClose={onClose}>
      {row && (
        <>
          <BureauFields key={row.id} row={row} />
          <DistrictFacts row={row} onSource={() => onSource(row)} />
          <HistorySection recordId={row.id} />
        </>
      )}
    </RecordDrawer>
  )
}
