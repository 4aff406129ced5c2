/** Reads a rule set that somebody else wrote: whole and of the format, or refused with place and reason. */
import { ruleSetSchema } from './schema.ts';
import type { RuleSet } from './spec.ts';

export interface RuleSetProblem {
  /** Place in the file, e.g. `rules[2].when[0].yuan`; empty for the whole. */
  readonly place: string;
  /** Chinese sentence. */
  readonly reason: string;
}

export type RuleSetRead =
  | { readonly ok: true; readonly set: RuleSet }
  | { readonly ok: false; readonly problem: RuleSetProblem };

/** The part of JSON Schema that `ruleSetSchema` uses. */
interface Node {
  readonly type?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** @param raw anything; the first problem found is told */
export function readRuleSet(raw: unknown): RuleSetRead {
  // Said of our own schema: it is made of these words only, which read.test.ts holds against a full validator.
  const problem = problemIn(raw, ruleSetSchema() as Node, '');
  // What the schema takes is a rule set: schema.ts and spec.ts say the same.
  return problem === null ? { ok: true, set: raw as RuleSet } : { ok: false, problem };
}

function problemIn(value: unknown, node: Node, place: string): RuleSetProblem | null {
  const wrong = (reason: string): RuleSetProblem => ({ place, reason });
  if (node.anyOf !== undefined) {
    if (node.anyOf.some((each) => problemIn(value, each, place) === null)) return null;
    return wrong('不是认得的写法。');
  }
  if (node.const !== undefined) return value === node.const ? null : wrong(`应为“${String(node.const)}”。`);
  if (node.enum !== undefined) return node.enum.includes(value) ? null : wrong(`只能是${node.enum.join('、')}之一。`);
  switch (node.type) {
    case 'object':
      return objectProblem(value, node, place);
    case 'array':
      if (!Array.isArray(value)) return wrong('应为列表。');
      if (value.length < (node.minItems ?? 0)) return wrong('不能为空。');
      return firstProblem(value.map((each, index) => () => problemIn(each, node.items ?? {}, `${place}[${index}]`)));
    case 'string':
      return stringProblem(value, node, wrong);
    case 'integer': {
      const { minimum = 0, maximum = 0 } = node;
      const fits = typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum;
      return fits ? null : wrong(`应为${minimum}到${maximum}的整数。`);
    }
    case 'boolean':
      return typeof value === 'boolean' ? null : wrong('应为 true 或 false。');
    case 'null':
      return value === null ? null : wrong('应为 null。');
    default:
      throw new TypeError(`rule set schema: no reading for ${JSON.stringify(node.type)}`);
  }
}

function objectProblem(value: unknown, node: Node, place: string): RuleSetProblem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { place, reason: '应为一条记录。' };
  const at = (key: string) => (place === '' ? key : `${place}.${key}`);
  const fields = node.properties ?? {};
  const entries = Object.entries(value);
  const unknown = entries.find(([key]) => !Object.hasOwn(fields, key));
  if (unknown !== undefined) return { place: at(unknown[0].slice(0, 40)), reason: '没有这个字段。' };
  const missing = node.required?.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) return { place: at(missing), reason: '没有填写。' };
  return firstProblem(
    entries.map(
      ([key, each]) =>
        () =>
          problemIn(each, fields[key] ?? {}, at(key)),
    ),
  );
}

function stringProblem(value: unknown, node: Node, wrong: (reason: string) => RuleSetProblem): RuleSetProblem | null {
  if (typeof value !== 'string') return wrong('应为文字。');
  const length = [...value].length;
  if (length < (node.minLength ?? 0)) return wrong('不能为空。');
  if (node.maxLength !== undefined && length > node.maxLength) return wrong(`最多${node.maxLength}个字。`);
  return node.pattern === undefined || new RegExp(node.pattern, 'u').test(value) ? null : wrong('不合规定的写法。');
}

function firstProblem(tests: readonly (() => RuleSetProblem | null)[]): RuleSetProblem | null {
  for (const test of tests) {
    const problem = test();
    if (problem !== null) return problem;
  }
  return null;
}
