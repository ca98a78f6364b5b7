-- Answers to surveys: no account, no name, no address of a person or a computer; the day, and not the hour.

CREATE TABLE survey_answers (
    id TEXT PRIMARY KEY,
    survey TEXT NOT NULL REFERENCES surveys (id) DEFERRABLE INITIALLY DEFERRED,
    unit TEXT,
    channel TEXT NOT NULL CHECK (channel IN ('web', 'paper')),
    "day" TEXT NOT NULL,
    form_key TEXT NOT NULL,
    answers TEXT NOT NULL,
    UNIQUE (survey, form_key)
);
CREATE INDEX survey_answers_of_survey ON survey_answers (survey, unit);
