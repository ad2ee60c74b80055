import { describe, expect, it } from "vitest";
import { overlap, pads } from "../../src/scene/plan/pads";
import { planLine } from "../../src/scene/plan/planLine";
import { rackFor, rackSlot } from "../../src/scene/plan/rack";
import { roleOf } from "../../src/scene/plan/needs";
import { formsOf, partForms } from "../../src/scene/plan/forms";
import { modelRuns } from "../../src/scene/runModel";
import type { LinePlan } from "../../src/scene/plan/types";
import { readdirSync, readFileSync } from "node:fs";
import { blockOf } from "../../src/scene/plan/block";
import machining from "../../scenarios/lines/machining.json";
import { Line } from "../../src/model";
import { machiningLine } from "./machiningLine";
import { syntheticTrace } from "./syntheticTrace";

function expectNoOverlap(plan: LinePlan): void {
  const all = pads(plan);
  expect(all.length).toBeGreaterThan(plan.machines.length);
  all.forEach((a, i) => {
    all.slice(i + 1).forEach((b, j) => {
      expect(overlap(a, b), `${i} (${JSON.stringify(a)}) and ${i + 1 + j} (${JSON.stringify(b)})`).toBe(false);
    });
    expect(a.x - a.width / 2).toBeGreaterThan(plan.minX);
    expect(a.x + a.width / 2).toBeLessThan(plan.maxX);
    expect(a.z - a.depth / 2).toBeGreaterThan(plan.minZ);
    expect(a.z + a.depth / 2).toBeLessThan(plan.maxZ);
  });
}

describe("planLine", () => {
  it("puts nothing on anything else, by itself and with a plan's machines and robot", () => {
    expectNoOverlap(planLine(machiningLine()));
    expectNoOverlap(planLine(machiningLine({ machines: { op30: 5, gauge: 2 }, robotAt: "op10" })));
  });

  it("finds room for everything on the floor of the real scenario", () => {
    expectNoOverlap(planLine(Line.parse(machining.line)));
  });

  it("keeps to given positions, the middle of a station's machines", () => {
    const line = machiningLine();
    line.stations.forEach((station, i) => (station.position = { x: 4 + i * 9, y: 9 }));
    const plan = planLine(line);
    expectNoOverlap(plan);
    line.stations.forEach((station, s) => {
      const own = plan.machines.filter((machine) => machine.station === s);
      const middle = own.reduce((sum, machine) => sum + machine.z, 0) / own.length;
      expect(own.every((machine) => machine.x === station.position?.x)).toBe(true);
      expect(middle).toBeCloseTo(9, 6);
    });
  });

  it("spreads the machines of a station by floor depth and a metre", () => {
    const plan = planLine(machiningLine());
    const lathes = plan.machines.filter((machine) => plan.stations[machine.station]?.id === "op10");
    expect(lathes).toHaveLength(4);
    for (let i = 1; i < lathes.length; i++) expect((lathes[i]?.z ?? 0) - (lathes[i - 1]?.z ?? 0)).toBeCloseTo(3, 9);
  });

  it("puts two runs on the same floor", () => {
    const before = machiningLine();
    const after = machiningLine({ machines: { op30: 4 } });
    const [a, b] = modelRuns([
      { id: "A", title: "", line: before, trace: syntheticTrace(before, 0.1) },
      {
        id: "B",
        title: "",
        line: after,
        trace: syntheticTrace(after, 0.1),
        changed: { stations: [], pools: [], addedMachines: { op30: 1 } },
      },
    ]);
    a?.plan.stations.forEach((spot, s) => {
      expect(b?.plan.stations[s]?.x).toBe(spot.x);
      expect(b?.plan.machines[b.plan.stations[s]?.firstMachine ?? -1]?.z).toBe(a.plan.machines[spot.firstMachine]?.z);
    });
    expect(
      b?.plan.machines.filter((machine) => machine.added).map((machine) => b.plan.stations[machine.station]?.id),
    ).toEqual(["op30"]);
  });

  it("gives every place of a rack its own spot, inside the rack", () => {
    for (const capacity of [1, 4, 40, 80, 120, 400, 500, 600, null]) {
      const rack = rackFor(capacity, -1);
      if (capacity !== null && capacity <= 100) expect([rack.slots, rack.perSlot]).toEqual([capacity, 1]);
      const seen = new Set<string>();
      const at: [number, number] = [0, 0];
      for (let i = 0; i < rack.slots * rack.perSlot; i++) {
        rackSlot(rack, i, at);
        seen.add(at.map((n) => n.toFixed(3)).join());
        expect(Math.abs(at[0])).toBeLessThan(rack.width / 2);
        expect(Math.abs(at[1])).toBeLessThan(rack.depth / 2);
      }
      expect(seen.size).toBe(rack.slots);
    }
  });

  it("puts many parts in crates of a round number, so that no rack is longer than a machine's room", () => {
    for (const [capacity, perSlot, slots] of [
      [120, 5, 24],
      [400, 20, 20],
      [600, 20, 30],
      [10_000, 500, 20],
    ] as const) {
      const rack = rackFor(capacity, 1);
      expect([rack.perSlot, rack.slots]).toEqual([perSlot, slots]);
      expect(rack.depth).toBeLessThan(4.5);
    }
  });

  it("knows setters from operators, and what a part looks like on its way", () => {
    const line = machiningLine();
    expect(roleOf(line, "setter")).toBe("setter");
    expect(roleOf(line, "mill")).toBe("operator");
    const forms = formsOf(line);
    expect([...forms.after].map((form) => partForms[form])).toEqual([
      "blank",
      "hub",
      "hub",
      "milled",
      "drilled",
      "drilled",
      "drilled",
      "drilled",
      "carton",
    ]);
    expect(partForms[forms.before[0] ?? 0]).toBe("bar");
  });
});

