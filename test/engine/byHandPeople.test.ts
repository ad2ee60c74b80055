import { describe, expect, it } from "vitest";
import type { LineInput } from "../../src/model";
import { at, days, HOUR, measure, station } from "./byHand";

/** As byHand.test.ts: constant times, every figure followed with a pencil. */
const noFlows = { flows: [] };

describe("people and set-ups, followed by hand", () => {
  it("an operator who is done goes to whoever has waited longest", () => {
    const operators = { pool: "crew" };
    const stations = ["a", "b"].map((id) => ({ id, process: { time: 10, operators } }));
    const c = measure({ operators: [{ id: "crew", count: 1 }], stations, ...noFlows }, 200);
    expect(c.stations.map((s) => [s.processed, s.working])).toEqual([
      [10, 100],
      [10, 100],
    ]);
  });

  it("people leave during a repair and are asked for again, unless the failure keeps them", () => {
    // a fails at 60 of its 100 s, is up at 160 and done at 200; b has the operator from 60 to 160
    const line = (keep: "release" | "keep", kind: "person" | "robot" = "person"): LineInput => ({
      operators: [{ id: "crew", count: 1, kind }],
      stations: [
        {
          id: "a",
          process: { time: 100, operators: { pool: "crew" } },
          failures: [{ id: "f", timeToFailure: 60, timeToRepair: 100, operators: keep }],
        },
        { id: "b", process: { time: 10, operators: { pool: "crew" } } },
      ],
      ...noFlows,
    });
    const released = measure(line("release"), 200);
    expect(station(released, "a")).toMatchObject({ processed: 1, working: 100, down: 100 });
    expect(station(released, "b")).toMatchObject({ processed: 10, working: 100, waitingOperator: 100 });
    const waiting = { processed: 0, waitingOperator: 200 };
    expect(station(measure(line("keep"), 200), "b")).toMatchObject(waiting);
    expect(station(measure(line("release", "robot"), 200), "b")).toMatchObject(waiting); // robots stay
  });

  it("one repairer: the second machine waits for the first, and so again the next time", () => {
    // both fail at 100: repaired 100–120 and 120–140; then at 220 and 240, one after the other without waiting
    const c = measure(
      {
        operators: [{ id: "fitter", count: 1 }],
        stations: [
          {
            ...at("a", 10),
            machines: 2,
            failures: [
              { id: "f", clock: "planned", timeToFailure: 100, timeToRepair: 20, repairers: { pool: "fitter" } },
            ],
          },
        ],
      },
      260,
    );
    expect(c.stations[0]).toMatchObject({ down: 20 + 40 + 20 + 20, waitingRepairer: 20, failures: 4 });
  });

  it("the rule of a pool decides who is served first", () => {
    const good = (rule: "downstreamFirst" | "upstreamFirst") =>
      measure(
        {
          operators: [{ id: "crew", count: 1, rule }],
          stations: ["a", "b"].map((id) => ({ id, process: { time: 10, operators: { pool: "crew" } } })),
        },
        200,
      ).good;
    expect(good("downstreamFirst")).toBe(10); // a and b in turn
    expect(good("upstreamFirst")).toBe(0); // a always has a next part
  });

  it("an operator does not wait with the part on a blocked machine", () => {
    // a: 0–10, 20–30 (c 10–20), waits for b until 40; from then on every 30 s: a 10 s, c 20 s while a is blocked
    const operators = { pool: "crew" };
    const c = measure(
      {
        operators: [{ id: "crew", count: 1 }],
        stations: [
          { id: "a", process: { time: 10, operators } },
          at("b", 30),
          { id: "c", process: { time: 10, operators } },
        ],
        flows: [{ from: "a", to: "b", capacity: 0 }],
      },
      100,
    );
    expect(station(c, "a")).toMatchObject({ working: 40, blocked: 50, waitingOperator: 10 });
    expect(station(c, "c")).toMatchObject({ working: 60, processed: 6 });
  });

  it("nobody overtakes the first in line, even with a smaller need", () => {
    // x 0–10; y needs both: 10–20; then z and x 20–35 and 20–30, x waits behind y: 35–45; and so on every 25 s
    const need = { x: [1, 10], y: [2, 10], z: [1, 15] };
    const c = measure(
      {
        operators: [{ id: "crew", count: 2 }],
        stations: Object.entries(need).map(([id, [count, time]]) => ({
          id,
          process: { time: time!, operators: { pool: "crew", count: count! } },
        })),
        ...noFlows,
      },
      95,
    );
    expect(c.stations.map((s) => s.processed)).toEqual([4, 4, 3]);
  });

  it("each shift has its own number of people", () => {
    const c = measure(
      {
        calendar: { shifts: [...days.shifts, { ...days.shifts[0]!, id: "e", start: "16:00", end: "24:00" }] },
        operators: [{ id: "crew", count: 2, countByShift: { d: 2, e: 1 } }],
        stations: [{ id: "a", machines: 2, process: { time: 10, operators: { pool: "crew" } } }],
      },
      16 * HOUR,
    );
    expect(c.good).toBe((16 + 8) * 360);
    expect(c.pools[0]!.capacityArea).toBe(24 * HOUR);
  });

  it("who is at work when a larger shift ends finishes, and is on duty until then", () => {
    // parts of 7 s: at 16:00 both are 2 s into one, for 5 s two are at work where one is on duty
    const c = measure(
      {
        calendar: { shifts: [...days.shifts, { ...days.shifts[0]!, id: "e", start: "16:00", end: "24:00" }] },
        operators: [{ id: "crew", count: 2, countByShift: { d: 2, e: 1 } }],
        stations: [{ id: "a", machines: 2, process: { time: 7, operators: { pool: "crew" } } }],
      },
      16 * HOUR,
    );
    expect(c.pools[0]).toMatchObject({ capacityArea: 24 * HOUR + 5, busyArea: 24 * HOUR + 5 });
    expect(c.pools[0]!.waitingArea).toBe(8 * HOUR - 5);
  });

  it("set-ups: each machine has its own lot, whole after each set-up", () => {
    // each of the two: three parts in 30 s, 50 s of set-up, three times in 240 s
    const setup = { time: 50, everyParts: 3, first: "full" as const };
    const c = measure({ stations: [{ ...at("a", 10), machines: 2, setup }] }, 240);
    expect(c.stations[0]).toMatchObject({ working: 180, setup: 300, processed: 18 });
  });

  it("the first parts after a set-up are scrap", () => {
    // 0–50 five good; set-up; 100–150 two scrap, three good; set-up; 200–250 again
    const setup = { time: 50, everyParts: 5, first: "full" as const, scrapParts: 2 };
    const c = measure({ stations: [{ ...at("a", 10), setup }] }, 250);
    expect(c).toMatchObject({ good: 11, scrapped: 4 });
  });

  it("a set-up between products takes what the matrix says from the old one to the new one", () => {
    // a 0–10, set-up to b 10–40, b 40–50, set-up to a 50–120, a 120–130
    const line: LineInput = {
      products: ["a", "b"].map((id) => ({ id, share: 0.5 })),
      sequence: { kind: "lots", lot: 1 },
      stations: [{ ...at("s", 10), setup: { time: 1, onProductChange: { a: { b: 30 }, b: { a: 70 } } } }],
    };
    expect(measure(line, 50).stations[0]).toMatchObject({ processed: 2, setup: 30 });
    expect(measure(line, 130).stations[0]).toMatchObject({ processed: 3, setup: 100 });
  });
});

