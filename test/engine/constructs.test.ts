import { describe, expect, it } from "vitest";
import { simulate, unsupported, watch } from "../../src/engine";
import type { RunCounters } from "../../src/measure";
import type { LineInput } from "../../src/model";
import { Place, TraceCursor } from "../../src/trace";
import { lineOf } from "./anyLine";

const HOUR = 3600;
const measure = (input: LineInput, hours: number, warmUpHours = 10): RunCounters =>
  simulate(lineOf(input), { hours, warmUpHours, replications: 1, seed: 3 }, 0, 1)[0]!;
const perHour = (c: RunCounters) => (c.good * HOUR) / c.plannedSeconds;
const fast = (id: string) => ({ id, process: { time: 1 } });

describe("vehicles", () => {
  const withVehicle = (
    vehicle: Partial<NonNullable<LineInput["transporters"]>[number]>,
    transport: NonNullable<NonNullable<LineInput["flows"]>[number]["transport"]> = { time: 50 },
  ): LineInput => ({
    transporters: [{ id: "agv", count: 1, speed: 1, loadTime: 10, ...vehicle }],
    stations: [fast("a"), fast("b")],
    flows: [{ from: "a", to: "b", capacity: 100, transport: { transporter: "agv", ...transport } }],
  });

  it("loading, the way and the empty return set the pace: one trip of 10 + 50 + 50 s", () => {
    const c = measure(withVehicle({}), 110);
    expect(c.good).toBe((110 * HOUR) / 110);
    const [agv] = c.transporters;
    expect(agv!.loaded / c.plannedSeconds).toBeCloseTo(60 / 110, 3);
    expect(agv!.empty / c.plannedSeconds).toBeCloseTo(50 / 110, 3);
    expect(agv!.trips).toBeCloseTo(c.good, -1);
  });

  it("two vehicles carry twice as much, a lot of five five times as much", () => {
    expect(measure(withVehicle({ count: 2 }), 110).good).toBe(2 * HOUR);
    expect(measure(withVehicle({}, { time: 50, lot: 5 }), 110).good / 5).toBeCloseTo(HOUR, -1);
  });

  it("a distance is driven at the vehicle's speed", () => {
    const c = measure(withVehicle({ speed: 2 }, { distance: 80 }), 100);
    expect(perHour(c)).toBeCloseTo(HOUR / (10 + 40 + 40), 1);
  });

  it("charging: 300 s after every 1 000 s of driving, ten trips", () => {
    const c = measure(withVehicle({ charge: { every: 1000, time: 300 } }), 140);
    expect(perHour(c)).toBeCloseTo((10 * HOUR) / (1100 + 300), 1);
    expect(c.transporters[0]!.charging / c.plannedSeconds).toBeCloseTo(300 / 1400, 2);
  });

  it("breakdowns: 200 s of repair after every 1 000 s of driving", () => {
    const c = measure(withVehicle({ failures: [{ id: "drive", timeToFailure: 1000, timeToRepair: 200 }] }), 130);
    expect(perHour(c)).toBeCloseTo((10 * HOUR) / (1100 + 200), 1);
    expect(c.transporters[0]!.down / c.plannedSeconds).toBeCloseTo(200 / 1300, 2);
  });

  it("one vehicle for two ways drives empty between them as far as they are apart", () => {
    // a at 0 m, b at 30 m; c at 60 m, d at 90 m: loaded 30 s each, empty 30 s from b to c and 90 s from d back to a
    const c = measure(
      {
        transporters: [{ id: "fork", count: 1, speed: 1 }],
        stations: ["a", "b", "c", "d"].map((id, i) => ({ ...fast(id), position: { x: 30 * i, y: 0 } })),
        flows: [
          { from: "a", to: "b", capacity: 50, transport: { distance: 30, transporter: "fork" } },
          { from: "c", to: "d", capacity: 50, transport: { distance: 30, transporter: "fork" } },
        ],
      },
      180,
    );
    expect(perHour(c)).toBeCloseTo((2 * HOUR) / 180, 1);
  });

  it("keeps parts and repeats itself when everything about it is random", () => {
    const input = withVehicle(
      {
        count: 2,
        loadTime: { dist: "uniform", low: 5, high: 20 },
        charge: { every: { dist: "exponential", mean: 900 }, time: { dist: "lognormal", mean: 200, cv: 0.3 } },
        failures: [
          {
            id: "drive",
            timeToFailure: { dist: "exponential", mean: 2000 },
            timeToRepair: { dist: "exponential", mean: 300 },
          },
        ],
      },
      { time: { dist: "gamma", mean: 50, cv: 0.5 }, lot: 3 },
    );
    const c = measure(input, 200);
    expect(c.inProcessAtStart + c.entered).toBe(c.good + c.inProcess);
    expect(measure(input, 200)).toEqual(c);
    const { empty, loaded, charging } = c.transporters[0]!;
    expect(empty + loaded + charging).toBeLessThanOrEqual(2 * c.plannedSeconds + 1e-6);
  });
});

