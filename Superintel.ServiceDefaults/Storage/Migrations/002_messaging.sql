-- Events on their way out, in order. A row lives until the broker has confirmed it.
CREATE TABLE outbox (
    sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id text NOT NULL,
    type text NOT NULL,
    payload text NOT NULL,
    traceparent text,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Events that have had their effect here.
CREATE TABLE inbox (
    event_id text PRIMARY KEY,
    received_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX inbox_by_age ON inbox (received_at);

-- The trace a decision was born in, so that what a person or a later bar does for it stays in that trace.
CREATE TABLE decision_trace (
    decision_id text PRIMARY KEY,
    traceparent text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX decision_trace_by_age ON decision_trace (created_at);

-- Messages that could not be handled, with all that is needed to look at them and to try again.
CREATE TABLE dead_message (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id text,
    type text,
    content_type text,
    body bytea NOT NULL,
    traceparent text,
    code text NOT NULL,
    error text NOT NULL,
    attempts integer NOT NULL,
    failed_at timestamptz NOT NULL DEFAULT now()
);

-- The fleet's clock as this service last saw it.
CREATE TABLE clock (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    now timestamptz NOT NULL
);
