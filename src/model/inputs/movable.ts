import type { Retrofit } from "../retrofit";
import type { Scenario } from "../scenario";
import { inputsOf, type Input } from "./list";

/** What an input moves: the line itself, what a plan costs, or what its result is worth. */
export type MovableKind = "effect" | "line" | "cost" | "market";

export interface Movable extends Input {
  kind: MovableKind;
  value: number;
}

/** Of the economics only what an owner bargains about, hopes for or fears; the rest is law, bookkeeping and method. */
const market = [
  "economics.discountRate",
  "economics.electricityPrice",
  "economics.wageGrowth",
  "economics.escapeCost",
  "economics.market.demandGrowth",
  "economics.market.priceErosion",
  "economics.market.materialGrowth",
];
const productFigures = new Set(["price", "materialCost", "consumableCost"]);
const means = new Set([
  "time",
  "mean",
  "value",
  "timeToFailure",
  "timeToRepair",
  "machines",
  "defectRate",
  "detection",
]);

const isMean = (input: Input): boolean => {
  const last = input.keys.at(-1);
  return typeof last === "string" && means.has(last);
};

const poolOf = (target: string): string | null => /^operators\.([^.]+)\./.exec(target)?.[1] ?? null;

function kindWithPlan(input: Input, plan: readonly Retrofit[]): MovableKind | null {
  const { group, keys, path } = input;
  if (group.kind === "retrofit") {
    const retrofit = plan.find(({ id }) => id === group.id);
    if (retrofit === undefined) return null;
    // spread and places of a set time are not what a vendor promises; its mean is
    if (keys[0] === "effects") {
      const isWhole = path.endsWith(".value");
      return isWhole || isMean(input) ? "effect" : null;
    }
    if (path.endsWith(".actionRate")) return retrofit.effects.some(({ needsAction }) => needsAction) ? "effect" : null;
    // a cost of nothing has no range to move in
    if (keys[0] === "cost" || keys[0] === "opexPerYear")
      return (input.value === 0 && input.range === null) || path.endsWith(".onCostRate") ? null : "cost";
    return null;
  }
  const pools = new Set(plan.flatMap(({ effects }) => effects.map(({ target }) => poolOf(target))));
  // the wage of people whose number the plan leaves alone is the same on both sides
  if (group.kind === "pool") return path.endsWith(".wagePerYear") && pools.has(group.id) ? "market" : null;
  return kindOfMarket(input);
}

function kindOfMarket({ group, keys, path }: Input): MovableKind | null {
  if (group.kind === "product" && typeof keys[0] === "string" && productFigures.has(keys[0])) return "market";
  return market.includes(path) || path === "line.demand.perYear" ? "market" : null;
}

function kindOfLine(input: Input, stations: readonly string[]): MovableKind | null {
  const { group, keys, path } = input;
  if (group.kind === "station") {
    if (!stations.includes(group.id) || keys.includes("response")) return null;
    return isMean(input) ? "line" : null;
  }
  if (group.kind === "pool" && path.startsWith("line.operators.")) {
    if (path.endsWith(".count") || path.endsWith(".headcount")) return "line";
    return path.endsWith(".wagePerYear") ? "market" : null;
  }
  return kindOfMarket(input);
}

/**
 * The few of all inputs that are worth moving to see what happens. With a plan: what its retrofits do and cost, and the
 * prices its gain is counted in. Without one: times, stops and machines of `stations` (the busiest), people, and prices.
 */
export function movableInputs(
  scenario: Scenario,
  plan: readonly Retrofit[],
  stations: readonly string[] = [],
): Movable[] {
  return inputsOf(scenario).flatMap((input): Movable[] => {
    if (typeof input.value !== "number") return [];
    const kind = plan.length > 0 ? kindWithPlan(input, plan) : kindOfLine(input, stations);
    return kind === null ? [] : [{ ...input, value: input.value, kind }];
  });
}
