-- Units traded a day, as each feed told it by bars of each length: what they tell overlaps, so it is kept apart.
CREATE TABLE daily_volume (
    instrument_id text COLLATE "C" NOT NULL,
    day date NOT NULL,
    feed text COLLATE "C" NOT NULL,
    minutes integer NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    volume numeric NOT NULL CHECK (volume >= 0),
    PRIMARY KEY (instrument_id, day, feed, minutes));
