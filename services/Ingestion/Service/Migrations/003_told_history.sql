-- Close of the last slice of the past that each feed has told, of each interval.
CREATE TABLE told_history (
    feed text COLLATE "C" NOT NULL,
    bar_interval text COLLATE "C" NOT NULL,
    closed_at timestamptz NOT NULL,
    PRIMARY KEY (feed, bar_interval));
