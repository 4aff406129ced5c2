/** Units with a budget of the same year and stage that are not below the department: one step puts them there. */
import type { ConsolidationState } from '../../shared/consolidation/state-types.ts';
import type { RowOfEntity } from '../../shared/entities/index.ts';
import { useRowSaver } from '../forms/use-row-saver.ts';
import { useCall } from '../state/query.ts';
import { unpackRows } from '../state/unpack-rows.ts';
import { usePlace } from '../state/window-state.ts';
import { notify, notifyFailure } from '../ui/toasts.tsx';

export function OutsideUnits({ units }: { readonly units: ConsolidationState['outside'] }) {
  const asked = useCall('unit.list', { parentId: null });
  const rows = asked.kind === 'ready' ? unpackRows<'unit'>(asked.value) : [];
  return (
    <section className="outside-units" aria-labelledby="outside-units">
      <h3 id="outside-units">不在本部门之下，没有汇总</h3>
      <ul>
        {rows
          .filter((row) => units.some(({ id }) => id === row.id))
          .map((row) => (
            <OutsideUnit key={row.id} row={row} above={rows.find(({ id }) => id === row.superiorId)?.name} />
          ))}
      </ul>
    </section>
  );
}

interface OutsideUnitProps {
  readonly row: RowOfEntity<'unit'>;
  /** The unit above it, by name. */
  readonly above: string | undefined;
}

function OutsideUnit({ row, above }: OutsideUnitProps) {
  const { unit: department, book } = usePlace();
  const save = useRowSaver('unit', row);
  const putBelow = async () => {
    const failure = await save('superiorId', department.id);
    if (failure !== null) notifyFailure(failure);
    else notify(`“${row.name}”已列为下属单位，可以撤销。`);
  };
  return (
    <li>
      <span>
        {row.code} {row.name}
        <span className="muted">（{above === undefined ? '没有填主管部门' : `主管部门填的是“${above}”`}）</span>
      </span>
      <button type="button" className="button" disabled={book.readOnly} onClick={() => void putBelow()}>
        列为本部门的下属单位
      </button>
    </li>
  );
}
