import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { watch } from "../../src/engine";
import { Line, type LineInput, Run } from "../../src/model";
import {
  EventKind,
  machineStates,
  stateReasons,
  type Trace,
  TraceCursor,
  type WaitKind,
  waitKinds,
  whyAt,
  whyDuring,
} from "../../src/trace";
import machining from "../../scenarios/lines/machining.json";
import { anyLine, lineOf } from "../engine/anyLine";

/** µs of each kind of waiting of a machine in [from, to), by the plainest reading of its rows. */
function waitingOf(trace: Trace, machine: number, from: number, to: number): Record<WaitKind, number> {
  const found = Object.fromEntries(waitKinds.map((kind) => [kind, 0])) as Record<WaitKind, number>;
  const { time, kind, a, b, c } = trace.columns;
  let wait: WaitKind | undefined;
  let since = trace.start;
  const book = (t: number): void => {
    if (wait !== undefined) found[wait] += Math.max(0, Math.min(t, to) - Math.max(since, from));
    since = t;
  };
  for (let i = 0; i < time.length; i++) {
    if (kind[i] !== EventKind.machineState || a[i] !== machine) continue;
    book(time[i]!);
    const words = [machineStates[b[i]!], stateReasons[c[i]!]];
    wait = waitKinds.find((name) => words.includes(name));
  }
  book(trace.end);
  return found;
}

/** Ways that part and meet again, with most of what a way can have. */
const anyNet: fc.Arbitrary<LineInput> = fc
  .record({
    times: fc.array(fc.integer({ min: 20, max: 120 }), { minLength: 5, maxLength: 5 }),
    machines: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 5, maxLength: 5 }),
    ways: fc.array(
      fc.constantFrom(
        { capacity: 3 },
        { capacity: 0 },
        { capacity: 8, transport: { time: 50, lot: 3 } },
        { capacity: 8, transport: { distance: 40, lot: 2, transporter: "truck" } },
        { conveyor: { length: 6, speed: 0.1, spacing: 1 } },
      ),
      { minLength: 5, maxLength: 5 },
    ),
    split: fc.constantFrom("share", "product"),
    meet: fc.constantFrom("assembly", "merge", "batch"),
    transit: fc.boolean(),
    cards: fc.constantFrom(0, 0, 3, 10),
    supply: fc.constantFrom(
      { kind: "unlimited" as const },
      { kind: "arrivals" as const, interarrival: 60 },
      { kind: "conwip" as const, level: 14 },
    ),
  })
  .map(({ times, machines, ways, split, meet, transit, cards, supply }): LineInput => {
    const station = (id: string, i: number, more: object = {}) => ({
      id,
      machines: machines[i]!,
      process: {
        time: { dist: "exponential" as const, mean: times[i]! },
        ...(transit && id === "b" ? { transit: 90 } : {}),
      },
      failures: [{ id: "f", timeToFailure: { dist: "exponential" as const, mean: 2000 }, timeToRepair: 300 }],
      ...more,
    });
    const way = (i: number) => {
      const chosen = ways[i]!;
      // an oven, a batch and an assembly want places to put their parts
      return "capacity" in chosen && chosen.capacity === 0 && i > 0 ? { capacity: 3 } : chosen;
    };
    const inputs = [
      { from: "a", count: 1 },
      { from: "b", count: 2 },
    ];
    const atMeeting =
      meet === "assembly" ? { assembly: { inputs } } : meet === "batch" ? { batch: { size: 3, minSize: 2 } } : {};
    const half = (product: string) => (split === "share" ? { share: 0.5 } : { byProduct: [product] });
    return {
      supply,
      products: [
        { id: "x", share: 0.5 },
        { id: "y", share: 0.5 },
      ],
      transporters: [{ id: "truck", count: 1, speed: 1 }],
      kanban: cards === 0 ? [] : [{ id: "k", from: "s", to: "a", cards }],
      stations: [station("s", 0), station("a", 1), station("b", 2), station("j", 3, atMeeting), station("p", 4)],
      flows: [
        { from: "s", to: "a", ...way(0), ...half("x") },
        { from: "s", to: "b", ...way(1), ...half("y") },
        { from: "a", to: "j", ...way(2) },
        { from: "b", to: "j", ...way(3) },
        { from: "j", to: "p", ...way(4) },
      ],
    };
  });

