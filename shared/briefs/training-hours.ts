import { addPoints, comparePoints, formatExact, parsePoints, zeroPoints, type Points } from '../core/points'
import type { TrainingRecord } from './record'

export interface PersonHours {
  readonly personName: string
  /** Trainings attended. */
  readonly times: number
  /** Exact decimal text. Unit: 学时. */
  readonly hours: string
}

/** Trainings and 学时 of each person over held trainings, most 学时 first; hours not given are those of the training. */
export function hoursByPerson(trainings: readonly TrainingRecord[]): readonly PersonHours[] {
  const sums = new Map<string, { times: number; hours: Points }>()
  for (const training of trainings) {
    if (training.status !== 'held') continue
    for (const { personName, hours } of training.attendees) {
      const sum = sums.get(personName) ?? { times: 0, hours: zeroPoints }
      const own = parsePoints(hours === '' ? training.hours : hours) ?? zeroPoints
      sums.set(personName, { times: sum.times + 1, hours: addPoints(sum.hours, own) })
    }
  }
  return [...sums]
    .toSorted(
      ([leftName, left], [rightName, right]) =>
        comparePoints(right.hours, left.hours) || leftName.localeCompare(rightName, 'zh'),
    )
    .map(([personName, { times, hours }]) => ({ personName, times, hours: formatExact(hours) }))
}
