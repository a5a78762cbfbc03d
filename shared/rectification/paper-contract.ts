import { z } from 'zod'
import { idSchema, isoDateSchema, lineSchema, paragraphSchema } from '../core/schemas'
import { findingFilterSchema, findingSortSchema } from './finding-rows'
import { selfCheckIssueSchema } from './statistics-contract'

export const rectLedgerForms = ['audit', 'inspection', 'situation'] as const
export type RectLedgerForm = (typeof rectLedgerForms)[number]

export const letterKinds = ['supervision', 'reminder', 'warning'] as const
export type LetterKind = (typeof letterKinds)[number]

/** 整改报告: to 人大, to the audit office, to the public; periodic to the office above. */
export const rectReportKinds = ['congress', 'auditOffice', 'publicNotice', 'periodic'] as const
export type RectReportKind = (typeof rectReportKinds)[number]

const writtenFileSchema = z.object({ fileName: z.string(), fileToken: idSchema })

/** 对账销号单 as it is printed and as it was signed. */
export const closureFormSchema = z.object({
  no: z.string(),
  bureau: z.string(),
  programTitle: z.string(),
  docNo: z.string(),
  source: z.string(),
  findingNo: z.string(),
  title: z.string(),
  detail: z.string(),
  amountText: z.string(),
  rectType: z.string(),
  leader: z.string(),
  leadUnit: z.string(),
  handler: z.string(),
  /** 「2022年6月30日」, with both dates and the count where it was extended. */
  dueText: z.string(),
  timelinessText: z.string(),
  result: z.string(),
  amounts: z.array(z.object({ treatment: z.string(), required: z.string(), done: z.string(), unit: z.string() })),
  measures: z.array(
    z.object({
      number: z.number().int(),
      text: z.string(),
      status: z.string(),
      doneOn: z.string(),
      evidence: z.string(),
    }),
  ),
  evidence: z.array(z.object({ fileName: z.string(), kind: z.string(), size: z.string(), digest: z.string() })),
  rules: z.array(z.string()),
  cycle: z.number().int(),
  reopenCount: z.number().int(),
  submittedBy: z.string(),
  submittedOn: z.string(),
  unitHead: z.string(),
  verifiedBy: z.string(),
  verifiedOn: z.string(),
  closedBy: z.string(),
  closedOn: z.string(),
  /** Eight digits over the content, as on all paper of the program. */
  checkCode: z.string(),
})
export type ClosureForm = z.infer<typeof closureFormSchema>

export const letterDraftSchema = z.object({
  kind: z.enum(letterKinds),
  title: z.string(),
  docNo: z.string(),
  to: z.string(),
  /** Paragraphs; the first line of each is indented on paper. */
  paragraphs: z.array(z.string().max(5000)).max(40),
  signer: z.string(),
  signedOn: isoDateSchema,
})
export type LetterDraft = z.infer<typeof letterDraftSchema>

/** Something that a public notice will not show. */
export const hiddenPartSchema = z.object({
  kind: z.enum(['person', 'phone', 'account', 'auditee', 'amount', 'notPublic']),
  text: z.string(),
  where: z.string(),
})

export const rectReportPreviewSchema = z.object({
  kind: z.enum(rectReportKinds),
  title: z.string(),
  blocks: z.array(z.object({ kind: z.enum(['heading', 'paragraph']), level: z.number().int(), text: z.string() })),
  hidden: z.array(hiddenPartSchema),
  issues: z.array(selfCheckIssueSchema),
  checkCode: z.string(),
  plainText: z.string(),
})

export const issuedReportSchema = z.object({
  id: idSchema,
  programId: idSchema.nullable(),
  programTitle: z.string(),
  kind: z.enum(rectReportKinds),
  dueOn: isoDateSchema.nullable(),
  asOf: isoDateSchema,
  version: z.number().int(),
  issuedOn: isoDateSchema,
  issuedBy: z.string(),
  docNo: z.string(),
  checkCode: z.string(),
  remark: z.string(),
  hasContent: z.boolean(),
})
export type IssuedReport = z.infer<typeof issuedReportSchema>

