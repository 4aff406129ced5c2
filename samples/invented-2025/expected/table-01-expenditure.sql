SELECT
  class.n AS n, class.label AS "支出/项目", sum(e.fen) AS "支出/2025年合计",
  sum(e.fen) FILTER (WHERE e.origin = 'current') AS "支出/当年预算安排",
  sum(e.fen) FILTER (WHERE e.origin = 'carryover') AS "支出/上年结转安排"
FROM class
LEFT JOIN expenditure AS e ON substr(e.functional, 1, 3) = class.code
GROUP BY class.n
UNION ALL
SELECT
  31, '本年支出合计', sum(fen),
  sum(fen) FILTER (WHERE origin = 'current'), sum(fen) FILTER (WHERE origin = 'carryover')
FROM expenditure
UNION ALL
SELECT
  32, '年终结转', sum(fen),
  sum(fen) FILTER (WHERE origin = 'current'), sum(fen) FILTER (WHERE origin = 'carryover')
FROM year_end
UNION ALL
SELECT
  33, '支出总计', sum(fen),
  sum(fen) FILTER (WHERE origin = 'current'), sum(fen) FILTER (WHERE origin = 'carryover')
FROM line WHERE side IN ('expenditure', 'yearEndCarryover')
