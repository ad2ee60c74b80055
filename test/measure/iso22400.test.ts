import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine";
import { iso22400, type IsoKpi, kpis, summarise } from "../../src/measure";
import { always, counters, lineOf } from "./handMade";

/** Two machines, ten hours each: 12 h working (1 h of it review), 2 set-up, 1 loading, 2 down, 1 blocked, ½ people, 1½ starved. */
const lathe = {
  id: "lathe",
  machines: 2,
  working: 12 * 3600,
  workingReview: 3600,
  setup: 2 * 3600,
  waitingSetter: 1800,
  loading: 3600,
  down: 2 * 3600,
  blocked: 3600,
  waitingOperator: 1800,
  starved: 5400,
  failures: 4,
  processed: 330,
  bad: 33,
  reworked: 12,
  queueMost: 5,
  queueFull: 9000,
};
const mill = { id: "mill", working: 5 * 3600, starved: 5 * 3600, processed: 300 };
const line = lineOf({
  operators: [
    { id: "crew", count: 2 },
    { id: "robot", kind: "robot" },
  ],
  stations: [
    { id: "lathe", machines: 2, process: { time: always(108) }, power: { working: 5, idle: 1 } },
    { id: "mill", process: { time: always(60) } },
  ],
  flows: [{ from: "lathe", to: "mill", capacity: 5 }],
});
const shift = counters({
  good: 270,
  escaped: 10,
  scrapped: 20,
  firstPass: 240,
  wipArea: 4 * 36_000,
  stations: [lathe, { ...mill, queueFull: 9000 }],
  pools: [
    { id: "crew", busyArea: 27_000, capacityArea: 72_000, waitingArea: 0 },
    { id: "robot", busyArea: 36_000, capacityArea: 36_000, waitingArea: 0 },
  ],
});

describe("ISO 22400-2 from counters made by hand", () => {
  const result = kpis(line, shift);
  const station = result.iso22400.stations.lathe!;

  it("a station", () => {
    const expected: Record<keyof typeof station, number> = {
      allocationEfficiency: 18.5 / 20,
      utilisationEfficiency: 12 / 18.5,
      availability: 12 / 20,
      effectiveness: (108 * 330) / (12 * 3600),
      qualityRatio: 297 / 330,
      oee: (108 * 297) / 72_000,
      nee: ((13.5 / 20) * (108 * 330) * (297 / 330)) / (12 * 3600),
      setupRatio: 1.5 / 13.5,
      technicalEfficiency: 12 / (12 + 2 + 1 + 0.5 + 0.5),
      equipmentLoadRatio: (108 * 330) / 72_000,
      mtbf: (13.5 * 3600) / 4,
      mttf: (18 * 3600) / 4,
      mttr: 1800,
    };
    expect(Object.keys(station).sort()).toEqual(Object.keys(expected).sort());
    for (const [id, value] of Object.entries(expected))
      expect(station[id as keyof typeof station], id).toBeCloseTo(value, 10);
  });

  it("the line", () => {
    const of = result.iso22400.line;
    const expected: Record<keyof typeof of, number> = {
      workerEfficiency: 27 / 72,
      allocationRatio: (23.5 * 3600) / 144_000,
      throughputRate: 30,
      allocationEfficiency: 23.5 / 30,
      utilisationEfficiency: 17 / 23.5,
      availability: 17 / 30,
      qualityRatio: 270 / 300,
      setupRatio: 1.5 / 18.5,
      technicalEfficiency: 17 / 21,
      productionProcessRatio: (17 * 3600) / 144_000,
      firstPassYield: 240 / 300,
      scrapRatio: 20 / 300,
      reworkRatio: 12 / 300,
      fallOffRatio: 20 / 330,
      // 5 kW for 12 machine-hours, 1 kW for 8
      comprehensiveEnergyConsumption: 68 / 300,
      inventoryTurns: (28 * 8760) / 4,
    };
    expect(Object.keys(of).sort()).toEqual(Object.keys(expected).sort());
    for (const [id, value] of Object.entries(expected)) expect(of[id as keyof typeof of], id).toBeCloseTo(value, 10);
  });

  it("queues, rework and stops", () => {
    expect(result.stations.lathe).toMatchObject({ queueMost: 5, failuresPer100Hours: 40, reworked: 1.2 });
    expect(result.queueFull).toEqual({ lathe: 0.25, mill: 0.25 });
  });

  it("OEE = availability × effectiveness × quality ratio; NEE and load ratio follow; the older figure agrees", () => {
    const { oee, nee, availability, effectiveness, qualityRatio, setupRatio, equipmentLoadRatio } = station;
    expect(oee).toBeCloseTo(availability! * effectiveness! * qualityRatio!, 12);
    expect(oee).toBeCloseTo(result.stations.lathe!.oee, 12);
    expect(nee! * (1 - setupRatio!)).toBeCloseTo(oee!, 12);
    expect(equipmentLoadRatio).toBeCloseTo(availability! * effectiveness!, 12);
    expect(availability).toBeCloseTo(station.allocationEfficiency! * station.utilisationEfficiency!, 12);
    // up time over all time: mean time to failure against mean time to restoration
    expect(station.mttf! / (station.mttf! + station.mttr!)).toBeCloseTo(1 - result.stations.lathe!.down, 12);
  });

  it("what has nothing to divide by is null, never 0 and never NaN", () => {
    const idle = kpis(line, counters({ stations: [{ id: "lathe", machines: 2, starved: 72_000 }, { id: "mill" }] }));
    expect(idle.iso22400.stations.lathe).toEqual({
      allocationEfficiency: 0,
      utilisationEfficiency: null,
      availability: 0,
      effectiveness: null,
      qualityRatio: null,
      oee: 0,
      nee: null,
      setupRatio: null,
      technicalEfficiency: null,
      equipmentLoadRatio: 0,
      mtbf: null,
      mttf: null,
      mttr: null,
    });
    const { throughputRate, allocationEfficiency, availability, ...others } = idle.iso22400.line;
    expect([throughputRate, allocationEfficiency, availability]).toEqual([0, 0, 0]);
    for (const [id, value] of Object.entries(others)) expect(value, id).toBeNull();
    expect(idle.queueFull).toEqual({ lathe: null, mill: null });
  });

  it("over replications it says how many had the figure, and gives the interval of those", () => {
    const quiet = { ...shift, stations: shift.stations.map((s) => ({ ...s, down: 0, failures: 0 })) };
    const { stations } = summarise([result, kpis(line, quiet), result]).iso22400;
    expect(stations.lathe!.mttr).toEqual({ mean: 1800, ci95: [1800, 1800], sd: 0, replications: 2 });
    expect(stations.mill!.mttr).toEqual({ mean: null, ci95: null, sd: null, replications: 0 });
    expect(stations.lathe!.availability.replications).toBe(3);
  });

  it("a line of batches, assembly or ovens has no share of an order's time", () => {
    const batches = lineOf({
      stations: [{ id: "lathe", process: { time: always(60) }, batch: { size: 4 } }],
    });
    const of = kpis(batches, counters({ wipArea: 36_000, stations: [{ ...mill, id: "lathe" }] })).iso22400.line;
    expect([of.allocationRatio, of.productionProcessRatio]).toEqual([null, null]);
    expect(of.availability).toBe(0.5);
  });

  it("the table names each KPI once, with its place in the standard and a formula", () => {
    const entries = Object.values(iso22400) as IsoKpi[];
    expect(new Set(entries.map((k) => k.number)).size).toBe(entries.length);
    for (const kpi of entries) {
      expect(kpi.number).toBeLessThanOrEqual(34);
      expect(kpi.formula).not.toBe("");
      expect(kpi.station ?? kpi.line).not.toBeNull();
      if (kpi.basis === "reading") expect(kpi.note).toBeTypeOf("string");
    }
  });
});

