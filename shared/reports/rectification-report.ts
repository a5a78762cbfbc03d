import { assertNever } from '../core/assert'
import { auditOfficeBlocks } from '../rectification/report-audit-office'
import { blocksText, type ReportBlock } from '../rectification/report-blocks'
import { congressBlocks } from '../rectification/report-congress'
import type { RectReportFacts } from '../rectification/report-facts'
import { placeOf } from '../rectification/report-items'
import { periodicBlocks } from '../rectification/report-periodic'
import { publicNotice } from '../rectification/report-public-notice'
import type { HiddenPart } from '../rectification/hidden-parts'
import type { RectReportKind } from '../rectification/paper-contract'
import { auditSources, type ProgramRecord } from '../rectification/record'
import { fileSizeText } from '../terms/closure-form'
import { formatChineseDate } from '../terms/dates'
import { evidenceKindLabels, rectSourceLabels } from '../terms/rectification'
import { rectReportTexts as words } from '../terms/rectification-reports'
import { reportTerms } from '../terms/reports'
import { heading, paragraph, plain } from './document-blocks'
import type { DocumentAnnex, DocumentBlock, Report } from './model'
import { captionsOf } from './rectification-papers'
import { fillText } from './sentences'

export interface RectReportChoice {
  readonly kind: RectReportKind
  /** Names of everybody in the bureau, for 脱敏. */
  readonly people: readonly string[]
  /** `kind/text` of parts that a public notice shows all the same. */
  readonly shown: ReadonlySet<string>
  readonly docNo: string
  /** Of the issued report; null for a draft. */
  readonly version: number | null
}

export interface RectReport {
  readonly report: Report
  readonly blocks: readonly ReportBlock[]
  readonly hidden: readonly HiddenPart[]
  /** What the ledger of the chosen programmes can be held against. */
  readonly checkedText: string
}

interface Content {
  /** Without the bureau before it. */
  readonly title: string
  readonly own: readonly ReportBlock[]
  readonly earlier: readonly ReportBlock[]
  readonly hidden: readonly HiddenPart[]
}

function contentOf(facts: RectReportFacts, { kind, people, shown }: RectReportChoice): Content {
  const title = titleOf(facts, kind)
  const plainContent = (own: readonly ReportBlock[]): Content => ({ title, own, earlier: [], hidden: [] })
  switch (kind) {
    case 'congress':
      return { ...congressBlocks(facts), title, hidden: [] }
    case 'auditOffice':
      return plainContent(auditOfficeBlocks(facts))
    case 'periodic':
      return plainContent(periodicBlocks(facts))
    case 'publicNotice': {
      const { blocks, ...rest } = publicNotice(facts, title, people, shown)
      return { ...rest, own: blocks, earlier: [] }
    }
    default:
      return assertNever(kind)
  }
}

/** 「2021年度」 or 「2020、2021年度」; empty where no programme says. */
function yearsOf(programs: readonly ProgramRecord[]): string {
  const years = [...new Set(programs.map(({ originYears }) => originYears.replace(words.yearMark, '')))].filter(
    (year) => year !== '',
  )
  return years.length === 0 ? '' : fillText(words.years, { years: years.toSorted().join(reportTerms.enumeration) })
}

function titleOf({ programs }: RectReportFacts, kind: RectReportKind): string {
  const [only, ...others] = programs
  const source =
    only && others.length === 0
      ? fillText(words.source, { title: only.title })
      : fillText(words.sources, { count: programs.length })
  return fillText(words.titles[kind], { years: yearsOf(programs), source })
}

/** Whom it goes to: 人大 by its usual address, else the unit that the programmes report to; a notice has nobody. */
function addresseeOf({ programs }: RectReportFacts, kind: RectReportKind): string {
  if (kind === 'publicNotice') return ''
  if (kind === 'congress') return words.congressAddressee
  const units = programs.map(({ reportToUnit, source }) =>
    reportToUnit !== '' ? reportToUnit : auditSources.has(source) ? rectSourceLabels[source] : '',
  )
  return [...new Set(units)].filter((unit) => unit !== '').join(reportTerms.enumeration)
}

/** Digits of a file's digest that are enough to tell it from another. */
const digestDigits = 12

/** 佐证材料目录 of a report to the audit office. */
function evidenceAnnex({ items }: RectReportFacts): readonly DocumentAnnex[] {
  const rows = items.flatMap((item) =>
    item.evidence.map(({ fileName, kind, size, sha256 }) => [
      placeOf(item),
      fileName,
      evidenceKindLabels[kind],
      fileSizeText(size),
      sha256.slice(0, digestDigits),
    ]),
  )
  if (rows.length === 0) return []
  const shares = [50, 330, 300, 90, 90, 140]
  const aligns = ['center', 'left', 'left', 'center', 'right', 'center'] as const
  return [
    {
      mark: reportTerms.annex,
      table: {
        title: words.evidenceTitle,
        columns: words.evidenceColumns.map((label, index) => ({
          label,
          share: shares[index] ?? 100,
          align: aligns[index] ?? 'left',
        })),
        rows: rows.map((row, index) => [String(index + 1), ...row]),
      },
      notes: [],
    },
  ]
}

function documentBlock(block: ReportBlock, index: number): DocumentBlock {
  return block.kind === 'heading'
    ? heading(block.level, block.text)
    : paragraph(plain(`rectification.${index + 1}`, block.text))
}

/** A 整改报告 as a document, and what a person should know before it goes out. Source: domain §8 E. */
export function rectReport(facts: RectReportFacts, choice: RectReportChoice): RectReport {
  const { kind, docNo, version } = choice
  const { title, own, earlier, hidden } = contentOf(facts, choice)
  const blocks = [...own, ...earlier]
  const { bureau, asOf, programs } = facts
  const caption = kind === 'congress' ? words.congressCaption : words.caption
  const starts = programs.flatMap(({ feedbackOn }) => feedbackOn ?? []).toSorted()
  const report: Report = {
    kind: 'rectificationReport',
    bureau,
    subject: words.subjects[kind],
    periodLabel: version === null ? '' : fillText(words.version, { version }),
    period: { start: starts[0] ?? asOf, end: asOf },
    asOf,
    preparedOn: asOf,
    sheets: [],
    document: {
      title: `${bureau}${title}`,
      titleLines: [bureau, title],
      ...captionsOf(docNo, fillText(caption, { asOf: formatChineseDate(asOf) })),
      addressee: addresseeOf(facts, kind),
      sections: [{ stream: 'rectification', isNil: false, blocks: blocks.map(documentBlock) }],
      annexes: kind === 'auditOffice' ? evidenceAnnex(facts) : [],
      editNotes: [],
      signature: { unit: bureau, signedOn: asOf },
    },
    warnings: [],
    checkCode: '',
  }
  return { report, blocks, hidden, checkedText: blocksText(own) }
}
