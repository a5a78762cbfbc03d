import { useState } from 'react'
import { useCall } from '../desk'
import { NewProgram } from './new-program'
import { NoticePaste } from './notice-paste'

/** A new source: alone, or with its notice pasted right after. */
export type ProgramWish = 'program' | 'programAndText' | null

interface AddProgramProps {
  readonly wish: ProgramWish
  readonly onClose: () => void
  readonly onMade: (programId: string) => void
}

/** The form of a new source, and the place for its notice where that was wished. */
export function AddProgram({ wish, onClose, onMade }: AddProgramProps) {
  const programs = useCall('rectification.programs', {}).data
  const [madeId, setMadeId] = useState<string | null>(null)
  const [pastingId, setPastingId] = useState<string | null>(null)
  const pasting = programs?.find(({ id }) => id === pastingId)
  return (
    <>
      <NewProgram
        isOpen={wish !== null}
        onClose={onClose}
        onMade={(programId) => {
          onMade(programId)
          if (wish === 'programAndText') setMadeId(programId)
        }}
        // Not before: the form that closes would take the focus back.
        onGone={() => {
          setPastingId(madeId)
          setMadeId(null)
        }}
      />
      {pasting && <NoticePaste key={pasting.id} program={pasting} isOpen onClose={() => setPastingId(null)} />}
    </>
  )
}
