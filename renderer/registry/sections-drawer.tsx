import { Button } from 'antd'
import { useState } from 'react'
import type { Section } from '../../shared/registry/record'
import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { RecordDrawer } from '../components/record-drawer'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call, useAction, useCall } from '../desk'
import { sectionText as text } from '../text/registry'

function SectionLine({ section }: { readonly section: Section }) {
  const [name, setName] = useState(section.name)
  const save = useAction('registry.saveSection')
  const done = useDone()
  const title = name.trim()
  const isChanged = title !== '' && title !== section.name
  const submit = (): void => {
    if (isChanged) save.mutate({ id: section.id, name: title }, { onSuccess: () => done() })
  }
  return (
    <li>
      <div className="registry-line">
        <TextField label={text.name} maxLength={60} value={name} onChange={setName} onEnter={submit} />
        <Button disabled={!isChanged || save.isPending} onClick={submit}>
          {text.rename}
        </Button>
        <ActionButton
          run={async () => {
            await call('registry.removeSection', { id: section.id })
            done(text.removed)
          }}
        >
          {text.remove}
        </ActionButton>
      </div>
      <FailureNotice error={save.error} />
    </li>
  )
}

function Sections() {
  const sections = useCall('registry.sections', {})
  const save = useAction('registry.saveSection')
  const done = useDone()
  const [name, setName] = useState('')
  const submit = (): void => {
    if (name.trim() === '') return
    save.mutate(
      { id: null, name: name.trim() },
      {
        onSuccess: () => {
          setName('')
          done()
        },
      },
    )
  }
  return (
    <>
      <FailureNotice error={sections.error} onRetry={() => void sections.refetch()} />
      {sections.data?.length === 0 && <p className="soft">{text.none}</p>}
      <ul className="registry-lines">
        {sections.data?.map((section) => (
          <SectionLine key={`${section.id} ${section.name}`} section={section} />
        ))}
      </ul>
      <div className="registry-line">
        <TextField
          label={text.add}
          placeholder={text.name}
          maxLength={60}
          value={name}
          onChange={setName}
          onEnter={submit}
        />
        <Button disabled={name.trim() === '' || save.isPending} onClick={submit}>
          {text.add}
        </Button>
      </div>
      <FailureNotice error={save.error} />
    </>
  )
}

/** 科室: add, rename, delete. */
export function SectionsDrawer({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <RecordDrawer title={text.title} isOpen={isOpen} onClose={onClose} width={480}>
      {isOpen && <Sections />}
    </RecordDrawer>
  )
}
