/** The JSON Schema of the format, generated from the same field lists that reading uses. */
import { type EntityName, entities } from '../entities/index.ts';
import type { Field } from '../shape/shape.ts';
import { FORMAT, KEYED, listsIn, planOf, VERSION } from './layout.ts';
import { MAX_KEY } from './read.ts';

type Schema = Readonly<Record<string, unknown>>;

/** Text that can be stored: no NUL, no half of a surrogate pair. */
const STORABLE = '^[^\\u0000\\ud800-\\udfff]*$';
const STORABLE_NOT_BLANK = '^(?=[\\s\\S]*\\S)[^\\u0000\\ud800-\\udfff]*$';
const AMOUNT = '^(?:0|[1-9][0-9]{0,13})\\.[0-9]{2}$';
const SIGNED_AMOUNT = '^(?!-0\\.00$)-?(?:0|[1-9][0-9]{0,13})\\.[0-9]{2}$';
/** Real days of the calendar, 29 February in leap years only. */
const DAY = [
  '^(?!0000)(?:[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)',
  '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$',
].join('|');

/**
 * JSON Schema 2020-12 of an interchange document. It says everything about the shape of records; that references find
 * their record, that keys are not used twice and that amounts stay within 分 kept exactly is checked on reading.
 */
export function interchangeSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '预算数据交换文件',
    ...recordSchema('document'),
    $defs: Object.fromEntries(Object.keys(entities).map((name) => [name, recordSchema(name as EntityName)])),
  };
}

function recordSchema(owner: EntityName | 'document'): Schema {
  const isDocument = owner === 'document';
  const fields = isDocument ? [] : planOf(owner);
  const lists = Object.entries(listsIn(owner)).map(([name, entity]) => [
    name,
    { type: 'array', items: { $ref: `#/$defs/${entity}` } },
  ]);
  const key = { description: '供本文件中其他记录引用', ...nullable(keySchema()) };
  return {
    ...(isDocument ? {} : { title: entities[owner].label }),
    type: 'object',
    additionalProperties: false,
    required: [
      ...(isDocument ? ['format', 'version'] : []),
      ...fields.filter(({ field }) => !field.optional).map(({ inDocument }) => inDocument),
    ],
    properties: {
      ...(isDocument ? { format: { const: FORMAT }, version: { const: VERSION } } : {}),
      ...(!isDocument && KEYED.has(owner) ? { key } : {}),
      ...Object.fromEntries(fields.map(({ inDocument, field }) => [inDocument, fieldSchema(field)])),
      ...Object.fromEntries(lists),
    },
  };
}

function fieldSchema(field: Field): Schema {
  const value = valueSchema(field);
  return {
    title: field.label,
    ...(field.help === undefined ? {} : { description: field.help }),
    ...(field.optional ? nullable(value) : value),
  };
}

function nullable(value: Schema): Schema {
  return { anyOf: [value, { type: 'null' }] };
}

function keySchema(): Schema {
  return { type: 'string', maxLength: MAX_KEY, pattern: STORABLE_NOT_BLANK };
}

function valueSchema(field: Field): Schema {
  switch (field.kind) {
    case 'text':
      return { type: 'string', maxLength: field.maxLength, pattern: field.optional ? STORABLE : STORABLE_NOT_BLANK };
    case 'enum':
      return { enum: field.options.map(({ value }) => value) };
    case 'code':
      return { type: 'string', pattern: `^(?:${field.digits.map((digits) => `[0-9]{${digits}}`).join('|')})$` };
    case 'fen':
      return { type: 'string', pattern: field.negative ? SIGNED_AMOUNT : AMOUNT };
    case 'integer':
      return { type: 'integer', minimum: field.min, maximum: field.max };
    case 'decimal':
      return { type: 'string', pattern: `^(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{0,${field.scale - 1}}[1-9])?$` };
    case 'boolean':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', pattern: DAY };
    case 'ref':
      return keySchema();
    default:
      return unknownKind(field);
  }
}

function unknownKind(field: never): never {
  throw new TypeError(`unknown field kind: ${JSON.stringify(field)}`);
}
