CREATE TABLE user_account (
    name text PRIMARY KEY,
    password_hash text NOT NULL,
    role text NOT NULL CHECK (role IN ('viewer', 'trader', 'senior', 'admin')),
    stamp uuid NOT NULL, -- a token carries it; a new one ends all of the user's tokens
    disabled boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- By the name that was tried, whether or not it exists: a lockout must not tell who has an account.
CREATE TABLE login_failure (
    name text PRIMARY KEY,
    failures integer NOT NULL,
    locked_until timestamptz NOT NULL,
    last_at timestamptz NOT NULL
);

CREATE TABLE api_key (
    id text PRIMARY KEY,
    owner text NOT NULL REFERENCES user_account (name),
    label text NOT NULL,
    scopes text[] NOT NULL,
    secret_hash bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
);

CREATE TABLE signing_key (
    id text PRIMARY KEY,
    created_at timestamptz NOT NULL,
    sealed_key bytea NOT NULL -- PKCS#8, AES-GCM under a key derived from the fleet's secret
);