const reportChoiceSchema = z.object({
  kind: z.enum(rectReportKinds),
  programIds: z.array(idSchema).min(1).max(500),
  /** Parts of `hidden` that are to be shown all the same, as `kind/text`. */
  shown: z.array(z.string().max(600)).max(2000),
})

/** 纸面: ledgers, 销号单, letters, reports. */
export const paperContract = {
  /** 整改台账 (C, D) or 情况表 of the filtered findings; C and D can be imported back unchanged. */
  'rectification.export': {
    needs: 'view',
    in: z.object({
      form: z.enum(rectLedgerForms),
      filter: findingFilterSchema,
      sort: findingSortSchema,
      folder: idSchema,
    }),
    out: z.object({
      file: writtenFileSchema,
      exported: z.number().int(),
      all: z.number().int(),
      issues: z.array(selfCheckIssueSchema),
    }),
  },
  /** The signed 销号单 of a closed cycle; of an open one what it would say today. */
  'rectification.closureForm': {
    needs: 'view',
    in: z.object({ findingId: idSchema, cycle: z.number().int().min(1) }),
    out: closureFormSchema,
  },
  'rectification.exportClosureForm': {
    needs: 'view',
    in: z.object({ findingId: idSchema, cycle: z.number().int().min(1), folder: idSchema }),
    out: z.object({ file: writtenFileSchema }),
  },
  'rectification.draftLetter': {
    needs: 'view',
    in: z.object({ findingId: idSchema, kind: z.enum(letterKinds) }),
    out: letterDraftSchema,
  },
  /** Writes the letter as .docx and keeps that it went out. */
  'rectification.issueLetter': {
    needs: 'lead',
    in: letterDraftSchema.extend({
      title: z.string().max(1000),
      docNo: lineSchema,
      to: z.string().max(1000),
      signer: lineSchema,
      findingId: idSchema,
      folder: idSchema,
    }),
    out: z.object({ file: writtenFileSchema }),
  },
  'rectification.letters': {
    needs: 'view',
    in: z.object({ findingId: idSchema }),
    out: z.array(
      z.object({
        id: idSchema,
        kind: z.enum(letterKinds),
        docNo: z.string(),
        to: z.string(),
        issuedOn: isoDateSchema,
        issuedBy: z.string(),
      }),
    ),
  },
  /** The report as it would be today, with what a public notice hides and what does not agree. */
  'rectification.draftReport': { needs: 'view', in: reportChoiceSchema, out: rectReportPreviewSchema },
  /** Checks the report, writes it and keeps it unchanged for good; the next one of the kind is a new version. */
  'rectification.issueReport': {
    needs: 'lead',
    in: reportChoiceSchema.extend({ dueOn: isoDateSchema.nullable(), docNo: lineSchema, folder: idSchema }),
    out: z.object({ file: writtenFileSchema, report: issuedReportSchema, issues: z.array(selfCheckIssueSchema) }),
  },
  'rectification.reports': {
    needs: 'view',
    in: z.object({ programId: idSchema.nullable() }),
    out: z.array(issuedReportSchema),
  },
  /** Writes an issued report again, byte for byte in what it says. */
  'rectification.exportIssued': {
    needs: 'view',
    in: z.object({ id: idSchema, folder: idSchema }),
    out: z.object({ file: writtenFileSchema }),
  },
  /** A periodic report that was sent without this program. */
  'rectification.recordSent': {
    needs: 'lead',
    in: z.object({
      programId: idSchema,
      dueOn: isoDateSchema,
      sentOn: isoDateSchema,
      docNo: lineSchema,
      remark: paragraphSchema,
    }),
    out: z.object({ id: idSchema }),
  },
  'rectification.removeSent': { needs: 'lead', in: z.object({ id: idSchema }), out: z.object({}) },
} as const
