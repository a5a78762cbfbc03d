import type { IsoDate } from '../core/dates'
import type { ReceiptPayload } from '../exchange/payloads'
import { valueText } from '../exchange/verdict-text'
import { column, filled } from '../reports/cells'
import { heading, paragraph, plain } from '../reports/document-blocks'
import type { DocumentBlock, DocumentTable, Report, ReportSheet } from '../reports/model'
import { fillText } from '../reports/sentences'
import { formatChineseDate } from '../terms/dates'
import { districtPapers, receiptTerms as words } from '../terms/district-papers'
import { reportTerms } from '../terms/reports'
import { categoryLabels } from '../terms/settings'
import { districtReport, ofPeriod } from './paper-frame'
import { placeText } from './publication'
import { receiptCounts } from './receipt'

/** Who answers, and on which day. */
export interface ReceiptIssue {
  readonly district: string
  readonly issuedOn: IsoDate
}

type Line = ReceiptPayload['lines'][number]

function lineCells({ key, label, unit, reported, approved, verdict, reason }: Line, index: number) {
  const [own, decided] = [valueText(key, reported), valueText(key, approved)]
  return [String(index + 1), label, filled(unit), own, decided, words.verdicts[verdict], filled(reason)]
}

function lineSheet(receipt: ReceiptPayload, { district, issuedOn }: ReceiptIssue): ReportSheet {
  const widths = [7, 46, 10, 14, 14, 12, 50]
  return {
    name: words.sheet,
    title: ofPeriod(receipt.period, issuedOn, words.title),
    heading: [
      { label: districtPapers.reading.unit, value: receipt.unit },
      { label: districtPapers.reading.issuer, value: district },
    ],
    columns: words.lineColumns.map((label, index) =>
      column(label, index === 3 || index === 4 ? 'decimal' : 'text', widths[index] ?? 12),
    ),
    rows: receipt.lines.map((line, index) => ({ kind: 'data', cells: lineCells(line, index) })),
    notes: [fillText(words.counts, receiptCounts(receipt)), ...closingLines(receipt)],
    footer: [],
    isContent: true,
  }
}

function scoreSheet(receipt: ReceiptPayload, { district, issuedOn }: ReceiptIssue): readonly ReportSheet[] {
  const { score } = receipt
  if (!score) return []
  const [name, max, points, arithmetic] = words.scoreColumns
  return [
    {
      name: words.scoreSheet,
      title: ofPeriod(receipt.period, issuedOn, words.scoreTitle),
      heading: [
        { label: districtPapers.reading.unit, value: receipt.unit },
        { label: districtPapers.reading.issuer, value: district },
      ],
      columns: [
        column(name, 'text', 30),
        column(max, 'decimal', 10),
        column(points, 'decimal', 12),
        column(arithmetic, 'text', 60),
      ],
      rows: [
        ...score.components.map((each) => ({
          kind: 'data' as const,
          cells: [each.name, each.max, each.points ?? reportTerms.toBeGiven, filled(each.arithmetic)],
        })),
        { kind: 'total', cells: [words.total, score.max, score.total, null] },
      ],
      notes: standingLines(receipt),
      footer: [],
      isContent: true,
    },
  ]
}

/** Score, place and what the district gave, in sentences. */
function standingLines({ score, rank, figures }: ReceiptPayload): readonly string[] {
  const total = score?.total ?? null
  const scored =
    total === null
      ? words.noScore
      : fillText(score?.max ? words.score : words.scoreNoMax, { total, ...(score?.max ? { max: score.max } : {}) })
  const placed =
    rank === null
      ? [words.notRanked]
      : [
          fillText(words.rank, {
            category: categoryLabels[rank.category],
            of: rank.of,
            place: placeText({ rank: rank.place, tied: rank.tied, reason: '' }),
          }),
          ...(rank.tieBreak === '' ? [] : [fillText(words.tieBreak, { text: rank.tieBreak })]),
        ]
  const given = figures.map(({ name, value, docRef }) => fillText(words.figure, { name, value, docRef }))
  return [
    scored,
    ...(total === null ? [] : placed),
    ...(given.length === 0 ? [] : [fillText(words.figures, { figures: given.join(reportTerms.enumeration) })]),
  ]
}

