import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { dropDraft, useDraft, useHasDraft } from '../app/kept'
import { useShell } from '../app/shell'
import { FailureNotice } from '../components/failure-notice'
import { useDone } from '../components/undo-notice'
import { useAction } from '../desk'
import { settingsText } from '../text/settings'
import { bureauDraftOf, bureauOf } from './bureau-draft'
import { BureauFields } from './bureau-fields'

const draftKey = 'settings.bureau'

/** 单位: name, aliases, category, year. */
export function BureauTab() {
  const { bureau } = useShell()
  const initial = useMemo(() => bureauDraftOf(bureau), [bureau])
  const [draft, change] = useDraft(draftKey, initial)
  const hasDraft = useHasDraft(draftKey)
  const [hasTried, setHasTried] = useState(false)
  const save = useAction('settings.saveBureau')
  const done = useDone()
  const submit = async (): Promise<void> => {
    setHasTried(true)
    const wanted = bureauOf(draft, bureau.mode)
    if (!wanted || !hasDraft) return
    // A refusal is shown by `save.error` below the fields.
    if (!(await save.mutateAsync(wanted).catch(() => null))) return
    dropDraft(draftKey)
    done(settingsText.bureauSaved)
  }
  return (
    <div className="settings-form">
      <BureauFields draft={draft} change={change} onEnter={() => void submit()} showsMissing={hasTried} />
      <p className="soft">{settingsText.yearNote}</p>
      <FailureNotice error={save.error} />
      <SaveLine
        hasDraft={hasDraft}
        isPending={save.isPending}
        onSave={() => void submit()}
        onDiscard={() => dropDraft(draftKey)}
      />
    </div>
  )
}

interface SaveLineProps {
  readonly hasDraft: boolean
  readonly isPending: boolean
  readonly onSave: () => void
  readonly onDiscard: () => void
}

/** Save and throw away, with a word while something is unsaved. */
export function SaveLine({ hasDraft, isPending, onSave, onDiscard }: SaveLineProps) {
  return (
    <div style={{ display: 'flex', gap: 8, alignItems: 'center', marginTop: 12 }}>
      <Button type="primary" disabled={!hasDraft || isPending} onClick={onSave}>
        {settingsText.save}
      </Button>
      {hasDraft && (
        <>
          <Button type="text" onClick={onDiscard}>
            {settingsText.discard}
          </Button>
          <span className="soft">{settingsText.unsaved}</span>
        </>
      )}
    </div>
  )
}
