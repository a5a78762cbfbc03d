import { useState } from 'react'
import { ActionButton } from '../components/action-button'
import { ExportButton } from '../components/export-button'
import { call, type OutputOf } from '../desk'
import { drawerText as text } from '../text/rectification-steps'
import { ClosurePrint } from './closure-print'

interface ClosureActionsProps {
  readonly findingId: string
  readonly cycle: number
}

/** 打印销号单 and 导出销号单 of a cycle. */
export function ClosureActions({ findingId, cycle }: ClosureActionsProps) {
  const [form, setForm] = useState<OutputOf<'rectification.closureForm'> | null>(null)
  return (
    <>
      <ActionButton
        size="small"
        does="reading"
        run={async () => setForm(await call('rectification.closureForm', { findingId, cycle }))}
      >
        {text.print}
      </ActionButton>
      <ExportButton
        size="small"
        write={(folder) => call('rectification.exportClosureForm', { findingId, cycle, folder })}
        sentenceOf={() => text.exportedForm}
      >
        {text.export}
      </ExportButton>
      {form && <ClosurePrint form={form} onDone={() => setForm(null)} />}
    </>
  )
}
