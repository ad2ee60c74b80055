import { distributionMean, scaleDistribution, type Failure, type Fit, type Line, type Station } from "../../model";
import { assumed, leastPace, nearness, triangleOfError } from "./defaults";
import { say, type UncertainTextKey } from "./texts";
import type { Spread, StationQuantity, UncertainInput } from "./types";

type StationTarget = Extract<UncertainInput["target"], { aspect: "station" }>;

interface Candidate {
  target: StationTarget;
  /** seconds of a part it stands for, and the pool that is busy as long */
  seconds: number;
  pool: string | null;
  people: number;
}

const measures: Readonly<Record<StationQuantity, UncertainTextKey>> = {
  process: "uncertain.measure.stopwatch",
  load: "uncertain.measure.stopwatch",
  setup: "uncertain.measure.filmSetups",
  stops: "uncertain.measure.tally",
};

/**
 * What of the stations is worth doubting, the most important first. Importance, without a run: the share by which the
 * quantity's spread moves the seconds a part needs of a resource (station ÷ machines, pool ÷ people), times the fourth
 * power of how near that resource is to the busiest one, as what is far from the bottleneck does not matter; the greater
 * of today's line and the plan's, as the bottleneck may move. Every part is taken to visit every station. A quantity fitted from
 * a sample of n is as wide as its standard error, `cv / √n`.
 */
export function stationInputs(today: Line, plan: Line, fits: readonly Fit[]): UncertainInput[] {
  const moves = [today, plan].map(importanceIn);
  return today.stations
    .flatMap((station) => candidatesOf(station, today))
    .map(({ target }) => {
      const { spread, isMeasured } = spreadOf(target, fits);
      const input = inputOf(target, spread, isMeasured);
      const width = spread.dist === "chance" ? 0 : (spread.high - spread.low) / 2;
      return { input, importance: width * Math.max(...moves.map((of) => of.get(input.id) ?? 0)) };
    })
    .filter((each) => each.importance >= leastPace)
    .sort((a, b) => b.importance - a.importance || (a.input.id < b.input.id ? -1 : 1))
    .map(({ input }) => input);
}

/** By input id: the share by which the pace moves, roughly, when the quantity doubles. */
function importanceIn(line: Line): Map<string, number> {
  const uses = line.stations.flatMap((station) =>
    candidatesOf(station, line).map((c) => ({
      id: idOf(c.target),
      on: [
        { key: `station ${c.target.station}`, seconds: c.seconds / station.machines },
        ...(c.pool === null
          ? []
          : [{ key: `pool ${c.pool}`, seconds: (c.seconds * c.people) / postsOf(line, c.pool) }]),
      ],
    })),
  );
  const load = new Map<string, number>();
  for (const { key, seconds } of uses.flatMap((use) => use.on)) load.set(key, (load.get(key) ?? 0) + seconds);
  const busiest = Math.max(...load.values());
  const share = ({ key, seconds }: { key: string; seconds: number }): number =>
    (seconds / busiest) * ((load.get(key) ?? 0) / busiest) ** nearness;
  return new Map(uses.map(({ id, on }) => [id, busiest > 0 ? Math.max(...on.map(share)) : 0]));
}

const idOf = ({ station, quantity, failure }: StationTarget): string =>
  `station:${station}:${quantity}${failure === undefined ? "" : `:${failure}`}`;

const postsOf = (line: Line, id: string): number => Math.max(1, line.operators.find((o) => o.id === id)?.count ?? 1);

