-- What the tests of ServiceDefaults write: effects of handlers in order, and a time series.
CREATE TABLE effect (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event_id text NOT NULL);

CREATE TABLE reading (sensor text NOT NULL, at timestamptz NOT NULL, value numeric NOT NULL DEFAULT 0 CHECK (value >= 0), PRIMARY KEY (sensor, at));
CREATE INDEX reading_by_value ON reading (value, at);
SELECT make_time_series('reading', 'at', chunk => '7 days', keep => '30 days', segment_by => 'sensor', compress_after => '14 days');
