/** The active cell in words: what it holds, why it cannot be read, and what it probably means. */

import { sheetFields } from '../../shared/intake/fields.ts';
import type { IntakeSummary, ShownRow } from '../../shared/intake/shown.ts';
import { isBlank } from '../../shared/intake/text.ts';
import type { PreviewModel } from './preview-model.ts';
import { changesText } from './preview-row.tsx';

interface ProblemBarProps {
  readonly model: PreviewModel;
  readonly summary: IntakeSummary;
  readonly row: ShownRow | null;
  readonly column: number;
  readonly onSuggestion: (place: number) => void;
  readonly onNext: (back: boolean) => void;
  /** Makes the projects that the block names and the book does not have. */
  readonly onMakeProjects: () => void;
}

export function ProblemBar(props: ProblemBarProps) {
  const { summary, row, column } = props;
  const { problems } = summary.counts;
  const cell = row?.cells[column];
  const wrong = cell !== undefined && cell.reason !== null;
  return (
    <div className={`intake-problem${wrong ? ' is-wrong' : ''}`} aria-live="polite">
      <span className="intake-problem-text">
        {wrong ? (
          <>
            <b>
              第 {(row?.row ?? 0) + 1} 行“{nameOf(props)}”：{isBlank(cell.text) ? '（空白）' : cell.text}
            </b>
            <span className="is-problem">{cell.reason}</span>
          </>
        ) : row?.reason ? (
          <>
            <b>第 {row.row + 1} 行：</b>
            <span className={row.taken ? 'is-problem' : 'muted'}>{row.reason}</span>
          </>
        ) : row !== null && row.changes.length > 0 ? (
          <>
            <b>第 {row.row + 1} 行将修改：</b>
            <span>{changesText(row)}</span>
          </>
        ) : problems > 0 ? (
          <span className="muted">
            还有 {problems} 处要改：按 F7 逐处查看，直接打字或按 F2 修改；不改的留在表中，改好才计入。
          </span>
        ) : (
          <span className="muted">空格键勾选或取消一行；直接打字或按 F2 修改单元格；Ctrl+Enter 完成，Esc 放弃。</span>
        )}
      </span>
      {wrong
        ? cell.suggestions.map((suggestion, place) => (
            <button
              key={suggestion.text}
              type="button"
              className="button is-suggestion"
              title={`改成“${suggestion.text}”，同列中相同的内容一起改（Alt+${place + 1}）`}
              onClick={() => props.onSuggestion(place)}
            >
              {suggestion.label}
              <kbd>Alt+{place + 1}</kbd>
            </button>
          ))
        : null}
      {wrong && fieldOf(props) === 'projectId' && summary.unknownProjects.length > 0 ? (
        <button
          type="button"
          className="button is-suggestion"
          title={summary.unknownProjects.join('、')}
          onClick={props.onMakeProjects}
        >
          新建表中这 {summary.unknownProjects.length} 个项目
        </button>
      ) : null}
      <button type="button" className="button" disabled={problems === 0} onClick={() => props.onNext(true)}>
        上一处
      </button>
      <button type="button" className="button" disabled={problems === 0} onClick={() => props.onNext(false)}>
        下一处<kbd>F7</kbd>
      </button>
    </div>
  );
}

const fieldOf = ({ summary, column }: ProblemBarProps) => summary.uses[column]?.field ?? '';

function nameOf(props: ProblemBarProps): string {
  return sheetFields(props.model.entity)[fieldOf(props)]?.label ?? props.summary.labels[props.column] ?? '';
}
