-- The journal only grows: neither this program nor a tool opened on the file by hand may change an entry.
CREATE TRIGGER `journal_entry_keep` BEFORE UPDATE ON `journal_entry` BEGIN SELECT RAISE(ABORT, 'journal entries are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_entry_stay` BEFORE DELETE ON `journal_entry` BEGIN SELECT RAISE(ABORT, 'journal entries are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_change_keep` BEFORE UPDATE ON `journal_change` BEGIN SELECT RAISE(ABORT, 'journal changes are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_change_stay` BEFORE DELETE ON `journal_change` BEGIN SELECT RAISE(ABORT, 'journal changes are never deleted'); END;
