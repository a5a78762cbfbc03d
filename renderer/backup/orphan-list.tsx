import { Button } from 'antd'
import { useState } from 'react'
import { dropDraft } from '../app/kept'
import { copyText } from '../components/copy-text'
import { orphanText as text } from '../text/backup'
import { useOrphanDrafts } from './orphan-drafts'

/** What was typed for records that a restore took away: kept, to be copied or thrown away. */
export function OrphanList({ isWanted }: { readonly isWanted: boolean }) {
  const orphans = useOrphanDrafts(isWanted)
  const [said, setSaid] = useState<string | null>(null)
  if (orphans.length === 0) return null
  return (
    <section className="section" aria-label={text.label}>
      <h2>{text.title(orphans.length)}</h2>
      <p className="soft backup-tight">{text.hint}</p>
      <ul className="backup-orphans">
        {orphans.map((orphan) => (
          <li key={orphan.key}>
            <span className="backup-orphan-text">{orphan.text}</span>
            <Button size="small" onClick={() => setSaid(copyText(orphan.text) ? text.copied : text.copyFailed)}>
              {text.copy}
            </Button>
            <Button size="small" type="text" onClick={() => dropDraft(orphan.key)}>
              {text.drop}
            </Button>
          </li>
        ))}
      </ul>
      {said && <p role="status">{said}</p>}
    </section>
  )
}
