/** 上报 and 退回: where a budget stands, and the step to the next state. Both can be undone. */
import { useState } from 'react';
import { labelOf, STATUSES } from '../../shared/entities/vocabulary.ts';
import { call, failureOf } from '../api.ts';
import { takeState } from '../state/events.ts';
import { usePlace } from '../state/window-state.ts';
import { Dialog } from '../ui/dialog.tsx';
import { notify, notifyFailure } from '../ui/toasts.tsx';
import { whileBusy } from '../ui/while-busy.ts';

/** `onRefused`: errors stand in the way. */
export function HandIn({ onRefused }: { readonly onRefused: () => void }) {
  const { book, budget, stores } = usePlace();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const step = async (name: 'budget.handIn' | 'budget.takeBack', reason: string | null) => {
    setBusy(true);
    try {
      await stores.settled();
      const input = { budgetId: budget.id };
      const { state } = await (name === 'budget.handIn' ? call(name, input) : call(name, { ...input, reason }));
      takeState(state);
      setAsking(false);
      notify(name === 'budget.handIn' ? '已上报。这份预算不能再改，需要修改时先退回。' : '已退回，可以继续编制。');
    } catch (error) {
      const failure = failureOf(error);
      notifyFailure(failure);
      if (failure.code === 'HAND_IN_REFUSED') onRefused();
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="hand-in">
      <span className="muted">状态：{labelOf(STATUSES, budget.status)}</span>
      {budget.status === 'draft' ? (
        <button
          type="button"
          className="button is-primary"
          disabled={book.readOnly}
          title="没有错误才能上报；上报后不能再改"
          {...whileBusy(busy, () => void step('budget.handIn', null))}
        >
          上报
        </button>
      ) : (
        <button type="button" className="button" disabled={book.readOnly} {...whileBusy(busy, () => setAsking(true))}>
          退回修改…
        </button>
      )}
      {asking ? (
        <TakeBack onClose={() => setAsking(false)} onTakeBack={(why) => void step('budget.takeBack', why)} />
      ) : null}
    </div>
  );
}

function TakeBack(props: { readonly onClose: () => void; readonly onTakeBack: (reason: string | null) => void }) {
  const [reason, setReason] = useState('');
  return (
    <Dialog
      title="退回修改"
      width={440}
      onClose={props.onClose}
      footer={
        <>
          <button type="button" className="button" onClick={props.onClose}>
            不退回
          </button>
          <button type="submit" form="take-back-form" className="button is-primary">
            退回
          </button>
        </>
      }
    >
      <form
        id="take-back-form"
        onSubmit={(event) => {
          event.preventDefault();
          props.onTakeBack(reason.trim() === '' ? null : reason.trim());
        }}
      >
        <label>
          退回原因（记入历史，可不填）{' '}
          <input className="input" maxLength={60} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      </form>
    </Dialog>
  );
}
