import { readFileSync } from 'node:fs'
import { peersOf } from '../../../shared/district/peer-facts'
import { rankCategory, type Contender } from '../../../shared/district/ranking'
import type { RankedUnit } from '../../../shared/district/record'
import { factsOfLines } from '../../../shared/exchange/line-facts'
import type { ReportedLine } from '../../../shared/exchange/lines'
import type { AwardPlan } from '../../../shared/scoring/award-plan'
import { evaluateExactly } from '../../../shared/scoring/evaluate'
import { readRule, readScheme } from '../../../shared/scoring/read-rule'
import type { Scheme } from '../../../shared/scoring/scheme'
import { shippedSchemes } from '../../../shared/scoring/schemes'
import { day, fixture, valueOf } from '../../builders'
import { aLead, aLine } from './returns'

function jsonOf(name: string): unknown {
  return JSON.parse(readFileSync(fixture(`district/${name}.json`), 'utf8'))
}

/** A scheme of the fixtures; 第三类 has the one that ships with the program. */
export function schemeNamed(name: string): Scheme {
  const [shipped] = shippedSchemes()
  if (name === 'scheme-cat3' && shipped) return shipped
  return valueOf(readScheme(jsonOf(name)))
}

export function planNamed(name: string): AwardPlan {
  const read = valueOf(readRule('awards', jsonOf(name)))
  if (read.kind !== 'awards') throw new Error('a plan')
  return read.document
}

const accepted = {
  certifiedOn: '2022-01-11',
  contactedOn: '2022-01-12',
  acceptedOn: '2022-01-13',
  acceptedBy: '示例园区',
}

/** So many effective leads of 市外优质, one 指标 each. */
export function leads(count: number): ReportedLine[] {
  return Array.from({ length: count }, (_, index) =>
    aLead(`l${index}`, { happenedOn: day('2022-01-10'), detail: accepted }),
  )
}

/** An accepted text in each of the first months. */
export function texts(months: number): ReportedLine[] {
  return Array.from({ length: months }, (_, index) => {
    const submittedOn = `2022-${String(index + 1).padStart(2, '0')}-15`
    return aLine({ key: `brief/b${index}`, kind: 'brief', evidence: 1, detail: { isAccepted: 'yes', submittedOn } })
  })
}

export interface Given {
  readonly name: string
  readonly lines: readonly ReportedLine[] | null
  readonly cooperate?: string
  readonly isOptional?: boolean
  readonly standing?: Contender['standing']
  /** Ids of vetoes of the scheme. */
  readonly vetoes?: readonly string[]
}

/** Units of one category, evaluated by a scheme and put in order. */
export function rankedBy(scheme: Scheme | null, category: 1 | 2 | 3 | 4, given: readonly Given[], all = given) {
  const asOf = day(`${scheme?.year ?? 2022}-12-31`)
  const compared = new Map(
    [...new Set([...given, ...all])].map((each) => {
      const manual = each.cooperate === undefined ? {} : { cooperate: [aFigureGiven(each.cooperate)] }
      const vetoes = (each.vetoes ?? []).map((vetoId) => ({ vetoId, on: day('2019-01-05'), docRef: '' }))
      const facts = each.lines && factsOfLines(each.lines, { unitNames: [each.name], manual, vetoes })
      return [each, { unit: { name: each.name }, facts }] as const
    }),
  )
  const of = (list: readonly Given[]) => list.flatMap((each) => compared.get(each) ?? [])
  const peers = scheme ? peersOf(scheme, of(given), of(all)) : () => ({})
  const contenders = given.map((each): Contender => {
    const entry = compared.get(each)
    const facts = entry?.facts ?? null
    const score = scheme && entry && facts ? evaluateExactly(scheme, { ...facts, peers: peers(entry) }, asOf) : null
    const vetoes = (each.vetoes ?? []).flatMap((id): RankedUnit['vetoes'] => {
      const veto = scheme?.vetoes.find((known) => known.id === id)
      return veto ? [{ clause: veto.clause, on: day('2019-01-05'), effect: veto.effect }] : []
    })
    return {
      unit: { id: each.name, name: each.name, isOptional: each.isOptional ?? false },
      standing: each.standing ?? (each.lines ? 'reported' : 'missing'),
      score,
      lines: each.lines ?? [],
      vetoes,
      before: null,
    }
  })
  return rankCategory(category, scheme, contenders)
}

function aFigureGiven(value: string) {
  return { value, evidence: null, docRef: '区里通知', givenOn: null }
}

/** 单位, 名次, 得分 in the order of the list. */
export function places(ranking: ReturnType<typeof rankedBy>) {
  return ranking.units.map(({ unit, rank, score }) => [unit, rank, score])
}
