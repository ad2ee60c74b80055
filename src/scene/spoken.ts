import type { RunModel } from "./runModel";
import { fill, queueText, statesText } from "./summary";
import type { SceneLabels } from "./types";

/** Stations of all runs, in the order of the line: those of the first run, then what only the second has. */
export function stationsOf(models: readonly RunModel[]): { id: string }[] {
  const ids = new Set(models.flatMap(({ plan }) => plan.stations.map((spot) => spot.id)));
  return [...ids].map((id) => ({ id }));
}

/** Name and state of a station in words, for each run. */
export function spokenState(
  models: readonly RunModel[],
  id: string,
  labels: SceneLabels,
  language: "zh" | "en",
): string {
  return models
    .flatMap(({ run, plan, cursor }) => {
      const s = plan.stations.findIndex((spot) => spot.id === id);
      if (s < 0) return [];
      const queue = queueText(cursor, s, labels);
      const states = statesText(plan, cursor, s, labels);
      const text = fill(labels.stationState, {
        name: run.line.stations[s]?.name?.[language] ?? id,
        states: queue === "" ? states : `${states}${labels.separator}${queue}`,
      });
      return [models.length > 1 ? fill(labels.ofRun, { run: run.title, text }) : text];
    })
    .join(labels.separator);
}
