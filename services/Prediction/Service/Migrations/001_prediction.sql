CREATE TABLE instrument (
    instrument_id text PRIMARY KEY,
    currency text NOT NULL,
    tradable boolean NOT NULL
);

-- Apart from instrument: freshness may be told of what is not listed yet.
CREATE TABLE instrument_freshness (
    instrument_id text PRIMARY KEY,
    stale boolean NOT NULL,
    last_bar_at timestamptz NOT NULL
);

CREATE TABLE panel_close (
    feed text NOT NULL,
    bar_interval text NOT NULL,
    closed_at timestamptz NOT NULL,
    instrument_id text NOT NULL,
    close numeric NOT NULL CHECK (close > 0),
    PRIMARY KEY (feed, bar_interval, closed_at, instrument_id)
);
SELECT make_time_series('panel_close', 'closed_at', chunk => '365 days');

CREATE TABLE pair_selection (
    feed text NOT NULL,
    bar_interval text NOT NULL,
    selected_at timestamptz NOT NULL,
    funnel jsonb NOT NULL,
    pairs jsonb NOT NULL,
    PRIMARY KEY (feed, bar_interval, selected_at)
);

CREATE TABLE stance (
    feed text NOT NULL,
    bar_interval text NOT NULL,
    pair_id text NOT NULL,
    side text NOT NULL CHECK (side IN ('flat', 'long', 'short')),
    formation jsonb,
    opened_by text,
    changed_at timestamptz NOT NULL,
    bars_held integer NOT NULL,
    cool_down_bars integer NOT NULL,
    PRIMARY KEY (feed, bar_interval, pair_id),
    CHECK ((side = 'flat') = (formation IS NULL) AND (side = 'flat') = (opened_by IS NULL))
);

CREATE TABLE feature_schema (
    name text NOT NULL,
    version integer NOT NULL,
    fields jsonb NOT NULL,
    PRIMARY KEY (name, version)
);

-- Append-only. A correction is a later knowledge of the same observation.
CREATE TABLE feature_vector (
    schema_name text NOT NULL,
    schema_version integer NOT NULL,
    subject text NOT NULL,
    observed_at timestamptz NOT NULL,
    known_at timestamptz NOT NULL,
    id text NOT NULL,
    features jsonb NOT NULL,
    PRIMARY KEY (schema_name, schema_version, subject, observed_at, known_at),
    CHECK (known_at >= observed_at)
);
CREATE INDEX feature_vector_by_id ON feature_vector (id);
SELECT make_time_series('feature_vector', 'observed_at', chunk => '365 days');

CREATE TABLE signal (
    decision_id text COLLATE "C" PRIMARY KEY,
    pair_id text NOT NULL,
    occurred_at timestamptz NOT NULL,
    body jsonb NOT NULL
);
CREATE INDEX signal_newest ON signal (occurred_at DESC, decision_id);
CREATE INDEX signal_of_pair ON signal (pair_id, occurred_at DESC, decision_id);
