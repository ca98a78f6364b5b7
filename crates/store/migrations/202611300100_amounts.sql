-- Records: a table for each kind. Made from the kinds of `planning`; see tests/store/schema.rs.

ALTER TABLE stated_figures ADD COLUMN "currency" TEXT CHECK ("currency" IN ('eur', 'pln', 'czk'));

ALTER TABLE stated_figures ADD COLUMN "rate" DOUBLE PRECISION;

ALTER TABLE stated_figures ADD COLUMN "rate_currency" TEXT CHECK ("rate_currency" IN ('eur', 'pln', 'czk'));

ALTER TABLE stated_figures ADD COLUMN "rate_date" TEXT;

ALTER TABLE stated_figures ADD COLUMN "rate_source" TEXT;

ALTER TABLE stated_figures ADD COLUMN "figure_new" TEXT NOT NULL DEFAULT 'other' CHECK ("figure_new" IN ('members', 'population', 'area_km2', 'partnerships', 'allocation_eur', 'amount', 'other'));
UPDATE stated_figures SET "figure_new" = "figure";
ALTER TABLE stated_figures DROP COLUMN "figure";
ALTER TABLE stated_figures RENAME COLUMN "figure_new" TO "figure";
