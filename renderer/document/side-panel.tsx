/** Beside a part of the document that is not written here: where it comes from; at first, what is still missing. */
import type { Missing } from '../../shared/narrative/missing.ts';
import { type Place, usePlace } from '../state/window-state.ts';

interface SidePanelProps {
  readonly anchor: string | null;
  readonly missing: readonly Missing[];
  readonly onMissing: (missing: Missing) => void;
}

interface Origin {
  readonly title: string;
  readonly text: string;
  readonly action: { readonly label: string; readonly run: (place: Place) => void } | null;
}

export function SidePanel({ anchor, missing, onMissing }: SidePanelProps) {
  const place = usePlace();
  if (anchor === null) return <MissingList missing={missing} onMissing={onMissing} />;
  const { title, text, action } = originOf(anchor);
  return (
    <>
      <header className="editor-head">
        <h2>{title}</h2>
      </header>
      <p className="muted">{text}</p>
      {action === null ? null : (
        <button type="button" className="button" onClick={() => action.run(place)}>
          {action.label}
        </button>
      )}
    </>
  );
}

function MissingList({ missing, onMissing }: Pick<SidePanelProps, 'missing' | 'onMissing'>) {
  const { show, budget } = usePlace();
  return (
    <>
      <header className="editor-head">
        <h2>{missing.length === 0 ? '内容已齐全' : '待补的内容'}</h2>
      </header>
      <ul className="missing-list">
        {missing.map((each) => (
          <li key={each.text}>
            <span>{each.text}</span>
            <button
              type="button"
              className="link"
              onClick={() =>
                each.at.kind === 'unit'
                  ? show('unit', { kind: 'row', entity: 'budget', id: budget.id, field: null })
                  : onMissing(each)
              }
            >
              去填写
            </button>
          </li>
        ))}
      </ul>
      <p className="muted editor-hint">
        左侧选一节，这里就能改写那一节的说明；也可以直接点预览里的段落。预览就是打印出来的样子。
      </p>
    </>
  );
}

/** Where a part of the document comes from, by its anchor. */
function originOf(anchor: string): Origin {
  const table = /^table(\d+)$/.exec(anchor)?.[1];
  if (table !== undefined) {
    // not an amount: the number of a table
    const cell = { table: Number.parseInt(table, 10), block: 0, row: 'total', column: 0 };
    return {
      title: '预算公开表',
      text: '表中的数都由预算明细汇总，改明细，表就跟着变。',
      action: { label: `查看表${table}`, run: (place) => place.show('tables', { kind: 'cell', cell }) },
    };
  }
  if (anchor === 'duties' || anchor === 'organisation' || anchor === 'part1') {
    const field = anchor === 'organisation' ? anchor : 'duties';
    return {
      title: '单位概况',
      text: '单位职责和机构设置在“单位信息”中填写，一行一段。',
      action: {
        label: '去填写',
        run: ({ show, budget }) => show('unit', { kind: 'row', entity: 'budget', id: budget.id, field }),
      },
    };
  }
  if (anchor.startsWith('goal')) {
    return {
      title: '绩效目标表',
      text: '目标表按“绩效目标”中填写的内容打印；涉密项目的不附，项目支出表也只把它们并入“其他项目”。',
      action: { label: '去绩效目标', run: ({ show }) => show('goals') },
    };
  }
  if (anchor === 'part3') return { title: '预算情况说明', text: '在左侧选一节，即可改写。', action: null };
  if (anchor === 'part2') return { title: '预算报表', text: '13张公开表，每张另起一页。', action: null };
  return { title: '名词解释', text: '这一部分是固定的文字。', action: null };
}
