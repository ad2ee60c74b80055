import { useMemo } from "react";
import type { Line, Plan, Retrofit } from "../../model";
import { isSeenStale, useApp } from "../../store";
import { plusMinus } from "../../text";
import { useWords } from "../context";
import { Chip, toneOf } from "../Figure";
import { targetPlace } from "../inputWords";
import { halfWidth, judge } from "../judge";

/** So many places are named; the number says how many changes there are in all. */
const placesNamed = 3;

/** What a plan changes: how many places, and whose. */
export function ChangesLine({ retrofits, line }: { retrofits: readonly Retrofit[]; line: Line }) {
  const words = useWords();
  const { say } = words;
  const effects = retrofits.flatMap((retrofit) => retrofit.effects);
  if (effects.length === 0) return null;
  const places = [...new Set(effects.flatMap(({ target }) => targetPlace(words, target, line) ?? []))];
  const named = places.slice(0, placesNamed).join(say("shelf.join"));
  const more = places.length > placesNamed ? ` ${say("shelf.changesMore")}` : "";
  return (
    <span className="xj-plan-cost">
      <span>{say("shelf.changes", { n: effects.length, what: `${named}${more}` })}</span>
    </span>
  );
}

/** What the last evaluation said of its output, and whether the inputs have changed since. */
export function SeenLine({ plan }: { plan: Plan }) {
  const { say, language } = useWords();
  const seen = useApp((state) => state.sideBySide.seen[plan.id]);
  const scenario = useApp((state) => state.history.present.scenario);
  const isStale = useMemo(() => seen !== undefined && isSeenStale(scenario, plan, seen), [seen, scenario, plan]);
  if (seen === undefined) return null;
  const { output, complete } = seen;
  if (output.percent === null) return null;
  const change = `${plusMinus(language, output.percent.mean, halfWidth(output.percent.ci95), { signed: true })} %`;
  const judgement = judge(output, complete);
  return (
    <span className={isStale ? "xj-plan-cost xj-seen xj-stale" : "xj-plan-cost xj-seen"} data-stale={isStale}>
      <span className="xj-difference" data-tone={toneOf(output, "more")}>
        <span className="xj-number">{say("shelf.output", { change })}</span>
      </span>
      {isStale ? (
        <span className="xj-badge">{say("shelf.stale")}</span>
      ) : (
        <Chip judgement={judgement} says={say(`judge.${judgement}`)} />
      )}
    </span>
  );
}
