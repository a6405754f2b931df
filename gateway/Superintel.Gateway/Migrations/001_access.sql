CREATE TABLE app_user (
    name text PRIMARY KEY,
    role text NOT NULL CHECK (role IN ('viewer', 'trader', 'senior', 'admin')),
    password_hash text NOT NULL,
    disabled boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Sign-in attempts since the last success, also of names that do not exist: an answer must not tell which do.
CREATE TABLE sign_in_attempt (
    name text PRIMARY KEY,
    failures integer NOT NULL,
    last_at timestamptz NOT NULL,
    locked_until timestamptz
);

-- A sign-in. Access tokens name it and are good only while it is; refresh tokens are kept as hashes.
CREATE TABLE session (
    id uuid PRIMARY KEY,
    user_name text NOT NULL REFERENCES app_user,
    refresh_hash bytea NOT NULL,
    spent_refresh_hash bytea,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
);
CREATE INDEX session_by_user ON session (user_name);
CREATE INDEX session_by_refresh ON session (refresh_hash);
CREATE INDEX session_by_spent_refresh ON session (spent_refresh_hash);

CREATE TABLE api_key (
    id text PRIMARY KEY,
    user_name text NOT NULL REFERENCES app_user,
    name text NOT NULL,
    scope text NOT NULL CHECK (scope IN ('read', 'trade', 'manage')),
    secret_hash bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz,
    revoked_at timestamptz
);
CREATE INDEX api_key_by_user ON api_key (user_name);

-- ES256 keys; the private part is encrypted with a key derived from the fleet's secret.
CREATE TABLE signing_key (
    id text PRIMARY KEY,
    private_key bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    retired_at timestamptz
);
