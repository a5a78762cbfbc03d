import { describe, expect, it } from 'vitest'
import { applyVerdicts, type ClaimShare, type LineDecision } from '../../../shared/district/apply-verdicts'
import { lineState } from '../../../shared/district/line-state'
import type { ReportedLine } from '../../../shared/exchange/lines'
import { aFigure, aLead, aLine } from './returns'

function decision(line: ReportedLine, verdict: LineDecision['verdict'], approved: string | null = null): LineDecision {
  const by = { reason: '核实材料', decidedBy: '核验人', decidedOn: '2022-07-04' }
  return { lineKey: line.key, verdict, approved, reported: lineState(line), ...by }
}

const half: ClaimShare = {
  kind: 'split',
  claimants: 2,
  reason: '共同引进',
  decidedBy: '核验人',
  decidedOn: '2022-07-05',
}

describe('the return as the district approves it', () => {
  const lead = aLead('a')
  const other = aLead('b')
  const filed = aFigure('investment.filed', {
    target: '4',
    cumulative: '2',
    rate: '50.0%',
    parts: [lead.key, other.key],
  })
  const lines = [filed, lead, other]

  it('is what was reported as long as nothing was decided', () => {
    expect(applyVerdicts(lines, [])).toEqual({ lines, verdicts: new Map(), outdated: new Map() })
  })

  it('leaves out returned lines, and the figure follows, with its rate', () => {
    const { lines: approved, verdicts } = applyVerdicts(lines, [decision(lead, 'returned')])
    expect(approved).toEqual([{ ...filed, cumulative: '1', rate: '25.0%' }, other])
    expect(verdicts.get(lead.key)).toMatchObject({
      verdict: 'returned',
      reported: 'outOfCity',
      approved: null,
      origin: 'person',
    })
    expect(verdicts.get(filed.key)).toMatchObject({
      verdict: 'adjusted',
      reported: '2',
      approved: '1',
      origin: 'parts',
      reason: '随所含明细的核定相应调整',
      decidedBy: '核验人',
      decidedOn: '2022-07-04',
    })
  })

  it('never changes what the bureau reported', () => {
    const before = structuredClone(lines)
    applyVerdicts(lines, [decision(lead, 'returned'), decision(filed, 'adjusted', '1')], new Map([[other.key, half]]))
    expect(lines).toEqual(before)
  })

  it('takes the approved number of a figure before what its lines come to', () => {
    const { lines: approved } = applyVerdicts(lines, [decision(lead, 'returned'), decision(filed, 'adjusted', '3')])
    expect(approved[0]).toMatchObject({ cumulative: '3', rate: '75.0%' })
  })

  it('lets a figure stand that was accepted though a line of it was returned', () => {
    const { lines: approved, verdicts } = applyVerdicts(lines, [
      decision(lead, 'returned'),
      decision(filed, 'accepted'),
    ])
    expect(approved[0]).toEqual(filed)
    expect(verdicts.get(filed.key)).toMatchObject({ verdict: 'accepted', reported: '2', approved: '2' })
  })

  it('sets the class of a lead', () => {
    const { lines: approved } = applyVerdicts(lines, [decision(lead, 'adjusted', 'inCity')])
    expect(approved[1]?.detail['leadClass']).toBe('inCity')
    expect(approved[0]).toEqual(filed)
  })

  it('passes a changed figure on to the figure that adds it up', () => {
    const part = aFigure('part', { unit: '万元', cumulative: '10.5' })
    const sum = aFigure('sum', { unit: '万元', cumulative: '12.5', parts: ['figure/part', 'figure/other'] })
    const { lines: approved } = applyVerdicts([sum, part], [decision(part, 'adjusted', '8')])
    expect(approved.map(({ cumulative }) => cumulative)).toEqual(['10', '8'])
  })

  it('passes a returned record on through two figures', () => {
    const whole = aFigure('whole', { cumulative: '2', parts: [filed.key] })
    const { lines: approved } = applyVerdicts([whole, ...lines], [decision(lead, 'returned')])
    expect(approved.slice(0, 2).map(({ cumulative }) => cumulative)).toEqual(['1', '1'])
  })

  it('does not run in circles when a package lets figures name each other', () => {
    const left = aFigure('left', { cumulative: '1', parts: ['figure/right'] })
    const right = aFigure('right', { cumulative: '1', parts: ['figure/left', lead.key] })
    const { lines: approved } = applyVerdicts([left, right, lead], [decision(lead, 'returned')])
    expect(approved.map(({ cumulative }) => cumulative)).toEqual(['0', '0'])
  })

  it('takes off the booked amount of a returned entry', () => {
    const entry = aLine({ key: 'entry/a', kind: 'entry', stream: 'revenue', unit: '万元', cumulative: '2.25' })
    const sum = aFigure('revenue.districtRetained', { unit: '万元', cumulative: '5.5', parts: [entry.key] })
    expect(applyVerdicts([sum, entry], [decision(entry, 'returned')]).lines).toEqual([
      { ...sum, cumulative: '3.25', rate: '' },
    ])
  })

  it('counts a split lead by halves and says so on the line', () => {
    const { lines: approved, verdicts } = applyVerdicts(lines, [], new Map([[lead.key, half]]))
    expect(approved[0]).toMatchObject({ cumulative: '1.5' })
    expect(approved[1]?.detail).toMatchObject({ claim: 'split', claimants: '2' })
    expect(verdicts.get(lead.key)).toMatchObject({ verdict: 'accepted', reason: '共同引进', origin: 'claim' })
  })

  it('counts a shared lead whole', () => {
    const { lines: approved } = applyVerdicts(lines, [], new Map([[lead.key, { ...half, kind: 'shared' }]]))
    expect(approved[0]).toEqual(filed)
    expect(approved[1]?.detail).toMatchObject({ claim: 'shared', claimants: '2' })
  })

  it('sets the class and the share of one lead', () => {
    const { lines: approved } = applyVerdicts(
      lines,
      [decision(lead, 'adjusted', 'inCity')],
      new Map([[lead.key, half]]),
    )
    expect(approved[1]?.detail).toMatchObject({ leadClass: 'inCity', claim: 'split', claimants: '2' })
  })
})

describe('a verdict of an earlier edition', () => {
  const lead = aLead('a', { evidence: 0 })
  const returned = decision(lead, 'returned')

  it('holds while the bureau reports the same', () => {
    expect(applyVerdicts([aLead('a', { evidence: 0, label: '改了名称' })], [returned]).lines).toEqual([])
  })

  it('is outdated and no longer applied once the line says something else', () => {
    const corrected = aLead('a', { evidence: 2 })
    const { lines, verdicts, outdated } = applyVerdicts([corrected], [returned])
    expect(lines).toEqual([corrected])
    expect(verdicts.size).toBe(0)
    expect(outdated.get(lead.key)).toBe(returned)
  })

  it('is of no matter when the line is gone', () => {
    expect(applyVerdicts([], [returned])).toEqual({ lines: [], verdicts: new Map(), outdated: new Map() })
  })
})
