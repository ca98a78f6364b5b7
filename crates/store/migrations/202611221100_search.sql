-- The words of every record and unit, folded; `name_text` are those of its name.

CREATE TABLE search_entries (
    entry {number},
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    partnership TEXT,
    visibility TEXT NOT NULL,
    name_text TEXT NOT NULL,
    search_text TEXT NOT NULL,
    UNIQUE (kind, record_id)
);

-- only sqlite
CREATE VIRTUAL TABLE search_words USING fts5 (
    name_text, search_text, content = 'search_entries', content_rowid = 'entry', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE TRIGGER search_entries_come AFTER INSERT ON search_entries BEGIN
    INSERT INTO search_words (rowid, name_text, search_text) VALUES (new.entry, new.name_text, new.search_text);
END;
CREATE TRIGGER search_entries_go AFTER DELETE ON search_entries BEGIN
    INSERT INTO search_words (search_words, rowid, name_text, search_text)
    VALUES ('delete', old.entry, old.name_text, old.search_text);
END;
CREATE TRIGGER search_entries_change AFTER UPDATE ON search_entries BEGIN
    INSERT INTO search_words (search_words, rowid, name_text, search_text)
    VALUES ('delete', old.entry, old.name_text, old.search_text);
    INSERT INTO search_words (rowid, name_text, search_text) VALUES (new.entry, new.name_text, new.search_text);
END;
-- only postgres
ALTER TABLE search_entries ADD COLUMN words tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', name_text), 'A') || setweight(to_tsvector('simple', search_text), 'D')
) STORED;
CREATE INDEX search_entries_by_words ON search_entries USING gin (words);
-- both
