import { boilerplatePattern, likenessConcepts } from '../terms/rectification-notice'

/** What is compared of a finding. */
export interface LikenessText {
  readonly title: string
  readonly category: string
  readonly detail: string
}

/** Below this likeness (0 to 100) two findings are not proposed; measured on planted pairs among 300 findings. */
export const leastLikeness = 18

/** Signs of a text that are compared; the essence of a finding stands at its beginning. */
const longestCompared = 600
/** What the title says counts more, and a known problem more than the words for it. */
const titleFactor = 1.6
const conceptFactor = 2.2
/** Below this many findings a term is taken to be as rare as among so many: a small ledger has no common words yet. */
const fewestTexts = 200
/** Added to every text's own weight: texts that share next to nothing of weight are not alike, however short they are. */
const slack = 40
/** What is shared weighs less when it is one word alone: the same subject with another problem. */
const oneWordFactor = 0.4
/** A phrase this long says more than a word. Unit: characters. */
const phraseLength = 8
/** Weight below which a term is no word of its own: one finding in ten has it. */
const leastWeight = Math.log(10)
/** For each one that is wanted, so many of the likest are looked at word by word; so many words are shown. */
const comparedForOne = 4
const mostWords = 8

function plainText(text: string): string {
  return text.slice(0, longestCompared).normalize('NFKC').toLowerCase().replace(boilerplatePattern, ' ')
}

function isLatin(run: string): boolean {
  return run.charCodeAt(0) < 128
}

/** Runs of Chinese signs, and Latin words. */
function runsOf(text: string): readonly string[] {
  return text.match(/[\u3400-\u9fff]{2,}|[a-z]{2,}/gu) ?? []
}

/** A pair of neighbouring Chinese signs as one number, or a Latin word or a concept. */
type Term = number | string

function pairAt(run: string, at: number): Term {
  return run.charCodeAt(at) * 0x10000 + run.charCodeAt(at + 1)
}

function addPairs(text: string, factor: number, factors: Map<Term, number>): void {
  for (const run of runsOf(text)) {
    if (isLatin(run)) factors.set(run, factor)
    else for (let at = 0; at + 1 < run.length; at += 1) factors.set(pairAt(run, at), factor)
  }
}

function conceptsIn(text: string): readonly string[] {
  return likenessConcepts.flatMap(({ name, pattern }) => (pattern.test(text) ? [name] : []))
}

/** Each term of a text once, with how much it counts there. */
function termsOf({ title, category, detail }: LikenessText): ReadonlyMap<Term, number> {
  const factors = new Map<Term, number>()
  const [head, body] = [plainText(title), plainText(`${category} ${detail}`)]
  addPairs(body, 1, factors)
  addPairs(head, titleFactor, factors)
  for (const concept of conceptsIn(`${head} ${body}`)) factors.set(concept, conceptFactor)
  return factors
}

/** Numbers in groups, one group after the other: `starts[group]` is where a group begins. */
interface Grouped {
  readonly starts: Int32Array
  readonly members: Int32Array
  readonly weights: Float64Array
}

/**
 * The wording of many findings as weighted pairs of neighbouring signs. A pair that many findings have weighs little,
 * so that phrases of every ledger make nothing alike.
 */
export interface LikenessIndex {
  readonly texts: readonly LikenessText[]
  readonly known: ReadonlyMap<Term, number>
  /** Rarity of each term; 0 = every text has it. */
  readonly rarity: Float64Array
  /** Terms of each text with their weight there. */
  readonly ofText: Grouped
  /** Texts of each term with its weight there. */
  readonly ofTerm: Grouped
  /** Root of the sum of the squared weights of each text. */
  readonly norms: Float64Array
}

/** The same numbers the other way round. */
function turned({ starts, members, weights }: Grouped, groups: number): Grouped {
  const next = new Int32Array(groups + 1)
  for (const member of members) next[member + 1] = (next[member + 1] ?? 0) + 1
  for (let group = 0; group < groups; group += 1) next[group + 1] = (next[group + 1] ?? 0) + (next[group] ?? 0)
  const turnedStarts = next.slice()
  const [owners, ownerWeights] = [new Int32Array(members.length), new Float64Array(members.length)]
  for (let owner = 0; owner + 1 < starts.length; owner += 1) {
    for (let at = starts[owner] ?? 0; at < (starts[owner + 1] ?? 0); at += 1) {
      const member = members[at] ?? 0
      const place = next[member] ?? 0
      next[member] = place + 1
      owners[place] = owner
      ownerWeights[place] = weights[at] ?? 0
    }
  }
  return { starts: turnedStarts, members: owners, weights: ownerWeights }
}

/** Indexes texts in their order; the work grows with their length. */
export function likenessIndex(texts: readonly LikenessText[]): LikenessIndex {
  const known = new Map<Term, number>()
  const [members, factors, starts]: [number[], number[], number[]] = [[], [], [0]]
  const frequency: number[] = []
  for (const text of texts) {
    for (const [term, factor] of termsOf(text)) {
      const id = known.get(term) ?? known.size
      if (id === known.size) known.set(term, id)
      frequency[id] = (frequency[id] ?? 0) + 1
      members.push(id)
      factors.push(factor)
    }
    starts.push(members.length)
  }
  const total = Math.max(texts.length, fewestTexts)
  const rarity = Float64Array.from(frequency, (count) => Math.log(total / count))
  const weights = Float64Array.from(members, (id, at) => (rarity[id] ?? 0) * (factors[at] ?? 0))
  const norms = Float64Array.from(texts, (_, place) => {
    let sum = slack
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at += 1) sum += (weights[at] ?? 0) ** 2
    return Math.sqrt(sum)
  })
  const ofText = { starts: Int32Array.from(starts), members: Int32Array.from(members), weights }
  return { texts, known, rarity, ofText, ofTerm: turned(ofText, known.size), norms }
}

