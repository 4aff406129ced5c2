import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIGURES, type FigureId } from './figures.ts';
import { piecesOf } from './template.ts';
import { writtenOver } from './written-over.ts';

const VALUES: Partial<Record<FigureId, string>> = {
  year: '2025',
  unit: '环卫中心',
  'income.total': '13,623.06万元',
  'income.current': '12,352.39万元',
  'income.growth': '，比上年增加3,012.69万元，增长28.39%',
};
const textOf = (id: FigureId) => VALUES[id] ?? '0.00万元';
const GENERATED = '{unit}{year}年收入{income.total}，其中本年{income.current}{income.growth}。';
const found = (own: string) =>
  writtenOver(GENERATED, own, textOf).map(({ written, expected, agrees }) => [written, expected, agrees]);

describe('writtenOver', () => {
  it('finds nothing in the sentence as it was generated, or with other words around its figures', () => {
    expect(found(GENERATED)).toEqual([]);
    expect(found('今年，{unit}的全部收入是{income.total}（本年{income.current}），共3个来源。')).toEqual([]);
  });

  it('compares a number typed in place of a figure with what the figure says', () => {
    expect(found('{unit}{year}年收入13,600.00万元，其中本年{income.current}{income.growth}。')).toEqual([
      ['13,600.00万元', '13,623.06万元', false],
    ]);
    expect(found('{unit}{year}年收入1.36亿元，其中本年{income.current}{income.growth}。')).toEqual([
      ['1.36亿元', '13,623.06万元', true],
    ]);
  });

  it('compares each number of a clause that was typed anew', () => {
    expect(
      found('{unit}{year}年收入{income.total}，其中本年{income.current}，比上年增加3,012.69万元，增长29%。'),
    ).toEqual([
      ['3,012.69万元', '，比上年增加3,012.69万元，增长28.39%', true],
      ['29%', '，比上年增加3,012.69万元，增长28.39%', false],
    ]);
  });

  it('leaves numbers alone that stand in place of no figure', () => {
    expect(found(`${GENERATED}其中5,000.00万元用于工程。`)).toEqual([]);
  });
});

describe('piecesOf', () => {
  const id = fc.constantFrom(...(Object.keys(FIGURES) as FigureId[]));
  it('loses nothing of any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            id.map((name) => `{${name}}`),
          ),
        ),
        (parts) => {
          const text = parts.join('');
          const pieces = piecesOf(text).map((piece) => (piece.kind === 'text' ? piece.text : `{${piece.id}}`));
          expect(pieces.join('')).toBe(text);
        },
      ),
    );
  });

  it('tells the unit of a typed figure from the same characters beside it', () => {
    const [typed] = writtenOver('{income.total}万', '1万元万', textOf);
    expect(typed).toMatchObject({ written: '1万元', agrees: false });
  });

  it('finds every typed figure that disagrees, whatever stands around it', () => {
    const words = fc.stringMatching(/^[一-龥，。]{0,12}$/);
    fc.assert(
      fc.property(words, words, fc.integer({ min: 1, max: 999_999 }), (before, after, number) => {
        const generated = `${before}{income.total}${after}`;
        const [typed] = writtenOver(generated, `${before}${number}万元${after}`, textOf);
        expect(typed).toMatchObject({ written: `${number}万元`, agrees: number === 13_623 });
      }),
    );
  });
});