describe("failures, followed by hand", () => {
  type Failures = NonNullable<LineInput["stations"][number]["failures"]>;
  const failing = (failures: Failures, seconds: number, process = 10, load = 0) =>
    measure(
      { stations: [{ id: "a", process: { time: process }, ...(load > 0 ? { load: { time: load } } : {}), failures }] },
      seconds,
    ).stations[0]!;

  it("a life is the time to failure: 100 s up, 20 s down", () => {
    const f = { id: "f", timeToFailure: 100, timeToRepair: 20 };
    for (const clock of ["operating", "planned", "calendar"] as const)
      expect(failing([{ ...f, clock }], 360), clock).toMatchObject({ working: 300, down: 60, failures: 3 });
  });

  it("two failures of one machine keep their own clocks", () => {
    // operating ages 70 y, 100 x, 140 y, 200 x, 210 y, 280 y
    const c = failing(
      [
        { id: "x", timeToFailure: 100, timeToRepair: 10 },
        { id: "y", timeToFailure: 70, timeToRepair: 10 },
      ],
      350,
    );
    expect(c).toMatchObject({ working: 290, down: 60, failures: 6 });
  });

  it("one that falls due during a repair waits for its end; a calendar clock stands meanwhile", () => {
    const x = { id: "x", clock: "planned" as const, timeToFailure: 100, timeToRepair: 60 };
    const y = { id: "y", timeToFailure: 120, timeToRepair: 10 };
    // x 100–160, y (due at 120) 160–170, x 260–320, y (due at 290) 320–330
    expect(failing([x, { ...y, clock: "planned" }], 330)).toMatchObject({ down: 140, failures: 4 });
    // x 100–160, y with 20 s left 180–190, x 260–320, y not before 370
    expect(failing([x, { ...y, clock: "calendar" }], 330)).toMatchObject({ down: 130, failures: 3 });
  });

  it("an operating clock stands while the machine is loaded", () => {
    // ten parts of 10 + 10 s, the eleventh is loaded at 210 and down until 260, the twentieth done at 450
    const c = failing([{ id: "f", timeToFailure: 100, timeToRepair: 50 }], 450, 10, 10);
    expect(c).toMatchObject({ processed: 20, working: 200, loading: 200, down: 50 });
  });

  it("interrupted work goes on where it stopped, or starts again where the failure says so", () => {
    // down at the ages 60, 120, 180 for 40 s each: parts done at 140 and 320
    const resumed = failing([{ id: "f", timeToFailure: 60, timeToRepair: 40 }], 320, 100);
    expect(resumed).toMatchObject({ processed: 2, working: 200, down: 120 });
    // the second part has had 50 s when the machine fails at 150
    const again = failing([{ id: "f", timeToFailure: 150, timeToRepair: 40, interrupted: "restart" }], 290, 100);
    expect(again).toMatchObject({ processed: 2, working: 250, down: 40 });
  });

  it("the response belongs to the time down", () => {
    const c = failing([{ id: "f", clock: "planned", timeToFailure: 100, timeToRepair: 20, response: 30 }], 250);
    expect(c).toMatchObject({ working: 200, down: 50, waitingResponse: 30 });
  });

  it("a planned clock stands at night", () => {
    // strikes after 10 planned hours, in the second shift
    const failures = [{ id: "f", clock: "planned" as const, timeToFailure: 10 * HOUR, timeToRepair: HOUR }];
    const c = measure({ calendar: days, stations: [{ ...at("a", 10), failures }] }, 12 * HOUR);
    expect(c.stations[0]).toMatchObject({ working: 11 * HOUR, down: HOUR, failures: 1 });
  });

  it("a repair that people attend waits for the morning, one that nobody attends goes on", () => {
    // down at 15:00 for two hours
    const f = { id: "f", clock: "planned" as const, timeToFailure: 7 * HOUR, timeToRepair: 2 * HOUR };
    const ten = (failure: Failures[number]) =>
      measure(
        {
          calendar: days,
          operators: [{ id: "fitter", count: 1 }],
          stations: [{ ...at("a", 10), failures: [failure] }],
        },
        10 * HOUR,
      ).stations[0]!;
    expect(ten({ ...f, repairers: { pool: "fitter" } })).toMatchObject({ working: 8 * HOUR, down: 2 * HOUR });
    expect(ten(f)).toMatchObject({ working: 9 * HOUR, down: HOUR });
  });
});
