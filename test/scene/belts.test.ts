import { describe, expect, it } from "vitest";
import { watch } from "../../src/engine";
import { Line, Run } from "../../src/model";
import { movingTime, pausesOf } from "../../src/scene/picture/belts";
import { createPicture, paint, stillView } from "../../src/scene/picture/picture";
import { planLine } from "../../src/scene/plan/planLine";
import { Place, TraceCursor } from "../../src/trace";

const belt = { length: 6, speed: 0.1, spacing: 0.5 };
const line = Line.parse({
  supply: { kind: "unlimited" },
  calendar: { shifts: [{ id: "day", days: [1, 2, 3, 4, 5, 6, 7], start: "08:00", end: "16:00" }], daysPerYear: 365 },
  operators: [{ id: "arm", kind: "robot", count: 1 }],
  stations: [
    { id: "press", position: { x: 0, y: 0 }, process: { time: { dist: "exponential", mean: 20 } } },
    {
      id: "bench",
      position: { x: 9, y: 0 },
      kind: "bench",
      process: { time: { dist: "exponential", mean: 18 } },
      load: { time: 4, operators: { pool: "arm", count: 1 } },
    },
  ],
  flows: [{ from: "press", to: "bench", conveyor: belt }],
});
const trace = watch(line, Run.parse({}), 0, 40);
const plan = planLine(line);
const rack = plan.racks[0]!;

/** Where the parts of the belt are drawn, from the machine that gives to the one that takes, in drawn metres. */
function onTheBelt(t: number): { along: number[]; count: number } {
  const cursor = new TraceCursor(trace);
  const picture = createPicture(line, plan, trace);
  cursor.seek(t);
  paint(picture, cursor, stillView);
  const { parts, partsInLine } = picture;
  const along = Array.from({ length: partsInLine }, (_, i) => i)
    .filter(
      (i) =>
        Math.abs((parts.z[i] ?? 0) - rack.z) < 0.01 && Math.abs((parts.x[i] ?? 0) - rack.x) <= rack.width / 2 + 0.01,
    )
    .filter((i) => Math.abs((parts.y[i] ?? 0) - rack.height) < 0.01)
    .map((i) => ((parts.x[i] ?? 0) - rack.x) * rack.flow + rack.width / 2);
  const count = cursor.countIn(cursor.bufferSlot(0)) + cursor.countIn(cursor.slot(Place.transport, 0));
  return { along: along.sort((a, b) => b - a), count };
}

describe("a conveyor", () => {
  it("goes from machine to machine and has the places the engine gives it", () => {
    expect(rack.isBelt).toBe(true);
    expect(rack.slots).toBe(12);
    const [press, bench] = plan.stations;
    expect(rack.x - rack.width / 2).toBeGreaterThan(press!.x + press!.width / 2);
    expect(rack.x + rack.width / 2).toBeLessThan(bench!.x - bench!.width / 2);
    expect(rack.pitch * rack.slots).toBeCloseTo(rack.width);
  });

  it("carries the parts the trace has on it, no more and no less, none on another", () => {
    let seen = 0;
    for (let t = 9 * 3600e6; t < 15 * 3600e6; t += 7 * 60e6 + 11e6) {
      const { along, count } = onTheBelt(t);
      expect(along.length).toBe(count);
      along.slice(1).forEach((place, i) => expect(along[i]! - place).toBeGreaterThan(rack.pitch * 0.49));
      seen = Math.max(seen, count);
    }
    expect(seen).toBeGreaterThan(3);
  });

  it("moves them on at its own speed, and stands still when nobody is on shift", () => {
    const cursor = new TraceCursor(trace);
    const picture = createPicture(line, plan, trace);
    const scale = rack.pitch / belt.spacing;
    let moved = 0;
    for (let t = 9 * 3600e6; t < 10 * 3600e6 && moved < 20; t += 60e6) {
      cursor.seek(t);
      paint(picture, cursor, stillView);
      const slot = cursor.slot(Place.transport, 0);
      const part = cursor.first(slot);
      const next = cursor.nextEventTime() ?? t;
      if (part < 0 || next < t + 2e6 || cursor.countIn(cursor.bufferSlot(0)) > 0) continue;
      const at = onTheBelt(t).along[0]!;
      const later = onTheBelt(t + 1.5e6).along[0]!;
      if (later >= rack.width - rack.pitch / 2 - 0.01) continue;
      expect(later - at).toBeCloseTo(1.5 * belt.speed * scale, 2);
      moved++;
    }
    expect(moved).toBeGreaterThan(2);
    expect(onTheBelt(17 * 3600e6)).toEqual(onTheBelt(23 * 3600e6));
  });

  it("counts planned time only", () => {
    const pauses = pausesOf(trace);
    expect(movingTime(pauses, 9 * 3600e6, 10 * 3600e6)).toBe(3600e6);
    expect(movingTime(pauses, 15 * 3600e6, 33 * 3600e6)).toBe(2 * 3600e6);
  });
});

describe("a robot at a table", () => {
  it("is a cobot: no track, no fence; at a machine tool it is not", () => {
    expect(plan.stations[1]?.isCobot).toBe(true);
    expect(plan.cobots).toEqual([true]);
    const [press, bench] = line.stations;
    const lathe = planLine({ ...line, stations: [press!, { ...bench!, kind: "lathe" }] });
    expect(lathe.stations[1]?.isCobot).toBe(false);
    const told = planLine(
      { ...line, stations: [press!, { ...bench!, kind: "lathe" }] },
      { equipment: [{ kind: "cobot", stations: ["bench"] }] },
    );
    expect(told.stations[1]?.isCobot).toBe(true);
    expect(told.things).toEqual([]);
  });
});
