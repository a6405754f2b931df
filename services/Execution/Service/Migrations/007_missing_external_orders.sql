ALTER TABLE external_order ADD COLUMN missing_since timestamptz;
