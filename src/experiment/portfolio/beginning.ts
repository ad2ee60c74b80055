import { type Line, physicsKey, type Retrofit, type Run, type Scenario } from "../../model";
import { bestReliefs, type ReliefAnswer, type ReliefGain } from "../relief";
import { reliefsOf } from "../reliefs";
import { extended } from "./sets";
import { lineOfSet } from "./value";

/** Where the advice begins: at the one place of today's line whose relief brings most. */
export interface Beginning {
  relief: ReliefGain;
  /** the single step that makes exactly the relieved line, and so may be taken at its word; null = no step does just that */
  step: string | null;
}

/**
 * The place to begin with: the largest proven gain among all reliefs, and the step of the list that does the same and
 * nothing else. Theory of constraints (Goldratt, Cox 1984): what is changed elsewhere cannot bring more until then.
 * Null where no relief has a proven gain.
 */
export function beginningOf(
  scenario: Scenario,
  candidates: readonly Retrofit[],
  { ranked }: ReliefAnswer,
  run: Run,
): Beginning | null {
  const relief = bestReliefs(ranked).find((gain) => gain.verdict === "gain");
  if (relief === undefined) return null;
  const relieved = reliefsOf(scenario.line, [relief.kind]).find(({ of, id }) => of === relief.of && id === relief.id);
  // who is paid is not what runs: a relief adds a person on duty, a step also says how many that costs
  const keyOf = (line: Line): string =>
    physicsKey({ ...line, operators: line.operators.map((pool) => ({ ...pool, headcount: 0 })) }, run);
  const key = relieved === undefined ? null : keyOf(relieved.line);
  const same = candidates.find((retrofit) => {
    const ids = extended(scenario, [], retrofit.id, candidates);
    return ids?.length === 1 && keyOf(lineOfSet(scenario, ids)) === key;
  });
  return { relief, step: same?.id ?? null };
}
