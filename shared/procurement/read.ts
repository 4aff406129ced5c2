/** Reads a rule set that somebody else wrote: whole, of the format and without contradiction, or refused with place and reason. */
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
  readonly description?: string;
}

/** @param raw anything; the first problem found is told */
export function readRuleSet(raw: unknown): RuleSetRead {
  // Said of our own schema: it is made of these words only, which read.test.ts holds against a full validator.
  const problem = problemIn(raw, ruleSetSchema() as Node, '');
  if (problem !== null) return { ok: false, problem };
  // What the schema takes is a rule set: schema.ts and spec.ts say the same.
  const set = raw as RuleSet;
  const contradiction = contradictionIn(set);
  return contradiction === null ? { ok: true, set } : { ok: false, problem: contradiction };
}

/** What no schema can say: an id, or a code, that is there twice, and an end before the beginning. */
function contradictionIn({ rules, catalogue, effectiveFrom, effectiveTo }: RuleSet): RuleSetProblem | null {
  if (effectiveTo !== null && effectiveTo < effectiveFrom) {
    return { place: 'effectiveTo', reason: `${effectiveTo}早于开始施行的${effectiveFrom}。` };
  }
  const rule = repeatedAt(rules.map(({ id }) => id));
  if (rule !== null) return { place: `rules[${rule}].id`, reason: `“${rules[rule]?.id}”在前面已经用过。` };
  const entry = repeatedAt(catalogue.map(({ code }) => code));
  if (entry === null) return null;
  return { place: `catalogue[${entry}].code`, reason: `品目${catalogue[entry]?.code}在前面已经列过。` };
}

function repeatedAt(keys: readonly string[]): number | null {
  const seen = new Set<string>();
  const place = keys.findIndex((key) => seen.size === seen.add(key).size);
  return place < 0 ? null : place;
}

const PARTS: Readonly<Record<string, (number: number) => string>> = {
  rules: (number) => `第${number}条规则`,
  when: (number) => `第${number}个条件`,
  catalogue: (number) => `目录第${number}项`,
  notes: (number) => `第${number}条说明`,
  regions: (number) => `第${number}个地区`,
  methods: (number) => `第${number}种方式`,
  exceptions: (number) => `第${number}条例外`,
  codes: (number) => `第${number}个品目`,
};

/** A place in the file as somebody who counts from one says it: `第3条规则的第1个条件（rules[2].when[0].yuan）`. */
export function placeInWords(place: string): string {
  const words = [...place.matchAll(/([a-zA-Z]+)\[([0-9]+)\]/g)].flatMap(([, list = '', index = '']) => {
    const said = PARTS[list]?.(Number.parseInt(index, 10) + 1);
    return said === undefined ? [] : [said];
  });
  return words.length === 0 ? ` ${place}` : `${words.join('的')}（${place}）`;
}

function problemIn(value: unknown, node: Node, place: string): RuleSetProblem | null {
  const wrong = (reason: string): RuleSetProblem => ({ place, reason });
  if (node.anyOf !== undefined) return choiceProblem(value, node.anyOf, place);
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

/** Of several ways to write something the one that is meant is judged: where a record says its fact, the one for it. */
function choiceProblem(value: unknown, ways: readonly Node[], place: string): RuleSetProblem | null {
  const problems = ways.map((way) => ({ way, problem: problemIn(value, way, place) }));
  if (problems.some(({ problem }) => problem === null)) return null;
  const fact = typeof value === 'object' && value !== null && 'fact' in value ? value.fact : undefined;
  const meant = problems.find(({ way: { properties, pattern } }) => {
    const named = properties?.fact;
    return named === undefined ? pattern !== undefined : named.const === fact || named.enum?.includes(fact) === true;
  });
  if (meant?.problem !== null && meant?.problem !== undefined) return meant.problem;
  const facts = ways.flatMap(({ properties }) => properties?.fact?.const ?? properties?.fact?.enum ?? []);
  return { place, reason: facts.length === 0 ? '不是认得的写法。' : `fact 只能是${facts.join('、')}之一。` };
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
  if (node.pattern === undefined || new RegExp(node.pattern, 'u').test(value)) return null;
  return wrong(node.description === undefined ? '不合规定的写法。' : `应为${node.description}。`);
}

function firstProblem(tests: readonly (() => RuleSetProblem | null)[]): RuleSetProblem | null {
  for (const test of tests) {
    const problem = test();
    if (problem !== null) return problem;
  }
  return null;
}
