-- Orders of others share the sequence of our own: one list, newest first.
CREATE TABLE external_order (
    sequence bigint NOT NULL UNIQUE DEFAULT nextval(pg_get_serial_sequence('trade_order', 'sequence')),
    external_order_id text PRIMARY KEY,
    venue text NOT NULL,
    account text NOT NULL,
    venue_order_id text NOT NULL,
    client_order_id text NOT NULL,
    instrument_id text NOT NULL,
    side text NOT NULL,
    quantity numeric NOT NULL,
    filled_quantity numeric NOT NULL,
    state text NOT NULL,
    text text NOT NULL,
    first_seen_at timestamptz NOT NULL,
    ended_at timestamptz,
    acknowledged_by text,
    acknowledged_at timestamptz,
    version integer NOT NULL,
    UNIQUE (venue, account, instrument_id, venue_order_id)
);

-- One instrument may differ at two accounts.
ALTER TABLE blocked_instrument DROP CONSTRAINT blocked_instrument_pkey, ADD PRIMARY KEY (instrument_id, venue, account);

CREATE INDEX external_order_working ON external_order (external_order_id) WHERE state IN ('Accepted', 'PartiallyFilled');
