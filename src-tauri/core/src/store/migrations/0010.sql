-- Papers of more kinds, for somebody named, in more forms: the rule on their kinds is written anew.
CREATE TABLE papers_anew (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind = 'brief' OR kind = 'report' OR kind = 'annual' OR kind = 'case_file' OR kind = 'special_procedures' OR kind = 'upr'),
  lang TEXT NOT NULL CHECK (lang = 'kk' OR lang = 'ru' OR lang = 'en'),
  name TEXT NOT NULL,
  digest TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  snapshot TEXT NOT NULL,
  sealed_at INTEGER NOT NULL,
  audience TEXT CHECK (audience IS NULL OR audience = 'court' OR audience = 'lawyer' OR audience = 'partner' OR audience = 'press' OR audience = 'public'),
  format TEXT CHECK (format IS NULL OR format = 'pdf' OR format = 'docx'),
  filter TEXT,
  subject TEXT,
  leaks INTEGER CHECK (leaks IS NULL OR leaks > 0),
  leaks_reason TEXT
) STRICT;
INSERT INTO papers_anew (rowid, id, kind, lang, name, digest, bytes, snapshot, sealed_at)
  SELECT rowid, id, kind, lang, name, digest, bytes, snapshot, sealed_at FROM papers ORDER BY rowid;
DROP TABLE papers;
ALTER TABLE papers_anew RENAME TO papers;
CREATE TRIGGER papers_no_update BEFORE UPDATE ON papers BEGIN SELECT RAISE(ABORT, 'a sealed paper is never changed'); END;

-- The files of sealed papers: a copy, so that one can be saved again. What is record is their digest.
CREATE TABLE paper_files (
  paper_id BLOB PRIMARY KEY CHECK (length(paper_id) = 16),
  bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Words that people write into papers: working paper, not record, until a paper that holds them is sealed.
CREATE TABLE paper_texts (
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  lang TEXT NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (kind, subject, lang, name)
) STRICT, WITHOUT ROWID;
