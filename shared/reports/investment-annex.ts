import type { IsoDate } from '../core/dates'
import { formatChineseDate } from '../terms/dates'
import type { LeadRecord } from '../investment/record'
import { annexHeaders, classCell, completionTerms, leadHeaders, investmentText, reportTerms } from '../terms/reports'
import { isLanded } from './lead-rows'
import type { ReportSection } from './section'
import { shortDate, stackedLines } from './annex-cells'
import type { InvestmentFacts, InvestmentFigures } from './investment-figures'
import { fillText } from './sentences'

function dated(template: string, day: IsoDate | null): string {
  return day === null ? '' : fillText(template, { on: shortDate(day) })
}

function annexRow(lead: LeadRecord, index: number, units: string): readonly string[] {
  return [
    String(index + 1),
    lead.title,
    stackedLines(lead.investorName, lead.investorRegion),
    classCell(lead.districtClass) || reportTerms.none,
    stackedLines(shortDate(lead.filedOn), lead.platformNo),
    stackedLines(dated(annexHeaders.certifiedOn, lead.certifiedOn), dated(annexHeaders.contactedOn, lead.contactedOn)),
    stackedLines(lead.acceptedBy, shortDate(lead.acceptedOn)),
    isLanded(lead) ? stackedLines(lead.companyName, lead.creditCode, shortDate(lead.landedOn)) : annexHeaders.notLanded,
    units,
    lead.remark,
  ]
}

/** The detail of every lead behind the numbers, as 附件 on landscape pages; none when there is no lead. */
export function investmentAnnexes(facts: InvestmentFacts, figures: InvestmentFigures): ReportSection['annexes'] {
  if (figures.leads.length === 0) return []
  const center = 'center' as const
  const columns = [
    { label: reportTerms.serialNo, share: 45, align: center },
    { label: leadHeaders.title, share: 125, align: 'left' as const },
    { label: annexHeaders.investor, share: 120, align: 'left' as const },
    { label: leadHeaders.districtClass, share: 75, align: center },
    { label: annexHeaders.filed, share: 115, align: center },
    { label: annexHeaders.checked, share: 135, align: center },
    { label: annexHeaders.accepted, share: 95, align: center },
    { label: annexHeaders.landed, share: 155, align: 'left' as const },
    { label: annexHeaders.units, share: 55, align: center },
    { label: reportTerms.remark, share: 80, align: 'left' as const },
  ]
  return [
    {
      table: {
        title: fillText(investmentText.annexTitle, { year: facts.period.year }),
        columns,
        rows: figures.leads.map((lead, index) => annexRow(lead, index, figures.unitsOf(lead))),
      },
      notes: [
        fillText(figures.isScored ? investmentText.annexNote : completionTerms.annexNote, {
          asOf: formatChineseDate(facts.asOf),
        }),
      ],
    },
  ]
}
