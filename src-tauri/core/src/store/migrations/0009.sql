-- Other sources that know of an order: what two of them share tells how many orders none of them knows.
CREATE TABLE order_sources (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  order_id BLOB NOT NULL REFERENCES orders (id),
  list TEXT NOT NULL CHECK (list = 'platform' OR list = 'author' OR list = 'press' OR list = 'court' OR list = 'disclosure' OR list = 'monitoring' OR list = 'unknown'),
  learned_earliest INTEGER, learned_latest INTEGER, learned_precision TEXT NOT NULL, learned_offset INTEGER NOT NULL, learned_basis TEXT NOT NULL,
  note TEXT NOT NULL,
  withdrawn INTEGER CHECK (withdrawn = 1)
) STRICT;
CREATE INDEX order_sources_order ON order_sources (order_id);

-- Whether the rules of the platform itself would have had the item removed.
ALTER TABLE order_items ADD COLUMN platform_rules TEXT CHECK (platform_rules IS NULL OR platform_rules = 'yes' OR platform_rules = 'no' OR platform_rules = 'unclear' OR platform_rules = 'unknown');
