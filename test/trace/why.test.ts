import { describe, expect, it } from "vitest";
import { snapshots, watch, watchWindow } from "../../src/engine";
import { type LineInput, Run } from "../../src/model";
import { TraceCursor, type Why, whyAt, whyDuring } from "../../src/trace";
import { lineOf } from "../engine/anyLine";

/** Lines so small that the answer is known by reasoning; all times constant, in seconds. */
function at(input: LineInput, hours = 2) {
  const line = lineOf(input);
  const trace = watch(line, Run.parse({}), 0, hours);
  const stationIndex = (id: string): number => trace.layout.stations.findIndex((station) => station.id === id);
  const machine = (id: string, k = 0): number => trace.layout.stations[stationIndex(id)]!.firstMachine + k;
  return {
    line,
    trace,
    machine,
    station: stationIndex,
    why(id: string, seconds: number, k = 0): Why {
      const cursor = new TraceCursor(trace);
      cursor.seek(seconds * 1e6);
      return whyAt(cursor, line, machine(id, k));
    },
    during: (id: string, from: number, to: number) =>
      whyDuring(trace, line, { station: stationIndex(id) }, from * 1e6, to * 1e6),
    /** "c starved > b starved > a down : down a" */
    told(why: Why): string {
      const { layout } = trace;
      const { kind, station, machine: m, flow, pool } = why.root;
      const chain = why.links.map((link) => {
        const reason = link.reason === "none" ? link.state : link.reason;
        return `${layout.stations[link.station]!.id} ${reason}`;
      });
      const where = [
        station === null ? "" : ` ${layout.stations[station]!.id}`,
        m === null || station === null ? "" : `#${m - layout.stations[station]!.firstMachine}`,
        flow === null ? "" : ` flow ${flow}`,
        pool === null ? "" : ` by ${layout.pools[pool]!.id}`,
      ];
      return `${chain.join(" > ")} : ${kind}${where.join("")}`;
    },
  };
}
const night = { shifts: [{ id: "d", days: [1, 2, 3, 4, 5, 6, 7], start: "08:00", end: "16:00" }] };
const alone = { flows: [] };

