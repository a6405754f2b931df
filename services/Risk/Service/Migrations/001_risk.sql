-- Names sort by their bytes, as the code sorts them.
CREATE TABLE instrument (
    instrument_id text COLLATE "C" PRIMARY KEY,
    asset_class text NOT NULL,
    currency text NOT NULL,
    lot_size numeric NOT NULL CHECK (lot_size > 0),
    tradable boolean NOT NULL,
    sector text NOT NULL);

CREATE TABLE last_close (
    instrument_id text COLLATE "C" PRIMARY KEY,
    close numeric NOT NULL,
    closed_at timestamptz NOT NULL,
    interval text NOT NULL);

CREATE TABLE daily_close (
    instrument_id text COLLATE "C" NOT NULL,
    day date NOT NULL,
    close numeric NOT NULL,
    closed_at timestamptz NOT NULL,
    PRIMARY KEY (instrument_id, day));

-- One row per execution, for ever: the portfolio can be rebuilt from it.
CREATE TABLE fill (
    sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    venue text NOT NULL,
    account text NOT NULL,
    execution_id text NOT NULL,
    client_order_id text NOT NULL,
    decision_id text NOT NULL,
    pair_id text NOT NULL,
    leg integer NOT NULL,
    instrument_id text NOT NULL,
    side text NOT NULL CHECK (side IN ('Buy', 'Sell')),
    quantity numeric NOT NULL CHECK (quantity > 0),
    price numeric NOT NULL,
    currency text NOT NULL,
    commission numeric NOT NULL,
    commission_currency text NOT NULL,
    filled_at timestamptz NOT NULL,
    PRIMARY KEY (venue, account, execution_id));

CREATE TABLE position (
    pair_id text COLLATE "C" NOT NULL,
    instrument_id text COLLATE "C" NOT NULL,
    currency text NOT NULL,
    quantity numeric NOT NULL,
    cost numeric NOT NULL,
    realized_pnl numeric NOT NULL,
    opened_at timestamptz NOT NULL,
    PRIMARY KEY (pair_id, instrument_id));
CREATE INDEX position_open ON position (pair_id, instrument_id) WHERE quantity <> 0;

CREATE TABLE cash (
    currency text COLLATE "C" PRIMARY KEY,
    balance numeric NOT NULL,
    realized_pnl numeric NOT NULL,
    commissions numeric NOT NULL);

CREATE TABLE portfolio_mark (
    one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    feed text NOT NULL,
    interval text NOT NULL,
    marked_at timestamptz NOT NULL,
    currency text NOT NULL,
    cash numeric NOT NULL,
    gross_exposure numeric NOT NULL,
    net_exposure numeric NOT NULL,
    realized_pnl numeric NOT NULL,
    unrealized_pnl numeric NOT NULL,
    commissions numeric NOT NULL,
    open_positions integer NOT NULL,
    peak numeric NOT NULL,
    day_open numeric NOT NULL,
    breaker_peak numeric NOT NULL,
    breaker_day_open numeric NOT NULL);

CREATE TABLE reservation (
    clearance_id text COLLATE "C" PRIMARY KEY,
    decision_id text NOT NULL UNIQUE,
    pair_id text NOT NULL,
    intent text NOT NULL CHECK (intent IN ('Open', 'Close')),
    legs jsonb NOT NULL,
    reserved_at timestamptz NOT NULL);

CREATE TABLE risk_limit (
    name text COLLATE "C" PRIMARY KEY,
    value double precision NOT NULL,
    version bigint NOT NULL CHECK (version > 0),
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL);

CREATE TABLE kill_switch (
    one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    state text NOT NULL,
    flatten boolean NOT NULL,
    target text NOT NULL,
    reason text NOT NULL,
    moved_by text NOT NULL,
    moved_at timestamptz NOT NULL,
    version bigint NOT NULL CHECK (version > 0));

CREATE TABLE verdict (
    decision_id text COLLATE "C" PRIMARY KEY,
    pair_id text NOT NULL,
    intent text NOT NULL CHECK (intent IN ('Open', 'Close')),
    cleared boolean NOT NULL,
    reasons jsonb NOT NULL,
    measures jsonb NOT NULL,
    judged_at timestamptz NOT NULL);
CREATE INDEX verdict_newest ON verdict (judged_at DESC, decision_id);
CREATE INDEX verdict_cleared_entries ON verdict (judged_at) WHERE cleared AND intent = 'Open';
