-- A venue that denies an order which it has shown says so at every look: a person is told once.
ALTER TABLE trade_order ADD COLUMN contradicted boolean NOT NULL DEFAULT false;
