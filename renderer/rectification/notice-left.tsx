import type { NoticeReading } from '../../shared/rectification/notice-contract'
import { noticeText as text } from '../text/rectification-notice'

/** The text that becomes no finding, folded away below its headings, so that nothing is lost unseen. */
export function NoticeLeft({ reading: { sections, rest } }: { readonly reading: NoticeReading }) {
  const parts = [
    ...(rest.trim() === '' ? [] : [{ heading: '', text: rest.trim() }]),
    ...sections
      .filter((section) => section.text.trim() !== '')
      .map(({ no, title, text: said }) => ({ heading: `${no}${title}`, text: said.trim() })),
  ]
  if (parts.length === 0) return null
  const length = parts.reduce((sum, part) => sum + part.text.length, 0)
  return (
    <details className="rect-notice-left">
      <summary>{text.leftOver(length)}</summary>
      <div className="rect-notice-rest" tabIndex={0} role="region" aria-label={text.leftOver(length)}>
        {parts.map((part, index) => (
          <div key={`${index} ${part.heading}`}>
            {part.heading !== '' && <strong>{part.heading}</strong>}
            <p className="rect-text">{part.text}</p>
          </div>
        ))}
      </div>
    </details>
  )
}
