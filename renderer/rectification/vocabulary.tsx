import { Button, Checkbox } from 'antd'
import { findingStatuses, rectSources, type StatusWord } from '../../shared/rectification/record'
import { usualVocabulary } from '../../shared/rectification/status'
import { findingStatusLabels } from '../../shared/terms/rectification'
import { ChoiceField } from '../components/choice-field'
import { TextField } from '../components/text-field'
import { programsText as text } from '../text/rectification'
import { optionsOf } from './filter-choices'
import { doubleWord } from './program-draft'
import type { ProgramPartProps } from './program-fields'

const statusOptions = optionsOf(findingStatuses, findingStatusLabels)
const newWord: StatusWord = { label: '', status: 'inProgress', countsAsDone: false, countsInDenominator: true }

/** The programme's own words, what each counts as, and whether it is in the numerator and the denominator. */
export function Vocabulary({ draft, onChange }: ProgramPartProps) {
  const { vocabulary } = draft
  const double = doubleWord(vocabulary)
  const set = (index: number, part: Partial<StatusWord>): void =>
    onChange({ vocabulary: vocabulary.map((word, at) => (at === index ? { ...word, ...part } : word)) })
  const source = rectSources.find((each) => each === draft.source) ?? 'special'
  return (
    <section className="section">
      <h2>{text.groups.words}</h2>
      <p className="soft rect-tight">{text.wordsHint}</p>
      <table className="ledger rect-words">
        <thead>
          <tr>
            <th>{text.word}</th>
            <th>{text.wordStatus}</th>
            <th>{text.countsAsDone}</th>
            <th>{text.countsInDenominator}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {vocabulary.map((word, index) => (
            // Words have no id, and typing must not move the focus.
            <tr key={index}>
              <td>
                <TextField
                  value={word.label}
                  label={text.wordOf(word.label, text.word)}
                  onChange={(label) => set(index, { label })}
                  maxLength={40}
                />
              </td>
              <td>
                <ChoiceField
                  value={word.status}
                  options={statusOptions}
                  label={text.wordOf(word.label, text.wordStatus)}
                  onChange={(status) => set(index, { status: status ?? word.status })}
                  width={130}
                />
              </td>
              <td>
                <Checkbox
                  checked={word.countsAsDone}
                  aria-label={text.wordOf(word.label, text.countsAsDone)}
                  onChange={({ target }) => set(index, { countsAsDone: target.checked })}
                />
              </td>
              <td>
                <Checkbox
                  checked={word.countsInDenominator}
                  aria-label={text.wordOf(word.label, text.countsInDenominator)}
                  onChange={({ target }) => set(index, { countsInDenominator: target.checked })}
                />
              </td>
              <td>
                <Button
                  size="small"
                  type="text"
                  aria-label={text.removeWord(word.label)}
                  onClick={() => onChange({ vocabulary: vocabulary.filter((_each, at) => at !== index) })}
                >
                  {text.removeShort}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {double !== null && (
        <p className="field-error" role="alert">
          {text.doubleWord(double)}
        </p>
      )}
      <div className="rect-actions">
        <Button size="small" onClick={() => onChange({ vocabulary: [...vocabulary, newWord] })}>
          {text.addWord}
        </Button>
        <Button size="small" onClick={() => onChange({ vocabulary: usualVocabulary(source) })}>
          {text.usualWords}
        </Button>
      </div>
    </section>
  )
}
