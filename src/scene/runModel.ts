import { TraceCursor } from "../trace";
import { createPicture, type Picture } from "./picture/picture";
import { planLine } from "./plan/planLine";
import type { LinePlan } from "./plan/types";
import type { SceneRun } from "./types";

/** A run with everything that is derived from it once: its plan, its cursor, its picture. */
export interface RunModel {
  run: SceneRun;
  plan: LinePlan;
  cursor: TraceCursor;
  picture: Picture;
}

/** Both runs stand on the same floor: where one has more machines, the other keeps their room free. */
export function modelRuns(runs: readonly SceneRun[]): RunModel[] {
  const reserve: Record<string, number> = {};
  for (const { line } of runs) {
    for (const station of line.stations) reserve[station.id] = Math.max(reserve[station.id] ?? 0, station.machines);
  }
  return runs.map((run) => {
    const plan = planLine(run.line, { reserve, ...(run.changed ? { changed: run.changed } : {}) });
    return { run, plan, cursor: new TraceCursor(run.trace), picture: createPicture(run.line, plan) };
  });
}
