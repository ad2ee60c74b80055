import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arm, jointLimits, reach, reachGrip, tipOf, type Triple } from "../../src/scene/picture/arm";
import { crewOf, idle, perMachine } from "../../src/scene/picture/crew";
import { follow } from "../../src/scene/picture/robots";
import { createPicture, paint, type View } from "../../src/scene/picture/picture";
import { entryAt, timelineOf, untilOf, valueBefore } from "../../src/scene/picture/timeline";
import { planLine } from "../../src/scene/plan/planLine";
import { createWay, layWay, walk } from "../../src/scene/plan/ways";
import { drives } from "../../src/scene/shapes/primitive";
import { machineStates, TraceCursor } from "../../src/trace";
import { machiningLine } from "./machiningLine";
import { syntheticTrace } from "./syntheticTrace";

const line = machiningLine({ robotAt: "op10" });
const trace = syntheticTrace(line, 6, 3, 5.5);
const plan = planLine(line);
const watched: View = { glide: 10e6, stride: 20e6, turns: 0.3 };

describe("the arm", () => {
  const joints = new Float32Array(6);
  const tip: Triple = [0, 0, 0];
  const direction = fc
    .tuple(fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }), fc.double({ min: -1.4, max: 0.6, noNaN: true }))
    .map(([turn, rise]): Triple => [Math.cos(rise) * Math.cos(turn), Math.sin(rise), -Math.cos(rise) * Math.sin(turn)]);
  const point = fc.tuple(
    fc.double({ min: -2.6, max: 2.6, noNaN: true }),
    fc.double({ min: -0.4, max: 2.8, noNaN: true }),
    fc.double({ min: -2.6, max: 2.6, noNaN: true }),
  );

  it("brings its tip to the target, from the direction asked for, within the limits of its joints", () => {
    let reached = 0;
    fc.assert(
      fc.property(point, direction, (target, along) => {
        if (!reach(target, along, joints)) return;
        reached++;
        tipOf(joints, tip);
        tip.forEach((value, i) => expect(value).toBeCloseTo(target[i] ?? 0, 4));
        jointLimits.forEach(([least, most], i) => {
          expect(joints[i]).toBeGreaterThanOrEqual(least - 1e-5);
          expect(joints[i]).toBeLessThanOrEqual(most + 1e-5);
        });
      }),
      { numRuns: 2000, seed: 11 },
    );
    expect(reached).toBeGreaterThan(200);
  });

  it("does not reach beyond its own length, and draws a grip in instead", () => {
    const long = arm.ahead + arm.upper + arm.fore + arm.hand;
    expect(reach([long + 0.1, arm.shoulder, 0], [1, 0, 0], joints)).toBe(false);
    expect(reachGrip({ turn: 0.4, out: 5, up: 1, dip: 0.2 }, joints, 0)).toBe(true);
    tipOf(joints, tip);
    expect(Math.hypot(tip[0], tip[2])).toBeLessThan(long);
    expect(Math.atan2(-tip[2], tip[0])).toBeCloseTo(0.4, 3);
    expect(tip[1]).toBeCloseTo(1, 3);
  });

  it("has an answer at every moment of every loading", () => {
    const picture = createPicture(line, plan, trace);
    const cursor = new TraceCursor(trace);
    const pool = line.operators.findIndex(({ kind }) => kind === "robot");
    let loads = 0;
    for (let t = 0; t < trace.end * 0.9; t += 7e6) {
      cursor.seek(t);
      const machine = plan.machines.findIndex((_, m) => cursor.operators(pool, m) > 0);
      if (machine < 0 || machineStates[cursor.machineState[machine] ?? 0] !== "loading") continue;
      paint(picture, cursor, watched);
      tipOf(picture.joints, tip);
      expect(Number.isFinite(tip[0] + tip[1] + tip[2])).toBe(true);
      loads++;
    }
    expect(loads).toBeGreaterThan(20);
  });

  it("knows where an exchange stands at any share of the loading time", () => {
    expect(() => {
      for (let over = 0; over <= 1.001; over += 0.01) follow(over);
    }).not.toThrow();
  });
});

