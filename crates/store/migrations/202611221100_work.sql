-- What is no content: uploads, settings, jobs, mail.

CREATE TABLE uploads (
    sha256 TEXT PRIMARY KEY,
    bytes BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    created_at TEXT NOT NULL
);

CREATE TABLE settings (
    "key" TEXT PRIMARY KEY,
    "value" TEXT NOT NULL,
    version BIGINT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT
);

CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    account TEXT,
    partnership TEXT,
    input TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
    progress DOUBLE PRECISION NOT NULL CHECK (progress BETWEEN 0 AND 1),
    words TEXT,
    result TEXT,
    attempts BIGINT NOT NULL,
    node TEXT,
    leased_until TEXT,
    created_at TEXT NOT NULL,
    finished_at TEXT
);
CREATE INDEX jobs_waiting ON jobs (state, created_at);
CREATE INDEX jobs_of_partnership ON jobs (partnership, created_at);

CREATE TABLE mails (
    id TEXT PRIMARY KEY,
    "key" TEXT NOT NULL UNIQUE,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'failed')),
    attempts BIGINT NOT NULL,
    next_at TEXT NOT NULL,
    node TEXT,
    fault TEXT,
    created_at TEXT NOT NULL,
    sent_at TEXT
);
CREATE INDEX mails_waiting ON mails (state, next_at);
