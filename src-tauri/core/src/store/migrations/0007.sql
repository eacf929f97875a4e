-- A draft keeps the verdict that its reviewer chose against the rules, and why.
ALTER TABLE review_drafts ADD COLUMN verdict TEXT NOT NULL DEFAULT '';
ALTER TABLE review_drafts ADD COLUMN override_reason TEXT NOT NULL DEFAULT '';

-- Stubs are few, and the figures ask for them.
CREATE INDEX items_stub ON items (id) WHERE stub = 1;
