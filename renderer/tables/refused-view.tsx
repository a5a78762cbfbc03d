import { Button } from 'antd'
import { useState } from 'react'
import { CallError } from '../../shared/ipc/client'
import type { ErrorCode } from '../../shared/core/error-codes'
import type { ReadingChoice } from '../../shared/tables/contract'
import { importKinds, type ImportKind } from '../../shared/tables/reading'
import { importKindLabels } from '../../shared/terms/tables'
import { ChoiceField } from '../components/choice-field'
import { FailureNotice } from '../components/failure-notice'
import { choiceText, previewText, refusedText } from '../text/tables'
import { HeaderField } from './header-field'
import { closeImport, openImport, openSource, type ImportSource } from './import-state'

const kindOptions = importKinds.map((value) => ({ value, label: importKindLabels[value] }))
/** Refusals that a person can settle by saying where and what the table is. */
const settledByChoice: ReadonlySet<ErrorCode> = new Set(['headerNotFound', 'kindNotRecognised', 'sheetNotFound'])

interface RefusedViewProps {
  readonly source: ImportSource
  readonly choice: ReadingChoice
  readonly error: unknown
}

function sheetNames(error: unknown): readonly string[] {
  if (!(error instanceof CallError)) return []
  const { sheets } = error.failure.params
  return typeof sheets === 'string' ? sheets.split('\n').filter((name) => name !== '') : []
}

/** What to look for in the file, when the program did not find it. */
function Retry({ source, choice, error }: RefusedViewProps) {
  const [kind, setKind] = useState<ImportKind | null>(choice.kind)
  const [sheet, setSheet] = useState<string | null>(choice.sheet)
  const [headerRows, setHeaderRows] = useState<readonly number[] | null>(choice.headerRows)
  const sheets = sheetNames(error).map((value) => ({ value, label: value }))
  return (
    <div className="import-choices">
      <span className="import-choice">
        <span>{choiceText.kind}</span>
        <ChoiceField
          label={choiceText.kind}
          placeholder={choiceText.kindUnknown}
          value={kind}
          options={kindOptions}
          allowsNone
          width={150}
          onChange={setKind}
        />
      </span>
      {sheets.length > 1 && (
        <span className="import-choice">
          <span>{choiceText.sheet}</span>
          <ChoiceField
            label={choiceText.sheet}
            placeholder={choiceText.allSheets}
            value={sheet}
            options={sheets}
            allowsNone
            width={200}
            onChange={setSheet}
          />
        </span>
      )}
      <HeaderField rows={headerRows ?? []} isDisabled={false} onChange={setHeaderRows} />
      <Button
        type="primary"
        onClick={() =>
          void openSource(source, { kind, sheet, headerRows: headerRows && [...headerRows], mapping: null })
        }
      >
        {refusedText.tryAgain}
      </Button>
    </div>
  )
}

/** Why a file was not read, and what can be done. */
export function RefusedView(props: RefusedViewProps) {
  const { source, error } = props
  const isSettledByChoice = error instanceof CallError && settledByChoice.has(error.failure.code)
  return (
    <div className="import-center">
      <h1>{refusedText.title}</h1>
      {source.kind === 'file' && <p className="soft">{source.fileName}</p>}
      <FailureNotice error={error} />
      {isSettledByChoice && source.kind === 'file' && <Retry {...props} />}
      <div className="import-buttons">
        <Button onClick={openImport}>{refusedText.chooseOther}</Button>
        <Button onClick={closeImport}>{previewText.close}</Button>
      </div>
    </div>
  )
}