describe("moving pieces", () => {
  const picture = createPicture(line, plan, trace);
  const cursor = new TraceCursor(trace);
  const at = (m: number, name: (typeof drives)[number]): number =>
    picture.drive[m * drives.length + drives.indexOf(name)] ?? -1;

  it.each([0.5, 1.3, 2.7, 4, 5.8])("stand as the state of their machine says, at %d h", (hours) => {
    cursor.seek(hours * 3600e6);
    paint(picture, cursor, { glide: 1, stride: 0, turns: 0.3 });
    plan.machines.forEach((_, m) => {
      const state = machineStates[cursor.machineState[m] ?? 0];
      expect(at(m, "door")).toBe(state === "loading" || state === "setup" || state === "down" ? 1 : 0);
      expect(at(m, "clamp")).toBe(state === "working" ? 1 : 0);
      expect(at(m, "spin")).toBe(state === "working" ? Math.fround(0.3) : 0);
      if (state !== "working") {
        expect(at(m, "feed")).toBe(0);
        expect(at(m, "stroke")).toBe(0);
      }
      for (const name of drives) {
        expect(at(m, name)).toBeGreaterThanOrEqual(0);
        expect(at(m, name)).toBeLessThanOrEqual(1);
      }
    });
  });

  it("go there and back once while a part is worked on", () => {
    const { states } = picture;
    const m = plan.stations.find(({ id }) => id === "op30")?.firstMachine ?? 0;
    const spell = Array.from({ length: states.offset[m + 1] ?? 0 }, (_, i) => i).find(
      (i) => i > (states.offset[m] ?? 0) + 3 && machineStates[states.value[i] ?? 0] === "working",
    );
    const since = states.time[spell ?? -1] ?? 0;
    const until = untilOf(states, m, spell ?? -1);
    const strokes = [0, 0.25, 0.5, 0.75, 0.999].map((share) => {
      cursor.seek(since + share * (until - since));
      paint(picture, cursor, watched);
      return at(m, "stroke");
    });
    expect(strokes[0]).toBeCloseTo(0, 3);
    expect(strokes[2]).toBeCloseTo(1, 3);
    expect(strokes[4]).toBeCloseTo(0, 3);
    expect(strokes[1]).toBeCloseTo(strokes[3] ?? -1, 2);
  });
});

describe("timelines", () => {
  it("find the last entry before a time, what was before it, and until when it holds", () => {
    const timeline = timelineOf([
      [],
      [
        [10, 3],
        [20, 4],
      ],
      [[5, 7]],
    ] as [number, number][][]);
    expect([0, 10, 15, 20, 99].map((t) => entryAt(timeline, 1, t))).toEqual([-1, 0, 0, 1, 1]);
    expect(entryAt(timeline, 0, 50)).toBe(-1);
    expect(entryAt(timeline, 2, 50)).toBe(2);
    expect(valueBefore(timeline, 1, 1)).toBe(3);
    expect(untilOf(timeline, 1, 0)).toBe(20);
    expect(untilOf(timeline, 1, 1)).toBe(Infinity);
  });
});

describe("the crew", () => {
  const crew = crewOf(trace, line, plan);

  it("puts at each machine as many of each pool as the trace says, at any time", () => {
    const cursor = new TraceCursor(trace);
    for (let t = 0; t <= trace.end; t += trace.end / 150) {
      cursor.seek(t);
      line.operators.forEach((_, p) => {
        const counted = new Map<number, number>();
        for (let i = crew.first[p] ?? 0; i < (crew.first[p + 1] ?? 0); i++) {
          const entry = entryAt(crew.ways, i, t);
          const where = entry < 0 ? idle : (crew.ways.value[entry] ?? idle);
          if (where !== idle) {
            const machine = Math.floor(where / perMachine);
            counted.set(machine, (counted.get(machine) ?? 0) + 1);
          }
        }
        plan.machines.forEach((_machine, m) => expect(counted.get(m) ?? 0).toBe(cursor.operators(p, m)));
      });
    }
  });

  it("never has two stand on one place", () => {
    for (let t = 0; t <= trace.end; t += trace.end / 150) {
      const taken = new Set<number>();
      for (let i = 0; i < (crew.first[line.operators.length] ?? 0); i++) {
        const entry = entryAt(crew.ways, i, t);
        const where = entry < 0 ? idle : (crew.ways.value[entry] ?? idle);
        if (where === idle) continue;
        expect(taken.has(where)).toBe(false);
        taken.add(where);
      }
    }
  });

  it("walks from where it was to where it is, all the way and no further, round the machines", () => {
    const way = createWay();
    const out: [number, number, number] = [0, 0, 0];
    plan.machines.forEach((a, i) => {
      const b = plan.machines[(i * 5 + 3) % plan.machines.length];
      const from = plan.stations[a.station];
      const to = b && plan.stations[b.station];
      if (!from || !b || !to) return;
      const z0 = a.z + from.machineDepth / 2 + 0.42;
      const z1 = b.z + to.machineDepth / 2 + 0.42;
      layWay(plan, way, a.station, a.x, z0, b.station, b.x, z1);
      walk(way, 0, out);
      expect(Math.hypot(out[0] - a.x, out[1] - z0)).toBeLessThan(0.03);
      walk(way, 1, out);
      expect(Math.hypot(out[0] - b.x, out[1] - z1)).toBeLessThan(0.03);
      for (let share = 0; share <= 1; share += 0.05) {
        walk(way, share, out);
        for (const spot of [from, to]) {
          for (const machine of plan.machines.filter(({ station }) => plan.stations[station] === spot)) {
            const inside =
              Math.abs(out[0] - machine.x) < spot.machineWidth / 2 - 0.05 &&
              Math.abs(out[1] - machine.z) < spot.machineDepth / 2 - 0.05;
            expect(inside, `${spot.id} ${share}`).toBe(false);
          }
        }
      }
    });
  });
});
