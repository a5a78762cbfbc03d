import {
  absoluteDecimal,
  compareDecimals,
  decimalText,
  parseDecimal,
  subtractDecimals,
} from '../../shared/core/decimal'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { fen } from '../../shared/core/money'
import type { FindingDetail } from '../../shared/rectification/finding-rows'
import { isSettled } from '../../shared/rectification/lifecycle'
import {
  accountabilityForms,
  treatments,
  type AccountabilityForm,
  type Treatment,
} from '../../shared/rectification/record'
import { type Accountability, type FindingAmount, type RuleMade } from '../../shared/rectification/part-records'
import { accountabilityLabels, treatmentLabels } from '../../shared/terms/rectification'
import { Figure } from '../components/amount'
import { ChoiceField } from '../components/choice-field'
import { DateField } from '../components/date-field'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { amountEntry, amountShown, parseTypedAmount } from '../components/typed-amount'
import { parseTypedCount, parseTypedDecimal } from '../components/typed-values'
import { call } from '../desk'
import { pageText } from '../text/rectification'
import { moneyText as text } from '../text/rectification-steps'
import { optionsOf } from './filter-choices'
import { PartSection } from './part-section'

const treatmentOptions = optionsOf(treatments, treatmentLabels)
const formOptions = optionsOf(accountabilityForms, accountabilityLabels)

interface MoneyProps {
  readonly detail: FindingDetail
  readonly today: IsoDate
}

type AmountEntry = Readonly<Record<'treatment' | 'unit' | 'required' | 'done' | 'voucherNo' | 'reason', string>>

function amountEntryOf(part: FindingAmount | null): AmountEntry {
  return {
    treatment: part?.treatment ?? 'recovered',
    unit: part?.unit ?? '',
    required: part ? (part.required ?? amountEntry(part.requiredFen)) : '',
    done: part ? (part.done ?? amountEntry(part.doneFen)) : '',
    voucherNo: part?.voucherNo ?? '',
    reason: part?.reason ?? '',
  }
}

/** A figure in the unit of its row; undefined when it is none. */
function isFigure(unit: string, typed: string): boolean {
  if (typed.trim() === '') return true
  return unit.trim() === '' ? parseTypedAmount(typed) !== undefined : parseTypedDecimal(typed) !== null
}

function saveAmount(findingId: string, entry: AmountEntry, id: string | null): Promise<unknown> | null {
  const { unit, required, done, voucherNo, reason } = entry
  if (!isFigure(unit, required) || !isFigure(unit, done)) return null
  const isMoney = unit.trim() === ''
  const treatment: Treatment = treatments.find((each) => each === entry.treatment) ?? 'other'
  return call('rectification.saveAmount', {
    id,
    findingId,
    treatment,
    unit: unit.trim(),
    requiredFen: isMoney ? (parseTypedAmount(required) ?? null) : null,
    doneFen: isMoney ? (parseTypedAmount(done) ?? null) : null,
    required: isMoney ? null : parseTypedDecimal(required),
    done: isMoney ? null : parseTypedDecimal(done),
    voucherNo,
    reason,
  })
}

/** 应整改 less 已整改; null when nothing is left or one of them is missing. */
export function restOf({ unit, requiredFen, doneFen, required, done }: FindingAmount): string | null {
  if (unit === '') {
    const rest = requiredFen === null || doneFen === null ? null : fen(requiredFen - doneFen)
    return rest === null || rest <= 0 ? null : amountShown(rest)
  }
  const [all, part] = [parseDecimal(required ?? ''), parseDecimal(done ?? '')]
  if (!all || !part || compareDecimals(all, part) <= 0) return null
  return decimalText(absoluteDecimal(subtractDecimals(all, part)))
}

function AmountLine({ part }: { readonly part: FindingAmount }) {
  const isMoney = part.unit === ''
  const unit = isMoney ? text.moneyUnit : part.unit
  const rest = restOf(part)
  return (
    <>
      {treatmentLabels[part.treatment]}
      {pageText.gap}
      <span className="soft">{text.required}</span>{' '}
      <Figure text={isMoney ? amountShown(part.requiredFen) : part.required} unit={unit} />
      {pageText.gap}
      <span className="soft">{text.done}</span>{' '}
      <Figure text={isMoney ? amountShown(part.doneFen) : part.done} unit={unit} />
      {rest !== null && (
        <span className="light-near">
          {pageText.gap}
          {text.rest} <Figure text={rest} unit={unit} />
        </span>
      )}
      {part.voucherNo !== '' && (
        <span className="soft">
          {pageText.gap}
          {text.voucherNo} {part.voucherNo}
        </span>
      )}
    </>
  )
}

function AmountFields({ entry, change }: { entry: AmountEntry; change: (part: Partial<AmountEntry>) => void }) {
  const figure = (name: 'required' | 'done') => (
    <Field label={text[name]} error={isFigure(entry.unit, entry[name]) ? null : text.badDecimal}>
      <TextField value={entry[name]} onChange={(next) => change({ [name]: next })} maxLength={40} />
    </Field>
  )
  return (
    <>
      <Field label={text.treatment}>
        <ChoiceField
          value={entry.treatment}
          options={treatmentOptions}
          onChange={(treatment) => change({ treatment: treatment ?? 'other' })}
        />
      </Field>
      <Field label={text.unit} hint={text.unitHint}>
        <TextField value={entry.unit} onChange={(unit) => change({ unit })} placeholder={text.moneyUnit} />
      </Field>
      {figure('required')}
      {figure('done')}
      <Field label={text.voucherNo}>
        <TextField value={entry.voucherNo} onChange={(voucherNo) => change({ voucherNo })} />
      </Field>
      <Field label={text.reason}>
        <TextField value={entry.reason} onChange={(reason) => change({ reason })} />
      </Field>
    </>
  )
}

