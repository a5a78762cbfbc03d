import { useCallback, useMemo } from 'react'
import type { FindingDetail } from '../../shared/rectification/finding-rows'
import { isSettled } from '../../shared/rectification/lifecycle'
import type { FindingFields } from '../../shared/rectification/record'
import { dropDraft, useDraft } from '../app/kept'
import { useScreen } from '../app/screen'
import { useRecordSaver } from '../components/record-saver'
import { amountEntry, parseTypedAmount } from '../components/typed-amount'
import { call, queries, queryKey } from '../desk'

/** Fields that are one line or paragraph of text. */
export type TextName = {
  [Name in keyof FindingFields]: FindingFields[Name] extends string
    ? string extends FindingFields[Name]
      ? Name
      : never
    : never
}[keyof FindingFields]
/** Fields that are typed and saved when they are left. */
export type TypedName = Exclude<TextName, 'dueOn'> | 'amount'

/** Typed and not saved yet; null once it is saved. */
type Draft = Readonly<Partial<Record<TypedName, string | null>>>
const noDraft: Draft = {}

/** A finding that is being edited: what is shown, what is typed, and saving. */
export interface FindingEditing {
  readonly detail: FindingDetail
  readonly isLocked: boolean
  readonly textOf: (name: TypedName) => string
  readonly type: (name: TypedName, text: string) => void
  /** Saves all that is typed and can be saved. */
  readonly commit: () => void
  /** Saves fields at once: days, choices. */
  readonly save: (fields: Partial<FindingFields>) => Promise<boolean>
  readonly forget: () => void
  readonly hasDraft: boolean
  readonly savedAt: Date | null
  readonly error: unknown
}

export function draftKeyOf(id: string): string {
  return `finding.${id}`
}

async function fetchFinding(id: string): Promise<FindingDetail> {
  return queries.fetchQuery({
    queryKey: queryKey('rectification.get', { id }),
    queryFn: () => call('rectification.get', { id }),
    staleTime: 0,
  })
}

/** Saves fields of a finding, one write after the other. */
function useSaver({ id, programId, updatedAt }: FindingDetail) {
  const refetch = useCallback(async () => (await fetchFinding(id)).updatedAt, [id])
  const { save: saveBy, savedAt, error, clearError } = useRecordSaver(updatedAt, refetch)
  const save = useCallback(
    (fields: Partial<FindingFields>): Promise<boolean> =>
      saveBy((expectedUpdatedAt) => call('rectification.saveFinding', { id, programId, fields, expectedUpdatedAt })),
    [id, programId, saveBy],
  )
  return { save, savedAt, error, clearError }
}

function storedText({ fields }: FindingDetail, name: TypedName): string {
  return name === 'amount' ? amountEntry(fields.amount) : fields[name]
}

/** The draft's fields as the service wants them; an amount that is none waits until it is one. */
function takenOf(
  draft: Draft,
  detail: FindingDetail,
): { readonly fields: Partial<FindingFields>; readonly taken: Draft } {
  const fields: Record<string, unknown> = {}
  const taken: Partial<Record<TypedName, string>> = {}
  // The keys of a draft are typed names; Object.entries widens them.
  for (const [name, text] of Object.entries(draft) as [TypedName, string | null][]) {
    if (text === null) continue
    const value = name === 'amount' ? parseTypedAmount(text) : text
    if (value === undefined) continue
    taken[name] = text
    if (value !== detail.fields[name]) fields[name] = value
  }
  return { fields, taken }
}

export function useFindingEditing(detail: FindingDetail): FindingEditing {
  const key = draftKeyOf(detail.id)
  const [draft, setDraft] = useDraft<Draft>(key, noDraft)
  const { save, savedAt, error, clearError } = useSaver(detail)
  return useMemo(() => {
    const commit = async (): Promise<void> => {
      // The keystroke before may not have been painted yet; the store has it, and only this hook writes the key.
      const typed = { ...noDraft, ...(useScreen.getState().drafts[key] as Draft | undefined) }
      const { fields, taken } = takenOf(typed, detail)
      if (Object.keys(fields).length > 0 && !(await save(fields))) return
      // What was typed meanwhile stays a draft.
      const names = Object.keys(taken) as TypedName[]
      setDraft((now) =>
        Object.fromEntries(names.filter((name) => now[name] === taken[name]).map((name) => [name, null])),
      )
    }
    return {
      detail,
      isLocked: isSettled(detail),
      textOf: (name) => draft[name] ?? storedText(detail, name),
      type: (name, text) => setDraft({ [name]: text }),
      commit: () => void commit(),
      save,
      forget: () => {
        dropDraft(key)
        clearError()
        void fetchFinding(detail.id)
      },
      hasDraft: (Object.entries(draft) as [TypedName, string | null][]).some(
        ([name, text]) => text !== null && text !== storedText(detail, name),
      ),
      savedAt,
      error,
    }
  }, [detail, key, draft, setDraft, save, savedAt, error, clearError])
}
