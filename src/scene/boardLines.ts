import { Place } from "../trace";
import type { RunModel } from "./runModel";
import { countText, fill } from "./summary";
import type { SceneLabels } from "./types";

/** What a board in the hall says of this moment: finished, scrapped, in the line. */
export function boardLines({ cursor, run }: RunModel, labels: SceneLabels, language: "zh" | "en"): string[] {
  const say = (template: string, count: number): string => fill(template, { count: countText(count, language) });
  return [
    run.title,
    say(labels.finished, cursor.finished),
    say(labels.scrapped, cursor.scrapped),
    say(labels.inLine, partsInLine(cursor)),
  ];
}

/** Parts in the line: on machines, waiting, or under way; raw parts in front of it are not in it yet. */
function partsInLine(cursor: RunModel["cursor"]): number {
  let count = 0;
  for (let m = 0; m < cursor.machineCount; m++) count += cursor.countIn(cursor.machineSlot(m));
  for (const [kind, places] of [
    ["buffer", cursor.flowCount],
    ["rework", cursor.stationCount],
    ["transport", cursor.flowCount],
    ["transit", cursor.stationCount],
  ] as const)
    for (let i = 0; i < places; i++) count += cursor.countIn(cursor.slot(Place[kind], i));
  return count;
}
