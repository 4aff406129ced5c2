-- One row per line of the invented book, amounts in 分, and the names that the printed tables show.
CREATE TABLE unit (n INTEGER PRIMARY KEY, key TEXT, name TEXT, kind TEXT);
CREATE TABLE project (n INTEGER PRIMARY KEY, key TEXT, unit TEXT, name TEXT);
CREATE TABLE line (
  unit TEXT, side TEXT, origin TEXT, fund TEXT, functional TEXT, revenue TEXT, nature TEXT,
  dept TEXT, gov TEXT, usage TEXT, project TEXT, fen INTEGER
);
CREATE TABLE class (n INTEGER PRIMARY KEY, code TEXT, label TEXT);
CREATE TABLE functional (code TEXT PRIMARY KEY, name TEXT);
CREATE TABLE revenue (code TEXT PRIMARY KEY, name TEXT);
CREATE TABLE dept_economic (code TEXT PRIMARY KEY, name TEXT, administrative TEXT, institution TEXT);
CREATE TABLE gov_economic (code TEXT PRIMARY KEY, name TEXT);

CREATE VIEW income AS SELECT * FROM line WHERE side = 'income';

-- What a line leaves open follows from its department economic class and the kind of its unit.
CREATE VIEW expenditure AS
SELECT
  line.unit, line.origin, line.fund, line.functional, line.nature, line.dept, line.project, line.fen, unit.kind,
  coalesce(line.usage, CASE WHEN substr(line.dept, 1, 3) IN ('301', '303') THEN 'personnel' ELSE 'operating' END) AS usage,
  coalesce(line.gov, CASE unit.kind WHEN 'institution' THEN d.institution ELSE d.administrative END) AS gov
FROM line
JOIN unit ON unit.key = line.unit
LEFT JOIN dept_economic AS d ON d.code = line.dept
WHERE line.side = 'expenditure';

CREATE VIEW year_end AS SELECT * FROM line WHERE side = 'yearEndCarryover';
