import { Button } from 'antd'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { streams, type Stream } from '../../shared/core/schemas'
import type { Person, PersonRole } from '../../shared/registry/record'
import { groupRoleLabels } from '../../shared/terms/registry'
import { streamShortLabels } from '../../shared/terms/settings'
import { dropDraft, useDraft, useHasDraft } from '../app/kept'
import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { ChoiceField } from '../components/choice-field'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { RecordDrawer } from '../components/record-drawer'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call, useAction, useCall } from '../desk'
import { peopleText, personText as text } from '../text/registry'
import { useFirstFocus } from '../components/first-focus'
import { HistorySection } from '../components/record-history'

type Place = 'leader' | 'member' | 'both'

interface PersonWords {
  readonly name: string
  readonly sectionId: string | null
  readonly rank: string
  readonly phone: string
  readonly leftOn: string
  readonly remark: string
  readonly places: Readonly<Partial<Record<Stream, Place>>>
}
type Typed = Partial<PersonWords>
const nothingTyped: Typed = {}

const placeOptions: readonly { readonly value: Place; readonly label: string }[] = [
  { value: 'leader', label: groupRoleLabels.leader },
  { value: 'member', label: groupRoleLabels.member },
  { value: 'both', label: text.bothRoles },
]

function placesOf(roles: readonly PersonRole[]): PersonWords['places'] {
  const places: Partial<Record<Stream, Place>> = {}
  for (const { stream, role } of roles)
    places[stream] = places[stream] === undefined || places[stream] === role ? role : 'both'
  return places
}

function rolesOf(places: PersonWords['places']): PersonRole[] {
  return streams.flatMap((stream): PersonRole[] => {
    const place = places[stream]
    if (place === undefined) return []
    const roles = place === 'both' ? (['leader', 'member'] as const) : [place]
    return roles.map((role) => ({ stream, role }))
  })
}

function wordsOf(person: Person | null): PersonWords {
  return {
    name: person?.name ?? '',
    sectionId: person?.sectionId ?? null,
    rank: person?.rank ?? '',
    phone: person?.phone ?? '',
    leftOn: person?.leftOn ?? '',
    remark: person?.remark ?? '',
    places: placesOf(person?.roles ?? []),
  }
}

interface FormFieldsProps {
  readonly words: PersonWords
  readonly today: IsoDate
  readonly change: (typed: Typed) => void
  readonly onEnter: () => void
}

function GroupPlaces({ words, change }: Pick<FormFieldsProps, 'words' | 'change'>) {
  const put = (stream: Stream, place: Place | null): void => {
    const { [stream]: _old, ...rest } = words.places
    change({ places: place === null ? rest : { ...rest, [stream]: place } })
  }
  return (
    <section className="section">
      <h2>{text.groups}</h2>
      <div className="registry-grid registry-four">
        {streams.map((stream) => (
          <Field key={stream} label={text.groupOf(streamShortLabels[stream])}>
            <ChoiceField<Place>
              value={words.places[stream] ?? null}
              options={placeOptions}
              allowsNone
              placeholder={text.noRole}
              onChange={(place) => put(stream, place)}
            />
          </Field>
        ))}
      </div>
    </section>
  )
}

function PersonFields({ words, today, change, onEnter }: FormFieldsProps) {
  const sections = useCall('registry.sections', {})
  const options = sections.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []
  return (
    <div className="registry-grid">
      <div className="registry-wide">
        <Field label={peopleText.columns.name} isRequired hint={text.nameHint}>
          <TextField value={words.name} maxLength={100} onChange={(name) => change({ name })} onEnter={onEnter} />
        </Field>
      </div>
      <Field label={text.section}>
        <ChoiceField
          value={words.sectionId}
          options={options}
          allowsNone
          onChange={(sectionId) => change({ sectionId })}
        />
      </Field>
      <Field label={text.rank} hint={text.rankHint}>
        <TextField value={words.rank} onChange={(rank) => change({ rank })} onEnter={onEnter} />
      </Field>
      <Field label={text.phone}>
        <TextField value={words.phone} onChange={(phone) => change({ phone })} onEnter={onEnter} />
      </Field>
      <Field label={text.leftOn} hint={text.leftOnHint}>
        <DateField value={parseIsoDate(words.leftOn)} today={today} onChange={(on) => change({ leftOn: on ?? '' })} />
      </Field>
      <div className="registry-wide">
        <Field label={text.remark}>
          <TextField isMultiline value={words.remark} onChange={(remark) => change({ remark })} />
        </Field>
      </div>
    </div>
  )
}

