import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx'
import { invariant } from '../../shared/core/assert'
import { formatChineseDate } from '../../shared/terms/dates'
import { cleanText } from '../../shared/reports/clean-text'
import type { DocumentAnnex, DocumentBlock, Report, ReportDocument, Sentence } from '../../shared/reports/model'
import { annexLines } from '../../shared/reports/plain-text'
import { noteMark } from '../../shared/reports/sentences'
import { reportFonts } from '../../shared/terms/fonts'
import { reportTerms } from '../../shared/terms/reports'
import {
  bodyLine,
  documentStyles,
  firstLineIndent,
  fontOf,
  linePitch,
  page,
  textWidthLandscape,
  textWidthPortrait,
  typeSize,
} from './document-styles'
import { documentTable } from './document-table'
import { textWidth } from './sheet-layout'

const headingLevels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** Quotation marks and dashes belong to both scripts; the hint gives them the Chinese font. */
const chineseMarks = { hint: 'eastAsia' } as const

function blank(keepNext = false): Paragraph {
  return new Paragraph({ spacing: bodyLine, keepNext, children: [] })
}

/** 发文字号 and 题注 are centred in 楷体. */
function captionUnderTitle(text: string): Paragraph {
  return new Paragraph({
    spacing: bodyLine,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: cleanText(text), font: fontOf(reportFonts.subheading) })],
  })
}

/** A third of a line, between a table and what stands above or below. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { ...bodyLine, line: 200 }, children: [] })
}

/** Lines of one text, as runs parted by breaks. */
function runs(text: string): TextRun[] {
  return cleanText(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, font: chineseMarks, ...(index > 0 ? { break: 1 } : {}) }))
}

/** Sentences as runs; the mark of a hand edit stands above the line. */
function sentenceRuns(sentences: readonly Sentence[]): TextRun[] {
  return sentences
    .flatMap((sentence) => sentence.runs)
    .flatMap((run) => {
      const mark = noteMark(run)
      const written = runs(run.text)
      return mark === '' ? written : [...written, new TextRun({ text: mark, font: chineseMarks, superScript: true })]
    })
}

function bodyParagraph(children: readonly TextRun[], keepNext: boolean): Paragraph {
  return new Paragraph({
    ...(keepNext ? { keepNext } : {}),
    spacing: bodyLine,
    indent: firstLineIndent,
    alignment: AlignmentType.BOTH,
    children,
  })
}

function caption(text: string): Paragraph {
  return new Paragraph({
    spacing: bodyLine,
    alignment: AlignmentType.CENTER,
    keepNext: true,
    children: [new TextRun({ text: cleanText(text), font: fontOf(reportFonts.heading), size: typeSize.pageNumber })],
  })
}

function blockChildren(block: DocumentBlock, isLast: boolean): readonly FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: headingLevels[block.level], children: runs(block.text) })]
    case 'paragraph':
      // The last one takes the signature with it, which must not stand alone on a page.
      return [bodyParagraph(sentenceRuns(block.sentences), isLast)]
    case 'table':
      return [
        caption(block.table.title),
        documentTable(block.table, { width: textWidthPortrait, size: typeSize.table }),
        gap(),
      ]
  }
}

/** 附件说明: one line below the text, no mark at its end; it takes the signature with it. */
function annexList(annexes: readonly DocumentAnnex[]): readonly Paragraph[] {
  if (annexes.length === 0) return []
  const line = (text: string): Paragraph =>
    new Paragraph({ keepNext: true, spacing: bodyLine, indent: firstLineIndent, children: runs(text) })
  return [blank(true), ...annexLines(annexes.map(({ table }) => table.title)).map(line)]
}

/** Unit: twips of 三号. */
const characterWidth = 320
const dateIndentCharacters = 4

/** The unit stands centred over the date, the date four characters from the right. */
function signature({ signature: { unit, signedOn } }: ReportDocument): readonly Paragraph[] {
  const date = formatChineseDate(signedOn)
  const dateIndent = dateIndentCharacters * characterWidth
  const overhang = ((textWidth(unit) - textWidth(date)) * characterWidth) / 4
  const unitIndent = Math.max(characterWidth, Math.round(dateIndent - overhang))
  const line = (text: string, right: number, keepNext: boolean): Paragraph =>
    new Paragraph({
      spacing: bodyLine,
      alignment: AlignmentType.RIGHT,
      indent: { right },
      keepNext,
      children: runs(text),
    })
  return [blank(true), blank(true), line(unit, unitIndent, true), line(date, dateIndent, true)]
}

