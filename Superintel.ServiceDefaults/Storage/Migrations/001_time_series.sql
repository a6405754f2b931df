-- One migration text for TimescaleDB and plain PostgreSQL: a service creates an ordinary table with its indexes and then says
--   SELECT make_time_series('bar', 'closed_at', chunk => '365 days');
CREATE TABLE time_series (
    table_name text PRIMARY KEY,
    ts_column text NOT NULL,
    chunk interval NOT NULL,
    keep interval,
    hypertable boolean NOT NULL
);

CREATE TABLE time_series_partition (
    table_name text NOT NULL REFERENCES time_series,
    partition_name text NOT NULL,
    lower_bound timestamptz NOT NULL,
    upper_bound timestamptz NOT NULL,
    PRIMARY KEY (table_name, lower_bound)
);

CREATE FUNCTION has_timescale() RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'timescaledb') $$;

-- chunk: width of a partition in days or less (months have no fixed width). keep: how long rows stay, null for ever.
-- segment_by, compress_after: compression, where the server's licence has it.
CREATE FUNCTION make_time_series(
    name text, ts_column text, chunk interval DEFAULT '7 days', keep interval DEFAULT NULL,
    segment_by text DEFAULT NULL, compress_after interval DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS
$$
DECLARE
    template text := name || '_template';
    filled boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT FROM %I)', name) INTO filled;
    IF filled THEN
        RAISE EXCEPTION 'make_time_series: % has rows already; make it a time series in the migration that creates it', name;
    END IF;
    -- Both kinds of server get the same rules, so that a migration that runs on one runs on the other.
    IF EXISTS (SELECT FROM pg_constraint WHERE conrelid = quote_ident(name)::regclass AND contype = 'f') THEN
        RAISE EXCEPTION 'make_time_series: % has a foreign key, which would not be carried over', name;
    END IF;
    IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = quote_ident(name)::regclass AND attidentity <> '')
       OR EXISTS (SELECT FROM pg_attrdef WHERE adrelid = quote_ident(name)::regclass AND pg_get_expr(adbin, adrelid) LIKE 'nextval(%') THEN
        RAISE EXCEPTION 'make_time_series: % has an identity or serial column, which partitions do not have', name;
    END IF;
    IF extract(epoch FROM chunk) <= 0 OR extract(month FROM chunk) <> 0 OR extract(year FROM chunk) <> 0 THEN
        RAISE EXCEPTION 'make_time_series: chunk of % must be above zero and without months or years', name;
    END IF;
    IF length(name) > 48 THEN
        RAISE EXCEPTION 'make_time_series: % is too long a name for its partitions', name;
    END IF;
    INSERT INTO time_series VALUES (name, ts_column, chunk, keep, has_timescale());
    IF has_timescale() THEN
        PERFORM create_hypertable(quote_ident(name)::regclass, ts_column::name,
            chunk_time_interval => chunk, create_default_indexes => false, if_not_exists => true);
        IF compress_after IS NOT NULL AND current_setting('timescaledb.license', true) = 'timescale' THEN
            EXECUTE format('ALTER TABLE %I SET (timescaledb.compress, timescaledb.compress_segmentby = %L, timescaledb.compress_orderby = %L)',
                name, coalesce(segment_by, ''), ts_column);
            PERFORM add_compression_policy(quote_ident(name)::regclass, compress_after);
        END IF;
    ELSE
        EXECUTE format('ALTER TABLE %I RENAME TO %I', name, template);
        EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL) PARTITION BY RANGE (%I)', name, template, ts_column);
        EXECUTE format('DROP TABLE %I', template);
    END IF;
END
$$;

-- Makes the partitions of [first_ts, last_ts] and eight more, so that a replay asks seldom. Attached, not created in place:
-- that lock lets readers and writers of the table go on.
CREATE FUNCTION cover_time_series(name text, first_ts timestamptz, last_ts timestamptz)
    RETURNS TABLE (covered_from timestamptz, covered_to timestamptz) LANGUAGE plpgsql AS
$$
DECLARE
    series time_series;
    lower_edge timestamptz;
    last_edge timestamptz;
    partition text;
BEGIN
    SELECT * INTO series FROM time_series t WHERE t.table_name = name;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'cover_time_series: % is no time series', name;
    END IF;
    IF series.hypertable THEN
        RETURN QUERY SELECT '0001-01-02Z'::timestamptz, '9999-12-30Z'::timestamptz;
        RETURN;
    END IF;
    lower_edge := date_bin(series.chunk, first_ts, '1970-01-01Z');
    last_edge := date_bin(series.chunk, last_ts, '1970-01-01Z') + series.chunk * 8;
    IF extract(epoch FROM last_edge - lower_edge) / extract(epoch FROM series.chunk) > 5000 THEN
        RAISE EXCEPTION 'cover_time_series: % to % would be more than 5000 partitions of %', first_ts, last_ts, name;
    END IF;
    covered_from := lower_edge;
    PERFORM pg_advisory_xact_lock(hashtext(current_schema() || '.time_series.' || name));
    WHILE lower_edge <= last_edge LOOP
        IF NOT EXISTS (SELECT FROM time_series_partition p WHERE p.table_name = name AND p.lower_bound = lower_edge) THEN
            partition := name || '_' || to_char(lower_edge AT TIME ZONE 'UTC', 'YYYYMMDDHH24MI');
            EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS INCLUDING STORAGE)', partition, name);
            EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', name, partition, lower_edge, lower_edge + series.chunk);
            INSERT INTO time_series_partition VALUES (name, partition, lower_edge, lower_edge + series.chunk);
        END IF;
        lower_edge := lower_edge + series.chunk;
    END LOOP;
    covered_to := lower_edge;
    RETURN NEXT;
END
$$;

-- Drops whole partitions older than each table keeps. The time is the fleet's, which in a replay lies decades back:
-- the server's own retention policies would compare with the wall clock and drop everything.
CREATE FUNCTION expire_time_series(at_time timestamptz) RETURNS integer LANGUAGE plpgsql AS
$$
DECLARE
    series time_series;
    old time_series_partition;
    dropped integer := 0;
    chunks integer;
BEGIN
    FOR series IN SELECT * FROM time_series WHERE keep IS NOT NULL ORDER BY table_name LOOP
        IF series.hypertable THEN
            SELECT count(*) INTO chunks FROM drop_chunks(quote_ident(series.table_name)::regclass, older_than => at_time - series.keep);
            dropped := dropped + chunks;
        ELSE
            FOR old IN SELECT * FROM time_series_partition p
                       WHERE p.table_name = series.table_name AND p.upper_bound <= at_time - series.keep ORDER BY p.lower_bound LOOP
                EXECUTE format('DROP TABLE %I', old.partition_name);
                DELETE FROM time_series_partition p WHERE p.table_name = old.table_name AND p.lower_bound = old.lower_bound;
                dropped := dropped + 1;
            END LOOP;
        END IF;
    END LOOP;
    RETURN dropped;
END
$$;
