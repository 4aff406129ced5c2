/** The file chooser inside the window, for shells without the system's own. Sees names and ids, never paths. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ChooseAsked } from '../../shared/api/events.ts';
import type { Failure } from '../../shared/api/failure.ts';
import type { ChooserEntry, ChooserFolder } from '../../shared/api/types.ts';
import { call, failureOf } from '../api.ts';
import { asked as question } from '../state/events.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailureBox, Loading } from '../ui/states.tsx';
import { EntryList } from './entry-list.tsx';

export function Chooser({ asked }: { readonly asked: ChooseAsked }) {
  const { askId, mode } = asked;
  const [folder, setFolder] = useState<ChooserFolder | null>(null);
  const [chosen, setChosen] = useState<ChooserEntry | null>(null);
  const [name, setName] = useState(asked.suggestedName);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sure, setSure] = useState(false);
  const nameInput = useRef<HTMLInputElement>(null);

  const open = async (folderId: string | null) => {
    try {
      setFolder(await call('choose.list', { askId, folderId }));
      setChosen(null);
      setFailure(null);
      setSure(false);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: opens once, where the user was last
  useEffect(() => {
    void open(null);
    nameInput.current?.select();
  }, []);

  const answer = async (entry: ChooserEntry | null, cancelled: boolean) => {
    const target = cancelled ? null : (folder?.id ?? null);
    const file = mode === 'open' && !cancelled ? (entry?.id ?? null) : null;
    const typed = mode === 'save' && !cancelled ? name : null;
    if (mode === 'save' && !cancelled && !sure && existing(folder, asked, name)) return setSure(true);
    try {
      await call('choose.answer', { askId, folderId: target, entryId: file, name: typed });
      question.set(null);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  const activate = (entry: ChooserEntry) => {
    if (entry.kind === 'folder') return void open(entry.id);
    if (mode === 'open') return void answer(entry, false);
    setName(entry.name);
  };
  const ready = mode === 'open' ? chosen?.kind === 'file' : mode === 'save' ? name.trim() !== '' : folder !== null;
  const up = (event: KeyboardEvent) => {
    if (event.key !== 'Backspace' || event.target instanceof HTMLInputElement || !folder?.parentId) return;
    event.preventDefault();
    void open(folder.parentId);
  };
  return (
    <Dialog
      title={asked.title}
      width={760}
      onClose={() => void answer(null, true)}
      footer={
        <>
          {sure ? <span className="chooser-sure">“{name}”已经存在，要替换它吗？</span> : null}
          <button type="button" className="button" onClick={() => void answer(null, true)}>
            取消
          </button>
          <button
            type="button"
            className="button is-primary"
            disabled={!ready}
            onClick={() => void answer(chosen, false)}
          >
            {sure ? '替换' : mode === 'open' ? '打开' : mode === 'save' ? '保存' : '选择这个文件夹'}
          </button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Backspace goes up from anywhere in the list */}
      <div className="chooser" onKeyDown={up}>
        <nav className="chooser-places" aria-label="位置">
          {folder?.places.map((place) => (
            <button
              key={place.id}
              type="button"
              className={place.id === folder.id ? 'place is-current' : 'place'}
              onClick={() => void open(place.id)}
            >
              {place.name}
            </button>
          ))}
        </nav>
        <div className="chooser-main">
          <div className="chooser-path">
            <button
              type="button"
              className="button"
              disabled={!folder?.parentId}
              title="上一级（退格键）"
              onClick={() => void open(folder?.parentId ?? null)}
            >
              ↑ 上一级
            </button>
            <b>{folder?.name ?? ''}</b>
          </div>
          {failure === null ? null : <FailureBox failure={failure} />}
          {folder === null ? (
            failure === null ? (
              <Loading what="文件夹" />
            ) : null
          ) : (
            <EntryList
              key={folder.id}
              entries={folder.entries}
              extensions={asked.extensions}
              chosen={chosen}
              onChoose={setChosen}
              onActivate={activate}
              takeFocus={mode !== 'save'}
            />
          )}
          {mode === 'save' ? (
            <label className="chooser-name">
              文件名
              <input
                ref={nameInput}
                className="input"
                value={name}
                onChange={(event) => {
                  setName(event.target.value);
                  setSure(false);
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !event.nativeEvent.isComposing && ready) void answer(null, false);
                }}
              />
            </label>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}

/** Whether saving under the typed name would replace a file. */
function existing(folder: ChooserFolder | null, { extensions }: ChooseAsked, name: string): boolean {
  const names = [name.trim(), ...extensions.map((extension) => `${name.trim()}.${extension}`)];
  return folder?.entries.some((entry) => entry.kind === 'file' && names.includes(entry.name)) ?? false;
}
