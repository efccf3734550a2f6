import { type ReactNode, useEffect, useRef, useState } from "react";
import { ownId } from "./OwnDocument";
import { useSite } from "./SiteContext";
import { useDeskState } from "./useDeskState";

/** What the dialog is to open with: a file that was dropped, or nothing yet. A new object asks anew. */
export interface OpenRequest {
  readonly file: File | null;
}

/** Chooses, pastes and checks a reader's own document; says how far that is and what went wrong. */
export default function OpenDialogView({ asked }: { readonly asked: OpenRequest }): ReactNode {
  const { site, desk } = useSite();
  const { entry, progress, message } = useDeskState();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");

  const settle = async (opening: Promise<boolean> | undefined) => {
    if (!(await opening)) return;
    const [first] = desk?.state.getState().entry?.sections ?? [];
    if (first === undefined) return;
    await site.visit(`${ownId}/${encodeURIComponent(first.id)}/`, "push");
    // What could not be kept is said here, before the page is left.
    if (desk?.state.getState().message === null) dialog.current?.close();
  };
  const settleLatest = useRef(settle);
  useEffect(() => {
    settleLatest.current = settle;
  });
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
    if (asked.file === null) desk?.prepare();
    if (asked.file !== null) void settleLatest.current(desk?.openFile(asked.file));
  }, [asked, desk]);

  useEffect(() => {
    if (message !== null && dialog.current?.open === false) dialog.current.showModal();
  }, [message]);

  const close = () => {
    desk?.cancel();
    desk?.state.setState({ message: null });
  };
  return (
    <dialog ref={dialog} className="open-dialog" aria-labelledby="open-title" onClose={close}>
      <h2 id="open-title">Open your document</h2>
      <p>
        Markdown with LaTeX formulas, or a notebook. It is checked in this browser and sent nowhere; a copy is kept here
        so that it is there after reloading.{entry === null ? "" : " It takes the place of the one you opened."}
      </p>
      <label className="open-field">
        Choose a file, or drop one anywhere
        <input
          type="file"
          accept=".md,.markdown,.txt,.ipynb,text/markdown,text/plain"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = "";
            if (file !== undefined) void settle(desk?.openFile(file));
          }}
        />
      </label>
      <label className="open-field">
        Or paste its text
        <textarea rows={8} spellCheck={false} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </label>
      <p aria-live="polite" className="open-progress">
        {progress}
      </p>
      <p role="alert" className="open-message">
        {message}
      </p>
      <div className="open-actions">
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
        <button type="button" className="button button-primary" onClick={() => void settle(desk?.openText(text))}>
          Check this text
        </button>
      </div>
    </dialog>
  );
}
