import { Button, NativeSelect } from "@mantine/core";
import { useMemo, useState } from "react";
import type { Problem, Retrofit } from "../../model";
import {
  effectFigures,
  placesOf,
  placeWithNeeds,
  useApp,
  withEffectRange,
  type CatalogueEntry,
  type PlacedWithNeeds,
} from "../../store";
import { nameOf, problemSentence } from "../../text";
import { useWords } from "../context";
import { span, type Span } from "../cost";
import { effectUnit, shownScale, targetPlace, targetWhat, unitWords } from "../inputWords";
import { catalogue } from "./entries";
import { isBetween, isRising, SpanFields } from "./SpanFields";
import { SpansTable } from "./SpansTable";
import { useAddToLine } from "./useAddToLine";

/** Where an entry goes on the line of today, and with which figures: the catalogue's stand in the fields already. */
export function AddForm({ entry, onAdded }: { entry: CatalogueEntry; onAdded: () => void }) {
  const { say, language } = useWords();
  const scenario = useApp((state) => state.history.present.scenario);
  const places = useMemo(() => placesOf(entry, scenario.line), [entry, scenario.line]);
  const [picked, setPicked] = useState<string | null>(null);
  const station = entry.scope === "station" ? (picked ?? places[0]) : undefined;
  const placed = useMemo(
    () =>
      entry.scope === "station" && station === undefined ? null : placeWithNeeds(catalogue, entry, scenario, station),
    [entry, scenario, station],
  );
  const stationName = (id: string): string =>
    nameOf(language, scenario.line.stations.find((each) => each.id === id)?.name, id);
  return (
    <section className="xj-add" aria-label={say("catalogue.add")}>
      <h3>{say("catalogue.add")}</h3>
      {placed === null && <WhyNot why={say("catalogue.noPlace")} />}
      {placed?.ok === false && <WhyNot why={whyNot(placed.problems)} />}
      {placed?.ok === true && (
        <>
          {entry.scope === "station" ? (
            <NativeSelect
              label={say("catalogue.where")}
              value={station ?? ""}
              onChange={(event) => setPicked(event.currentTarget.value)}
              data={places.map((id) => ({ value: id, label: stationName(id) }))}
            />
          ) : (
            <p>
              {say("catalogue.where")} · {say("catalogue.wholeLine")}
            </p>
          )}
          <Figures key={placed.retrofit.id} placed={placed} onAdded={onAdded} mark={entry.retrofit.id} />
        </>
      )}
    </section>
  );

  function whyNot([problem]: readonly Problem[]): string {
    if (problem?.params["what"] === "noTransport") return say("catalogue.noTransport");
    if (problem?.code === "duplicateId") return say("catalogue.hasVehicles");
    return problem === undefined || problem.params["what"] === "nothingToChange"
      ? say("catalogue.noPlace")
      : problemSentence(language, problem);
  }
}

function WhyNot({ why }: { why: string }) {
  const { say } = useWords();
  return (
    <p className="xj-warning" data-testid="cannot">
      {say("catalogue.cannot", { why })}
    </p>
  );
}

const costKinds = ["equipment", "software", "integration", "training"] as const;

interface FiguresProps {
  placed: Extract<PlacedWithNeeds, { ok: true }>;
  mark: string;
  onAdded: () => void;
}

function Figures({ placed, mark, onAdded }: FiguresProps) {
  const words = useWords();
  const { say, language } = words;
  const { retrofit, needed, reuse, leftOut } = placed;
  const line = useApp((state) => state.history.present.scenario.line);
  const known = useApp((state) => state.history.present.scenario.retrofits);
  const [draft, setDraft] = useState<Retrofit>(retrofit);
  const [fault, setFault] = useState<string | null>(null);
  const add = useAddToLine();
  const names = (all: readonly Retrofit[]): string =>
    all.map((each) => nameOf(language, each.name, each.id)).join(say("shelf.join"));

  const take = (): void => {
    for (const kind of costKinds)
      if (!isRising(span(draft.cost[kind]))) return setFault(say("catalogue.badRange", { what: say(`input.${kind}`) }));
    if (!isRising(span(draft.leadTimeWeeks)))
      return setFault(say("catalogue.badRange", { what: say("input.leadTimeWeeks") }));
    for (const figure of effectFigures(draft))
      if (!isBetween(figure))
        return setFault(say("catalogue.badEffect", { what: targetWhat(words, figure.target, line) }));
    const why = add([draft, ...needed], mark, reuse);
    setFault(why);
    if (why === null) onAdded();
  };

  const figures = effectFigures(draft);
  const usual = effectFigures(retrofit);
  return (
    <>
      {needed.length > 0 && <p>{say("catalogue.along", { names: names(needed) })}</p>}
      {reuse.length > 0 && (
        <p>{say("catalogue.uses", { names: names(known.filter(({ id }) => reuse.includes(id))) })}</p>
      )}
      {leftOut.length > 0 && <p className="xj-note">{say("catalogue.leftOut", { n: leftOut.length })}</p>}
      <details className="xj-fold" open>
        <summary>{say("catalogue.mine")}</summary>
        <SpansTable>
          {costKinds
            .filter((kind) => span(retrofit.cost[kind]).high > 0)
            .map((kind) => (
              <SpanFields
                key={kind}
                label={say(`input.${kind}`)}
                unit={say("inputUnit.yuan")}
                step={1000}
                value={span(draft.cost[kind])}
                usual={span(retrofit.cost[kind])}
                onChange={(value) => setDraft({ ...draft, cost: { ...draft.cost, [kind]: value } })}
              />
            ))}
          <SpanFields
            label={say("input.leadTimeWeeks")}
            unit={say("inputUnit.weeks")}
            step={1}
            value={span(draft.leadTimeWeeks)}
            usual={span(retrofit.leadTimeWeeks)}
            onChange={(value) => setDraft({ ...draft, leadTimeWeeks: value })}
          />
          {figures.map((figure, at) => {
            const unit = effectUnit(figure);
            const scale = shownScale(unit);
            const place = targetPlace(words, figure.target, line);
            const what = targetWhat(words, figure.target, line);
            const base = usual[at];
            return (
              <SpanFields
                key={figure.index}
                label={place === null ? what : `${place} · ${what}`}
                unit={unitWords(words, unit)}
                step={1}
                value={scaled(figure, scale)}
                {...(base === undefined ? {} : { usual: scaled(base, scale) })}
                onChange={(value) => setDraft(withEffectRange(draft, figure.index, scaled(value, 1 / scale)))}
              />
            );
          })}
        </SpansTable>
      </details>
      {fault !== null && (
        <p className="xj-warning" role="alert">
          {fault}
        </p>
      )}
      <div className="xj-buttons">
        <Button onClick={take} data-testid="add-to-line">
          {say("catalogue.add")}
        </Button>
        <span className="xj-note">{say("catalogue.addNote")}</span>
      </div>
    </>
  );
}

/** 0.85 · 100 is 85, not 85.00000000000001. */
function scaled({ low, likely, high }: Span, factor: number): Span {
  const times = (value: number): number => Number((value * factor).toPrecision(12));
  return { low: times(low), likely: times(likely), high: times(high) };
}
