import { Button } from 'antd'
import type { Ref } from 'react'
import type { z } from 'zod'
import type { duplicateSchema } from '../../shared/investment/contract'
import { drawerText, quickEntryText } from '../text/investment'
import { StateMark } from './state-mark'

export type Duplicate = z.output<typeof duplicateSchema>

interface DuplicateChoiceProps {
  readonly duplicates: readonly Duplicate[]
  readonly onOpen: (id: string) => void
  /** Left out where nothing waits for the answer. */
  readonly onGoOn?: () => void
  readonly openRef?: Ref<HTMLButtonElement>
}

/** 是同一家吗? The person decides; a warning, never a refusal. */
export function DuplicateChoice({ duplicates, onOpen, onGoOn, openRef }: DuplicateChoiceProps) {
  const [first] = duplicates
  if (!first) return null
  const reasons = {
    creditCode: quickEntryText.sameCode,
    sameName: quickEntryText.sameName,
    alikeName: quickEntryText.alikeName,
  } as const
  return (
    <div className="lead-duplicate" role="alert">
      <span>
        {drawerText.checkWords.warning} {first.text}
      </span>
      <span className="soft">{reasons[first.reason]}</span>
      <StateMark state={first.state} />
      <Button disabled={false} size="small" {...(openRef ? { ref: openRef } : {})} onClick={() => onOpen(first.id)}>
        {quickEntryText.openSame}
      </Button>
      {onGoOn && (
        <Button size="small" onClick={onGoOn}>
          {quickEntryText.goOn}
        </Button>
      )}
    </div>
  )
}
