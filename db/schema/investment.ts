import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Shareholding } from '../../shared/investment/record'
import { knownBoolean } from './known-boolean'
import { sampleIndex } from './sample-index'

/** 招商线索. States, units and scores are computed from these facts and never stored. */
export const lead = sqliteTable(
  'lead',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    investorName: text('investor_name').notNull(),
    /** Normalised investor name, to find the same enterprise written differently. */
    investorKey: text('investor_key').notNull(),
    investorRegion: text('investor_region').notNull(),
    investorNature: text('investor_nature'),
    investorProfile: text('investor_profile').notNull(),
    intention: text('intention').notNull(),
    expectedBenefit: text('expected_benefit').notNull(),
    constructionPlan: text('construction_plan').notNull(),
    investmentIntensity: text('investment_intensity').notNull(),
    expectedRevenue: text('expected_revenue').notNull(),
    headcount: text('headcount').notNull(),
    shareholdings: text('shareholdings', { mode: 'json' }).$type<readonly Shareholding[]>().notNull(),
    sourcePerson: text('source_person').notNull(),
    contact: text('contact').notNull(),
    proposedClass: text('proposed_class'),
    oaReference: text('oa_reference').notNull(),
    filedOn: text('filed_on'),
    backfilledOn: text('backfilled_on'),
    remark: text('remark').notNull(),
    // ---- facts of the district
    platformNo: text('platform_no').notNull(),
    certifiedOn: text('certified_on'),
    contactedOn: text('contacted_on'),
    acceptedOn: text('accepted_on'),
    acceptedBy: text('accepted_by').notNull(),
    districtClass: text('district_class').notNull(),
    landedOn: text('landed_on'),
    companyName: text('company_name').notNull(),
    creditCode: text('credit_code').notNull(),
    registeredCapital: text('registered_capital').notNull(),
    isRegisteredInDistrict: knownBoolean('is_registered_in_district'),
    documentReference: text('document_reference').notNull(),
    // ---- how it ended, where it came from
    duplicateOf: text('duplicate_of'),
    ending: text('ending'),
    endedOn: text('ended_on'),
    endingReason: text('ending_reason').notNull(),
    batchId: text('batch_id'),
    sourceRow: integer('source_row'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
    /** 承办人; the person who has it in hand, other than 提供人 who brought it. */
    handler: text('handler').notNull().default(''),
    /** Fields that were typed into the platform already, while 补录 is under way. */
    backfilledFields: text('backfilled_fields', { mode: 'json' }).$type<readonly string[]>().notNull().default([]),
  },
  (table) => [
    sampleIndex('lead', table.id),
    index('lead_filed').on(table.filedOn, table.id),
    index('lead_landed').on(table.landedOn),
    index('lead_title').on(table.title, table.id),
    index('lead_updated').on(table.updatedAt, table.id),
    index('lead_platform_no').on(table.platformNo),
    index('lead_investor_key').on(table.investorKey),
    index('lead_credit_code').on(table.creditCode),
    index('lead_company_name')
      .on(table.companyName)
      .where(sql`company_name <> ''`),
  ],
)

/** 跟进记录: what was said or done with the investor, in time order. */
export const followUp = sqliteTable(
  'follow_up',
  {
    id: text('id').primaryKey(),
    leadId: text('lead_id')
      .notNull()
      .references(() => lead.id),
    happenedOn: text('happened_on').notNull(),
    way: text('way').notNull(),
    text: text('text').notNull(),
    createdAt: text('created_at').notNull(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  },
  (table) => [sampleIndex('follow_up', table.id), index('follow_up_lead').on(table.leadId, table.happenedOn)],
)
