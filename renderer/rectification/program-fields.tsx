import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { declaredKeys, rectClockKeys, rectSources, type RectClock } from '../../shared/rectification/record'
import { clockUnitLabels, declaredLabels, rectClockLabels, rectSourceLabels } from '../../shared/terms/rectification'
import { ChoiceField } from '../components/choice-field'
import { DateField } from '../components/date-field'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { programsText as text } from '../text/rectification'
import { optionsOf } from './filter-choices'
import { clockValueOf, cycleOf, declaredCountOf, type ProgramDraft } from './program-draft'

const sourceOptions = optionsOf(rectSources, rectSourceLabels)
const unitOptions = optionsOf(['calendarDays', 'workdays', 'months'], clockUnitLabels)
const modeOptions = optionsOf(['halfUp', 'truncate'], text.rateModes)
const placeOptions = ([0, 1, 2] as const).map((value) => ({ value, label: text.decimalsOf(value) }))

export interface ProgramPartProps {
  readonly draft: ProgramDraft
  readonly onChange: (part: Partial<ProgramDraft>) => void
}

type LineName = 'level' | 'title' | 'docNo' | 'auditee' | 'originYears' | 'reportToUnit' | 'aspect' | 'keyIssue'

/** 来源, 文号, 反馈日期 and who is reported to. */
export function BaseFields({ draft, onChange, today }: ProgramPartProps & { readonly today: IsoDate }) {
  const line = (name: LineName, hint: ReactNode = null) => (
    <Field label={text.fields[name]} isRequired={name === 'title'} hint={hint}>
      <TextField value={draft[name]} onChange={(next) => onChange({ [name]: next })} />
    </Field>
  )
  return (
    <section className="section">
      <div className="rect-grid">
        <div className="rect-wide">{line('title', draft.title.trim() === '' ? text.needTitle : null)}</div>
        <Field label={text.fields.source}>
          <ChoiceField
            value={draft.source}
            options={sourceOptions}
            onChange={(source) => onChange({ source: source ?? draft.source })}
          />
        </Field>
        {line('level')}
        {line('docNo')}
        <Field label={text.fields.feedbackOn}>
          <DateField
            value={parseIsoDate(draft.feedbackOn)}
            today={today}
            onChange={(day) => onChange({ feedbackOn: day ?? '' })}
          />
        </Field>
        {line('auditee')}
        {line('originYears', text.yearsHint)}
        {line('reportToUnit')}
        <Field
          label={text.fields.reportCycleMonths}
          hint={text.cycleHint}
          error={cycleOf(draft.reportCycleMonths) === undefined ? text.badCycle : null}
        >
          <TextField
            value={draft.reportCycleMonths}
            onChange={(reportCycleMonths) => onChange({ reportCycleMonths })}
            maxLength={12}
          />
        </Field>
        {line('aspect')}
        {line('keyIssue')}
        <div className="rect-wide">
          <Field label={text.fields.remark}>
            <TextField value={draft.remark} onChange={(remark) => onChange({ remark })} isMultiline rows={1} />
          </Field>
        </div>
      </div>
    </section>
  )
}

/** What the document says of periods: value and unit of each. */
export function ClockFields({ draft, onChange }: ProgramPartProps) {
  return (
    <section className="section">
      <h2>{text.groups.clocks}</h2>
      <p className="soft rect-tight">{text.clocksHint}</p>
      <div className="rect-clocks">
        {rectClockKeys.map((key) => {
          const clock = draft.clocks[key]
          const change = (part: Partial<{ value: string; unit: RectClock['unit'] }>): void =>
            onChange({ clocks: { ...draft.clocks, [key]: { ...clock, ...part } } })
          return (
            <Field
              key={key}
              label={rectClockLabels[key]}
              error={clockValueOf(clock.value) === undefined ? text.badClock : null}
            >
              <span className="rect-filter">
                <TextField
                  value={clock.value}
                  onChange={(value) => change({ value })}
                  label={text.clockValue(rectClockLabels[key])}
                  maxLength={12}
                  width={72}
                />
                <ChoiceField
                  value={clock.unit}
                  options={unitOptions}
                  onChange={(unit) => change({ unit: unit ?? clock.unit })}
                  label={text.clockUnit(rectClockLabels[key])}
                  width={104}
                />
              </span>
            </Field>
          )
        })}
      </div>
    </section>
  )
}

/** Rounding, and whether 已移送 stays among what is to be rectified. */
export function RateFields({ draft, onChange }: ProgramPartProps) {
  const { rateRule } = draft
  return (
    <section className="section">
      <h2>{text.groups.rate}</h2>
      <div className="rect-grid">
        <Field label={text.rateMode}>
          <ChoiceField
            value={rateRule.mode}
            options={modeOptions}
            onChange={(mode) => onChange({ rateRule: { ...rateRule, mode: mode ?? rateRule.mode } })}
          />
        </Field>
        <Field label={text.decimals}>
          <ChoiceField
            value={rateRule.decimals}
            options={placeOptions}
            onChange={(decimals) => onChange({ rateRule: { ...rateRule, decimals: decimals ?? rateRule.decimals } })}
          />
        </Field>
      </div>
      <Checkbox
        className="rect-above"
        checked={rateRule.countsReferred}
        onChange={({ target }) => onChange({ rateRule: { ...rateRule, countsReferred: target.checked } })}
      >
        {text.countsReferred}
      </Checkbox>
    </section>
  )
}

/** What the document says that it holds. */
export function DeclaredFields({ draft, onChange }: ProgramPartProps) {
  return (
    <section className="section">
      <h2>{text.groups.declared}</h2>
      <p className="soft rect-tight">{text.declaredHint}</p>
      <div className="rect-clocks">
        {declaredKeys.map((key) => (
          <Field
            key={key}
            label={text.declaredOf(declaredLabels[key])}
            error={declaredCountOf(draft.declared[key]) === undefined ? text.badCount : null}
          >
            <TextField
              value={draft.declared[key]}
              onChange={(next) => onChange({ declared: { ...draft.declared, [key]: next } })}
              maxLength={12}
            />
          </Field>
        ))}
      </div>
    </section>
  )
}
