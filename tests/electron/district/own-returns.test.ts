import { expect, it } from 'vitest'
import { summaryPackage } from '../../../electron/exchange/summary-package'
import { findChecks } from '../../../shared/district/checks'
import type { ReportedLine } from '../../../shared/exchange/lines'
import { aBureau, valueOf } from '../../builders'
import { aReturn, before, periodNamed } from '../../shared/district/returns'

/** What the program itself sends of a bureau's real ledger must give no false hit: only the missing files are true. */
it.each([
  ['2022Q1', '2022Q2', '2022Q3', '2022Q4'],
  ['2022-04', '2022-05', '2022-06', '2022-07'],
])(
  'the summaries of the sample bureau hold from %s to %s, %s and %s',
  async (...keys) => {
    const service = await aBureau()
    await service.call('settings.loadSample', {})
    let last: { readonly key: string; readonly lines: readonly ReportedLine[] } | null = null
    for (const key of keys) {
      const { payload } = valueOf(summaryPackage(service.context, service.store(), key, { withContacts: false }))
      const about = last ? { before: before(last.key, last.lines) } : {}
      expect(payload.lines.length).toBeGreaterThan(20)
      const found = findChecks(
        [aReturn(payload.lines, { ...about, asOf: payload.asOf, nil: payload.nil })],
        periodNamed(key),
      )
      expect(
        found
          .filter(({ code }) => code !== 'evidenceMissing')
          .map(({ code, lineKey, text }) => [key, code, lineKey, text]),
      ).toEqual([])
      last = { key, lines: payload.lines }
    }
  },
  60_000,
)
