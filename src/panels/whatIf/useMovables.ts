import { useMemo } from "react";
import { movableInputs, traceInputs, type MovableKind } from "../../model";
import { plannedLine, useActions, useApp, withAskedDemand } from "../../store";
import { rowsOf, spreadKind, type InputRow } from "../assumptions/inputRows";
import { useServices, useWords } from "../context";
import { bottleneckCandidates } from "../judge";
import { travelOf, type Travel } from "./travel";

/** An input with a slider. */
export interface Mover {
  row: InputRow & { value: number };
  kind: MovableKind;
  travel: Travel;
}

/** Stations of today's line that are offered: what never waits for others is what holds them up. */
const busiest = 3;

/** The sliders of the choice in view, by kind; within a kind those with a stated range first, which is where doubt is. */
export function useMovables(): ReadonlyMap<MovableKind, Mover[]> {
  const words = useWords();
  const { assumedSpread } = useServices();
  const { fileScenario } = useActions();
  const project = useApp((state) => state.history.present);
  const choice = useApp((state) => state.choice);
  const loads = useApp((state) => state.shown?.baseline.figures.stations ?? null);
  const crowded = useMemo(
    () =>
      loads === null
        ? ""
        : bottleneckCandidates(loads)
            .slice(0, busiest)
            .map(({ id }) => id)
            .join("\n"),
    [loads],
  );
  return useMemo(() => {
    const scenario = withAskedDemand(project);
    const planned = plannedLine(project.scenario, choice);
    const chosen = planned.ok ? planned.chosen : [];
    const rows = new Map(rowsOf(words, traceInputs(scenario, fileScenario())).map((row) => [row.path, row]));
    const groups = new Map<MovableKind, Mover[]>();
    for (const { kind, ...input } of movableInputs(scenario, chosen, crowded.split("\n"))) {
      const row = rows.get(input.path);
      const usual = row === undefined ? null : spreadKind(row);
      const travel = travelOf(input, usual === null ? null : assumedSpread[usual]);
      if (row === undefined || travel === null) continue;
      const mover = { row: { ...row, value: input.value }, kind, travel };
      groups.set(kind, [...(groups.get(kind) ?? []), mover]);
    }
    for (const [kind, movers] of groups)
      groups.set(
        kind,
        movers.toSorted((a, b) => Number(a.travel.isAssumed) - Number(b.travel.isAssumed)),
      );
    return groups;
  }, [words, project, choice, crowded, assumedSpread, fileScenario]);
}
