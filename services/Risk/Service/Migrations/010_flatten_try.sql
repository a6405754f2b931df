-- How far getting out of a pair has come, of the newest flatten that had something to do there.
CREATE TABLE flatten_try (
    pair_id text COLLATE "C" PRIMARY KEY,
    version bigint NOT NULL,
    cleared integer NOT NULL,
    placed integer NOT NULL,
    denied text NOT NULL,
    cleared_at timestamptz NOT NULL,
    gave_up boolean NOT NULL);
