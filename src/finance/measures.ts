import type { Line, Name } from "../model";
import { spread } from "./figures";
import { costKinds } from "./investment";
import { labourOf, settledWages, staffingOf } from "./labour";
import type { Operating } from "./operating";
import type { Estimate, Investment, MoneyInput, YearlyNumbers } from "./types";

/** Before, after, and the change as a share of before; null where there is nothing to divide by. */
export interface Measure {
  before: Estimate;
  after: Estimate;
  change: Estimate | null;
}

/**
 * What the 51 recognised workshops reported (常工信复〔2021〕第44号), each per unit and in total, in a full year after run-up,
 * and beside them energy per part and output per square metre. Parts sold, first-year prices.
 */
export interface FourMeasures {
  /** yuan of sales a year */
  output: Measure;
  /** yuan a yuan of output, and a year: running costs and the annuity of the investment */
  costPerOutput: Measure | null;
  cost: Measure;
  /** people a million yuan of output, and people */
  labourPerOutput: Measure | null;
  labour: Measure;
  /** defective parts (scrapped and escaped) a part made, and a year */
  defectRate: Measure | null;
  defects: Measure;
  /** kWh a good part, and a year */
  energyPerPart: Measure | null;
  energy: Measure;
  /** parts a year and square metre of machine footprint; null where no footprint is given */
  outputPerArea: Measure | null;
}

interface Side {
  numbers: YearlyNumbers;
  operating: Operating;
  people: number;
  cost: number;
}

export interface MeasureInput {
  before: readonly Side[];
  after: readonly Side[];
  area: { before: number; after: number };
  estimate: MoneyInput["estimate"];
}

export function fourMeasures({ before, after, area, estimate }: MeasureInput): FourMeasures {
  const measure = (of: (side: Side, which: "before" | "after") => number): Measure => {
    const [old, now] = [before.map((s) => of(s, "before")), after.map((s) => of(s, "after"))];
    const changes = old.map((value, i) => (value > 0 ? (now[i] ?? 0) / value - 1 : Number.NaN));
    return {
      before: spread(old, estimate),
      after: spread(now, estimate),
      change: changes.every(Number.isFinite) ? spread(changes, estimate) : null,
    };
  };
  const ratio = (of: (s: Side) => number, per: (s: Side) => number): Measure | null =>
    [...before, ...after].every((s) => per(s) > 0) ? measure((s) => of(s) / per(s)) : null;
  const revenue = (s: Side): number => s.operating.revenue;
  const bad = (s: Side): number => (s.numbers.scrappedPerYear + s.numbers.escapedPerYear) * s.operating.running;
  const handled = (s: Side): number => s.operating.sold + s.numbers.scrappedPerYear * s.operating.running;
  const energy = (s: Side): number =>
    (s.numbers.energyKwhPerYear - s.numbers.standbyKwhPerYear) * s.operating.running + s.numbers.standbyKwhPerYear;
  const hasEnergy = [...before, ...after].some((s) => s.numbers.energyKwhPerYear > 0);
  return {
    output: measure(revenue),
    costPerOutput: ratio((s) => s.cost, revenue),
    cost: measure((s) => s.cost),
    labourPerOutput: ratio(
      (s) => s.people,
      (s) => revenue(s) / 1e6,
    ),
    labour: measure((s) => s.people),
    defectRate: ratio(bad, handled),
    defects: measure(bad),
    energyPerPart: hasEnergy ? ratio(energy, (s) => s.operating.goodSold) : null,
    energy: measure(energy),
    outputPerArea: area.before > 0 && area.after > 0 ? measure((s, which) => s.operating.sold / area[which]) : null,
  };
}

/** Square metres under the machines, 0 where a station gives no footprint. */
export function machineArea(line: Line): number {
  if (line.stations.some((s) => s.floor === undefined)) return 0;
  return line.stations.reduce((sum, s) => sum + s.machines * (s.floor?.width ?? 0) * (s.floor?.depth ?? 0), 0);
}

