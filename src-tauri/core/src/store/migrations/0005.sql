-- The method: who reviews, who was given what, what two blind reviewers and an adjudicator found, and what became of it.
-- A column that is added to an older table holds nothing until somebody fills it, so that rows sealed before keep the digests they have.

CREATE TABLE reviewers (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT NOT NULL,
  public_label TEXT NOT NULL,
  outside_organisation TEXT NOT NULL CHECK (outside_organisation = 'yes' OR outside_organisation = 'no' OR outside_organisation = 'unknown'),
  languages TEXT NOT NULL,
  note TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;

-- An item given to a reviewer. A person stands once in a cycle, so nobody can be both blind reviewers or adjudicate between others and oneself.
CREATE TABLE assignments (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  order_item_id BLOB NOT NULL REFERENCES order_items (id),
  seat_id BLOB NOT NULL REFERENCES reviewers (id),
  cycle INTEGER NOT NULL CHECK (cycle >= 1 AND cycle <= 1000),
  round TEXT NOT NULL CHECK (round = 'first' OR round = 'second' OR round = 'adjudication'),
  assigned_at INTEGER NOT NULL,
  conflict TEXT NOT NULL CHECK (conflict = 'unknown' OR conflict = 'none' OR conflict = 'declared'),
  conflict_note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX assignments_place ON assignments (order_item_id, cycle, round) WHERE conflict <> 'declared';
CREATE UNIQUE INDEX assignments_person ON assignments (order_item_id, cycle, seat_id);
CREATE INDEX assignments_seat ON assignments (seat_id);

-- The first cycle of an item needs no row; each later one says why it was opened.
CREATE TABLE review_cycles (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  order_item_id BLOB NOT NULL REFERENCES order_items (id),
  cycle INTEGER NOT NULL CHECK (cycle >= 2 AND cycle <= 1000),
  reason TEXT NOT NULL CHECK (reason = 'item_changed' OR reason = 'new_major' OR reason = 'new_evidence' OR reason = 'error'),
  note TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  UNIQUE (order_item_id, cycle)
) STRICT;
CREATE TRIGGER review_cycles_no_update BEFORE UPDATE ON review_cycles BEGIN SELECT RAISE(ABORT, 'an opened cycle is never changed'); END;

-- One item has several reviews now: the table is made anew without the rule that it had one for each version.
CREATE TABLE reviews_anew (
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
  seat_id BLOB REFERENCES reviewers (id),
  cycle INTEGER CHECK (cycle >= 1 AND cycle <= 1000),
  round TEXT CHECK (round IS NULL OR round = 'first' OR round = 'second' OR round = 'adjudication'),
  blind_to_official TEXT CHECK (blind_to_official IS NULL OR blind_to_official = 'yes' OR blind_to_official = 'no' OR blind_to_official = 'unknown'),
  seconds INTEGER CHECK (seconds >= 0),
  subject_digest TEXT,
  rubric_digest TEXT,
  supersedes_id BLOB REFERENCES reviews_anew (id)
) STRICT;
INSERT INTO reviews_anew (id, order_item_id, rubric, reviewer, answers, computed, rule, verdict, subtype, override_reason, locked_at)
  SELECT id, order_item_id, rubric, reviewer, answers, computed, rule, verdict, subtype, override_reason, locked_at FROM reviews ORDER BY rowid;
DROP TABLE reviews;
ALTER TABLE reviews_anew RENAME TO reviews;
CREATE INDEX reviews_item ON reviews (order_item_id);
CREATE INDEX reviews_seat ON reviews (seat_id) WHERE seat_id IS NOT NULL;
CREATE UNIQUE INDEX reviews_supersedes ON reviews (supersedes_id) WHERE supersedes_id IS NOT NULL;
CREATE TRIGGER reviews_no_update BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, 'a locked review is never changed'); END;
CREATE TRIGGER reviews_no_delete BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'a locked review is never taken away'); END;

