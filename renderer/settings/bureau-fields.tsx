import type { AssesseeCategory } from '../../shared/core/schemas'
import { bureauLabels, categoryLabels } from '../../shared/terms/settings'
import { ChoiceField } from '../components/choice-field'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { firstStartText } from '../text/settings'
import { isYearWrong, suggestedAliases, type BureauDraft } from './bureau-draft'

const categories: readonly AssesseeCategory[] = [1, 2, 3, 4]
const categoryOptions = categories.map((value) => ({ value, label: categoryLabels[value] }))

interface BureauFieldsProps {
  readonly draft: BureauDraft
  readonly change: (part: Partial<BureauDraft>) => void
  readonly onEnter: () => void
  /** Marks empty fields once the person has tried to go on. */
  readonly showsMissing: boolean
  readonly takesFocus?: boolean
}

/** Name, aliases, category and year; the aliases follow the name until they are edited. */
export function BureauFields({ draft, change, onEnter, showsMissing, takesFocus = false }: BureauFieldsProps) {
  const rename = (name: string): void =>
    change(draft.hasOwnAliases ? { name } : { name, aliases: suggestedAliases(name) })
  return (
    <div style={{ display: 'grid', gap: 14 }}>
      <Field
        label={bureauLabels.name}
        isRequired
        hint={firstStartText.nameHint}
        error={showsMissing && draft.name.trim() === '' ? firstStartText.nameMissing : null}
      >
        <TextField value={draft.name} maxLength={60} hasFocus={takesFocus} onChange={rename} onEnter={onEnter} />
      </Field>
      <Field label={bureauLabels.aliases} hint={firstStartText.aliasesHint}>
        <TextField
          value={draft.aliases}
          onChange={(aliases) => change({ aliases, hasOwnAliases: aliases.trim() !== '' })}
          onEnter={onEnter}
        />
      </Field>
      <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 120px', gap: 12 }}>
        <Field label={bureauLabels.category} hint={draft.category === 3 ? firstStartText.categoryHint : undefined}>
          <ChoiceField
            value={draft.category}
            options={categoryOptions}
            onChange={(category) => category && change({ category })}
          />
        </Field>
        <Field label={bureauLabels.year} error={isYearWrong(draft) ? firstStartText.yearWrong : null}>
          <TextField value={draft.year} maxLength={8} onChange={(year) => change({ year })} onEnter={onEnter} />
        </Field>
      </div>
    </div>
  )
}
