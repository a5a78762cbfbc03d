import type { ProgramRow } from '../../shared/rectification/contract'
import { useKept } from '../app/kept'
import { useCall } from '../desk'

const initial = { programId: '' }

interface ChosenProgram {
  readonly programs: readonly ProgramRow[] | undefined
  readonly program: ProgramRow | undefined
  readonly choose: (programId: string) => void
  readonly error: unknown
  readonly retry: () => void
}

/** The programmes and the one that was looked at last; the newest one until another is chosen. */
export function useChosenProgram(): ChosenProgram {
  const { data, error, refetch } = useCall('rectification.programs', {})
  const [{ programId }, setKept] = useKept('rectification.program', initial)
  return {
    programs: data,
    program: data?.find(({ id }) => id === programId) ?? data?.[0],
    choose: (id) => setKept({ programId: id }),
    error,
    retry: () => void refetch(),
  }
}
