-- An import of observations that was taken back; its line stays, so that its number is never given again.

ALTER TABLE observation_imports ADD COLUMN withdrawn_at TEXT;
