import type { EnterpriseRow } from '../../shared/registry/contract'
import { codeText } from '../text/registry'

interface CreditCodeProps {
  readonly code: string
  readonly state: EnterpriseRow['creditCodeState']
  /** Only the sign, for a narrow column; the words are its title. */
  readonly isShort?: boolean
}

/** A credit code with the result of its check: a wrong one is marked, never refused. */
export function CreditCode({ code, state, isShort = false }: CreditCodeProps) {
  if (state === 'none') return <span className="soft">{codeText.none}</span>
  const words = codeText[state]
  return (
    <span title={words}>
      <span className="figures">{code}</span>{' '}
      <span className={state === 'wrong' ? 'registry-wrong' : 'soft'} {...(isShort ? { 'aria-label': words } : {})}>
        {isShort ? words.slice(0, 1) : words}
      </span>
    </span>
  )
}
