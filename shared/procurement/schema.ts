/** The JSON Schema of procurement rule sets, said once: for the shipped files, a bureau's own, and the documentation. */
import { TOPICS } from './spec.ts';

type Schema = Readonly<Record<string, unknown>>;

const YUAN = '^(?:0|[1-9][0-9]{0,12})$';
const text = (maxLength: number): Schema => ({ type: 'string', minLength: 1, maxLength });
const sentence = (maxLength: number): Schema => ({
  type: 'string',
  maxLength,
  pattern: '[。！？]$',
  description: '以句号结尾的一句话',
});
const list = (items: Schema, more: Schema = {}): Schema => ({ type: 'array', items, ...more });
const day: Schema = {
  type: 'string',
  pattern: '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$',
  description: '日期，写成 2027-01-01 的样子',
};
const percent: Schema = { type: 'integer', minimum: 0, maximum: 100 };
const record = (
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(required),
  properties: { ...required, ...optional },
});

const GOODS_CODE: Schema = {
  type: 'string',
  pattern: '^[ABC][0-9]{8}$',
  description: '字母A、B、C加8位数字的品目编码',
};
const CATEGORIES: Schema = { enum: ['goods', 'works', 'services'] };
const oneOf = (fact: string, values: Schema): Schema =>
  record({ fact: { const: fact }, in: list(values, { minItems: 1 }) });

const CONDITION: Schema = {
  anyOf: [
    oneOf('category', CATEGORIES),
    oneOf('level', { enum: ['province', 'city', 'county'] }),
    oneOf('organisation', text(40)),
    record({
      fact: { enum: ['inCatalogue', 'inDepartmentList', 'imported', 'worksRelated'] },
      is: { type: 'boolean' },
    }),
    record({
      fact: { const: 'amount' },
      op: { enum: ['<', '<=', '>', '>='] },
      yuan: { type: 'string', pattern: YUAN, description: '整数的元，加引号，不带小数和分隔符' },
    }),
  ],
};

const RULE = record({
  id: text(60),
  topic: { enum: TOPICS },
  when: list(CONDITION, { description: '全部成立时适用；同一事项取第一条适用的规则' }),
  says: record(
    { answer: text(40), text: sentence(500) },
    { methods: list(text(40)), reserve: record({ sme: percent, micro: percent }) },
  ),
  basis: text(200),
});

/** JSON Schema 2020-12 of one rule set. */
export function ruleSetSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '政府采购规则',
    ...record(
      {
        format: { const: 'yusuan-procurement-rules' },
        version: { const: 1 },
        id: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,59}$', description: '小写字母、数字和连字符' },
        number: { ...text(60), description: '文号' },
        title: text(200),
        issuer: text(100),
        regions: list(text(60), { minItems: 1, description: '行政区划的开头；全国适用写“全国”' }),
        effectiveFrom: day,
        effectiveTo: { anyOf: [day, { type: 'null' }] },
        catalogue: list(
          record(
            {
              code: GOODS_CODE,
              name: text(100),
              category: CATEGORIES,
            },
            { remark: sentence(500) },
          ),
        ),
        rules: list(RULE),
        notes: list(sentence(1000)),
      },
      {
        list: { const: 'department', description: '目录是部门自列的集中采购项目；集中采购目录不写' },
        exceptions: list(record({ codes: list(GOODS_CODE, { minItems: 1 }), text: sentence(500), basis: text(200) })),
      },
    ),
  };
}
