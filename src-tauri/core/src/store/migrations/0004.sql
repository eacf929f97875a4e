-- Search, near duplicates, and what the filter reads. All of it is derived, so it has no events; it is kept by the same transaction as the
-- record, filled when a vault first gets these tables, and compared with the record whenever the vault is verified.

-- Stems of all texts, one row for each thing that can be found; its number says of which kind it is (see search.rs). The stems are made by us,
-- so the tokenizer only splits at blanks. Without contents: what a text says is read from the record.
CREATE VIRTUAL TABLE search USING fts5 (facts, text, note, content = '', tokenize = 'ascii');
-- What is taken out of the index is overwritten at once and not only marked.
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
-- Sixteen megabytes before a piece of index is written: imports write fewer pieces.
INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);
-- Every word of the index with its place: what verification reads. It holds nothing itself.
CREATE VIRTUAL TABLE search_places USING fts5vocab (search, instance);
-- Every word of the index once: where a piece of a word is looked for.
CREATE VIRTUAL TABLE search_terms USING fts5vocab (search, row);

-- The folded lines of the first schema: the index knows all their words.
DROP TABLE order_words;
-- Every row named its import in an index of its own; who takes an import back, verifies one or sorts by origin reads the tables through.
DROP INDEX orders_batch;
DROP INDEX items_batch;

-- Marks of items with enough text (see model/near.rs): sixteen bands of four bytes. Looked up by reading all of them in their order, which takes
-- a tenth of a second for a million; an index over the bands would be six times as large and as slow to write as the rest of an import.
CREATE TABLE near_marks (
  item_rowid INTEGER PRIMARY KEY,
  bands BLOB NOT NULL CHECK (length(bands) = 64)
) STRICT;
-- Pairs of words that so many texts have that they tell nothing.
CREATE TABLE near_common (
  pair INTEGER PRIMARY KEY
) STRICT;

-- Times that the filter asks for, beside the wide rows of the record; the codes it asks for are in orders_facets.
CREATE INDEX orders_issued ON orders (issued_earliest, issued_latest, issued_offset);
-- Orders known by description that a second source confirms: few, and asked for with every figure.
CREATE INDEX orders_second_source ON orders (document_seen) WHERE second_source IS NOT NULL;
-- Items that were withdrawn are few and are taken off what is counted.
CREATE INDEX order_items_withdrawn ON order_items (order_id) WHERE withdrawn = 1;