describe("why does a machine wait?", () => {
  it("starved: by a failed machine two stations up", () => {
    // a makes ten parts, fails at 600 s and is repaired at 1800 s; b and c have run empty by 690 s
    const run = at({
      stations: [
        { id: "a", process: { time: 60 }, failures: [{ id: "f", timeToFailure: 600, timeToRepair: 1200 }] },
        { id: "b", process: { time: 50 } },
        { id: "c", process: { time: 40 } },
      ],
    });
    const why = run.why("c", 1000);
    expect(run.told(why)).toBe("c starved > b starved > a down : down a#0");
    expect(why).toMatchObject({ at: 1000e6, wait: "starved" });
    expect(why.links[0]).toMatchObject({ since: 690e6, lack: { kind: "parts", flow: 1, has: 0, needs: 1 } });
    expect(why.links[2]).toMatchObject({ since: 600e6, lack: null });
    const during = run.during("c", 0, 1800);
    // 110 s until the first part, then 20 s in every 60 s: b, faster than a, has nothing waiting, so the pace is a's. The
    // last of these nine gaps falls into the stop, and so does all from 690 s on.
    expect(during.waiting).toBe(110 + 9 * 20 + 1110);
    expect(during.causes.map(({ wait, root, seconds }) => [wait, root.kind, root.station, seconds])).toEqual([
      ["starved", "down", 0, 20 + 1110],
      ["starved", "working", 0, 110 + 8 * 20],
    ]);
    expect(during.causes[0]).toMatchObject({ longestFrom: 690e6, longestMachine: 2 });
    expect(during.causes[0]!.share).toBeCloseTo(1130 / 1400, 12);
    expect(run.told(run.why("c", 280))).toBe("c starved > b working > a working : working a#0");
  });

  it("blocked: by a set-up downstream, then by the pace", () => {
    // b takes its 11th part at 110 s and sets up until 410 s; its two places are full at 130 s, a blocks at 140 s
    const run = at({
      stations: [
        { id: "a", process: { time: 10 } },
        { id: "b", process: { time: 10 }, setup: { time: 300, everyParts: 10, first: "full" } },
      ],
      flows: [{ from: "a", to: "b", capacity: 2 }],
    });
    const why = run.why("a", 200);
    expect(run.told(why)).toBe("a blocked > b setup : setup b#0");
    expect(why.links[0]!.lack).toEqual({ kind: "room", flow: 0, has: 2, underWay: 0, capacity: 2 });
    const { causes, byWait } = run.during("a", 130, 420);
    expect(causes.map(({ wait, root, seconds }) => [wait, root.kind, seconds])).toEqual([
      ["blocked", "setup", 270],
      ["blocked", "working", 10],
    ]);
    expect(byWait).toEqual({ starved: 0, blocked: 280, waitingOperator: 0, waitingSetter: 0, waitingRepairer: 0 });
  });

  it("two machines wait for one setter, one after the other", () => {
    const station = (id: string) => ({
      id,
      process: { time: 60 },
      setup: { time: 600, everyParts: 5, first: "full" as const, operators: { pool: "setter" } },
    });
    const run = at({ operators: [{ id: "setter" }], stations: [station("a"), station("b"), station("c")], ...alone });
    const why = run.why("b", 400);
    expect(run.told(why)).toBe("b waitingSetter > a setup : setup a#0 by setter");
    expect(why.links[0]!.lack).toEqual({
      kind: "people",
      pool: 0,
      needs: 1,
      onDuty: 1,
      holders: [{ pool: 0, machine: 0, people: 1, state: "setup", reason: "none" }],
    });
    expect(run.told(run.why("c", 400))).toBe("c waitingSetter > a setup : setup a#0 by setter");
    expect(run.told(run.why("c", 1000))).toBe("c waitingSetter > b setup : setup b#0 by setter");
    const { causes } = run.during("c", 0, 1500);
    expect(causes.map(({ root, seconds }) => [root.machine, seconds])).toEqual([
      [0, 600],
      [1, 600],
    ]);
  });

  it("whoever starves behind a machine that waits for the setter hears of the set-up elsewhere", () => {
    const setup = { time: 600, everyParts: 5, first: "full" as const, operators: { pool: "setter" } };
    const run = at({
      operators: [{ id: "setter" }],
      stations: [
        { id: "a", process: { time: 60 }, setup },
        { id: "b", process: { time: 60 }, setup },
        { id: "c", process: { time: 10 } },
      ],
      flows: [{ from: "b", to: "c" }],
    });
    // b stands further up the line than nothing: of equally deep stations the first id is served first
    expect(run.told(run.why("c", 500))).toBe("c starved > b waitingSetter > a setup : setup a#0 by setter");
  });

  it("operator and repairer held elsewhere", () => {
    const run = at({
      operators: [{ id: "crew" }],
      stations: [
        { id: "a", process: { time: 100, operators: { pool: "crew" } } },
        { id: "b", process: { time: 10, operators: { pool: "crew" } } },
      ],
      ...alone,
    });
    expect(run.told(run.why("b", 50))).toBe("b waitingOperator > a working : working a#0 by crew");
    const repair = { id: "f", timeToFailure: 600, timeToRepair: 900, repairers: { pool: "fitter" } };
    const two = at({
      operators: [{ id: "fitter" }],
      stations: [
        { id: "a", process: { time: 60 }, failures: [repair] },
        { id: "b", process: { time: 60 }, failures: [repair] },
      ],
      ...alone,
    });
    expect(two.told(two.why("b", 700))).toBe("b waitingRepairer > a down : down a#0 by fitter");
    expect(two.why("b", 700).wait).toBe("waitingRepairer");
  });

  it("where a station asks two pools, the people who come next tell which", () => {
    // b's part is loaded by the loader (busy at a for 200 s), then processed by the operator (busy at c from the start)
    const run = at({
      operators: [{ id: "loader" }, { id: "operator" }],
      stations: [
        { id: "a", load: { time: 200, operators: { pool: "loader" } }, process: { time: 5000 } },
        {
          id: "b",
          load: { time: 10, operators: { pool: "loader" } },
          process: { time: 10, operators: { pool: "operator" } },
        },
        { id: "c", process: { time: 400, operators: { pool: "operator" } } },
      ],
      ...alone,
    });
    expect(run.told(run.why("b", 100))).toBe("b waitingOperator > a loading : working a#0 by loader");
    expect(run.told(run.why("b", 300))).toBe("b waitingOperator > c working : working c#0 by operator");
  });

  it("an assembly short of one component, and what stands behind it", () => {
    const run = at({
      stations: [
        { id: "a", process: { time: 10 } },
        { id: "b", process: { time: 10 }, failures: [{ id: "f", timeToFailure: 200, timeToRepair: 5000 }] },
        {
          id: "j",
          process: { time: 5 },
          assembly: {
            inputs: [
              { from: "a", count: 1 },
              { from: "b", count: 3 },
            ],
          },
        },
      ],
      flows: [
        { from: "a", to: "j", capacity: 3 },
        { from: "b", to: "j", capacity: 6 },
      ],
    });
    // b has made 20 parts = 6 sets and two parts more
    const why = run.why("j", 1000);
    expect(run.told(why)).toBe("j starved > b down : down b#0");
    expect(why.links[0]!.lack).toMatchObject({ kind: "parts", flow: 1, has: 2, needs: 3, underWay: 0 });
    expect(run.told(run.why("a", 1000))).toBe("a blocked > j starved > b down : down b#0");
  });

  it("a batch: short of parts, or waiting for a fuller one", () => {
    const batch = (rest: object): LineInput => ({
      stations: [
        { id: "a", process: { time: 60 } },
        { id: "m", process: { time: 30 }, batch: { size: 4, ...rest } },
      ],
    });
    const short = at(batch({}));
    expect(short.told(short.why("m", 150))).toBe("m starved > a working : working a#0");
    expect(short.why("m", 150).links[0]!.lack).toMatchObject({ kind: "parts", has: 2, needs: 4 });
    const fuller = at(batch({ minSize: 2, maxWait: 100 }));
    expect(fuller.told(fuller.why("m", 150))).toBe("m starved : batch m#0");
    expect(fuller.why("m", 150).links[0]!.lack).toEqual({ kind: "fuller", has: 2, size: 4 });
  });

  it("off shift: the machine itself, and the unattended one that it leaves without parts", () => {
    const run = at(
      {
        calendar: night,
        stations: [
          { id: "a", machines: 2, process: { time: 60 } },
          { id: "u", process: { time: 30 }, unattended: true },
        ],
      },
      24,
    );
    expect(run.told(run.why("a", 20 * 3600))).toBe("a offShift : offShift a#0");
    expect(run.why("a", 20 * 3600).wait).toBeNull();
    expect(run.told(run.why("u", 20 * 3600))).toBe("u starved > a offShift : offShift a");
  });

  it("machines that wait for each other", () => {
    // twenty of x before the first y, but two places on each way: nothing ever moves again
    const run = at({
      products: [
        { id: "x", share: 0.5 },
        { id: "y", share: 0.5 },
      ],
      sequence: { kind: "lots", lot: 20 },
      stations: [
        { id: "s", process: { time: 10 } },
        { id: "a", process: { time: 10 } },
        { id: "b", process: { time: 10 } },
        {
          id: "j",
          process: { time: 10 },
          assembly: {
            inputs: [
              { from: "a", count: 1 },
              { from: "b", count: 1 },
            ],
          },
        },
      ],
      flows: [
        { from: "s", to: "a", capacity: 2, byProduct: ["x"] },
        { from: "s", to: "b", capacity: 2, byProduct: ["y"] },
        { from: "a", to: "j", capacity: 2 },
        { from: "b", to: "j", capacity: 2 },
      ],
    });
    expect(run.told(run.why("s", 1000))).toBe("s blocked > a blocked > j starved > b starved : circle s#0");
    expect(run.told(run.why("j", 1000))).toBe("j starved > b starved > s blocked > a blocked : circle j#0");
  });

  it("under way: a transport, a lot that gathers, an oven", () => {
    const line = (lot: number): LineInput => ({
      stations: [
        { id: "a", process: { time: 100 } },
        { id: "b", process: { time: 10 } },
      ],
      flows: [{ from: "a", to: "b", capacity: 9, transport: { time: 80, lot } }],
    });
    const one = at(line(1));
    expect(one.told(one.why("b", 150))).toBe("b starved : transport flow 0");
    expect(one.told(one.why("b", 195))).toBe("b starved > a working : working a#0");
    const three = at(line(3));
    const why = three.why("b", 250);
    expect(three.told(why)).toBe("b starved > a working : working a#0");
    expect(why.links[0]!.lack).toMatchObject({ underWay: 2, gathering: 2, lot: 3 });
    expect(three.told(three.why("b", 350))).toBe("b starved : transport flow 0");
    const oven = at({
      stations: [
        { id: "a", process: { time: 10, transit: 300 } },
        { id: "b", process: { time: 10 } },
      ],
      flows: [{ from: "a", to: "b", capacity: 4 }],
    });
    expect(oven.told(oven.why("b", 100))).toBe("b starved : transit a");
    // all four places behind the oven are reserved
    expect(oven.told(oven.why("a", 100))).toBe("a blocked : transit a");
  });

  it("supply: arrivals, CONWIP, a kanban card", () => {
    const stations = [
      { id: "a", process: { time: 10 } },
      { id: "b", process: { time: 100 } },
    ];
    const arrivals = at({ supply: { kind: "arrivals", interarrival: 500 }, stations });
    expect(arrivals.told(arrivals.why("b", 700))).toBe("b starved > a starved : supply a");
    const conwip = at({ supply: { kind: "conwip", level: 2 }, stations });
    const why = conwip.why("a", 50);
    expect(conwip.told(why)).toBe("a starved > b working : working b#0");
    expect(why.links[0]!.lack).toEqual({ kind: "release", level: 2 });
    const kanban = at({ stations, kanban: [{ id: "k", from: "a", to: "b", cards: 3 }] });
    expect(kanban.told(kanban.why("a", 80))).toBe("a starved > b working : working b#0");
    expect(kanban.why("a", 80).links[0]!.lack).toEqual({ kind: "card", loop: 0, cards: 3 });
  });

  it("too few people, robots under repair, helpers of another pool", () => {
    const day = (id: string, start: string, end: string) => ({ id, days: [1, 2, 3, 4, 5, 6, 7], start, end });
    const calendar = { shifts: [day("early", "08:00", "16:00"), day("late", "16:00", "24:00")] };
    const setter = { id: "setter", count: 1, countByShift: { late: 0 } };
    const a = { id: "a", process: { time: 50, operators: { pool: "setter" } } };
    const few = at({ calendar, operators: [setter], stations: [a] }, 24);
    expect(few.told(few.why("a", 17 * 3600))).toBe("a waitingOperator : understaffed by setter");
    expect(few.told(few.why("a", 3600))).toBe("a offShift : offShift a#0");
    const held = at(
      {
        calendar,
        operators: [setter, { id: "crew", count: 1, alsoServes: ["setter"] }],
        stations: [a, { id: "b", process: { time: 50_000, operators: { pool: "crew" } } }],
        ...alone,
      },
      24,
    );
    expect(held.told(held.why("a", 17 * 3600))).toBe("a waitingOperator > b working : working b#0 by setter");
    const arm = at({
      operators: [{ id: "arm", kind: "robot", failures: [{ id: "f", timeToFailure: 100, timeToRepair: 1000 }] }],
      stations: [{ id: "a", process: { time: 60, operators: { pool: "arm" } } }],
    });
    expect(arm.told(arm.why("a", 500))).toBe("a waitingOperator : down by arm");
  });

  it("rework: busy with parts that came back", () => {
    const run = at({
      stations: [
        { id: "a", process: { time: 100 } },
        {
          id: "b",
          process: { time: 10 },
          quality: {
            defectRate: 1,
            inspection: { detection: 1 },
            onReject: { rework: "a", share: 1 },
          },
        },
      ],
    });
    expect(run.told(run.why("b", 150))).toBe("b starved > a working : working a#0");
    // the first part is back at a, which takes it at 200 s, before anything new
    expect(run.told(run.why("b", 250))).toBe("b starved > a working : rework a#0");
  });

  it("is not misled by one machine of several", () => {
    // of the two lathes one is down for good; as long as the other has work, that is why the washer waits
    const run = at({
      supply: { kind: "arrivals", interarrival: 400 },
      stations: [
        {
          id: "lathe",
          machines: 2,
          process: { time: 100 },
          failures: [{ id: "f", clock: "planned", timeToFailure: 1000, timeToRepair: 300 }],
        },
        { id: "wash", process: { time: 10 } },
      ],
    });
    // both lathes idle: no raw part; one works: their pace, of the station and not of one of them
    expect(run.told(run.why("wash", 700))).toBe("wash starved > lathe starved : supply lathe");
    expect(run.why("wash", 450).root).toMatchObject({ kind: "supply", station: 0, machine: null });
  });

  it("passes by a machine that works with no room behind it", () => {
    const run = at({
      stations: [
        { id: "a", process: { time: 10 } },
        { id: "b", process: { time: 20 } },
        { id: "c", process: { time: 30 } },
      ],
      flows: [
        { from: "a", to: "b", capacity: 2 },
        { from: "b", to: "c", capacity: 2 },
      ],
    });
    // the pace is c's: b is always blocked or about to be
    expect(run.told(run.why("a", 3595))).toMatch(/^a blocked > b \w+ > c working : working c#0$/);
    expect(run.during("a", 1000, 7200).causes.map(({ root }) => root.station)).toEqual([2]);
  });

  it("tells the same from a window of the run, and a working machine's own state", () => {
    const input: LineInput = {
      stations: [
        { id: "a", process: { time: 60 }, failures: [{ id: "f", timeToFailure: 600, timeToRepair: 1200 }] },
        { id: "b", process: { time: 50 } },
      ],
    };
    const run = at(input);
    const [kept] = snapshots(run.line, Run.parse({}), 0, [0.25]);
    const cursor = new TraceCursor(watchWindow(run.line, kept!, 0.25, 1));
    cursor.seek(1000e6);
    const why = whyAt(cursor, run.line, 1);
    expect(why.root).toEqual(run.why("b", 1000).root);
    expect(run.told(run.why("a", 30))).toBe("a working : working a#0");
    expect(run.why("a", 30).wait).toBeNull();
  });

  it("clamps the interval to the trace", () => {
    const run = at({ stations: [{ id: "a", process: { time: 60 } }] });
    expect(run.during("a", 5, 4)).toMatchObject({ total: 0, waiting: 0, causes: [] });
    expect(run.during("a", -100, 1e9)).toMatchObject({ from: 0, to: 7200e6, total: 7200, waiting: 0 });
  });
});
