-- Verdicts of before have no stages.
ALTER TABLE verdict ADD COLUMN stages jsonb NOT NULL DEFAULT '[]';

-- Every change of a limit, for ever.
CREATE TABLE risk_limit_change (
    name text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version > 0),
    old_value double precision NOT NULL,
    new_value double precision NOT NULL,
    reason text NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (name, version));

CREATE TABLE restricted (
    instrument_id text COLLATE "C" PRIMARY KEY,
    reason text NOT NULL,
    restricted_by text NOT NULL,
    restricted_at timestamptz NOT NULL);

-- The newest book of each instrument that ever had one: it always needs one from then on.
CREATE TABLE book (
    instrument_id text COLLATE "C" PRIMARY KEY,
    observed_at timestamptz NOT NULL,
    bids jsonb NOT NULL,
    asks jsonb NOT NULL,
    bucket_volume numeric NOT NULL,
    buys numeric NOT NULL,
    sells numeric NOT NULL,
    differences numeric[] NOT NULL);

CREATE TABLE breaker (
    name text COLLATE "C" PRIMARY KEY,
    kind text NOT NULL,
    scope text NOT NULL,
    tier text NOT NULL,
    value double precision NOT NULL,
    limit_value double precision NOT NULL,
    reason text NOT NULL,
    moved_by text NOT NULL,
    moved_at timestamptz NOT NULL,
    version bigint NOT NULL CHECK (version > 0));

CREATE TABLE breaker_gauge (
    one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    losing_streak integer NOT NULL,
    realized jsonb NOT NULL,
    venues jsonb NOT NULL);
