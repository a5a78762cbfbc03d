import type { SchemeComponent } from '../../shared/scoring/scheme'
import { leadClassTerms } from '../../shared/terms/investment'
import { fieldText as text, optionText, rulesText } from '../text/rules'
import { choices, type RuleField } from './rules-form'

type RuleType = SchemeComponent['rule']

const decimal = (key: string, label: string): RuleField => ({ kind: 'decimal', key, label })
const optionalDecimal = (key: string, label: string): RuleField => ({ kind: 'decimal', key, label, isNullable: true })
const line = (key: string, label: string): RuleField => ({ kind: 'line', key, label })
const data = (key: string, label: string = text.key): RuleField => ({ kind: 'data', key, label, hint: text.keyHint })
const flag = (key: string, label: string): RuleField => ({ kind: 'flag', key, label })
const integer = (key: string, label: string): RuleField => ({ kind: 'integer', key, label })
const choice = (key: keyof typeof optionText): RuleField => ({
  kind: 'choice',
  key,
  label: text[key],
  options: choices(optionText[key]),
})

type Variants = Extract<RuleField, { readonly kind: 'variant' }>['variants']
const kindOf = (label: string, variants: Variants): RuleField => ({ kind: 'variant', key: 'kind', label, variants })
const shape = (key: string, label: string, variants: Variants): RuleField => ({
  kind: 'group',
  key,
  label,
  fields: [kindOf(label, variants)],
})

const { year: _year, ...monthAndQuarter } = optionText.period
const cap = decimal('max', text.max)
const optionalCap: RuleField = { kind: 'decimal', key: 'max', label: text.max, isNullable: true, hint: text.maxHint }
const insideTotal: RuleField = { kind: 'flag', key: 'insideTotal', label: text.insideTotal, initial: true }

function period(label: string, options: Readonly<Record<string, string>>): RuleField {
  return { kind: 'choice', key: 'period', label, options: choices(options) }
}

/** Fields of every component; `clause` stands first, beside the others. */
function component(max: RuleField, inside: RuleField, fields: readonly RuleField[]): readonly RuleField[] {
  return [
    { kind: 'paragraph', key: 'clause', label: text.clause, hint: rulesText.clauseHint },
    line('name', text.name),
    max,
    inside,
    ...fields,
    { kind: 'words', key: 'excludedUnits', label: text.excludedUnits, hint: text.listHint },
  ]
}

const { pending: _pending, ...decided } = leadClassTerms
const unitClasses = Object.fromEntries(Object.entries(decided).map(([id, { label }]) => [id, label]))

const monthNumbers = Array.from({ length: 12 }, (_, index) => ({ value: index + 1, label: String(index + 1) }))

