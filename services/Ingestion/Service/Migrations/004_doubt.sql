-- Why a series' feed is not to be believed just now, empty when it is; and how often a change of its freshness was told.
ALTER TABLE series_freshness ADD COLUMN doubt text NOT NULL DEFAULT '', ADD COLUMN changes integer NOT NULL DEFAULT 0;
