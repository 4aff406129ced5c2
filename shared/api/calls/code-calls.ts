/** Calls of the contract: code lists. */
import { CATALOGUES } from '../../entities/user-code.ts';
import type { BookState, CodeEntry } from '../types.ts';
import { read, write } from './declare.ts';

export const codeCalls = {
  /** All codes of a catalogue in force in a year, the user's own among them, in code order. */
  'codes.list': read<readonly CodeEntry[]>()({
    catalogue: { kind: 'enum', label: '科目体系', options: CATALOGUES },
    year: { kind: 'integer', label: '年度', min: 2015, max: 2100 },
  }),
  /** Imports a code list (tsv/csv/xlsx: 编码, 名称, optional mapping) the user chooses. */
  'codes.import': write<{ readonly added: number; readonly same: number; readonly state: BookState }>()({
    catalogue: { kind: 'enum', label: '科目体系', options: CATALOGUES },
    fromYear: { kind: 'integer', label: '起用年度', min: 2015, max: 2100 },
  }),
} as const;
