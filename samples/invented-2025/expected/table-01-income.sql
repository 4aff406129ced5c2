SELECT 1 AS n, '一、一般公共预算' AS "收入/项目", sum(fen) AS "收入/2025年"
FROM income WHERE fund = 'generalPublic' AND origin = 'current'
UNION ALL
SELECT 2, '二、政府性基金预算', sum(fen) FROM income WHERE fund = 'governmentFund' AND origin = 'current'
UNION ALL
SELECT 3, '三、国有资本经营预算', sum(fen) FROM income WHERE fund = 'stateCapital' AND origin = 'current'
UNION ALL
SELECT 4, '四、财政专户管理资金', sum(fen) FROM income WHERE fund = 'fiscalAccount' AND origin = 'current'
UNION ALL
SELECT 5, '五、单位资金', sum(fen) FROM income WHERE fund = 'ownFunds' AND origin = 'current'
UNION ALL
SELECT 31, '本年收入合计', sum(fen) FROM income WHERE origin = 'current'
UNION ALL
SELECT 32, '上年结转', sum(fen) FROM income WHERE origin = 'carryover'
UNION ALL
SELECT 33, '收入总计', sum(fen) FROM income
