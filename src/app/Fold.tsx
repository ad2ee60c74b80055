import type { ReactNode } from "react";
import { Icon, useWords } from "../panels";
import { useActions, useApp } from "../store";

interface FoldProps {
  preference: "plansFolded" | "verdictFolded";
  side: "left" | "right";
  label: string;
  children: ReactNode;
}

/** A side panel that folds to a narrow strip and stays as it was left. */
export function Fold({ preference, side, label, children }: FoldProps) {
  const { say } = useWords();
  const isFolded = useApp((state) => state.preferences[preference]);
  const { setPreferences } = useActions();
  const pointsLeft = (side === "left") !== isFolded;
  return (
    <aside className="xj-side" data-side={side} aria-label={label}>
      <button
        type="button"
        className="xj-fold-button"
        aria-expanded={!isFolded}
        aria-label={say(isFolded ? "app.unfold" : "app.fold", { name: label })}
        onClick={() => setPreferences({ [preference]: !isFolded })}
      >
        <Icon name={pointsLeft ? "left" : "right"} size={16} />
      </button>
      {!isFolded && (
        // it scrolls: the keyboard must reach it even where nothing in it can be pressed
        <div className="xj-side-body" tabIndex={0} role="group" aria-label={label}>
          {children}
        </div>
      )}
    </aside>
  );
}
