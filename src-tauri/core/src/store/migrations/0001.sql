-- The first schema. Times are intervals of UTC seconds: *_earliest and *_latest are both null (unknown) or both set.
-- Lists of allowed values are chains of OR: SQLite builds a temporary table for every IN list at every insert, a quarter of an import.
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
  kind TEXT NOT NULL CHECK (kind = 'info_ministry' OR kind = 'prosecutor_general' OR kind = 'court' OR kind = 'police' OR kind = 'security' OR kind = 'education_child' OR kind = 'local_executive' OR kind = 'other'),
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
  kind TEXT NOT NULL CHECK (kind = 'social_network' OR kind = 'messenger' OR kind = 'video' OR kind = 'forum' OR kind = 'media' OR kind = 'website' OR kind = 'other'),
  name_kk TEXT NOT NULL,
  name_ru TEXT NOT NULL,
  name_en TEXT NOT NULL,
  domains TEXT NOT NULL
) STRICT;
CREATE TABLE audience_measures (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  platform_id BLOB NOT NULL REFERENCES platforms (id),
  value INTEGER NOT NULL CHECK (value >= 0),
  unit TEXT NOT NULL CHECK (unit = 'avg_daily_over_month' OR unit = 'monthly_users' OR unit = 'hosts_per_day' OR unit = 'other'),
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
  state TEXT NOT NULL CHECK (state = 'made' OR state = 'undone')
) STRICT;

CREATE TABLE complaints (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  reference TEXT NOT NULL UNIQUE,
  channel TEXT NOT NULL CHECK (channel = 'e_otinish' OR channel = 'paper' OR channel = 'hotline_111' OR channel = 'platform_form' OR channel = 'media' OR channel = 'unknown'),
  filed_earliest INTEGER,
  filed_latest INTEGER,
  filed_precision TEXT NOT NULL,
  filed_offset INTEGER NOT NULL,
  filed_basis TEXT NOT NULL,
  filer_capacity TEXT NOT NULL CHECK (filer_capacity = 'legal_representative' OR filer_capacity = 'child' OR filer_capacity = 'other_citizen' OR filer_capacity = 'official_for_self' OR filer_capacity = 'agency' OR filer_capacity = 'anonymous' OR filer_capacity = 'unknown'),
  to_expert_group TEXT NOT NULL CHECK (to_expert_group = 'yes' OR to_expert_group = 'no' OR to_expert_group = 'unknown'),
  decision TEXT NOT NULL CHECK (decision = 'confirmed' OR decision = 'not_confirmed' OR decision = 'refused' OR decision = 'forwarded' OR decision = 'no_reply' OR decision = 'pending' OR decision = 'unknown'),
  order_id BLOB REFERENCES orders (id),
  note TEXT NOT NULL
) STRICT;
CREATE INDEX complaints_order ON complaints (order_id) WHERE order_id IS NOT NULL;

