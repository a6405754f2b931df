-- Research that takes long. Series that came with the request are kept until the job ends; results as the text that is handed out.
CREATE TABLE analytics_job (
    job_id text COLLATE "C" PRIMARY KEY,
    method text NOT NULL,
    status text NOT NULL CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled', 'interrupted')),
    progress double precision NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
    asked_by text NOT NULL,
    created_at timestamptz NOT NULL,
    started_at timestamptz,
    ended_at timestamptz,
    code text,
    detail text,
    request text NOT NULL,
    series text,
    result text,
    cancel_requested boolean NOT NULL DEFAULT false,
    version bigint NOT NULL DEFAULT 1,
    CHECK ((ended_at IS NULL) = (status IN ('queued', 'running'))),
    CHECK ((result IS NOT NULL) = (status = 'succeeded'))
);
CREATE INDEX analytics_job_newest ON analytics_job (created_at DESC, job_id DESC);
CREATE INDEX analytics_job_waiting ON analytics_job (created_at, job_id) WHERE status = 'queued';
