import { Checkbox } from 'antd'
import type { PackageAbout } from '../../shared/exchange/contract'
import { receiveText, signerAnswerText as text, signerText } from '../text/exchange'
import { Fingerprint } from './fingerprint'

/** What the person says to what the file asks. */
export interface SignerAnswer {
  readonly trustSigner: boolean
  readonly acceptUnsigned: boolean
}
export const noAnswer: SignerAnswer = { trustSigner: false, acceptUnsigned: false }

/** Why the answer does not do yet; null when it does. */
export function missingAnswer({ verification }: PackageAbout['signer'], answer: SignerAnswer): string | null {
  if (verification === 'unsigned') return answer.acceptUnsigned ? null : receiveText.needUnsigned
  if (verification === 'unknown' || verification === 'changedKey')
    return answer.trustSigner ? null : receiveText.needTrust
  return null
}

interface PackageSignerProps {
  readonly signer: PackageAbout['signer']
  readonly answer: SignerAnswer
  readonly onAnswer: (answer: SignerAnswer) => void
}

/** Who signed, said plainly; an unknown key is compared on the phone before it is trusted. */
export function PackageSigner({ signer, answer, onAnswer }: PackageSignerProps) {
  const { verification, unit, fingerprint, earlierFingerprint } = signer
  const { sign, word, note } = signerText[verification]
  const isAsked = verification === 'unknown' || verification === 'changedKey'
  return (
    <section className="section" aria-label={receiveText.signer}>
      <h2>{receiveText.signer}</h2>
      <p className="exchange-tight">
        <span className={`exchange-signer exchange-signer-${verification}`} data-testid="signer-state">
          <span aria-hidden="true">{sign}</span> {word}
        </span>{' '}
        {unit}
      </p>
      <p className="soft exchange-tight">{note}</p>
      {isAsked && earlierFingerprint && <Fingerprint label={text.fingerprintBefore} fingerprint={earlierFingerprint} />}
      {isAsked && fingerprint && (
        <Fingerprint
          label={verification === 'changedKey' ? text.fingerprintNew : text.fingerprint}
          fingerprint={fingerprint}
        />
      )}
      {isAsked && (
        <Checkbox
          checked={answer.trustSigner}
          onChange={({ target }) => onAnswer({ ...answer, trustSigner: target.checked })}
        >
          {verification === 'changedKey' ? text.trustChanged : text.trust}
        </Checkbox>
      )}
      {verification === 'unsigned' && (
        <Checkbox
          checked={answer.acceptUnsigned}
          onChange={({ target }) => onAnswer({ ...answer, acceptUnsigned: target.checked })}
        >
          {text.acceptUnsigned}
        </Checkbox>
      )}
    </section>
  )
}
