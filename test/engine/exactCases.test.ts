import { availableParallelism } from "node:os";
import { afterAll, describe, expect, it } from "vitest";
import { type Estimate, summarise } from "../../src/measure";
import { checkScenario, type LineInput, type Run } from "../../src/model";
import { createNodePool } from "../../workers/pool.node";
import { bundledWorker } from "../shared";

/**
 * Further exact answers, derived here: closed formulas, renewal arguments, or the stationary distribution of the line's
 * Markov chain ("ctmc": solved once by a separate program, figures to ten digits). Rule as for the oracles: within 4.5
 * standard errors or 0.4 %.
 */
interface Case {
  line: LineInput;
  run?: Partial<Run>;
  expect: Record<string, number>;
}

const exponential = (mean: number) => ({ dist: "exponential" as const, mean });

interface Series {
  times?: number[];
  capacity: number[];
  /** people a station needs from pool "crew", 0 = none */
  needs?: number[];
  crew?: Partial<NonNullable<LineInput["operators"]>[number]>;
  failures?: Partial<NonNullable<LineInput["stations"][number]["failures"]>[number]>;
  supply?: LineInput["supply"];
}

/** Stations s1, s2, … with exponential times; failures, where given, with means 3600/600, 2400/500, 3000/400. */
function series({ times = [60, 50, 40], capacity, needs, crew, failures, supply }: Series): LineInput {
  const lives = [3600, 2400, 3000];
  const repairs = [600, 500, 400];
  return {
    ...(supply === undefined ? {} : { supply }),
    operators: crew === undefined ? [] : [{ id: "crew", ...crew }],
    stations: times.map((mean, i) => ({
      id: `s${i + 1}`,
      process: {
        time: exponential(mean),
        ...(crew === undefined ? {} : { operators: { pool: "crew", count: needs?.[i] ?? 1 } }),
      },
      failures:
        failures === undefined
          ? []
          : [
              {
                id: "f",
                ...failures,
                timeToFailure: exponential(lives[i]!),
                timeToRepair: exponential(repairs[i]!),
              },
            ],
    })),
    flows: capacity.map((places, i) => ({ from: `s${i + 1}`, to: `s${i + 2}`, capacity: places })),
  };
}

const inspected = { defectRate: 0.1, inspection: { detection: 0.8, falseReject: 0.05 } };
const failing = (interrupted: "restart" | "scrap"): LineInput => ({
  stations: [
    {
      id: "s",
      process: { time: 60 },
      failures: [{ id: "f", timeToFailure: exponential(600), timeToRepair: exponential(100), interrupted }],
    },
  ],
});
const spotCycle = 60 + 0.0875 * 30;
const mixCycle = 0.3 * 40 + 0.7 * 60 + 0.21 * 150 + 0.21 * 50;

