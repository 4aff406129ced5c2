/** 关于: version, the packages the program is made of with their licences, and the report for support. */
import { useState } from 'react';
import type { About } from '../../shared/api/calls/about-calls.ts';
import { call, failureOf } from '../api.ts';
import { queries, useCall } from '../state/query.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Loading, Shown } from '../ui/states.tsx';
import { notify, notifyFailure } from '../ui/toasts.tsx';
import '../styles/about.css';

export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const asked = useCall('about.get', {});
  const [view, setView] = useState<'licences' | 'support'>('licences');
  return (
    <Dialog title="关于单位预算" width={820} onClose={onClose}>
      <div className="segmented" role="radiogroup" aria-label="内容">
        {(
          [
            ['licences', '组成与许可'],
            ['support', '支持信息'],
          ] as const
        ).map(([id, label]) => (
          <label key={id} className={view === id ? 'is-on' : ''}>
            <input type="radio" name="about" checked={view === id} onChange={() => setView(id)} />
            {label}
          </label>
        ))}
      </div>
      {view === 'support' ? (
        <Support />
      ) : (
        <Shown asked={asked} what="组成与许可">
          {(about) => <Licences {...about} />}
        </Shown>
      )}
    </Dialog>
  );
}

function Licences({ version, packages }: About) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <p>
        单位预算 {version}。全程离线，不向任何地方发送数据。由下列 {packages.length}{' '}
        个开源软件包组成，按各自的许可使用。
      </p>
      <ul className="licences">
        {packages.map(({ name, version: of, licence }) => {
          const key = `${name} ${of}`;
          return (
            <li key={key}>
              <button
                type="button"
                className="licence-head"
                aria-expanded={open === key}
                onClick={() => setOpen(open === key ? null : key)}
              >
                <b>{name}</b> <span>{of}</span> <span className="muted">{licence}</span>
              </button>
              {open === key ? <LicenceText name={name} version={of} /> : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function LicenceText(of: { readonly name: string; readonly version: string }) {
  const asked = useCall('about.licence', of);
  if (asked.kind !== 'ready') return <Loading what="许可文本" />;
  return <pre className="licence-text">{asked.value === '' ? '这个软件包没有附带许可文本。' : asked.value}</pre>;
}

function Support() {
  const asked = useCall('support.preview', {});
  const save = async () => {
    try {
      const { name, folder } = await call('support.save', { jobId: crypto.randomUUID() });
      notify(`支持信息已存到“${folder}”文件夹：${name}。`);
    } catch (error) {
      notifyFailure(failureOf(error));
    }
  };
  const renew = () => queries.invalidateQueries({ queryKey: ['support.preview'] });
  return (
    <>
      <p>
        遇到问题时把下面的内容交给技术支持。其中只有版本、记录条数和程序内部的位置，没有单位、项目名称，也没有任何金额；请先看过再保存。
      </p>
      <Shown asked={asked} what="支持信息">
        {(text) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text that scrolls must be reached by keyboard
          <pre className="licence-text is-high" tabIndex={0}>
            {text}
          </pre>
        )}
      </Shown>
      <p className="about-actions">
        <button type="button" className="button" onClick={() => void renew()}>
          重新生成
        </button>
        <button type="button" className="button is-primary" onClick={() => void save()}>
          保存为文件…
        </button>
      </p>
    </>
  );
}
