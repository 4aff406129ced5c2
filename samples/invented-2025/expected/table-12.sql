WITH counted AS (
  SELECT unit, project, fund, fen FROM expenditure WHERE nature = 'project' AND origin = 'current'
)
SELECT
  unit.n * 1000 AS n, unit.name AS "项目名称",
  sum(fen) AS "合计",
  sum(fen) FILTER (WHERE fund = 'generalPublic') AS "2025年财政拨款/一般公共预算",
  sum(fen) FILTER (WHERE fund = 'governmentFund') AS "2025年财政拨款/政府性基金预算",
  sum(fen) FILTER (WHERE fund = 'stateCapital') AS "2025年财政拨款/国有资本经营预算",
  sum(fen) FILTER (WHERE fund = 'fiscalAccount') AS "财政专户管理资金",
  sum(fen) FILTER (WHERE fund = 'ownFunds') AS "单位资金"
FROM unit
LEFT JOIN counted ON counted.unit = unit.key
GROUP BY unit.n
UNION ALL
SELECT
  unit.n * 1000 + project.n, project.name, sum(fen),
  sum(fen) FILTER (WHERE fund = 'generalPublic'), sum(fen) FILTER (WHERE fund = 'governmentFund'),
  sum(fen) FILTER (WHERE fund = 'stateCapital'), sum(fen) FILTER (WHERE fund = 'fiscalAccount'),
  sum(fen) FILTER (WHERE fund = 'ownFunds')
FROM project
JOIN unit ON unit.key = project.unit
JOIN counted ON counted.project = project.key
GROUP BY project.n
