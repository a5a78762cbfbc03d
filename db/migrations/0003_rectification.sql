CREATE TABLE `accountability` (
	`id` text PRIMARY KEY NOT NULL,
	`finding_id` text NOT NULL,
	`form` text NOT NULL,
	`persons` integer NOT NULL,
	`decided_on` text,
	`note` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `accountability_finding` ON `accountability` (`finding_id`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`finding_id` text NOT NULL,
	`measure_id` text,
	`attachment_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text NOT NULL,
	`cycle` integer NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attachment_id`) REFERENCES `attachment`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `evidence_finding` ON `evidence` (`finding_id`);--> statement-breakpoint
CREATE INDEX `evidence_measure` ON `evidence` (`measure_id`);--> statement-breakpoint
CREATE TABLE `extension` (
	`id` text PRIMARY KEY NOT NULL,
	`finding_id` text NOT NULL,
	`cycle` integer NOT NULL,
	`applied_on` text NOT NULL,
	`applied_by` text NOT NULL,
	`reason` text NOT NULL,
	`old_due_on` text NOT NULL,
	`new_due_on` text NOT NULL,
	`decision` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_on` text,
	`doc_no` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `extension_finding` ON `extension` (`finding_id`);--> statement-breakpoint
CREATE TABLE `finding` (
	`id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`position` integer NOT NULL,
	`no` text NOT NULL,
	`kind` text NOT NULL,
	`aspect` text NOT NULL,
	`key_issue` text NOT NULL,
	`category` text NOT NULL,
	`title` text NOT NULL,
	`detail` text NOT NULL,
	`auditee` text NOT NULL,
	`amount` integer,
	`amount_class` text,
	`legal_basis` text NOT NULL,
	`audit_suggestion` text NOT NULL,
	`is_recurrence` integer,
	`rect_type` text,
	`leader` text NOT NULL,
	`lead_unit` text NOT NULL,
	`units` text NOT NULL,
	`handler` text NOT NULL,
	`due_on` text,
	`original_due_on` text,
	`standard` text NOT NULL,
	`progress` text NOT NULL,
	`result` text NOT NULL,
	`reason_not_done` text NOT NULL,
	`next_step` text NOT NULL,
	`mechanism` text NOT NULL,
	`evidence_text` text NOT NULL,
	`is_public` integer,
	`project_id` text,
	`enterprise_id` text,
	`remark` text NOT NULL,
	`state` text NOT NULL,
	`status` text NOT NULL,
	`status_label` text NOT NULL,
	`extension_count` integer NOT NULL,
	`cycle` integer NOT NULL,
	`reopen_count` integer NOT NULL,
	`return_count` integer NOT NULL,
	`submitted_on` text,
	`submitted_by` text NOT NULL,
	`proposed_state` text,
	`proposed_by` text NOT NULL,
	`determined_by` text NOT NULL,
	`determined_on` text,
	`closed_on` text,
	`closed_by` text NOT NULL,
	`closure_form_no` text NOT NULL,
	`batch_id` text,
	`source_row` integer,
	`is_sample` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`program_id`) REFERENCES `rect_program`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `finding_program` ON `finding` (`program_id`,`position`,`id`,`state`,`status`,`status_label`,`due_on`,`lead_unit`,`handler`,`leader`,`amount`);--> statement-breakpoint
CREATE INDEX `finding_due` ON `finding` (`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `finding_updated` ON `finding` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `finding_state` ON `finding` (`state`);--> statement-breakpoint
CREATE INDEX `finding_handler` ON `finding` (`handler`);--> statement-breakpoint
CREATE INDEX `finding_project` ON `finding` (`project_id`);--> statement-breakpoint
CREATE INDEX `finding_enterprise` ON `finding` (`enterprise_id`);--> statement-breakpoint
CREATE TABLE `finding_amount` (
	`id` text PRIMARY KEY NOT NULL,
	`finding_id` text NOT NULL,
	`treatment` text NOT NULL,
	`unit` text NOT NULL,
	`required_fen` integer,
	`done_fen` integer,
	`required` text,
	`done` text,
	`voucher_no` text NOT NULL,
	`reason` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `finding_amount_finding` ON `finding_amount` (`finding_id`);--> statement-breakpoint
CREATE TABLE `finding_measure` (
	`id` text PRIMARY KEY NOT NULL,
	`finding_id` text NOT NULL,
	`measure_id` text NOT NULL,
	`position` integer NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `finding_measure_once` ON `finding_measure` (`finding_id`,`measure_id`);--> statement-breakpoint
CREATE INDEX `finding_measure_measure` ON `finding_measure` (`measure_id`);--> statement-breakpoint
CREATE TABLE `finding_point` (
	`id` text PRIMARY KEY NOT NULL,
	`finding_id` text NOT NULL,
	`parent_id` text,
	`position` integer NOT NULL,
	`no` text NOT NULL,
	`text` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `finding_point_finding` ON `finding_point` (`finding_id`);--> statement-breakpoint
CREATE TABLE `finding_step` (
	`id` text PRIMARY KEY NOT NULL,
	`finding_id` text NOT NULL,
	`cycle` integer NOT NULL,
	`kind` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`on` text NOT NULL,
	`by` text NOT NULL,
	`agreed_by` text NOT NULL,
	`text` text NOT NULL,
	`doc_no` text NOT NULL,
	`recorded_at` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `finding_step_finding` ON `finding_step` (`finding_id`);--> statement-breakpoint
CREATE TABLE `look_back` (
	`id` text PRIMARY KEY NOT NULL,
	`finding_id` text NOT NULL,
	`planned_on` text NOT NULL,
	`sample_id` text,
	`done_on` text,
	`done_by` text NOT NULL,
	`result` text,
	`note` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sample_id`) REFERENCES `look_back_sample`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `look_back_finding` ON `look_back` (`finding_id`);--> statement-breakpoint
CREATE TABLE `look_back_sample` (
	`id` text PRIMARY KEY NOT NULL,
	`drawn_on` text NOT NULL,
	`drawn_by` text NOT NULL,
	`seed` text NOT NULL,
	`percent` integer NOT NULL,
	`pool` text NOT NULL,
	`is_sample` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `measure` (
	`id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`text` text NOT NULL,
	`leader` text NOT NULL,
	`unit` text NOT NULL,
	`handler` text NOT NULL,
	`due_on` text,
	`justification` text NOT NULL,
	`status` text NOT NULL,
	`done_on` text,
	`done_by` text NOT NULL,
	`result` text NOT NULL,
	`verified_by` text NOT NULL,
	`verified_on` text,
	`batch_id` text,
	`source_row` integer,
	`is_sample` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`program_id`) REFERENCES `rect_program`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `measure_program` ON `measure` (`program_id`);--> statement-breakpoint
CREATE TABLE `rect_cycle` (
	`id` text PRIMARY KEY NOT NULL,
	`finding_id` text NOT NULL,
	`seq` integer NOT NULL,
	`started_on` text,
	`due_on` text,
	`closed_on` text,
	`closure_form_no` text NOT NULL,
	`reopen_reason` text NOT NULL,
	`reopen_basis` text NOT NULL,
	`closure_form` text,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rect_cycle_once` ON `rect_cycle` (`finding_id`,`seq`);--> statement-breakpoint
CREATE TABLE `rect_letter` (
	`id` text PRIMARY KEY NOT NULL,
	`finding_id` text NOT NULL,
	`kind` text NOT NULL,
	`doc_no` text NOT NULL,
	`to` text NOT NULL,
	`issued_on` text NOT NULL,
	`issued_by` text NOT NULL,
	`body` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `rect_letter_finding` ON `rect_letter` (`finding_id`);--> statement-breakpoint
CREATE TABLE `rect_program` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`level` text NOT NULL,
	`title` text NOT NULL,
	`doc_no` text NOT NULL,
	`auditee` text NOT NULL,
	`origin_years` text NOT NULL,
	`feedback_on` text,
	`report_to_unit` text NOT NULL,
	`report_cycle_months` integer,
	`clocks` text NOT NULL,
	`vocabulary` text NOT NULL,
	`rate_rule` text NOT NULL,
	`level_names` text NOT NULL,
	`declared` text NOT NULL,
	`notice_text` text NOT NULL,
	`remark` text NOT NULL,
	`batch_id` text,
	`is_sample` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `rect_report` (
	`id` text PRIMARY KEY NOT NULL,
	`program_id` text,
	`kind` text NOT NULL,
	`due_on` text,
	`as_of` text NOT NULL,
	`version` integer NOT NULL,
	`issued_on` text NOT NULL,
	`issued_by` text NOT NULL,
	`doc_no` text NOT NULL,
	`check_code` text NOT NULL,
	`remark` text NOT NULL,
	`content` text,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`program_id`) REFERENCES `rect_program`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `rect_role` (
	`id` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`person_id` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rect_role_once` ON `rect_role` (`role`,`person_id`);--> statement-breakpoint
CREATE TABLE `recurrence` (
	`id` text PRIMARY KEY NOT NULL,
	`finding_id` text NOT NULL,
	`earlier_id` text NOT NULL,
	`is_same` integer NOT NULL,
	`note` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_on` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`earlier_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `recurrence_once` ON `recurrence` (`finding_id`,`earlier_id`);--> statement-breakpoint
CREATE INDEX `recurrence_earlier` ON `recurrence` (`earlier_id`);--> statement-breakpoint
CREATE TABLE `referral` (
	`id` text PRIMARY KEY NOT NULL,
	`finding_id` text NOT NULL,
	`to` text NOT NULL,
	`cases` integer NOT NULL,
	`persons` integer NOT NULL,
	`amount` integer,
	`doc_no` text NOT NULL,
	`referred_on` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `referral_finding` ON `referral` (`finding_id`);--> statement-breakpoint
CREATE TABLE `rule_made` (
	`id` text PRIMARY KEY NOT NULL,
	`finding_id` text NOT NULL,
	`name` text NOT NULL,
	`doc_no` text NOT NULL,
	`issued_on` text,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `rule_made_finding` ON `rule_made` (`finding_id`);--> statement-breakpoint
-- What was closed with a signed 销号单, and a report that was issued, stay as they were: undo, tools and later versions included. Sample records may go.
CREATE TRIGGER `rect_cycle_keep` BEFORE UPDATE OF `id`, `finding_id`, `seq`, `started_on`, `due_on`, `closed_on`, `closure_form_no`, `closure_form` ON `rect_cycle` WHEN OLD.`closure_form` IS NOT NULL AND OLD.`is_sample` = 0 BEGIN SELECT RAISE(ABORT, 'closed cycles are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `rect_cycle_stay` BEFORE DELETE ON `rect_cycle` WHEN OLD.`closure_form` IS NOT NULL AND OLD.`is_sample` = 0 BEGIN SELECT RAISE(ABORT, 'closed cycles are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `rect_report_keep` BEFORE UPDATE OF `id`, `program_id`, `kind`, `due_on`, `as_of`, `version`, `issued_on`, `check_code`, `content` ON `rect_report` WHEN OLD.`content` IS NOT NULL AND OLD.`is_sample` = 0 BEGIN SELECT RAISE(ABORT, 'issued reports are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `rect_report_stay` BEFORE DELETE ON `rect_report` WHEN OLD.`content` IS NOT NULL AND OLD.`is_sample` = 0 BEGIN SELECT RAISE(ABORT, 'issued reports are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `rect_letter_keep` BEFORE UPDATE OF `id`, `finding_id`, `kind`, `doc_no`, `to`, `issued_on`, `issued_by`, `body` ON `rect_letter` WHEN OLD.`is_sample` = 0 BEGIN SELECT RAISE(ABORT, 'issued letters are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `rect_letter_stay` BEFORE DELETE ON `rect_letter` WHEN OLD.`is_sample` = 0 BEGIN SELECT RAISE(ABORT, 'issued letters are never deleted'); END;
