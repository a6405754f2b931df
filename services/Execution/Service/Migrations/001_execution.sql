CREATE TABLE instrument (
    instrument_id text PRIMARY KEY,
    asset_class text,
    currency text NOT NULL,
    lot_size numeric NOT NULL,
    tradable boolean NOT NULL
);

CREATE TABLE trading_control (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    state text NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE blocked_instrument (
    instrument_id text PRIMARY KEY,
    venue text NOT NULL,
    account text NOT NULL,
    ours numeric NOT NULL,
    theirs numeric NOT NULL,
    since timestamptz NOT NULL
);

CREATE TABLE clearance (
    clearance_id text PRIMARY KEY,
    decision_id text NOT NULL,
    spent_at timestamptz NOT NULL
);

CREATE TABLE pair_order (
    clearance_id text PRIMARY KEY REFERENCES clearance,
    decision_id text NOT NULL,
    pair_id text NOT NULL,
    intent text NOT NULL,
    policy text NOT NULL,
    created_at timestamptz NOT NULL,
    patience_until timestamptz NOT NULL,
    status text NOT NULL,
    outcome text,
    detail text NOT NULL,
    closed_at timestamptz
);

CREATE INDEX pair_order_open ON pair_order (clearance_id) WHERE status <> 'Closed';

CREATE TABLE trade_order (
    sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    client_order_id text PRIMARY KEY,
    decision_id text NOT NULL,
    clearance_id text NOT NULL REFERENCES pair_order,
    pair_id text NOT NULL,
    leg integer NOT NULL,
    attempt integer NOT NULL,
    purpose text NOT NULL,
    venue text NOT NULL,
    account text NOT NULL,
    instrument_id text NOT NULL,
    asset_class text NOT NULL,
    lot_size numeric NOT NULL,
    side text NOT NULL,
    quantity numeric NOT NULL CHECK (quantity > 0),
    reference_price numeric NOT NULL,
    currency text NOT NULL,
    type text NOT NULL,
    limit_price numeric,
    time_in_force text NOT NULL,
    created_at timestamptz NOT NULL,
    state text NOT NULL,
    venue_order_id text,
    cumulative_quantity numeric NOT NULL,
    filled_value numeric NOT NULL,
    commission numeric NOT NULL,
    acknowledged boolean NOT NULL,
    cancel_sent boolean NOT NULL,
    closed_at timestamptz,
    text text NOT NULL,
    UNIQUE (clearance_id, leg, attempt)
);

CREATE INDEX trade_order_open ON trade_order (state, sequence) WHERE state NOT IN ('Filled', 'Canceled', 'Rejected', 'Expired');
CREATE INDEX trade_order_decision ON trade_order (decision_id, sequence);

CREATE TABLE fill (
    sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    venue text NOT NULL,
    account text NOT NULL,
    execution_id text NOT NULL,
    client_order_id text NOT NULL REFERENCES trade_order,
    decision_id text NOT NULL,
    pair_id text NOT NULL,
    leg integer NOT NULL,
    instrument_id text NOT NULL,
    side text NOT NULL,
    quantity numeric NOT NULL CHECK (quantity > 0),
    price numeric NOT NULL,
    commission numeric NOT NULL,
    commission_currency text NOT NULL,
    slippage numeric NOT NULL,
    currency text NOT NULL,
    cumulative_quantity numeric NOT NULL,
    leaves_quantity numeric NOT NULL,
    filled_at timestamptz NOT NULL,
    UNIQUE (venue, account, execution_id)
);

CREATE INDEX fill_order ON fill (client_order_id, sequence);
CREATE INDEX fill_decision ON fill (decision_id, sequence);

-- The ledger only grows: what the venue executed cannot be taken back here.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: it is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER fill_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fill FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE paper_order (
    client_order_id text PRIMARY KEY,
    venue_order_id text NOT NULL,
    venue text NOT NULL,
    account text NOT NULL,
    instrument_id text NOT NULL,
    asset_class text NOT NULL,
    lot_size numeric NOT NULL,
    side text NOT NULL,
    quantity numeric NOT NULL,
    type text NOT NULL,
    limit_price numeric,
    time_in_force text NOT NULL,
    currency text NOT NULL,
    created_at timestamptz NOT NULL,
    accepted_at timestamptz NOT NULL,
    bars_to_miss integer NOT NULL,
    first_day date,
    status text NOT NULL,
    net_quantity numeric NOT NULL,
    fills jsonb NOT NULL
);

CREATE INDEX paper_order_working ON paper_order (accepted_at, client_order_id) WHERE status = 'Working';
