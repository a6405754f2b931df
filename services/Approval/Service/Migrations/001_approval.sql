-- Names sort by their bytes, as the code sorts them.
CREATE TABLE proposal (
    proposal_id text COLLATE "C" PRIMARY KEY,
    decision_id text NOT NULL UNIQUE,
    pair_id text NOT NULL,
    status text NOT NULL CHECK (status IN ('Pending', 'Approved', 'Declined', 'Lapsed')),
    tier text NOT NULL CHECK (tier IN ('Auto', 'Trader', 'Senior')),
    tier_reason text NOT NULL,
    terms jsonb NOT NULL,
    votes jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    decided_at timestamptz,
    code text NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    CHECK ((status = 'Pending') = (decided_at IS NULL)));
CREATE INDEX proposal_newest ON proposal (created_at DESC, proposal_id);
CREATE INDEX proposal_newest_of_status ON proposal (status, created_at DESC, proposal_id);
CREATE INDEX proposal_pending ON proposal (created_at, proposal_id) WHERE status = 'Pending';
