-- Who may do what, and who is signed in. Of a secret only its hash is kept; the secret of a second factor must be kept itself.

CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    email TEXT UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT,
    totp_secret TEXT,
    totp_step BIGINT,
    state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'disabled', 'erased')),
    language TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK ((email IS NULL) = (state = 'erased'))
);

CREATE TABLE grants (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL,
    partnership TEXT,
    unit TEXT,
    valid_from TEXT,
    valid_to TEXT,
    version BIGINT NOT NULL CHECK (version > 0)
);
CREATE INDEX grants_of_account ON grants (account);
CREATE INDEX grants_of_partnership ON grants (partnership);

-- A row without an account is the way to a sign-in: the second step, or the answer of a provider, is waited for.
CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    account TEXT REFERENCES accounts (id),
    data TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    last_seen TEXT NOT NULL
);
CREATE INDEX sessions_of_account ON sessions (account);
CREATE INDEX sessions_by_end ON sessions (expires_at);

CREATE TABLE recovery_codes (
    account TEXT NOT NULL REFERENCES accounts (id),
    hash TEXT NOT NULL,
    PRIMARY KEY (account, hash)
);

CREATE TABLE one_time_tokens (
    hash TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('invite', 'reset', 'email')),
    data TEXT,
    expires_at BIGINT NOT NULL,
    used_at TEXT
);
CREATE INDEX one_time_tokens_of_account ON one_time_tokens (account);

CREATE TABLE api_tokens (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    scopes TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at BIGINT,
    last_used_at TEXT,
    revoked_at TEXT
);
CREATE INDEX api_tokens_of_account ON api_tokens (account);

CREATE TABLE identities (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    created_at TEXT NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX identities_of_account ON identities (account);

CREATE TABLE login_attempts (
    "key" TEXT NOT NULL,
    window_start BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    PRIMARY KEY ("key", window_start)
);
