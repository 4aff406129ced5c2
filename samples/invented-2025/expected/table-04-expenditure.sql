SELECT
  class.n AS n, class.label AS "支出/项目",
  sum(e.fen) AS "支出/金额/小计",
  sum(e.fen) FILTER (WHERE e.fund = 'generalPublic') AS "支出/金额/一般公共预算",
  sum(e.fen) FILTER (WHERE e.fund = 'governmentFund') AS "支出/金额/政府性基金预算",
  sum(e.fen) FILTER (WHERE e.fund = 'stateCapital') AS "支出/金额/国有资本经营预算"
FROM class
LEFT JOIN expenditure AS e
  ON substr(e.functional, 1, 3) = class.code AND e.fund IN ('generalPublic', 'governmentFund', 'stateCapital')
GROUP BY class.n
UNION ALL
SELECT
  31, '本年支出合计', sum(fen), sum(fen) FILTER (WHERE fund = 'generalPublic'),
  sum(fen) FILTER (WHERE fund = 'governmentFund'), sum(fen) FILTER (WHERE fund = 'stateCapital')
FROM expenditure WHERE fund IN ('generalPublic', 'governmentFund', 'stateCapital')
UNION ALL
SELECT
  32, '年终结转', sum(fen), sum(fen) FILTER (WHERE fund = 'generalPublic'),
  sum(fen) FILTER (WHERE fund = 'governmentFund'), sum(fen) FILTER (WHERE fund = 'stateCapital')
FROM year_end WHERE fund IN ('generalPublic', 'governmentFund', 'stateCapital')
UNION ALL
SELECT 33, '', NULL, NULL, NULL, NULL
UNION ALL
SELECT 34, '', NULL, NULL, NULL, NULL
UNION ALL
SELECT 35, '', NULL, NULL, NULL, NULL
UNION ALL
SELECT
  36, '支出总计', sum(fen), sum(fen) FILTER (WHERE fund = 'generalPublic'),
  sum(fen) FILTER (WHERE fund = 'governmentFund'), sum(fen) FILTER (WHERE fund = 'stateCapital')
FROM line
WHERE side IN ('expenditure', 'yearEndCarryover') AND fund IN ('generalPublic', 'governmentFund', 'stateCapital')
