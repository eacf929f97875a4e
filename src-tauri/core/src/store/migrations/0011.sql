-- What proves something: a file that lies encrypted beside the database, or a thing that is described.
CREATE TABLE exhibits (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  reference TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind = 'order_scan' OR kind = 'platform_notice' OR kind = 'screenshot' OR kind = 'wacz' OR kind = 'mhtml' OR kind = 'video' OR kind = 'letter' OR kind = 'court_act' OR kind = 'testimony' OR kind = 'press' OR kind = 'other'),
  description TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER,
  mime TEXT NOT NULL,
  copy_type TEXT NOT NULL CHECK (copy_type = 'original' OR copy_type = 'working' OR copy_type = 'redacted' OR copy_type = 'unknown'),
  derived_from_id BLOB REFERENCES exhibits (id),
  captured_earliest INTEGER,
  captured_latest INTEGER,
  captured_precision TEXT NOT NULL,
  captured_offset INTEGER NOT NULL,
  captured_basis TEXT NOT NULL,
  captured_by TEXT NOT NULL,
  tool TEXT NOT NULL,
  tool_version TEXT NOT NULL,
  source_url TEXT NOT NULL,
  acquisition TEXT NOT NULL CHECK (acquisition = 'self' OR acquisition = 'received' OR acquisition = 'public_register' OR acquisition = 'unknown'),
  language TEXT NOT NULL,
  sensitivity TEXT NOT NULL CHECK (sensitivity = 'normal' OR sensitivity = 'child_identifiable' OR sensitivity = 'intimate' OR sensitivity = 'graphic'),
  released_to TEXT NOT NULL,
  order_id BLOB REFERENCES orders (id),
  item_id BLOB REFERENCES items (id),
  complaint_id BLOB REFERENCES complaints (id),
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE INDEX exhibits_order ON exhibits (order_id);
CREATE INDEX exhibits_item ON exhibits (item_id);
CREATE INDEX exhibits_complaint ON exhibits (complaint_id);

-- What was done with an exhibit: only ever added to.
CREATE TABLE custody_events (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  exhibit_id BLOB NOT NULL REFERENCES exhibits (id),
  at_earliest INTEGER, at_latest INTEGER, at_precision TEXT NOT NULL, at_offset INTEGER NOT NULL, at_basis TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action = 'ingest' OR action = 'verify' OR action = 'view' OR action = 'copy' OR action = 'redact' OR action = 'export' OR action = 'transfer' OR action = 'restore' OR action = 'destroy' OR action = 'unknown'),
  reason TEXT NOT NULL,
  sha_before TEXT NOT NULL,
  sha_after TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE INDEX custody_events_exhibit ON custody_events (exhibit_id);
CREATE TRIGGER custody_events_no_update BEFORE UPDATE ON custody_events BEGIN SELECT RAISE(ABORT, 'custody is only ever added to'); END;

-- Names of encrypted files that were begun: from before a file takes its name until the rows that name it are there. What is left of it when a vault
-- is opened belongs to no exhibit and is taken away. Nothing else ever is.
CREATE TABLE blobs_begun (
  name TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
