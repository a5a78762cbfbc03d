import { peopleTerms } from '../terms/report-people'
import type { ChapterFacts } from './chapter-facts'
import type { ReportEdit } from './edits'
import type { ReportSigners } from './frame'
import type { KnownPeople } from './without-people'

/** The names of a text; several may stand in one field. */
function namesOf(texts: readonly string[]): readonly string[] {
  const names = texts.flatMap((text) => text.split(peopleTerms.separators)).map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}

/** 联系人 is free text; only what can be nothing but a name is taken from it. */
function contactsOf(texts: readonly string[]): readonly string[] {
  return namesOf(texts).filter((part) => peopleTerms.contactName.test(part) && !peopleTerms.noName.has(part))
}

function signersOf({ preparedBy, checkedBy, approvedBy }: ReportSigners): readonly string[] {
  return [preparedBy, checkedBy, approvedBy]
}

/** Everybody whom the records of a report name, and the names of firms and projects that could contain such a name. */
export function knownPeople(
  { investment, projects, environment, revenue, rectification }: ChapterFacts,
  colleagues: readonly string[],
  edits: readonly Pick<ReportEdit, 'editedBy'>[],
): KnownPeople {
  const ofProjects = projects.projects.map(({ row }) => row.project)
  const { leads } = investment
  const findings = rectification.items.map(({ finding }) => finding)
  return {
    names: namesOf([
      ...colleagues,
      ...edits.map(({ editedBy }) => editedBy),
      ...[investment, projects, environment, revenue, rectification].flatMap(({ signers }) => signersOf(signers)),
      ...leads.flatMap(({ handler, sourcePerson }) => [handler, sourcePerson]),
      ...ofProjects.flatMap(({ leaderSponsor, steward, handler }) => [leaderSponsor, steward, handler]),
      ...contactsOf([...leads, ...ofProjects].map(({ contact }) => contact)),
      ...environment.visits.map(({ personName }) => personName),
      ...environment.matrix.officials.map(({ name }) => name),
      ...environment.demands.map(({ demand }) => demand.handler),
      ...findings.flatMap(({ leader, handler }) => [leader, handler]),
    ]),
    others: namesOf([
      ...leads.flatMap(({ title, investorName, companyName }) => [title, investorName, companyName]),
      ...ofProjects.flatMap(({ name, owner }) => [name, owner]),
      ...environment.matrix.enterprises.map(({ name }) => name),
      ...environment.visits.map(({ enterpriseName }) => enterpriseName),
      ...environment.demands.map(({ enterpriseName }) => enterpriseName),
      ...revenue.entries.flatMap(({ item, payer }) => [item, payer]),
      investment.bureau,
    ]),
  }
}
