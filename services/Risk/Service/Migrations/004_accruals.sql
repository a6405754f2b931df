-- What holding costs: one row per position, kind and event that it was reckoned at, for ever. With the fills the portfolio can be rebuilt.
CREATE TABLE accrual (
    sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    pair_id text COLLATE "C" NOT NULL,
    instrument_id text COLLATE "C" NOT NULL,
    kind text NOT NULL CHECK (kind IN ('Borrow', 'Funding')),
    cause text NOT NULL,
    units numeric NOT NULL,
    price numeric NOT NULL,
    rate numeric NOT NULL,
    charged_from timestamptz NOT NULL,
    charged_until timestamptz NOT NULL,
    amount numeric NOT NULL,
    currency text NOT NULL,
    PRIMARY KEY (pair_id, instrument_id, kind, cause));

ALTER TABLE position ADD COLUMN charged_until timestamptz;
ALTER TABLE cash ADD COLUMN borrow numeric NOT NULL DEFAULT 0, ADD COLUMN funding numeric NOT NULL DEFAULT 0;
ALTER TABLE portfolio_mark ADD COLUMN borrow numeric NOT NULL DEFAULT 0, ADD COLUMN funding numeric NOT NULL DEFAULT 0;
