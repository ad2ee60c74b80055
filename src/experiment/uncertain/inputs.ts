import type { Range, Retrofit } from "../../model";
import { applyPlan, chosenOf, isRange } from "../../retrofit";
import { assumed, mostInputs, stationsKept } from "./defaults";
import { hasWidth } from "./draw";
import { stationInputs } from "./stations";
import { say, type UncertainText } from "./texts";
import type { Spread, Target, UncertainInput, UncertainQuestion } from "./types";

/** More retrofits than this share one cost and one time: estimates that are too low are so together. */
const mostApart = 2;

/**
 * What is not known about a plan: of every chosen retrofit its effects, its failure, whether somebody acts, its cost and
 * its time; price, wage, electricity and demand; and what of the stations matters most. Those of the plan and the prices
 * are all kept; stations fill up to sixteen, three to six of them. A plan that cannot be applied has none.
 */
export function inputsOf(question: UncertainQuestion): UncertainInput[] {
  const { scenario, plan } = question;
  const picked = chosenOf(scenario, plan);
  if (!picked.ok) return [];
  const { chosen, actionRates } = picked;
  const list = [
    ...chosen.flatMap((retrofit) => retrofitInputs(retrofit, actionRates[retrofit.id] ?? retrofit.actionRate)),
    ...costInputs(chosen),
    ...moneyInputs(question),
  ].filter(({ spread }) => hasWidth(spread));
  const applied = applyPlan(scenario, plan);
  const stations = stationInputs(scenario.line, applied.ok ? applied.line : scenario.line, scenario.meta.fits);
  const room = Math.max(stationsKept.least, Math.min(stationsKept.most, mostInputs - list.length));
  return [...list, ...stations.slice(0, room)];
}

function input(
  id: string,
  target: Target,
  kind: UncertainInput["kind"],
  unit: UncertainInput["unit"],
  spread: Spread,
  origin: UncertainInput["origin"],
  name: UncertainText,
  measure: UncertainText,
): UncertainInput {
  return { id, target, kind, unit, spread, origin, name, measure };
}

const triangular = (low: number, likely: number, high: number): Spread => ({ dist: "triangular", low, likely, high });

function retrofitInputs(retrofit: Retrofit, rate: number): UncertainInput[] {
  const { id, effects, failureProbability } = retrofit;
  const params = { retrofit: id };
  const one = (
    aspect: "effect" | "failure" | "action",
    unit: UncertainInput["unit"],
    spread: Spread,
    origin: UncertainInput["origin"],
    measure: UncertainText,
  ): UncertainInput =>
    input(
      `${aspect}:${id}`,
      { aspect, retrofit: id },
      "physics",
      unit,
      spread,
      origin,
      say(`uncertain.input.${aspect}`, params),
      measure,
    );
  const hasRange = effects.some((e) => isRange(e.value) && !isFlat(e.value));
  const effect = one("effect", "position", triangular(-1, 0, 1), "given", say("uncertain.measure.pilot", params));
  const fails = { dist: "chance", share: failureProbability } as const;
  const failure = one("failure", "share", fails, "given", say("uncertain.measure.reference", params));
  // between nobody acting and twice as often as hoped (domain notes, rule 6)
  const acted = triangular(0, rate, Math.min(1, 2 * rate));
  const action = one("action", "share", acted, "assumed", say("uncertain.measure.owner", params));
  return [...(hasRange ? [effect, failure] : []), ...(effects.some((e) => e.needsAction) ? [action] : [])];
}

const isFlat = (range: Record<"low" | "likely" | "high", unknown>): boolean =>
  JSON.stringify(range.low) === JSON.stringify(range.likely) &&
  JSON.stringify(range.high) === JSON.stringify(range.likely);

function costInputs(chosen: readonly Retrofit[]): UncertainInput[] {
  const groups = chosen.length > mostApart ? [chosen] : chosen.map((retrofit) => [retrofit]);
  return groups.flatMap((group): UncertainInput[] => {
    const retrofits = group.map(({ id }) => id);
    const isOne = retrofits.length === 1;
    const params = isOne ? { retrofit: retrofits[0]! } : { count: retrofits.length };
    const key = isOne ? retrofits[0]! : "all";
    const costs = group.flatMap(({ cost }) => [cost.equipment, cost.software, cost.integration, cost.training]);
    const runs = group.flatMap(({ opexPerYear }) =>
      opexPerYear.map((o) => (o.kind === "yuan" ? o.amount : o.kind === "shareOfInvestment" ? o.share : o.fte)),
    );
    const weeks = group.map(({ leadTimeWeeks }) => leadTimeWeeks);
    const mean = (ranges: readonly Range[]): Spread => sumOf(ranges, 1 / Math.max(1, ranges.length));
    const bought = sumOf(costs, 1);
    // running cost alone may be in doubt: then its sum of ranges stands for it
    const spread = hasWidth(bought) ? bought : sumOf(runs, 1);
    return [
      input(
        `cost:${key}`,
        { aspect: "cost", retrofits },
        "money",
        "yuan",
        spread,
        "given",
        say(isOne ? "uncertain.input.cost" : "uncertain.input.costs", params),
        say("uncertain.measure.quotation", params),
      ),
      input(
        `time:${key}`,
        { aspect: "time", retrofits },
        "money",
        "weeks",
        mean(weeks),
        "given",
        say(isOne ? "uncertain.input.time" : "uncertain.input.times", params),
        say("uncertain.measure.deliveryDate", params),
      ),
    ];
  });
}

/** Ends of the sum where all ranges are low, likely or high together. */
function sumOf(ranges: readonly Range[], weight: number): Spread {
  const sum = (which: "low" | "likely" | "high"): number =>
    ranges.reduce<number>((all, range) => all + (typeof range === "number" ? range : range[which]), 0) * weight;
  return triangular(sum("low"), sum("likely"), sum("high"));
}

function moneyInputs({ scenario, sellablePerYear }: UncertainQuestion): UncertainInput[] {
  const { economics, line } = scenario;
  const factor = (aspect: "price" | "wage" | "electricity" | "demand", measure: UncertainText): UncertainInput => {
    const [low, high] = assumed[aspect];
    const spread = triangular(low, 1, high);
    return input(aspect, { aspect }, "money", "factor", spread, "assumed", say(`uncertain.input.${aspect}`), measure);
  };
  const overrun = economics.investmentOverrun;
  const usesPower = line.stations.some((s) => (s.power?.working ?? 0) + (s.power?.idle ?? 0) > 0);
  return [
    ...(overrun === undefined || typeof overrun === "number"
      ? []
      : [
          input(
            "overrun",
            { aspect: "overrun" },
            "money",
            "share",
            triangular(overrun.low, overrun.likely, overrun.high),
            "given",
            say("uncertain.input.overrun"),
            say("uncertain.measure.quotation"),
          ),
        ]),
    ...(line.products.some((p) => p.price > 0) ? [factor("price", say("uncertain.measure.contracts"))] : []),
    ...([...line.operators, ...line.indirect].some((p) => p.wagePerYear > 0)
      ? [factor("wage", say("uncertain.measure.payroll"))]
      : []),
    ...(usesPower && economics.electricityPrice > 0 ? [factor("electricity", say("uncertain.measure.bill"))] : []),
    ...(sellablePerYear === null ? [] : [factor("demand", say("uncertain.measure.orders"))]),
  ];
}