const micros = (seconds: number): number => Math.round(seconds * 1e6);

function obeysTheLaws(line: Line, trace: Trace, from: number, to: number): void {
  const cursor = new TraceCursor(trace);
  const machines = cursor.machineCount;
  for (let machine = 0; machine < machines; machine++) {
    const told = whyDuring(trace, line, { machine }, from, to);
    const expected = waitingOf(trace, machine, from, to);
    for (const kind of waitKinds) expect(micros(told.byWait[kind]), kind).toBe(expected[kind]);
    const waiting = waitKinds.reduce((sum, kind) => sum + expected[kind], 0);
    expect(micros(told.waiting)).toBe(waiting);
    expect(told.causes.reduce((sum, { seconds }) => sum + micros(seconds), 0)).toBe(waiting);
    for (const { wait, root, seconds, longestFrom, longestMachine } of told.causes) {
      expect(root.kind).not.toBe("unknown");
      expect(seconds).toBeGreaterThan(0);
      expect(longestMachine).toBe(machine);
      // an interval is told as its instants are, and every chain ends
      cursor.seek(longestFrom);
      const why = whyAt(cursor, line, machine);
      expect(why.wait).toBe(wait);
      expect(why.root).toEqual(root);
      expect(why.links.length).toBeLessThanOrEqual(machines);
      expect(new Set(why.links.map((link) => link.machine)).size).toBe(why.links.length);
      expect(why.links[0]!.machine).toBe(machine);
      for (const link of why.links.slice(0, -1)) expect(link.lack).not.toBeNull();
    }
  }
}

describe("whyDuring", () => {
  it("covers all waiting of every machine of any line, to the microsecond", () => {
    fc.assert(
      fc.property(
        anyLine,
        fc.nat(3600),
        fc.nat(7 * 3600),
        fc.integer({ min: 1, max: 99 }),
        (input, from, span, seed) => {
          const line = lineOf(input);
          const start = "shifts" in line.calendar ? 7 * 3600 : 0;
          const trace = watch(line, Run.parse({ seed }), 0, (start + 8 * 3600) / 3600);
          obeysTheLaws(line, trace, (start + from) * 1e6, (start + from + span) * 1e6);
        },
      ),
      { numRuns: 30, seed: 5 },
    );
  });

  it("does so where ways part and meet, with belts, vehicles, ovens, lots and cards", () => {
    fc.assert(
      fc.property(anyNet, fc.integer({ min: 1, max: 99 }), (input, seed) => {
        const line = lineOf(input);
        const trace = watch(line, Run.parse({ seed }), 0, 5);
        obeysTheLaws(line, trace, trace.start, trace.end);
      }),
      { numRuns: 40, seed: 9 },
    );
  });

  it("does so on a day of the machining line, and adds up a station's machines", () => {
    const line = Line.parse(machining.line);
    const trace = watch(line, Run.parse({}), 0, 12);
    obeysTheLaws(line, trace, 8 * 3600e6, 12 * 3600e6);
    const station = trace.layout.stations.findIndex(({ machines }) => machines > 1);
    const { firstMachine, machines } = trace.layout.stations[station]!;
    const whole = whyDuring(trace, line, { station }, trace.start, trace.end);
    let sum = 0;
    for (let m = firstMachine; m < firstMachine + machines; m++)
      sum += micros(whyDuring(trace, line, { machine: m }, trace.start, trace.end).waiting);
    expect(micros(whole.waiting)).toBe(sum);
    expect(whole.total).toBe(((trace.end - trace.start) * machines) / 1e6);
    expect(whole.causes.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1, 9);
  });
});
