import { quarterOf } from '../core/dates'
import { quarterTerms } from '../terms/reports'
import type { Report } from './model'
import { quarterDocument } from './quarter-document'
import { quarterFigures, type InvestmentQuarterFacts } from './quarter-facts'
import { quarterWarningsOf } from './quarter-gaps'
import { quarterSheets } from './quarter-sheets'

/** 抓招商季度小结: one model for the workbook, the document and the OA text. Source: 实施方案「每季度形成工作总结」. */
export function investmentQuarter(facts: InvestmentQuarterFacts): Report {
  const figures = quarterFigures(facts)
  return {
    kind: 'investmentQuarter',
    bureau: facts.bureau,
    subject: quarterTerms.subject,
    periodLabel: `${facts.year}Q${quarterOf(facts.period.start)}`,
    period: facts.period,
    asOf: facts.asOf,
    preparedOn: facts.preparedOn,
    sheets: quarterSheets(facts, figures),
    document: quarterDocument(facts, figures),
    warnings: quarterWarningsOf(facts, figures),
    checkCode: '',
  }
}
