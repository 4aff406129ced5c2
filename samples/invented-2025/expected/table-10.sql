WITH counted AS (
  SELECT dept, fund, fen FROM expenditure WHERE fund IN ('generalPublic', 'governmentFund', 'stateCapital')
),
item AS (
  SELECT 1 AS n, '因公出国（境）费' AS label, '30212' AS dept
  UNION ALL SELECT 2, '公务接待费', '30217'
  UNION ALL SELECT 3, '公务用车购置及运行费', '31013'
  UNION ALL SELECT 3, '公务用车购置及运行费', '30913'
  UNION ALL SELECT 3, '公务用车购置及运行费', '30231'
  UNION ALL SELECT 4, '①公务用车购置费', '31013'
  UNION ALL SELECT 4, '①公务用车购置费', '30913'
  UNION ALL SELECT 5, '②公务用车运行维护费', '30231'
  UNION ALL SELECT 6, '合计', '30212'
  UNION ALL SELECT 6, '合计', '30217'
  UNION ALL SELECT 6, '合计', '31013'
  UNION ALL SELECT 6, '合计', '30913'
  UNION ALL SELECT 6, '合计', '30231'
)
SELECT
  item.n AS n, item.label AS "项目",
  sum(fen) AS "2025年预算数/合计",
  sum(fen) FILTER (WHERE fund = 'generalPublic') AS "2025年预算数/一般公共预算",
  sum(fen) FILTER (WHERE fund = 'governmentFund') AS "2025年预算数/政府性基金预算",
  sum(fen) FILTER (WHERE fund = 'stateCapital') AS "2025年预算数/国有资本经营预算"
FROM item
LEFT JOIN counted ON counted.dept = item.dept
GROUP BY item.n
