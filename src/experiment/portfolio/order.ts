import { goLiveMonth, planValue, progressAt, type ChosenForMoney, type Way } from "../../finance";
import { yearlyNumbers, type ReplicationResult } from "../../measure";
import { plannedHoursPerYear, type Line, type Run } from "../../model";
import { at } from "../chosenForMoney";
import { applyPlan, conflicts } from "../../retrofit";
import type { Batch, Step, Told } from "../ask";
import { moneyInputOf } from "../planMoney";
import { keyOf, planOfSet } from "./sets";
import { lineOfSet, type ValueInput } from "./value";

/** More steps than this are not put in order one by one: the number of orders is the factorial. */
export const mostSteps = 7;

export interface OrderInput extends ValueInput {
  ids: readonly string[];
  run: Run;
  replications: number;
  /** yuan the plan may have out at once; null = no limit */
  cashLimit: number | null;
  /** months after the start by which the last step must be ordered */
  lastOrder: number;
}

export interface RoadStep {
  id: string;
  /** months after the start */
  order: number;
  goLive: number;
  /** good parts an hour once this step has been learned, mean over replications */
  goodPerHour: number;
  /** the most cash that is out until this step pays, yuan */
  cashOut: number;
}

export interface RoadMap {
  steps: RoadStep[];
  /** mean NPV without subsidy, yuan */
  npv: number;
  peakCash: number;
  /** cumulative cash by month */
  cumulative: number[];
}

export interface OrderAnswer {
  best: RoadMap | null;
  /** everything ordered at once, where the cash limit allows it; else what it would need */
  atOnce: RoadMap;
  /** orders that keep within the limit and meet all requirements, best first, at most ten */
  others: RoadMap[];
  orders: number;
}

export interface OrderKnown {
  states: number;
  waiting: number;
}

/**
 * The sequence of steps with the highest NPV. Every intermediate state (each subset that an order passes through) is
 * simulated with common random numbers; then all orders are priced month by month: a step is ordered as soon as the step
 * before is accepted and the cumulative cash stays above the limit. Steps whose needs are not yet met cannot come first.
 */
export function* bestOrder(input: OrderInput): Generator<Step<OrderKnown>, OrderAnswer, Told> {
  const { scenario, run, replications } = input;
  const ids = input.ids.slice(0, mostSteps);
  const orders = permutations(ids).filter((order) => order.every((_, i) => isPossible(input, order.slice(0, i + 1))));
  const subsets = new Map<string, string[]>();
  for (const order of orders) order.forEach((_, i) => subsets.set(keyOf(order.slice(0, i + 1)), order.slice(0, i + 1)));
  const states = [...subsets];
  const lines = new Map<string, Line>(states.map(([key, set]) => [key, lineOfSet(scenario, set)]));
  const batch = (line: Line): Batch => ({ line, run, first: 0, count: replications });
  const told = yield {
    batches: [batch(scenario.line), ...states.map(([key]) => batch(lines.get(key)!))],
    known: { states: 0, waiting: states.length + 1 },
  };
  const baseline = told[0] ?? [];
  const results = new Map(states.map(([key], i) => [key, told[i + 1] ?? []]));
  const price = (order: readonly string[], starts: readonly number[]): RoadMap =>
    roadMap(input, order, starts, baseline, lines, results);

  const maps = orders.flatMap((order): RoadMap[] => {
    const starts: number[] = [];
    for (let i = 0; i < order.length; i++) {
      const earliest = i === 0 ? 0 : Math.ceil(goLiveOf(input, order[i - 1]!, starts[i - 1]!));
      const start = firstAffordable(input, order.slice(0, i + 1), starts, earliest, price);
      if (start === null) return [];
      starts.push(start);
    }
    return [price(order, starts)];
  });
  maps.sort((a, b) => b.npv - a.npv);
  const atOnce = price(
    ids,
    ids.map(() => 0),
  );
  const isAffordable = input.cashLimit === null || atOnce.peakCash <= input.cashLimit;
  const all = isAffordable ? [atOnce, ...maps].sort((a, b) => b.npv - a.npv) : maps;
  return { best: all[0] ?? null, atOnce, others: all.slice(1, 11), orders: orders.length };
}

function permutations(ids: readonly string[]): string[][] {
  if (ids.length <= 1) return [[...ids]];
  return ids.flatMap((id) => permutations(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]));
}

function isPossible({ scenario }: OrderInput, ids: readonly string[]): boolean {
  return conflicts(scenario, ids).length === 0 && applyPlan(scenario, planOfSet(scenario, ids)).ok;
}

function goLiveOf({ scenario }: OrderInput, id: string, startMonth: number): number {
  const retrofit = scenario.retrofits.find((r) => r.id === id)!;
  return goLiveMonth({ retrofit, startMonth });
}

