import { describe, expect, it } from "vitest";
import { stateOrder } from "../../src/look";
import { createPicture, paint, stillView, viewAt, type Picture, type View } from "../../src/scene/picture/picture";
import { placeOf } from "../../src/scene/picture/places";
import { partForms } from "../../src/scene/plan/forms";
import { planLine } from "../../src/scene/plan/planLine";
import { machineStates, Place, TraceCursor } from "../../src/trace";
import { machiningLine } from "./machiningLine";
import { syntheticTrace } from "./syntheticTrace";

const line = machiningLine({ robotAt: "op10" });
const trace = syntheticTrace(line, 6, 3, 5.5);
const plan = planLine(line);
const samples = Array.from({ length: 40 }, (_, i) => (trace.end * ((i * 17) % 41)) / 40);

const slow: View = { glide: 30e6, stride: 40e6, turns: 0.25 };

const spots = (picture: Picture, from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, i) =>
    [picture.parts.x[from + i], picture.parts.y[from + i], picture.parts.z[from + i]]
      .map((n) => (n ?? 0).toFixed(3))
      .join(),
  ).sort();

describe("the picture is the cursor's state", () => {
  const cursor = new TraceCursor(trace);
  const picture = createPicture(line, plan, trace);

  it.each(samples)("parts, lamps and people at %d µs", (t) => {
    cursor.seek(t);
    paint(picture, cursor, stillView);

    // lamps
    picture.lamp.forEach((lamp, m) => expect(stateOrder[lamp]).toBe(machineStates[cursor.machineState[m] ?? -1]));

    // every part in the line, where its list says it is
    const expected: string[] = [];
    const out: [number, number, number] = [0, 0, 0];
    const sizes = [plan.machines, plan.racks, plan.stations, plan.racks, plan.stations, plan.stations];
    sizes.forEach((list, kind) =>
      list.forEach((_, index) => {
        const slot = cursor.slot(kind, index);
        cursor.partsIn(slot).forEach((_part, i, all) => {
          if (placeOf(plan, cursor, slot, i, all.length, out))
            expected.push(Array.from(Float32Array.from(out), (n) => n.toFixed(3)).join());
        });
      }),
    );
    expect(picture.partsInLine).toBe(expected.length);
    expect(spots(picture, 0, picture.partsInLine)).toEqual(expected.sort());

    // bins and pallets hold what has left
    const left = Math.min(cursor.scrapped, 14) + (cursor.finished === 0 ? 0 : ((cursor.finished - 1) % 48) + 1);
    expect(picture.parts.count - picture.partsInLine).toBe(left);

    // people: those who serve stand at their machine, the rest of the shift at home; nobody twice, nobody lost
    const people = line.operators.map((pool, p) => ({ pool, p })).filter(({ pool }) => pool.kind === "person");
    const serving = people.reduce((sum, { p }) => sum + (cursor.busy[p] ?? 0), 0);
    const all = people.reduce((sum, { pool }) => sum + pool.count, 0);
    expect(picture.people.count).toBe(cursor.isOnShift ? all : serving);
    plan.machines.forEach((machine, m) => {
      const spot = plan.stations[machine.station];
      let here = 0;
      for (let i = 0; i < picture.people.count; i++) {
        const dx = Math.abs((picture.people.x[i] ?? 0) - machine.x);
        const dz = (picture.people.z[i] ?? 0) - machine.z - (spot?.machineDepth ?? 0) / 2;
        if (dx < 1 && dz > 0 && dz < 0.9) here++;
      }
      expect(here).toBe(people.reduce((sum, { p }) => sum + cursor.operators(p, m), 0));
    });
    expect(picture.robots.count).toBe(1);
    const robot = line.operators.findIndex((pool) => pool.kind === "robot");
    const served = plan.machines.findIndex((_, m) => cursor.operators(robot, m) > 0);
    if (served >= 0) {
      // at the front corner of the machine it serves
      const dz = (picture.robots.z[0] ?? 0) - (plan.machines[served]?.z ?? 0);
      expect(dz).toBeGreaterThan(0);
      expect(dz).toBeLessThan(1.5);
    }
  });

  it("shows the same moment the same way, reached directly or by playing", () => {
    const played = new TraceCursor(trace);
    const second = createPicture(line, plan, trace);
    for (let t = 0; t < trace.end * 0.7; t += 30e6) {
      played.seek(t);
      paint(second, played, slow);
    }
    const direct = new TraceCursor(trace);
    direct.seek(played.now);
    paint(picture, direct, slow);
    expect(picture.parts.count).toBe(second.parts.count);
    for (const key of ["x", "y", "z", "kind", "tone"] as const) {
      expect(picture.parts[key].slice(0, picture.parts.count)).toEqual(second.parts[key].slice(0, second.parts.count));
    }
    for (const key of ["x", "z", "yaw"] as const)
      expect(picture.people[key].slice(0, picture.people.count)).toEqual(
        second.people[key].slice(0, second.people.count),
      );
    expect(picture.drive).toEqual(second.drive);
    expect(picture.joints).toEqual(second.joints);
    expect(picture.lamp).toEqual(second.lamp);
  });

  it("glides only from where the part was to where it is, and arrives", () => {
    const { time, kind, a, b } = trace.columns;
    const row = time.findIndex((t, i) => t > 3600e6 && kind[i] === 1 && b[i] === Place.buffer);
    const t = time[row] ?? 0;
    const part = a[row] ?? 0;
    const at = (dt: number, glide: number): Picture => {
      const fresh = createPicture(line, plan, trace);
      const there = new TraceCursor(trace);
      there.seek(t + dt);
      paint(fresh, there, { ...slow, glide });
      return fresh;
    };
    const still = new TraceCursor(trace);
    still.seek(t);
    const from: [number, number, number] = [0, 0, 0];
    expect(placeOf(plan, still, still.cameFrom(part), 0, 1, from)).toBe(true);
    // at the first instant it is still seen where it came from; without glide nothing is there but what the trace says
    expect(spots(at(0, 10e6), 0, at(0, 10e6).partsInLine)).toContain(
      Array.from(Float32Array.from(from), (n) => n.toFixed(3)).join(),
    );
    expect(at(0, 0).partsInLine).toBe(at(0, 10e6).partsInLine);
  });

  it("jumps where parts are too quick for the eye, or motion is unwelcome", () => {
    const glide = (factor: number, isCalm: boolean): View => viewAt(1e9, factor, isCalm, { ...stillView });
    expect(glide(1, false).glide).toBe(0.6e6);
    expect(glide(60, false).glide).toBeLessThanOrEqual(40e6);
    for (const view of [glide(600, false), glide(7200, false), glide(10, true)]) expect(view).toEqual(stillView);
  });
});