const cases: Record<string, Case> = {
  // ctmc; the one operator alternates only when blocking forces him to
  "one operator, upstream first": {
    line: series({ capacity: [1, 2], crew: { count: 1, rule: "upstreamFirst" } }),
    expect: { "line.goodPerHour": 24, "stations.s2.waitingOperator": 0.4, "stations.s2.blocked": 0.2666666667 },
  },
  "two operators, downstream first": {
    line: series({ capacity: [2, 1], crew: { count: 2, rule: "downstreamFirst" } }), // ctmc
    expect: { "line.goodPerHour": 43.25939167, "line.wip": 3.146796034, "stations.s2.waitingOperator": 0.1256840711 },
  },
  "two operators, drawn at random": {
    line: series({ capacity: [2, 1], crew: { count: 2, rule: "random" } }), // ctmc
    expect: { "line.goodPerHour": 43.42530913, "line.wip": 3.917265794, "stations.s2.waitingOperator": 0.1685787582 },
  },
  "three operators, two of them needed downstream": {
    line: series({ capacity: [2, 1], needs: [1, 2, 2], crew: { count: 3, rule: "downstreamFirst" } }), // ctmc
    expect: { "line.goodPerHour": 37.47052031, "line.wip": 3.508836228, "stations.s2.waitingOperator": 0.3741811196 },
  },
  "people leave during a repair": {
    line: series({ capacity: [2, 1], crew: { count: 2 }, failures: { clock: "operating" } }), // ctmc
    run: { hours: 500 },
    expect: { "line.goodPerHour": 34.3982917, "line.wip": 3.515081591, "stations.s2.down": 0.09953209404 },
  },
  "robots stay during a repair, calendar clocks": {
    line: series({ capacity: [2, 1], crew: { count: 2, kind: "robot" }, failures: { clock: "calendar" } }), // ctmc
    run: { hours: 500 },
    expect: { "line.goodPerHour": 29.93672221, "stations.s1.down": 1 / 7, "stations.s2.blocked": 0.09989966725 },
  },
  "operators are the repairers, drawn at random": {
    // ctmc
    line: series({
      capacity: [2, 1],
      crew: { count: 2, rule: "random" },
      failures: { clock: "calendar", repairers: { pool: "crew" } },
    }),
    run: { hours: 500 },
    expect: { "line.goodPerHour": 29.26346103, "stations.s2.down": 0.1776590069, "stations.s2.blocked": 0.1284675602 },
  },
  "blocked and starved machines fail too (calendar clock), no buffers": {
    line: series({ capacity: [0, 0], failures: { clock: "calendar" } }), // ctmc; down = 600 / 4200 whatever else
    run: { hours: 500 },
    expect: { "line.goodPerHour": 26.22889538, "line.wip": 1.974958582, "stations.s1.down": 1 / 7 },
  },
  "CONWIP 4 with calendar failures": {
    line: series({ capacity: [5, 5], supply: { kind: "conwip", level: 4 }, failures: { clock: "calendar" } }), // ctmc
    run: { hours: 500 },
    expect: { "line.goodPerHour": 32.05452866, "line.wip": 4 },
  },
  "arrivals are lost while two wait": {
    // ctmc
    line: series({
      times: [60, 50],
      capacity: [1],
      supply: { kind: "arrivals", interarrival: exponential(70), queueCapacity: 2 },
      failures: { clock: "operating" },
    }),
    run: { hours: 500 },
    expect: { "line.goodPerHour": 32.95661569, "line.wip": 2.626328775, "stations.s1.down": 0.0915461547 },
  },
  "start from empty with two operators, first 4 h": {
    line: series({ capacity: [2, 1], crew: { count: 2 } }), // ctmc by uniformisation
    run: { hours: 4, warmUpHours: 0, replications: 2000 },
    expect: { "line.goodPerHour": 43.33553337 },
  },
  "a loss system without queue: Erlang B, insensitive to the time's distribution": {
    line: {
      supply: { kind: "arrivals", interarrival: exponential(30), queueCapacity: 0 },
      stations: [{ id: "s", machines: 3, process: { time: { dist: "lognormal", mean: 60, cv: 0.8 } } }],
    },
    expect: { "line.goodPerHour": 120 * (1 - 4 / 19) }, // (8/6) / (1 + 2 + 2 + 8/6)
  },
  // renewal: availability 1 / (1 + Σ mean down / mean life); the response belongs to the time down
  "three failures of one machine": {
    line: {
      stations: [
        {
          id: "s",
          machines: 3,
          process: { time: exponential(60) },
          failures: [
            { id: "a", timeToFailure: exponential(3000), timeToRepair: exponential(400) },
            {
              id: "b",
              timeToFailure: { dist: "erlang", mean: 5000, k: 3 },
              timeToRepair: { dist: "lognormal", mean: 300, cv: 1 },
              response: { dist: "uniform", low: 0, high: 200 },
            },
            { id: "c", clock: "calendar", timeToFailure: exponential(8000), timeToRepair: exponential(900) },
          ],
        },
      ],
    },
    run: { hours: 1000 },
    expect: { "stations.s.working": 1 / (1 + 400 / 3000 + 400 / 5000 + 900 / 8000) },
  },
  // a part takes (1/θ + R)(e^{θT} − 1) where every failure starts it anew
  "a failure that restarts the cycle": {
    line: failing("restart"),
    expect: { "line.goodPerHour": 3600 / (700 * Math.expm1(0.1)) },
  },
  "a failure that scraps the part": {
    line: failing("scrap"), // an attempt succeeds with e^{−θT} and takes (1 − e^{−θT})(1/θ + R)
    expect: {
      "line.goodPerHour": (3600 * Math.exp(-0.1)) / (-700 * Math.expm1(-0.1)),
      "line.scrapShare": -Math.expm1(-0.1),
    },
  },
  // a pass: rejected 0.1·0.8 + 0.9·0.05 = 0.125, of which 0.7 come again; 0.02 escape; 0.855 good
  "imperfect inspection, part of the rejects reworked": {
    line: {
      stations: [{ id: "s", process: { time: 60 }, quality: { ...inspected, onReject: { rework: "s", share: 0.7 } } }],
    },
    expect: {
      "line.goodPerHour": 51.3,
      "line.throughputPerHour": 52.5,
      "line.scrapShare": 0.0375 / 0.9125,
      "line.escapedShare": 0.02 / 0.875,
      "line.firstPassYield": 0.855,
      "stations.s.oee": 0.855,
      "stations.s.lineOee": 0.855,
    },
  },
  "repair on the spot holds the machine": {
    line: {
      stations: [
        {
          id: "s",
          process: { time: 60 },
          quality: { ...inspected, onReject: { repair: { time: exponential(30) }, share: 0.7 } },
        },
      ],
    },
    expect: {
      "line.goodPerHour": (3600 / spotCycle) * 0.9425,
      "line.scrapShare": 0.0375,
      "line.escapedShare": 0.02 / 0.9625,
      "line.flowTimeSeconds": spotCycle,
    },
  },
  "set-ups by lot and tool changes by parts": {
    line: {
      stations: [
        {
          id: "s",
          process: { time: exponential(30) },
          load: { time: 10 },
          setup: { time: exponential(600), everyParts: 25 },
          failures: [{ id: "tool", everyParts: 40, timeToRepair: 300 }],
        },
      ],
    },
    expect: {
      "line.goodPerHour": 3600 / (40 + 600 / 25 + 300 / 40), // time per part, shared out
      "stations.s.setup": 24 / 71.5,
      "stations.s.down": 7.5 / 71.5,
    },
  },
  "set-ups where the product changes, by matrix": {
    line: {
      products: [
        { id: "a", share: 0.3 },
        { id: "b", share: 0.7 },
      ],
      sequence: { kind: "random" },
      stations: [
        {
          id: "s",
          process: { time: 60, timeByProduct: { a: 40 } },
          setup: { time: 100, onProductChange: { a: { b: 150 }, b: { a: 50 } } },
        },
      ],
    },
    expect: { "line.goodPerHour": 3600 / mixCycle, "stations.s.setup": 42 / mixCycle }, // a change each way: 0.3·0.7
  },
  // Burke: two M/M/1 at ρ = 0.6 and 160 s on the way (Little)
  "parts under way and in transit are in the line": {
    line: {
      supply: { kind: "arrivals", interarrival: exponential(100) },
      stations: [
        { id: "s1", process: { time: exponential(60) } },
        { id: "s2", process: { time: exponential(60), transit: 120 } },
      ],
      flows: [{ from: "s1", to: "s2", capacity: null, transport: { time: 40 } }],
    },
    run: { hours: 1000 },
    expect: { "line.wip": 4.6, "line.flowTimeSeconds": 460, "stations.s2.queueMean": 0.9 },
  },
  "a batch leaves one by one, its machine blocked": {
    line: {
      stations: [
        { id: "a", process: { time: 30 }, batch: { size: 3 } },
        { id: "b", process: { time: 20 } },
      ],
      flows: [{ from: "a", to: "b", capacity: 0 }],
    },
    run: { hours: 70, warmUpHours: 7, replications: 2 },
    expect: { "line.goodPerHour": (3 * 3600) / 70, "stations.a.blocked": 40 / 70 },
  },
  "hours paid, energy and a year, by hand": {
    // 15.5 planned of 16 paid hours; 48 parts an hour; 240 days
    line: {
      calendar: {
        shifts: [
          { id: "d", start: "08:00", end: "16:00", breaks: [{ start: "12:00", end: "12:30" }] },
          { id: "e", start: "16:00", end: "24:00" },
        ],
        daysPerYear: 240,
      },
      operators: [
        { id: "crew", countByShift: { d: 3, e: 1 } },
        { id: "arm", kind: "robot", count: 4 },
        { id: "paid", headcount: 3 },
      ],
      indirect: [{ id: "leaders", headcount: 2, wagePerYear: 1 }],
      stations: [
        { id: "s", process: { time: 60 }, load: { time: 15 }, power: { working: 10, idle: 2, offShift: 0.5 } },
      ],
    },
    run: { hours: 310, warmUpHours: 15.5, replications: 2 },
    expect: {
      "line.goodPerYear": 48 * 15.5 * 240,
      "line.labourHoursPerGoodPart": (32 / 15.5 + (5 * 2250) / (15.5 * 240)) / 48,
      "line.energyKwhPerGoodPart": (8 + 0.4 + (0.5 * (8760 - 3720)) / 3720) / 48,
      "stations.s.offShift": 1 - 3720 / 8760,
    },
  },
};

function pick(value: unknown, path: string): Estimate {
  return path.split(".").reduce<unknown>((v, key) => (v as Record<string, unknown>)[key], value) as Estimate;
}

describe.skipIf(bundledWorker === null)("further exact answers", () => {
  const pool = createNodePool(Math.min(8, availableParallelism()), bundledWorker!);
  afterAll(() => pool.dispose());

  it.each(Object.keys(cases))("%s", async (name) => {
    const { line, run, expect: exact } = cases[name]!;
    const parsed = checkScenario(
      { schemaVersion: 1, line, run: { hours: 250, warmUpHours: 20, replications: 30, seed: 3, ...run } },
      { retrofits: [], policies: [] },
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const result = summarise(await pool.simulate(parsed.value.line, parsed.value.run));
    for (const [path, value] of Object.entries(exact)) {
      const { mean, sd } = pick(result, path);
      const error = Math.abs(mean - value);
      const within = error <= 4.5 * (sd / Math.sqrt(result.replications)) || error <= 0.004 * Math.abs(value);
      expect(within, `${path}: ${mean} instead of ${value}`).toBe(true);
    }
  });
});
