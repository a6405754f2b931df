CREATE TABLE entry (
    sequence bigint PRIMARY KEY,
    kind text NOT NULL,
    event_id text NOT NULL UNIQUE,
    decision_id text NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    payload text NOT NULL, -- text, not jsonb: the hash is over these very bytes
    trace_id text NOT NULL,
    previous_hash text NOT NULL,
    hash text NOT NULL
);
CREATE INDEX entry_decision ON entry (decision_id, sequence) WHERE decision_id <> '';
CREATE INDEX entry_kind ON entry (kind, sequence);

-- Kept apart from the entries so that a cut tail is noticed; its row lock puts appenders in a line.
CREATE TABLE head (
    one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    sequence bigint NOT NULL,
    hash text NOT NULL
);
INSERT INTO head (sequence, hash) VALUES (0, repeat('0', 64));

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'journal entries are never changed or removed';
END $$;
CREATE TRIGGER entry_is_final BEFORE UPDATE OR DELETE ON entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_is_kept BEFORE TRUNCATE ON entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE decision (
    decision_id text PRIMARY KEY,
    pair_id text NOT NULL,
    intent text NOT NULL,
    status integer NOT NULL,
    currency text NOT NULL,
    pnl numeric NOT NULL,
    fills integer NOT NULL,
    trace_id text NOT NULL,
    first_at timestamptz NOT NULL,
    last_at timestamptz NOT NULL
);
CREATE INDEX decision_newest ON decision (first_at DESC, decision_id COLLATE "C" DESC);

CREATE TABLE equity_point (
    at timestamptz PRIMARY KEY,
    currency text NOT NULL,
    net_asset_value numeric NOT NULL,
    cash numeric NOT NULL,
    gross_exposure numeric NOT NULL,
    drawdown double precision NOT NULL
);
