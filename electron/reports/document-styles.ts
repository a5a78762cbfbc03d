import {
  AlignmentType,
  LineRuleType,
  type IParagraphStylePropertiesOptions,
  type IRunStylePropertiesOptions,
} from 'docx'
import { reportFonts } from '../../shared/terms/fonts'

/** Unit: half points. 三号, 二号, 四号, 五号, 小五. Source: GB/T 9704-2012. */
export const typeSize = { body: 32, title: 44, pageNumber: 28, table: 21, annexTable: 18, small: 18 } as const

/** Unit: twips (1/20 point). */
export const page = {
  shortSide: 11_906,
  longSide: 16_838,
  /** 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. */
  margin: { top: 2_098, left: 1_588, bottom: 1_984, right: 1_474 },
  /** The table page lies on its side: 订口 is on top. */
  landscapeMargin: { top: 1_588, left: 1_984, bottom: 1_474, right: 2_098 },
  /** 一字线 7 mm below the text. */
  footer: 1_304,
  landscapeFooter: 794,
} as const

export const textWidthPortrait = page.shortSide - page.margin.left - page.margin.right
export const textWidthLandscape = page.longSide - page.landscapeMargin.left - page.landscapeMargin.right

/** Exact 28.95 pt: 22 lines in 225 mm; 580 twips would give 21. */
export const linePitch = 579
/** 0.25 pt closer: 28 characters of 16 pt in 156 mm, which by itself holds 27. */
export const bodyCharacterSpacing = -5

export const bodyLine = { line: linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const

/** Two characters, said in both ways: one program reads the characters, the other the twips. */
export const firstLineIndent = { firstLine: 640, firstLineChars: 200 } as const

/** A Chinese font for Chinese and its marks (`hint`), Times for Latin letters and digits. */
export function fontOf(
  eastAsia: string,
  latin: string = reportFonts.latin,
): NonNullable<IRunStylePropertiesOptions['font']> {
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia, hint: 'eastAsia' }
}

export const bodyRun: IRunStylePropertiesOptions = {
  font: fontOf(reportFonts.body),
  size: typeSize.body,
  characterSpacing: bodyCharacterSpacing,
}

function headingRun(font: string): IRunStylePropertiesOptions {
  return { ...bodyRun, font: fontOf(font), bold: false, italics: false, color: '000000' }
}

const headingParagraph: IParagraphStylePropertiesOptions = {
  spacing: bodyLine,
  indent: firstLineIndent,
  alignment: AlignmentType.LEFT,
  keepNext: true,
}

/** 「一、」黑体, 「（一）」楷体, 「1.」仿宋, all 三号. */
export const documentStyles = {
  default: {
    document: { run: bodyRun, paragraph: { spacing: bodyLine } },
    title: {
      run: { ...headingRun(reportFonts.title), size: typeSize.title, characterSpacing: 0 },
      paragraph: { spacing: bodyLine, alignment: AlignmentType.CENTER },
    },
    heading1: { run: headingRun(reportFonts.heading), paragraph: headingParagraph },
    heading2: { run: headingRun(reportFonts.subheading), paragraph: headingParagraph },
    heading3: { run: headingRun(reportFonts.body), paragraph: headingParagraph },
  },
} as const
