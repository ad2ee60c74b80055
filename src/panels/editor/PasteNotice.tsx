import { useEffect, useRef } from "react";
import { headOf, type Pasted, type Refusal } from "../../sheet";
import type { Language } from "../../text";
import { useWords, type Say } from "../context";
import { allowedText } from "./faultWords";

const mostShown = 6;

interface PasteNoticeProps {
  pasted: Pasted;
  /** a whole block, not one cell that was typed */
  isPaste: boolean;
  onClose: () => void;
}

/** What a paste has done, and every cell that was not taken: its row, its column, what is allowed there. */
export function PasteNotice({ pasted, isPaste, onClose }: PasteNoticeProps) {
  const { say, language } = useWords();
  const { refusals, taken, added } = pasted;
  const notice = useRef<HTMLDivElement>(null);
  // on a low screen what was pasted would stand below the edge: the notice goes to the top, the table follows it
  useEffect(() => {
    if (isPaste) notice.current?.scrollIntoView({ block: "start" });
  }, [isPaste, pasted]);
  return (
    <div
      ref={notice}
      className="xj-editor-notice"
      role="status"
      data-tone={refusals.length > 0 ? "fault" : "done"}
      data-testid="pasted"
    >
      {isPaste && <p>{say("editor.pasted", { taken, added })}</p>}
      {refusals.length > 0 && (
        <>
          <p>{say("editor.refusedTitle", { n: refusals.length })}</p>
          <ul>
            {refusals.slice(0, mostShown).map((refusal, i) => (
              <li key={i}>{refusalText(refusal, language, say)}</li>
            ))}
          </ul>
          {refusals.length > mostShown && <p>{say("editor.more", { n: refusals.length - mostShown })}</p>}
        </>
      )}
      <button type="button" className="xj-link" onClick={onClose}>
        {say("editor.close")}
      </button>
    </div>
  );
}

function refusalText(refusal: Refusal, language: Language, say: Say): string {
  const { row, column } = refusal;
  const found = refusal.found.length > 40 ? `${refusal.found.slice(0, 40)}…` : refusal.found;
  const allowed = allowedText(language, refusal);
  if (row === 0) return found === "" ? allowed : say("editor.refusedWhole", { found, allowed });
  if (column === null) return say("editor.refusedRow", { row, found, allowed });
  return say("editor.refusedAt", { row, column: headOf(language, column), found, allowed });
}