interface PersonFormProps {
  readonly person: Person | null
  readonly onClose: () => void
  readonly onHandOver: (personId: string) => void
}

function InHand({ person, onHandOver }: { readonly person: Person; readonly onHandOver: (id: string) => void }) {
  return (
    <section className="section">
      <h2>{text.open}</h2>
      <p>
        {person.openItems === 0 ? text.openNone : text.openCount(person.openItems)}{' '}
        <Button size="small" onClick={() => onHandOver(person.id)}>
          {text.handOver}
        </Button>
      </p>
    </section>
  )
}

function PersonForm({ person, onClose, onHandOver }: PersonFormProps) {
  const { today } = useShell()
  const key = `person.${person?.id ?? 'new'}`
  const [typed, setTyped] = useDraft<Typed>(key, nothingTyped)
  const hasDraft = useHasDraft(key)
  const save = useAction('registry.savePerson')
  const done = useDone()
  const words = { ...wordsOf(person), ...typed }
  const submit = (): void => {
    const { places, leftOn, ...fields } = words
    save.mutate(
      { id: person?.id ?? null, fields: { ...fields, leftOn: parseIsoDate(leftOn) }, roles: rolesOf(places) },
      {
        onSuccess: () => {
          dropDraft(key)
          const name = words.name.trim()
          done(person && person.name !== name ? text.renamed(person.name, name) : text.saved(name))
          if (!person) onClose()
        },
      },
    )
  }
  const remove = async (): Promise<void> => {
    if (!person) return
    await call('registry.removePerson', { id: person.id })
    dropDraft(key)
    onClose()
    done(text.removed)
  }
  return (
    <div className="person-form">
      <PersonFields words={words} today={today} change={setTyped} onEnter={submit} />
      <GroupPlaces words={words} change={setTyped} />
      <FailureNotice error={save.error} />
      <div className="registry-actions">
        <Button type="primary" disabled={save.isPending || !hasDraft} onClick={submit}>
          {text.save}
        </Button>
        {hasDraft && <Button onClick={() => dropDraft(key)}>{text.discard}</Button>}
        <span className="registry-grow" />
        {person && (
          <ActionButton does="registry.removePerson" run={remove}>
            {text.remove}
          </ActionButton>
        )}
      </div>
      {person && <InHand person={person} onHandOver={onHandOver} />}
      {person && <HistorySection recordId={person.id} />}
    </div>
  )
}

interface PersonDrawerProps {
  /** A person's id, `new`, or null when closed. */
  readonly id: string | null
  readonly onClose: () => void
  readonly onHandOver: (personId: string) => void
}

/** A person beside the list; closing keeps what was typed. */
export function PersonDrawer({ id, onClose, onHandOver }: PersonDrawerProps) {
  const people = useCall('registry.people', { withLeft: true }, { enabled: id !== null })
  const person = people.data?.find((each) => each.id === id) ?? null
  const isReady = id === 'new' || person !== null
  useFirstFocus('.person-form input', isReady ? id : null)
  return (
    <RecordDrawer title={person?.name ?? text.newTitle} isOpen={isReady} onClose={onClose}>
      {isReady && <PersonForm key={id} person={person} onClose={onClose} onHandOver={onHandOver} />}
    </RecordDrawer>
  )
}
