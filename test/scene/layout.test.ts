import { describe, expect, it } from "vitest";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Line } from "../../src/model";
import { scaleBar } from "../../src/scene/capture/caption";
import { snapped, stepped } from "../../src/scene/layout/grid";
import { conflictsOf, footprintsOf, newConflicts, type Footprint } from "../../src/scene/layout/footprints";
import { planAt, positionsOf } from "../../src/scene/layout/positions";
import { flowsOf } from "../../src/scene/plan/needs";
import { planLine } from "../../src/scene/plan/planLine";
import { machiningLine } from "./machiningLine";

const folder = join(import.meta.dirname, "../../scenarios/lines");
const lines = readdirSync(folder).map(
  (file) => [file, Line.parse(JSON.parse(readFileSync(join(folder, file), "utf8")).line)] as const,
);

describe("the grid", () => {
  it("has a line every metre, and a step goes to the next one", () => {
    expect([3.4, 3.6, -3.4, -0.2].map(snapped)).toEqual([3, 4, -3, 0]);
    expect([stepped(3.4, 1), stepped(3.4, -1), stepped(3, 1), stepped(3, -1), stepped(3.4, 5)]).toEqual([
      4, 3, 4, 2, 8,
    ]);
    expect(stepped(3.4, 0)).toBe(3.4);
  });
});

describe("positions", () => {
  it.each(lines)("%s: the rows written down as positions are the same hall", (_file, line) => {
    const rows = planLine(line);
    const placed = planAt(line, {}, positionsOf(rows));
    const near = (a: { x: number; z: number }, b: { x: number; z: number } | undefined | null): void => {
      expect(b?.x).toBeCloseTo(a.x, 1);
      expect(b?.z).toBeCloseTo(a.z, 1);
    };
    rows.stations.forEach((spot, s) => {
      near(spot, placed.stations[s]);
      expect([spot.id, placed.stations[s]?.flow]).toEqual([spot.id, spot.flow]);
    });
    rows.machines.forEach((machine, m) => near(machine, placed.machines[m]));
    rows.racks.forEach((rack, f) => near(rack, placed.racks[f]));
    rows.pallets.forEach((pallet, s) => pallet && near(pallet, placed.pallets[s]));
  });

  it("move one station and what belongs to it, and leave the machines of all others where they are", () => {
    const line = machiningLine();
    const rows = planLine(line);
    const first = rows.stations[0]!;
    const moved = planAt(line, {}, { ...positionsOf(rows), [first.id]: { x: first.room.x - 3, y: first.room.z + 2 } });
    expect(moved.stations[0]!.room.x).toBeCloseTo(first.room.x - 3, 1);
    expect(moved.raws[0]!.x).toBeCloseTo(rows.raws[0]!.x - 3, 1);
    rows.stations.slice(1).forEach((spot, i) => expect(moved.stations[i + 1]!.room.x).toBeCloseTo(spot.room.x, 1));
  });

  it("are found for a station that a plan brings into a line whose stations have theirs", () => {
    const line = machiningLine();
    const positions = positionsOf(planLine(line));
    const stations = line.stations.map((station) => ({ ...station, position: positions[station.id]! }));
    const { position: _none, ...stray } = { ...stations[2]!, id: "new" };
    const plan = planLine({ ...line, stations: [...stations, stray] });
    const at = plan.stations.at(-1)!;
    for (const other of plan.stations.slice(0, -1)) {
      const apart =
        Math.abs(at.room.x - other.room.x) >= (at.room.width + other.room.width) / 2 ||
        Math.abs(at.room.z - other.room.z) >= (at.room.depth + other.room.depth) / 2;
      expect(apart).toBe(true);
    }
  });
});

describe("footprints", () => {
  const box = (x: number, z: number, things: Footprint["things"] = []): Footprint => ({
    room: { x, z, width: 2, depth: 2 },
    things,
  });

  it("collide when machines touch, when nobody gets between them, when a rack has no room; else not", () => {
    expect(conflictsOf([box(0, 0), box(1.5, 0)])).toEqual([{ kind: "machines", a: 0, b: 1 }]);
    expect(conflictsOf([box(0, 0), box(2.5, 0)])).toEqual([{ kind: "aisle", a: 0, b: 1 }]);
    expect(conflictsOf([box(0, 0), box(2.9, 0)])).toEqual([]);
    const rack = { x: 2, z: 0, width: 1, depth: 1 };
    expect(conflictsOf([box(0, 0), box(3.2, 0, [rack])])).toEqual([]);
    expect(conflictsOf([box(0.8, 0), box(4.2, 0, [rack])])).toEqual([{ kind: "things", a: 0, b: 1 }]);
  });

  it("tell what a move has brought about and not what was there before", () => {
    const before = conflictsOf([box(0, 0), box(1.5, 0), box(10, 0)]);
    const after = conflictsOf([box(0, 0), box(1.5, 0), box(3, 0)]);
    expect(newConflicts(before, after)).toEqual([{ kind: "machines", a: 1, b: 2 }]);
  });

  it.each(lines)("%s: the rows that are laid by themselves have machines that do not touch", (_file, line) => {
    const plan = planLine(line);
    const found = conflictsOf(footprintsOf(plan, flowsOf(line)));
    expect(found.filter(({ kind }) => kind === "machines")).toEqual([]);
  });
});

describe("the scale bar under a picture", () => {
  it("is the longest round length that has room", () => {
    expect([scaleBar(10), scaleBar(30), scaleBar(60), scaleBar(400)]).toEqual([10, 5, 2, 0.5]);
  });
});
