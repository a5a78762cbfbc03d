import { Button, Checkbox } from 'antd'
import { useState, type FocusEvent } from 'react'
import type { Shareholding } from '../../shared/investment/record'
import { dropDraft, useDraft } from '../app/kept'
import { ChoiceField } from '../components/choice-field'
import { TextField } from '../components/text-field'
import { classText as text } from '../text/investment'
import type { LeadEditing } from './lead-editing'

interface Holders {
  /** Null: as stored. */
  readonly rows: readonly Shareholding[] | null
}
const asStored: Holders = { rows: null }

const newHolder: Shareholding = {
  holder: '',
  percent: null,
  isLargest: false,
  region: null,
  hasHiTechCertificate: false,
  isTop500: false,
  isCentralSoeTier23: false,
  isListed: false,
}

const regions = (['beijing', 'inCity', 'outOfCity', 'abroad'] as const).map((value) => ({
  value,
  label: text.regions[value],
}))

const marks = [
  { name: 'isLargest', label: text.largest },
  { name: 'hasHiTechCertificate', label: text.hiTech },
  { name: 'isTop500', label: text.top500 },
  { name: 'isCentralSoeTier23', label: text.soe },
  { name: 'isListed', label: text.listed },
] as const

/** Full-width digits and a percent sign are accepted. */
function plainPercent(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/[\s%]/g, '')
  return plain === '' ? null : plain
}

function isPercent(percent: string | null): boolean {
  return percent === null || (/^\d{1,3}(\.\d{1,8})?$/.test(percent) && Number(percent) <= 100)
}

/** Who holds how much; saved when the table is left. */
export function Shareholdings({ editing }: { readonly editing: LeadEditing }) {
  const { lead } = editing.detail
  const key = `lead-holders.${lead.id}`
  const [draft, setDraft] = useDraft<Holders>(key, asStored)
  const [isWrong, setIsWrong] = useState(false)
  const rows = draft.rows ?? lead.shareholdings
  const write = async (next: readonly Shareholding[]): Promise<void> => {
    const wrong = next.some(({ percent }) => !isPercent(percent))
    setIsWrong(wrong)
    if (wrong) return
    const named = next.filter(({ holder, percent }) => holder.trim() !== '' || percent !== null)
    const isSame = JSON.stringify(named) === JSON.stringify(lead.shareholdings)
    if (isSame || (await editing.save({ shareholdings: named }))) dropDraft(key)
  }
  const change = (index: number, part: Partial<Shareholding>): readonly Shareholding[] => {
    const next = rows.map((row, at) => (at === index ? { ...row, ...part } : row))
    setDraft({ rows: next })
    return next
  }
  const leave = (event: FocusEvent<HTMLElement>): void => {
    if (draft.rows === null || event.currentTarget.contains(event.relatedTarget)) return
    void write(draft.rows)
  }
  return (
    <div className="holders" role="group" aria-label={text.holders} onBlur={leave}>
      {rows.length === 0 && <p className="soft">{text.noHolders}</p>}
      {rows.map((row, index) => (
        // Holders have no key of their own; their order is theirs.
        // oxlint-disable-next-line react/no-array-index-key
        <div className="holder" key={index}>
          <TextField
            label={text.holder}
            placeholder={text.holder}
            value={row.holder}
            onChange={(holder) => change(index, { holder })}
          />
          <TextField
            label={text.percent}
            placeholder={text.percent}
            value={row.percent ?? ''}
            onChange={(typed) => change(index, { percent: plainPercent(typed) })}
            hasError={!isPercent(row.percent)}
            width={96}
          />
          <ChoiceField
            label={text.region}
            value={row.region}
            options={regions}
            onChange={(region) => change(index, { region })}
            width={92}
          />
          <Button
            size="small"
            onClick={() => {
              const next = rows.filter((_row, at) => at !== index)
              setDraft({ rows: next })
              void write(next)
            }}
          >
            {text.removeHolder}
          </Button>
          <div className="holder-marks">
            {marks.map(({ name, label }) => (
              <Checkbox
                key={name}
                checked={row[name]}
                onChange={(event) => change(index, { [name]: event.target.checked })}
              >
                {label}
              </Checkbox>
            ))}
          </div>
        </div>
      ))}
      {isWrong && (
        <div className="field-error" role="alert">
          {text.percentWrong}
        </div>
      )}
      <Button size="small" onClick={() => setDraft({ rows: [...rows, newHolder] })}>
        {text.addHolder}
      </Button>
    </div>
  )
}
