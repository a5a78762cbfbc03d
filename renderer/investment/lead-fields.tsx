import { planItems } from '../../shared/investment/completeness'
import { leadTerms } from '../../shared/terms/investment'
import { ChoiceField } from '../components/choice-field'
import { Field } from '../components/field'
import { drawerText } from '../text/investment'
import type { Day } from './day'
import type { LeadEditing } from './lead-editing'
import { BureauDate, BureauText } from './lead-field'

const natures = [
  { value: 'legalPerson', label: drawerText.natures.legalPerson },
  { value: 'naturalPerson', label: drawerText.natures.naturalPerson },
] as const

function Nature({ editing }: { readonly editing: LeadEditing }) {
  return (
    <Field label={leadTerms.investorNature.label}>
      <ChoiceField
        value={editing.detail.lead.investorNature}
        options={natures}
        allowsNone
        onChange={(investorNature) => void editing.save({ investorNature })}
      />
    </Field>
  )
}

/** All that the bureau itself keeps on a lead; each field is saved when it is left. */
export function LeadFields({ editing, day }: { readonly editing: LeadEditing; readonly day: Day }) {
  const { completeness, gaps } = editing.detail
  return (
    <>
      <section className="section">
        <h2>{drawerText.sectionBasics}</h2>
        <div className="lead-grid">
          <div className="lead-wide">
            <BureauText editing={editing} name="title" />
          </div>
          <div className="lead-wide">
            <BureauText editing={editing} name="investorName" />
          </div>
          <BureauText editing={editing} name="investorRegion" />
          <Nature editing={editing} />
          <BureauText editing={editing} name="sourcePerson" />
          <BureauText editing={editing} name="contact" />
        </div>
      </section>
      <section className="section">
        <h2>
          {drawerText.completeness(completeness.filled, completeness.of)}
          <span className="soft lead-aside">{gaps.length > 0 ? drawerText.gaps(gaps) : drawerText.complete}</span>
        </h2>
        <div className="lead-rows">
          {planItems.map((name) => (
            <BureauText key={name} editing={editing} name={name} isMultiline />
          ))}
        </div>
      </section>
      <section className="section">
        <h2>{drawerText.sectionFiling}</h2>
        <div className="lead-grid">
          <BureauDate editing={editing} name="filedOn" today={day.today} />
          <BureauText editing={editing} name="oaReference" />
          <BureauDate editing={editing} name="backfilledOn" today={day.today} />
          <div className="lead-wide">
            <BureauText editing={editing} name="remark" isMultiline />
          </div>
        </div>
      </section>
    </>
  )
}
