import { Button } from 'antd'
import { ActionButton } from '../components/action-button'
import { useExport } from '../components/export-button'
import { call, type OutputOf } from '../desk'
import { issueText as text } from '../text/district-publish'

type Split = OutputOf<'district.openSplit'>

interface SplitPreviewProps {
  readonly split: Split
  readonly onClose: () => void
}

/** What each unit would get, and whether the table adds up, before anything is written. */
export function SplitPreview({ split, onClose }: SplitPreviewProps) {
  const exportInto = useExport()
  const { session, title, year, units, unknown, totals } = split
  const known = units.filter(({ unitId, isExcluded }) => unitId !== null && !isExcluded)
  const save = (): Promise<void> =>
    exportInto(async (folder, label) => {
      const { files, folderToken } = await call('district.saveSplit', { session, folder })
      onClose()
      return { file: { fileName: label, fileToken: folderToken }, sentence: text.splitSaved(files) }
    })
  return (
    <>
      <p>{text.split(title, year)}</p>
      {unknown.length > 0 && <p className="district-mark-missing">■ {text.unknown(unknown)}</p>}
      {totals.length > 0 && (
        <table className="district-table" aria-label={text.totals}>
          <thead>
            <tr>
              <th>{text.indicator}</th>
              <th className="number">{text.stated}</th>
              <th className="number">{text.found}</th>
              <th>{text.totals}</th>
            </tr>
          </thead>
          <tbody>
            {totals.map(({ indicator, unit, stated, found, isEqual }) => (
              <tr key={`${indicator}.${unit}`}>
                <td>{indicator}</td>
                <td className="number">{stated === null ? text.noneStated : text.withUnit(stated, unit)}</td>
                <td className="number">{text.withUnit(found, unit)}</td>
                <td className={isEqual ? '' : 'district-mark-missing'}>
                  {isEqual ? `✓ ${text.equal}` : `■ ${text.differs}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <table className="district-table" aria-label={text.unit}>
        <thead>
          <tr>
            <th>{text.unit}</th>
            <th className="number">{text.rows}</th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ name, rows, isExcluded }) => (
            <tr key={name}>
              <td>
                {name} {isExcluded && <span className="soft">{text.excluded}</span>}
              </td>
              <td className="number">{rows}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="district-line" style={{ marginTop: 12 }}>
        <ActionButton
          type="primary"
          disabled={known.length === 0 || unknown.length > 0}
          does="district.saveSplit"
          run={save}
        >
          {text.saveSplit(known.length)}
        </ActionButton>
        <Button type="text" onClick={onClose}>
          {text.discard}
        </Button>
      </div>
    </>
  )
}
