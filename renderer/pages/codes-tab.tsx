/** 科目表: the codes in force in the budget's year, with a way to add the ones a new year brings. */
import { useDeferredValue, useState } from 'react';
import type { CodeEntry } from '../../shared/api/types.ts';
import { CATALOGUES } from '../../shared/entities/user-code.ts';
import { call, failureOf } from '../api.ts';
import { takeState } from '../state/events.ts';
import { useCall } from '../state/query.ts';
import { usePlace } from '../state/window-state.ts';
import { Shown } from '../ui/states.tsx';
import { notify, notifyFailure } from '../ui/toasts.tsx';
import { SmallGrid } from './small-grid.tsx';

type Catalogue = (typeof CATALOGUES)[number]['value'];

/** More than a screen holds; a search narrows it down. */
const MOST_SHOWN = 200;

const MARKS: Readonly<Record<string, string>> = { K: '待核', U: '自增' };

export function CodesTab() {
  const { budget, book } = usePlace();
  const [catalogue, setCatalogue] = useState<Catalogue>('functional');
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed.trim());
  const codes = useCall('codes.list', { catalogue, year: budget.year });
  const importList = () =>
    call('codes.import', { catalogue, fromYear: budget.year }).then(
      ({ added, same, state }) => {
        takeState(state);
        notify(`导入科目：新增或更新 ${added} 个，已有 ${same} 个。`);
      },
      (error: unknown) => notifyFailure(failureOf(error)),
    );
  return (
    <div className="codes-tab">
      <div className="codes-find">
        <label>
          科目体系
          <select
            className="select"
            value={catalogue}
            onChange={(event) => setCatalogue(catalogueOf(event.target.value))}
          >
            {CATALOGUES.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          查找
          <input
            type="search"
            className="input"
            value={typed}
            placeholder="编码或名称"
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <button type="button" className="button" disabled={book.readOnly} onClick={importList}>
          导入科目表…
        </button>
        <span className="muted">Excel 或文本，两列：编码、名称；起用年度为{budget.year}年。</span>
      </div>
      <Shown asked={codes} what="科目表">
        {(entries) => <CodeList entries={entries.filter((entry) => found(entry, query))} all={entries.length} />}
      </Shown>
      <SmallGrid entity="code" />
    </div>
  );
}

function CodeList({ entries, all }: { readonly entries: readonly CodeEntry[]; readonly all: number }) {
  const hidden = entries.length - MOST_SHOWN;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
    <section className="codes-list" aria-label="科目" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th>编码</th>
            <th>名称</th>
            <th title="待核：名称尚未与财政部门当年的科目表核对过；自增：在下面登记或导入的">标记</th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, MOST_SHOWN).map((entry) => (
            <tr key={entry.code}>
              <td>{entry.code}</td>
              <td title={entry.path}>{entry.path}</td>
              <td>{MARKS[entry.mark.slice(0, 1)] ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">
        {entries.length === 0 ? (all === 0 ? '还没有科目，可导入或在下面登记。' : '没有找到，可在下面登记。') : null}
        {hidden > 0 ? `还有 ${hidden} 个，请输入编码或名称缩小范围。` : null}
      </p>
    </section>
  );
}

function found(entry: CodeEntry, query: string): boolean {
  return query === '' || entry.code.startsWith(query) || entry.path.includes(query);
}

function catalogueOf(value: string): Catalogue {
  return CATALOGUES.find((each) => each.value === value)?.value ?? 'functional';
}
