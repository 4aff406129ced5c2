CREATE TABLE asset (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  budget_id INTEGER NOT NULL REFERENCES budget (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT,
  quantity TEXT NOT NULL CHECK (quantity NOT GLOB '*[^0-9.]*'),
  measure TEXT NOT NULL,
  value INTEGER CHECK (value BETWEEN -9007199254740991 AND 9007199254740991),
  note TEXT
) STRICT;
CREATE TABLE budget (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  position INTEGER NOT NULL,
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  year INTEGER NOT NULL CHECK (year BETWEEN 2015 AND 2100),
  stage TEXT NOT NULL CHECK (stage IN ('first', 'second', 'approved')),
  status TEXT NOT NULL CHECK (status IN ('draft', 'submitted', 'locked')),
  approved_on TEXT CHECK (approved_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  duties TEXT,
  organisation TEXT,
  responsible TEXT,
  accountant TEXT,
  phone TEXT,
  assets_on TEXT CHECK (assets_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE TABLE code (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  position INTEGER NOT NULL,
  catalogue TEXT NOT NULL,
  from_year INTEGER NOT NULL CHECK (from_year BETWEEN 2015 AND 2100),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  gov_if_administrative TEXT,
  gov_if_institution TEXT
) STRICT;
CREATE TABLE "goal_sheet" (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  budget_id INTEGER NOT NULL REFERENCES budget (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  project_id INTEGER REFERENCES project (id) ON DELETE RESTRICT,
  form TEXT NOT NULL CHECK (form <> ''),
  name_on_sheet TEXT,
  supervisor_code TEXT,
  supervisor TEXT,
  implementer TEXT,
  attribute TEXT,
  term TEXT,
  impl_total INTEGER CHECK (impl_total BETWEEN -9007199254740991 AND 9007199254740991),
  impl_central INTEGER CHECK (impl_central BETWEEN -9007199254740991 AND 9007199254740991),
  impl_provincial INTEGER CHECK (impl_provincial BETWEEN -9007199254740991 AND 9007199254740991),
  impl_local INTEGER CHECK (impl_local BETWEEN -9007199254740991 AND 9007199254740991),
  impl_own INTEGER CHECK (impl_own BETWEEN -9007199254740991 AND 9007199254740991),
  impl_other INTEGER CHECK (impl_other BETWEEN -9007199254740991 AND 9007199254740991),
  annual_total INTEGER CHECK (annual_total BETWEEN -9007199254740991 AND 9007199254740991),
  annual_central INTEGER CHECK (annual_central BETWEEN -9007199254740991 AND 9007199254740991),
  annual_provincial INTEGER CHECK (annual_provincial BETWEEN -9007199254740991 AND 9007199254740991),
  annual_local INTEGER CHECK (annual_local BETWEEN -9007199254740991 AND 9007199254740991),
  annual_own INTEGER CHECK (annual_own BETWEEN -9007199254740991 AND 9007199254740991),
  annual_other INTEGER CHECK (annual_other BETWEEN -9007199254740991 AND 9007199254740991),
  overview TEXT,
  basis TEXT,
  necessity TEXT,
  safeguards TEXT,
  plan TEXT,
  impl_goal TEXT,
  annual_goal TEXT,
  responsible TEXT,
  handler TEXT,
  phone TEXT,
  filled_on TEXT CHECK (filled_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE TABLE indicator (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  goal_sheet_id INTEGER NOT NULL REFERENCES goal_sheet (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  period TEXT NOT NULL CHECK (period IN ('implementation', 'annual')),
  level1 TEXT NOT NULL,
  level2 TEXT NOT NULL,
  level3 TEXT NOT NULL,
  operator TEXT CHECK (operator IN ('≥', '>', '=', '≤', '<')),
  value TEXT NOT NULL,
  measure TEXT,
  score TEXT CHECK (score NOT GLOB '*[^0-9.]*'),
  nature TEXT CHECK (nature IN ('quantitative', 'qualitative')),
  direction TEXT CHECK (direction IN ('positive', 'negative')),
  note TEXT
) STRICT;
CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  label TEXT NOT NULL,
  undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
  steps TEXT NOT NULL
) STRICT;
CREATE TABLE "line" (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  budget_id INTEGER NOT NULL REFERENCES budget (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  side TEXT NOT NULL CHECK ((side = 'income' OR side = 'expenditure' OR side = 'yearEndCarryover')),
  origin TEXT NOT NULL CHECK (origin IN ('current', 'carryover')),
  fund TEXT NOT NULL CHECK ((fund = 'generalPublic' OR fund = 'governmentFund' OR fund = 'stateCapital' OR fund = 'fiscalAccount' OR fund = 'ownFunds')),
  functional TEXT CHECK (length(functional) = 7 AND functional NOT GLOB '*[^0-9]*'),
  revenue TEXT CHECK ((length(revenue) = 5 OR length(revenue) = 7 OR length(revenue) = 9) AND revenue NOT GLOB '*[^0-9]*'),
  nature TEXT CHECK (nature IN ('basic', 'project')),
  dept_economic TEXT CHECK (length(dept_economic) = 5 AND dept_economic NOT GLOB '*[^0-9]*'),
  gov_economic TEXT CHECK (length(gov_economic) = 5 AND gov_economic NOT GLOB '*[^0-9]*'),
  use TEXT CHECK (use IN ('personnel', 'operating')),
  project_id INTEGER REFERENCES project (id) ON DELETE RESTRICT,
  amount INTEGER NOT NULL CHECK (amount BETWEEN -9007199254740991 AND 9007199254740991),
  note TEXT
) STRICT;
CREATE TABLE narrative (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  budget_id INTEGER NOT NULL REFERENCES budget (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  section TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE TABLE prior (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  budget_id INTEGER NOT NULL REFERENCES budget (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  measure TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount BETWEEN -9007199254740991 AND 9007199254740991),
  rounded INTEGER NOT NULL CHECK (rounded IN (0, 1))
) STRICT;
CREATE TABLE procurement (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  budget_id INTEGER NOT NULL REFERENCES budget (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  project_id INTEGER REFERENCES project (id) ON DELETE RESTRICT,
  line_id INTEGER REFERENCES line (id) ON DELETE RESTRICT,
  catalogue_code TEXT,
  name TEXT NOT NULL,
  category TEXT NOT NULL CHECK (category IN ('goods', 'works', 'services')),
  quantity TEXT CHECK (quantity NOT GLOB '*[^0-9.]*'),
  measure TEXT,
  unit_price INTEGER CHECK (unit_price BETWEEN -9007199254740991 AND 9007199254740991),
  amount INTEGER NOT NULL CHECK (amount BETWEEN -9007199254740991 AND 9007199254740991),
  imported INTEGER NOT NULL CHECK (imported IN (0, 1)),
  sme_reserved INTEGER CHECK (sme_reserved BETWEEN -9007199254740991 AND 9007199254740991),
  micro_reserved INTEGER CHECK (micro_reserved BETWEEN -9007199254740991 AND 9007199254740991),
  method TEXT,
  period TEXT,
  note TEXT
, works_related INTEGER CHECK (works_related IN (0, 1))) STRICT;
CREATE TABLE project (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  budget_id INTEGER NOT NULL REFERENCES budget (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  code TEXT,
  name TEXT NOT NULL,
  category TEXT NOT NULL CHECK (category IN ('operations', 'specificTarget')),
  starts_on TEXT CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ends_on TEXT CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  continues INTEGER NOT NULL CHECK (continues IN (0, 1)),
  confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
  note TEXT
, lineage TEXT) STRICT;
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  superior_id INTEGER REFERENCES unit (id),
  level TEXT NOT NULL CHECK (level IN ('province', 'city', 'county')),
  kind TEXT NOT NULL CHECK (kind IN ('administrative', 'referred', 'institution')),
  region TEXT
) STRICT;
CREATE TABLE waiver (
        id INTEGER PRIMARY KEY,
        revision INTEGER NOT NULL,
        budget_id INTEGER NOT NULL REFERENCES budget (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL,
        rule_id TEXT NOT NULL,
        at TEXT NOT NULL,
        said TEXT NOT NULL,
        reason TEXT NOT NULL,
        made_by TEXT,
        made_on TEXT CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
      ) STRICT;
CREATE INDEX asset_budget ON asset (budget_id, position);
CREATE UNIQUE INDEX budget_unit_year_stage ON budget (unit_id, year, stage);
CREATE UNIQUE INDEX code_catalogue_year ON code (catalogue, from_year, code);
CREATE INDEX goal_sheet_budget ON goal_sheet (budget_id, position);
CREATE UNIQUE INDEX goal_sheet_project ON goal_sheet (coalesce(project_id, 0), budget_id);
CREATE INDEX goal_sheet_project_ref ON goal_sheet (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX indicator_goal_sheet ON indicator (goal_sheet_id, position);
CREATE INDEX journal_undone ON journal (id) WHERE undone = 1;
CREATE INDEX line_budget ON line (budget_id, position);
CREATE UNIQUE INDEX narrative_section ON narrative (budget_id, section);
CREATE UNIQUE INDEX prior_measure ON prior (budget_id, measure);
CREATE INDEX procurement_budget ON procurement (budget_id, position);
CREATE INDEX procurement_line ON procurement (line_id) WHERE line_id IS NOT NULL;
CREATE INDEX procurement_project ON procurement (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX project_budget ON project (budget_id, position);
CREATE UNIQUE INDEX unit_code ON unit (code);
CREATE INDEX unit_superior ON unit (superior_id);
CREATE UNIQUE INDEX waiver_place ON waiver (budget_id, rule_id, at);
