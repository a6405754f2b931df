-- A venue may correct an execution, or tell its cost later: what stood is reversed and the new is added. The ledger still only grows.
-- A reversal has its units below zero, so that every sum over the table is what stands.
ALTER TABLE fill
    ADD COLUMN kind text NOT NULL DEFAULT 'Execution',
    ADD COLUMN revision integer NOT NULL DEFAULT 1 CHECK (revision >= 0),
    ADD COLUMN commission_pending boolean NOT NULL DEFAULT false,
    DROP CONSTRAINT fill_quantity_check,
    DROP CONSTRAINT fill_venue_account_execution_id_key,
    ADD CHECK (CASE kind WHEN 'Execution' THEN quantity >= 0 WHEN 'Reversal' THEN quantity <= 0 WHEN 'Commission' THEN quantity = 0
        ELSE false END),
    ADD UNIQUE (venue, account, execution_id, revision, kind);
