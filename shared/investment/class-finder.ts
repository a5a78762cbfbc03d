import { addPoints, comparePoints, parsePoints, points, type Points } from '../core/points'
import { regionWords } from '../terms/region-words'
import type { LeadClass, LeadRecord, Shareholding } from './record'

/** Classes from the highest down; 北京 and 国高新 are worth the same, the first named is taken. Source: 实施方案 抓招商（1）①②. */
export const classOrder = ['highQuality', 'beijing', 'nationalHiTech', 'outOfCity', 'inCity'] as const
export type ProposableClass = (typeof classOrder)[number]

export type InvestorRegion = 'beijing' | 'inCity' | 'outOfCity' | 'abroad'

/** What made a class fit. */
export type ClassCriterion =
  'top500' | 'centralSoe' | 'listed' | 'hiTechCertificate' | 'fromBeijing' | 'fromOutOfCity' | 'fromInCity'

/** Why this holder decides: more than half, the largest share, the only one, or no shares are known at all. */
export type DecidingGround = 'aboveHalf' | 'largest' | 'onlyHolder' | 'investorPlace'

/** One step of the chain: this class fits because of this holder. */
export interface ClassReason {
  readonly leadClass: ProposableClass
  readonly criterion: ClassCriterion
  readonly ground: DecidingGround
  /** The holder, or the investor where no shareholding is recorded. */
  readonly holder: string
  /** Decimal text; null when not known. */
  readonly percent: string | null
}

export type ClassCaution =
  | 'equalClasses'
  | 'jointLargest'
  | 'percentUnknown'
  | 'largestUnknown'
  | 'regionUnknown'
  | 'registeredOutside'
  | 'nothingKnown'
  | 'smallHolderIgnored'

/** A proposal with its reasons, the chosen class first. The district decides; this is never a district fact. */
export interface ClassProposal {
  readonly leadClass: ProposableClass | null
  readonly reasons: readonly ClassReason[]
  readonly cautions: readonly ClassCaution[]
}

const half = points(50)

/** Reads a place as written; `homeCity` holds the names of our own city. Null when nothing is written. */
export function investorRegionOf(place: string, homeCity: readonly string[]): InvestorRegion | null {
  const text = place.normalize('NFKC').replace(/\s/g, '')
  if (text === '') return null
  if (homeCity.some((name) => name !== '' && text.startsWith(name)) || regionWords.inCity.includes(text))
    return 'inCity'
  if (regionWords.beijing.some((name) => text.startsWith(name))) return 'beijing'
  if (regionWords.abroad.some((name) => text.startsWith(name))) return 'abroad'
  return 'outOfCity'
}

interface Decider {
  readonly holding: Shareholding
  readonly ground: DecidingGround
}

interface Deciders {
  readonly deciders: readonly Decider[]
  readonly cautions: readonly ClassCaution[]
}

function percentOf(holding: Shareholding): Points | null {
  return holding.percent === null ? null : parsePoints(holding.percent)
}

/** The holders that decide: above 50 %, else those with the largest share. Source: 指标定义④, used for 主要投资 as well. */
function decidersOf(holdings: readonly Shareholding[]): Deciders {
  const aboveHalf = holdings.filter((holding) => {
    const percent = percentOf(holding)
    return percent !== null && comparePoints(percent, half) > 0
  })
  if (aboveHalf.length > 0) {
    return { deciders: aboveHalf.map((holding) => ({ holding, ground: 'aboveHalf' })), cautions: [] }
  }
  const marked = holdings.filter((holding) => holding.isLargest)
  if (marked.length > 0) return largest(marked)
  const [only] = holdings
  if (only && holdings.length === 1) {
    return { deciders: [{ holding: only, ground: 'onlyHolder' }], cautions: ['percentUnknown'] }
  }
  const known = holdings.flatMap((holding) => {
    const percent = percentOf(holding)
    return percent === null ? [] : [{ holding, percent }]
  })
  const top = known.reduce<Points | null>(
    (best, { percent }) => (best === null || comparePoints(percent, best) > 0 ? percent : best),
    null,
  )
  if (top === null) return { deciders: [], cautions: ['largestUnknown'] }
  if (known.length < holdings.length && !outweighs(top, known)) return { deciders: [], cautions: ['largestUnknown'] }
  return largest(known.filter(({ percent }) => comparePoints(percent, top) === 0).map(({ holding }) => holding))
}