function small(text: string): TextRun {
  return new TextRun({
    text,
    font: fontOf(reportFonts.sheet, reportFonts.sheet),
    size: typeSize.small,
    characterSpacing: 0,
  })
}

function checkCodeLine(checkCode: string): readonly Paragraph[] {
  if (checkCode === '') return []
  const text = `${reportTerms.checkCode}${reportTerms.colon}${checkCode}`
  return [new Paragraph({ spacing: bodyLine, indent: firstLineIndent, children: runs(text) })]
}

/** 「— 1 —」 in 四号 宋体, odd pages right and even pages left, one character in; the 核对码 stands opposite. */
function footer(isOdd: boolean, width: number, checkCode: string): Footer {
  const [before = '', after = ''] = reportTerms.pageNumber.split('{page}')
  const number = new TextRun({
    children: [before, PageNumber.CURRENT, after],
    font: fontOf(reportFonts.sheet, reportFonts.sheet),
    size: typeSize.pageNumber,
    characterSpacing: 0,
  })
  const code = small(checkCode === '' ? '' : `${reportTerms.checkCode} ${checkCode}`)
  const tab = new TextRun({ children: [new Tab()] })
  return new Footer({
    children: [
      new Paragraph({
        indent: { left: 280, right: 280 },
        tabStops: [{ type: TabStopType.RIGHT, position: width - 280 }],
        children: isOdd ? [code, tab, number] : [number, tab, code],
      }),
    ],
  })
}

function footers(width: number, checkCode: string): NonNullable<ISectionOptions['footers']> {
  return { default: footer(true, width, checkCode), even: footer(false, width, checkCode) }
}

// The exact line spacing alone gives 22 lines; a grid that lines snap to would stretch tables and the title.
function textSection(report: Report, document: ReportDocument): ISectionOptions {
  const blocks = document.sections.flatMap((section) => section.blocks)
  const addressee =
    document.addressee === ''
      ? []
      : [new Paragraph({ spacing: bodyLine, children: runs(`${document.addressee}${reportTerms.colon}`) })]
  return {
    properties: {
      page: {
        size: { width: page.shortSide, height: page.longSide },
        margin: { ...page.margin, footer: page.footer, header: 851 },
      },
      grid: { type: DocumentGridType.DEFAULT, linePitch },
    },
    footers: footers(textWidthPortrait, report.checkCode),
    children: [
      new Paragraph({ heading: HeadingLevel.TITLE, children: runs(document.titleLines.join('\n')) }),
      ...(document.captions ?? []).map(captionUnderTitle),
      blank(),
      ...addressee,
      ...blocks.flatMap((block, index) => blockChildren(block, index === blocks.length - 1)),
      ...annexList(document.annexes),
      ...signature(document),
      ...checkCodeLine(report.checkCode),
    ],
  }
}

function annexSection(report: Report, annex: DocumentAnnex): ISectionOptions {
  return {
    properties: {
      page: {
        size: { width: page.shortSide, height: page.longSide, orientation: PageOrientation.LANDSCAPE },
        margin: { ...page.landscapeMargin, footer: page.landscapeFooter, header: 567 },
      },
      grid: { type: DocumentGridType.DEFAULT, linePitch },
    },
    footers: footers(textWidthLandscape, report.checkCode),
    children: [
      new Paragraph({
        spacing: bodyLine,
        children: [new TextRun({ text: cleanText(annex.mark), font: fontOf(reportFonts.heading) })],
      }),
      new Paragraph({ heading: HeadingLevel.TITLE, children: runs(annex.table.title) }),
      gap(),
      documentTable(annex.table, { width: textWidthLandscape, size: typeSize.annexTable }),
      ...annex.notes.map(
        (note) => new Paragraph({ spacing: { ...bodyLine, line: 320 }, children: [small(cleanText(note))] }),
      ),
    ],
  }
}

/** The document of a report in 公文 layout without a red head. Source: GB/T 9704-2012. */
export async function writeDocx(report: Report): Promise<Uint8Array> {
  const { document } = report
  invariant(document, 'a report with a document')
  const file = new Document({
    title: cleanText(document.title),
    creator: cleanText(report.bureau),
    styles: documentStyles,
    evenAndOddHeaderAndFooters: true,
    sections: [textSection(report, document), ...document.annexes.map((annex) => annexSection(report, annex))],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}
