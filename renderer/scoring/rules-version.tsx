import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { RuleRow } from '../../shared/scoring/contract'
import { ruleSourceLabels } from '../../shared/terms/rules'
import { useHasDraft } from '../app/kept'
import { useShell } from '../app/shell'
import { FailureNotice } from '../components/failure-notice'
import { useDone } from '../components/undo-notice'
import { call, useCall, type OutputOf } from '../desk'
import { ReasonForm } from '../components/reason-form'
import { momentLabel } from '../text/exchange'
import { rulesText as text } from '../text/rules'
import { draftKeyOf, emptyRule, RuleFormContext, startOf, type RuleTarget } from './rules-edit'
import { RuleEditor } from './rules-editor'
import { isFields } from './rules-form'
import { RuleSections } from './rules-sections'

type Opened = OutputOf<'scoring.rule'>

interface RetireProps {
  readonly row: RuleRow
  readonly onRetired: () => void
}

/** Puts a version out of use; a shipped one stays. */
function Retire({ row: { id, name, version, status }, onRetired }: RetireProps) {
  const done = useDone()
  const [isOpen, setIsOpen] = useState(false)
  if (id === null || status === 'retired') return null
  const retire = async (reason: string): Promise<void> => {
    await call('scoring.retireRule', { id, reason })
    done(text.retired(name, version))
    onRetired()
  }
  return (
    <>
      <Button className="for-work" onClick={() => setIsOpen(true)}>
        {text.retire}
      </Button>
      {isOpen && (
        <ReasonForm
          title={text.retireTitle(name, version)}
          label={text.reason}
          word={text.retire}
          cancel={text.cancel}
          onClose={() => setIsOpen(false)}
          run={retire}
        />
      )}
    </>
  )
}

interface VersionProps {
  readonly opened: Opened
  readonly onRevise: () => void
  readonly onClose: () => void
}

const noProblems: ReadonlyMap<string, string> = new Map()
const nothing = (): void => undefined

/** A version as it was issued: to be read, revised or put out of use. */
function Version({ opened: { row, rule }, onRevise, onClose }: VersionProps) {
  const { today } = useShell()
  const { kind, documentId, name, version } = row
  const hasDraft = useHasDraft(draftKeyOf({ kind, mode: 'copy', base: { documentId, version } }))
  const document = isFields(rule.document) ? rule.document : {}
  return (
    <RuleFormContext value={{ document, problems: noProblems, isReadOnly: true, today, set: nothing }}>
      <div className="rules-head">
        <Button size="small" onClick={onClose}>
          {text.back}
        </Button>
        <b>{text.heading.view(name, version)}</b>
        <span className="soft">{text.basis(ruleSourceLabels[row.source], row.savedBy, momentLabel(row.savedAt))}</span>
        <span className="rules-head-actions">
          <Button type="primary" onClick={onRevise}>
            {hasDraft ? text.goOnRevising : text.revise}
          </Button>
          <Retire row={row} onRetired={onClose} />
        </span>
      </div>
      {row.reason !== '' && (
        <p className="rules-tight">
          <span className="soft">{text.columns.reason}</span> {row.reason}
        </p>
      )}
      <div className="rules-scroll">
        <RuleSections kind={kind} />
      </div>
    </RuleFormContext>
  )
}

interface OpenRuleProps {
  readonly target: RuleTarget
  readonly rows: readonly RuleRow[]
  readonly year: number
  readonly onOpen: (target: RuleTarget) => void
  readonly onClose: () => void
}

/** The version that was opened in the list, or a new rule, in the place of the list. */
export function OpenRule({ target, rows, year, onOpen, onClose }: OpenRuleProps) {
  const { kind, mode, base } = target
  const asked = base ?? { documentId: '', version: '' }
  const { data, error, refetch } = useCall('scoring.rule', asked, { enabled: base !== null })
  const start = useMemo(() => {
    if (base === null) return emptyRule(kind, year, [...new Set(rows.map(({ documentId }) => documentId))])
    const versions = rows.filter(({ documentId }) => documentId === base.documentId).map(({ version }) => version)
    return data ? startOf(target, data.rule.document, versions) : null
  }, [target, kind, base, year, rows, data])
  if (mode === 'view' && data) {
    return <Version opened={data} onRevise={() => onOpen({ ...target, mode: 'copy' })} onClose={onClose} />
  }
  if (start && mode !== 'view') {
    const retire = mode === 'edit' && data && <Retire row={data.row} onRetired={onClose} />
    return <RuleEditor key={draftKeyOf(target)} target={target} start={start} extra={retire} onClose={onClose} />
  }
  return (
    <div className="rules-head">
      <Button size="small" onClick={onClose}>
        {text.back}
      </Button>
      <FailureNotice error={error} onRetry={() => void refetch()} />
    </div>
  )
}
