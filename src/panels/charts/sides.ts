import type { LegendEntry } from "../../charts";
import type { Evaluated, Shown } from "../../store";
import type { Say } from "../context";

/** Today's line, and the plan's where one is on screen, with the words for each. */
export interface Side {
  mark: "a" | "b";
  name: string;
  of: Evaluated;
}

export function sidesOf(shown: Shown, say: Say): Side[] {
  const baseline: Side = { mark: "a", name: say("compare.baseline"), of: shown.baseline };
  return shown.plan === null ? [baseline] : [baseline, { mark: "b", name: say("compare.plan"), of: shown.plan }];
}

export const legendOf = (sides: readonly Side[]): LegendEntry[] =>
  sides.map(({ mark, name }) => ({ mark, text: name }));
