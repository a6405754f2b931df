-- The last quote that filled a paper order, or one beside it at the same touch.
ALTER TABLE paper_order ADD COLUMN quoted_at timestamptz;
