import { fieldText as text, optionText } from '../text/rules'
import { choices, type RuleField } from './rules-form'
import { categoryOptions, headFields, type FormSection } from './rules-scheme-form'

const id: RuleField = { kind: 'line', key: 'id', label: text.id }
const name: RuleField = { kind: 'line', key: 'name', label: text.name }
const clause: RuleField = { kind: 'paragraph', key: 'clause', label: text.clause }
const prize: RuleField = { kind: 'line', key: 'prize', label: text.prize }
const categories: RuleField = {
  kind: 'several',
  key: 'categories',
  label: text.categories,
  options: categoryOptions,
}

const composite: RuleField = {
  kind: 'rows',
  key: 'composite',
  label: text.composite,
  row: text.compositeRow,
  fields: [
    clause,
    id,
    name,
    prize,
    {
      kind: 'rows',
      key: 'groups',
      label: text.groups,
      row: text.group,
      needsOne: true,
      fields: [
        { kind: 'line', key: 'label', label: text.label },
        categories,
        { kind: 'integer', key: 'count', label: text.winners },
      ],
    },
  ],
}

const single: RuleField = {
  kind: 'rows',
  key: 'single',
  label: text.single,
  row: text.singleRow,
  fields: [
    clause,
    id,
    name,
    prize,
    { kind: 'choice', key: 'by', label: text.singleBy, options: choices(optionText.singleBy) },
    { kind: 'data', key: 'key', label: text.singleKey },
    categories,
    { kind: 'integer', key: 'min', label: text.minWinners },
    { kind: 'integer', key: 'max', label: text.maxWinners },
    { kind: 'flag', key: 'needsTarget', label: text.needsTarget },
    { kind: 'words', key: 'excludedUnits', label: text.excludedUnits, hint: text.listHint },
  ],
}

const vetoes: RuleField = {
  kind: 'rows',
  key: 'vetoes',
  label: text.honourVetoes,
  row: text.veto,
  fields: [id, clause],
}

/** The form of an award plan. */
export const awardSections: readonly FormSection[] = [
  { key: 'head', fields: headFields },
  { key: 'composite', fields: [composite] },
  { key: 'single', fields: [single] },
  { key: 'vetoes', fields: [vetoes] },
]
