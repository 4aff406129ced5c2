/** The library `docx`, loaded when the first file is asked for: it is large, and most starts of the program write none. */
type Library = typeof import('docx') & Pick<typeof import('docx/watermarks'), 'TextWatermark'>;

let library: Promise<Library> | null = null;

export function loadDocx(): Promise<Library> {
  library ??= Promise.all([import('docx'), import('docx/watermarks')]).then(([docx, { TextWatermark }]) => ({
    ...docx,
    TextWatermark,
  }));
  return library;
}

export type { Library };
