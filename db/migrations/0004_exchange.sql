CREATE TABLE `check_decision` (
	`id` text PRIMARY KEY NOT NULL,
	`period` text NOT NULL,
	`check_key` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_on` text NOT NULL,
	`is_sample` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `check_decision_once` ON `check_decision` (`period`,`check_key`);--> statement-breakpoint
CREATE TABLE `line_verdict` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`period` text NOT NULL,
	`line_key` text NOT NULL,
	`verdict` text NOT NULL,
	`approved` text,
	`reason` text NOT NULL,
	`reported` text,
	`decided_by` text NOT NULL,
	`decided_on` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `line_verdict_once` ON `line_verdict` (`unit_id`,`period`,`line_key`);--> statement-breakpoint
CREATE TABLE `objection` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`period` text NOT NULL,
	`line_key` text,
	`text` text NOT NULL,
	`received_on` text NOT NULL,
	`is_accepted` integer,
	`answer` text NOT NULL,
	`answered_on` text,
	`answered_by` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `objection_period` ON `objection` (`period`);--> statement-breakpoint
CREATE TABLE `publication` (
	`id` text PRIMARY KEY NOT NULL,
	`period` text NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`published_on` text NOT NULL,
	`published_by` text NOT NULL,
	`objections_until` text,
	`change_note` text NOT NULL,
	`check_code` text NOT NULL,
	`content` text NOT NULL,
	`is_sample` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `publication_once` ON `publication` (`period`,`version`);--> statement-breakpoint
CREATE TABLE `report_period` (
	`id` text PRIMARY KEY NOT NULL,
	`due_on` text NOT NULL,
	`objection_workdays` integer NOT NULL,
	`locked_on` text,
	`locked_by` text NOT NULL,
	`reopen_reason` text NOT NULL,
	`schemes` text NOT NULL,
	`is_sample` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `submission` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`period` text NOT NULL,
	`edition` integer NOT NULL,
	`source` text NOT NULL,
	`received_on` text NOT NULL,
	`received_at` text NOT NULL,
	`received_by` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`check_code` text NOT NULL,
	`signature` text NOT NULL,
	`received_id` text,
	`is_nil` integer NOT NULL,
	`as_of` text NOT NULL,
	`line_count` integer NOT NULL,
	`content` text NOT NULL,
	`returned_on` text,
	`return_reason` text NOT NULL,
	`reviewed_on` text,
	`reviewed_by` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `submission_once` ON `submission` (`unit_id`,`period`,`edition`);--> statement-breakpoint
CREATE INDEX `submission_period` ON `submission` (`period`);--> statement-breakpoint
CREATE TABLE `unit` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`aliases` text NOT NULL,
	`category` integer NOT NULL,
	`contact` text NOT NULL,
	`phone` text NOT NULL,
	`is_optional` integer NOT NULL,
	`position` integer NOT NULL,
	`remark` text NOT NULL,
	`left_on` text,
	`is_sample` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_name` ON `unit` (`name`);--> statement-breakpoint
CREATE INDEX `unit_category` ON `unit` (`category`,`position`);--> statement-breakpoint
CREATE TABLE `unit_figure` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`year` integer NOT NULL,
	`component_id` text NOT NULL,
	`value` text NOT NULL,
	`doc_ref` text NOT NULL,
	`given_on` text NOT NULL,
	`given_by` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_figure_once` ON `unit_figure` (`unit_id`,`year`,`component_id`,`given_on`);--> statement-breakpoint
CREATE TABLE `unit_veto` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`year` integer NOT NULL,
	`veto_id` text NOT NULL,
	`happened_on` text NOT NULL,
	`reason` text NOT NULL,
	`doc_ref` text NOT NULL,
	`recorded_by` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `unit_veto_unit` ON `unit_veto` (`unit_id`,`year`);--> statement-breakpoint
CREATE TABLE `conflict_decision` (
	`id` text PRIMARY KEY NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`field` text NOT NULL,
	`sides` text NOT NULL,
	`chosen` text NOT NULL,
	`value` text,
	`decided_by` text NOT NULL,
	`decided_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `journal_conflict` (
	`id` text PRIMARY KEY NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`field` text NOT NULL,
	`kind` text NOT NULL,
	`sides` text NOT NULL,
	`other_row_id` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `journal_device` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`last_sequence` integer NOT NULL,
	`last_entry` integer NOT NULL,
	`known` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `journal_operation` (
	`id` integer PRIMARY KEY NOT NULL,
	`device` text NOT NULL,
	`sequence` integer NOT NULL,
	`lamport` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`is_present` integer NOT NULL,
	`fields` text NOT NULL,
	`does_seal` integer NOT NULL,
	`seen` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`intent` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `journal_operation_once` ON `journal_operation` (`device`,`sequence`);--> statement-breakpoint
CREATE INDEX `journal_operation_row` ON `journal_operation` (`table_name`,`row_id`);--> statement-breakpoint
CREATE TABLE `own_objection` (
	`id` text PRIMARY KEY NOT NULL,
	`period` text NOT NULL,
	`line_key` text,
	`text` text NOT NULL,
	`raised_on` text NOT NULL,
	`raised_by` text NOT NULL,
	`sent_id` text,
	`answer` text NOT NULL,
	`is_accepted` integer,
	`answered_on` text,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`sent_id`) REFERENCES `sent_package`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `own_objection_period` ON `own_objection` (`period`);--> statement-breakpoint
CREATE TABLE `received_package` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`from_unit` text NOT NULL,
	`key_id` text NOT NULL,
	`device` text NOT NULL,
	`sequence` integer NOT NULL,
	`digest` text NOT NULL,
	`period` text,
	`year` integer,
	`edition` integer NOT NULL,
	`check_code` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`signature` text NOT NULL,
	`received_at` text NOT NULL,
	`received_by` text NOT NULL,
	`counts` text NOT NULL,
	`content` text,
	`is_sample` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `received_package_period` ON `received_package` (`kind`,`period`,`from_unit`);--> statement-breakpoint
CREATE INDEX `received_package_sequence` ON `received_package` (`key_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `sent_package` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`period` text,
	`year` integer,
	`edition` integer NOT NULL,
	`sequence` integer NOT NULL,
	`key_id` text NOT NULL,
	`to_unit` text NOT NULL,
	`digest` text NOT NULL,
	`file_name` text NOT NULL,
	`check_code` text NOT NULL,
	`scheme_id` text NOT NULL,
	`scheme_version` text NOT NULL,
	`is_encrypted` integer NOT NULL,
	`sent_at` text NOT NULL,
	`sent_by` text NOT NULL,
	`counts` text NOT NULL,
	`content` text,
	`is_sample` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `sent_package_period` ON `sent_package` (`kind`,`period`,`to_unit`);--> statement-breakpoint
CREATE TABLE `trusted_key` (
	`id` text PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	`role` text NOT NULL,
	`state` text NOT NULL,
	`suite` text NOT NULL,
	`public_key` text NOT NULL,
	`device` text NOT NULL,
	`replaces_id` text,
	`first_seen_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`changed_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `rule_document` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`document_id` text NOT NULL,
	`version` text NOT NULL,
	`name` text NOT NULL,
	`year` integer NOT NULL,
	`category` integer,
	`effective_from` text NOT NULL,
	`status` text NOT NULL,
	`source` text NOT NULL,
	`doc_ref` text NOT NULL,
	`reason` text NOT NULL,
	`document` text NOT NULL,
	`received_id` text,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`is_sample` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rule_document_once` ON `rule_document` (`document_id`,`version`);--> statement-breakpoint
CREATE INDEX `rule_document_year` ON `rule_document` (`kind`,`year`);--> statement-breakpoint
-- What has left the house, and what was published, stays as it was. Sample records may go.
CREATE TRIGGER `sent_package_keep` BEFORE UPDATE ON `sent_package` WHEN OLD.`is_sample` = 0 BEGIN SELECT RAISE(ABORT, 'sent packages are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `sent_package_stay` BEFORE DELETE ON `sent_package` WHEN OLD.`is_sample` = 0 BEGIN SELECT RAISE(ABORT, 'sent packages are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `publication_keep` BEFORE UPDATE ON `publication` WHEN OLD.`is_sample` = 0 BEGIN SELECT RAISE(ABORT, 'publications are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `publication_stay` BEFORE DELETE ON `publication` WHEN OLD.`is_sample` = 0 BEGIN SELECT RAISE(ABORT, 'publications are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_operation_keep` BEFORE UPDATE ON `journal_operation` BEGIN SELECT RAISE(ABORT, 'operations are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_operation_stay` BEFORE DELETE ON `journal_operation` BEGIN SELECT RAISE(ABORT, 'operations are never deleted'); END;
