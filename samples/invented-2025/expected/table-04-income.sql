SELECT 1 AS n, '一、一般公共预算' AS "收入/项目", sum(fen) AS "收入/金额"
FROM income WHERE fund = 'generalPublic' AND origin = 'current'
UNION ALL
SELECT 2, '二、政府性基金预算', sum(fen) FROM income WHERE fund = 'governmentFund' AND origin = 'current'
UNION ALL
SELECT 3, '三、国有资本经营预算', sum(fen) FROM income WHERE fund = 'stateCapital' AND origin = 'current'
UNION ALL
SELECT 31, '本年收入合计', sum(fen)
FROM income WHERE fund IN ('generalPublic', 'governmentFund', 'stateCapital') AND origin = 'current'
UNION ALL
SELECT 32, '上年财政拨款结转', sum(fen)
FROM income WHERE fund IN ('generalPublic', 'governmentFund', 'stateCapital') AND origin = 'carryover'
UNION ALL
SELECT 33, '一、一般公共预算', sum(fen) FROM income WHERE fund = 'generalPublic' AND origin = 'carryover'
UNION ALL
SELECT 34, '二、政府性基金预算', sum(fen) FROM income WHERE fund = 'governmentFund' AND origin = 'carryover'
UNION ALL
SELECT 35, '三、国有资本经营预算', sum(fen) FROM income WHERE fund = 'stateCapital' AND origin = 'carryover'
UNION ALL
SELECT 36, '收入总计', sum(fen) FROM income WHERE fund IN ('generalPublic', 'governmentFund', 'stateCapital')