/** Whether a share is the largest whatever the unknown ones are: the rest of the whole is not above it. */
function outweighs(top: Points, known: readonly { readonly percent: Points }[]): boolean {
  const sum = addPoints(top, ...known.map(({ percent }) => percent))
  return comparePoints(sum, points(100)) >= 0
}

function largest(holdings: readonly Shareholding[]): Deciders {
  return {
    deciders: holdings.map((holding) => ({ holding, ground: 'largest' })),
    cautions: holdings.length > 1 ? ['jointLargest'] : [],
  }
}

function fittingClasses(
  holding: Shareholding,
): readonly { readonly leadClass: ProposableClass; readonly criterion: ClassCriterion }[] {
  const { region } = holding
  return [
    holding.isTop500 && { leadClass: 'highQuality' as const, criterion: 'top500' as const },
    holding.isCentralSoeTier23 && { leadClass: 'highQuality' as const, criterion: 'centralSoe' as const },
    holding.isListed && { leadClass: 'highQuality' as const, criterion: 'listed' as const },
    region === 'beijing' && { leadClass: 'beijing' as const, criterion: 'fromBeijing' as const },
    holding.hasHiTechCertificate && {
      leadClass: 'nationalHiTech' as const,
      criterion: 'hiTechCertificate' as const,
    },
    (region === 'beijing' || region === 'outOfCity' || region === 'abroad') && {
      leadClass: 'outOfCity' as const,
      criterion: 'fromOutOfCity' as const,
    },
    region === 'inCity' && { leadClass: 'inCity' as const, criterion: 'fromInCity' as const },
  ].filter((fit) => fit !== false)
}

function reasonsOf({ holding, ground }: Decider): readonly ClassReason[] {
  return fittingClasses(holding).map((fit) => ({ ...fit, ground, holder: holding.holder, percent: holding.percent }))
}

function isInteresting(holding: Shareholding): boolean {
  return (
    holding.isTop500 ||
    holding.isCentralSoeTier23 ||
    holding.isListed ||
    holding.hasHiTechCertificate ||
    holding.region === 'beijing'
  )
}

/** Only the place of the investor is known: the regional classes can still be told. */
function investorHolding(lead: LeadRecord, homeCity: readonly string[]): Shareholding {
  return {
    holder: lead.investorName,
    percent: null,
    isLargest: false,
    region: investorRegionOf(lead.investorRegion, homeCity),
    hasHiTechCertificate: false,
    isTop500: false,
    isCentralSoeTier23: false,
    isListed: false,
  }
}

function rank(leadClass: LeadClass): number {
  return classOrder.findIndex((known) => known === leadClass)
}

function decidersOfLead(lead: LeadRecord, homeCity: readonly string[]): Deciders {
  if (lead.shareholdings.length > 0) return decidersOf(lead.shareholdings)
  const holding = investorHolding(lead, homeCity)
  if (holding.region === null) return { deciders: [], cautions: ['nothingKnown'] }
  return { deciders: [{ holding, ground: 'investorPlace' }], cautions: [] }
}

/**
 * The class that the recorded facts point to, with the whole chain of reasons; the highest fitting class once.
 * Source: 实施方案 抓招商 指标定义③—⑥; a lead that is not registered yet is read as 拟在本区注册.
 */
export function proposeClass(lead: LeadRecord, homeCity: readonly string[]): ClassProposal {
  const { deciders, cautions } = decidersOfLead(lead, homeCity)
  const reasons = deciders.flatMap(reasonsOf).toSorted((left, right) => rank(left.leadClass) - rank(right.leadClass))
  const found: ClassCaution[] = [...cautions]
  if (deciders.some(({ holding }) => holding.region === null)) found.push('regionUnknown')
  const fits = (leadClass: ProposableClass): boolean => reasons.some((reason) => reason.leadClass === leadClass)
  if (fits('beijing') && fits('nationalHiTech') && !fits('highQuality')) found.push('equalClasses')
  const decisive = new Set(deciders.map(({ holding }) => holding))
  if (lead.shareholdings.some((holding) => !decisive.has(holding) && isInteresting(holding))) {
    found.push('smallHolderIgnored')
  }
  if (lead.isRegisteredInDistrict === false) {
    return { leadClass: null, reasons, cautions: [...found, 'registeredOutside'] }
  }
  return { leadClass: reasons[0]?.leadClass ?? null, reasons, cautions: found }
}
