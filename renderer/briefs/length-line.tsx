import { caseLength } from '../../shared/briefs/character-count'
import { caseLengthText } from '../../shared/terms/briefs'
import { Light } from '../components/light'
import { briefText as text } from '../text/briefs'

/** The live 字数; a case also tells what it lacks. */
export function LengthLine({ count, isCase }: { readonly count: number; readonly isCase: boolean }) {
  if (!isCase) return <span className="figures">{text.count(count)}</span>
  const verdict = caseLength(count)
  const words = caseLengthText(verdict)
  return verdict.state === 'near' ? <Light state="near" text={words} /> : <span className="figures">{words}</span>
}
