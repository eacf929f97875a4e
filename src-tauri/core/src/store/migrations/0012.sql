-- Purging. Values and files can be taken away for good; the signed entries stay, and one of them says what was taken.
-- A secret of its own for each file of an exhibit: without it the file opens with no key. A file may have several while it is taken in anew.
CREATE TABLE blob_secrets (
  name TEXT NOT NULL,
  secret BLOB NOT NULL CHECK (length(secret) = 32),
  PRIMARY KEY (name, secret)
) STRICT, WITHOUT ROWID;
-- Hashes of rows of an import, or of a register that was read back, whose values are gone: the tree is still made to its signed root.
CREATE TABLE row_leaves (
  row_id BLOB PRIMARY KEY CHECK (length(row_id) = 16),
  leaf BLOB NOT NULL CHECK (length(leaf) = 32)
) STRICT, WITHOUT ROWID;
-- Salts of the rows that are left, sixteen bytes each in the order of the rows, once the one that they all followed from is destroyed.
CREATE TABLE row_salts (
  batch_id BLOB NOT NULL CHECK (length(batch_id) = 16),
  record TEXT NOT NULL,
  part INTEGER NOT NULL,
  salts BLOB NOT NULL,
  PRIMARY KEY (batch_id, record, part)
) STRICT;
-- What is never changed is changed by a purge alone, which marks itself in the vault's state for as long as its transaction lasts.
DROP TRIGGER ledger_entries_no_update;
CREATE TRIGGER ledger_entries_no_update BEFORE UPDATE ON ledger_entries
WHEN NOT EXISTS (SELECT 1 FROM vault_state WHERE name = 'purging') OR NEW.seq IS NOT OLD.seq OR NEW.recorded_at IS NOT OLD.recorded_at
  OR NEW.kind IS NOT OLD.kind OR NEW.object IS NOT OLD.object OR NEW.bytes IS NOT OLD.bytes OR NEW.leaf IS NOT OLD.leaf
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
DROP TRIGGER reviews_no_update;
CREATE TRIGGER reviews_no_update BEFORE UPDATE ON reviews
WHEN NOT EXISTS (SELECT 1 FROM vault_state WHERE name = 'purging')
BEGIN SELECT RAISE(ABORT, 'a locked review is never changed'); END;
DROP TRIGGER review_cycles_no_update;
CREATE TRIGGER review_cycles_no_update BEFORE UPDATE ON review_cycles
WHEN NOT EXISTS (SELECT 1 FROM vault_state WHERE name = 'purging')
BEGIN SELECT RAISE(ABORT, 'an opened cycle is never changed'); END;
DROP TRIGGER calibration_answers_no_update;
CREATE TRIGGER calibration_answers_no_update BEFORE UPDATE ON calibration_answers
WHEN NOT EXISTS (SELECT 1 FROM vault_state WHERE name = 'purging')
BEGIN SELECT RAISE(ABORT, 'an answer to a calibration case is never changed'); END;
DROP TRIGGER papers_no_update;
CREATE TRIGGER papers_no_update BEFORE UPDATE ON papers
WHEN NOT EXISTS (SELECT 1 FROM vault_state WHERE name = 'purging')
BEGIN SELECT RAISE(ABORT, 'a sealed paper is never changed'); END;
DROP TRIGGER custody_events_no_update;
CREATE TRIGGER custody_events_no_update BEFORE UPDATE ON custody_events
WHEN NOT EXISTS (SELECT 1 FROM vault_state WHERE name = 'purging')
BEGIN SELECT RAISE(ABORT, 'custody is only ever added to'); END;
