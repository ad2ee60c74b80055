import { useApp } from "../store";
import { reasonText } from "../text";
import { useWords } from "./context";

/** Results too good, or inputs missing: to be checked before anybody believes the money. */
export function Warnings() {
  const { say, language } = useWords();
  const result = useApp((state) => state.money);
  // what happens to output is said above, with its interval; a mean alone here could contradict it
  const warnings = (result?.warnings ?? []).filter((warning) => warning.key !== "finance.warning.losesOutput");
  if (warnings.length === 0) return null;
  return (
    <div className="xj-check" data-testid="warnings">
      <h3>{say("verdict.check")}</h3>
      <ul>
        {warnings.map((warning, index) => (
          <li key={index}>{reasonText(language, warning)}</li>
        ))}
      </ul>
    </div>
  );
}
