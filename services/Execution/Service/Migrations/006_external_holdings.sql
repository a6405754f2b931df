-- What at a venue is not the desk's, by a person's word.
CREATE TABLE external_holding (
    venue text NOT NULL,
    account text NOT NULL,
    instrument_id text NOT NULL,
    quantity numeric NOT NULL,
    acknowledged_by text NOT NULL,
    reason text NOT NULL,
    acknowledged_at timestamptz NOT NULL,
    version integer NOT NULL,
    PRIMARY KEY (instrument_id, venue, account)
);

ALTER TABLE blocked_instrument ADD COLUMN external numeric NOT NULL DEFAULT 0;
