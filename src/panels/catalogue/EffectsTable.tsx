import type { Effect, Retrofit } from "../../model";
import { effectFigures } from "../../store";
import { nameOf } from "../../text";
import { useWords } from "../context";
import { effectValue, targetWhat } from "../inputWords";

/** The parameters an entry changes, low, likely and high; what it puts in besides, in words. */
export function EffectsTable({ retrofit }: { retrofit: Retrofit }) {
  const words = useWords();
  const { say } = words;
  const figures = effectFigures(retrofit);
  const numbered = new Set(figures.map(({ index }) => index));
  const others = retrofit.effects.filter((_, index) => !numbered.has(index));
  return (
    <section>
      <h3>{say("catalogue.effects")}</h3>
      {retrofit.effects.length === 0 ? (
        <p>{say("catalogue.noEffects")}</p>
      ) : (
        <div className="xj-scroll-x" tabIndex={0} role="region" aria-label={say("catalogue.effects")}>
          <table className="xj-table xj-entry-table">
            <caption>{say("catalogue.effectsNote")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("catalogue.figure")}</th>
                <th scope="col" className="xj-right">
                  {say("catalogue.low")}
                </th>
                <th scope="col" className="xj-right">
                  {say("catalogue.likely")}
                </th>
                <th scope="col" className="xj-right">
                  {say("catalogue.high")}
                </th>
              </tr>
            </thead>
            <tbody>
              {figures.map((figure) => (
                <tr key={figure.index}>
                  <th scope="row">
                    {targetWhat(words, figure.target, null)}
                    {figure.needsAction && <span className="xj-term">{say("catalogue.needsAction")}</span>}
                  </th>
                  {(["low", "likely", "high"] as const).map((end) => (
                    <td key={end} className="xj-right xj-number">
                      {effectValue(words, figure, figure[end])}
                    </td>
                  ))}
                </tr>
              ))}
              {others.map((effect, index) => (
                <tr key={`other${index}`}>
                  <th scope="row" colSpan={4}>
                    <OtherEffect effect={effect} retrofit={retrofit} />
                  </th>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface Part {
  id?: string;
  pool?: string;
  name?: { zh: string; en: string };
}

/** The likely end of what an effect puts in, whichever way it is written. */
function partOf({ value }: Effect): Part | string | number | boolean {
  const likely = (value as { likely?: unknown } | undefined)?.likely ?? value;
  if (typeof likely === "string" || typeof likely === "number" || typeof likely === "boolean") return likely;
  return typeof likely === "object" && likely !== null ? likely : {};
}

/** What is put in or exchanged whole is called by its name; people and vehicles that come with it by theirs. */
function OtherEffect({ effect, retrofit }: { effect: Effect; retrofit: Retrofit }) {
  const words = useWords();
  const { say, language } = words;
  const part = partOf(effect);
  if (effect.op === "insert" && typeof part === "object")
    return <>{say("catalogue.puts", { name: nameOf(language, part.name, part.id) })}</>;
  const id = typeof part === "object" ? (part.pool ?? part.id ?? "") : String(part);
  const named = retrofit.effects
    .filter(({ op }) => op === "insert")
    .map(partOf)
    .find((each) => typeof each === "object" && each.id === id);
  const value = nameOf(language, typeof named === "object" ? named.name : undefined, id);
  return <>{say("catalogue.becomes", { what: targetWhat(words, effect.target, null), value })}</>;
}
