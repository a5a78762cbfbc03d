import { useCallback, useMemo } from 'react'
import type { LeadDetail } from '../../shared/investment/contract'
import type { LeadBureauFields } from '../../shared/investment/record'
import { dropDraft, useDraft } from '../app/kept'
import { useRecordSaver, type RecordWrite } from '../components/record-saver'
import { call, queries, queryKey } from '../desk'

/** Bureau fields that are one line or paragraph of text. */
export type TextFieldName = {
  [Name in keyof LeadBureauFields]: LeadBureauFields[Name] extends string ? Name : never
}[keyof LeadBureauFields]

/** Typed and not saved yet; null once it is saved. */
type Draft = Readonly<Partial<Record<TextFieldName, string | null>>>
const noDraft: Draft = {}

/** A lead that is being edited: what is shown, what is typed, and saving one field after the other. */
export interface LeadEditing {
  readonly detail: LeadDetail
  readonly textOf: (name: TextFieldName) => string
  readonly type: (name: TextFieldName, text: string) => void
  /** Saves a typed field when it differs from the record. */
  readonly commit: (name: TextFieldName) => void
  /** Saves fields at once: dates, choices, shareholdings. */
  readonly save: (fields: Partial<LeadBureauFields>) => Promise<boolean>
  /** Another write on this lead, after those that are under way; rejects when it is refused. */
  readonly run: (write: RecordWrite) => Promise<void>
  readonly forget: () => void
  readonly hasDraft: boolean
  readonly savedAt: Date | null
  readonly error: unknown
}

export function draftKeyOf(id: string): string {
  return `lead.${id}`
}

async function fetchLead(id: string): Promise<LeadDetail> {
  return queries.fetchQuery({
    queryKey: queryKey('investment.get', { id }),
    queryFn: () => call('investment.get', { id }),
    staleTime: 0,
  })
}

/** Writes to a lead, one after the other. */
function useSaver({ lead: { id, updatedAt } }: LeadDetail) {
  const refetch = useCallback(async () => (await fetchLead(id)).lead.updatedAt, [id])
  const { run, save: saveBy, savedAt, error, clearError } = useRecordSaver(updatedAt, refetch)
  const save = useCallback(
    (fields: Partial<LeadBureauFields>): Promise<boolean> =>
      saveBy((expectedUpdatedAt) => call('investment.save', { id, fields, allowDuplicate: true, expectedUpdatedAt })),
    [id, saveBy],
  )
  return { run, save, savedAt, error, clearError }
}

export function useLeadEditing(detail: LeadDetail): LeadEditing {
  const { lead } = detail
  const [draft, setDraft] = useDraft<Draft>(draftKeyOf(lead.id), noDraft)
  const { run, save, savedAt, error, clearError } = useSaver(detail)
  return useMemo(() => {
    const textOf = (name: TextFieldName): string => draft[name] ?? lead[name]
    const commit = async (name: TextFieldName): Promise<void> => {
      const typed = draft[name]
      if (typed === undefined || typed === null) return
      if (typed === lead[name] || (await save({ [name]: typed }))) {
        // What was typed meanwhile stays a draft.
        setDraft((now) => (now[name] === typed ? { [name]: null } : {}))
      }
    }
    return {
      detail,
      textOf,
      type: (name, text) => setDraft({ [name]: text }),
      commit: (name) => void commit(name),
      save,
      run,
      forget: () => {
        dropDraft(draftKeyOf(lead.id))
        clearError()
        void fetchLead(lead.id)
      },
      hasDraft: Object.entries(draft).some(([name, text]) => text !== null && text !== lead[name as TextFieldName]),
      savedAt,
      error,
    }
  }, [detail, lead, draft, setDraft, run, save, savedAt, error, clearError])
}
