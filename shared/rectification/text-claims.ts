import { comparePoints, formatExact, subPoints } from '../core/points'
import {
  allDonePattern,
  clauseMarks,
  findingClaimPattern,
  fullRatePattern,
  noClaimPattern,
  openWordPattern,
  otherClaimPattern,
  remainingPattern,
  restDonePattern,
  textCheckTexts,
} from '../terms/rectification-notice'
import type { NoticeTree } from './notice'
import type { FindingKind } from './record'
import type { SelfCheckIssue } from './statistics-contract'
import { paragraphsOf, percentText, shareOf, type Figure, type Sentence } from './text-figures'
import { sumOf } from './text-percents'
import { listIn, progressListsOf } from './text-sums'

/** 「30个具体问题已全部完成整改，完成率100%」. */
interface Claim {
  readonly words: string
  readonly sentence: Sentence
  /** Of the findings that were fed back, and not of everything. */
  readonly isOfFindings: boolean
}

function claimIn(sentence: Sentence): Claim | null {
  const { text } = sentence
  const all = allDonePattern.exec(text)
  const rate = fullRatePattern.exec(text)
  const match = all ?? rate
  if (!match) return null
  let start = match.index
  while (start > 0 && !clauseMarks.includes(text[start - 1] ?? '')) start -= 1
  const end = Math.max(match.index + match[0].length, rate && all ? rate.index + rate[0].length : 0)
  const before = text.slice(start, match.index)
  // A rate stands behind its subject; the words of 全部 stand in their own clause.
  const subject = all ? text.slice(start, end) : text.slice(0, end)
  if (noClaimPattern.test(before) || otherClaimPattern.test(subject)) return null
  return { words: text.slice(start, end), sentence, isOfFindings: findingClaimPattern.test(subject) }
}

interface Open {
  readonly text: string
  readonly quote: string
}

/** 「241户中210户已按标准完成，其余正在推进」: a whole of which not all is done. */
function openQuantityIn(sentence: Sentence): Open | null {
  const list = listIn(sentence)
  const total = list?.totals.at(-1)
  const done = list?.parts.filter(({ progress }) => progress === 'done') ?? []
  if (!total || done.length === 0 || restDonePattern.test(sentence.text)) return null
  const sum = sumOf(done)
  if (comparePoints(sum, total.value) >= 0) return null
  const share = shareOf(sum, total.value)
  if (!share) return null
  const [first] = done
  const rest = formatExact(subPoints(total.value, sum))
  const doneText = total.scale.n === 1n ? formatExact(sum) : (first?.text ?? '')
  const said = textCheckTexts.openOf(total.text, doneText, rest, total.unit, percentText(share))
  return { text: said, quote: sentence.text }
}

function isOpenFigure({ progress }: Figure): boolean {
  return (
    progress === 'notDone' || progress === 'inProgress' || progress === 'basicallyDone' || progress === 'phasedDone'
  )
}

/** What the general part of a text says is open, where no list of its own accounts for it. */
function openSaidIn(sentence: Sentence, claim: Claim, isAccounted: boolean): Open | null {
  const said = sentence.figures.filter(isOpenFigure)
  const words = textCheckTexts.listed(
    said.map(({ text, unit, words: own }) => `${text}${unit}${own.split('|')[1] ?? ''}`),
  )
  const isRemaining = remainingPattern.test(sentence.text) && !isAccounted
  if (said.length > 0 && (sentence === claim.sentence || isRemaining))
    return { text: textCheckTexts.openSaid(words), quote: sentence.text }
  // A list with its own rate speaks of something else than the claim.
  const isOwn = sentence === claim.sentence || /[%％]/u.test(sentence.text)
  return isOwn || !openWordPattern.test(sentence.text) ? null : openQuantityIn(sentence)
}

interface Place {
  readonly where: string
  readonly kind: FindingKind | null
  readonly text: string
}

function placesOf({ items, sections }: NoticeTree): readonly Place[] {
  return [
    ...items.map(({ no, title, kind, detail }) => ({ where: textCheckTexts.item(no, title), kind, text: detail })),
    ...sections.map(({ no, title, text }) => ({ where: textCheckTexts.section(no, title), kind: null, text })),
  ]
}

/** Items that a claim about the findings speaks of; sections hold findings too. */
function isFinding({ kind }: Place): boolean {
  return kind === null || kind === 'specific' || kind === 'audit'
}

/** 全部, 均已 or 100% beside quantities that are still open. Source: product F5; domain §7 G08, G13. */
export function claimIssues(text: string, tree: NoticeTree | null): readonly SelfCheckIssue[] {
  const general = paragraphsOf(tree ? tree.rest : text).flat()
  const claims = general.flatMap((sentence) => claimIn(sentence) ?? [])
  const [claim] = claims
  if (!claim) return []
  const made = (where: string, { text: open, quote }: Open, { words }: Claim): SelfCheckIssue => ({
    code: 'allDoneBesideOpen',
    severity: 'warning',
    text: textCheckTexts.allDone(where, open, words),
    quote,
    findingId: null,
    programId: null,
  })
  const isAccounted = progressListsOf(general).some(({ parts }) => parts.some(isOpenFigure))
  const bySentence = new Map(claims.map((each) => [each.sentence, each]))
  const ofEverything = claims.find(({ isOfFindings }) => !isOfFindings)
  const inGeneral = general.flatMap((sentence) => {
    const own = bySentence.get(sentence) ?? claim
    const open = openSaidIn(sentence, own, isAccounted)
    return open ? [made('', open, own)] : []
  })
  const inPlaces = (tree ? placesOf(tree) : []).flatMap((place) => {
    const about = isFinding(place) ? claim : ofEverything
    if (!about) return []
    return paragraphsOf(place.text)
      .flat()
      .flatMap((sentence) => {
        const open = openQuantityIn(sentence)
        return open ? [made(place.where, open, about)] : []
      })
  })
  return [...inGeneral, ...inPlaces]
}
