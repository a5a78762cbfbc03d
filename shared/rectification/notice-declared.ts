import {
  broadAspectPattern,
  declaredPatterns,
  keyIssueWordPattern,
  levelWords,
  narrowAspectPattern,
} from '../terms/rectification-notice'
import { tightText } from './notice-lines'
import { declaredKeys, type Declared, type DeclaredKey, type ProgramFields } from './record'
import { foldDigits, wholeNumber } from './text-numbers'

export interface DeclaredFigure {
  readonly count: number
  /** As the notice writes it: `3大类`, `四个方面`. */
  readonly quote: string
}

export interface DeclaredFigures {
  readonly figures: ReadonlyMap<DeclaredKey, DeclaredFigure>
  /** What the notice calls its first two levels; null where it does not say. */
  readonly levelNames: ProgramFields['levelNames'] | null
}

function figureIn(sentence: string, pattern: RegExp): DeclaredFigure | null {
  const match = pattern.exec(sentence)
  const count = wholeNumber(match?.[1] ?? '')
  return match && count !== null && count <= 100_000 ? { count, quote: match[0] } : null
}

function firstIn(sentence: string, patterns: readonly RegExp[]): DeclaredFigure | null {
  for (const pattern of patterns) {
    const figure = figureIn(sentence, pattern)
    if (figure) return figure
  }
  return null
}

type Entry = readonly [DeclaredKey, DeclaredFigure]

function entriesOf(sentence: string): readonly Entry[] {
  const entries = declaredKeys.flatMap((key): readonly Entry[] => {
    const figure = firstIn(sentence, declaredPatterns[key])
    return figure ? [[key, figure]] : []
  })
  const [broad, narrow] = [figureIn(sentence, broadAspectPattern), figureIn(sentence, narrowAspectPattern)]
  if (!broad || !narrow) return entries
  // 大类 above 方面: 方面 is the second level, unless the sentence has a word of its own for that.
  const others = entries.filter(([key]) => key !== 'aspects')
  return others.some(([key]) => key === 'keyIssues')
    ? [['aspects', broad], ...others]
    : [['aspects', broad], ['keyIssues', narrow], ...others]
}

function levelNamesOf(figures: ReadonlyMap<DeclaredKey, DeclaredFigure>): DeclaredFigures['levelNames'] {
  const [aspects, keyIssues] = [figures.get('aspects'), figures.get('keyIssues')]
  if (!aspects && !keyIssues) return null
  return {
    aspect: aspects?.quote.includes(levelWords.broad) === true ? levelWords.broad : levelWords.aspect,
    keyIssue:
      keyIssueWordPattern.exec(keyIssues?.quote ?? '')?.[0] ?? (keyIssues ? levelWords.aspect : levelWords.keyIssue),
  }
}

/**
 * How many of each a notice says it holds. The sentence with the most figures speaks first; others only add what it
 * leaves open. Source: 巡视整改通报 「四个方面13个重点问题、30个具体问题、36个问题表现和11条意见建议」.
 */
export function declaredFigures(text: string): DeclaredFigures {
  const sentences = text
    .split(/[。；;\n]/u)
    .map((sentence) => entriesOf(foldDigits(tightText(sentence.slice(0, 2000)))))
  const figures = new Map<DeclaredKey, DeclaredFigure>()
  for (const entries of sentences.toSorted((left, right) => right.length - left.length))
    for (const [key, figure] of entries) if (!figures.has(key)) figures.set(key, figure)
  return { figures, levelNames: levelNamesOf(figures) }
}

export function declaredCounts({ figures }: DeclaredFigures): Declared {
  return Object.fromEntries([...figures].map(([key, { count }]) => [key, count]))
}