describe("conveyors", () => {
  const belt = (slow: number): LineInput => ({
    stations: [
      { id: "a", process: { time: 1 } },
      { id: "b", process: { time: slow } },
    ],
    flows: [{ from: "a", to: "b", conveyor: { length: 10, speed: 0.5, spacing: 1 } }],
  });

  it("takes a part every spacing/speed and carries it for length/speed", () => {
    const c = measure(belt(1), 10);
    expect(perHour(c)).toBeCloseTo(HOUR / 2, 0);
    // on the machine for its cycle and the rest of the 2 s until the belt takes it, 20 s on the belt, 1 s behind it
    expect(c.flowTimeSum / c.flowCount).toBeCloseTo(2 + 20 + 1, 6);
  });

  it("fills up to its places when what follows is slower", () => {
    const c = measure(belt(5), 10);
    expect(perHour(c)).toBeCloseTo(HOUR / 5, 1);
    // ten on the belt, one on each machine; between the taking of one and the arrival at the free entry none is missing
    expect(c.wipArea / c.plannedSeconds).toBeCloseTo(12, 6);
  });
});

describe("shelf life", () => {
  const hot = (shelfLife: number | undefined): LineInput => ({
    stations: [
      { id: "heater", process: { time: 10 } },
      {
        id: "press",
        process: { time: 9 },
        failures: [{ id: "die", clock: "operating" as const, timeToFailure: 1800, timeToRepair: 1200 }],
      },
    ],
    flows: [{ from: "heater", to: "press", capacity: 6, ...(shelfLife === undefined ? {} : { shelfLife }) }],
  });

  it("parts that waited too long are scrap, and nobody works on one that has", () => {
    const c = measure(hot(60), 100);
    // 6 in the buffer go bad a minute after the press stops, and what follows them for the rest of the 20 minutes
    expect(c.scrapped).toBeGreaterThan(6 * 80);
    expect(measure(hot(undefined), 100).scrapped).toBe(0);
    const trace = watch(lineOf(hot(60)), { hours: 1, warmUpHours: 0, replications: 1, seed: 3 }, 0, 20);
    const { columns } = trace;
    const since = new Map<number, number>();
    let pressed = 0;
    columns.kind.forEach((kind, i) => {
      if (kind !== 1) return;
      const part = columns.a[i]!;
      if (columns.b[i] === Place.buffer) since.set(part, columns.time[i]!);
      else if (columns.b[i] === Place.machine && columns.c[i] === 1 && since.has(part)) {
        expect(columns.time[i]! - since.get(part)!).toBeLessThanOrEqual(60e6);
        pressed++;
      }
    });
    expect(pressed).toBeGreaterThan(1000);
  });
});

describe("kanban", () => {
  it("never lets more parts than cards into its loop, and the loop is full where its end is the slowest", () => {
    const line = lineOf({
      stations: [fast("a"), fast("b"), { id: "c", process: { time: { dist: "exponential", mean: 20 } } }, fast("d")],
      flows: ["ab", "bc", "cd"].map((f) => ({ from: f[0]!, to: f[1]!, capacity: null })),
      kanban: [{ id: "loop", from: "b", to: "c", cards: 4 }],
    });
    const trace = watch(line, { hours: 1, warmUpHours: 0, replications: 1, seed: 1 }, 0, 10);
    const cursor = new TraceCursor(trace);
    let most = 0;
    for (let t = trace.start; t < trace.end; t += 7e6) {
      cursor.seek(t);
      const inLoop =
        cursor.countIn(cursor.machineSlot(1)) +
        cursor.countIn(cursor.bufferSlot(1)) +
        cursor.countIn(cursor.machineSlot(2));
      expect(inLoop).toBeLessThanOrEqual(4);
      most = Math.max(most, inLoop);
    }
    expect(most).toBe(4);
    // what cannot enter the loop waits before it, without end: the source is unlimited
    expect(cursor.countIn(cursor.bufferSlot(0))).toBeGreaterThan(1000);
  });

  it("gives the card back when a part is scrapped inside the loop", () => {
    const c = measure(
      {
        stations: [
          { ...fast("a"), quality: { defectRate: 0.5, inspection: { detection: 1 }, onReject: "scrap" } },
          { id: "b", process: { time: 10 } },
        ],
        flows: [{ from: "a", to: "b", capacity: null }],
        kanban: [{ id: "loop", from: "a", to: "b", cards: 3 }],
      },
      50,
    );
    expect(perHour(c)).toBeCloseTo(HOUR / 10, 0);
  });
});

