/** The upper edge: book, unit and budget, undo and redo, unit of display. */
import type { RowOfEntity } from '../../shared/entities/index.ts';
import { labelOf, STAGES, STATUSES } from '../../shared/entities/vocabulary.ts';
import { type CommandScope, commandOf } from '../commands/commands.ts';
import { shownShortcut } from '../commands/shortcut.ts';
import { useFocusBack } from '../ui/focus-back.ts';

interface HeaderProps {
  readonly scope: CommandScope;
  readonly units: readonly RowOfEntity<'unit'>[];
  readonly budgets: readonly RowOfEntity<'budget'>[];
  readonly onBudget: (id: number) => void;
  readonly onNewBudget: () => void;
  readonly onCarry: () => void;
}

const NEW = 'new';
const NEXT = 'next';

export function Header({ scope, units, budgets, onBudget, onNewBudget, onCarry }: HeaderProps) {
  const { book, unit, budget } = scope;
  const unitBack = useFocusBack()();
  const ofUnit = budgets.filter((each) => each.unitId === unit.id);
  const chooseUnit = (id: number) => {
    const theirs = budgets.filter((each) => each.unitId === id);
    const same = theirs.find((each) => each.year === budget.year && each.stage === budget.stage) ?? theirs[0];
    if (same !== undefined) onBudget(same.id);
  };
  return (
    <header className="header">
      <button
        type="button"
        className="book"
        title={`${book.name}（${book.folder}）；点击换一个账套（Ctrl+O）`}
        onClick={scope.leaveBook}
      >
        <b>{book.name.replace(/\.ysb$/i, '')}</b>
        <span>{book.folder}</span>
      </button>
      <select
        className="select is-unit"
        aria-label="单位"
        value={unit.id}
        onChange={(event) => chooseUnit(Number.parseInt(event.target.value, 10))}
      >
        {units
          .filter((each) => budgets.some((one) => one.unitId === each.id))
          .map((each) => (
            <option key={each.id} value={each.id}>
              {each.code} {each.name}
            </option>
          ))}
      </select>
      <select
        className="select"
        aria-label="预算年度和阶段"
        value={budget.id}
        onChange={({ target: { value } }) => {
          if (value === NEW) onNewBudget();
          else if (value === NEXT) onCarry();
          else onBudget(Number.parseInt(value, 10));
        }}
      >
        {ofUnit.map((each) => (
          <option key={each.id} value={each.id}>
            {each.year}年 · {labelOf(STAGES, each.stage)} · {labelOf(STATUSES, each.status)}
          </option>
        ))}
        {book.readOnly ? null : <option value={NEXT}>以本年为基础编制下一年…</option>}
        {book.readOnly ? null : <option value={NEW}>新建年度预算…</option>}
      </select>
      <span className="spring" />
      <CommandButton scope={scope} id="undo" symbol="↶" detail={book.undo} />
      <CommandButton scope={scope} id="redo" symbol="↷" detail={book.redo} />
      <HistoryButton scope={scope} />
      <div className="segmented" role="radiogroup" aria-label="金额单位">
        {(['yuan', 'wan'] as const).map((each) => (
          <label
            key={each}
            className={scope.amountUnit === each ? 'is-on' : ''}
            title="切换金额单位（F8）"
            onMouseDown={unitBack.onMouseDown}
          >
            <input
              type="radio"
              name="amount-unit"
              checked={scope.amountUnit === each}
              onChange={scope.switchUnit}
              onClick={unitBack.onClick}
            />
            {each === 'yuan' ? '元' : '万元'}
          </label>
        ))}
      </div>
      <button
        type="button"
        className="icon-button"
        title="快捷键一览（F1）"
        aria-label="快捷键一览"
        onClick={scope.help}
      >
        ?
      </button>
    </header>
  );
}

function HistoryButton({ scope }: { readonly scope: CommandScope }) {
  const { label, shortcuts } = commandOf('history');
  return (
    <button
      type="button"
      className="button"
      title={`${label}：每一步修改，可恢复、可回到任一步（${shownShortcut(shortcuts[0] ?? '')}）`}
      onClick={scope.history}
    >
      {label}
    </button>
  );
}

function CommandButton(props: {
  readonly scope: CommandScope;
  readonly id: string;
  readonly symbol: string;
  readonly detail: string | null;
}) {
  const { scope, detail } = props;
  const focusBack = useFocusBack();
  const command = commandOf(props.id);
  const keys = shownShortcut(command.shortcuts[0] ?? '');
  return (
    <button
      type="button"
      className="button is-command"
      disabled={!command.enabled(scope)}
      title={detail === null ? `没有可${command.label}的操作` : `${command.label}：${detail}（${keys}）`}
      {...focusBack(() => command.run(scope))}
    >
      <span aria-hidden="true">{props.symbol}</span> {command.label}
      {detail === null ? null : <span className="command-detail">{detail}</span>}
    </button>
  );
}
