import { describe, expect, it } from "vitest";
import { watch } from "../../src/engine";
import { heatColour, themes } from "../../src/look";
import { Line, Run } from "../../src/model";
import { marksOf, type MarksOf } from "../../src/scene/overlays/marks";
import type { OverlayRun } from "../../src/scene/overlays/types";
import { flowTop, powerNow, powerTop, roundUp, waitingParts, walks, wipTop } from "../../src/scene/overlays/values";
import { createPicture } from "../../src/scene/picture/picture";
import { timelineOf } from "../../src/scene/picture/timeline";
import { planLine } from "../../src/scene/plan/planLine";
import { machineStates, Place, TraceCursor } from "../../src/trace";
import machining from "../../scenarios/lines/machining.json";

const line = Line.parse(machining.line);
const trace = watch(line, Run.parse({ seed: 1 }), 0, 36);
const cursor = new TraceCursor(trace);
const plan = planLine(line);
const hour = 3600e6;
const samples = [6.5, 9, 10.2, 15.5, 23, 31.7].map((at) => at * hour);

const run: OverlayRun = {
  load: line.stations.map((_, s) => (s === 0 ? null : s / 10)),
  rates: () => Float64Array.from(line.flows ?? [], (_, f) => 10 + f),
  bottleneck: () => 3,
};
const of = (kind: MarksOf["kind"]): MarksOf => ({
  kind,
  run,
  line,
  plan,
  picture: createPicture(line, plan, trace),
  cursor,
  scales: { wip: 100, power: 50, flow: 20 },
  theme: "light",
  text: (what, value, places) => `${what} ${value}${places === null ? "" : `/${places}`}`,
});

describe("the numbers of the overlays are the state of the line", () => {
  it.each(samples)("parts waiting, at %d µs", (t) => {
    cursor.seek(t);
    waitingParts(cursor).forEach(({ parts }, s) => {
      const flows = trace.layout.flows.flatMap((flow, f) => (flow.to === s ? [cursor.bufferSlot(f)] : []));
      const slots = [...flows, cursor.slot(Place.raw, s), cursor.slot(Place.rework, s)];
      expect(parts).toBe(slots.reduce((sum, slot) => sum + cursor.partsIn(slot).length, 0));
    });
  });

  it.each(samples)("power drawn, at %d µs", (t) => {
    cursor.seek(t);
    powerNow(line, cursor).forEach((kw, s) => {
      const { power, machines } = line.stations[s]!;
      if (power === undefined) return expect(kw).toBeNull();
      const first = trace.layout.stations[s]!.firstMachine;
      const doing = Array.from({ length: machines }, (_, i) => machineStates[cursor.machineState[first + i]!]);
      const working = doing.filter((state) => state === "working").length;
      const asleep = doing.filter((state) => state === "offShift").length;
      expect(kw).toBeCloseTo(
        working * power.working + asleep * power.offShift + (machines - working - asleep) * power.idle,
        9,
      );
    });
  });

  it("keep one scale for all lines on screen, whatever happens", () => {
    expect([1, 1.2, 3, 34, 50, 51, 820].map(roundUp)).toEqual([1, 2, 5, 50, 50, 100, 1000]);
    expect(wipTop([line])).toBe(100);
    expect(wipTop([line, { ...line, flows: line.flows?.map((flow) => ({ ...flow, capacity: 300 })) } as Line])).toBe(
      500,
    );
    expect(powerTop([line])).toBeGreaterThanOrEqual(
      Math.max(...line.stations.map(({ power, machines }) => (power?.working ?? 0) * machines)),
    );
    expect(flowTop([Float64Array.of(3, 31), null])).toBe(50);
  });

  it("count the ways between machines, both directions together, within their time", () => {
    const at = (machine: number): number => machine * 8;
    const ways = timelineOf([
      [
        [0, at(0)],
        [10, -1],
        [20, at(5)],
        [30, at(0)],
        [90, at(2)],
      ],
      [
        [5, at(1)],
        [6, at(1) + 1],
      ],
    ]);
    const found = walks(ways, plan, 8, 0, 50);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ a: 0, b: 5, times: 2 });
    const [p, q] = [plan.machines[0]!, plan.machines[5]!];
    expect(found[0]!.metres).toBeCloseTo(Math.hypot(p.x - q.x, p.z - q.z), 9);
  });
});

describe("what the overlays draw", () => {
  cursor.seek(31.7 * hour);

  it("colours each station by its load, and none that is not known", () => {
    const { stripes, notes } = marksOf(of("load"));
    // each patch has an edge of four strips: the ends of the scale are near one of the floors
    const edge = themes.light.controlEdge;
    const patches = stripes.filter(({ colour }) => colour !== edge);
    expect(stripes.length).toBe(patches.length * 5);
    expect(patches.map(({ colour }) => colour)).toEqual(run.load.slice(1).map((share) => heatColour(share ?? 0)));
    expect(notes[0]!.text).toBe("load 0.1");
  });

  it("makes ribbons as wide as what flows, and writes it", () => {
    const { stripes, notes } = marksOf(of("flow"));
    expect(Math.max(...stripes.map(({ width }) => width))).toBeCloseTo((1.5 * 17) / 20, 9);
    expect(notes).toHaveLength(line.flows!.length);
  });

  it("writes how many wait, beside how many places there are", () => {
    const { notes } = marksOf(of("queue"));
    const waiting = waitingParts(cursor);
    const told = waiting.filter(({ parts, places }) => parts > 0 || places !== null);
    expect(notes.map(({ text }) => text)).toEqual(
      told.map(({ parts, places }) => `queue ${parts}${places === null ? "" : `/${places}`}`),
    );
  });

  it("rings the momentary bottleneck in every overlay, and nobody off shift", () => {
    for (const kind of ["none", "load", "walk", "energy"] as const) expect(marksOf(of(kind)).rings).toHaveLength(8);
    cursor.seek(24.5 * hour);
    expect(cursor.isOnShift).toBe(false);
    expect(marksOf(of("none")).rings).toEqual([]);
  });
});
