-- Commissions in a currency whose rate was not known: beside the profit of a decision, never in it.
CREATE TABLE unconverted_commission (
    decision_id text COLLATE "C" NOT NULL,
    pair_id text COLLATE "C" NOT NULL,
    currency text COLLATE "C" NOT NULL,
    amount numeric NOT NULL,
    PRIMARY KEY (decision_id, currency));

-- What was recorded before this table was made.
INSERT INTO unconverted_commission (decision_id, pair_id, currency, amount)
SELECT decision_id, min(payload::jsonb ->> 'pairId'), payload::jsonb ->> 'unconvertedCommissionCurrency',
    sum((payload::jsonb ->> 'unconvertedCommission')::numeric)
FROM entry
WHERE kind = 'position-changed' AND payload::jsonb ->> 'unconvertedCommissionCurrency' IS NOT NULL
GROUP BY decision_id, payload::jsonb ->> 'unconvertedCommissionCurrency';