CREATE TABLE calibration_answers (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  seat_id BLOB NOT NULL REFERENCES reviewers (id),
  set_version TEXT NOT NULL,
  case_code TEXT NOT NULL,
  rubric TEXT NOT NULL,
  answers TEXT NOT NULL,
  verdict TEXT NOT NULL,
  answered_at INTEGER NOT NULL,
  UNIQUE (seat_id, set_version, case_code)
) STRICT;
CREATE TRIGGER calibration_answers_no_update BEFORE UPDATE ON calibration_answers BEGIN SELECT RAISE(ABORT, 'an answer to a calibration case is never changed'); END;

CREATE TABLE expert_opinions (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  item_id BLOB REFERENCES items (id),
  order_id BLOB REFERENCES orders (id),
  expert TEXT NOT NULL,
  public_label TEXT NOT NULL,
  discipline TEXT NOT NULL,
  question TEXT NOT NULL,
  finding TEXT NOT NULL,
  agrees_with_state TEXT NOT NULL CHECK (agrees_with_state = 'yes' OR agrees_with_state = 'no' OR agrees_with_state = 'partly' OR agrees_with_state = 'unknown'),
  independence_statement TEXT NOT NULL,
  exhibit TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE INDEX expert_opinions_item ON expert_opinions (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX expert_opinions_order ON expert_opinions (order_id) WHERE order_id IS NOT NULL;

ALTER TABLE comparator_pairs ADD COLUMN first_view TEXT CHECK (first_view IS NULL OR first_view = 'comparable' OR first_view = 'not_comparable' OR first_view = 'unknown');
ALTER TABLE comparator_pairs ADD COLUMN second_view TEXT CHECK (second_view IS NULL OR second_view = 'comparable' OR second_view = 'not_comparable' OR second_view = 'unknown');

-- Answers not handed in yet: working paper of one reviewer, not record.
CREATE TABLE review_drafts_anew (
  order_item_id BLOB NOT NULL REFERENCES order_items (id) ON DELETE CASCADE,
  seat_id BLOB NOT NULL REFERENCES reviewers (id),
  answers TEXT NOT NULL,
  seconds INTEGER NOT NULL,
  saw_official INTEGER NOT NULL CHECK (saw_official = 0 OR saw_official = 1),
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (order_item_id, seat_id)
) STRICT, WITHOUT ROWID;
DROP TABLE review_drafts;
ALTER TABLE review_drafts_anew RENAME TO review_drafts;

-- What became of each cycle whose two blind reviews are locked. Follows from the reviews, so no events; kept by the same transaction.
-- A row stands here exactly when reviews may be read by others than the one who wrote them.
CREATE TABLE judged (
  order_item_id BLOB NOT NULL REFERENCES order_items (id) ON DELETE CASCADE,
  cycle INTEGER NOT NULL,
  rubric TEXT NOT NULL,
  major INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state = 'disputed' OR state = 'settled'),
  how TEXT NOT NULL,
  first_verdict TEXT NOT NULL,
  second_verdict TEXT NOT NULL,
  verdict TEXT NOT NULL,
  subtype TEXT NOT NULL,
  disputed TEXT NOT NULL,
  flags TEXT NOT NULL,
  defects TEXT NOT NULL,
  elements TEXT NOT NULL,
  applicable INTEGER NOT NULL,
  unanswered INTEGER NOT NULL,
  at INTEGER NOT NULL,
  -- The item or its order is not any more what a reviewer had before the eyes.
  changed INTEGER NOT NULL CHECK (changed = 0 OR changed = 1),
  -- The newest settled cycle of the item under the major version in use: the only rows that count in figures.
  standing INTEGER NOT NULL CHECK (standing = 0 OR standing = 1),
  PRIMARY KEY (order_item_id, cycle)
) STRICT, WITHOUT ROWID;
CREATE INDEX judged_standing ON judged (verdict) WHERE standing = 1;
CREATE INDEX judged_disputed ON judged (at) WHERE state = 'disputed';
CREATE INDEX judged_changed ON judged (at) WHERE changed = 1;
