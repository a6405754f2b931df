-- "C": ids are ordered and compared by byte, as everywhere in the fleet.
CREATE TABLE instrument (
    instrument_id text COLLATE "C" PRIMARY KEY,
    name text NOT NULL,
    asset_class text NOT NULL,
    currency text NOT NULL,
    lot_size numeric NOT NULL CHECK (lot_size > 0),
    tick_size numeric NOT NULL CHECK (tick_size > 0),
    tradable boolean NOT NULL,
    sector text NOT NULL
);

-- Bars that passed the gate. The key serves slices and ranges of all instruments, the index one instrument's history.
CREATE TABLE bar (
    instrument_id text COLLATE "C" NOT NULL,
    bar_interval text COLLATE "C" NOT NULL,
    closed_at timestamptz NOT NULL,
    open numeric NOT NULL,
    high numeric NOT NULL,
    low numeric NOT NULL,
    close numeric NOT NULL,
    volume numeric,
    close_only boolean NOT NULL,
    PRIMARY KEY (bar_interval, closed_at, instrument_id)
);
CREATE INDEX bar_by_instrument ON bar (instrument_id, bar_interval, closed_at);
SELECT make_time_series('bar', 'closed_at', chunk => '365 days', segment_by => 'instrument_id, bar_interval');

-- Bars that failed it, with what was wrong: kept as they came, so that they can be judged again.
CREATE TABLE quarantined_bar (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source text NOT NULL,
    instrument_id text COLLATE "C" NOT NULL,
    bar_interval text COLLATE "C" NOT NULL,
    closed_at timestamptz NOT NULL,
    open numeric,
    high numeric,
    low numeric,
    close numeric,
    volume numeric,
    close_only boolean NOT NULL,
    unreadable text NOT NULL,
    failures text[] NOT NULL CHECK (cardinality(failures) > 0),
    consecutive_failures integer NOT NULL CHECK (consecutive_failures > 0)
);
CREATE INDEX quarantined_bar_by_series ON quarantined_bar (instrument_id, bar_interval, number);

CREATE TABLE series_freshness (
    instrument_id text COLLATE "C" NOT NULL,
    bar_interval text COLLATE "C" NOT NULL,
    feed text NOT NULL,
    last_bar_at timestamptz NOT NULL,
    stale boolean NOT NULL,
    PRIMARY KEY (instrument_id, bar_interval)
);

-- How far a feed's replay is, and what it waits for. Written with every slice.
CREATE TABLE replay (
    feed text PRIMARY KEY,
    position_at timestamptz,
    position_interval text,
    published bigint NOT NULL,
    published_at timestamptz,
    slices_per_second double precision,
    paused boolean NOT NULL,
    decisions text[],
    heard jsonb NOT NULL,
    CHECK ((position_at IS NULL) = (position_interval IS NULL) AND (position_at IS NULL) = (published_at IS NULL))
);

CREATE TABLE imported_file (
    key text PRIMARY KEY,
    outcome jsonb NOT NULL,
    imported_at timestamptz NOT NULL DEFAULT now()
);
