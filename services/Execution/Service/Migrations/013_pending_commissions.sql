-- How many executions of an order have no cost yet: neither a later word of the venue nor an entry of their own has it.
ALTER TABLE trade_order ADD COLUMN pending_commissions integer NOT NULL DEFAULT 0 CHECK (pending_commissions >= 0);

UPDATE trade_order SET pending_commissions = waiting.executions
FROM (
    SELECT f.client_order_id, count(*) AS executions
    FROM fill f
    WHERE f.kind = 'Execution' AND f.commission_pending AND NOT EXISTS (
        SELECT 1 FROM fill later
        WHERE later.venue = f.venue AND later.account = f.account AND later.execution_id = f.execution_id
            AND ((later.kind = 'Execution' AND later.revision > f.revision)
                OR (later.kind = 'Commission' AND later.revision = f.revision)))
    GROUP BY f.client_order_id
) AS waiting
WHERE waiting.client_order_id = trade_order.client_order_id;
