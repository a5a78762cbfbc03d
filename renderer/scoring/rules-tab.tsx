import { Button } from 'antd'
import { useMemo } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import { ruleKinds, type RuleRow } from '../../shared/scoring/contract'
import { formatChineseDate } from '../../shared/terms/dates'
import { ruleKindLabels, ruleSourceLabels, ruleStatusLabels } from '../../shared/terms/rules'
import { useHasDraft, useKept } from '../app/kept'
import { useShell } from '../app/shell'
import { ChoiceField } from '../components/choice-field'
import { DataTable, type DataColumn } from '../components/data-table'
import { FailureNotice } from '../components/failure-notice'
import { useCall } from '../desk'
import { momentLabel } from '../text/exchange'
import { rulesText as text } from '../text/rules'
import { draftKeyOf, type RuleTarget } from './rules-edit'
import { categoryOptions, optionLabel } from './rules-scheme-form'
import { OpenRule } from './rules-version'
import './rules.css'

interface RulesState {
  /** Null is the bureau's year. */
  readonly year: number | null
  readonly open: RuleTarget | null
}
const start: RulesState = { year: null, open: null }
const noRows: readonly RuleRow[] = []

/** What a version is today, in a word or two. */
function stateOf({ status, isInForce, effectiveFrom }: RuleRow, today: IsoDate): string {
  if (isInForce) return text.inForce
  if (status !== 'issued') return ruleStatusLabels[status]
  return effectiveFrom > today ? text.later : text.superseded
}

function audienceOf({ kind, category }: RuleRow): string {
  if (kind === 'awards') return ruleKindLabels.awards
  return category === null ? text.everyCategory : optionLabel(categoryOptions, category)
}

function columnsOf(today: IsoDate): readonly DataColumn<RuleRow>[] {
  const { columns } = text
  return [
    { key: 'name', title: columns.name, width: 240, isFixed: true, render: ({ name }) => name },
    { key: 'category', title: columns.category, width: 84, render: audienceOf },
    { key: 'version', title: columns.version, width: 64, render: ({ version }) => version },
    {
      key: 'effectiveFrom',
      title: columns.effectiveFrom,
      width: 116,
      render: ({ effectiveFrom }) => formatChineseDate(effectiveFrom),
    },
    { key: 'status', title: columns.status, width: 112, render: (row) => stateOf(row, today) },
    { key: 'source', title: columns.source, width: 84, render: ({ source }) => ruleSourceLabels[source] },
    { key: 'docRef', title: columns.docRef, width: 130, render: ({ docRef }) => docRef },
    { key: 'reason', title: columns.reason, width: 150, render: ({ reason }) => reason },
    {
      key: 'saved',
      title: columns.saved,
      width: 180,
      render: ({ savedBy, savedAt }) => text.basis('', savedBy, momentLabel(savedAt)),
    },
  ]
}

interface NewRuleProps {
  readonly kind: RuleRow['kind']
  readonly onOpen: (target: RuleTarget) => void
}

function NewRule({ kind, onOpen }: NewRuleProps) {
  const target: RuleTarget = { kind, mode: 'new', base: null }
  const hasDraft = useHasDraft(draftKeyOf(target))
  return (
    <Button className="for-work" onClick={() => onOpen(target)}>
      {hasDraft ? text.goOnNew[kind] : text.newRule[kind]}
    </Button>
  )
}

/** A draft of this PC is opened to go on with, everything else to be read. */
function targetOf({ kind, documentId, version, status }: RuleRow): RuleTarget {
  return { kind, mode: status === 'draft' ? 'edit' : 'view', base: { documentId, version } }
}

/** 规则: the versions of schemes and award plans of a year, and the form of the one that was opened. */
export function RulesTab() {
  const { bureau, today } = useShell()
  const [kept, change] = useKept('rules', start)
  const year = kept.year ?? bureau.year
  const rules = useCall('scoring.rules', { year }, { keepsPrevious: true })
  const columns = useMemo(() => columnsOf(today), [today])
  const rows = rules.data ?? noRows
  const open = (target: RuleTarget | null): void => change({ open: target })
  if (kept.open !== null && rules.data) {
    return <OpenRule target={kept.open} rows={rows} year={year} onOpen={open} onClose={() => open(null)} />
  }
  return (
    <>
      <FailureNotice error={rules.error} onRetry={() => void rules.refetch()} />
      <div className="rules-head">
        <ChoiceField
          label={text.year}
          width={110}
          value={year}
          options={[bureau.year - 1, bureau.year, bureau.year + 1].map((value) => ({
            value,
            label: text.yearOf(value),
          }))}
          onChange={(next) => change({ year: next })}
        />
        {ruleKinds.map((kind) => (
          <NewRule key={kind} kind={kind} onOpen={open} />
        ))}
      </div>
      <p className="soft rules-tight">{text.intro}</p>
      <DataTable
        name="rules"
        label={text.list}
        columns={columns}
        rows={rows}
        rowKey={({ documentId, version }) => `${documentId}@${version}`}
        isLoading={rules.isPending}
        onOpen={(row) => open(targetOf(row))}
        empty={text.none}
      />
    </>
  )
}