describe("ISO 22400-2 of a line without chance", () => {
  it("stops after 3610 s of work, 390 s of repair, nine times in ten hours", () => {
    const failing = lineOf({
      stations: [
        {
          id: "press",
          process: { time: always(50) },
          failures: [{ id: "die", timeToFailure: always(3610), timeToRepair: always(390) }],
        },
      ],
    });
    const run = { hours: 10, warmUpHours: 0, seed: 1, replications: 1 };
    const { iso22400: of, line: figures } = kpis(failing, simulate(failing, run, 0, 1)[0]!);
    const press = of.stations.press!;
    expect([press.mtbf, press.mttf, press.mttr]).toEqual([3610, 3610, 390]);
    expect(press.availability).toBeCloseTo(32_490 / 36_000, 12);
    expect(press.effectiveness).toBeCloseTo((50 * 649) / 32_490, 12);
    expect(press.qualityRatio).toBe(1);
    expect(press.technicalEfficiency).toBeCloseTo(press.availability!, 12);
    expect(of.line.throughputRate).toBeCloseTo(figures.throughputPerHour, 12);
  });

  it("a part is worked on all its time where nothing waits, and three quarters before a slower station", () => {
    const run = { hours: 2, warmUpHours: 1, seed: 1, replications: 1 };
    const two = (first: number, second: number) => {
      const of = lineOf({
        stations: [
          { id: "a", process: { time: always(first) } },
          { id: "b", process: { time: always(second) } },
        ],
        flows: [{ from: "a", to: "b", capacity: 0 }],
      });
      return kpis(of, simulate(of, run, 0, 1)[0]!).iso22400;
    };
    expect(two(60, 30).line.productionProcessRatio).toBeCloseTo(1, 12);
    expect(two(60, 30).stations.b).toMatchObject({ availability: 0.5, utilisationEfficiency: 1, oee: 0.5 });
    // 30 s on a, 30 s blocked there, 60 s on b
    const blocked = two(30, 60);
    expect(blocked.line.productionProcessRatio).toBeCloseTo(0.75, 12);
    expect(blocked.line.allocationRatio).toBeCloseTo(1, 12);
    expect(blocked.stations.a).toMatchObject({ allocationEfficiency: 1, utilisationEfficiency: 0.5 });
  });
});
