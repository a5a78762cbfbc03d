import { Button } from 'antd'
import { useState } from 'react'
import { streams, type Stream } from '../../shared/core/schemas'
import {
  countGroups,
  groupRolesOf,
  groupTextsOf,
  parseGroupList,
  type GroupTexts,
} from '../../shared/settings/group-list'
import { streamShortLabels } from '../../shared/terms/settings'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { groupsText } from '../text/settings'

interface GroupFieldsProps {
  readonly texts: GroupTexts
  readonly change: (part: Partial<GroupTexts>) => void
}

/** The count of posts and persons, and who leads several groups. */
function GroupCount({ texts }: { readonly texts: GroupTexts }) {
  const roles = groupRolesOf(texts)
  const { posts, persons } = countGroups(roles)
  const leaders = roles.filter(({ role }) => role === 'leader').map(({ personName }) => personName)
  const several = [...new Set(leaders)]
    .map((person) => ({ person, count: leaders.filter((name) => name === person).length }))
    .filter(({ count }) => count > 1)
  if (posts === 0) return <p className="soft">{groupsText.none}</p>
  return (
    <p aria-live="polite" style={{ margin: '8px 0' }}>
      <strong className="figures">{groupsText.count(posts, persons)}</strong>
      {several.map(({ person, count }) => (
        <span key={person} className="soft">
          {' · '}
          {groupsText.leadsSeveral(person, count)}
        </span>
      ))}
    </p>
  )
}

function PasteList({ onTake }: { readonly onTake: (texts: GroupTexts) => void }) {
  const [text, setText] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const take = (): void => {
    const { roles, unread } = parseGroupList(text)
    if (roles.length > 0) onTake(groupTextsOf(roles))
    setSaid([groupsText.taken(roles.length), unread.length > 0 ? groupsText.unread(unread) : ''].join(''))
  }
  return (
    <section className="section">
      <Field label={groupsText.paste} hint={said ?? groupsText.pasteHint}>
        <TextField isMultiline rows={3} value={text} onChange={setText} onEnter={take} />
      </Field>
      <Button size="small" style={{ marginTop: 6 }} disabled={text.trim() === ''} onClick={take}>
        {groupsText.take}
      </Button>
    </section>
  )
}

/** The four groups: a line each for 组长 and 组员, counted as they are typed; a list may be pasted. */
export function GroupFields({ texts, change }: GroupFieldsProps) {
  const set = (stream: Stream, part: Partial<GroupTexts[Stream]>): void =>
    change({ [stream]: { ...texts[stream], ...part } })
  return (
    <>
      <div
        style={{
          display: 'grid',
          gridTemplateColumns: '72px minmax(0, 2fr) minmax(0, 3fr)',
          gap: '8px 12px',
          alignItems: 'center',
        }}
      >
        <span className="soft">{groupsText.stream}</span>
        <span className="soft">{groupsText.leader}</span>
        <span className="soft">{groupsText.members}</span>
        {streams.map((stream) => (
          <div key={stream} style={{ display: 'contents' }}>
            <span>{streamShortLabels[stream]}</span>
            <TextField
              label={groupsText.leaderOf(streamShortLabels[stream])}
              placeholder={stream === 'investment' ? groupsText.leaderPlaceholder : ''}
              value={texts[stream].leader}
              onChange={(leader) => set(stream, { leader })}
            />
            <TextField
              label={groupsText.membersOf(streamShortLabels[stream])}
              placeholder={stream === 'investment' ? groupsText.membersPlaceholder : ''}
              value={texts[stream].members}
              onChange={(members) => set(stream, { members })}
            />
          </div>
        ))}
      </div>
      <GroupCount texts={texts} />
      <PasteList onTake={change} />
    </>
  )
}
