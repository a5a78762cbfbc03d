import { useCallback, useMemo } from 'react'
import type { ProjectDetail } from '../../shared/projects/contract'
import type { ProjectFields } from '../../shared/projects/record'
import { amountFields, type AmountField } from '../../shared/projects/rules'
import { dropDraft, useDraft } from '../app/kept'
import { useScreen } from '../app/screen'
import { useRecordSaver } from '../components/record-saver'
import { amountEntry, parseTypedAmount } from '../components/typed-amount'
import { call, queries, queryKey } from '../desk'

/** Fields that are one line or paragraph of text. */
export type TextName = {
  [Name in keyof ProjectFields]: ProjectFields[Name] extends string ? Name : never
}[keyof ProjectFields]

/** Fields that are typed and saved when they are left. */
export type TypedName = TextName | AmountField

/** Typed and not saved yet; null once it is saved. */
type Draft = Readonly<Partial<Record<TypedName, string | null>>>
const noDraft: Draft = {}

/** A project that is being edited: what is shown, what is typed, and saving. */
export interface ProjectEditing {
  readonly detail: ProjectDetail
  readonly textOf: (name: TypedName) => string
  readonly type: (name: TypedName, text: string) => void
  /** Saves all that is typed and can be saved: an amount may wait for its reason. */
  readonly commit: () => void
  /** Saves fields at once: days, ticks. */
  readonly save: (fields: Partial<ProjectFields>) => Promise<boolean>
  readonly forget: () => void
  readonly hasDraft: boolean
  readonly savedAt: Date | null
  readonly error: unknown
}

export function draftKeyOf(id: string): string {
  return `project.${id}`
}

function isAmount(name: string): name is AmountField {
  return amountFields.some((amount) => amount === name)
}

async function fetchProject(id: string): Promise<ProjectDetail> {
  return queries.fetchQuery({
    queryKey: queryKey('projects.get', { id }),
    queryFn: () => call('projects.get', { id }),
    staleTime: 0,
  })
}

/** Saves fields of a project, one write after the other. */
function useSaver({ project: { id, updatedAt } }: ProjectDetail) {
  const refetch = useCallback(async () => (await fetchProject(id)).project.updatedAt, [id])
  const { save: saveBy, savedAt, error, clearError } = useRecordSaver(updatedAt, refetch)
  const save = useCallback(
    (fields: Partial<ProjectFields>): Promise<boolean> =>
      saveBy((expectedUpdatedAt) => call('projects.save', { id, fields, expectedUpdatedAt })),
    [id, saveBy],
  )
  return { save, savedAt, error, clearError }
}

export function useProjectEditing(detail: ProjectDetail): ProjectEditing {
  const { project } = detail
  const key = draftKeyOf(project.id)
  const [draft, setDraft] = useDraft<Draft>(key, noDraft)
  const { save, savedAt, error, clearError } = useSaver(detail)
  return useMemo(() => {
    const stored = (name: TypedName): string => (isAmount(name) ? amountEntry(project[name]) : project[name])
    const commit = async (): Promise<void> => {
      // The keystroke before may not have been painted yet; the store has it.
      const typed = { ...noDraft, ...(useScreen.getState().drafts[key] as Draft | undefined) }
      const fields: Record<string, unknown> = {}
      const taken: [TypedName, string][] = []
      for (const [name, text] of Object.entries(typed) as [TypedName, string | null][]) {
        if (text === null) continue
        const value = isAmount(name) ? parseTypedAmount(text) : text
        if (value === undefined) continue
        taken.push([name, text])
        if (value !== project[name]) fields[name] = value
      }
      if (Object.keys(fields).length > 0 && !(await save(fields))) return
      // What was typed meanwhile stays a draft.
      setDraft((now) =>
        Object.fromEntries(taken.filter(([name, text]) => now[name] === text).map(([name]) => [name, null])),
      )
    }
    return {
      detail,
      textOf: (name) => draft[name] ?? stored(name),
      type: (name, text) => setDraft({ [name]: text }),
      commit: () => void commit(),
      save,
      forget: () => {
        dropDraft(key)
        clearError()
        void fetchProject(project.id)
      },
      hasDraft: (Object.entries(draft) as [TypedName, string | null][]).some(
        ([name, text]) => text !== null && text !== stored(name),
      ),
      savedAt,
      error,
    }
  }, [detail, project, key, draft, setDraft, save, savedAt, error, clearError])
}
