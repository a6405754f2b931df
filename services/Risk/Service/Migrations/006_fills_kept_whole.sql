-- A venue may keep a small purchase whole: its fee, and less than a lot that is left of it.
ALTER TABLE fill DROP CONSTRAINT fill_quantity_check, ADD CHECK (quantity >= 0);
