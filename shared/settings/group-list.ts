import { streams, type Stream } from '../core/schemas'
import {
  groupLeaderPattern,
  groupLinePattern,
  groupMemberPattern,
  groupNamePattern,
  groupStreamPattern,
  groupStreamWords,
  listComma,
} from '../terms/settings'
import type { GroupRole } from './contract'

/** One group as it is typed: the leader, and the members with 、 between them. */
export interface GroupText {
  readonly leader: string
  readonly members: string
}
export type GroupTexts = Readonly<Record<Stream, GroupText>>

export const emptyGroupTexts: GroupTexts = {
  investment: { leader: '', members: '' },
  projects: { leader: '', members: '' },
  environment: { leader: '', members: '' },
  revenue: { leader: '', members: '' },
}

function namesOf(text: string): readonly string[] {
  const names = text.split(groupNamePattern).filter((name) => name !== '')
  return [...new Set(names)]
}

/** The typed groups as roles, in the order of the streams, each person once per group and role. */
export function groupRolesOf(texts: GroupTexts): readonly GroupRole[] {
  return streams.flatMap((stream) => {
    const { leader, members } = texts[stream]
    const roles: readonly (readonly [GroupRole['role'], string])[] = [
      ['leader', leader],
      ['member', members],
    ]
    return roles.flatMap(([role, text]) => namesOf(text).map((personName) => ({ stream, role, personName })))
  })
}

/** Roles as the texts to type in. */
export function groupTextsOf(roles: readonly GroupRole[]): GroupTexts {
  const named = (stream: Stream, role: GroupRole['role']): string =>
    roles
      .filter((entry) => entry.stream === stream && entry.role === role)
      .map((entry) => entry.personName)
      .join(listComma)
  const textOf = (stream: Stream): GroupText => ({ leader: named(stream, 'leader'), members: named(stream, 'member') })
  return {
    investment: textOf('investment'),
    projects: textOf('projects'),
    environment: textOf('environment'),
    revenue: textOf('revenue'),
  }
}

/** How many 岗位 there are and how many persons hold them. */
export function countGroups(roles: readonly GroupRole[]): { readonly posts: number; readonly persons: number } {
  return { posts: roles.length, persons: new Set(roles.map(({ personName }) => personName)).size }
}

/** Names after the stream's word: those behind 组长 lead; without such words the first one leads. */
function rolesOfLine(stream: Stream, rest: string): readonly GroupRole[] {
  const found: GroupRole[] = []
  let role: GroupRole['role'] = 'leader'
  let isNamed = false
  for (const token of rest.split(groupNamePattern)) {
    const leads = groupLeaderPattern.test(token)
    const follows = groupMemberPattern.test(token)
    if (leads || follows) {
      role = leads ? 'leader' : 'member'
      isNamed = true
    }
    const personName = token.replace(leads ? groupLeaderPattern : groupMemberPattern, '')
    if (personName === '') continue
    found.push({ stream, role, personName })
    if (!isNamed) role = 'member'
  }
  return found
}

/**
 * Reads a pasted list of groups, one group a line: 「招商组：组长甲，组员乙、丙」, 「招商 甲/乙」, or cells of a table.
 * A line that names no stream goes on with the one before it, or is given back as unread.
 */
export function parseGroupList(text: string): {
  readonly roles: readonly GroupRole[]
  readonly unread: readonly string[]
} {
  const roles: GroupRole[] = []
  const unread: string[] = []
  let current: Stream | null = null
  for (const line of text.normalize('NFKC').split(groupLinePattern)) {
    const trimmed = line.trim()
    if (trimmed === '') continue
    const match = groupStreamPattern.exec(trimmed)
    const named: Stream | undefined = match?.[1] === undefined ? undefined : groupStreamWords[match[1]]
    const goesOn = !named && (groupLeaderPattern.test(trimmed) || groupMemberPattern.test(trimmed))
    const stream: Stream | null = named ?? (goesOn ? current : null)
    if (!stream) {
      unread.push(trimmed)
      continue
    }
    current = stream
    roles.push(...rolesOfLine(stream, match && named ? trimmed.slice(match[0].length) : trimmed))
  }
  return { roles, unread }
}
