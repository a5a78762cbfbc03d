import { useKept } from '../app/kept'
import { showRecord } from '../app/screen'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { SearchField } from '../components/text-field'
import { useCall } from '../desk'
import { recurrenceText } from '../text/rectification-follow-up'

const text = recurrenceText.library
const initial = { words: '' }
/** Measures shown at once; a narrower search shows the others. */
const most = 100

/** 改法库: measures that worked, by words of the problem or of the measure. */
export function MeasureLibrary() {
  const [{ words }, change] = useKept('rectification.library', initial)
  const { data, error, refetch } = useCall(
    'rectification.library',
    { text: words, limit: most },
    { keepsPrevious: true },
  )
  const { columns } = text
  return (
    <>
      <div className="rect-bar">
        <SearchField value={words} onSearch={(next) => change({ words: next })} label={text.search} width={340} />
        {data && data.total > 0 && <span className="soft figures">{text.count(data.rows.length, data.total)}</span>}
      </div>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data?.rows.length === 0 && <EmptyState text={words === '' ? text.empty : text.emptyFiltered} />}
      {data && data.rows.length > 0 && (
        <table className="ledger rect-library">
          <thead>
            <tr>
              <th scope="col">{columns.text}</th>
              <th scope="col">{columns.result}</th>
              <th scope="col">{columns.finding}</th>
              <th scope="col">{columns.doneOn}</th>
              <th scope="col" className="number">
                {columns.reopened}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ measureId, text: said, result, finding, doneOn, reopenCount }) => (
              <tr key={measureId}>
                <td>{said}</td>
                <td>{result || text.none}</td>
                <td>
                  <button type="button" className="link" onClick={() => showRecord(finding.id)}>
                    {finding.title}
                  </button>
                  <span className="soft rect-beside">
                    {recurrenceText.place(finding.programTitle, finding.originYears)}
                  </span>
                </td>
                <td className="rect-nowrap">{doneOn ?? text.none}</td>
                <td className="number">{reopenCount === 0 ? text.none : reopenCount}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
