-- Orders at the venues that the desk did not send, and positions that its fills do not explain. What is over stays, so that a late word of
-- before changes nothing.
CREATE TABLE external_order (
    external_order_id text COLLATE "C" PRIMARY KEY,
    venue text NOT NULL,
    account text NOT NULL,
    instrument_id text NOT NULL,
    side text NOT NULL CHECK (side IN ('Buy', 'Sell')),
    leaves numeric NOT NULL CHECK (leaves >= 0),
    version integer NOT NULL CHECK (version > 0));

CREATE TABLE external_position (
    venue text COLLATE "C" NOT NULL,
    account text COLLATE "C" NOT NULL,
    instrument_id text COLLATE "C" NOT NULL,
    quantity numeric NOT NULL,
    compared_at timestamptz NOT NULL,
    PRIMARY KEY (venue, account, instrument_id));

CREATE INDEX external_order_at_work ON external_order (external_order_id) WHERE leaves > 0;
