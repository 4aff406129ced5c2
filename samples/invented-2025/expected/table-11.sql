WITH counted AS (
  SELECT unit, fund, fen FROM expenditure
  WHERE fund IN ('generalPublic', 'governmentFund', 'stateCapital') AND origin = 'current'
    AND nature = 'basic' AND usage = 'operating' AND kind IN ('administrative', 'referred')
)
SELECT
  0 AS n, '部门合计' AS "单位名称",
  sum(fen) AS "2025预算数/合计",
  sum(fen) FILTER (WHERE fund = 'generalPublic') AS "2025预算数/一般公共预算",
  sum(fen) FILTER (WHERE fund = 'governmentFund') AS "2025预算数/政府性基金预算",
  sum(fen) FILTER (WHERE fund = 'stateCapital') AS "2025预算数/国有资本经营预算"
FROM counted
UNION ALL
SELECT
  unit.n, unit.name, sum(fen), sum(fen) FILTER (WHERE fund = 'generalPublic'),
  sum(fen) FILTER (WHERE fund = 'governmentFund'), sum(fen) FILTER (WHERE fund = 'stateCapital')
FROM unit
JOIN counted ON counted.unit = unit.key
GROUP BY unit.n
