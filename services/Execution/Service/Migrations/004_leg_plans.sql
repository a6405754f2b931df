ALTER TABLE instrument ADD COLUMN tick_size numeric NOT NULL DEFAULT 0;

CREATE TABLE leg_plan (
    clearance_id text NOT NULL REFERENCES pair_order,
    leg integer NOT NULL,
    instrument_id text NOT NULL,
    kind text NOT NULL,
    slices integer NOT NULL,
    every interval NOT NULL,
    jitter_share numeric NOT NULL,
    seed integer NOT NULL,
    offset_bps numeric NOT NULL,
    quantity numeric NOT NULL CHECK (quantity > 0),
    lot_size numeric NOT NULL,
    tick_size numeric NOT NULL,
    started_at timestamptz NOT NULL,
    price numeric NOT NULL,
    replaced_through integer NOT NULL,
    confirmed_through integer NOT NULL,
    ended boolean NOT NULL,
    PRIMARY KEY (clearance_id, leg)
);

CREATE INDEX leg_plan_open ON leg_plan (clearance_id, leg) WHERE NOT ended;
