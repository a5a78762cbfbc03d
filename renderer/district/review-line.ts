import { leadClasses } from '../../shared/investment/record'
import { leadClassLabel } from '../../shared/terms/investment'
import type { OutputOf } from '../desk'
import { districtText } from '../text/district'
import { unitReviewText as text } from '../text/district-review'

export type ReviewLine = OutputOf<'district.review'>['lines'][number]

/** A class by its label; a word that a later version may bring shows as it is. */
function classText(id: string): string {
  const known = leadClasses.find((each) => each === id)
  return known ? leadClassLabel(known) : id
}

/** What was reported, as people read it: the number of a figure, the class of a lead, else the state. */
export function reportedOf({ line }: ReviewLine): string {
  const leadClass = line.kind === 'lead' ? line.detail['leadClass'] : null
  if (leadClass) return classText(leadClass)
  if (line.cumulative !== null) return text.withUnit(line.cumulative, line.unit)
  return line.status || districtText.none
}

/** 核定 where it differs from what was reported. */
export function approvedOf({ line, verdict }: ReviewLine): string {
  const approved = verdict?.approved ?? null
  if (approved === null) return districtText.none
  return line.kind === 'lead' ? classText(approved) : text.withUnit(approved, line.unit)
}
