/** A small table of words and figures. */

interface FigureTableProps {
  readonly title: string;
  /** The first column holds words, all others figures. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Takes the whole width. */
  readonly wide?: true;
  readonly isProblem?: (row: readonly string[]) => boolean;
}

export function FigureTable({ title, columns, rows, wide, isProblem }: FigureTableProps) {
  return (
    <section className={wide ? 'card figure-table is-wide' : 'card figure-table'}>
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            {columns.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: names of projects repeat
            <tr key={index} className={isProblem?.(row) === true ? 'is-problem' : ''}>
              {row.map((text, place) =>
                place === 0 ? (
                  <th key={columns[place]} scope="row" title={text}>
                    {text}
                  </th>
                ) : (
                  <td key={columns[place]}>{text}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
