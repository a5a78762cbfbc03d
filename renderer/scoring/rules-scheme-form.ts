import { assesseeCategories, streams } from '../../shared/core/schemas'
import { rawIndicator } from '../../shared/scoring/ranking-rule'
import { streamLabels } from '../../shared/terms/settings'
import { shortCategoryLabels } from '../text/district'
import { fieldText as text, optionText, rulesText } from '../text/rules'
import { componentFields } from './rules-components-form'
import { choices, listOf, textAt, valueAt, type Option, type Path, type RuleField } from './rules-form'

/** A part of the form under a heading. */
export interface FormSection {
  readonly key: keyof typeof rulesText.sections
  readonly fields: readonly RuleField[]
  /** Shown when asked for, or when something in it is wrong. */
  readonly isFolded?: boolean
}

export const categoryOptions: readonly Option[] = assesseeCategories.map((value) => ({
  value,
  label: shortCategoryLabels[value],
}))

/** Fields at the head of every rule. */
export const headFields: readonly RuleField[] = [
  { kind: 'line', key: 'name', label: text.name, isBroad: true },
  { kind: 'integer', key: 'year', label: text.year },
  { kind: 'line', key: 'version', label: text.version, hint: text.versionHint },
  { kind: 'day', key: 'effectiveFrom', label: text.effectiveFrom },
  { kind: 'line', key: 'docRef', label: text.docRef, hint: text.docRefHint, isBroad: true },
]

/** The components of the document as they stand, by id. */
function componentOptions(document: unknown): readonly Option[] {
  return listOf(valueAt(document, ['components'])).map((component) => ({
    value: textAt(component, ['id']),
    label: textAt(component, ['name']) || rulesText.unnamed,
  }))
}

/** The fields of a parameter's component whose reading can be chosen. */
function parameterFieldOptions(document: unknown, path: Path): readonly Option[] {
  const id = textAt(document, [...path.slice(0, -1), 'component'])
  const component = listOf(valueAt(document, ['components'])).find((each) => textAt(each, ['id']) === id)
  return fieldsOfComponent(component).flatMap((field) =>
    field.kind === 'choice' || field.kind === 'several' || field.kind === 'day'
      ? [{ value: field.key, label: field.label }]
      : [],
  )
}

/** The fields of a component by its rule; none where the rule is not known. */
export function fieldsOfComponent(component: unknown): readonly RuleField[] {
  const rule = textAt(component, ['rule'])
  return Object.entries(componentFields).find(([name]) => name === rule)?.[1] ?? []
}

const clause: RuleField = { kind: 'paragraph', key: 'clause', label: text.clause }

const ranking: RuleField = {
  kind: 'group',
  key: 'ranking',
  label: rulesText.sections.ranking,
  fields: [
    { kind: 'choice', key: 'by', label: text.rankBy, options: choices(optionText.rankBy) },
    {
      kind: 'choice',
      key: 'withoutTarget',
      label: text.withoutTarget,
      options: choices(optionText.withoutTarget),
    },
    {
      kind: 'rows',
      key: 'tieBreak',
      label: text.tieBreak,
      row: text.tie,
      fields: [
        {
          kind: 'choice',
          key: 'by',
          label: text.tieBy,
          options: (document) => [{ value: rawIndicator, label: text.rawIndicator }, ...componentOptions(document)],
        },
        { kind: 'line', key: 'clause', label: text.tieClause, isBroad: true, isNullable: true },
      ],
    },
  ],
}

const vetoes: RuleField = {
  kind: 'rows',
  key: 'vetoes',
  label: text.vetoes,
  row: text.veto,
  fields: [
    { kind: 'line', key: 'id', label: text.id },
    clause,
    { kind: 'choice', key: 'effect', label: text.effect, options: choices(optionText.effect) },
  ],
}

const targets: RuleField = {
  kind: 'rows',
  key: 'targets',
  label: text.targets,
  row: text.targetRow,
  fields: [
    { kind: 'choice', key: 'stream', label: text.stream, options: choices(streamLabels) },
    { kind: 'choice', key: 'measure', label: text.measure, options: choices(optionText.measure) },
    { kind: 'decimal', key: 'amount', label: text.amount },
    { kind: 'choice', key: 'unit', label: text.amountUnit, options: choices(optionText.amountUnit) },
    clause,
  ],
}

const parameters: RuleField = {
  kind: 'rows',
  key: 'parameters',
  label: text.parameters,
  row: text.parameter,
  fields: [
    { kind: 'integer', key: 'no', label: text.no },
    { kind: 'line', key: 'id', label: text.id },
    {
      kind: 'choice',
      key: 'component',
      label: text.parameterComponent,
      isNullable: true,
      options: componentOptions,
    },
    {
      kind: 'choice',
      key: 'field',
      label: text.parameterField,
      isNullable: true,
      options: parameterFieldOptions,
    },
    { kind: 'line', key: 'default', label: text.parameterDefault, hint: text.parameterDefaultHint },
    { kind: 'choice', key: 'accepts', label: text.accepts, options: choices(optionText.accepts) },
    { kind: 'line', key: 'otherNote', label: text.otherNote, isBroad: true, isNullable: true },
    { kind: 'words', key: 'shownWith', label: text.shownWith, hint: text.listHint },
    {
      kind: 'rows',
      key: 'options',
      label: text.options,
      row: text.option,
      needsOne: true,
      fields: [
        { kind: 'line', key: 'value', label: text.value },
        { kind: 'paragraph', key: 'note', label: text.note },
      ],
    },
  ],
}

/** The form of a scheme. */
export const schemeSections: readonly FormSection[] = [
  {
    key: 'head',
    fields: [
      ...headFields,
      {
        kind: 'group',
        key: 'appliesTo',
        label: text.category,
        fields: [
          {
            kind: 'choice',
            key: 'category',
            label: text.category,
            hint: text.categoryHint,
            isNullable: true,
            options: categoryOptions,
          },
          { kind: 'line', key: 'label', label: text.appliesToLabel, isBroad: true },
        ],
      },
      { kind: 'decimal', key: 'total', label: text.total, isNullable: true, hint: text.totalHint },
      {
        kind: 'group',
        key: 'rounding',
        label: text.roundingMode,
        fields: [
          { kind: 'choice', key: 'mode', label: text.roundingMode, options: choices(optionText.roundingMode) },
          { kind: 'integer', key: 'decimals', label: text.decimals, initial: 2 },
          { kind: 'fixed', key: 'at', value: 'total' },
        ],
      },
      { kind: 'words', key: 'homeCity', label: text.homeCity, hint: text.listHint },
    ],
  },
  { key: 'components', fields: [{ kind: 'components', key: 'components', label: rulesText.sections.components }] },
  { key: 'ranking', fields: [ranking] },
  { key: 'vetoes', fields: [vetoes] },
  {
    key: 'targets',
    fields: [
      targets,
      {
        kind: 'several',
        key: 'streamsWithoutPoints',
        label: text.streamsWithoutPoints,
        options: streams.map((value) => ({ value, label: streamLabels[value] })),
      },
    ],
  },
  { key: 'parameters', fields: [parameters], isFolded: true },
]

/** What the label of an option is, for reading; the value itself where it is not in the list. */
export function optionLabel(options: readonly Option[], value: unknown): string {
  const label = options.find((option) => option.value === value)?.label
  return label ?? (textAt(value, []) || rulesText.blank)
}
