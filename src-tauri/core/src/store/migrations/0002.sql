-- The rest of the domain: who is who, what the law says, what became of an item, what was published and what was watched.
-- A column that is added to a table of the first schema holds nothing until somebody fills it, so that rows and imports sealed before keep
-- the digests they have. Lists of allowed values begin with IS NULL for the same reason that they are chains of OR: an import must not pay.

CREATE TABLE representatives (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  platform_id BLOB NOT NULL REFERENCES platforms (id),
  name TEXT NOT NULL,
  seat TEXT NOT NULL CHECK (seat = 'in_kz' OR seat = 'abroad' OR seat = 'unknown'),
  appointed_earliest INTEGER,
  appointed_latest INTEGER,
  appointed_precision TEXT NOT NULL,
  appointed_offset INTEGER NOT NULL,
  appointed_basis TEXT NOT NULL,
  ended_earliest INTEGER,
  ended_latest INTEGER,
  ended_precision TEXT NOT NULL,
  ended_offset INTEGER NOT NULL,
  ended_basis TEXT NOT NULL,
  register_number TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE INDEX representatives_platform ON representatives (platform_id);
CREATE TABLE provisions (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  act TEXT NOT NULL,
  article TEXT NOT NULL,
  paragraph TEXT NOT NULL,
  name_kk TEXT NOT NULL,
  name_ru TEXT NOT NULL,
  name_en TEXT NOT NULL,
  note TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE TABLE provision_versions (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  provision_id BLOB NOT NULL REFERENCES provisions (id),
  in_force_from_earliest INTEGER,
  in_force_from_latest INTEGER,
  in_force_from_precision TEXT NOT NULL,
  in_force_from_offset INTEGER NOT NULL,
  in_force_from_basis TEXT NOT NULL,
  in_force_to_earliest INTEGER,
  in_force_to_latest INTEGER,
  in_force_to_precision TEXT NOT NULL,
  in_force_to_offset INTEGER NOT NULL,
  in_force_to_basis TEXT NOT NULL,
  text_kk TEXT NOT NULL,
  text_ru TEXT NOT NULL,
  note_en TEXT NOT NULL,
  source TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE INDEX provision_versions_provision ON provision_versions (provision_id);
CREATE TABLE actors (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  reference TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind = 'person' OR kind = 'organisation' OR kind = 'account' OR kind = 'unknown'),
  name TEXT NOT NULL,
  public_label TEXT NOT NULL,
  is_child TEXT NOT NULL CHECK (is_child = 'yes' OR is_child = 'no' OR is_child = 'unknown'),
  gender TEXT NOT NULL CHECK (gender = 'female' OR gender = 'male' OR gender = 'other' OR gender = 'unknown'),
  consent TEXT NOT NULL CHECK (consent = 'none' OR consent = 'anonymous' OR consent = 'named_partner' OR consent = 'public' OR consent = 'unknown'),
  consent_exhibit TEXT NOT NULL,
  contact TEXT NOT NULL,
  note TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE TABLE actor_ages (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  actor_id BLOB NOT NULL REFERENCES actors (id),
  band TEXT NOT NULL CHECK (band = 'under_13' OR band = '13_15' OR band = '16_17' OR band = 'adult' OR band = 'unknown'),
  at_earliest INTEGER,
  at_latest INTEGER,
  at_precision TEXT NOT NULL,
  at_offset INTEGER NOT NULL,
  at_basis TEXT NOT NULL,
  source TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE INDEX actor_ages_actor ON actor_ages (actor_id);
CREATE TABLE occupancies (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  actor_id BLOB NOT NULL REFERENCES actors (id),
  post TEXT NOT NULL,
  body TEXT NOT NULL,
  public_office TEXT NOT NULL CHECK (public_office = 'yes' OR public_office = 'no' OR public_office = 'unknown'),
  held_from_earliest INTEGER,
  held_from_latest INTEGER,
  held_from_precision TEXT NOT NULL,
  held_from_offset INTEGER NOT NULL,
  held_from_basis TEXT NOT NULL,
  held_to_earliest INTEGER,
  held_to_latest INTEGER,
  held_to_precision TEXT NOT NULL,
  held_to_offset INTEGER NOT NULL,
  held_to_basis TEXT NOT NULL,
  source TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE INDEX occupancies_actor ON occupancies (actor_id);
CREATE TABLE expert_decisions (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  reference TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL,
  requested_earliest INTEGER,
  requested_latest INTEGER,
  requested_precision TEXT NOT NULL,
  requested_offset INTEGER NOT NULL,
  requested_basis TEXT NOT NULL,
  decided_earliest INTEGER,
  decided_latest INTEGER,
  decided_precision TEXT NOT NULL,
  decided_offset INTEGER NOT NULL,
  decided_basis TEXT NOT NULL,
  extended TEXT NOT NULL CHECK (extended = 'yes' OR extended = 'no' OR extended = 'unknown'),
  members_known TEXT NOT NULL,
  disciplines TEXT NOT NULL,
  votes TEXT NOT NULL,
  conclusion TEXT NOT NULL CHECK (conclusion = 'bullying' OR conclusion = 'not_bullying' OR conclusion = 'partly' OR conclusion = 'unknown'),
  reasons_level TEXT NOT NULL CHECK (reasons_level = 'none' OR reasons_level = 'formula' OR reasons_level = 'case_specific' OR reasons_level = 'unknown'),
  dissent TEXT NOT NULL CHECK (dissent = 'yes' OR dissent = 'no' OR dissent = 'unknown'),
  published TEXT NOT NULL CHECK (published = 'yes' OR published = 'no' OR published = 'unknown'),
  note TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE TABLE repetition_sets (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  label TEXT NOT NULL,
  note TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE TABLE order_provisions (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  order_id BLOB NOT NULL REFERENCES orders (id),
  provision_id BLOB NOT NULL REFERENCES provisions (id),
  as_written TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE INDEX order_provisions_order ON order_provisions (order_id);
CREATE INDEX order_provisions_provision ON order_provisions (provision_id);
CREATE TABLE complaint_items (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  complaint_id BLOB NOT NULL REFERENCES complaints (id),
  item_id BLOB NOT NULL REFERENCES items (id),
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE INDEX complaint_items_complaint ON complaint_items (complaint_id);
CREATE INDEX complaint_items_item ON complaint_items (item_id);
CREATE TABLE item_translations (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  item_id BLOB NOT NULL REFERENCES items (id),
  language TEXT NOT NULL CHECK (language = 'kk' OR language = 'ru' OR language = 'en' OR language = 'unknown'),
  text TEXT NOT NULL,
  made_by TEXT NOT NULL CHECK (made_by = 'human' OR made_by = 'machine' OR made_by = 'unknown'),
  translator TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE INDEX item_translations_item ON item_translations (item_id);
CREATE TABLE comparator_pairs (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  item_a_id BLOB NOT NULL REFERENCES items (id),
  item_b_id BLOB NOT NULL REFERENCES items (id),
  shared_features TEXT NOT NULL,
  difference_in_treatment TEXT NOT NULL,
  rationale TEXT NOT NULL,
  first_reviewer TEXT NOT NULL,
  second_reviewer TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE INDEX comparator_pairs_item_a ON comparator_pairs (item_a_id);
CREATE INDEX comparator_pairs_item_b ON comparator_pairs (item_b_id);
CREATE TABLE actor_roles (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  actor_id BLOB NOT NULL REFERENCES actors (id),
  role TEXT NOT NULL CHECK (role = 'complainant' OR role = 'alleged_victim' OR role = 'person_criticised' OR role = 'beneficiary_official' OR role = 'author' OR role = 'publisher' OR role = 'signatory' OR role = 'expert_member' OR role = 'lawyer' OR role = 'witness' OR role = 'unknown'),
  complaint_id BLOB REFERENCES complaints (id),
  order_id BLOB REFERENCES orders (id),
  item_id BLOB REFERENCES items (id),
  source TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE INDEX actor_roles_actor ON actor_roles (actor_id);
CREATE INDEX actor_roles_complaint ON actor_roles (complaint_id) WHERE complaint_id IS NOT NULL;
CREATE INDEX actor_roles_order ON actor_roles (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX actor_roles_item ON actor_roles (item_id) WHERE item_id IS NOT NULL;
CREATE TABLE official_figures (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  batch_id BLOB REFERENCES import_batches (id),
  publisher TEXT NOT NULL,
  country TEXT NOT NULL,
  period_earliest INTEGER,
  period_latest INTEGER,
  period_precision TEXT NOT NULL,
  period_offset INTEGER NOT NULL,
  period_basis TEXT NOT NULL,
  metric TEXT NOT NULL CHECK (metric = 'orders' OR metric = 'items' OR metric = 'complaints' OR metric = 'materials' OR metric = 'requests' OR metric = 'accounts' OR metric = 'unknown'),
  value INTEGER NOT NULL CHECK (value >= 0),
  requester TEXT NOT NULL,
  platform_name TEXT NOT NULL,
  ground TEXT NOT NULL,
  action TEXT NOT NULL,
  source TEXT NOT NULL,
  reliability TEXT NOT NULL CHECK (reliability = 'official_document' OR reliability = 'official_statement' OR reliability = 'secondary' OR reliability = 'unknown'),
  note TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE INDEX official_figures_batch ON official_figures (batch_id) WHERE batch_id IS NOT NULL;
CREATE TABLE coverage_periods (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  watched_from_earliest INTEGER,
  watched_from_latest INTEGER,
  watched_from_precision TEXT NOT NULL,
  watched_from_offset INTEGER NOT NULL,
  watched_from_basis TEXT NOT NULL,
  watched_to_earliest INTEGER,
  watched_to_latest INTEGER,
  watched_to_precision TEXT NOT NULL,
  watched_to_offset INTEGER NOT NULL,
  watched_to_basis TEXT NOT NULL,
  sources_watched TEXT NOT NULL,
  known_gaps TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE TABLE proceedings (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  reference TEXT NOT NULL UNIQUE,
  forum TEXT NOT NULL CHECK (forum = 'platform_appeal' OR forum = 'ministry' OR forum = 'prosecutor' OR forum = 'admin_court' OR forum = 'civil_court' OR forum = 'constitutional_court' OR forum = 'hrc' OR forum = 'special_procedure' OR forum = 'wgad' OR forum = 'upr' OR forum = 'other' OR forum = 'unknown'),
  number TEXT NOT NULL,
  order_id BLOB REFERENCES orders (id),
  complaint_id BLOB REFERENCES complaints (id),
  filed_earliest INTEGER,
  filed_latest INTEGER,
  filed_precision TEXT NOT NULL,
  filed_offset INTEGER NOT NULL,
  filed_basis TEXT NOT NULL,
  due_earliest INTEGER,
  due_latest INTEGER,
  due_precision TEXT NOT NULL,
  due_offset INTEGER NOT NULL,
  due_basis TEXT NOT NULL,
  decided_earliest INTEGER,
  decided_latest INTEGER,
  decided_precision TEXT NOT NULL,
  decided_offset INTEGER NOT NULL,
  decided_basis TEXT NOT NULL,
  stage TEXT NOT NULL,
  claim TEXT NOT NULL,
  result TEXT NOT NULL,
  remedies_exhausted TEXT NOT NULL CHECK (remedies_exhausted = 'yes' OR remedies_exhausted = 'no' OR remedies_exhausted = 'unknown'),
  note TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE INDEX proceedings_order ON proceedings (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX proceedings_complaint ON proceedings (complaint_id) WHERE complaint_id IS NOT NULL;
CREATE TABLE tasks (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  label TEXT NOT NULL,
  due_earliest INTEGER,
  due_latest INTEGER,
  due_precision TEXT NOT NULL,
  due_offset INTEGER NOT NULL,
  due_basis TEXT NOT NULL,
  done_earliest INTEGER,
  done_latest INTEGER,
  done_precision TEXT NOT NULL,
  done_offset INTEGER NOT NULL,
  done_basis TEXT NOT NULL,
  order_id BLOB REFERENCES orders (id),
  complaint_id BLOB REFERENCES complaints (id),
  proceeding_id BLOB REFERENCES proceedings (id),
  note TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE INDEX tasks_order ON tasks (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX tasks_complaint ON tasks (complaint_id) WHERE complaint_id IS NOT NULL;
CREATE INDEX tasks_proceeding ON tasks (proceeding_id) WHERE proceeding_id IS NOT NULL;
CREATE TABLE facts (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  subject_id BLOB NOT NULL CHECK (length(subject_id) = 16),
  field TEXT NOT NULL,
  confidence TEXT NOT NULL CHECK (confidence = 'confirmed' OR confidence = 'probable' OR confidence = 'alleged' OR confidence = 'unknown'),
  exhibits TEXT NOT NULL,
  note TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE INDEX facts_subject ON facts (subject_id);

ALTER TABLE authorities ADD COLUMN successor_of_id BLOB REFERENCES authorities (id);
CREATE INDEX authorities_successor_of ON authorities (successor_of_id) WHERE successor_of_id IS NOT NULL;
ALTER TABLE authorities ADD COLUMN valid_from_earliest INTEGER;
ALTER TABLE authorities ADD COLUMN valid_from_latest INTEGER;
ALTER TABLE authorities ADD COLUMN valid_from_precision TEXT;
ALTER TABLE authorities ADD COLUMN valid_from_offset INTEGER;
ALTER TABLE authorities ADD COLUMN valid_from_basis TEXT;
ALTER TABLE authorities ADD COLUMN valid_to_earliest INTEGER;
ALTER TABLE authorities ADD COLUMN valid_to_latest INTEGER;
ALTER TABLE authorities ADD COLUMN valid_to_precision TEXT;
ALTER TABLE authorities ADD COLUMN valid_to_offset INTEGER;
ALTER TABLE authorities ADD COLUMN valid_to_basis TEXT;
ALTER TABLE authorities ADD COLUMN note TEXT;
ALTER TABLE authorities ADD COLUMN withdrawn INTEGER CHECK (withdrawn = 1);
ALTER TABLE authority_aliases ADD COLUMN withdrawn INTEGER CHECK (withdrawn = 1);
ALTER TABLE platforms ADD COLUMN owner_legal_name TEXT;
ALTER TABLE platforms ADD COLUMN exemption TEXT CHECK (exemption IS NULL OR exemption = 'none' OR exemption = 'corporate_messenger' OR exemption = 'email' OR exemption = 'finance_ecommerce' OR exemption = 'unknown');
ALTER TABLE platforms ADD COLUMN gov_channel TEXT CHECK (gov_channel IS NULL OR gov_channel = 'yes' OR gov_channel = 'no' OR gov_channel = 'unknown');
ALTER TABLE platforms ADD COLUMN note TEXT;
ALTER TABLE platforms ADD COLUMN withdrawn INTEGER CHECK (withdrawn = 1);
ALTER TABLE audience_measures ADD COLUMN withdrawn INTEGER CHECK (withdrawn = 1);
ALTER TABLE orders ADD COLUMN signatory_role TEXT;
ALTER TABLE orders ADD COLUMN representative_id BLOB REFERENCES representatives (id);
CREATE INDEX orders_representative ON orders (representative_id) WHERE representative_id IS NOT NULL;
ALTER TABLE orders ADD COLUMN more_actions TEXT;
ALTER TABLE orders ADD COLUMN deadline_basis TEXT CHECK (deadline_basis IS NULL OR deadline_basis = 'h24_from_receipt' OR deadline_basis = 'h24_from_issue' OR deadline_basis = 'immediate' OR deadline_basis = 'other' OR deadline_basis = 'not_stated');
ALTER TABLE orders ADD COLUMN deadline_stated_earliest INTEGER;
ALTER TABLE orders ADD COLUMN deadline_stated_latest INTEGER;
ALTER TABLE orders ADD COLUMN deadline_stated_precision TEXT;
ALTER TABLE orders ADD COLUMN deadline_stated_offset INTEGER;
ALTER TABLE orders ADD COLUMN deadline_stated_basis TEXT;
ALTER TABLE orders ADD COLUMN closed_earliest INTEGER;
ALTER TABLE orders ADD COLUMN closed_latest INTEGER;
ALTER TABLE orders ADD COLUMN closed_precision TEXT;
ALTER TABLE orders ADD COLUMN closed_offset INTEGER;
ALTER TABLE orders ADD COLUMN closed_basis TEXT;
ALTER TABLE orders ADD COLUMN scope TEXT CHECK (scope IS NULL OR scope = 'kz' OR scope = 'worldwide' OR scope = 'unknown');
ALTER TABLE orders ADD COLUMN duration TEXT CHECK (duration IS NULL OR duration = 'permanent' OR duration = 'until' OR duration = 'not_stated');
ALTER TABLE orders ADD COLUMN duration_until_earliest INTEGER;
ALTER TABLE orders ADD COLUMN duration_until_latest INTEGER;
ALTER TABLE orders ADD COLUMN duration_until_precision TEXT;
ALTER TABLE orders ADD COLUMN duration_until_offset INTEGER;
ALTER TABLE orders ADD COLUMN duration_until_basis TEXT;
ALTER TABLE orders ADD COLUMN stated_reasons TEXT;
ALTER TABLE orders ADD COLUMN court_act_cited TEXT;
ALTER TABLE orders ADD COLUMN expert_decision_id BLOB REFERENCES expert_decisions (id);
CREATE INDEX orders_expert_decision ON orders (expert_decision_id) WHERE expert_decision_id IS NOT NULL;
ALTER TABLE orders ADD COLUMN secrecy_demanded TEXT CHECK (secrecy_demanded IS NULL OR secrecy_demanded = 'yes' OR secrecy_demanded = 'no' OR secrecy_demanded = 'unknown');
ALTER TABLE orders ADD COLUMN second_source TEXT;
ALTER TABLE orders ADD COLUMN dup_of_id BLOB REFERENCES orders (id);
CREATE INDEX orders_dup_of ON orders (dup_of_id) WHERE dup_of_id IS NOT NULL;
ALTER TABLE orders ADD COLUMN withdrawn INTEGER CHECK (withdrawn = 1);
ALTER TABLE items ADD COLUMN platform_id BLOB REFERENCES platforms (id);
CREATE INDEX items_platform ON items (platform_id) WHERE platform_id IS NOT NULL;
ALTER TABLE items ADD COLUMN author_id BLOB REFERENCES actors (id);
CREATE INDEX items_author ON items (author_id) WHERE author_id IS NOT NULL;
ALTER TABLE items ADD COLUMN views INTEGER CHECK (views >= 0);
ALTER TABLE items ADD COLUMN shares INTEGER CHECK (shares >= 0);
ALTER TABLE items ADD COLUMN followers INTEGER CHECK (followers >= 0);
ALTER TABLE items ADD COLUMN members INTEGER CHECK (members >= 0);
ALTER TABLE items ADD COLUMN reach_at_earliest INTEGER;
ALTER TABLE items ADD COLUMN reach_at_latest INTEGER;
ALTER TABLE items ADD COLUMN reach_at_precision TEXT;
ALTER TABLE items ADD COLUMN reach_at_offset INTEGER;
ALTER TABLE items ADD COLUMN reach_at_basis TEXT;
ALTER TABLE items ADD COLUMN visibility TEXT CHECK (visibility IS NULL OR visibility = 'public' OR visibility = 'semi_public' OR visibility = 'private' OR visibility = 'unknown');
ALTER TABLE items ADD COLUMN topics TEXT;
ALTER TABLE items ADD COLUMN statement_mode TEXT CHECK (statement_mode IS NULL OR statement_mode = 'fact' OR statement_mode = 'value_judgement' OR statement_mode = 'mixed' OR statement_mode = 'satire' OR statement_mode = 'question' OR statement_mode = 'call' OR statement_mode = 'unknown');
ALTER TABLE items ADD COLUMN repetition_set_id BLOB REFERENCES repetition_sets (id);
CREATE INDEX items_repetition_set ON items (repetition_set_id) WHERE repetition_set_id IS NOT NULL;
ALTER TABLE items ADD COLUMN stub INTEGER CHECK (stub = 1);
ALTER TABLE items ADD COLUMN referral_note TEXT;
ALTER TABLE items ADD COLUMN withdrawn INTEGER CHECK (withdrawn = 1);
ALTER TABLE order_items ADD COLUMN demanded_action TEXT CHECK (demanded_action IS NULL OR demanded_action = 'delete' OR demanded_action = 'geo_block' OR demanded_action = 'suspend_account' OR demanded_action = 'block_site' OR demanded_action = 'disclose_author' OR demanded_action = 'label' OR demanded_action = 'other' OR demanded_action = 'not_stated');
ALTER TABLE order_items ADD COLUMN platform_basis TEXT CHECK (platform_basis IS NULL OR platform_basis = 'local_law' OR platform_basis = 'terms' OR platform_basis = 'both' OR platform_basis = 'none_given' OR platform_basis = 'unknown');
ALTER TABLE order_items ADD COLUMN last_seen_up_earliest INTEGER;
ALTER TABLE order_items ADD COLUMN last_seen_up_latest INTEGER;
ALTER TABLE order_items ADD COLUMN last_seen_up_precision TEXT;
ALTER TABLE order_items ADD COLUMN last_seen_up_offset INTEGER;
ALTER TABLE order_items ADD COLUMN last_seen_up_basis TEXT;
ALTER TABLE order_items ADD COLUMN first_seen_down_earliest INTEGER;
ALTER TABLE order_items ADD COLUMN first_seen_down_latest INTEGER;
ALTER TABLE order_items ADD COLUMN first_seen_down_precision TEXT;
ALTER TABLE order_items ADD COLUMN first_seen_down_offset INTEGER;
ALTER TABLE order_items ADD COLUMN first_seen_down_basis TEXT;
ALTER TABLE order_items ADD COLUMN author_notice_earliest INTEGER;
ALTER TABLE order_items ADD COLUMN author_notice_latest INTEGER;
ALTER TABLE order_items ADD COLUMN author_notice_precision TEXT;
ALTER TABLE order_items ADD COLUMN author_notice_offset INTEGER;
ALTER TABLE order_items ADD COLUMN author_notice_basis TEXT;
ALTER TABLE order_items ADD COLUMN appeal_filed_earliest INTEGER;
ALTER TABLE order_items ADD COLUMN appeal_filed_latest INTEGER;
ALTER TABLE order_items ADD COLUMN appeal_filed_precision TEXT;
ALTER TABLE order_items ADD COLUMN appeal_filed_offset INTEGER;
ALTER TABLE order_items ADD COLUMN appeal_filed_basis TEXT;
ALTER TABLE order_items ADD COLUMN appeal_decided_earliest INTEGER;
ALTER TABLE order_items ADD COLUMN appeal_decided_latest INTEGER;
ALTER TABLE order_items ADD COLUMN appeal_decided_precision TEXT;
ALTER TABLE order_items ADD COLUMN appeal_decided_offset INTEGER;
ALTER TABLE order_items ADD COLUMN appeal_decided_basis TEXT;
ALTER TABLE order_items ADD COLUMN appeal_result TEXT CHECK (appeal_result IS NULL OR appeal_result = 'upheld' OR appeal_result = 'reversed' OR appeal_result = 'partly' OR appeal_result = 'none' OR appeal_result = 'pending' OR appeal_result = 'unknown');
ALTER TABLE order_items ADD COLUMN reinstated_earliest INTEGER;
ALTER TABLE order_items ADD COLUMN reinstated_latest INTEGER;
ALTER TABLE order_items ADD COLUMN reinstated_precision TEXT;
ALTER TABLE order_items ADD COLUMN reinstated_offset INTEGER;
ALTER TABLE order_items ADD COLUMN reinstated_basis TEXT;
ALTER TABLE order_items ADD COLUMN reinstated_by TEXT CHECK (reinstated_by IS NULL OR reinstated_by = 'platform' OR reinstated_by = 'ministry' OR reinstated_by = 'court' OR reinstated_by = 'author' OR reinstated_by = 'unknown');
ALTER TABLE order_items ADD COLUMN chilling_effect TEXT;
ALTER TABLE order_items ADD COLUMN withdrawn INTEGER CHECK (withdrawn = 1);
ALTER TABLE complaints ADD COLUMN signature TEXT CHECK (signature IS NULL OR signature = 'eds' OR signature = 'hand' OR signature = 'none' OR signature = 'unknown');
ALTER TABLE complaints ADD COLUMN alleged_victim_id BLOB REFERENCES actors (id);
CREATE INDEX complaints_alleged_victim ON complaints (alleged_victim_id) WHERE alleged_victim_id IS NOT NULL;
ALTER TABLE complaints ADD COLUMN extended TEXT CHECK (extended IS NULL OR extended = 'yes' OR extended = 'no' OR extended = 'unknown');
ALTER TABLE complaints ADD COLUMN extension_reasoned TEXT CHECK (extension_reasoned IS NULL OR extension_reasoned = 'yes' OR extension_reasoned = 'no' OR extension_reasoned = 'unknown');
ALTER TABLE complaints ADD COLUMN decided_earliest INTEGER;
ALTER TABLE complaints ADD COLUMN decided_latest INTEGER;
ALTER TABLE complaints ADD COLUMN decided_precision TEXT;
ALTER TABLE complaints ADD COLUMN decided_offset INTEGER;
ALTER TABLE complaints ADD COLUMN decided_basis TEXT;
ALTER TABLE complaints ADD COLUMN how_known TEXT CHECK (how_known IS NULL OR how_known = 'author' OR how_known = 'parent' OR how_known = 'lawyer' OR how_known = 'foi' OR how_known = 'court_file' OR how_known = 'own_test' OR how_known = 'other' OR how_known = 'unknown');
ALTER TABLE complaints ADD COLUMN comparable_group TEXT;
ALTER TABLE complaints ADD COLUMN expert_decision_id BLOB REFERENCES expert_decisions (id);
CREATE INDEX complaints_expert_decision ON complaints (expert_decision_id) WHERE expert_decision_id IS NOT NULL;
ALTER TABLE complaints ADD COLUMN withdrawn INTEGER CHECK (withdrawn = 1);
CREATE INDEX orders_withdrawn ON orders (withdrawn) WHERE withdrawn = 1;
CREATE INDEX tasks_open ON tasks (due_earliest) WHERE done_earliest IS NULL;
CREATE INDEX orders_received_latest ON orders (received_latest) WHERE received_latest IS NOT NULL;
