import { Button, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { emptyGroupTexts, groupRolesOf, type GroupTexts } from '../../shared/settings/group-list'
import { dropDraft, useDraft } from '../app/kept'
import { goTo } from '../app/screen'
import type { Settings } from '../app/shell'
import { FailureNotice } from '../components/failure-notice'
import { useAction } from '../desk'
import { firstStartText } from '../text/settings'
import { bureauOf, type BureauDraft } from './bureau-draft'
import { BureauFields } from './bureau-fields'
import { GroupFields } from './group-fields'
import './settings.css'
import { TextSize } from './text-size'

type StartChoice = 'import' | 'sample' | 'empty'

interface FirstStartDraft extends BureauDraft {
  readonly step: number
  readonly groups: GroupTexts
  readonly start: StartChoice
}

const draftKey = 'firstStart'
const lastStep = 2

const startChoices: readonly { readonly value: StartChoice; readonly label: string; readonly note: string }[] = [
  { value: 'import', label: firstStartText.importNow, note: firstStartText.importNowNote },
  { value: 'sample', label: firstStartText.sample, note: firstStartText.sampleNote },
  { value: 'empty', label: firstStartText.empty, note: firstStartText.emptyNote },
]

function StartStep({
  start,
  onChange,
}: {
  readonly start: StartChoice
  readonly onChange: (start: StartChoice) => void
}) {
  return (
    <Radio.Group
      aria-label={firstStartText.startIntro}
      value={start}
      onChange={(event) => {
        const chosen = startChoices.find(({ value }) => value === event.target.value)
        if (chosen) onChange(chosen.value)
      }}
      style={{ display: 'block' }}
    >
      <p style={{ margin: '0 0 8px' }}>{firstStartText.startIntro}</p>
      {startChoices.map(({ value, label, note }) => (
        <Radio key={value} value={value} className="start-choice">
          {label}
          <div className="start-choice-note">{note}</div>
        </Radio>
      ))}
    </Radio.Group>
  )
}

interface FirstStartProps {
  readonly settings: Settings
  /** Opens the import once the ledger exists. */
  readonly onImport: () => void
}

/** The first start in three screens; what was typed survives closing. */
export function FirstStart({ settings, onImport }: FirstStartProps) {
  const initial = useMemo<FirstStartDraft>(
    () => ({
      step: 0,
      name: '',
      aliases: '',
      hasOwnAliases: false,
      category: 3,
      year: settings.today.slice(0, 4),
      groups: emptyGroupTexts,
      start: 'import',
    }),
    [settings.today],
  )
  const [draft, change] = useDraft(draftKey, initial)
  const [hasTried, setHasTried] = useState(false)
  const initialise = useAction('settings.initialise')
  const bureau = bureauOf(draft, 'bureau')
  const step = bureau ? Math.min(draft.step, lastStep) : 0

  const finish = async (): Promise<void> => {
    if (!bureau || initialise.isPending) return
    const groups = [...groupRolesOf(draft.groups)]
    // A refusal is shown by `initialise.error` above the buttons.
    const made = await initialise
      .mutateAsync({ bureau, groups, withSample: draft.start === 'sample' })
      .catch(() => null)
    if (!made) return
    const { start } = draft
    dropDraft(draftKey)
    goTo('home')
    if (start === 'import') onImport()
  }
  const next = (): void => {
    setHasTried(true)
    if (!bureau) return
    if (step === lastStep) void finish()
    else change({ step: step + 1 })
  }
  return (
    <div className="first-start">
      <main className="first-start-sheet">
        <div className="first-start-head">
          <h1>{firstStartText.title}</h1>
          <span className="soft">
            {firstStartText.step(step + 1, lastStep + 1)} {firstStartText.steps[step]}
          </span>
          <span className="first-start-sizes">
            <TextSize label={firstStartText.textSize} />
          </span>
        </div>
        {step === 0 && <BureauFields draft={draft} change={change} onEnter={next} showsMissing={hasTried} takesFocus />}
        {step === 1 && (
          <>
            <p className="soft" style={{ margin: '0 0 12px' }}>
              {firstStartText.groupsIntro}
            </p>
            <GroupFields
              texts={draft.groups}
              change={(part) => change(({ groups }) => ({ groups: { ...groups, ...part } }))}
            />
          </>
        )}
        {step === lastStep && (
          <>
            <StartStep start={draft.start} onChange={(start) => change({ start })} />
            <p className="soft">{firstStartText.folder(settings.dataFolder)}</p>
          </>
        )}
        <FailureNotice error={initialise.error} />
        <div className="first-start-foot">
          <span className="soft" style={{ flex: 1, fontSize: 12 }}>
            {step === 0 ? firstStartText.offline : firstStartText.kept}
          </span>
          {step > 0 && <Button onClick={() => change({ step: step - 1 })}>{firstStartText.back}</Button>}
          <Button type="primary" disabled={initialise.isPending} onClick={next}>
            {step === lastStep ? firstStartText.finish : firstStartText.next}
          </Button>
        </div>
      </main>
    </div>
  )
}
