/** Why a warning is left as it is: the reason is asked for, kept in the book and printed with the findings. */
import { useId, useMemo, useState } from 'react';
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { isOpen } from '../../shared/checks/open-findings.ts';
import { waiver } from '../../shared/entities/waiver.ts';
import { Dialog } from '../ui/dialog.tsx';
import { waive } from './mend.ts';
import '../styles/waive.css';

interface WaiveDialogProps {
  readonly finding: KeptFinding;
  /** All findings of the budget. */
  readonly findings: readonly KeptFinding[];
  readonly onClose: () => void;
}

const MOST_REASONS = 4;

export function WaiveDialog({ finding, findings, onClose }: WaiveDialogProps) {
  const formId = useId();
  const alike = findings.filter((one) => one.ruleId === finding.ruleId && one.key !== finding.key && isWaivable(one));
  const reasons = useMemo(() => reasonsIn(findings), [findings]);
  const [reason, setReason] = useState(finding.waived?.reason ?? '');
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState(false);
  const isNew = finding.waived === undefined;
  const missing = asked && reason.trim() === '';
  return (
    <Dialog
      title={isNew ? '放行：说明为什么不改' : '修改放行理由'}
      width={560}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="submit" form={formId} className="button is-primary">
            {isNew ? '放行' : '保存理由'}
          </button>
        </>
      }
    >
      <form
        id={formId}
        className="waive-form"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (reason.trim() === '') return;
          void waive(all ? [finding, ...alike] : [finding], reason.trim()).then((done) => done && onClose());
        }}
      >
        <p className="waive-message">{finding.message}</p>
        <label>
          理由（必填，随审核结果一起保存和打印）
          <textarea
            className="input"
            rows={3}
            maxLength={waiver.fields.reason.maxLength}
            value={reason}
            aria-invalid={missing}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
        </label>
        {missing ? (
          <p className="form-problem" role="alert">
            请写明为什么不改，比如依据哪个批复、何时再补。
          </p>
        ) : null}
        {isNew && reasons.length > 0 ? (
          <p className="waive-reasons">
            <span className="muted">用过的理由：</span>
            {reasons.slice(0, MOST_REASONS).map((each) => (
              <button key={each} type="button" className="link" onClick={() => setReason(each)}>
                {each}
              </button>
            ))}
          </p>
        ) : null}
        {alike.length === 0 ? null : (
          <label className="waive-all">
            <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
            同一规则的其余 {alike.length} 条也用这个理由放行
          </label>
        )}
        <p className="muted">Ctrl+Enter 确认。以后相关的数改了，放行自动失效，会重新提出来。</p>
      </form>
    </Dialog>
  );
}

const isWaivable = (finding: KeptFinding): boolean => isOpen(finding) && finding.severity !== 'error';

/** Reasons given so far, the most used first. */
function reasonsIn(findings: readonly KeptFinding[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { waived } of findings) {
    if (waived !== undefined) counts.set(waived.reason, (counts.get(waived.reason) ?? 0) + 1);
  }
  return [...counts].sort(([, left], [, right]) => right - left).map(([reason]) => reason);
}
