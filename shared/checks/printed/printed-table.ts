/**
 * Tables as they stand on paper: texts only. What a foreign workbook is read into, and what the forms themselves can be
 * held against. Who reads a workbook recognises tables and heads; everything after that is the same for all sources.
 */

/** A printed column that is one of the form's: label path and side as in `layoutTable` of the form and year. */
export interface PrintedColumn {
  readonly path: string;
  readonly block: number;
}

export interface PrintedTable {
  readonly no: number;
  /** Everything printed above the rows: title, heads, 单位名称, 单位：万元. */
  readonly head: readonly string[];
  readonly unitName: string;
  /** What a figure without unit means. */
  readonly amountUnit: 'wan' | 'yuan';
  /** 注：… below or above the rows; null when there is none. */
  readonly note: string | null;
  /** In printed order; null where a column is none of the form's. */
  readonly columns: readonly (PrintedColumn | null)[];
  /** One text per column; blank where nothing is printed. */
  readonly rows: readonly (readonly string[])[];
}

export interface PrintedDocument {
  readonly year: number;
  readonly unitName: string;
  /** Names by which rows of tables 11 to 13 are known as units; the document's own unit need not be among them. */
  readonly unitNames: readonly string[];
  readonly tables: readonly PrintedTable[];
}
