CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`person_name` text NOT NULL,
	`is_admin` integer NOT NULL,
	`roles` text NOT NULL,
	`pin` text NOT NULL,
	`recovery_code` text NOT NULL,
	`failures` integer NOT NULL,
	`created_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `account_person` ON `account` (`person_name`);--> statement-breakpoint
CREATE TABLE `closed_year` (
	`id` text PRIMARY KEY NOT NULL,
	`closed_on` text NOT NULL,
	`closed_by` text NOT NULL,
	`closed_at` text NOT NULL,
	`results` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `journal_change_deleted` ON `journal_change` (`entry_id`) WHERE "after" IS NULL;