type RuleEntry = Readonly<Record<'name' | 'docNo' | 'issuedOn', string>>

function Rules({ detail, today }: MoneyProps) {
  const findingId = detail.id
  return (
    <PartSection<RuleMade, RuleEntry>
      title={text.rules}
      none={text.noRules}
      kind="rule"
      findingId={findingId}
      isLocked={isSettled(detail)}
      parts={detail.rules}
      entryOf={(part) => ({ name: part?.name ?? '', docNo: part?.docNo ?? '', issuedOn: part?.issuedOn ?? '' })}
      renderLine={({ name, docNo, issuedOn }) => [name, docNo, issuedOn ?? ''].filter(Boolean).join(pageText.gap)}
      renderFields={(entry, change) => (
        <>
          <Field label={text.ruleName} isRequired>
            <TextField value={entry.name} onChange={(name) => change({ name })} hasFocus />
          </Field>
          <Field label={text.docNo}>
            <TextField value={entry.docNo} onChange={(docNo) => change({ docNo })} />
          </Field>
          <Field label={text.issuedOn}>
            <DateField
              value={parseIsoDate(entry.issuedOn)}
              today={today}
              onChange={(day) => change({ issuedOn: day ?? '' })}
            />
          </Field>
        </>
      )}
      save={({ name, docNo, issuedOn }, id) =>
        name.trim() === ''
          ? null
          : call('rectification.saveRule', { id, findingId, name, docNo, issuedOn: parseIsoDate(issuedOn) })
      }
    />
  )
}

type AccountabilityEntry = Readonly<Record<'form' | 'persons' | 'decidedOn' | 'note', string>>

function personsOf(typed: string): number | null {
  const count = parseTypedCount(typed)
  return count !== null && count >= 1 ? count : null
}

function AccountabilityRows({ detail, today }: MoneyProps) {
  const findingId = detail.id
  return (
    <PartSection<Accountability, AccountabilityEntry>
      title={text.accountability}
      none={text.noAccountability}
      kind="accountability"
      findingId={findingId}
      isLocked={isSettled(detail)}
      parts={detail.accountability}
      entryOf={(part) => ({
        form: part?.form ?? 'interview',
        persons: String(part?.persons ?? 1),
        decidedOn: part?.decidedOn ?? '',
        note: part?.note ?? '',
      })}
      renderLine={({ form, persons, decidedOn, note }) =>
        [accountabilityLabels[form], text.personCount(persons), decidedOn ?? '', note]
          .filter(Boolean)
          .join(pageText.gap)
      }
      renderFields={(entry, change) => (
        <>
          <Field label={text.form}>
            <ChoiceField
              value={entry.form}
              options={formOptions}
              onChange={(form) => change({ form: form ?? 'interview' })}
            />
          </Field>
          <Field label={text.persons} error={personsOf(entry.persons) === null ? text.badPersons : null}>
            <TextField value={entry.persons} onChange={(persons) => change({ persons })} maxLength={12} />
          </Field>
          <Field label={text.decidedOn}>
            <DateField
              value={parseIsoDate(entry.decidedOn)}
              today={today}
              onChange={(day) => change({ decidedOn: day ?? '' })}
            />
          </Field>
          <Field label={text.note}>
            <TextField value={entry.note} onChange={(note) => change({ note })} />
          </Field>
        </>
      )}
      save={({ form, persons, decidedOn, note }, id) => {
        const count = personsOf(persons)
        const known: AccountabilityForm = accountabilityForms.find((each) => each === form) ?? 'interview'
        if (count === null) return null
        const on = parseIsoDate(decidedOn)
        return call('rectification.saveAccountability', {
          id,
          findingId,
          form: known,
          persons: count,
          decidedOn: on,
          note,
        })
      }}
    />
  )
}

/** 金额与制度: what was set right in money and other units, rules made, persons held to account, what was referred. */
export function Money({ detail, today }: MoneyProps) {
  return (
    <>
      <PartSection<FindingAmount, AmountEntry>
        title={text.amounts}
        none={text.noAmounts}
        hint={text.amountsHint}
        kind="amount"
        findingId={detail.id}
        isLocked={isSettled(detail)}
        parts={detail.amounts}
        entryOf={amountEntryOf}
        renderLine={(part) => <AmountLine part={part} />}
        renderFields={(entry, change) => <AmountFields entry={entry} change={change} />}
        save={(entry, id) => saveAmount(detail.id, entry, id)}
      />
      <Rules detail={detail} today={today} />
      <AccountabilityRows detail={detail} today={today} />
      <section className="section">
        <h2>{text.referrals}</h2>
        {detail.referrals.length === 0 && <p className="soft">{text.noReferrals}</p>}
        <ul className="rect-rows">
          {detail.referrals.map(({ id, to, referredOn, cases, persons, amount, docNo }) => (
            <li key={id}>
              <span className="rect-grow">{text.referral(to, referredOn, cases, persons)}</span>
              {amount !== null && <Figure text={amountShown(amount)} unit={text.moneyUnit} />}
              <span className="soft">{docNo}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
