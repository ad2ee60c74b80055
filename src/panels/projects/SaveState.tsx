import { useApp } from "../../store";
import { clockTime } from "../../text";
import { useWords } from "../context";
import { useKept } from "./useKeeper";

/** Beside the project's name: is what is on screen kept, and if not, what to do. */
export function SaveState() {
  const { say, language } = useWords();
  const status = useKept((state) => state.status);
  const savedAt = useKept((state) => state.savedAt);
  const isElsewhere = useKept((state) => state.isElsewhere);
  const isFile = useApp((state) => state.readyLine === null);
  if (status === "untouched" && !isFile) return null;
  const words =
    status === "saved" && savedAt !== null
      ? say("projects.savedAt", { time: clockTime(language, savedAt) })
      : say(`projects.status.${status}`);
  return (
    <p className="xj-save-state" role="status" data-save={status}>
      {words}
      {isElsewhere && <span className="xj-badge">{say("projects.elsewhere")}</span>}
    </p>
  );
}
