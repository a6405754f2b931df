-- What the paper venue's stops wait for, and when its good-till-date orders end.
ALTER TABLE paper_order
    ADD COLUMN stop_price numeric,
    ADD COLUMN trailing_amount numeric,
    ADD COLUMN good_till_date timestamptz,
    ADD COLUMN trigger_price numeric,
    ADD COLUMN trigger_at timestamptz,
    ADD COLUMN is_triggered boolean NOT NULL DEFAULT false;
