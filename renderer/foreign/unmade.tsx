/** Comparisons that were not made, and why. */
import type { ForeignState } from '../../shared/foreign/state-types.ts';
import { Dialog } from '../ui/dialog.tsx';

export function Unmade({ state, onClose }: { readonly state: ForeignState; readonly onClose: () => void }) {
  return (
    <Dialog
      title={`没有做的核对（${state.unmade.length} 项）`}
      onClose={onClose}
      width={720}
      footer={
        <button type="button" className="button is-primary" onClick={onClose}>
          关闭
        </button>
      }
    >
      <table className="list-table">
        <thead>
          <tr>
            <th>核对</th>
            <th>没有做的原因</th>
          </tr>
        </thead>
        <tbody>
          {state.unmade.map(({ ruleId, title, reason }) => (
            <tr key={ruleId}>
              <td>{title}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
