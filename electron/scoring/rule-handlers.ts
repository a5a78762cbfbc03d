import type { ReadDb } from '../../db/access'
import {
  findPeriodUsing,
  findRuleDocument,
  insertRuleDocument,
  readRuleDocument,
  updateRuleDocument,
} from '../../db/repositories/rule-documents'
import type { IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { Handlers, Input, Output } from '../../shared/ipc/procedure'
import type { RuleDocument, RuleRow, scoringContract } from '../../shared/scoring/contract'
import { readRule } from '../../shared/scoring/read-rule'
import { compareVersions } from '../../shared/scoring/schemes'
import { openedStore, writeIntent, type Context } from '../context'
import { newestIssued, ruleColumns } from './accept-rules'
import { knownRules, rulesAt, type KnownRule } from './stored-rules'
import { tryRule } from './try-rule'

type Own = 'scoring.rules' | 'scoring.rule' | 'scoring.trial' | 'scoring.saveRule' | 'scoring.retireRule'
type Save = (typeof scoringContract)['scoring.saveRule']

/** Whether scores of its year are computed by it today. */
function isInForce(db: ReadDb, { document }: RuleDocument, today: IsoDate): boolean {
  const { schemes, awards } = rulesAt(db, document.year, today)
  const isIt = ({ id, version }: { readonly id: string; readonly version: string }): boolean =>
    id === document.id && version === document.version
  return [...schemes.values()].some(isIt) || (awards !== null && isIt(awards))
}

function presentRule(db: ReadDb, rule: KnownRule, today: IsoDate): RuleRow {
  const { row } = rule
  const { kind, documentId, version, name, year, category, effectiveFrom, docRef } = ruleColumns(rule)
  return {
    id: row?.id ?? null,
    kind,
    documentId,
    version,
    name,
    year,
    category,
    effectiveFrom,
    status: row?.status ?? 'issued',
    source: row?.source ?? 'shipped',
    docRef,
    reason: row?.reason ?? '',
    savedBy: row?.savedBy ?? '',
    savedAt: row?.savedAt ?? '',
    isInForce: isInForce(db, rule, today),
  }
}

/** A version is kept once, a draft may be written anew; a document in force is only followed by a later version. */
function checkVersion(db: ReadDb, { document }: RuleDocument): Result<null> {
  const { id, version, name } = document
  const rules = knownRules(db)
  const known = rules.find((rule) => rule.document.id === id && rule.document.version === version)
  if (known && known.row?.status !== 'draft') return err('ruleVersionTaken', { name, version })
  const current = newestIssued(rules, id)
  if (current !== null && compareVersions(version, current) < 0) return err('ruleVersionOlder', { version, current })
  return ok(null)
}

/** Saves a rule as a draft of this PC, or issues it. */
export function saveRule(context: Context, input: Input<Save>): Result<Output<Save>> {
  const { rule: given, kind, status } = input
  const store = openedStore(context)
  if (!store.ok) return store
  const read = readRule(kind, given)
  if (!read.ok) return read
  const reason = input.reason.trim()
  if (reason === '') return err('ruleNeedsReason')
  const rule = read.value
  const { id: documentId, version, name } = rule.document
  const intent = status === 'issued' ? 'scoring.issueRule' : 'scoring.saveRule'
  return writeIntent(context, intent, { title: `${name} ${version}`, value: reason }, (db) => {
    const checked = checkVersion(db, rule)
    if (!checked.ok) return checked
    const draft = findRuleDocument(db, documentId, version)
    const id = draft?.id ?? context.newId()
    const saved = { status, reason, savedBy: context.actor(), savedAt: context.now() }
    if (draft) updateRuleDocument(db, id, { ...ruleColumns(rule), ...saved })
    else
      insertRuleDocument(db, { ...ruleColumns(rule), ...saved, id, source: 'own', receivedId: null, isSample: false })
    return ok({ id })
  })
}

/** 考核规则. */
export const ruleHandlers: Handlers<Pick<typeof scoringContract, Own>, Context> = {
  'scoring.rules': (context, { year }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const { read } = store.value
    const ofYear = knownRules(read).filter(({ document }) => document.year === year)
    return ok(ofYear.map((rule) => presentRule(read, rule, context.today())))
  },

  'scoring.rule': (context, { documentId, version }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const { read } = store.value
    const rule = knownRules(read).find(({ document }) => document.id === documentId && document.version === version)
    if (!rule) return err('notFound')
    // The kind and its document stay together.
    const document = { kind: rule.kind, document: rule.document } as RuleDocument
    return ok({ row: presentRule(read, rule, context.today()), rule: document })
  },

  'scoring.trial': (context, { rule, kind }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    return tryRule(context, store.value, kind, rule)
  },

  'scoring.saveRule': saveRule,

  'scoring.retireRule': (context, { id, reason: given }) => {
    const reason = given.trim()
    if (reason === '') return err('ruleNeedsReason')
    const store = openedStore(context)
    if (!store.ok) return store
    const row = readRuleDocument(store.value.read, id)
    if (!row) return err('notFound')
    const { documentId, version, name } = row
    const period = findPeriodUsing(store.value.read, documentId, version)
    if (period !== null) return err('ruleInUse', { name, version, period })
    return writeIntent(context, 'scoring.retireRule', { title: `${name} ${version}`, value: reason }, (db) => {
      updateRuleDocument(db, id, { status: 'retired', reason })
      return ok({})
    })
  },
}