describe("blockOf", () => {
  const { width, depth } = { width: 3, depth: 2 };

  it("keeps up to four machines behind one another, a metre apart", () => {
    for (const n of [1, 2, 3, 4]) {
      const block = blockOf(n, { width, depth });
      expect(block.width).toBeCloseTo(width, 9);
      expect(block.depth).toBeCloseTo(n * 3 - 1, 9);
      for (const [x] of block.places) expect(x).toBeCloseTo(1.5, 9);
    }
  });

  it("lays many machines in columns, none on another, nearly as deep as wide", () => {
    for (let n = 5; n <= 60; n++) {
      for (const floor of [
        { width: 3, depth: 2 },
        { width: 5.5, depth: 1.8 },
        { width: 1.2, depth: 1.4 },
        { width: 0.25, depth: 0.2 },
      ]) {
        const block = blockOf(n, floor);
        expect(block.places).toHaveLength(n);
        const spots = block.places.map(([x, z]) => ({ x, z, ...floor }));
        spots.forEach((a, i) => {
          expect(spots.slice(i + 1).some((b) => overlap(a, b))).toBe(false);
          expect(a.x - a.width / 2).toBeGreaterThan(-1e-9);
          expect(a.x + a.width / 2).toBeLessThan(block.width + 1e-9);
          expect(a.z - a.depth / 2).toBeGreaterThan(-1e-9);
          expect(a.z + a.depth / 2).toBeLessThan(block.depth + 1e-9);
        });
        expect(Math.max(block.width / block.depth, block.depth / block.width)).toBeLessThan(3.1);
      }
    }
  });

  it("stands 120 ageing channels in five racks of 24", () => {
    const block = blockOf(120, { width: 0.25, depth: 0.2 });
    expect(block.units.map((unit) => unit.machines)).toEqual([24, 24, 24, 24, 24]);
    for (const unit of block.units) {
      expect(unit.width * unit.depth).toBeCloseTo(1.2, 9);
      expect(Math.max(unit.width, unit.depth)).toBeCloseTo(1.2, 9);
    }
    expect(block.width).toBeLessThan(7);
    expect(block.depth).toBeLessThan(7);
  });
});

describe("the ready lines", () => {
  const folder = new URL("../../scenarios/lines/", import.meta.url);
  // the line fitted from measurements keeps the places it was measured in
  const files = readdirSync(folder).filter((name) => !name.startsWith("dream"));

  it.each(files)("%s stands without overlap in a hall of sensible proportions", (file) => {
    const line = Line.parse((JSON.parse(readFileSync(new URL(file, folder), "utf8")) as { line: unknown }).line);
    const plan = planLine(line);
    expectNoOverlap(plan);
    expect(plan.homes.filter((home) => home !== null)).toHaveLength(
      line.operators.filter((pool) => pool.kind === "person").length,
    );
    const width = plan.maxX - plan.minX;
    const depth = plan.maxZ - plan.minZ;
    expect(width / depth, `${width} × ${depth}`).toBeGreaterThan(0.7);
    expect(width / depth, `${width} × ${depth}`).toBeLessThan(2.6);
    // no station drives the hall: what stands fills a fair part of it
    const used = pads(plan).reduce((sum, pad) => sum + pad.width * pad.depth, 0);
    expect(used / (width * depth)).toBeGreaterThan(0.12);
    expect(plan.units.reduce((sum, unit) => sum + unit.machines, 0)).toBe(plan.machines.length);
    plan.machines.forEach((machine, m) => {
      const unit = plan.units[machine.unit];
      expect(unit && m >= unit.first && m < unit.first + unit.machines).toBe(true);
    });
  });

  it("draws no machine of theirs as an anonymous box", () => {
    for (const file of files) {
      const line = Line.parse((JSON.parse(readFileSync(new URL(file, folder), "utf8")) as { line: unknown }).line);
      for (const spot of planLine(line).stations) expect(spot.shape, `${file} ${spot.id}`).not.toBe("generic");
    }
  });
});
