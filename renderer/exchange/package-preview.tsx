import type { PackagePreview } from '../../shared/exchange/contract'
import { packageKindLabels } from '../../shared/terms/exchange-keys'
import { commonText, momentLabel, periodLabel, receiveText as text } from '../text/exchange'
import { ChangeList } from './change-list'
import { KnownCounts } from './known-counts'
import { PackageSigner, type SignerAnswer } from './package-signer'

type About = PackagePreview['about']

function Facts({ about }: { readonly about: About }) {
  const { fromUnit, toUnit, period, year, edition, createdAt, files, kind } = about
  const facts: readonly (readonly [string, string])[] = [
    [text.from, fromUnit],
    [text.to, toUnit ?? ''],
    [text.period, periodLabel(period)],
    [text.year, period === null && year !== null ? text.yearOf(year) : ''],
    [text.edition, kind === 'identity' || kind === 'colleague' ? '' : commonText.edition(edition)],
    [text.madeAt, momentLabel(createdAt)],
    [text.inside, commonText.joined(files.map(({ path }) => path))],
  ]
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label} className="facts-row">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function Remarks({ remarks }: Pick<PackagePreview, 'remarks'>) {
  // What is asked stands with its answer below.
  const said = remarks.filter(({ severity }) => severity !== 'asks')
  if (said.length === 0) return null
  return (
    <ul className="exchange-rows exchange-remarks">
      {said.map(({ severity, code, text: sentence }) => (
        <li key={`${code} ${sentence}`} className={`exchange-remark-${severity}`}>
          <span aria-hidden="true">{text.remarks[severity]}</span>
          <span className="exchange-grow">{sentence}</span>
        </li>
      ))}
    </ul>
  )
}

interface PackagePreviewViewProps {
  readonly preview: PackagePreview
  readonly answer: SignerAnswer
  readonly onAnswer: (answer: SignerAnswer) => void
}

/** What a file says, from whom it is, and what would become different; nothing is written yet. */
export function PackagePreviewView({ preview, answer, onAnswer }: PackagePreviewViewProps) {
  const { about, remarks, counts, changes, canAccept } = preview
  return (
    <>
      <div className="exchange-head">
        <div className="exchange-grow">
          <div className="exchange-name">{packageKindLabels[about.kind]}</div>
          <Facts about={about} />
        </div>
        {about.checkCode !== '' && (
          <div className="exchange-code-box" title={text.checkCodeHint}>
            <span className="soft">{text.checkCode}</span>
            <div className="exchange-code figures">{about.checkCode}</div>
          </div>
        )}
      </div>
      <Remarks remarks={remarks} />
      <PackageSigner signer={about.signer} answer={answer} onAnswer={onAnswer} />
      {canAccept && (
        <section className="section">
          <h2>{text.changes}</h2>
          <KnownCounts counts={counts} />
          {changes.length > 0 && <ChangeList changes={changes} />}
        </section>
      )}
    </>
  )
}
