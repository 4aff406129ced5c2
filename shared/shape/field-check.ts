/** One value against one field: the reason it is refused, in Chinese, or null. */
import type { Field } from './shape.ts';

/**
 * @param value as it would be stored: text, integer (amounts in 分), boolean or null
 * @returns a whole sentence naming the field by its label, or null when the value is fine
 */
export function reasonAgainst(field: Field, value: unknown): string | null {
  if (value === null || value === undefined) return field.optional ? null : `请填写“${field.label}”。`;
  switch (field.kind) {
    case 'text':
      return textReason(field, value);
    case 'enum':
      return field.options.some((option) => option.value === value)
        ? null
        : `“${field.label}”只能是${listed(field.options.map((option) => option.label))}之一。`;
    case 'code':
      return codeReason(field, value);
    case 'fen':
      if (!isInteger(value)) return `“${field.label}”不是精确到分的金额。`;
      return value < 0 && !field.negative ? `“${field.label}”不能是负数。` : null;
    case 'integer':
      if (!isInteger(value)) return `“${field.label}”应为整数。`;
      return value < field.min || value > field.max ? rangeReason(field) : null;
    case 'decimal':
      return decimalReason(field, value);
    case 'boolean':
      return typeof value === 'boolean' ? null : `“${field.label}”只能是“是”或“否”。`;
    case 'date':
      return typeof value === 'string' && isCalendarDay(value)
        ? null
        : `“${field.label}”应为真实存在的日期，写成 2027-03-01 的样子。`;
    case 'ref':
      return isInteger(value) && value > 0 ? null : `“${field.label}”没有指向有效的记录。`;
    default:
      return unknownKind(field);
  }
}

type Of<K extends Field['kind']> = Extract<Field, { kind: K }>;

/** NUL ends text in many programs, and a lone surrogate cannot be written as UTF-8: neither would come back as typed. */
const UNSTORABLE = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function textReason(field: Of<'text'>, value: unknown): string | null {
  if (typeof value !== 'string') return `“${field.label}”应为文字。`;
  if (!field.optional && value.trim() === '') return `请填写“${field.label}”。`;
  // Characters are counted as people see them; UTF-16 length is an upper bound and quick to know.
  if (value.length > field.maxLength && [...value].length > field.maxLength) {
    return `“${field.label}”最多${field.maxLength}个字，现有${[...value].length}个字。`;
  }
  return UNSTORABLE.test(value) ? `“${field.label}”里有无法保存的字符，请删去后重新输入。` : null;
}

function codeReason(field: Of<'code'>, value: unknown): string | null {
  if (field.catalogue === 'procurement') return goodsReason(field, value);
  const wanted = `${field.digits.join('、')}位数字`;
  if (typeof value !== 'string') return `“${field.label}”应为${wanted}的编码。`;
  if (!/^[0-9]+$/.test(value)) return `“${field.label}”应为${wanted}，“${shortened(value)}”里有不是数字的字符。`;
  return field.digits.includes(value.length)
    ? null
    : `“${field.label}”应为${wanted}，“${shortened(value)}”是${value.length}位。`;
}

function goodsReason(field: Of<'code'>, value: unknown): string | null {
  if (typeof value === 'string' && /^[ABC][0-9]{8}$/.test(value)) return null;
  return `“${field.label}”是字母A、B或C加8位数字，“${shortened(String(value))}”不是；按名称或拼音首字母从列表里选，目录里没有的留空。`;
}

const CANONICAL_DECIMAL = /^(?:0|[1-9][0-9]{0,14})(?:\.([0-9]*[1-9]))?$/;

function decimalReason(field: Of<'decimal'>, value: unknown): string | null {
  const match = typeof value === 'string' ? CANONICAL_DECIMAL.exec(value) : null;
  if (match === null) return `“${field.label}”应为不小于零的数字。`;
  return (match[1] ?? '').length > field.scale ? `“${field.label}”最多${field.scale}位小数。` : null;
}

function rangeReason(field: Of<'integer'>): string {
  return field.max === Number.MAX_SAFE_INTEGER
    ? `“${field.label}”不能小于${field.min}。`
    : `“${field.label}”应在${field.min}到${field.max}之间。`;
}

function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** True for a day of the Gregorian calendar written `YYYY-MM-DD`. */
export function isCalendarDay(text: string): boolean {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map((part) => Number.parseInt(part, 10));
  if (year === undefined || month === undefined || day === undefined) return false;
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function listed(labels: readonly string[]): string {
  return labels.map((label) => `“${label}”`).join('');
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}

function unknownKind(field: never): never {
  throw new TypeError(`unknown field kind: ${JSON.stringify(field)}`);
}
