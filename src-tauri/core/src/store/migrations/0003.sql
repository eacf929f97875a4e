-- One index holds whatever the table of orders is sorted by that has few values or is short: one scan of it replaces fifteen indexes,
-- each of which would cost every import. What is sparse has a partial index of its own since 0001.
CREATE INDEX orders_facets ON orders (
  authority_id, platform_id, issued_earliest, learned_earliest, instrument, learned_how, ground, action, document_seen, reasons_level,
  names_items_by_url, informs_of_appeal, author_notified, draft, withdrawn
);
-- The outcome rides along, so that counting what was removed reads the index alone.
DROP INDEX order_items_order;
CREATE INDEX order_items_order ON order_items (order_id, outcome, withdrawn);