/** Wages after everybody freed has gone where they go, and heads: what a full year of the plan costs in people. */
export function settledLabour(input: MoneyInput): {
  before: number;
  after: number;
  heads: { before: number; after: number };
} {
  const old = labourOf(input.baseline);
  const staffing = staffingOf(input.baseline, input.plan);
  const stay = input.economics.labourSaving === "none" ? staffing.freedHeads : 0;
  return {
    before: old.total,
    after: old.total + settledWages(staffing, input.economics),
    heads: { before: old.headcount, after: labourOf(input.plan).headcount + stay },
  };
}

export type ConnectivityClass = "A" | "B" | "C" | "D" | "unknown";

/** What it takes to connect a machine, yuan (domain notes §1.4): open protocol, licensed or serial, tapped, not worth it. */
const connectionCost: Readonly<Record<"A" | "B" | "C", { low: number; high: number }>> = {
  A: { low: 500, high: 3_000 },
  B: { low: 5_000, high: 20_000 },
  C: { low: 1_000, high: 5_000 },
};

/** What besides money a plan needs: balance of hard and soft, readable machines, skills, IT. */
export interface Readiness {
  /** share of hardware (equipment) and of software, integration and training in the investment */
  hardShare: number | null;
  softShare: number | null;
  isHardwareHeavy: boolean;
  /** machines by connectivity class of today's line */
  machines: Record<ConnectivityClass, number>;
  /** yuan to connect all machines that can be, and the share of machines that can */
  connecting: { low: number; high: number; connectableShare: number | null };
  /** retrofits of the plan that live on machine data */
  needData: string[];
  skills: { retrofitId: string; skill: Name }[];
  /** IT running cost and development time: the only things a cloud retrofit moves */
  it: { retrofitId: string; runningCost: [number, number, number]; developmentTime: [number, number, number] }[];
  /** plan's information measures and the share of found losses somebody acts on */
  actionRates: { retrofitId: string; rate: number }[];
}

/** From this share of equipment on a plan counts as 重硬件轻软件 (hardware-heavy); an assumption. */
const heavy = 0.95;

export function readinessOf(input: MoneyInput, investment: Investment): Readiness {
  const machines: Readiness["machines"] = { A: 0, B: 0, C: 0, D: 0, unknown: 0 };
  for (const station of input.baseline.stations) machines[station.connectivity ?? "unknown"] += station.machines;
  const known = machines.A + machines.B + machines.C + machines.D;
  const cost = (end: "low" | "high"): number =>
    (["A", "B", "C"] as const).reduce((sum, k) => sum + machines[k] * connectionCost[k][end], 0);
  const total = costKinds.reduce((sum, kind) => sum + investment[kind].likely, 0);
  const ends = (range: number | { low: number; likely: number; high: number }): [number, number, number] =>
    typeof range === "number" ? [range, range, range] : [range.low, range.likely, range.high];
  return {
    hardShare: total > 0 ? investment.equipment.likely / total : null,
    softShare: total > 0 ? 1 - investment.equipment.likely / total : null,
    isHardwareHeavy: total > 0 && investment.equipment.likely / total >= heavy && investment.software.likely === 0,
    machines,
    connecting: {
      low: cost("low"),
      high: cost("high"),
      connectableShare: known > 0 ? (known - machines.D) / known : null,
    },
    needData: input.chosen.filter((c) => c.retrofit.needsData).map((c) => c.retrofit.id),
    skills: input.chosen.flatMap(({ retrofit }) =>
      retrofit.skills.map((skill) => ({ retrofitId: retrofit.id, skill })),
    ),
    it: input.chosen.flatMap(({ retrofit }) =>
      retrofit.it === undefined
        ? []
        : [
            {
              retrofitId: retrofit.id,
              runningCost: ends(retrofit.it.runningCost),
              developmentTime: ends(retrofit.it.developmentTime),
            },
          ],
    ),
    actionRates: input.chosen
      .filter(({ retrofit }) => retrofit.effects.some((effect) => effect.needsAction))
      .map(({ retrofit }) => ({ retrofitId: retrofit.id, rate: retrofit.actionRate })),
  };
}