/** What the form of each rule type asks for; `id` and `rule` are given when a component is added. */
export const componentFields: Readonly<Record<RuleType, readonly RuleField[]>> = {
  unitCount: component(cap, insideTotal, [
    decimal('target', text.target),
    {
      kind: 'keyed',
      key: 'units',
      label: text.units,
      row: text.unitClass,
      known: unitClasses,
      fields: [line('label', text.label), decimal('filed', text.filed), decimal('landed', text.landed)],
    },
    choice('overflow'),
    choice('partial'),
    choice('landingMode'),
    choice('overlap'),
    choice('landedBy'),
    { kind: 'fixed', key: 'countBy', value: 'filedOn.year' },
    { kind: 'several', key: 'requires', label: text.requires, options: choices(optionText.requires) },
    { kind: 'day', key: 'cutOff', label: text.cutOff, isNullable: true, hint: text.cutOffHint },
  ]),
  ratio: component(optionalCap, insideTotal, [
    decimal('full', text.full),
    {
      kind: 'rows',
      key: 'parts',
      label: text.parts,
      row: text.part,
      needsOne: true,
      fields: [
        data('key'),
        { kind: 'decimal', key: 'weight', label: text.weight, initial: '1' },
        optionalDecimal('cap', text.cap),
      ],
    },
    choice('whenDenZero'),
  ]),
  completion: component({ kind: 'fixed', key: 'max', value: null }, insideTotal, [
    data('key'),
    line('unit', text.unit),
  ]),
  periodPresence: component(cap, insideTotal, [
    data('key'),
    period(text.period, monthAndQuarter),
    { kind: 'several', key: 'assessed', label: text.assessed, options: monthNumbers },
    { kind: 'integer', key: 'min', label: text.min, initial: 1 },
  ]),
  manual: component(cap, insideTotal, [choice('by'), flag('evidence', text.evidence)]),
  manualAverage: component(cap, insideTotal, [
    shape('combine', text.combine, {
      weighted: {
        label: text.weighted,
        fields: [
          {
            kind: 'rows',
            key: 'parts',
            label: text.judges,
            row: text.judge,
            needsOne: true,
            fields: [line('label', text.label), data('key'), decimal('weight', text.weight)],
          },
        ],
      },
      mean: { label: text.mean, fields: [data('key')] },
    }),
  ]),
  manualBonus: component(optionalCap, insideTotal, [
    decimal('default', text.default),
    line('status', text.status),
    data('eventKey', text.eventKey),
  ]),
  shortageDeduction: component(cap, insideTotal, [
    decimal('floor', text.floor),
    {
      kind: 'rows',
      key: 'shortages',
      label: text.shortages,
      row: text.item,
      fields: [
        line('label', text.label),
        data('key'),
        decimal('required', text.required),
        decimal('perMissing', text.perMissing),
      ],
    },
    {
      kind: 'rows',
      key: 'occurrences',
      label: text.occurrences,
      row: text.item,
      fields: [line('label', text.label), data('key'), decimal('each', text.each)],
    },
  ]),
  tieredCount: component(optionalCap, insideTotal, [
    data('key'),
    line('unit', text.unit),
    choice('boundary'),
    {
      kind: 'rows',
      key: 'tiers',
      label: text.tiers,
      row: text.tier,
      needsOne: true,
      fields: [optionalDecimal('from', text.from), decimal('points', text.points)],
    },
    {
      kind: 'rows',
      key: 'multipliers',
      label: text.multipliers,
      row: text.multiplier,
      fields: [line('label', text.label), line('trait', text.trait), decimal('factor', text.factor)],
    },
    {
      kind: 'group',
      key: 'guard',
      label: text.guard,
      isNullable: true,
      fields: [data('num', text.guardNum), decimal('atLeast', text.atLeastShare), line('text', text.guardText)],
    },
    flag('oncePerRecord', text.oncePerRecord),
  ]),
  traitPoints: component(optionalCap, insideTotal, [
    data('key'),
    {
      kind: 'keyed',
      key: 'traits',
      label: text.traits,
      row: text.trait,
      known: {},
      fields: [line('label', text.label), decimal('points', text.points)],
    },
  ]),
  stepThresholds: component(cap, insideTotal, [
    {
      kind: 'rows',
      key: 'steps',
      label: text.steps,
      row: text.step,
      needsOne: true,
      fields: [
        decimal('points', text.points),
        {
          kind: 'rows',
          key: 'all',
          label: text.all,
          row: text.condition,
          needsOne: true,
          fields: [data('key'), decimal('atLeast', text.atLeastPercent)],
        },
      ],
    },
  ]),
  piecewiseLinear: component(optionalCap, insideTotal, [
    data('key'),
    decimal('base', text.base),
    shape('below', text.below, {
      slope: { label: text.slope, fields: [decimal('perPoint', text.perPoint)] },
      fixed: { label: text.fixed, fields: [decimal('points', text.points)] },
    }),
    {
      kind: 'rows',
      key: 'above',
      label: text.above,
      row: text.aboveRow,
      fields: [
        optionalDecimal('upTo', text.upTo),
        decimal('step', text.stepSize),
        decimal('perStep', text.perStep),
        flag('wholeSteps', text.wholeSteps),
      ],
    },
    optionalDecimal('maxGain', text.maxGain),
    optionalDecimal('maxLoss', text.maxLoss),
  ]),
  eventBonus: component(optionalCap, insideTotal, [
    optionalDecimal('min', text.lowest),
    {
      kind: 'rows',
      key: 'items',
      label: text.items,
      row: text.item,
      needsOne: true,
      fields: [
        line('label', text.label),
        data('key'),
        decimal('each', text.each),
        optionalDecimal('limit', text.limit),
        {
          kind: 'group',
          key: 'atMost',
          label: text.atMost,
          isNullable: true,
          fields: [decimal('count', text.count), period(text.period, optionText.period)],
        },
        {
          kind: 'group',
          key: 'periodLimit',
          label: text.periodLimit,
          isNullable: true,
          fields: [decimal('limit', text.periodPoints), period(text.period, optionText.period)],
        },
      ],
    },
  ]),
  rankTable: component(cap, insideTotal, [
    data('key'),
    choice('source'),
    choice('among'),
    choice('order'),
    shape('award', text.award, {
      table: {
        label: text.table,
        fields: [
          {
            kind: 'rows',
            key: 'places',
            label: text.places,
            row: text.place,
            needsOne: true,
            fields: [integer('from', text.placeFrom), integer('to', text.placeTo), decimal('points', text.points)],
          },
        ],
      },
      perPlace: {
        label: text.perPlace,
        fields: [decimal('first', text.first), decimal('less', text.less), decimal('floor', text.floor)],
      },
    }),
    choice('ties'),
  ]),
  peerNormalised: component(cap, insideTotal, [
    data('key'),
    choice('among'),
    decimal('base', text.rankBase),
    decimal('span', text.span),
    decimal('whenEqual', text.whenEqual),
  ]),
  promotion: component(
    { kind: 'fixed', key: 'max', value: null },
    { kind: 'fixed', key: 'insideTotal', value: false },
    [
      {
        kind: 'group',
        key: 'after',
        label: text.after,
        fields: [data('key', text.afterKey), decimal('atLeast', text.atLeastPercent)],
      },
      {
        kind: 'rows',
        key: 'anyOf',
        label: text.anyOf,
        row: text.feat,
        needsOne: true,
        fields: [
          kindOf(text.feat, {
            items: {
              label: text.featItems,
              fields: [data('key'), decimal('amountFrom', text.amountFrom), decimal('count', text.count)],
            },
            figure: { label: text.featFigure, fields: [data('key'), decimal('atLeast', text.atLeast)] },
          }),
        ],
      },
    ],
  ),
}
