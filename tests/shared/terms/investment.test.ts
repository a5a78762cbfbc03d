import { expect, test } from 'vitest'
import { leadRecordSchema } from '../../../shared/investment/record'
import { leadClassLabel, leadStateLabel, leadTerms, missingFactLabel } from '../../../shared/terms/investment'
import { proposalLabel } from '../../../shared/terms/investment-checks'

test('every field of a lead has a term, and no two share a label', () => {
  expect(Object.keys(leadTerms).toSorted()).toEqual(Object.keys(leadRecordSchema.shape).toSorted())
  const labels = Object.values(leadTerms).map(({ label }) => label)
  expect(new Set(labels).size).toBe(labels.length)
})

test('the words of the office', () => {
  expect([leadStateLabel('effective'), leadStateLabel('landed')]).toEqual(['有效', '落地'])
  expect([leadClassLabel('highQuality'), leadClassLabel('nationalHiTech')]).toEqual(['高质量项目', '国高新项目'])
  expect(missingFactLabel('acceptedOn')).toBe('“街道园区确认接收”的日期')
  expect(missingFactLabel('landedOn')).toBe('注册日期')
  expect([proposalLabel(null), proposalLabel('inCity')]).toEqual(['暂不能提出', '市内优质'])
})
