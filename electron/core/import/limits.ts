/**
 * How much of a file the program reads before it refuses it: the one place. A small file can unpack to anything, so every
 * count is checked while reading, never taken from what the file says of itself.
 */

/** Limits of one reading of a workbook. */
export interface WorkbookLimits {
  /** Bytes of the file itself, also of a text file chosen instead. */
  readonly fileBytes: number;
  /** Unpacked bytes of one worksheet. */
  readonly sheetBytes: number;
  /** Unpacked bytes of all parts together. */
  readonly bookBytes: number;
  /** Unpacked bytes, and number, of the shared strings, which are kept in memory. */
  readonly stringBytes: number;
  readonly strings: number;
  /** Unpacked bytes of any other part. */
  readonly partBytes: number;
  readonly sheets: number;
  /** Cell styles; Excel itself knows no more than 65,490. */
  readonly styles: number;
}

/** For rows imported into a book: a sheet of a million rows by twelve columns unpacks to about 500 MB. */
export const IMPORT_LIMITS: WorkbookLimits = {
  fileBytes: 64_000_000,
  sheetBytes: 800_000_000,
  bookBytes: 4_000_000_000,
  stringBytes: 200_000_000,
  strings: 10_000_000,
  partBytes: 50_000_000,
  sheets: 10_000,
  styles: 65_536,
};

/** Limits of reading a sheet with everything that its picture needs. */
export interface GridLimits extends WorkbookLimits {
  /** Cells of the whole workbook that hold something. */
  readonly cells: number;
  /** Cell elements of the whole workbook, blank ones included. */
  readonly cellTags: number;
  /** Merged areas of one sheet. */
  readonly merges: number;
  /** Column definitions of one sheet. */
  readonly columnRanges: number;
  /** Characters of one cell; Excel itself knows no more. */
  readonly cellCharacters: number;
  /** Characters of all cells together, a shared text counted wherever it stands. */
  readonly characters: number;
}

/** For published tables: those of a department with 300 units are about 20,000 rows in less than 5 MB. */
export const AUDIT_LIMITS: GridLimits = {
  fileBytes: 32_000_000,
  sheetBytes: 120_000_000,
  bookBytes: 300_000_000,
  stringBytes: 40_000_000,
  strings: 400_000,
  partBytes: 16_000_000,
  sheets: 300,
  styles: 65_536,
  cells: 400_000,
  cellTags: 4_000_000,
  merges: 20_000,
  columnRanges: 16_384,
  cellCharacters: 32_767,
  characters: 60_000_000,
};

/** Entries of an archive. */
export const ZIP_ENTRIES = 20_000;

/** Of the XML inside: characters of one tag or text, how deep elements stand in each other, and how many names they have. */
export const XML_LIMITS = { piece: 1_000_000, depth: 64, names: 10_000 } as const;