export interface Likeness {
  readonly place: number
  /** 0 to 100. */
  readonly likeness: number
  /** Words that both have, the longest first. */
  readonly sharedWords: readonly string[]
}

/** The longest words first; one that only repeats signs of a longer one, a sign more or less, is none of its own. */
function withoutRepeats(words: readonly string[]): readonly string[] {
  const seen = new Map<Term, number>()
  return words
    .toSorted((left, right) => right.length - left.length)
    .filter((word) => {
      const before = seen.size
      addPairs(word, 1, seen)
      return seen.size - before >= Math.min(2, isLatin(word) ? 1 : word.length - 1)
    })
}

/** Parts of a run of which every pair is shared. */
function sharedParts(run: string, isShared: (term: Term) => boolean): readonly string[] {
  if (isLatin(run)) return isShared(run) ? [run] : []
  const parts: string[] = []
  let start = -1
  for (let at = 0; at < run.length; at += 1) {
    const isPair = at + 1 < run.length && isShared(pairAt(run, at))
    if (isPair && start < 0) start = at
    if (!isPair && start >= 0) {
      parts.push(run.slice(start, at + 1))
      start = -1
    }
  }
  return parts
}

/** Gives the words of one text that another has too, and the problems that both are about. */
function sharedWordsWith(index: LikenessIndex, place: number): (other: number) => readonly string[] {
  const { texts, known, rarity, ofText } = index
  const text = texts[place]
  const whole = text ? [text.title, text.detail, text.category].map(plainText).join(' ') : ''
  const [runs, concepts] = [runsOf(whole), conceptsIn(whole)]
  return (other) => {
    const terms = new Set(ofText.members.subarray(ofText.starts[other], ofText.starts[other + 1]))
    const isShared = (term: Term): boolean => {
      const id = known.get(term)
      return id !== undefined && terms.has(id) && (rarity[id] ?? 0) > leastWeight
    }
    const words = new Set([...concepts.filter(isShared), ...runs.flatMap((run) => sharedParts(run, isShared))])
    return withoutRepeats([...words])
  }
}

function byLikeness(found: readonly Likeness[]): readonly Likeness[] {
  return found.toSorted((left, right) => right.likeness - left.likeness || left.place - right.place)
}

/** What each text shares with one, as the product of their weights. */
function sharedWeights({ ofText, ofTerm, norms }: LikenessIndex, place: number): Float64Array {
  const sums = new Float64Array(norms.length)
  for (let at = ofText.starts[place] ?? 0; at < (ofText.starts[place + 1] ?? 0); at += 1) {
    const [term, weight] = [ofText.members[at] ?? 0, ofText.weights[at] ?? 0]
    if (weight <= 0) continue
    for (let to = ofTerm.starts[term] ?? 0; to < (ofTerm.starts[term + 1] ?? 0); to += 1) {
      const other = ofTerm.members[to] ?? 0
      sums[other] = (sums[other] ?? 0) + weight * (ofTerm.weights[to] ?? 0)
    }
  }
  return sums
}

interface Found {
  readonly place: number
  readonly likeness: number
}

/** The texts of the highest cosine with one, 0 to 100, the likest first; ties in the order of the texts. */
function likest(
  index: LikenessIndex,
  place: number,
  isTaken: (place: number) => boolean,
  { most, least }: { readonly most: number; readonly least: number },
): readonly Found[] {
  const { norms } = index
  const [sums, norm] = [sharedWeights(index, place), norms[place] ?? 1]
  const best: Found[] = []
  for (let other = 0; other < sums.length; other += 1) {
    const sum = sums[other] ?? 0
    // Most texts share nothing with one.
    if (sum === 0) continue
    const likeness = (100 * sum) / (norm * (norms[other] ?? 1))
    const last = best.length < most ? -1 : (best.at(-1)?.likeness ?? -1)
    if (likeness < least || likeness <= last || other === place || !isTaken(other)) continue
    const at = best.findLastIndex((each) => each.likeness >= likeness) + 1
    best.splice(at, 0, { place: other, likeness })
    if (best.length > most) best.pop()
  }
  return best
}

/** The texts most like one, among those that may be taken; ties in the order of the texts. */
export function mostAlike(
  index: LikenessIndex,
  place: number,
  isTaken: (place: number) => boolean,
  { limit, least }: { readonly limit: number; readonly least: number },
): readonly Likeness[] {
  const found = likest(index, place, isTaken, { most: limit * comparedForOne, least })
  if (found.length === 0) return []
  const wordsWith = sharedWordsWith(index, place)
  const judged: Likeness[] = []
  for (const each of found) {
    // Words only lower a likeness: behind enough likelier ones nothing more can come in.
    if (judged.filter(({ likeness }) => likeness > Math.round(each.likeness)).length >= limit) break
    const words = wordsWith(each.place)
    const isOneWord = words.length < 2 && (words[0]?.length ?? 0) < phraseLength
    const likeness = Math.min(100, Math.round(each.likeness * (isOneWord ? oneWordFactor : 1)))
    judged.push({ place: each.place, likeness, sharedWords: words.slice(0, mostWords) })
  }
  return byLikeness(judged.filter(({ likeness }) => likeness >= least)).slice(0, limit)
}