/** What the unit has to do now. */
function closingLines(receipt: ReceiptPayload): readonly string[] {
  const { answers, objectionsUntil, isFinal } = receipt
  const { returned } = receiptCounts(receipt)
  return [
    returned > 0 ? fillText(words.resend, { next: answers + 1 }) : words.keep,
    ...(objectionsUntil === null ? [] : [fillText(words.until, { until: formatChineseDate(objectionsUntil) })]),
    ...(isFinal ? [words.final] : []),
  ]
}

function changedTable(lines: readonly Line[]): DocumentTable {
  const shares = [50, 210, 70, 80, 80, 70, 180]
  return {
    title: words.changedHeading,
    columns: words.lineColumns.map((label, index) => ({
      label,
      share: shares[index] ?? 80,
      align: index === 1 || index === 6 ? 'left' : index === 3 || index === 4 ? 'right' : 'center',
    })),
    rows: lines.map((line, index) => lineCells(line, index).map((cell) => cell ?? reportTerms.none)),
  }
}

interface Chapter {
  readonly text: string
  readonly blocks: readonly DocumentBlock[]
}

function chaptersOf(receipt: ReceiptPayload): readonly Chapter[] {
  const { lines, claims, answersToObjections } = receipt
  const changed = lines.filter(({ verdict }) => verdict !== 'accepted')
  const said = (place: string, texts: readonly string[]): readonly DocumentBlock[] =>
    texts.map((text, index) => paragraph(plain(`receipt.${place}.${index + 1}`, text)))
  const chapters: readonly Chapter[] = [
    {
      text: words.changedHeading,
      blocks:
        changed.length === 0 ? said('changed', [words.noneChanged]) : [{ kind: 'table', table: changedTable(changed) }],
    },
    { text: words.scoreHeading, blocks: said('score', standingLines(receipt)) },
    {
      text: words.claimsHeading,
      blocks: said(
        'claim',
        claims.map(({ enterprise, decision }) => fillText(words.claim, { enterprise, decision })),
      ),
    },
    {
      text: words.answersHeading,
      blocks: said(
        'answer',
        answersToObjections.map(({ isAccepted, answer }) =>
          fillText(words.answer, { result: isAccepted ? words.isAccepted : words.isRejected, answer }),
        ),
      ),
    },
    { text: words.nextHeading, blocks: said('next', closingLines(receipt)) },
  ]
  return chapters.filter(({ blocks }) => blocks.length > 0)
}

/** 回执 for people: the workbook with every line, the document with what was changed and what is to be done. */
export function receiptReport(receipt: ReceiptPayload, issue: ReceiptIssue): Report {
  const { period, unit, answers, checkCode, receivedOn, isLate } = receipt
  const { district, issuedOn } = issue
  const title = ofPeriod(period, issuedOn, words.title)
  const received = ofPeriod(period, issuedOn, words.received, {
    edition: answers,
    code: checkCode === '' ? '' : fillText(words.code, { code: checkCode }),
    on: formatChineseDate(receivedOn),
    late: isLate ? words.late : '',
  })
  const chapters = chaptersOf(receipt).flatMap(({ text, blocks }, index) => [
    heading(1, fillText(words.heading, { number: districtPapers.numerals[index] ?? index + 1, text })),
    ...blocks,
  ])
  return districtReport(
    {
      kind: 'receipt',
      bureau: district,
      subject: words.subject,
      period,
      asOf: issuedOn,
      preparedOn: issuedOn,
      checkCode: '',
    },
    {
      sheets: [lineSheet(receipt, issue), ...scoreSheet(receipt, issue)],
      document: {
        title: `${unit}${title}`,
        titleLines: [unit, title],
        addressee: unit,
        sections: [
          {
            stream: 'investment',
            isNil: false,
            blocks: [
              paragraph(plain('receipt.received', received)),
              paragraph(plain('receipt.counts', fillText(words.counts, receiptCounts(receipt)))),
              ...chapters,
            ],
          },
        ],
        annexes: [],
        editNotes: [],
        signature: { unit: district, signedOn: issuedOn },
      },
    },
  )
}
