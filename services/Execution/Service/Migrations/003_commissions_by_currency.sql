-- One sum over all currencies meant nothing; the ledger has each fee in its own.
ALTER TABLE trade_order ADD COLUMN commissions jsonb NOT NULL DEFAULT '{}';

UPDATE trade_order SET commissions = paid.by_currency
FROM (
    SELECT client_order_id, jsonb_object_agg(commission_currency, amount) AS by_currency
    FROM (
        SELECT client_order_id, commission_currency, sum(commission) AS amount
        FROM fill WHERE commission <> 0 GROUP BY client_order_id, commission_currency
    ) AS sums
    GROUP BY client_order_id
) AS paid
WHERE paid.client_order_id = trade_order.client_order_id;

ALTER TABLE trade_order DROP COLUMN commission;