/** The first month from `earliest` on at which the next step can be ordered without the cash falling below the limit. */
function firstAffordable(
  input: OrderInput,
  order: readonly string[],
  starts: readonly number[],
  earliest: number,
  price: (order: readonly string[], starts: readonly number[]) => RoadMap,
): number | null {
  if (input.cashLimit === null) return earliest;
  for (let month = earliest; month <= input.lastOrder; month++)
    if (price(order, [...starts, month]).peakCash <= input.cashLimit) return month;
  return null;
}

function roadMap(
  input: OrderInput,
  order: readonly string[],
  starts: readonly number[],
  baseline: readonly ReplicationResult[],
  lines: ReadonlyMap<string, Line>,
  results: ReadonlyMap<string, readonly ReplicationResult[]>,
): RoadMap {
  const { scenario } = input;
  const today = baseline.map((r) => yearlyNumbers(scenario.line, r));
  // the state after each go-live, in the order of go-live (a later order may be there earlier)
  const live = order
    .map((id, i) => ({ id, order: starts[i]!, goLive: goLiveOf(input, id, starts[i]!) }))
    .sort((a, b) => a.goLive - b.goLive);
  const nothing = today.map((n) => minus(n, n));
  const points: Way["points"] = [{ month: 0, line: scenario.line, change: nothing }];
  const stops: Way["stops"] = [];
  // between two go-lives the line moves from where it was towards what the last step makes of it, as it is learned
  let from = nothing;
  let towards = nothing;
  let line = scenario.line;
  let learning: ChosenForMoney | null = null;
  const steps = live.map((step, i): Omit<RoadStep, "cashOut"> => {
    const key = keyOf(live.slice(0, i + 1).map((s) => s.id));
    // two that go live out of order may pass through a set that no order was simulated for: the state before holds
    const known = results.get(key);
    const share = learning === null ? 1 : progressAt(learning, step.goLive);
    const here = from.map((n, k) => between(n, towards[k]!, share));
    learning = { retrofit: scenario.retrofits.find((r) => r.id === step.id)!, startMonth: step.order };
    points.push({ month: step.goLive, line, change: here });
    const hours = at(learning.retrofit.installStopHours);
    if (hours > 0) {
      const part = hours / plannedHoursPerYear(scenario.line.calendar);
      const lost = here.map((n, k) => between(nothing[k]!, plus(today[k]!, n), part));
      stops.push({ from: step.goLive - part * 12, month: step.goLive, hours, lost });
    }
    line = lines.get(key) ?? line;
    if (known !== undefined) towards = known.map((r, k) => minus(yearlyNumbers(line, r), today[k]!));
    // without a run-up all of it is there at once
    const atOnce = progressAt(learning, step.goLive);
    from = here.map((n, k) => between(n, towards[k]!, atOnce));
    points.push({ month: step.goLive, line, change: from });
    return { ...step, goodPerHour: mean((known ?? baseline).map((r) => r.line.goodPerHour)) };
  });
  points.push({ month: Infinity, line, change: towards });
  const finished = keyOf(order);
  const plan = { ...planOfSet(scenario, order) };
  plan.retrofits = order.map((id, i) => ({ id, startMonth: starts[i]! }));
  const value = planValue(
    moneyInputOf({
      scenario,
      plan,
      chosen: scenario.retrofits.filter((r) => order.includes(r.id)),
      baseline: { line: scenario.line, results: baseline },
      changed: { line: lines.get(finished) ?? scenario.line, results: results.get(finished) ?? baseline },
      way: { points, stops, low: null, high: null },
      sellablePerYear: input.sellablePerYear,
      lpr: input.lpr,
    }),
  );
  let sum = 0;
  const cumulative = value.flows.map((flow) => (sum += flow));
  const out = (until: number): number => Math.max(0, -Math.min(...cumulative.slice(0, until + 1)));
  return {
    steps: steps.map((step) => ({ ...step, cashOut: out(Math.ceil(step.goLive)) })),
    npv: mean(value.npv),
    peakCash: out(cumulative.length - 1),
    cumulative,
  };
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);

type Numbers = ReturnType<typeof yearlyNumbers>;
const combined = (a: Numbers, b: Numbers, of: (x: number, y: number) => number): Numbers =>
  Object.fromEntries(
    Object.entries(a).map(([key, value]) => [key, of(value, b[key as keyof Numbers])]),
  ) as unknown as Numbers;
const minus = (a: Numbers, b: Numbers): Numbers => combined(a, b, (x, y) => x - y);
const plus = (a: Numbers, b: Numbers): Numbers => combined(a, b, (x, y) => x + y);
const between = (a: Numbers, b: Numbers, share: number): Numbers => combined(a, b, (x, y) => x + (y - x) * share);