function candidatesOf(station: Station, line: Line): Candidate[] {
  const of = (quantity: StationQuantity, failure?: string): StationTarget => ({
    aspect: "station",
    station: station.id,
    quantity,
    ...(failure === undefined ? {} : { failure }),
  });
  const perPart = 1 / (station.batch?.size ?? 1);
  const process = distributionMean(station.process.time) * perPart;
  const hands = station.process.operators;
  const list: Candidate[] = [
    { target: of("process"), seconds: process, pool: hands?.pool ?? null, people: hands?.count ?? 0 },
  ];
  const { load, setup } = station;
  if (load !== undefined)
    list.push({
      target: of("load"),
      seconds: distributionMean(load.time) * perPart,
      pool: load.operators?.pool ?? null,
      people: load.operators?.count ?? 0,
    });
  const lot = setup?.everyParts ?? line.sequence?.lot;
  if (setup !== undefined && lot !== undefined)
    list.push({
      target: of("setup"),
      seconds: distributionMean(setup.time) / lot,
      pool: setup.operators?.pool ?? null,
      people: setup.operators?.count ?? 0,
    });
  for (const failure of station.failures)
    list.push({
      target: of("stops", failure.id),
      seconds: stopSeconds(failure, process),
      pool: failure.repairers?.pool ?? null,
      people: failure.repairers?.count ?? 0,
    });
  return list.filter((c) => c.seconds > 0);
}

/** Repair a part, seconds; other clocks than the operating one are taken as if it were that. */
function stopSeconds(failure: Failure, process: number): number {
  const repair = distributionMean(failure.timeToRepair);
  if (failure.timeToFailure !== undefined) return (repair * process) / distributionMean(failure.timeToFailure);
  return failure.everyParts === undefined ? 0 : repair / distributionMean(failure.everyParts);
}

function spreadOf(target: StationTarget, fits: readonly Fit[]): { spread: Spread; isMeasured: boolean } {
  const fit = fits.find((f) => f.quantity === "processTime" && f.station === target.station);
  if (target.quantity === "process" && fit?.deciles !== undefined) {
    const [tenth = 0, median = 0, ninetieth = 0] = [fit.deciles[1], fit.deciles[5], fit.deciles[9]];
    // of a normal sample P90 − P10 is 2.563 standard deviations
    const cv = median > 0 ? (ninetieth - tenth) / 2.563 / median : 0;
    const half = Math.min(0.5, (triangleOfError * cv) / Math.sqrt(fit.sampleSize));
    return { spread: { dist: "triangular", low: 1 - half, likely: 1, high: 1 + half }, isMeasured: true };
  }
  const [low, high] = assumed[target.quantity];
  return { spread: { dist: "triangular", low, likely: 1, high }, isMeasured: false };
}

function inputOf(target: StationTarget, spread: Spread, isMeasured: boolean): UncertainInput {
  const { station, quantity, failure } = target;
  const params = failure === undefined ? { station } : { station, failure };
  return {
    id: idOf(target),
    target,
    kind: "physics",
    unit: "factor",
    spread,
    origin: isMeasured ? "measured" : "assumed",
    name: say(`uncertain.input.${quantity}`, params),
    measure: say(measures[quantity], params),
  };
}

/** The line with one quantity of one station at `factor` of what the file says. */
export function withStation(line: Line, target: StationTarget, factor: number): Line {
  return {
    ...line,
    stations: line.stations.map((s) => (s.id === target.station ? scaled(s, target, factor) : s)),
  };
}

function scaled(station: Station, { quantity, failure }: StationTarget, factor: number): Station {
  const { process, load, setup } = station;
  const times = process.timeByProduct;
  if (quantity === "process")
    return {
      ...station,
      process: {
        ...process,
        time: scaleDistribution(process.time, factor),
        ...(times === undefined
          ? {}
          : {
              timeByProduct: Object.fromEntries(
                Object.entries(times).map(([id, time]) => [id, scaleDistribution(time, factor)]),
              ),
            }),
      },
    };
  if (quantity === "load" && load !== undefined)
    return { ...station, load: { ...load, time: scaleDistribution(load.time, factor) } };
  if (quantity === "setup" && setup !== undefined)
    return { ...station, setup: { ...setup, time: scaleDistribution(setup.time, factor) } };
  return {
    ...station,
    failures: station.failures.map((f) => (f.id === failure && quantity === "stops" ? rarer(f, factor) : f)),
  };
}

const rarer = (failure: Failure, factor: number): Failure => ({
  ...failure,
  ...(failure.timeToFailure === undefined ? {} : { timeToFailure: scaleDistribution(failure.timeToFailure, factor) }),
  ...(failure.everyParts === undefined ? {} : { everyParts: scaleDistribution(failure.everyParts, factor) }),
});
