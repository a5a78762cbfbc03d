import { z } from 'zod'
import { err, ok, type Result } from '../core/result'
import { ruleProblems, ruleTerms } from '../terms/rules'
import { awardPlanSchema } from './award-plan'
import type { RuleDocument, RuleRow } from './contract'
import { schemeSchema, type Scheme } from './scheme'

type Issue = z.core.$ZodIssue

const named = z.object({ name: z.string().min(1) })

/** An entry of a list by its name, else by its number or key. */
function nameAt(value: unknown, step: PropertyKey): string {
  const entry = Array.isArray(value) ? named.safeParse(value[Number(step)]) : null
  return entry?.success ? entry.data.name : String(step)
}

/** `components › 指标考核 › units › inCity › filed`: entries of a list by their name, so that a person finds the place. */
function placeOf(document: unknown, path: readonly PropertyKey[]): string {
  let here: unknown = document
  return path
    .map((step) => {
      const name = nameAt(here, step)
      here = typeof here === 'object' && here !== null ? Reflect.get(here, step) : undefined
      return name
    })
    .join(' › ')
}

function problemOf(issue: Issue): string {
  const word = issue.code === 'custom' ? issue.message : issue.code
  const problem = ruleProblems[word] ?? ruleProblems[issue.code] ?? issue.message
  return issue.code === 'unrecognized_keys' ? ruleTerms.unknownKeys(problem, issue.keys) : problem
}

function read<T>(schema: z.ZodType<T>, document: unknown): Result<T> {
  const result = schema.safeParse(document)
  if (result.success) return ok(result.data)
  const [issue] = result.error.issues
  return err('schemeInvalid', {
    at: issue ? placeOf(document, issue.path) : '',
    problem: issue ? problemOf(issue) : '',
  })
}

/** A scheme from outside; refused with the first thing that is wrong and where it is. */
export function readScheme(document: unknown): Result<Scheme> {
  return read(schemeSchema, document)
}

/** The same for a rule of either kind. */
export function readRule(kind: RuleRow['kind'], document: unknown): Result<RuleDocument> {
  if (kind === 'scheme') {
    const scheme = readScheme(document)
    return scheme.ok ? ok({ kind, document: scheme.value }) : scheme
  }
  const plan = read(awardPlanSchema, document)
  return plan.ok ? ok({ kind, document: plan.value }) : plan
}

/** Something that is wrong with a rule, and where. */
export interface RuleProblem {
  readonly path: readonly PropertyKey[]
  readonly problem: string
}

/** Everything that is wrong with a rule, so that a form can say it beside each field; empty for one that can be saved. */
export function problemsOfRule(kind: RuleRow['kind'], document: unknown): readonly RuleProblem[] {
  const result = kind === 'scheme' ? schemeSchema.safeParse(document) : awardPlanSchema.safeParse(document)
  return result.error?.issues.map((issue) => ({ path: issue.path, problem: problemOf(issue) })) ?? []
}
