import { useMemo } from 'react'
import { emptyGroupTexts, groupRolesOf, groupTextsOf } from '../../shared/settings/group-list'
import { dropDraft, useDraft, useHasDraft } from '../app/kept'
import { FailureNotice } from '../components/failure-notice'
import { RecordDrawer } from '../components/record-drawer'
import { useDone } from '../components/undo-notice'
import { useAction, useCall } from '../desk'
import { SaveLine } from '../settings/bureau-tab'
import { GroupFields } from '../settings/group-fields'
import { peopleText } from '../text/registry'
import { settingsText } from '../text/settings'

const draftKey = 'settings.groups'

function GroupsForm() {
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
    <>
      <p className="soft">{peopleText.groupsHint}</p>
      <FailureNotice error={groups.error} onRetry={() => void groups.refetch()} />
      {groups.data && <GroupFields texts={texts} change={change} />}
      <FailureNotice error={save.error} />
      <SaveLine
        hasDraft={hasDraft}
        isPending={save.isPending}
        onSave={() => void submit()}
        onDiscard={() => dropDraft(draftKey)}
      />
    </>
  )
}

/** 四个组: 组长 and 组员 of all groups at once; a list may be pasted. */
export function GroupsDrawer({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <RecordDrawer title={peopleText.groups} isOpen={isOpen} onClose={onClose} width={720}>
      {isOpen && <GroupsForm />}
    </RecordDrawer>
  )
}
