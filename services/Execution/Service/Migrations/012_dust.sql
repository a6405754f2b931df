-- The smallest step of a quantity that the venue trades, where it is known: a difference below it is told and blocks nothing.
ALTER TABLE blocked_instrument ADD COLUMN step numeric NOT NULL DEFAULT 0;
