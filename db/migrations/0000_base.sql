CREATE TABLE `assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`source_sheet` text NOT NULL,
	`source_row` integer NOT NULL,
	`year` integer NOT NULL,
	`unit_key` text NOT NULL,
	`item_key` text NOT NULL,
	`item_code` text NOT NULL,
	`stream` text,
	`task_name` text NOT NULL,
	`indicator` text NOT NULL,
	`target` text,
	`target_first_quarter` text,
	`target_first_half` text,
	`target_three_quarters` text,
	`target_text` text NOT NULL,
	`participation` text NOT NULL,
	`unit` text NOT NULL,
	`lead_unit` text NOT NULL,
	`responsible_unit` text NOT NULL,
	`support_units` text NOT NULL,
	`responsible_leader` text NOT NULL,
	`due_text` text NOT NULL,
	`due_on` text,
	`due_precision` text NOT NULL,
	`due_rule` text NOT NULL,
	`cycle` text NOT NULL,
	`reporting_time` text NOT NULL,
	`channel` text NOT NULL,
	`remark` text NOT NULL,
	`withdrawn_on` text,
	`handler` text NOT NULL,
	`internal_due_on` text,
	`progress_text` text NOT NULL,
	`actual` text,
	`is_sample` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `assignment_key` ON `assignment` (`year`,`unit_key`,`item_key`);--> statement-breakpoint
CREATE INDEX `assignment_batch` ON `assignment` (`batch_id`);--> statement-breakpoint
CREATE TABLE `brief` (
	`id` text PRIMARY KEY NOT NULL,
	`stream` text NOT NULL,
	`title` text NOT NULL,
	`month` text NOT NULL,
	`submitted_on` text,
	`channel` text NOT NULL,
	`character_count` integer,
	`is_accepted` integer NOT NULL,
	`backfilled_on` text,
	`batch_id` text,
	`is_sample` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `brief_month` ON `brief` (`month`);--> statement-breakpoint
CREATE TABLE `follow_up` (
	`id` text PRIMARY KEY NOT NULL,
	`lead_id` text NOT NULL,
	`happened_on` text NOT NULL,
	`way` text NOT NULL,
	`text` text NOT NULL,
	`created_at` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`lead_id`) REFERENCES `lead`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `follow_up_lead` ON `follow_up` (`lead_id`,`happened_on`);--> statement-breakpoint
CREATE TABLE `lead` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`investor_name` text NOT NULL,
	`investor_key` text NOT NULL,
	`investor_region` text NOT NULL,
	`investor_nature` text,
	`investor_profile` text NOT NULL,
	`intention` text NOT NULL,
	`expected_benefit` text NOT NULL,
	`construction_plan` text NOT NULL,
	`investment_intensity` text NOT NULL,
	`expected_revenue` text NOT NULL,
	`headcount` text NOT NULL,
	`shareholdings` text NOT NULL,
	`source_person` text NOT NULL,
	`contact` text NOT NULL,
	`proposed_class` text,
	`oa_reference` text NOT NULL,
	`filed_on` text,
	`backfilled_on` text,
	`remark` text NOT NULL,
	`platform_no` text NOT NULL,
	`certified_on` text,
	`contacted_on` text,
	`accepted_on` text,
	`accepted_by` text NOT NULL,
	`district_class` text NOT NULL,
	`landed_on` text,
	`company_name` text NOT NULL,
	`credit_code` text NOT NULL,
	`registered_capital` text NOT NULL,
	`is_registered_in_district` integer,
	`document_reference` text NOT NULL,
	`duplicate_of` text,
	`ending` text,
	`ended_on` text,
	`ending_reason` text NOT NULL,
	`batch_id` text,
	`source_row` integer,
	`is_sample` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `lead_filed` ON `lead` (`filed_on`,`id`);--> statement-breakpoint
CREATE INDEX `lead_landed` ON `lead` (`landed_on`);--> statement-breakpoint
CREATE INDEX `lead_title` ON `lead` (`title`,`id`);--> statement-breakpoint
CREATE INDEX `lead_updated` ON `lead` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `lead_platform_no` ON `lead` (`platform_no`);--> statement-breakpoint
CREATE INDEX `lead_investor_key` ON `lead` (`investor_key`);--> statement-breakpoint
CREATE INDEX `lead_credit_code` ON `lead` (`credit_code`);--> statement-breakpoint
CREATE TABLE `training` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`held_on` text NOT NULL,
	`is_required` integer NOT NULL,
	`is_attended` integer NOT NULL,
	`attendee_count` integer,
	`batch_id` text,
	`is_sample` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `training_held` ON `training` (`held_on`);--> statement-breakpoint
CREATE TABLE `journal_change` (
	`id` integer PRIMARY KEY NOT NULL,
	`entry_id` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`before` text,
	`after` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `journal_change_entry` ON `journal_change` (`entry_id`);--> statement-breakpoint
CREATE INDEX `journal_change_row` ON `journal_change` (`table_name`,`row_id`);--> statement-breakpoint
CREATE TABLE `journal_entry` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`intent` text NOT NULL,
	`params` text NOT NULL,
	`undoes` integer,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `group_role` (
	`id` text PRIMARY KEY NOT NULL,
	`stream` text NOT NULL,
	`role` text NOT NULL,
	`person_id` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `group_role_once` ON `group_role` (`stream`,`role`,`person_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`is_sample` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `manual_score` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`component_id` text NOT NULL,
	`value` text,
	`given_on` text NOT NULL,
	`document_reference` text NOT NULL,
	`is_sample` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `manual_score_once` ON `manual_score` (`year`,`component_id`,`given_on`);--> statement-breakpoint
CREATE TABLE `bureau` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`aliases` text NOT NULL,
	`category` integer NOT NULL,
	`mode` text NOT NULL,
	`year` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `calendar_year` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`off` text NOT NULL,
	`make_up` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `attachment` (
	`id` text PRIMARY KEY NOT NULL,
	`room` text NOT NULL,
	`record_id` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`added_at` text NOT NULL,
	`added_by` text NOT NULL,
	`is_sample` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `attachment_record` ON `attachment` (`record_id`);--> statement-breakpoint
CREATE TABLE `import_batch` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`sheet` text NOT NULL,
	`header_rows` text NOT NULL,
	`title` text NOT NULL,
	`year` integer NOT NULL,
	`sha256` text NOT NULL,
	`counts` text NOT NULL,
	`imported_at` text NOT NULL,
	`imported_by` text NOT NULL,
	`is_sample` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `table_mapping` (
	`id` text PRIMARY KEY NOT NULL,
	`mapping` text NOT NULL
) STRICT;
