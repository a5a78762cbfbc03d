import type { Database } from 'better-sqlite3'
import { readHitOwner } from '../../db/repositories/search-hits'
import { countLimit, findEntries, type FoundEntry } from '../../db/search-index'
import { ok } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import {
  searchKinds,
  searchRooms,
  type searchContract,
  type SearchHit,
  type SearchKind,
  type SearchRoom,
} from '../../shared/search/contract'
import { excerptOf, isInitials, searchWords } from '../../shared/search/words'
import { hitTitle } from '../../shared/terms/search'
import { openedStore, type Context } from '../context'
import { ensureIndex, fillAllInitials } from '../search/initials'

const roomOfKind: Readonly<Record<SearchKind, SearchRoom>> = {
  lead: 'investment',
  followUp: 'investment',
  project: 'projects',
  projectProblem: 'projects',
  projectVisit: 'projects',
  policy: 'environment',
  visit: 'environment',
  demand: 'environment',
  brief: 'briefs',
  training: 'briefs',
  revenueEntry: 'revenue',
  revenueTip: 'revenue',
  finding: 'rectification',
  measure: 'rectification',
  rectProgram: 'rectification',
  assignment: 'assignments',
  person: 'registry',
  enterprise: 'registry',
  attachment: 'attachments',
}

export const searchHandlers: Handlers<typeof searchContract, Context> = {
  'search.find': async (context, { text, limit }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const words = searchWords(text)
    if (words.length === 0) return ok({ groups: [], total: 0 })
    ensureIndex(store.value)
    if (words.some(isInitials)) await fillAllInitials(store.value)
    const { connection } = store.value
    const asked = words.map((word) => ({ text: word, isInitials: isInitials(word) }))
    const groups = searchRooms.flatMap((room) => {
      const found = searchKinds
        .filter((kind) => roomOfKind[kind] === room)
        .map((kind) => findEntries(connection, kind, asked))
      const own = found.flat()
      if (own.length === 0) return []
      const hits = found.flatMap((entries) => entries.slice(0, limit)).slice(0, limit)
      return [
        {
          room,
          total: own.length,
          isMore: found.some((entries) => entries.length > countLimit),
          hits: hits.flatMap((entry) => present(connection, entry, words)),
        },
      ]
    })
    return ok({ groups, total: groups.reduce((sum, group) => sum + group.total, 0) })
  },
}

function present(connection: Database, entry: FoundEntry, words: readonly string[]): SearchHit[] {
  const { kind, recordId } = entry
  const owner = readHitOwner(connection, kind, recordId)
  // An original kept for an import belongs to no record that could be opened.
  if (kind === 'attachment' && !owner) return []
  const isInTitle = words.every((word) => entry.title.normalize('NFKC').toLowerCase().includes(word))
  return [
    {
      kind,
      recordId,
      target: owner
        ? { kind: owner.kind, recordId: owner.recordId, stream: owner.stream }
        : { kind, recordId, stream: null },
      title: hitTitle(kind, entry.title, owner),
      excerpt: isInTitle ? '' : excerptOf(entry.text, words),
    },
  ]
}
