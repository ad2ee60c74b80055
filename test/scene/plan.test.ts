import { describe, expect, it } from "vitest";
import { overlap, pads } from "../../src/scene/plan/pads";
import { planLine } from "../../src/scene/plan/planLine";
import { rackFor, rackSlot } from "../../src/scene/plan/rack";
import { roleOf } from "../../src/scene/plan/needs";
import { formsOf, partForms } from "../../src/scene/plan/forms";
import { modelRuns } from "../../src/scene/runModel";
import type { LinePlan } from "../../src/scene/plan/types";
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
    for (const capacity of [1, 4, 40, 80, 500, null]) {
      const rack = rackFor(capacity, -1);
      if (capacity !== null && capacity <= 100) expect(rack.slots).toBe(capacity);
      const seen = new Set<string>();
      const at: [number, number] = [0, 0];
      for (let i = 0; i < rack.slots; i++) {
        rackSlot(rack, i, at);
        seen.add(at.map((n) => n.toFixed(3)).join());
        expect(Math.abs(at[0])).toBeLessThan(rack.width / 2);
        expect(Math.abs(at[1])).toBeLessThan(rack.depth / 2);
      }
      expect(seen.size).toBe(rack.slots);
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
