-- Answers to a calibration case that are not handed in yet: working paper of one reviewer, not record.
CREATE TABLE calibration_drafts (
  seat_id BLOB NOT NULL REFERENCES reviewers (id),
  set_version TEXT NOT NULL,
  case_code TEXT NOT NULL,
  answers TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (seat_id, set_version, case_code)
) STRICT, WITHOUT ROWID;