CREATE TABLE orders (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  batch_id BLOB REFERENCES import_batches (id),
  reference TEXT NOT NULL UNIQUE,
  instrument TEXT NOT NULL CHECK (instrument = 'ministry_order' OR instrument = 'prosecutor_submission' OR instrument = 'court_act' OR instrument = 'police_request' OR instrument = 'letter' OR instrument = 'platform_channel_flag' OR instrument = 'preventive_recommendation' OR instrument = 'unknown'),
  number TEXT NOT NULL,
  authority_id BLOB REFERENCES authorities (id),
  platform_id BLOB REFERENCES platforms (id),
  learned_earliest INTEGER,
  learned_latest INTEGER,
  learned_precision TEXT NOT NULL,
  learned_offset INTEGER NOT NULL,
  learned_basis TEXT NOT NULL,
  learned_how TEXT NOT NULL CHECK (learned_how = 'platform_notice' OR learned_how = 'author' OR learned_how = 'lawyer' OR learned_how = 'court_file' OR learned_how = 'register' OR learned_how = 'press' OR learned_how = 'foi' OR learned_how = 'leak' OR learned_how = 'monitoring' OR learned_how = 'unknown'),
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
  ground TEXT NOT NULL CHECK (ground = 'child_cyberbullying' OR ground = 'bullying_unspecified' OR ground = 'honour_dignity' OR ground = 'defamation' OR ground = 'false_information' OR ground = 'personal_data' OR ground = 'extremism' OR ground = 'drugs' OR ground = 'gambling' OR ground = 'pornography' OR ground = 'elections' OR ground = 'lgbt_propaganda' OR ground = 'other' OR ground = 'not_stated'),
  action TEXT NOT NULL CHECK (action = 'delete' OR action = 'geo_block' OR action = 'suspend_account' OR action = 'block_site' OR action = 'disclose_author' OR action = 'label' OR action = 'other' OR action = 'not_stated'),
  document_seen TEXT NOT NULL CHECK (document_seen = 'original' OR document_seen = 'copy' OR document_seen = 'quoted' OR document_seen = 'described_only' OR document_seen = 'unknown'),
  names_items_by_url TEXT NOT NULL CHECK (names_items_by_url = 'yes' OR names_items_by_url = 'no' OR names_items_by_url = 'partly' OR names_items_by_url = 'unknown'),
  informs_of_appeal TEXT NOT NULL CHECK (informs_of_appeal = 'yes' OR informs_of_appeal = 'no' OR informs_of_appeal = 'unknown'),
  author_notified TEXT NOT NULL CHECK (author_notified = 'yes' OR author_notified = 'no' OR author_notified = 'unknown'),
  reasons_level TEXT NOT NULL CHECK (reasons_level = 'none' OR reasons_level = 'formula' OR reasons_level = 'case_specific' OR reasons_level = 'unknown'),
  note TEXT NOT NULL,
  draft INTEGER NOT NULL CHECK (draft = 0 OR draft = 1)
) STRICT;
CREATE INDEX orders_batch ON orders (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX orders_number ON orders (number) WHERE number <> '';
CREATE INDEX orders_received ON orders (received_earliest) WHERE received_earliest IS NOT NULL;
CREATE INDEX orders_draft ON orders (draft) WHERE draft = 1;

CREATE TABLE items (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  batch_id BLOB REFERENCES import_batches (id),
  locator TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'post' OR kind = 'comment' OR kind = 'image' OR kind = 'video' OR kind = 'audio' OR kind = 'story' OR kind = 'message' OR kind = 'channel' OR kind = 'account' OR kind = 'group' OR kind = 'article' OR kind = 'livestream' OR kind = 'other'),
  language TEXT NOT NULL CHECK (language = 'kk' OR language = 'ru' OR language = 'en' OR language = 'mixed' OR language = 'other' OR language = ''),
  text TEXT NOT NULL,
  posted_earliest INTEGER,
  posted_latest INTEGER,
  posted_precision TEXT NOT NULL,
  posted_offset INTEGER NOT NULL,
  posted_basis TEXT NOT NULL,
  sensitivity TEXT NOT NULL CHECK (sensitivity = 'normal' OR sensitivity = 'child_identifiable' OR sensitivity = 'intimate' OR sensitivity = 'graphic'),
  topic TEXT NOT NULL
) STRICT;
CREATE INDEX items_batch ON items (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX items_locator ON items (locator);

CREATE TABLE order_items (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  batch_id BLOB REFERENCES import_batches (id),
  order_id BLOB NOT NULL REFERENCES orders (id),
  item_id BLOB NOT NULL REFERENCES items (id),
  outcome TEXT NOT NULL CHECK (outcome = 'removed' OR outcome = 'geo_blocked' OR outcome = 'account_suspended' OR outcome = 'age_gated' OR outcome = 'labelled' OR outcome = 'author_deleted' OR outcome = 'partly' OR outcome = 'refused' OR outcome = 'no_action' OR outcome = 'unknown'),
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
  verdict TEXT NOT NULL CHECK (verdict = 'real_bullying' OR verdict = 'legitimate_criticism' OR verdict = 'mixed' OR verdict = 'other_unlawful' OR verdict = 'other_lawful' OR verdict = 'cannot_tell'),
  subtype TEXT NOT NULL,
  override_reason TEXT NOT NULL,
  locked_at INTEGER NOT NULL,
  UNIQUE (order_item_id, rubric)
) STRICT;
CREATE TRIGGER reviews_no_update BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, 'a locked review is never changed'); END;

CREATE TABLE papers (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind = 'brief'),
  lang TEXT NOT NULL CHECK (lang = 'kk' OR lang = 'ru' OR lang = 'en'),
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
