import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonErrorLine } from './json-error.ts';

describe('jsonErrorLine', () => {
  it('finds what people get wrong by hand', () => {
    expect(jsonErrorLine('{\n"a": 1,\n"b"： 2\n}')).toBe(3);
    expect(jsonErrorLine('{\n"a": 1\n"b": 2\n}')).toBe(3);
    expect(jsonErrorLine('{\n"a": [1,\n2,\n]}')).toBe(4);
    expect(jsonErrorLine("{\n'a': 1}")).toBe(2);
    expect(jsonErrorLine('{"a": 01}')).toBe(1);
    expect(jsonErrorLine('{"a": 1}\n\n}')).toBe(3);
    expect(jsonErrorLine('{"a": "x\ny"}')).toBe(1);
    expect(jsonErrorLine('{"a": [1}\n')).toBe(1);
  });

  it('names the last line of a text that ends too early', () => {
    expect(jsonErrorLine('{\n"a": {\n"b": 1')).toBe(3);
  });

  it('finds nothing before the end of any JSON text, and nothing after the first place where one was broken', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 1);
        const lines = text.split('\n').length;
        expect(jsonErrorLine(text)).toBe(lines);
        expect(jsonErrorLine(`${text}\n#`)).toBe(lines + 1);
      }),
    );
  });
});
