import { parseIsoDate, type IsoDate } from '../core/dates'
import { divPoints, formatExact, parsePoints, points } from '../core/points'
import { leadClasses, leadEndings } from '../investment/record'
import { unitFactOf, type CountedLead } from '../investment/scoring-facts'
import {
  noFacts,
  type DatedFact,
  type FigureFact,
  type ItemFact,
  type ManualFact,
  type PeerFact,
  type RankFact,
  type RatioFact,
  type ScoringFacts,
  type UnitFact,
  type VetoFact,
} from '../scoring/facts'
import type { ReportedLine } from './lines'

/** What a score needs beside the lines of the unit: who it is, and what the district knows of it. */
export interface LineFactsOptions {
  /** The unit's name and aliases, for exclusion lists. */
  readonly unitNames: readonly string[]
  /** Figures that the district gives, by component id. */
  readonly manual?: Readonly<Record<string, readonly ManualFact[]>>
  readonly vetoes?: readonly VetoFact[]
  readonly peers?: Readonly<Record<string, PeerFact>>
}

const figurePrefix = 'figure/'

/** `investment.units` of `figure/investment.units`; null for a line that is no figure. */
export function figureCodeOf(line: Pick<ReportedLine, 'key' | 'kind'>): string | null {
  return line.kind === 'figure' && line.key.startsWith(figurePrefix) ? line.key.slice(figurePrefix.length) : null
}

type Detail = ReportedLine['detail']

function textOf(detail: Detail, field: string): string {
  return detail[field] ?? ''
}

function dayOf(detail: Detail, field: string): IsoDate | null {
  return parseIsoDate(textOf(detail, field))
}

function isYes(detail: Detail, field: string): boolean {
  return textOf(detail, field) === 'yes'
}

/** A text under another chapter may serve 抓招商 as well. */
function usesOf(detail: Detail): readonly string[] {
  return textOf(detail, 'uses').split(',')
}

/** The lead as scoring sees it; a word that the program does not know is a class not decided yet. */
function countedLead({ key, label, detail }: ReportedLine): CountedLead {
  const classOf = (field: string) => leadClasses.find((each) => each === detail[field])
  const registered = textOf(detail, 'isRegisteredInDistrict')
  return {
    id: key,
    title: label,
    investorName: textOf(detail, 'investorName'),
    districtClass: classOf('leadClass') ?? 'pending',
    proposedClass: classOf('proposedClass') ?? null,
    filedOn: dayOf(detail, 'filedOn'),
    backfilledOn: dayOf(detail, 'backfilledOn'),
    certifiedOn: dayOf(detail, 'certifiedOn'),
    contactedOn: dayOf(detail, 'contactedOn'),
    acceptedOn: dayOf(detail, 'acceptedOn'),
    acceptedBy: textOf(detail, 'acceptedBy'),
    landedOn: dayOf(detail, 'landedOn'),
    companyName: textOf(detail, 'companyName'),
    creditCode: textOf(detail, 'creditCode'),
    isRegisteredInDistrict: registered === '' ? null : registered === 'yes',
    duplicateOf: textOf(detail, 'duplicateOf') || null,
    ending: leadEndings.find((each) => each === detail['ending']) ?? null,
    endedOn: dayOf(detail, 'endedOn'),
  }
}

const tenThousandsOfHundredMillion = points(10_000)

/** A lead that the district gave to several units in equal parts counts for its part. */
function unitOfLead(line: ReportedLine): UnitFact {
  const { detail } = line
  const unit = unitFactOf(countedLead(line))
  const claimants = textOf(detail, 'claim') === 'split' ? Number(textOf(detail, 'claimants')) : 1
  return Number.isSafeInteger(claimants) && claimants > 1 ? { ...unit, claimants } : unit
}

/** 万元 as reported → 亿元, which is what the tiers of every known document are written in; null when it is no number. */
function hundredMillions(text: string): string | null {
  const amount = parsePoints(text)
  const share = amount && divPoints(amount, tenThousandsOfHundredMillion)
  return share ? formatExact(share) : null
}

/** Facts by key. Maps, so that a key from a file can never be anything but a key. */
interface Gathered {
  readonly units: UnitFact[]
  readonly dated: Map<string, DatedFact[]>
  readonly ratios: Map<string, RatioFact[]>
  readonly figures: Map<string, FigureFact[]>
  readonly items: Map<string, ItemFact[]>
  readonly ranks: Map<string, RankFact>
}

