/** The three ways between a grid and a workbook, as buttons of its page. */
import { useState } from 'react';
import type { EntityName } from '../../shared/entities/index.ts';
import { SHEET_KINDS, type SheetKind } from '../../shared/intake/sheet-kinds.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import { call, failureOf } from '../api.ts';
import { notify, notifyFailure } from '../ui/toasts.tsx';
import { whileBusy } from '../ui/while-busy.ts';
import { useImport } from './use-import.tsx';

interface SheetToolsProps {
  readonly kind: SheetKind;
  readonly budgetId: number;
  readonly lookup: CellLookup;
  readonly readOnly: boolean;
}

/** The kind of sheet that holds a grid's rows; null for grids without. */
export function kindOfGrid(name: string, entity: EntityName): SheetKind | null {
  if (entity === 'indicator' || entity === 'goalSheet') return 'goals';
  const wanted = entity === 'line' ? name : entity;
  return SHEET_KINDS.find(({ value }) => value === wanted)?.value ?? null;
}

export function SheetTools({ kind, budgetId, lookup, readOnly }: SheetToolsProps) {
  const importing = useImport(budgetId, lookup);
  const [busy, setBusy] = useState(false);
  const write = async (name: 'grid.export' | 'template.export') => {
    setBusy(true);
    try {
      const written = await call(name, { budgetId, kind, jobId: crypto.randomUUID() });
      notify(`已写入“${written.name}”（${written.folder}）。`);
    } catch (error) {
      notifyFailure(failureOf(error));
    }
    setBusy(false);
  };
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={readOnly}
        title="读入 Excel、WPS 表格或 csv：先逐行预览新增、修改、不变，再导入"
        onClick={() => importing.start(kind)}
      >
        导入
      </button>
      <button
        type="button"
        className="button"
        title="把这里的全部行导出成 Excel，改好后可以导入回来"
        {...whileBusy(busy, () => void write('grid.export'))}
      >
        导出
      </button>
      <button
        type="button"
        className="button"
        title="空白的 Excel 填报模板：带下拉选项、填写说明和示例"
        {...whileBusy(busy, () => void write('template.export'))}
      >
        模板
      </button>
      {importing.dialog}
    </>
  );
}