describe("crates and racks", () => {
  const base = machiningLine();
  const many = {
    ...base,
    stations: base.stations.map((station) =>
      station.id === "op10" ? { ...station, machines: 30, floor: { width: 0.25, depth: 0.2 } } : station,
    ),
    flows: base.flows?.map((flow) => ({ ...flow, capacity: 120 })),
  } as typeof base;
  const cursor = new TraceCursor(syntheticTrace(many, 6));
  const picture = createPicture(many, planLine(many), cursor.trace);
  const crate = partForms.indexOf("crate");

  it.each([0.5, 2, 4, 5.9])("draws a crate for every five parts begun, and nothing loose, at %d h", (hours) => {
    cursor.seek(hours * 3600e6);
    paint(picture, cursor, stillView);
    const waiting = picture.plan.racks.map((_, f) => cursor.countIn(cursor.bufferSlot(f)));
    const drawn = picture.parts.kind.slice(0, picture.partsInLine).filter((kind) => kind === crate).length;
    expect(drawn).toBe(waiting.reduce((sum, n) => sum + Math.ceil(Math.min(n, 120) / 5), 0));
  });

  it.each([0.5, 2, 4, 5.9])("gives a rack the state most of its machines are in, at %d h", (hours) => {
    cursor.seek(hours * 3600e6);
    paint(picture, cursor, stillView);
    expect(picture.unitLamp).toHaveLength(picture.plan.units.length);
    expect(picture.plan.units.filter((unit) => unit.machines > 1).map((unit) => unit.machines)).toEqual([24, 6]);
    picture.plan.units.forEach((unit, u) => {
      const own = [...picture.lamp.slice(unit.first, unit.first + unit.machines)];
      const times = (state: number): number => own.filter((other) => other === state).length;
      expect(times(picture.unitLamp[u] ?? -1)).toBe(Math.max(...own.map(times)));
    });
  });
});
