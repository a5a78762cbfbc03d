import { Button } from 'antd'
import type { ClockKey } from '../../shared/settings/contract'
import { clockLabels } from '../../shared/terms/settings'
import { dropDraft, useDraft } from '../app/kept'
import { FailureNotice } from '../components/failure-notice'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { useAction, useCall, type OutputOf } from '../desk'
import { clocksText as text } from '../text/settings'

const draftKey = 'settings.clocks'
type Typed = Partial<Record<ClockKey, string>>
const nothingTyped: Typed = {}
const longest = 250

/** Whole working days from 0 to 250, full-width digits too; null for anything else. */
function daysOf(typed: string): number | null {
  const digits = typed.normalize('NFKC').trim()
  return /^\d{1,3}$/.test(digits) && Number(digits) <= longest ? Number(digits) : null
}

interface ClockRowProps {
  readonly clock: OutputOf<'settings.clocks'>[number]
  readonly typed: string | undefined
  readonly onType: (text: string | undefined) => void
}

function ClockRow({ clock, typed, onType }: ClockRowProps) {
  const save = useAction('settings.saveClock')
  const done = useDone()
  const { name, counted } = clockLabels[clock.key]
  const shown = typed ?? String(clock.workdays)
  const days = daysOf(shown)
  const isChanged = days !== clock.workdays
  const put = (workdays: number): void =>
    save.mutate(
      { key: clock.key, workdays },
      {
        onSuccess: () => {
          onType(undefined)
          done(text.saved(name, workdays))
        },
      },
    )
  return (
    <tr>
      <td>
        {name}
        <div className="soft">{counted}</div>
        {days === null && (
          <div className="field-error" role="alert">
            {text.wrong(shown)}
          </div>
        )}
        <FailureNotice error={save.error} />
      </td>
      <td>
        <TextField
          label={text.daysOf(name)}
          width={72}
          maxLength={10}
          value={shown}
          hasError={days === null}
          onChange={onType}
          onEnter={() => {
            if (days !== null && isChanged) put(days)
          }}
        />{' '}
        {text.unit}
      </td>
      <td className="figures soft">{text.usual(clock.usual)}</td>
      <td>
        <Button size="small" disabled={days === null || !isChanged || save.isPending} onClick={() => put(days ?? 0)}>
          {text.save}
        </Button>
      </td>
    </tr>
  )
}

/** 时限参数: the clocks that no document fixes. */
export function ClocksTab() {
  const clocks = useCall('settings.clocks', {})
  const [typed, setTyped] = useDraft<Typed>(draftKey, nothingTyped)
  const type = (key: ClockKey, words: string | undefined): void => {
    const { [key]: _old, ...rest } = typed
    if (words === undefined && Object.keys(rest).length === 0) return dropDraft(draftKey)
    setTyped({ [key]: words })
  }
  return (
    <div className="settings-form settings-wide">
      <p className="soft">{text.intro}</p>
      <FailureNotice error={clocks.error} onRetry={() => void clocks.refetch()} />
      <table className="ledger">
        <thead>
          <tr>
            <th>{text.columns.name}</th>
            <th>{text.columns.workdays}</th>
            <th>{text.columns.usual}</th>
            <th aria-label={text.save} />
          </tr>
        </thead>
        <tbody>
          {clocks.data?.map((clock) => (
            <ClockRow
              key={clock.key}
              clock={clock}
              typed={typed[clock.key]}
              onType={(words) => type(clock.key, words)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
