import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insertLead, readLeads, toLeadRecord, type LeadRow } from '../../db/repositories/investment'
import { readLeadsNear } from '../../db/repositories/lead-duplicates'
import { duplicateIndexOf, findDuplicates } from '../../shared/investment/duplicates'
import { emptyLead } from '../../shared/investment/empty-lead'
import { normaliseCompanyName } from '../../shared/registry/company-name'
import { aStore, day, leadValues, writing } from '../builders'

const places = ['天津', '石家庄', '（天津）', '东丽']
const trades = ['医疗器械', '医疗设备', '检测', '新能源']
const forms = ['有限公司', '有限责任公司', '公司', '']

const aName = fc
  .tuple(
    fc.constantFrom(...places),
    fc.constantFrom(...trades),
    fc.constantFrom('', ' ', '·'),
    fc.constantFrom(...forms),
  )
  .map((parts) => parts.join(''))
const aCode = fc.constantFrom('', '91120110MA0000001D', '91120110ma0000001d', '91120110MA0000002G')

test('reading only the leads near one finds the same duplicates as comparing with every lead', async () => {
  const store = await aStore()
  const names = fc.sample(fc.tuple(aName, fc.oneof(fc.constant(''), aName), aCode), { numRuns: 120, seed: 7 })
  writing(store, (db) => {
    for (const [index, [investorName, companyName, creditCode]] of names.entries()) {
      const known = { investorName, investorKey: normaliseCompanyName(investorName), companyName, creditCode }
      // The column types of an insert are those of a whole row once the defaults are given.
      insertLead(db, { handler: '', backfilledFields: [], ...leadValues(`l${index}`, known) } as LeadRow)
    }
  })
  const asOf = day('2022-12-31')
  const all = duplicateIndexOf(readLeads(store.read), asOf)
  fc.assert(
    fc.property(aName, fc.oneof(fc.constant(''), aName), aCode, (investorName, companyName, creditCode) => {
      const asked = { ...toLeadRecord({ ...emptyLead, ...blank }), investorName, companyName, creditCode }
      const near = duplicateIndexOf(readLeadsNear(store.read, asked), asOf)
      const ids = (index: typeof all): string[] =>
        findDuplicates(asked, index, { withAlike: true })
          .map(({ leadId, kind }) => `${leadId}/${kind}`)
          .toSorted()
      expect(ids(near)).toEqual(ids(all))
    }),
    { numRuns: 100 },
  )
})

const blank = {
  id: 'asked',
  investorKey: '',
  batchId: null,
  sourceRow: null,
  isSample: false,
  createdAt: '',
  updatedAt: '',
}
