WITH counted AS (
  SELECT revenue, fen FROM income
  WHERE fund = 'stateCapital' AND origin = 'current'
),
code AS (
  SELECT substr(revenue, 1, 3) AS code FROM counted
  UNION SELECT substr(revenue, 1, 5) FROM counted
  UNION SELECT substr(revenue, 1, 7) FROM counted
  UNION SELECT revenue FROM counted
)
SELECT 0 AS n, '合计' AS "国有资本经营预算收入/项目/收入科目编码", '' AS "国有资本经营预算收入/项目/科目名称", sum(fen) AS "国有资本经营预算收入/国有资本经营收入预算"
FROM counted
UNION ALL
SELECT row_number() OVER (ORDER BY code.code), code.code, revenue.name, sum(fen)
FROM code
JOIN counted ON substr(counted.revenue, 1, length(code.code)) = code.code
LEFT JOIN revenue ON revenue.code = code.code
GROUP BY code.code
