/** 版式设置: what is printed besides what the book says. */
import { useState } from 'react';
import type { DocumentOptions } from '../../shared/document/options.ts';
import { Dialog } from '../ui/dialog.tsx';

interface OptionsDialogProps {
  readonly options: DocumentOptions;
  readonly onSave: (options: DocumentOptions) => void;
  readonly onClose: () => void;
}

const ORDERS = [
  { value: 'code', label: '按科目编码' },
  { value: 'size', label: '按金额从大到小' },
] as const;

const PAPERS = ['A4', 'A3'] as const;

export function OptionsDialog({ options, onSave, onClose }: OptionsDialogProps) {
  const [now, setNow] = useState(options);
  const change = (part: Partial<DocumentOptions>) => setNow({ ...now, ...part });
  const { signOff } = now;
  return (
    <Dialog
      title="版式设置"
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="submit" form="document-options" className="button is-primary">
            确定
          </button>
        </>
      }
    >
      <form
        id="document-options"
        className="document-options"
        onSubmit={(event) => {
          event.preventDefault();
          onSave(now);
        }}
      >
        <label className="field-line">
          <span>封面日期</span>
          <input
            className="input"
            maxLength={40}
            placeholder="如 2027年2月，不填则不印"
            value={now.date}
            onChange={(event) => change({ date: event.target.value })}
          />
        </label>
        <fieldset>
          <legend>说明中的科目顺序</legend>
          {ORDERS.map(({ value, label }) => (
            <label key={value}>
              <input
                type="radio"
                name="document-order"
                checked={now.order === value}
                onChange={() => change({ order: value })}
              />
              {label}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>横向的表用纸</legend>
          {PAPERS.map((paper) => (
            <label key={paper}>
              <input
                type="radio"
                name="document-paper"
                checked={now.widePaper === paper}
                onChange={() => change({ widePaper: paper })}
              />
              {paper}
            </label>
          ))}
        </fieldset>
        <label>
          <input
            type="checkbox"
            checked={signOff !== null}
            onChange={({ target: { checked } }) => change({ signOff: checked ? { secrecy: '', approval: '' } : null })}
          />
          封面印“保密审查情况”“主要负责人审签情况”
        </label>
        {signOff === null ? null : (
          <>
            <label className="field-line">
              <span>保密审查情况</span>
              <input
                className="input"
                maxLength={40}
                placeholder="留空可手写"
                value={signOff.secrecy}
                onChange={(event) => change({ signOff: { ...signOff, secrecy: event.target.value } })}
              />
            </label>
            <label className="field-line">
              <span>主要负责人审签情况</span>
              <input
                className="input"
                maxLength={40}
                placeholder="留空可手写"
                value={signOff.approval}
                onChange={(event) => change({ signOff: { ...signOff, approval: event.target.value } })}
              />
            </label>
          </>
        )}
        <label>
          <input
            type="checkbox"
            checked={now.goalSheets}
            onChange={({ target: { checked } }) => change({ goalSheets: checked })}
          />
          附上绩效目标表（涉密项目除外）
        </label>
        <label>
          <input
            type="checkbox"
            checked={now.draftMark}
            onChange={({ target: { checked } }) => change({ draftMark: checked })}
          />
          预算锁定之前，每页印“草稿”水印
        </label>
      </form>
    </Dialog>
  );
}
