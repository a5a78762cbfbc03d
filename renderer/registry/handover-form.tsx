import { Button, Checkbox } from 'antd'
import { parseIsoDate } from '../../shared/core/dates'
import { openItemKey, type OpenItem } from '../../shared/registry/record'
import { openItemLabels } from '../../shared/terms/registry'
import { dropDraft, useDraft } from '../app/kept'
import { openTarget } from '../app/open-target'
import { useShell } from '../app/shell'
import { ChoiceField } from '../components/choice-field'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { useAction, useCall } from '../desk'
import { handoverText as text } from '../text/registry'
import { emptyHandover, handoverKey, type HandoverDraft } from './handover-draft'

interface ItemsProps {
  readonly items: readonly OpenItem[]
  readonly leftOut: readonly string[]
  readonly onChange: (leftOut: readonly string[]) => void
}

function ItemRow({ item, isChosen, onChoose }: { item: OpenItem; isChosen: boolean; onChoose: (is: boolean) => void }) {
  return (
    <tr>
      <td>
        <Checkbox aria-label={item.title} checked={isChosen} onChange={(event) => onChoose(event.target.checked)} />
      </td>
      <td>{openItemLabels[item.kind]}</td>
      <td>
        <button
          type="button"
          className="link handover-title"
          onClick={() => openTarget({ kind: item.kind, recordId: item.shownId })}
        >
          {item.title}
        </button>
      </td>
      <td className="figures">{item.dueOn ?? text.noDue}</td>
    </tr>
  )
}

function Items({ items, leftOut, onChange }: ItemsProps) {
  const out = new Set(leftOut)
  const chosen = items.filter((item) => !out.has(openItemKey(item)))
  return (
    <>
      <p>
        <Checkbox
          checked={chosen.length === items.length}
          indeterminate={chosen.length > 0 && chosen.length < items.length}
          onChange={(event) => onChange(event.target.checked ? [] : items.map(openItemKey))}
        >
          {text.all}
        </Checkbox>
        <span className="soft figures">{text.chosen(chosen.length, items.length)}</span>
      </p>
      <table className="registry-table" aria-label={text.list}>
        <thead>
          <tr>
            <th className="handover-tick" aria-label={text.all} />
            <th className="handover-room">{text.columns.kind}</th>
            <th>{text.columns.title}</th>
            <th className="handover-due">{text.columns.dueOn}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const key = openItemKey(item)
            return (
              <ItemRow
                key={key}
                item={item}
                isChosen={!out.has(key)}
                onChoose={(is) => onChange(is ? leftOut.filter((each) => each !== key) : [...leftOut, key])}
              />
            )
          })}
        </tbody>
      </table>
    </>
  )
}

interface WhoProps {
  readonly draft: HandoverDraft
  readonly change: (part: Partial<HandoverDraft>) => void
}

function WhoAndWhen({ draft, change }: WhoProps) {
  const { today } = useShell()
  const people = useCall('registry.people', { withLeft: true })
  const all = people.data ?? []
  const labelled = (list: typeof all) => list.map(({ id, name }) => ({ value: id, label: name }))
  const here = all.filter(({ id, leftOn }) => id !== draft.fromPersonId && (leftOn === null || leftOn > today))
  return (
    <div className="registry-grid registry-four">
      <Field label={text.from} isRequired>
        <ChoiceField
          value={draft.fromPersonId}
          options={labelled(all)}
          onChange={(fromPersonId) => change({ fromPersonId, leftOut: [] })}
        />
      </Field>
      <Field label={text.to} isRequired>
        <ChoiceField
          value={draft.toPersonId}
          options={labelled(here)}
          onChange={(toPersonId) => change({ toPersonId })}
        />
      </Field>
      <Field label={text.on} isRequired>
        <DateField
          value={parseIsoDate(draft.on === '' ? today : draft.on)}
          today={today}
          onChange={(on) => change({ on: on ?? '' })}
        />
      </Field>
      <Field label={text.remark}>
        <TextField value={draft.remark} onChange={(remark) => change({ remark })} />
      </Field>
    </div>
  )
}

/** What one person has in hand, and to whom it goes. */
export function HandoverForm({ onDone }: { readonly onDone: (handoverId: string) => void }) {
  const { today } = useShell()
  const [draft, change] = useDraft<HandoverDraft>(handoverKey, emptyHandover)
  const { fromPersonId, toPersonId, remark, withRoles, leftOut } = draft
  const people = useCall('registry.people', { withLeft: true })
  const open = useCall('registry.openItems', { personId: fromPersonId ?? '' }, { enabled: fromPersonId !== null })
  const handOver = useAction('registry.handOver')
  const done = useDone()
  const nameOf = (id: string | null): string => people.data?.find((person) => person.id === id)?.name ?? ''
  const items = fromPersonId === null ? [] : (open.data ?? [])
  const out = new Set(leftOut)
  const chosen = items.map(openItemKey).filter((key) => !out.has(key))
  const on = parseIsoDate(draft.on === '' ? today : draft.on)
  const isReady = fromPersonId !== null && toPersonId !== null && on !== null && (chosen.length > 0 || withRoles)
  const submit = (): void => {
    if (!isReady) return
    handOver.mutate(
      { fromPersonId, toPersonId, on, items: chosen, remark, withRoles },
      {
        onSuccess: ({ id, moved }) => {
          dropDraft(handoverKey)
          done(text.done(moved, nameOf(toPersonId)))
          onDone(id)
        },
      },
    )
  }
  return (
    <section className="handover-form">
      <p className="soft">{text.intro}</p>
      <WhoAndWhen draft={draft} change={change} />
      <p>
        <Checkbox checked={withRoles} onChange={(event) => change({ withRoles: event.target.checked })}>
          {text.withRoles}
        </Checkbox>
        <span className="soft">{text.withRolesHint}</span>
      </p>
      <FailureNotice error={open.error} onRetry={() => void open.refetch()} />
      {fromPersonId === null && <p className="soft">{text.choose}</p>}
      {fromPersonId !== null && open.data?.length === 0 && <p>{text.none(nameOf(fromPersonId))}</p>}
      {items.length > 0 && <Items items={items} leftOut={leftOut} onChange={(next) => change({ leftOut: next })} />}
      <FailureNotice error={handOver.error} />
      <div className="registry-actions">
        <Button type="primary" disabled={!isReady || handOver.isPending} onClick={submit}>
          {text.submit}
        </Button>
      </div>
    </section>
  )
}
