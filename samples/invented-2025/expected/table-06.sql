WITH counted AS (
  SELECT dept, gov, usage, fen FROM expenditure
  WHERE fund = 'generalPublic' AND origin = 'current' AND nature = 'basic'
),
row AS (
  SELECT substr(dept, 1, 3) AS code, '' AS gov, dept AS of_dept, gov AS of_gov, usage, fen FROM counted
  UNION ALL
  SELECT dept, gov, dept, gov, usage, fen FROM counted
)
SELECT
  0 AS n, '合计' AS "部门预算支出经济科目名称", '' AS "政府预算支出经济科目名称",
  sum(fen) AS "2025年预算数/合计",
  sum(fen) FILTER (WHERE usage = 'personnel') AS "2025年预算数/人员经费",
  sum(fen) FILTER (WHERE usage = 'operating') AS "2025年预算数/公用经费"
FROM counted
UNION ALL
SELECT
  row_number() OVER (ORDER BY row.code, row.gov), d.name, coalesce(g.name, ''),
  sum(fen), sum(fen) FILTER (WHERE usage = 'personnel'), sum(fen) FILTER (WHERE usage = 'operating')
FROM row
LEFT JOIN dept_economic AS d ON d.code = row.code
LEFT JOIN gov_economic AS g ON g.code = row.gov
GROUP BY row.code, row.gov
