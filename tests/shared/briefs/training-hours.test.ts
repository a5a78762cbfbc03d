import { expect, it } from 'vitest'
import type { TrainingRecord } from '../../../shared/briefs/record'
import { hoursByPerson } from '../../../shared/briefs/training-hours'
import { day } from '../../builders'

function aTraining(fields: Partial<TrainingRecord>): TrainingRecord {
  return {
    id: 'training-1',
    stream: 'environment',
    title: '政策培训',
    heldOn: day('2022-05-10'),
    status: 'held',
    isRequired: true,
    isAttended: true,
    attendeeCount: null,
    hours: '2',
    place: '',
    handler: '',
    attendees: [],
    isSample: false,
    ...fields,
  }
}

it('学时 of each person: own where given, else those of the training; what is planned does not count', () => {
  const both = [
    { personName: '营商干部01', hours: '' },
    { personName: '营商干部02', hours: '0.5' },
  ]
  const trainings = [
    aTraining({ attendees: both }),
    aTraining({ hours: '1.5', attendees: [{ personName: '营商干部02', hours: '' }] }),
    aTraining({ hours: '', attendees: [{ personName: '营商干部02', hours: '' }] }),
    aTraining({ status: 'planned', attendees: both }),
  ]
  expect(hoursByPerson(trainings)).toEqual([
    { personName: '营商干部01', times: 1, hours: '2' },
    { personName: '营商干部02', times: 3, hours: '2' },
  ])
})
