import { inputsOf, withInput, type Input, type Scenario } from "../model";
import type { Project } from "./state";

/** Values on trial, by the place of the input; everything else is as the project states it. */
export type Moves = Readonly<Record<string, number>>;

const demandPlace = "line.demand.perYear";

/** A stated range that a value has left reaches to it: {low, likely, high} holds its likely value. */
function reaching(range: NonNullable<Input["range"]>, value: number): NonNullable<Input["range"]> {
  // the better end of an effect may be the smaller number
  const isRising = range.low <= range.high;
  const [least, most] = isRising ? [range.low, range.high] : [range.high, range.low];
  const [from, to] = [Math.min(least, value), Math.max(most, value)];
  return isRising ? { low: from, high: to } : { low: to, high: from };
}

/** The scenario with what the project says of demand in the place where the file has it, so that it can be moved too. */
export function withAskedDemand({ scenario, demand }: Pick<Project, "scenario" | "demand">): Scenario {
  if (demand.kind !== "upTo" || scenario.line.demand?.perYear === demand.perYear) return scenario;
  return { ...scenario, line: { ...scenario.line, demand: { perYear: demand.perYear } } };
}

/** The project as it would be with these values. A place that this scenario does not have is passed over. */
export function withMoves(project: Project, moves: Moves): Project {
  const asked = withAskedDemand(project);
  const inputs = new Map(inputsOf(asked).map((input) => [input.path, input]));
  let { scenario, demand } = project;
  for (const [path, value] of Object.entries(moves)) {
    const input = inputs.get(path);
    if (input === undefined) continue;
    if (path === demandPlace) {
      demand = { kind: "upTo", perYear: value };
      if (scenario.line.demand === null) continue;
    }
    const range = input.range === null ? null : reaching(input.range, value);
    scenario = withInput(scenario, path, { value, range });
  }
  return scenario === project.scenario && demand === project.demand ? project : { ...project, scenario, demand };
}
