import { Button, Popover } from 'antd'
import { useState } from 'react'
import type { SavedView } from '../../shared/settings/contract'
import { useAction, useCall } from '../desk'
import { viewsText as text } from '../text/app'
import { FailureNotice } from './failure-notice'
import './saved-views.css'
import { TextField } from './text-field'
import { useDone } from './undo-notice'
import type { ViewState } from './view-state'

interface SavedViewsProps {
  /** The list's own key. */
  readonly list: string
  /** Filters and sort as they are now. */
  readonly state: ViewState
  readonly onChoose: (state: ViewState) => void
}

function ViewLine({ view, onChoose }: { readonly view: SavedView; readonly onChoose: () => void }) {
  const remove = useAction('settings.removeView')
  const done = useDone()
  return (
    <li>
      <button type="button" className="link views-name" onClick={onChoose}>
        {view.name}
      </button>
      <Button
        size="small"
        type="text"
        aria-label={text.removeOf(view.name)}
        disabled={remove.isPending}
        onClick={() => remove.mutate({ id: view.id }, { onSuccess: () => done(text.removed(view.name)) })}
      >
        {text.remove}
      </Button>
    </li>
  )
}

function ViewsPanel({ list, state, onChoose }: SavedViewsProps) {
  const views = useCall('settings.views', { list })
  const save = useAction('settings.saveView')
  const done = useDone()
  const [name, setName] = useState('')
  const title = name.trim()
  const isKnown = views.data?.some((view) => view.name === title) ?? false
  const submit = (): void => {
    if (title === '') return
    save.mutate(
      { list, name: title, state: { ...state } },
      {
        onSuccess: () => {
          setName('')
          done(text.saved(title))
        },
      },
    )
  }
  return (
    <div className="views" aria-label={text.title}>
      <FailureNotice error={views.error} />
      {views.data?.length === 0 && <p className="soft">{text.none}</p>}
      <ul>
        {views.data?.map((view) => (
          <ViewLine key={view.id} view={view} onChoose={() => onChoose(view.state)} />
        ))}
      </ul>
      <div className="views-save">
        <TextField
          label={text.name}
          placeholder={text.name}
          maxLength={60}
          value={name}
          onChange={setName}
          onEnter={submit}
        />
        <Button disabled={title === '' || save.isPending} onClick={submit}>
          {text.save}
        </Button>
      </div>
      {isKnown && <p className="soft">{text.replaces}</p>}
      <FailureNotice error={save.error} />
    </div>
  )
}

/** 保存的视图: filters and sort of a list under a name. */
export function SavedViews(props: SavedViewsProps) {
  const [isOpen, setIsOpen] = useState(false)
  const choose = (state: ViewState): void => {
    props.onChoose(state)
    setIsOpen(false)
  }
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setIsOpen}
      destroyOnHidden
      content={<ViewsPanel {...props} onChoose={choose} />}
    >
      <Button aria-haspopup="dialog" aria-expanded={isOpen}>
        {text.button}
      </Button>
    </Popover>
  )
}
