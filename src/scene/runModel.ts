import type { Line } from "../model";
import { TraceCursor } from "../trace";
import { createPicture, type Picture } from "./picture/picture";
import { mostOnDuty } from "./plan/needs";
import { planLine, type PlanOptions } from "./plan/planLine";
import type { LinePlan } from "./plan/types";
import type { SceneRun } from "./types";

/** A run with everything that is derived from it once: its plan, its cursor, its picture. */
export interface RunModel {
  run: SceneRun;
  plan: LinePlan;
  /** what the plan was made with: room kept for the other run */
  options: PlanOptions;
  cursor: TraceCursor;
  picture: Picture;
}

/** Both runs stand on the same floor: where one has more machines or a robot, the other keeps their room free. */
export function modelRuns(runs: readonly SceneRun[]): RunModel[] {
  const reserve: Record<string, number> = {};
  const rails: string[] = [];
  for (const { line } of runs) {
    for (const station of line.stations) {
      reserve[station.id] = Math.max(reserve[station.id] ?? 0, station.machines);
      const pool = line.operators.find((each) => each.id === station.load?.operators?.pool);
      if (pool?.kind === "robot") rails.push(station.id);
    }
  }
  return runs.map((run, i) => {
    const { line, trace, changed, equipment } = run;
    const options: PlanOptions = {
      reserve,
      rails,
      ...(changed ? { changed } : {}),
      ...(equipment ? { equipment } : {}),
    };
    const plan = planLine(line, options);
    const cursor = new TraceCursor(trace);
    const picture = createPicture(line, plan, cursor.trace);
    const before = runs[0]?.line;
    // who is more than today has come with the plan
    if (i > 0 && before) picture.firstNew.set(firstNew(line, before));
    return { run, plan, options, cursor, picture };
  });
}

/** Pool → how many of its people were there already; all of them in a line that is not compared. */
function firstNew(line: Line, before: Line): number[] {
  return line.operators.map((pool) => {
    const old = before.operators.find((each) => each.id === pool.id);
    return old ? mostOnDuty(old) : 0;
  });
}
