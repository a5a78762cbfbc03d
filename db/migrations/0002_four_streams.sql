CREATE TABLE `task` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`occurrence` text NOT NULL,
	`data_cutoff` text,
	`started_on` text,
	`sent_for_review_on` text,
	`prepared_by` text NOT NULL,
	`checked_on` text,
	`checked_by` text NOT NULL,
	`approved_on` text,
	`approved_by` text NOT NULL,
	`submitted_on` text,
	`submitted_via` text NOT NULL,
	`brief_id` text,
	`received_on` text,
	`receipt_no` text NOT NULL,
	`returned_on` text,
	`return_reason` text NOT NULL,
	`cancelled_on` text,
	`cancel_reason` text NOT NULL,
	`handler` text NOT NULL,
	`remark` text NOT NULL,
	`is_sample` integer NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `task_once` ON `task` (`assignment_id`,`occurrence`);--> statement-breakpoint
CREATE TABLE `training_attendance` (
	`id` text PRIMARY KEY NOT NULL,
	`training_id` text NOT NULL,
	`person_name` text NOT NULL,
	`hours` text DEFAULT '' NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`training_id`) REFERENCES `training`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `training_attendance_training` ON `training_attendance` (`training_id`);--> statement-breakpoint
CREATE TABLE `demand` (
	`id` text PRIMARY KEY NOT NULL,
	`enterprise_id` text NOT NULL,
	`visit_id` text,
	`text` text NOT NULL,
	`raised_on` text NOT NULL,
	`transferred_on` text,
	`transferred_to` text NOT NULL,
	`replied_on` text,
	`handling` text NOT NULL,
	`is_solved` integer,
	`solved_on` text,
	`satisfaction` text,
	`handler` text NOT NULL,
	`is_sample` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `demand_enterprise` ON `demand` (`enterprise_id`);--> statement-breakpoint
CREATE INDEX `demand_visit` ON `demand` (`visit_id`);--> statement-breakpoint
CREATE INDEX `demand_raised` ON `demand` (`raised_on`);--> statement-breakpoint
CREATE TABLE `policy` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`doc_no` text NOT NULL,
	`issuer` text NOT NULL,
	`published_on` text NOT NULL,
	`explainer_ready_on` text,
	`explainer` text NOT NULL,
	`sent_on` text,
	`sent_via` text NOT NULL,
	`channels` text NOT NULL,
	`handler` text NOT NULL,
	`remark` text NOT NULL,
	`is_sample` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `policy_published` ON `policy` (`published_on`);--> statement-breakpoint
CREATE TABLE `policy_told` (
	`id` text PRIMARY KEY NOT NULL,
	`policy_id` text NOT NULL,
	`enterprise_id` text NOT NULL,
	`told_on` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`policy_id`) REFERENCES `policy`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `policy_told_once` ON `policy_told` (`policy_id`,`enterprise_id`);--> statement-breakpoint
CREATE INDEX `policy_told_enterprise` ON `policy_told` (`enterprise_id`);--> statement-breakpoint
CREATE TABLE `visit` (
	`id` text PRIMARY KEY NOT NULL,
	`enterprise_id` text NOT NULL,
	`person_id` text,
	`visited_on` text NOT NULL,
	`mode` text NOT NULL,
	`visitors` text NOT NULL,
	`topics` text NOT NULL,
	`batch_id` text,
	`source_row` integer,
	`is_sample` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `visit_on` ON `visit` (`visited_on`,`id`);--> statement-breakpoint
CREATE INDEX `visit_enterprise` ON `visit` (`enterprise_id`,`visited_on`);--> statement-breakpoint
CREATE INDEX `visit_person` ON `visit` (`person_id`);--> statement-breakpoint
CREATE TABLE `permit` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`kind` text NOT NULL,
	`applicant` text NOT NULL,
	`accepted_on` text,
	`issued_on` text,
	`doc_no` text NOT NULL,
	`blocked` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `permit_project` ON `permit` (`project_id`);--> statement-breakpoint
CREATE TABLE `project` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`owner` text NOT NULL,
	`owner_key` text NOT NULL,
	`content` text NOT NULL,
	`industry` text NOT NULL,
	`site` text NOT NULL,
	`land_area` text NOT NULL,
	`total_investment` integer,
	`annual_plan` integer,
	`invested_ytd` integer,
	`invested_total` integer,
	`overrun_reason` text NOT NULL,
	`stage` text NOT NULL,
	`enter_pool_on` text,
	`planned_sign` text,
	`signed_on` text,
	`planned_start` text,
	`started_on` text,
	`start_reason` text NOT NULL,
	`planned_finish` text,
	`completed_on` text,
	`planned_production` text,
	`production_on` text,
	`planned_full_capacity` text,
	`full_capacity_on` text,
	`exit` text,
	`exited_on` text,
	`exit_reason` text NOT NULL,
	`leave_pool_on` text,
	`leave_reason` text NOT NULL,
	`permit_text` text NOT NULL,
	`physical_progress` text NOT NULL,
	`problem_text` text NOT NULL,
	`coordination_text` text NOT NULL,
	`leader_sponsor` text NOT NULL,
	`steward` text NOT NULL,
	`task_team` text NOT NULL,
	`contact` text NOT NULL,
	`handler` text NOT NULL,
	`is_in_statistics` integer NOT NULL,
	`is_provincial_key` integer NOT NULL,
	`linked_lead_id` text,
	`remark` text NOT NULL,
	`batch_id` text,
	`source_row` integer,
	`is_sample` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `project_name` ON `project` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `project_updated` ON `project` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `project_owner_key` ON `project` (`owner_key`);--> statement-breakpoint
CREATE INDEX `project_lead` ON `project` (`linked_lead_id`);--> statement-breakpoint
CREATE TABLE `project_dispatch` (
	`id` text PRIMARY KEY NOT NULL,
	`dispatched_on` text NOT NULL,
	`rows` text NOT NULL,
	`remark` text NOT NULL,
	`is_sample` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `project_problem` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`text` text NOT NULL,
	`raised_on` text NOT NULL,
	`ask_unit` text NOT NULL,
	`whistled_on` text,
	`reported_on` text,
	`coordinated_on` text,
	`solved_on` text,
	`result` text NOT NULL,
	`handler` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `project_problem_project` ON `project_problem` (`project_id`);--> statement-breakpoint
CREATE TABLE `project_visit` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`visited_on` text NOT NULL,
	`visitors` text NOT NULL,
	`topics` text NOT NULL,
	`result` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `project_visit_project` ON `project_visit` (`project_id`);--> statement-breakpoint
CREATE INDEX `project_visit_on` ON `project_visit` (`visited_on`);--> statement-breakpoint
CREATE TABLE `enterprise` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`credit_code` text NOT NULL,
	`street` text NOT NULL,
	`scale` text NOT NULL,
	`industry` text NOT NULL,
	`contact` text NOT NULL,
	`phone` text NOT NULL,
	`remark` text NOT NULL,
	`batch_id` text,
	`source_row` integer,
	`is_sample` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `enterprise_name_key` ON `enterprise` (`name_key`);--> statement-breakpoint
CREATE INDEX `enterprise_credit_code` ON `enterprise` (`credit_code`);--> statement-breakpoint
CREATE INDEX `enterprise_name` ON `enterprise` (`name`,`id`);--> statement-breakpoint
CREATE TABLE `enterprise_link` (
	`id` text PRIMARY KEY NOT NULL,
	`enterprise_id` text NOT NULL,
	`person_id` text NOT NULL,
	`started_on` text,
	`ended_on` text,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `enterprise_link_enterprise` ON `enterprise_link` (`enterprise_id`);--> statement-breakpoint
CREATE INDEX `enterprise_link_person` ON `enterprise_link` (`person_id`);--> statement-breakpoint
CREATE TABLE `handover` (
	`id` text PRIMARY KEY NOT NULL,
	`from_person_id` text NOT NULL,
	`to_person_id` text NOT NULL,
	`handed_on` text NOT NULL,
	`items` text NOT NULL,
	`remark` text NOT NULL,
	`is_sample` integer NOT NULL,
	FOREIGN KEY (`from_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `section` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`is_sample` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `report_edit` (
	`id` text PRIMARY KEY NOT NULL,
	`period` text NOT NULL,
	`kind` text NOT NULL,
	`place` text NOT NULL,
	`original` text NOT NULL,
	`value` text NOT NULL,
	`reason` text NOT NULL,
	`edited_by` text NOT NULL,
	`edited_at` text NOT NULL,
	`is_sample` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `report_edit_period` ON `report_edit` (`period`);--> statement-breakpoint
CREATE TABLE `revenue_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`item` text NOT NULL,
	`source` text NOT NULL,
	`payer` text NOT NULL,
	`payer_key` text NOT NULL,
	`status` text NOT NULL,
	`occurred_on` text,
	`confirmed_on` text,
	`booked_on` text,
	`reversed_on` text,
	`reason` text NOT NULL,
	`gross` integer,
	`retained_rate` text,
	`district_retained` integer,
	`voucher_no` text NOT NULL,
	`finding_text` text NOT NULL,
	`finding_id` text,
	`budget` integer,
	`spent` integer,
	`handler` text NOT NULL,
	`remark` text NOT NULL,
	`batch_id` text,
	`source_row` integer,
	`is_sample` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `revenue_entry_booked` ON `revenue_entry` (`booked_on`,`id`);--> statement-breakpoint
CREATE INDEX `revenue_entry_updated` ON `revenue_entry` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `revenue_entry_voucher` ON `revenue_entry` (`voucher_no`);--> statement-breakpoint
CREATE INDEX `revenue_entry_payer_key` ON `revenue_entry` (`payer_key`);--> statement-breakpoint
CREATE TABLE `revenue_tip` (
	`id` text PRIMARY KEY NOT NULL,
	`direction` text NOT NULL,
	`counterpart` text NOT NULL,
	`content` text NOT NULL,
	`sent_on` text NOT NULL,
	`answer_due_on` text,
	`handled_on` text,
	`result` text NOT NULL,
	`receipt_no` text NOT NULL,
	`entry_id` text,
	`handler` text NOT NULL,
	`is_sample` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `revenue_entry`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `revenue_tip_sent` ON `revenue_tip` (`sent_on`,`id`);--> statement-breakpoint
CREATE INDEX `revenue_tip_entry` ON `revenue_tip` (`entry_id`);--> statement-breakpoint
CREATE TABLE `search_entry` (
	`kind` text NOT NULL,
	`record_id` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`initials` text,
	PRIMARY KEY(`kind`, `record_id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `search_entry_pending` ON `search_entry` (`kind`) WHERE initials is null;--> statement-breakpoint
CREATE TABLE `preference` (
	`id` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `saved_view` (
	`id` text PRIMARY KEY NOT NULL,
	`list` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`created_at` text NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `brief` ADD `kind` text DEFAULT 'brief' NOT NULL;--> statement-breakpoint
ALTER TABLE `brief` ADD `body` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `brief` ADD `uses` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `brief` ADD `handler` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `brief` ADD `updated_at` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `lead` ADD `handler` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `lead` ADD `backfilled_fields` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `lead_company_name` ON `lead` (`company_name`) WHERE company_name <> '';--> statement-breakpoint
ALTER TABLE `training` ADD `stream` text DEFAULT 'investment' NOT NULL;--> statement-breakpoint
ALTER TABLE `training` ADD `status` text DEFAULT 'held' NOT NULL;--> statement-breakpoint
ALTER TABLE `training` ADD `hours` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `training` ADD `place` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `training` ADD `handler` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `person` ADD `section_id` text REFERENCES section(id);--> statement-breakpoint
ALTER TABLE `person` ADD `rank` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `person` ADD `phone` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `person` ADD `remark` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `person` ADD `left_on` text;