describe("kanban and rework", () => {
  it("a part sent back inside its loop keeps its card and is worked on although all cards are out", () => {
    // half of the parts go back from the middle of the loop to its beginning; c, its end, is the slowest
    const c = measure(
      {
        stations: [
          fast("a"),
          {
            id: "b",
            process: { time: 1 },
            quality: { defectRate: 0.5, inspection: { detection: 1 }, onReject: { rework: "a", share: 1 } },
          },
          { id: "c", process: { time: 10 } },
        ],
        flows: [
          { from: "a", to: "b", capacity: null },
          { from: "b", to: "c", capacity: null },
        ],
        kanban: [{ id: "loop", from: "a", to: "c", cards: 2 }],
      },
      20,
    );
    expect(c.stalled).toBe(false);
    expect(c.stations[0]!.reworked).toBeGreaterThan(1000);
    expect(perHour(c)).toBeGreaterThan(300);
  });
});

describe("a line beyond the engine's room", () => {
  it("is refused by name, never cut off", () => {
    const failures = [{ id: "axis", timeToFailure: 1000, timeToRepair: 60 }];
    const line = lineOf({
      operators: [{ id: "arm", kind: "robot", count: 2000, failures }],
      stations: [{ id: "a", load: { time: 1, operators: { pool: "arm" } }, process: { time: 1 } }],
    });
    expect(unsupported(line)).toEqual([{ path: "line", code: "notSupported", params: { what: "tooLarge" } }]);
  });
});

describe("people with several skills", () => {
  const twoMachines = (alsoServes: string[]): LineInput => ({
    operators: [
      { id: "weld", count: 1 },
      { id: "fit", count: 1, alsoServes },
    ],
    stations: [{ id: "a", machines: 2, process: { time: 10, operators: { pool: "weld" } } }],
  });

  it("help where their own work does not need them", () => {
    expect(measure(twoMachines([]), 10).good).toBe(3600);
    expect(measure(twoMachines(["weld"]), 10).good).toBe(7200);
  });

  it("their own work goes first", () => {
    const input = twoMachines(["weld"]);
    const c = measure(
      {
        ...input,
        stations: [
          ...input.stations,
          { id: "b", supply: { kind: "unlimited" }, process: { time: 5, operators: { pool: "fit" } } },
        ],
        flows: [],
      },
      10,
    );
    expect(c.stations[1]!.waitingOperator / c.plannedSeconds).toBeLessThan(1 / 3);
    expect(c.stations[1]!.processed).toBeGreaterThan(5000);
  });
});

describe("robots that fail", () => {
  it("finish the handling in hand and are then repaired: every 100 parts 600 s, less the cycle that runs meanwhile", () => {
    const c = measure(
      {
        operators: [
          { id: "arm", kind: "robot", count: 1, failures: [{ id: "axis", timeToFailure: 1000, timeToRepair: 600 }] },
        ],
        stations: [{ id: "a", load: { time: 10, operators: { pool: "arm" } }, process: { time: 20 } }],
      },
      358,
    );
    expect(perHour(c)).toBeCloseTo((100 * HOUR) / (3000 + 580), 1);
    // a robot in repair is not busy: 10 of 30 s, 100 times in 3 580 s
    expect(c.pools[0]!.busyArea / c.plannedSeconds).toBeCloseTo(1000 / 3580, 2);
  });
});

