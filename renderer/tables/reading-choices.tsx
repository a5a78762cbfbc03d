import { Select } from 'antd'
import { useState } from 'react'
import type { Preview, PreviewTable } from '../../shared/tables/contract'
import { importKinds } from '../../shared/tables/reading'
import { importKindLabels } from '../../shared/terms/tables'
import { ChoiceField } from '../components/choice-field'
import { choiceText } from '../text/tables'
import { HeaderField } from './header-field'
import { headerRowsText } from './header-rows'
import { choose, useImport } from './import-state'

const kindOptions = importKinds.map((value) => ({ value, label: importKindLabels[value] }))
const allSheets = ''

/** Fields of all columns, with one column changed; a field belongs to one column only. */
function mappingWith(table: PreviewTable, index: number, field: string | null): Record<string, string | null> {
  return Object.fromEntries(
    table.columns.map((column) => {
      if (column.index === index) return [String(column.index), field]
      return [String(column.index), column.field === field ? null : column.field]
    }),
  )
}

interface ChoicesProps {
  readonly preview: Preview
  readonly table: PreviewTable
}

function Mapping({ preview, table }: ChoicesProps) {
  const isBusy = useImport((state) => state.isBusy)
  const options = [
    { value: '', label: choiceText.notImported },
    ...table.fields.map(({ field, label }) => ({ value: field, label })),
  ]
  const onlyThis = preview.tables.length > 1 ? { sheet: table.sheet } : {}
  return (
    <div className="import-mapping">
      {table.columns.map(({ index, letters, header, field }) => (
        <div key={index}>
          <span className="soft">{letters}</span>
          <span className="import-mapping-header" title={header}>
            {header}
          </span>
          <Select
            size="small"
            aria-label={choiceText.fieldOf(letters, header)}
            value={field ?? ''}
            options={options}
            disabled={isBusy}
            popupMatchSelectWidth={false}
            className={field ? '' : 'import-unmapped'}
            onChange={(value) => void choose({ ...onlyThis, mapping: mappingWith(table, index, value || null) })}
          />
        </div>
      ))}
    </div>
  )
}

/** Sheet, kind, header rows and columns: how the file is read, all changeable. */
export function ReadingChoices({ preview, table }: ChoicesProps) {
  const [isMappingOpen, setIsMappingOpen] = useState(false)
  const isBusy = useImport((state) => state.isBusy)
  const chosenSheet = useImport((state) => state.choice.sheet)
  const onlyThis = preview.tables.length > 1 ? { sheet: table.sheet } : {}
  const sheets = [
    { value: allSheets, label: choiceText.allSheets },
    ...preview.sheets.map(({ name, rowCount, isHidden }) => ({
      value: name,
      label: choiceText.sheetLabel(name, rowCount, isHidden),
    })),
  ]
  const mapped = table.columns.filter(({ field }) => field !== null).length
  return (
    <>
      <div className="import-choices">
        {preview.sheets.length > 1 && (
          <span className="import-choice">
            <span>{choiceText.sheet}</span>
            <ChoiceField
              label={choiceText.sheet}
              value={chosenSheet ?? allSheets}
              options={sheets}
              width={220}
              isDisabled={isBusy}
              onChange={(sheet) => void choose({ sheet: sheet || null, headerRows: null, mapping: null })}
            />
          </span>
        )}
        <span className="import-choice">
          <span>{choiceText.kind}</span>
          <ChoiceField
            label={choiceText.kind}
            value={table.kind}
            options={kindOptions}
            width={140}
            isDisabled={isBusy}
            onChange={(kind) => kind && void choose({ ...onlyThis, kind, mapping: null })}
          />
        </span>
        <HeaderField
          key={headerRowsText(table.headerRows)}
          rows={table.headerRows}
          isDisabled={isBusy}
          onChange={(rows) => void choose({ ...onlyThis, headerRows: [...rows], mapping: null })}
        />
        <button
          type="button"
          className="link"
          aria-expanded={isMappingOpen}
          onClick={() => setIsMappingOpen(!isMappingOpen)}
        >
          <span aria-hidden="true">{isMappingOpen ? '▾ ' : '▸ '}</span>
          {choiceText.mapping(mapped, table.columns.length)}
        </button>
        {table.isMappingRemembered && (
          <span className="import-mark" title={choiceText.rememberedHint}>
            {choiceText.remembered}
          </span>
        )}
      </div>
      {isMappingOpen && <Mapping preview={preview} table={table} />}
    </>
  )
}
