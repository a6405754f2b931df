-- Since when a venue that answers otherwise cannot say how an order stands that it once showed, and whether a person was told.
ALTER TABLE trade_order
    ADD COLUMN unanswered_since timestamptz,
    ADD COLUMN unanswered_told boolean NOT NULL DEFAULT false;

-- The newest move of the kill switch that said halted, whatever came after it: a halt that came without the store waits for a newer one.
ALTER TABLE trading_control ADD COLUMN last_halted bigint NOT NULL DEFAULT 0;
UPDATE trading_control SET last_halted = version WHERE state = 'Halted';
