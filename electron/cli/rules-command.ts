import { yearOf } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { RuleRow } from '../../shared/scoring/contract'
import { cliText } from '../../shared/terms/cli'
import { ruleTerms as texts } from '../../shared/terms/rules'
import type { Context } from '../context'
import { parseGuardedJson } from '../exchange/guarded-json'
import { ruleHandlers, saveRule } from '../scoring/rule-handlers'
import { valueOf, type Arguments } from './arguments'
import { quietScope, type Command, type CommandOutcome } from './command'
import { readInput } from './read-input'

const misuse: CommandOutcome = { ok: false, error: { message: cliText.usage } }
const ruleFileBytes = 4 * 1024 * 1024

/** A rule file as JSON; an award plan is told by its awards. */
function readRuleFile(file: string): Result<{ readonly kind: RuleRow['kind']; readonly rule: unknown }> {
  const bytes = readInput(file, ruleFileBytes)
  if (!bytes.ok) return bytes
  const rule = parseGuardedJson(bytes.value)
  if (typeof rule !== 'object' || rule === null) return err('schemeInvalid', { at: file, problem: texts.noJson })
  return ok({ kind: 'composite' in rule ? 'awards' : 'scheme', rule })
}

/** `rules list [--year Y]`: every version of the rules of a year. */
async function list(context: Context, args: Arguments): Promise<CommandOutcome> {
  const year = Number(valueOf(args, 'year') ?? yearOf(context.today()))
  if (!Number.isInteger(year)) return misuse
  const rows = await ruleHandlers['scoring.rules'](context, { year }, quietScope)
  if (!rows.ok) return rows
  return ok({ json: rows.value, text: rows.value.length === 0 ? texts.nothing : rows.value.map(texts.row).join('\n') })
}

/** `rules try FILE`: every result that the rule would change. */
async function tryFile(context: Context, args: Arguments): Promise<CommandOutcome> {
  const file = args.words[2]
  if (file === undefined) return misuse
  const given = readRuleFile(file)
  if (!given.ok) return given
  const tried = await ruleHandlers['scoring.trial'](context, given.value, quietScope)
  if (!tried.ok) return tried
  const { changes, compared, problem } = tried.value
  const rows = changes.map(({ subject, what, from, to }) => texts.change(subject, what, from, to))
  const text = problem === '' ? [...rows, texts.tried(compared, changes.length)].join('\n') : problem
  return ok({ json: tried.value, text })
}

function save(context: Context, args: Arguments, kind: RuleRow['kind'], rule: unknown, status: 'draft' | 'issued') {
  const reason = valueOf(args, 'reason') ?? (status === 'draft' ? texts.imported : '')
  return saveRule(context, { rule, kind, status, reason })
}

/** `rules import FILE`: keeps it as a draft, by which no official score is computed. */
function importFile(context: Context, args: Arguments): CommandOutcome {
  const file = args.words[2]
  if (file === undefined) return misuse
  const given = readRuleFile(file)
  if (!given.ok) return given
  const { kind, rule } = given.value
  const saved = save(context, args, kind, rule, 'draft')
  return saved.ok ? ok({ json: { ...saved.value, status: 'draft' }, text: texts.savedAs('draft') }) : saved
}

/** `rules issue DOCUMENT VERSION --reason R`: puts a draft into force from its day on. */
async function issue(context: Context, args: Arguments): Promise<CommandOutcome> {
  const [documentId, version] = args.words.slice(2)
  if (documentId === undefined || version === undefined) return misuse
  const found = await ruleHandlers['scoring.rule'](context, { documentId, version }, quietScope)
  if (!found.ok) return found
  const { kind, document } = found.value.rule
  const saved = save(context, args, kind, document, 'issued')
  return saved.ok ? ok({ json: { ...saved.value, status: 'issued' }, text: texts.savedAs('issued') }) : saved
}

const actions: Readonly<Record<string, Command['run']>> = { list, try: tryFile, import: importFile, issue }

/** 考核规则 on the command line. */
export const rulesCommand: Command = {
  needsStore: true,
  run: (context, args) => {
    const name = args.words[1] ?? ''
    const run = Object.hasOwn(actions, name) ? actions[name] : undefined
    return run ? run(context, args) : misuse
  },
}
