/** The 13 tables as plain data, by the names of their columns: the shape of samples/lanxian-2025/expected-tables.json. */
import type { TableModel, TableRow } from './model.ts';

interface JsonTable {
  readonly no: number;
  readonly title: string;
  readonly form_label: string;
  readonly unit_name: string;
  readonly unit: string;
  readonly note: string | null;
  readonly columns: readonly string[];
  readonly key_columns: readonly string[];
  readonly value_columns: readonly string[];
  readonly column_numbers: readonly string[] | null;
  readonly rows: readonly {
    readonly row: number;
    readonly keys: Readonly<Record<string, string>>;
    /** Amounts in 万元 as printed; empty = nil. */
    readonly cells: Readonly<Record<string, string>>;
  }[];
}

export interface JsonTables {
  readonly document: string;
  readonly tables: readonly JsonTable[];
}

/** @param document name of the whole, such as `某单位2025年度单位预算公开` */
export function tablesJson(document: string, tables: readonly TableModel[]): JsonTables {
  return { document, tables: tables.map(jsonTable) };
}

function jsonTable(model: TableModel): JsonTable {
  const paths = (kind: 'key' | 'amount') =>
    model.columns.filter((column) => column.kind === kind).map(({ path }) => path);
  return {
    no: model.no,
    title: model.title,
    form_label: model.formLabel,
    unit_name: model.unitName,
    unit: model.unitText.replace(/^单位：/, ''),
    note: model.note?.replace(/^注：/, '') ?? null,
    columns: model.columns.map(({ path }) => path),
    key_columns: paths('key'),
    value_columns: paths('amount'),
    column_numbers: model.columnNumbers ? model.columns.map((_, index) => String(index + 1)) : null,
    rows: model.rows.map((row, index) => ({
      row: index + 1,
      keys: texts(model, row, 'key'),
      cells: texts(model, row, 'amount'),
    })),
  };
}

function texts(model: TableModel, row: TableRow, kind: 'key' | 'amount'): Record<string, string> {
  return Object.fromEntries(
    model.columns.flatMap((column, index) =>
      column.kind === kind ? [[column.path, row.cells[index]?.text ?? '']] : [],
    ),
  );
}
