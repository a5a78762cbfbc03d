import { useState } from 'react'
import type { RuleRow } from '../../shared/scoring/contract'
import { rulesText as text } from '../text/rules'
import { Components } from './rules-components'
import { hasProblemBelow, sectionsOf, useRuleForm } from './rules-edit'
import { FieldList } from './rules-field'
import { ProblemAt } from './rules-row-buttons'
import type { FormSection } from './rules-scheme-form'

function Section({ section: { key, fields, isFolded = false } }: { readonly section: FormSection }) {
  const { problems } = useRuleForm()
  const [isAsked, setIsAsked] = useState(false)
  const isOpen = !isFolded || isAsked || fields.some((field) => hasProblemBelow(problems, [field.key]))
  const title = text.sections[key]
  return (
    <section className="section" aria-label={title}>
      <h2>
        {isFolded ? (
          <button
            type="button"
            className="link"
            aria-expanded={isOpen}
            aria-label={text.open(title)}
            onClick={() => setIsAsked(!isAsked)}
          >
            {isOpen ? '▾ ' : '▸ '}
            {title}
          </button>
        ) : (
          title
        )}
      </h2>
      {isOpen && (key === 'components' ? <Components /> : <FieldList fields={fields} path={[]} />)}
    </section>
  )
}

/** The whole form of a rule, or its text for reading. */
export function RuleSections({ kind }: { readonly kind: RuleRow['kind'] }) {
  return (
    <>
      <ProblemAt path={[]} />
      {sectionsOf[kind].map((section) => (
        <Section key={section.key} section={section} />
      ))}
    </>
  )
}
