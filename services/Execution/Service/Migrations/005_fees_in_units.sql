-- A venue may keep its fee from what was bought: the holding grows by less than was filled.
ALTER TABLE fill
    ADD COLUMN fee_quantity numeric NOT NULL DEFAULT 0,
    ADD COLUMN withheld_quantity numeric NOT NULL DEFAULT 0;

ALTER TABLE trade_order ADD COLUMN fee_quantity numeric NOT NULL DEFAULT 0;
