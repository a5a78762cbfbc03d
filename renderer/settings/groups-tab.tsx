import { useMemo } from 'react'
import { emptyGroupTexts, groupRolesOf, groupTextsOf } from '../../shared/settings/group-list'
import { dropDraft, useDraft, useHasDraft } from '../app/kept'
import { FailureNotice } from '../components/failure-notice'
import { useDone } from '../components/undo-notice'
import { useAction, useCall } from '../desk'
import { settingsText } from '../text/settings'
import { SaveLine } from './bureau-tab'
import { GroupFields } from './group-fields'

const draftKey = 'settings.groups'

/** 分组: 组长 and 组员 of the four groups. */
export function GroupsTab() {
  const groups = useCall('settings.getGroups', {})
  const initial = useMemo(() => (groups.data ? groupTextsOf(groups.data) : emptyGroupTexts), [groups.data])
  const [texts, change] = useDraft(draftKey, initial)
  const hasDraft = useHasDraft(draftKey)
  const save = useAction('settings.saveGroups')
  const done = useDone()
  const submit = async (): Promise<void> => {
    // A refusal is shown by `save.error` below the fields.
    if (!(await save.mutateAsync({ groups: [...groupRolesOf(texts)] }).catch(() => null))) return
    dropDraft(draftKey)
    done(settingsText.groupsSaved)
  }
  return (
    <div className="settings-form">
      <FailureNotice error={groups.error} onRetry={() => void groups.refetch()} />
      {groups.data && <GroupFields texts={texts} change={change} />}
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
