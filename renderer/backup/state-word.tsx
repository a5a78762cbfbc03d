import type { Backup } from '../../shared/backup/contract'
import { backupStateLabels } from '../../shared/terms/backup'

const lights = { verified: 'normal', damaged: 'overdue', unproven: 'near' } as const

/** 校验完好, 已损坏 or 未校验 as shape and word. */
export function StateWord({ state }: { readonly state: Backup['state'] }) {
  const { sign, word } = backupStateLabels[state]
  return (
    <span className={`light light-${lights[state]}`}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  )
}
