import type { LetterDraft } from '../rectification/paper-contract'
import { letterTitles } from '../terms/rectification-letters'
import { paragraph, plain } from './document-blocks'
import type { Report } from './model'

/** A letter as the document that goes out. */
export function letterReport(
  letter: LetterDraft,
  about: { readonly bureau: string; readonly findingNo: string },
): Report {
  const { signedOn } = letter
  return {
    kind: 'rectificationLetter',
    bureau: about.bureau,
    subject: letterTitles[letter.kind],
    periodLabel: about.findingNo,
    period: { start: signedOn, end: signedOn },
    asOf: signedOn,
    preparedOn: signedOn,
    sheets: [],
    document: {
      title: letter.title,
      titleLines: [letter.title],
      ...captionsOf(letter.docNo),
      addressee: letter.to,
      sections: [
        {
          stream: 'rectification',
          isNil: false,
          blocks: letter.paragraphs.map((text, index) => paragraph(plain(`letter.${index + 1}`, text))),
        },
      ],
      annexes: [],
      editNotes: [],
      signature: { unit: letter.signer, signedOn },
    },
    warnings: [],
    checkCode: '',
  }
}

/** 发文字号 below the title, where there is one. */
export function captionsOf(...lines: readonly string[]): { readonly captions?: readonly string[] } {
  const captions = lines.filter((line) => line !== '')
  return captions.length === 0 ? {} : { captions }
}

/** What an issued report keeps of itself. */
export interface KeptReport {
  /** Of this shape; a later one gets the next number. */
  readonly format: 1
  readonly report: Report
  readonly programIds: readonly string[]
}
