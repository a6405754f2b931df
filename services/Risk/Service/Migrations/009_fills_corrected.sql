-- What a venue says later of an execution, a correction or its cost, is a row of its own: the highest revision stands.
ALTER TABLE fill
    ADD COLUMN revision integer NOT NULL DEFAULT 1,
    ADD COLUMN is_commission boolean NOT NULL DEFAULT false,
    ADD COLUMN withheld numeric NOT NULL DEFAULT 0,
    DROP CONSTRAINT fill_pkey,
    ADD PRIMARY KEY (venue, account, execution_id, revision, is_commission);
CREATE INDEX fill_position ON fill (pair_id, instrument_id, sequence);
