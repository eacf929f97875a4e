-- The first schema. Times are intervals of UTC seconds: *_earliest and *_latest are both null (unknown) or both set.
-- Tables named here as "record" are what the ledger speaks of; each row carries the import batch that made it, or nothing.

CREATE TABLE ledger_entries (
  seq INTEGER PRIMARY KEY,
  recorded_at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  object BLOB NOT NULL CHECK (length(object) = 16),
  actor TEXT NOT NULL,
  bytes BLOB NOT NULL,
  payload BLOB NOT NULL,
  leaf BLOB NOT NULL CHECK (length(leaf) = 32)
) STRICT;
CREATE TABLE ledger_checkpoints (
  size INTEGER PRIMARY KEY,
  note TEXT NOT NULL
) STRICT;
CREATE TABLE ledger_touches (
  id BLOB NOT NULL CHECK (length(id) = 16),
  seq INTEGER NOT NULL REFERENCES ledger_entries (seq),
  PRIMARY KEY (id, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ledger_entries_no_update BEFORE UPDATE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_entries_no_delete BEFORE DELETE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_checkpoints_no_update BEFORE UPDATE ON ledger_checkpoints BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_checkpoints_no_delete BEFORE DELETE ON ledger_checkpoints BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_touches_no_update BEFORE UPDATE ON ledger_touches BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_touches_no_delete BEFORE DELETE ON ledger_touches BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- Facts about this copy of the vault, not about the register: no events.
CREATE TABLE vault_state (
  name TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
-- Answers of a review that was not handed in yet: working paper, not record.
CREATE TABLE review_drafts (
  order_item_id BLOB PRIMARY KEY REFERENCES order_items (id) ON DELETE CASCADE,
  answers TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Record.
CREATE TABLE settings (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE authorities (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('info_ministry', 'prosecutor_general', 'court', 'police', 'security', 'education_child', 'local_executive', 'other')),
  name_kk TEXT NOT NULL,
  name_ru TEXT NOT NULL,
  name_en TEXT NOT NULL
) STRICT;
CREATE TABLE authority_aliases (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  authority_id BLOB NOT NULL REFERENCES authorities (id),
  alias TEXT NOT NULL,
  folded TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL
) STRICT;
CREATE INDEX authority_aliases_folded ON authority_aliases (folded);

CREATE TABLE platforms (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('social_network', 'messenger', 'video', 'forum', 'media', 'website', 'other')),
  name_kk TEXT NOT NULL,
  name_ru TEXT NOT NULL,
  name_en TEXT NOT NULL,
  domains TEXT NOT NULL
) STRICT;
CREATE TABLE audience_measures (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  platform_id BLOB NOT NULL REFERENCES platforms (id),
  value INTEGER NOT NULL CHECK (value >= 0),
  unit TEXT NOT NULL CHECK (unit IN ('avg_daily_over_month', 'monthly_users', 'hosts_per_day', 'other')),
  period TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT;
CREATE INDEX audience_measures_platform ON audience_measures (platform_id);

CREATE TABLE import_batches (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT NOT NULL,
  digest TEXT NOT NULL,
  mapping TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  orders INTEGER NOT NULL,
  items INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('made', 'undone'))
) STRICT;

CREATE TABLE complaints (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  reference TEXT NOT NULL UNIQUE,
  channel TEXT NOT NULL CHECK (channel IN ('e_otinish', 'paper', 'hotline_111', 'platform_form', 'media', 'unknown')),
  filed_earliest INTEGER,
  filed_latest INTEGER,
  filed_precision TEXT NOT NULL,
  filed_offset INTEGER NOT NULL,
  filed_basis TEXT NOT NULL,
  filer_capacity TEXT NOT NULL CHECK (filer_capacity IN ('legal_representative', 'child', 'other_citizen', 'official_for_self', 'agency', 'anonymous', 'unknown')),
  to_expert_group TEXT NOT NULL CHECK (to_expert_group IN ('yes', 'no', 'unknown')),
  decision TEXT NOT NULL CHECK (decision IN ('confirmed', 'not_confirmed', 'refused', 'forwarded', 'no_reply', 'pending', 'unknown')),
  order_id BLOB REFERENCES orders (id),
  note TEXT NOT NULL
) STRICT;
CREATE INDEX complaints_order ON complaints (order_id) WHERE order_id IS NOT NULL;

CREATE TABLE orders (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  batch_id BLOB REFERENCES import_batches (id),
  reference TEXT NOT NULL UNIQUE,
  instrument TEXT NOT NULL CHECK (instrument IN ('ministry_order', 'prosecutor_submission', 'court_act', 'police_request', 'letter', 'platform_channel_flag', 'preventive_recommendation', 'unknown')),
  number TEXT NOT NULL,
  authority_id BLOB REFERENCES authorities (id),
  platform_id BLOB REFERENCES platforms (id),
  learned_earliest INTEGER,
  learned_latest INTEGER,
  learned_precision TEXT NOT NULL,
  learned_offset INTEGER NOT NULL,
  learned_basis TEXT NOT NULL,
  learned_how TEXT NOT NULL CHECK (learned_how IN ('platform_notice', 'author', 'lawyer', 'court_file', 'register', 'press', 'foi', 'leak', 'monitoring', 'unknown')),
  issued_earliest INTEGER,
  issued_latest INTEGER,
  issued_precision TEXT NOT NULL,
  issued_offset INTEGER NOT NULL,
  issued_basis TEXT NOT NULL,
  received_earliest INTEGER,
  received_latest INTEGER,
  received_precision TEXT NOT NULL,
  received_offset INTEGER NOT NULL,
  received_basis TEXT NOT NULL,
  provisions TEXT NOT NULL,
  ground TEXT NOT NULL CHECK (ground IN ('child_cyberbullying', 'bullying_unspecified', 'honour_dignity', 'defamation', 'false_information', 'personal_data', 'extremism', 'drugs', 'gambling', 'pornography', 'elections', 'lgbt_propaganda', 'other', 'not_stated')),
  action TEXT NOT NULL CHECK (action IN ('delete', 'geo_block', 'suspend_account', 'block_site', 'disclose_author', 'label', 'other', 'not_stated')),
  document_seen TEXT NOT NULL CHECK (document_seen IN ('original', 'copy', 'quoted', 'described_only', 'unknown')),
  names_items_by_url TEXT NOT NULL CHECK (names_items_by_url IN ('yes', 'no', 'partly', 'unknown')),
  informs_of_appeal TEXT NOT NULL CHECK (informs_of_appeal IN ('yes', 'no', 'unknown')),
  author_notified TEXT NOT NULL CHECK (author_notified IN ('yes', 'no', 'unknown')),
  reasons_level TEXT NOT NULL CHECK (reasons_level IN ('none', 'formula', 'case_specific', 'unknown')),
  note TEXT NOT NULL,
  draft INTEGER NOT NULL CHECK (draft IN (0, 1))
) STRICT;
CREATE INDEX orders_batch ON orders (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX orders_number ON orders (number) WHERE number <> '';
CREATE INDEX orders_received ON orders (received_earliest) WHERE received_earliest IS NOT NULL;
CREATE INDEX orders_draft ON orders (draft) WHERE draft = 1;

CREATE TABLE items (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  batch_id BLOB REFERENCES import_batches (id),
  locator TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('post', 'comment', 'image', 'video', 'audio', 'story', 'message', 'channel', 'account', 'group', 'article', 'livestream', 'other')),
  language TEXT NOT NULL CHECK (language IN ('kk', 'ru', 'en', 'mixed', 'other', '')),
  text TEXT NOT NULL,
  posted_earliest INTEGER,
  posted_latest INTEGER,
  posted_precision TEXT NOT NULL,
  posted_offset INTEGER NOT NULL,
  posted_basis TEXT NOT NULL,
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'child_identifiable', 'intimate', 'graphic')),
  topic TEXT NOT NULL
) STRICT;
CREATE INDEX items_batch ON items (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX items_locator ON items (locator);

CREATE TABLE order_items (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  batch_id BLOB REFERENCES import_batches (id),
  order_id BLOB NOT NULL REFERENCES orders (id),
  item_id BLOB NOT NULL REFERENCES items (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('removed', 'geo_blocked', 'account_suspended', 'age_gated', 'labelled', 'author_deleted', 'partly', 'refused', 'no_action', 'unknown')),
  complied_earliest INTEGER,
  complied_latest INTEGER,
  complied_precision TEXT NOT NULL,
  complied_offset INTEGER NOT NULL,
  complied_basis TEXT NOT NULL
) STRICT;
CREATE INDEX order_items_order ON order_items (order_id);
CREATE INDEX order_items_item ON order_items (item_id);

CREATE TABLE reviews (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  order_item_id BLOB NOT NULL REFERENCES order_items (id),
  rubric TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  answers TEXT NOT NULL,
  computed TEXT NOT NULL,
  rule TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('real_bullying', 'legitimate_criticism', 'mixed', 'other_unlawful', 'other_lawful', 'cannot_tell')),
  subtype TEXT NOT NULL,
  override_reason TEXT NOT NULL,
  locked_at INTEGER NOT NULL,
  UNIQUE (order_item_id, rubric)
) STRICT;
CREATE TRIGGER reviews_no_update BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, 'a locked review is never changed'); END;

CREATE TABLE papers (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('brief')),
  lang TEXT NOT NULL CHECK (lang IN ('kk', 'ru', 'en')),
  name TEXT NOT NULL,
  digest TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  snapshot TEXT NOT NULL,
  sealed_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER papers_no_update BEFORE UPDATE ON papers BEGIN SELECT RAISE(ABORT, 'a sealed paper is never changed'); END;

-- One folded line of words per order, for the filter of the orders table. Derived, so no events; kept by the same transaction.
CREATE TABLE order_words (
  order_rowid INTEGER PRIMARY KEY,
  words TEXT NOT NULL
) STRICT;