function add<T>(facts: Map<string, T[]>, key: string, fact: T): void {
  const known = facts.get(key)
  if (known) known.push(fact)
  else facts.set(key, [fact])
}

function addFigure(to: Gathered, code: string, { key: recordId, label, cumulative, target }: ReportedLine): void {
  if (cumulative === null) return
  add(to.figures, code, { recordId, label, on: null, value: cumulative })
  add(to.ratios, code, { recordId, label, on: null, num: cumulative, den: target })
  if (/^[1-9]\d{0,5}$/.test(cumulative)) to.ranks.set(code, { place: Number(cumulative), on: null })
}

function addProject(to: Gathered, { key: recordId, label, detail }: ReportedLine): void {
  const amount = hundredMillions(textOf(detail, 'totalInvestment'))
  if (amount === null) return
  const item = { recordId, label, amount, traits: [textOf(detail, 'stage')] }
  add(to.items, 'project', { ...item, on: null })
  const startedOn = dayOf(detail, 'startedOn')
  if (startedOn) add(to.items, 'project.started', { ...item, on: startedOn })
  const completedOn = dayOf(detail, 'completedOn')
  if (completedOn) add(to.items, 'project.completed', { ...item, on: completedOn })
}

/** What a reversed booking still counts for stands in its cumulative number. */
function addEntry(to: Gathered, { key: recordId, label, cumulative, detail }: ReportedLine): void {
  const amount = hundredMillions(cumulative ?? '')
  if (amount === null) return
  const traits = [textOf(detail, 'status')]
  add(to.items, 'entry', { recordId, label, on: dayOf(detail, 'bookedOn'), amount, traits })
}

function addLine(to: Gathered, line: ReportedLine): void {
  const { key: recordId, label, kind, stream, detail } = line
  const code = figureCodeOf(line)
  if (code !== null) addFigure(to, code, line)
  else if (kind === 'lead') to.units.push(unitOfLead(line))
  else if (kind === 'project') addProject(to, line)
  else if (kind === 'entry') addEntry(to, line)
  else if (kind === 'brief' && (stream === 'investment' || usesOf(detail).includes('investmentBrief'))) {
    const on = dayOf(detail, 'submittedOn')
    if (on) add(to.dated, 'brief', { recordId, label, on, accepted: isYes(detail, 'isAccepted') })
  } else if (kind === 'training' && stream === 'investment' && isYes(detail, 'isRequired')) {
    const num = isYes(detail, 'isAttended') ? '1' : '0'
    add(to.ratios, 'training', { recordId, label, on: dayOf(detail, 'heldOn'), num, den: '1' })
  }
}

/**
 * Lines of a return as the facts that the scoring engine reads; the records are named by their line keys.
 *
 * | line | facts |
 * |---|---|
 * | `figure/<code>` | `figures[code]`, `ratios[code]` (cumulative of target), `ranks[code]` where it is a whole number from 1 |
 * | lead | `units` |
 * | brief that serves 抓招商 | `dated.brief` |
 * | required training of 抓招商 | `ratios.training` |
 * | project | `items.project`, and `project.started`, `project.completed` on their days; amounts in 亿元, the stage as a trait |
 * | entry | `items.entry`; 区留成 in 亿元, the status as a trait |
 *
 * Lines that the district returned have to be left out by the caller.
 */
export function factsOfLines(lines: readonly ReportedLine[], options: LineFactsOptions): ScoringFacts {
  const found: Gathered = {
    units: [],
    dated: new Map(),
    ratios: new Map(),
    figures: new Map(),
    items: new Map(),
    ranks: new Map(),
  }
  for (const line of lines) addLine(found, line)
  return {
    ...noFacts,
    unitNames: options.unitNames,
    units: found.units,
    dated: Object.fromEntries(found.dated),
    ratios: Object.fromEntries(found.ratios),
    figures: Object.fromEntries(found.figures),
    items: Object.fromEntries(found.items),
    ranks: Object.fromEntries(found.ranks),
    manual: options.manual ?? {},
    peers: options.peers ?? {},
    vetoes: options.vetoes ?? [],
  }
}
