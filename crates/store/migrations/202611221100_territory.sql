-- Units of the registers as intervals between editions, what happened to them, figures, boundaries.

CREATE TABLE register_editions (
    country TEXT NOT NULL,
    day TEXT NOT NULL,
    source TEXT NOT NULL,
    units BIGINT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (country, day)
);

CREATE TABLE units (
    code TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    country TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('region', 'county', 'municipality', 'part')),
    kind TEXT,
    name TEXT NOT NULL,
    folded_name TEXT NOT NULL,
    parent TEXT,
    is_county_seat BOOLEAN,
    PRIMARY KEY (code, valid_from)
);
CREATE INDEX units_of_level ON units (country, level, folded_name);
CREATE INDEX units_by_parent ON units (parent);

CREATE TABLE successions (
    country TEXT NOT NULL,
    level TEXT NOT NULL,
    old_code TEXT,
    new_code TEXT,
    old_name TEXT,
    new_name TEXT,
    after_day TEXT NOT NULL,
    by_day TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX successions_by_old_code ON successions (old_code);
CREATE INDEX successions_by_new_code ON successions (new_code);

CREATE TABLE figure_sets (
    country TEXT NOT NULL,
    figure TEXT NOT NULL,
    period TEXT NOT NULL,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    column_name TEXT NOT NULL,
    units BIGINT NOT NULL,
    total_state TEXT,
    total DOUBLE PRECISION,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (country, figure, period, file)
);

CREATE TABLE figures (
    code TEXT NOT NULL,
    figure TEXT NOT NULL,
    period TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('known', 'estimated', 'suppressed', 'not_given', 'not_applicable')),
    "value" DOUBLE PRECISION,
    file TEXT NOT NULL,
    PRIMARY KEY (code, figure, period),
    CHECK ((state IN ('known', 'estimated')) = ("value" IS NOT NULL))
);

CREATE TABLE boundary_sets (
    id TEXT PRIMARY KEY,
    country TEXT NOT NULL,
    level TEXT NOT NULL,
    "year" BIGINT NOT NULL,
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    licence TEXT,
    is_schematic BOOLEAN NOT NULL,
    units BIGINT NOT NULL,
    saved_at TEXT NOT NULL
);

CREATE TABLE boundaries (
    boundary_set TEXT NOT NULL REFERENCES boundary_sets (id) DEFERRABLE INITIALLY DEFERRED,
    code TEXT NOT NULL,
    shape {bytes} NOT NULL,
    PRIMARY KEY (boundary_set, code)
);
CREATE INDEX boundaries_by_code ON boundaries (code, boundary_set);
