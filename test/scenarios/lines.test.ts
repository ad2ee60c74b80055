import { describe, expect, it } from "vitest";
import { applyPlan } from "../../src/retrofit";
import { checked, lineFiles, readJson, readScenario } from "./files";

const asciiOnly = (text: string): boolean => /^[\x20-\x7E]*$/.test(text);
const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Every {zh, en} in a file, with the place it stands. */
function namesIn(value: unknown, path = ""): { path: string; zh: string; en: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const record = value as Record<string, unknown>;
  if (typeof record.zh === "string" && typeof record.en === "string") return [{ path, zh: record.zh, en: record.en }];
  return Object.entries(record).flatMap(([key, inner]) => namesIn(inner, `${path}/${key}`));
}

it("there are scenario files", () => {
  expect(lineFiles).toEqual(expect.arrayContaining(["dream-11-station.json", "machining.json"]));
});

describe.each(lineFiles)("%s", (name) => {
  const raw = readJson(`lines/${name}`);

  it("is a valid scenario", () => {
    const result = checked(name);
    expect(result.ok ? [] : result.problems).toEqual([]);
  });

  it("has unique ids and references that exist", () => {
    const { line, retrofits, plans } = readScenario(name);
    const stations = line.stations.map((station) => station.id);
    const pools = line.operators.map((pool) => pool.id);
    const unique = (ids: string[]): void => expect(new Set(ids).size).toBe(ids.length);
    for (const ids of [stations, pools, retrofits.map((r) => r.id), plans.map((p) => p.id)]) unique(ids);
    for (const flow of line.flows ?? []) expect(stations).toEqual(expect.arrayContaining([flow.from, flow.to]));
    for (const station of line.stations) {
      unique(station.failures.map((failure) => failure.id));
      const needs = [station.process.operators, station.load?.operators, station.setup?.operators];
      for (const need of [...needs, ...station.failures.map((f) => f.repairers)])
        if (need) expect(pools).toContain(need.pool);
    }
    const known = retrofits.map((retrofit) => retrofit.id);
    for (const retrofit of retrofits) {
      for (const id of [...retrofit.excludes, ...retrofit.bundleOf, ...retrofit.requires.flat()])
        expect(known).toContain(id);
    }
  });

  it("has a baseline plan, and every plan gives a valid line", () => {
    const scenario = readScenario(name);
    expect(scenario.plans[0]).toMatchObject({ id: "baseline", retrofits: [] });
    for (const plan of scenario.plans) {
      const applied = applyPlan(scenario, plan);
      expect(applied.ok ? [] : applied.problems, plan.id).toEqual([]);
      if (applied.ok && plan.id !== "baseline") expect(applied.touched.length, plan.id).toBeGreaterThan(0);
    }
  });

  it("excludes symmetrically, and a bundle excludes its parts", () => {
    const { retrofits } = readScenario(name);
    const byId = new Map(retrofits.map((retrofit) => [retrofit.id, retrofit]));
    for (const retrofit of retrofits) {
      for (const other of retrofit.excludes)
        expect(byId.get(other)?.excludes, `${other} of ${retrofit.id}`).toContain(retrofit.id);
      expect(retrofit.excludes).toEqual(expect.arrayContaining(retrofit.bundleOf));
    }
  });

  it("speaks both languages everywhere, and states its assumptions", () => {
    const names = namesIn(raw);
    expect(names.length).toBeGreaterThan(20);
    for (const { path, zh, en } of names) {
      expect(zh.trim(), path).not.toBe("");
      expect(en.trim(), path).not.toBe("");
      expect(asciiOnly(en.replaceAll(/[’“”≥≤×üö–]/gu, "")), `${path}: ${en}`).toBe(true);
      if (en.length > 12) expect(hasHan(zh), `${path}: ${zh}`).toBe(true);
    }
    const { meta, retrofits } = readScenario(name);
    expect(meta.assumptions.length).toBeGreaterThan(3);
    for (const retrofit of retrofits) expect(retrofit.evidence.length, retrofit.id).toBeGreaterThan(0);
  });
});
