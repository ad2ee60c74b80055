import { describe, expect, it } from "vitest";
import type { Range, Scenario } from "../../src/model";
import { applyPlan, Catalogue, effectFigures, placeRetrofit, type CatalogueEntry } from "../../src/retrofit";
import { planOf, readJson, readScenario } from "./files";

const catalogue = Catalogue.parse(readJson("catalogue/retrofits.json"));
const machining = readScenario("machining.json");

function entry(id: string): CatalogueEntry {
  const found = catalogue.entries.find((e) => e.retrofit.id === id);
  if (!found) throw new Error(`no entry ${id}`);
  return found;
}

function withPlaced(...places: [string, string?][]): Scenario {
  const retrofits = places.map(([id, station]) => {
    const placed = placeRetrofit(entry(id), machining.line, station);
    if (!placed.ok) throw new Error(JSON.stringify(placed.problems));
    return placed.retrofit;
  });
  return { ...machining, retrofits };
}

function problems(scenario: Scenario): string[] {
  const applied = applyPlan(scenario, planOf(scenario.retrofits.map((r) => r.id)));
  return applied.ok ? [] : applied.problems.map((p) => p.code);
}

const total = (cost: Record<string, Range>, end: "low" | "likely" | "high"): number =>
  Object.values(cost).reduce<number>((sum, v) => sum + (typeof v === "number" ? v : v[end]), 0);

describe("catalogue", () => {
  it("has unique entries whose costs rise from low to high", () => {
    const ids = catalogue.entries.map((e) => e.retrofit.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { retrofit } of catalogue.entries) {
      const [low, likely, high] = (["low", "likely", "high"] as const).map((end) => total(retrofit.cost, end));
      expect(low, retrofit.id).toBeLessThan(likely ?? 0);
      expect(likely, retrofit.id).toBeLessThan(high ?? 0);
      expect(retrofit.evidence.length, retrofit.id).toBeGreaterThan(0);
    }
  });

  it.each(catalogue.entries.map((e): [string, CatalogueEntry] => [e.retrofit.id, e]))(
    "%s gives a valid line wherever it can be placed, in every case",
    (_id, one) => {
      // vehicles have something to do only where parts are carried
      const flows = machining.line.flows!.map((flow) => ({ ...flow, transport: { time: 60, lot: 20 } }));
      const line = one.scope === "transport" ? { ...machining.line, flows } : machining.line;
      // sector machines meet no such station on this line: there, OP30 stands for one of theirs
      const suited = one.kinds.length === 0 || line.stations.some((station) => one.kinds.includes(station.kind));
      const stations = line.stations.map((s) => (!suited && s.id === "op30" ? { ...s, kind: one.kinds[0]! } : s));
      let placedSomewhere = 0;
      for (const station of one.scope !== "station" ? [undefined] : stations.map((s) => s.id)) {
        const placed = placeRetrofit(one, { ...line, stations }, station);
        if (!placed.ok) {
          expect(placed.problems.map((p) => p.params.what)).toEqual(["nothingToChange"]);
          continue;
        }
        placedSomewhere += 1;
        const needed = withPlaced(...placed.retrofit.requires.flat().map((id): [string] => [id])).retrofits;
        const scenario = { ...machining, line, retrofits: [...needed, placed.retrofit] };
        for (const end of ["low", "likely", "high"] as const) {
          const applied = applyPlan(scenario, planOf(scenario.retrofits.map((r) => r.id)), { case: end });
          expect(applied.ok ? [] : applied.problems, `${placed.retrofit.id} ${end}`).toEqual([]);
        }
      }
      expect(placedSomewhere).toBeGreaterThan(0);
    },
  );
});

