import { useEffect } from "react";
import { useAppStore } from "../store";

/** Undo and redo with the usual keys, `?` for help, F to present, E to evaluate again. */
export function useGlobalKeys(openHelp: () => void, present: () => void): void {
  const store = useAppStore();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.keyCode === 229) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (
        target?.closest(
          "input:not([type=range]):not([type=radio]), textarea, select, [contenteditable], [role=dialog]",
        ) != null
      )
        return;
      const { actions, preferences } = store.getState();
      const key = event.key.toLowerCase();
      if ((event.ctrlKey || event.metaKey) && !event.altKey && (key === "z" || key === "y")) {
        event.preventDefault();
        if (key === "y" || event.shiftKey) actions.redo();
        else actions.undo();
        return;
      }
      if (!preferences.shortcuts || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "?" || event.key === "？") openHelp();
      else if (key === "f") present();
      else if (key === "e") actions.evaluate();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [store, openHelp, present]);
}
