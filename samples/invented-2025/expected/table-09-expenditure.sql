WITH counted AS (
  SELECT functional, nature, fen FROM expenditure
  WHERE fund = 'stateCapital' AND origin = 'current'
),
code AS (
  SELECT substr(functional, 1, 3) AS code FROM counted
  UNION SELECT substr(functional, 1, 5) FROM counted
  UNION SELECT functional FROM counted
)
SELECT
  0 AS n, '' AS "国有资本经营预算支出/科目编码", '' AS "国有资本经营预算支出/科目名称",
  sum(fen) AS "国有资本经营预算支出/合计",
  sum(fen) FILTER (WHERE nature = 'basic') AS "国有资本经营预算支出/基本支出",
  sum(fen) FILTER (WHERE nature = 'project') AS "国有资本经营预算支出/项目支出"
FROM counted
UNION ALL
SELECT
  row_number() OVER (ORDER BY code.code), code.code, functional.name,
  sum(fen), sum(fen) FILTER (WHERE nature = 'basic'), sum(fen) FILTER (WHERE nature = 'project')
FROM code
JOIN counted ON substr(counted.functional, 1, length(code.code)) = code.code
LEFT JOIN functional ON functional.code = code.code
GROUP BY code.code