describe("what a person reads of an entry", () => {
  it("covers R01 to R16, each with what it needs and when not to buy it, in both languages", () => {
    const keys = new Set(catalogue.entries.flatMap(({ retrofit }) => retrofit.catalogue));
    expect([...keys].sort()).toEqual(Array.from({ length: 16 }, (_, i) => `R${String(i + 1).padStart(2, "0")}`));
    for (const { retrofit, prerequisites, whenNot } of catalogue.entries) {
      expect(prerequisites.length, retrofit.id).toBeGreaterThan(0);
      for (const { zh, en } of [...prerequisites, ...whenNot]) {
        expect(zh, retrofit.id).toMatch(/\p{Script=Han}/u);
        expect(en, retrofit.id).not.toMatch(/\p{Script=Han}|!/u);
      }
    }
  });

  it("has a range that rises or falls through its likely value, for every figure", () => {
    for (const { retrofit } of catalogue.entries)
      for (const { low, likely, high, target } of effectFigures(retrofit))
        expect((likely - low) * (high - likely), `${retrofit.id} ${target}`).toBeGreaterThanOrEqual(0);
  });
});

describe("placeRetrofit", () => {
  it("fills the station and its people in, and leaves out what is not there", () => {
    const placed = placeRetrofit(entry("R01"), machining.line, "op30");
    if (!placed.ok) throw new Error("places");
    expect(placed.retrofit.id).toBe("R01-op30");
    expect(placed.retrofit.excludes).toEqual(["R02-op30"]);
    expect(placed.leftOut).toEqual([]);
    const applied = applyPlan({ ...machining, retrofits: [placed.retrofit] }, planOf(["R01-op30"]));
    if (!applied.ok) throw new Error("applies");
    const op30 = applied.line.stations.find((s) => s.id === "op30");
    expect(op30?.load).toMatchObject({ time: { mean: 34, cv: 0.05 }, operators: { pool: "cell-op30" } });
    expect(op30?.failures.at(-1)).toMatchObject({ id: "cellStop", repairers: { pool: "mill" } });

    const network = placeRetrofit(entry("R05"), machining.line);
    expect(network.ok && network.leftOut).toContain("stations.pack.failures.shortStop.timeToRepair");
  });

  it("counts the cost by machine or station, with the platform once", () => {
    const cost = (id: string, station?: string): number => {
      const placed = placeRetrofit(entry(id), machining.line, station);
      return placed.ok ? total(placed.retrofit.cost, "likely") : NaN;
    };
    expect(cost("R04", "op30")).toBe(250_000);
    expect(cost("R11", "op10")).toBe(4 * 90_000);
    // 14 machines can fail: ten lathes and mills of OP10 to OP30, two drills, saw and washer
    expect(cost("R05")).toBeCloseTo(14 * 12_000 + 120_000, 6);
    expect(cost("R06")).toBe(60_000);
  });

  it("says why not", () => {
    const nothing = { ok: false, problems: [{ code: "notSupported", params: { what: "nothingToChange" } }] };
    // nobody loads the saw, packing has no set-up, a lathe inspects nothing, a washer is no sewing seat
    for (const [id, station] of [
      ["R01", "saw"],
      ["R04", "pack"],
      ["R10", "op10"],
      ["R14a", "wash"],
    ] as const) {
      expect(placeRetrofit(entry(id), machining.line, station), id).toEqual({
        ...nothing,
        problems: [{ ...nothing.problems[0], path: `retrofits.${id}` }],
      });
    }
    expect(placeRetrofit(entry("R04"), machining.line, "op99")).toMatchObject({
      ok: false,
      problems: [{ code: "unknownReference" }],
    });
  });

  it("needs people to replace wherever it names them", () => {
    for (const one of catalogue.entries) {
      if (JSON.stringify(one.retrofit.effects).includes("{pool}")) expect(one.needs).toContain("load.operators");
    }
  });

  it("excludes and requires place by place", () => {
    expect(problems(withPlaced(["R01", "op30"], ["R02", "op30"]))).toContain("excluded");
    expect(problems(withPlaced(["R01", "op30"], ["R02", "op10"]))).toEqual([]);
    expect(problems(withPlaced(["R04", "op30"], ["R03", "op30"]))).toContain("excluded");
    expect(problems(withPlaced(["R12"]))).toEqual(["requires"]);
    expect(problems(withPlaced(["R05"], ["R12"], ["R06"], ["R07"], ["R16"]))).toEqual([]);
  });
});
