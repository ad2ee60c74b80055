import type { Evaluated } from "../store";
import { nameOf, stuckText } from "../text";
import { useWords } from "./context";

/** A line that stands still for good in some replications: said before any figure, with who waits for whom. */
export function StuckNotice({ of }: { of: Evaluated }) {
  const { say, language } = useWords();
  const { stuck, stalled } = of.figures;
  if (stalled === 0 || stuck === null) return null;
  const named = (id: string): string =>
    nameOf(language, [...of.line.stations, ...of.line.operators].find((thing) => thing.id === id)?.name, id);
  return (
    <div className="xj-check" role="alert" data-testid="stuck">
      <h3>{say("verdict.stuck", { stalled, of: of.figures.replications })}</h3>
      <ul>
        {stuckText(language, named, stuck).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
