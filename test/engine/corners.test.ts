import { describe, expect, it } from "vitest";
import { simulate, unsupported, watch } from "../../src/engine";
import { kpis } from "../../src/measure";
import { checkScenario, type Line, type LineInput } from "../../src/model";

/** Corners in which an engine goes wrong quietly; each is small enough to be worked out by hand. */
function check(line: LineInput) {
  return checkScenario({ schemaVersion: 1, line }, { retrofits: [], policies: [] });
}
function lineOf(input: LineInput): Line {
  const parsed = check(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value.line;
}
const run = { hours: 100, warmUpHours: 0, replications: 1, seed: 1 };
const result = (input: LineInput, hours = 100) => {
  const line = lineOf(input);
  return kpis(line, simulate(line, { ...run, hours }, 0, 1)[0]!);
};
const night = { shifts: [{ id: "d", days: [1, 2, 3, 4, 5, 6, 7], start: "08:00", end: "16:00" }] };

describe("corners", () => {
  it("two machines that hand over to one take turns, whichever flow stands first in the file", () => {
    for (const flows of [
      ["u1", "u2"],
      ["u2", "u1"],
    ]) {
      const { stations } = result({
        stations: [
          { id: "u1", process: { time: 10 } },
          { id: "u2", process: { time: 10 } },
          { id: "j", process: { time: 30 } },
        ],
        flows: flows.map((from) => ({ from, to: "j", capacity: 0 })),
      });
      expect(stations.u1!.processed).toBeCloseTo(60, 0);
      expect(stations.u2!.processed).toBeCloseTo(60, 0);
    }
  });

  it("CONWIP lets a raw part in when two parts become one", () => {
    // level 2, assembly of two: the next pair starts while the assembly runs; the two steps of 10 s for a pair overlap
    const { line } = result({
      supply: { kind: "conwip", level: 2 },
      stations: [
        { id: "a", process: { time: 10 } },
        { id: "b", process: { time: 10 }, assembly: { inputs: [{ from: "a", count: 2 }] } },
      ],
      flows: [{ from: "a", to: "b", capacity: 5 }],
    });
    expect(line.goodPerHour).toBeCloseTo(180, 0);
  });

  it("CONWIP of a station counts like CONWIP of the line", () => {
    const stations = [
      { id: "a", process: { time: 60 } },
      { id: "b", process: { time: 60 } },
    ];
    const flows = [{ from: "a", to: "b" }];
    const own = result({ stations: [{ ...stations[0]!, supply: { kind: "conwip", level: 1 } }, stations[1]!], flows });
    expect(own.line.goodPerHour).toBeCloseTo(30, 0);
  });

  it("people who repair an unattended machine go home; the rest of the repair waits for the morning", () => {
    // It runs 2.5 h (90 parts) between failures and is repaired for 4 h of somebody's shift. Runs begin on Monday 00:00 and
    // 12:00, Tuesday 10:30, Wednesday 09:00 and 15:30, Thursday 12:00 …: every three days the same, 14 whole runs in ten
    // days. A fitter who stayed at night would make it 20.
    const { line } = result(
      {
        calendar: night,
        operators: [{ id: "fitter", count: 1 }],
        stations: [
          {
            id: "a",
            unattended: true,
            process: { time: 100 },
            failures: [{ id: "f", timeToFailure: 9000, timeToRepair: 14_400, repairers: { pool: "fitter" } }],
          },
        ],
      },
      80,
    );
    expect(line.goodPerHour * 80).toBe(14 * 90);
  });

  it("a robot tends an unattended machine at night", () => {
    const cell: LineInput = {
      calendar: night,
      operators: [{ id: "arm", kind: "robot", count: 1 }],
      stations: [{ id: "a", unattended: true, load: { time: 20, operators: { pool: "arm" } }, process: { time: 80 } }],
    };
    // 24 h of running a day over 8 planned hours: 3 × 36 parts
    expect(result(cell, 80).line.goodPerHour).toBeGreaterThan(100);
    expect(result({ ...cell, operators: [{ id: "arm", kind: "person", count: 1 }] }, 80).line.goodPerHour).toBeLessThan(
      40,
    );
  });

  it("what an unattended machine does at night is in its energy, second for second", () => {
    const power = { offShift: 0.5, idle: 2, working: 10 };
    const line = lineOf({
      calendar: night,
      stations: [{ id: "a", unattended: true, process: { time: 80 }, load: { time: 20 }, power }],
    });
    const [c] = simulate(line, { ...run, hours: 80 }, 0, 1);
    const { working, offShiftWorking, processed } = c!.stations[0]!;
    expect(Math.abs(working + offShiftWorking - processed * 80)).toBeLessThanOrEqual(80);
    expect(offShiftWorking).toBeGreaterThan(working);
    // never idle: 0.8 of planned time at 10 kW, loading at 2 kW, the rest of the year's hours as the run was at night
    const night8 = (offShiftWorking / c!.plannedSeconds) * power.working;
    expect(kpis(line, c!).line.powerKw).toBeGreaterThan(0.8 * 10 + 0.2 * 2 + night8);
  });

  it("a batch machine with several inflows keeps its parts together", () => {
    for (const order of [0, 1]) {
      const flows = [
        { from: "a", to: "m", capacity: 2 },
        { from: "b", to: "m", capacity: 2, transport: { time: 40 } },
      ];
      const line = lineOf({
        stations: [
          { id: "a", process: { time: 4 } },
          { id: "b", process: { time: 0 }, supply: { kind: "arrivals", interarrival: 40 } },
          { id: "m", process: { time: 16 }, batch: { size: 4, minSize: 2 } },
        ],
        flows: order === 0 ? flows : [...flows].reverse(),
      });
      const [c] = simulate(line, run, 0, 1);
      expect(c!.entered).toBe(c!.good + c!.inProcess);
      expect(c!.good / 100).toBeLessThanOrEqual(900);
    }
  });

  it("a tool change after so many parts harms none of them", () => {
    const { line } = result({
      stations: [
        {
          id: "a",
          process: { time: 60 },
          failures: [{ id: "tool", everyParts: 10, timeToRepair: 60, interrupted: "scrap" }],
        },
      ],
    });
    expect(line.scrapShare).toBe(0);
    expect(line.goodPerHour).toBeCloseTo((60 * 10) / 11, 0);
  });

  it("the ideal time of a mix is the mix of the ideal times", () => {
    const { stations } = result({
      products: [
        { id: "a", share: 0.25 },
        { id: "b", share: 0.75 },
      ],
      sequence: { kind: "lots", lot: 1 },
      stations: [{ id: "s", process: { time: 60, timeByProduct: { a: 20 } } }],
    });
    expect(stations.s!.oee).toBeCloseTo(1, 2);
  });

  it("a stuck line is called stuck under a calendar too", () => {
    const line = lineOf({
      supply: { kind: "conwip", level: 3 },
      calendar: night,
      stations: [
        { id: "a", process: { time: 10 } },
        { id: "b", process: { time: 10 }, batch: { size: 5 } },
      ],
      flows: [{ from: "a", to: "b", capacity: 9 }],
    });
    expect(simulate(line, { ...run, hours: 30 }, 0, 1)[0]).toMatchObject({ stalled: true, good: 0 });
  });

  it("time that would stand still is refused, or ends with a message", () => {
    const refused: LineInput[] = [
      { stations: [{ id: "a", process: { time: 0 } }] },
      { supply: { kind: "arrivals", interarrival: 0 }, stations: [{ id: "a", process: { time: 5 } }] },
      { stations: [{ id: "a", process: { time: 5 }, failures: [{ id: "f", timeToFailure: 0, timeToRepair: 0 }] }] },
      { stations: [{ id: "a", process: { time: { dist: "uniform", low: 5, high: 2 } } }] },
      { stations: [{ id: "a", process: { time: { dist: "triangular", low: 5, mode: 50, high: 20 } } }] },
    ];
    for (const input of refused) expect(check(input).ok, JSON.stringify(input)).toBe(false);
    const loop = lineOf({
      supply: { kind: "conwip", level: 2 },
      stations: [{ id: "a", process: { time: 0 } }],
    });
    expect(() => simulate(loop, run, 0, 1)).toThrow(/time stands still/);
  });

  it("what could never move is refused by name", () => {
    const whats = (input: LineInput) => unsupported(lineOf(input)).map((p) => p.params.what);
    const two = [
      { id: "a", process: { time: 5 } },
      { id: "b", process: { time: 5 } },
    ];
    expect(
      whats({ stations: two, flows: [{ from: "a", to: "b", capacity: 2, transport: { time: 5, lot: 3 } }] }),
    ).toEqual(["lotLargerThanBuffer"]);
    expect(
      whats({ stations: [two[0]!, { ...two[1]!, supply: { kind: "unlimited" } }], flows: [{ from: "a", to: "b" }] }),
    ).toEqual(["supplyWithInflow"]);
    expect(
      whats({
        stations: [...two, { id: "c", process: { time: 5 }, assembly: { inputs: [{ from: "a", count: 1 }] } }],
        flows: [
          { from: "a", to: "c" },
          { from: "b", to: "c" },
        ],
      }),
    ).toEqual(["assemblyExtraInflow"]);
  });

  it("a watched run ends at its last hour and says so", () => {
    const trace = watch(lineOf({ stations: [{ id: "a", process: { time: 60 } }] }), run, 0, 2);
    expect(trace.end).toBe(7200e6);
    expect(trace.columns.time.at(-1)).toBe(7200e6);
  });
});
