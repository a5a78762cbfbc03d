import { Input, Modal, type InputRef } from 'antd'
import { useEffect, useMemo, useRef, useState, type CompositionEvent, type KeyboardEvent } from 'react'
import type { SearchHit } from '../../shared/search/contract'
import { searchKindLabels, searchRoomLabels } from '../../shared/terms/search'
import { openTarget } from '../app/open-target'
import { FailureNotice } from '../components/failure-notice'
import { isComposing } from '../components/ime'
import { useCall } from '../desk'
import { searchTexts } from '../text/search'
import './search.css'
import { closeSearch, useSearch } from './search-state'

/** Unit: milliseconds from the last key to the search. */
const restMs = 120
const hitsPerRoom = 8

/** The typed text once typing rests; never in the middle of a composition. */
function useRested(text: string, isHeld: boolean): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    if (isHeld) return
    const timer = window.setTimeout(() => setRested(text.trim()), restMs)
    return () => window.clearTimeout(timer)
  }, [text, isHeld])
  return rested
}

function Hit({ hit, isChosen, id }: { readonly hit: SearchHit; readonly isChosen: boolean; readonly id: string }) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={isChosen}
      className="search-hit"
      onClick={() => {
        closeSearch()
        openTarget(hit.target)
      }}
    >
      <span className="search-kind">{searchKindLabels[hit.kind]}</span>
      <span className="search-title">{hit.title}</span>
      {hit.excerpt !== '' && <span className="search-excerpt">{hit.excerpt}</span>}
    </div>
  )
}

function Results({
  text,
  chosen,
  onHits,
}: {
  readonly text: string
  readonly chosen: number
  readonly onHits: (hits: readonly SearchHit[]) => void
}) {
  const answer = useCall('search.find', { text, limit: hitsPerRoom }, { enabled: text !== '', keepsPrevious: true })
  const groups = text === '' ? undefined : answer.data?.groups
  const hits = useMemo(() => (groups ?? []).flatMap((group) => group.hits), [groups])
  useEffect(() => onHits(hits), [hits, onHits])
  if (answer.error) return <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />
  if (text === '') return <p className="search-note">{searchTexts.hint}</p>
  if (!answer.data) return <p className="search-note">{searchTexts.searching}</p>
  if (answer.data.total === 0) return <p className="search-note">{searchTexts.nothing(text)}</p>
  return (
    <div
      role="listbox"
      id="search-results"
      aria-label={searchTexts.results(answer.data.total)}
      className="search-results"
    >
      {answer.data.groups.map((group) => (
        <div key={group.room} role="group" aria-label={searchRoomLabels[group.room]}>
          <div className="search-room">
            {searchTexts.room(searchRoomLabels[group.room], group.hits.length, group.total, group.isMore)}
          </div>
          {group.hits.map((hit) => {
            const place = hits.indexOf(hit)
            return (
              <Hit
                key={`${hit.kind}/${hit.recordId}`}
                id={`search-hit-${place}`}
                hit={hit}
                isChosen={place === chosen}
              />
            )
          })}
        </div>
      ))}
    </div>
  )
}

function SearchPanel() {
  const text = useSearch((state) => state.text)
  const [isHeld, setIsHeld] = useState(false)
  const [hits, setHits] = useState<readonly SearchHit[]>([])
  const [chosen, setChosen] = useState(0)
  const rested = useRested(text, isHeld)
  const field = useRef<InputRef>(null)
  useEffect(() => field.current?.focus({ cursor: 'all' }), [])
  const takeHits = useMemo(
    () => (next: readonly SearchHit[]) => {
      setHits(next)
      setChosen(0)
    },
    [],
  )
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && hits.length > 0) {
      event.preventDefault()
      setChosen((chosen + step + hits.length) % hits.length)
    }
    const hit = hits[chosen]
    if (event.key !== 'Enter' || !hit || rested !== text.trim()) return
    event.preventDefault()
    closeSearch()
    openTarget(hit.target)
  }
  return (
    <>
      <Input
        ref={field}
        role="combobox"
        aria-label={searchTexts.label}
        aria-expanded={hits.length > 0}
        aria-controls="search-results"
        aria-activedescendant={hits.length > 0 ? `search-hit-${chosen}` : undefined}
        placeholder={searchTexts.placeholder}
        size="large"
        maxLength={100}
        value={text}
        onChange={(event) => useSearch.setState({ text: event.target.value })}
        onCompositionStart={() => setIsHeld(true)}
        onCompositionEnd={(_event: CompositionEvent) => setIsHeld(false)}
        onKeyDown={onKeyDown}
      />
      <Results text={rested} chosen={chosen} onHits={takeHits} />
    </>
  )
}

/** 搜索: over all records and attachment names, from anywhere by Ctrl+K. */
export function SearchPalette() {
  const isOpen = useSearch((state) => state.isOpen)
  return (
    <Modal
      open={isOpen}
      onCancel={closeSearch}
      footer={null}
      title={searchTexts.title}
      width={720}
      destroyOnHidden
      style={{ top: 48 }}
    >
      <SearchPanel />
    </Modal>
  )
}