describe("several first stations under one CONWIP level, flows in a circle", () => {
  it("keeps the level over all of them and feeds the one that has least", () => {
    const c = measure(
      {
        supply: { kind: "conwip", level: 8 },
        stations: [
          { id: "a", process: { time: { dist: "exponential", mean: 20 } } },
          { id: "b", process: { time: { dist: "exponential", mean: 40 } } },
          { id: "c", process: { time: { dist: "exponential", mean: 5 } } },
        ],
        flows: [
          { from: "a", to: "c", capacity: null },
          { from: "b", to: "c", capacity: null },
        ],
      },
      200,
    );
    expect(c.wipArea / c.plannedSeconds).toBeCloseTo(8, 9);
    // both are busy nearly all the time: 180 + 90 an hour
    expect(perHour(c)).toBeGreaterThan(230);
    expect(perHour(c)).toBeLessThan(271);
  });

  it("a fifth goes back: every part passes 1.25 times on average", () => {
    const c = measure(
      {
        supply: { kind: "arrivals", interarrival: { dist: "exponential", mean: 30 } },
        stations: [fast("in"), fast("a"), fast("b"), fast("out")],
        flows: [
          { from: "in", to: "a" },
          { from: "a", to: "b" },
          { from: "b", to: "a", share: 0.2 },
          { from: "b", to: "out", share: 0.8 },
        ],
      },
      300,
    );
    expect(c.stations[1]!.processed / c.stations[0]!.processed).toBeCloseTo(1.25, 1);
  });
});

describe("changes at a date", () => {
  const dated = (changes: LineInput["changes"]): LineInput => ({
    stations: [{ id: "a", process: { time: 10 } }],
    changes: changes!,
  });

  it("an installation stop takes its hours out of the run, once", () => {
    expect(measure(dated([{ at: 50, stations: ["a"], stopHours: 10 }]), 100, 0).good).toBe(90 * 360);
    expect(measure(dated([{ at: 0, stations: ["a"], stopHours: 4 }]), 100, 0).good).toBe(96 * 360);
  });

  it("a lower pace stays, a learning curve fades", () => {
    expect(measure(dated([{ at: 50, stations: ["a"], pace: 2 }]), 100, 0).good).toBe(50 * 360 + 50 * 180);
    const good = measure(dated([{ at: 20, stations: ["a"], pace: 3, tauHours: 10 }]), 100, 0).good;
    let expected = 20 * 360;
    for (let h = 0.005; h < 80; h += 0.01) expected += (0.01 * 360) / (1 + 2 * Math.exp(-h / 10));
    expect(Math.abs(good - expected)).toBeLessThan(5);
  });
});

describe("a line that cannot go on says who waits for whom", () => {
  it("two stations that have filled each other", () => {
    // both ways have one place: a's part goes to b, b's goes back to a, until every place and machine is taken
    const [c] = simulate(
      lineOf({
        stations: [fast("in"), fast("a"), fast("b"), fast("out")],
        flows: [
          { from: "in", to: "a", capacity: 1 },
          { from: "a", to: "b", capacity: 1 },
          { from: "b", to: "a", share: 1, capacity: 1 },
          { from: "b", to: "out", share: 0, capacity: 1 },
        ],
      }),
      { hours: 1, warmUpHours: 1, replications: 1, seed: 1 },
      0,
      1,
    );
    expect(c!.stalled).toBe(true);
    expect(c!.stuck!.circle).toEqual(["a", "b"]);
    expect(c!.stuck!.waits).toContainEqual({ station: "in", why: "room", on: "a" });
  });

  it("an assembly that lacks a component", () => {
    const c = measure(
      {
        supply: { kind: "conwip", level: 3 },
        stations: [fast("a"), { ...fast("kit"), assembly: { inputs: [{ from: "a", count: 4 }] } }],
        flows: [{ from: "a", to: "kit", capacity: 5 }],
      },
      5,
    );
    expect(c.stuck!.waits).toContainEqual({ station: "kit", why: "component", on: "a" });
    expect(c.stuck!.waits).toContainEqual({ station: "a", why: "level", on: "a" });
  });

  it("a transport lot that never gets full", () => {
    const c = measure(
      {
        supply: { kind: "conwip", level: 3 },
        stations: [fast("a"), fast("b")],
        flows: [{ from: "a", to: "b", capacity: 5, transport: { time: 10, lot: 4 } }],
      },
      5,
    );
    expect(c.stuck!.waits).toContainEqual({ station: "b", why: "lot", on: "a" });
  });
});
