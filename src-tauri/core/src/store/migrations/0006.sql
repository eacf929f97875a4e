-- Versions of the method. A draft is written on until it is adopted or discarded; what was adopted stands for ever, and so do its bytes:
-- verdicts are bound to them. The version that comes with the program has a row once somebody adopts it.
CREATE TABLE methodologies (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  version TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status = 'draft' OR status = 'adopted' OR status = 'retired'),
  base TEXT NOT NULL,
  method TEXT NOT NULL,
  questions TEXT NOT NULL,
  rules TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (status = 'draft' AND digest = '' OR status <> 'draft' AND length(digest) = 64),
  note TEXT NOT NULL,
  adopted_on TEXT NOT NULL,
  adopted_by TEXT NOT NULL,
  adopted_at INTEGER,
  retired_at INTEGER,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE UNIQUE INDEX methodologies_version ON methodologies (version) WHERE status <> 'draft';
CREATE TRIGGER methodologies_settled BEFORE UPDATE ON methodologies
WHEN OLD.status <> 'draft' AND (
  NEW.id IS NOT OLD.id OR NEW.version IS NOT OLD.version OR NEW.base IS NOT OLD.base OR NEW.method IS NOT OLD.method
  OR NEW.questions IS NOT OLD.questions OR NEW.rules IS NOT OLD.rules OR NEW.digest IS NOT OLD.digest
  OR NEW.adopted_on IS NOT OLD.adopted_on OR NEW.adopted_by IS NOT OLD.adopted_by OR NEW.adopted_at IS NOT OLD.adopted_at
  OR NEW.withdrawn IS NOT OLD.withdrawn
)
BEGIN SELECT RAISE(ABORT, 'an adopted method is never changed'); END;
CREATE TRIGGER methodologies_onward BEFORE UPDATE ON methodologies
WHEN NEW.status <> OLD.status AND NOT (OLD.status = 'draft' AND OLD.withdrawn IS NULL AND NEW.status = 'adopted')
  AND NOT (OLD.status = 'adopted' AND NEW.status = 'retired')
BEGIN SELECT RAISE(ABORT, 'a method goes from draft to adopted to retired'); END;
CREATE TRIGGER methodologies_no_delete BEFORE DELETE ON methodologies
BEGIN SELECT RAISE(ABORT, 'a method is never deleted'); END;
