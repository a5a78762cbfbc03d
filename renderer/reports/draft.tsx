import { draftLineKind, quarterText } from '../text/reports'

/** The draft as it will look on paper: the faces and the indents of a 公文. */
export function Draft({ text }: { readonly text: string }) {
  return (
    <article className="report-draft" aria-label={quarterText.draft}>
      {text.split('\n').map((line, index) => (
        <p key={`${index}.${line.slice(0, 12)}`} className={`draft-${draftLineKind(line, index)}`}>
          {line}
        </p>
      ))}
    </article>
  )
}
