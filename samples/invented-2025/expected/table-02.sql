WITH code AS (
  SELECT substr(functional, 1, 3) AS code FROM income
  UNION SELECT substr(functional, 1, 5) FROM income
  UNION SELECT functional FROM income
)
SELECT
  0 AS n, '合计' AS "项目/科目编码", '' AS "项目/科目名称",
  sum(fen) FILTER (WHERE origin = 'current') AS "本年收入/合计",
  sum(fen) FILTER (WHERE origin = 'current' AND fund = 'generalPublic') AS "本年收入/一般公共预算",
  sum(fen) FILTER (WHERE origin = 'current' AND fund = 'governmentFund') AS "本年收入/政府性基金",
  sum(fen) FILTER (WHERE origin = 'current' AND fund = 'stateCapital') AS "本年收入/国有资本经营预算",
  sum(fen) FILTER (WHERE origin = 'current' AND fund = 'fiscalAccount') AS "本年收入/财政专户管理资金",
  sum(fen) FILTER (WHERE origin = 'current' AND fund = 'ownFunds') AS "本年收入/单位资金",
  sum(fen) FILTER (WHERE origin = 'carryover') AS "上年结转"
FROM income
UNION ALL
SELECT
  row_number() OVER (ORDER BY code.code), code.code, functional.name,
  sum(fen) FILTER (WHERE origin = 'current'),
  sum(fen) FILTER (WHERE origin = 'current' AND fund = 'generalPublic'),
  sum(fen) FILTER (WHERE origin = 'current' AND fund = 'governmentFund'),
  sum(fen) FILTER (WHERE origin = 'current' AND fund = 'stateCapital'),
  sum(fen) FILTER (WHERE origin = 'current' AND fund = 'fiscalAccount'),
  sum(fen) FILTER (WHERE origin = 'current' AND fund = 'ownFunds'),
  sum(fen) FILTER (WHERE origin = 'carryover')
FROM code
JOIN income ON substr(income.functional, 1, length(code.code)) = code.code
LEFT JOIN functional ON functional.code = code.code
GROUP BY code.code
