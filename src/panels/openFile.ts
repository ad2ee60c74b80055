import { useEffect } from "react";
import { maximumFileBytes } from "../model";
import { readArchive, useActions, useAppStore } from "../store";
import { useServices } from "./context";

/** Opening by button and by clipboard. What cannot be opened is told by the store; what was open stays open. */
export function useOpenFile(): {
  openFile: (file: File) => Promise<void>;
  openAny: (text: string, fileName: string | null) => Promise<void>;
  pasteFromClipboard: () => Promise<void>;
} {
  const store = useAppStore();
  const { openText, failToOpen } = useActions();
  const { keeper } = useServices();
  /** A scenario is opened; a file of many projects goes back on the shelf. */
  const openAny = async (text: string, fileName: string | null): Promise<void> => {
    const projects = readArchive(text);
    if (projects === null) openText(text, fileName);
    else await keeper.takeIn(projects);
  };
  // A mistaken video must not be read at all.
  const openFile = async (file: File): Promise<void> => {
    if (file.size > maximumFileBytes) {
      failToOpen({
        fileName: file.name,
        problems: [{ path: "", code: "tooLarge", params: { found: file.size, maximum: maximumFileBytes } }],
      });
      return;
    }
    await openAny(await file.text(), file.name);
  };
  const pasteFromClipboard = async (): Promise<void> => {
    const text = await navigator.clipboard.readText().catch(() => null);
    if (text === null) store.getState().actions.failToOpen({ fileName: null, problems: [] });
    else await openAny(text, null);
  };
  return { openFile, openAny, pasteFromClipboard };
}

/** Dropping a file anywhere on the page, and Ctrl+V outside of fields, open a scenario. */
export function useDropAndPaste(): void {
  const { openFile, openAny } = useOpenFile();
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      void openFile(file);
    };
    const paste = (event: ClipboardEvent): void => {
      if (event.target instanceof HTMLElement && event.target.closest("input, textarea, [contenteditable]") !== null)
        return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (text.trimStart().startsWith("{")) void openAny(text, null);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    window.addEventListener("paste", paste);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
      window.removeEventListener("paste", paste);
    };
  });
}
