-- Observations: variables of publishers over units and times. The values of one variable and unit lie in one row, packed.

CREATE TABLE observation_imports (
    id BIGINT PRIMARY KEY,
    source TEXT NOT NULL,
    publisher TEXT NOT NULL,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    retrieved TEXT NOT NULL,
    licence TEXT NOT NULL,
    "values" BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    revised BIGINT NOT NULL,
    imported_at TEXT NOT NULL
);

CREATE TABLE observation_variables (
    id BIGINT PRIMARY KEY,
    source TEXT NOT NULL,
    variable TEXT NOT NULL,
    label TEXT NOT NULL,
    measure TEXT,
    first_year BIGINT NOT NULL,
    last_year BIGINT NOT NULL,
    units BIGINT NOT NULL,
    "values" BIGINT NOT NULL,
    UNIQUE (source, variable)
);

CREATE TABLE observations (
    variable BIGINT NOT NULL,
    code TEXT NOT NULL,
    packed {bytes} NOT NULL,
    PRIMARY KEY (variable, code)
-- only sqlite
) WITHOUT ROWID;
-- only postgres
);
-- both

-- What a value was before an import replaced it with another one.
CREATE TABLE observation_revisions (
    import BIGINT NOT NULL,
    variable BIGINT NOT NULL,
    code TEXT NOT NULL,
    packed {bytes} NOT NULL,
    PRIMARY KEY (import, variable, code)
-- only sqlite
) WITHOUT ROWID;
-- only postgres
);
-- both
CREATE INDEX observation_revisions_by_variable ON observation_revisions (variable, code);
