-- What was over before is taken for known: its pair order was closed by the rules of its time.
ALTER TABLE trade_order
    ADD COLUMN confirmed boolean NOT NULL DEFAULT false,
    ADD COLUMN unknown_since timestamptz,
    ADD COLUMN tries integer NOT NULL DEFAULT 0,
    ADD COLUMN not_before timestamptz;

UPDATE trade_order SET confirmed = true
    FROM pair_order
    WHERE pair_order.clearance_id = trade_order.clearance_id AND pair_order.status = 'Closed'
        AND trade_order.state IN ('Filled', 'Canceled', 'Rejected', 'Expired');

ALTER TABLE pair_order ADD COLUMN cleared_until timestamptz;
