-- Closes that a later gate refused: asked for again at the next slice, then gone from here.
CREATE TABLE refused_exit (
    pair_id text PRIMARY KEY,
    bar_interval text NOT NULL,
    decision_id text NOT NULL,
    code text NOT NULL
);
