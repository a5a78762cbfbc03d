import { guides, guideText, type GuideRole } from '../text/guides'
import './guide.css'

/** One page of A4 for one way of working with the program. */
export function GuideSheet({ role }: { readonly role: GuideRole }) {
  const { name, lead, parts } = guides[role]
  return (
    <article className="guide-sheet" aria-label={guideText.title(name)}>
      <h1>{guideText.title(name)}</h1>
      <p className="guide-lead">{lead}</p>
      {parts.map(({ title, steps }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      ))}
      <p className="guide-foot">{guideText.foot}</p>
    </article>
  )
}
