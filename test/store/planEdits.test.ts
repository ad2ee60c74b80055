import { describe, expect, it } from "vitest";
import { checkScenario, type Scenario } from "../../src/model";
import { applyPlan, Catalogue } from "../../src/retrofit";
import {
  placesOf,
  placeWithNeeds,
  withoutPlan,
  withPlanCopy,
  withPlanName,
  withRetrofitPlan,
  type Project,
} from "../../src/store";
import { readJson, readScenario } from "../scenarios/files";

const catalogue = Catalogue.parse(readJson("catalogue/retrofits.json"));
const machining = readScenario("machining.json");
const project: Project = { scenario: machining, demand: { kind: "all" } };
const entry = (id: string) => catalogue.entries.find(({ retrofit }) => retrofit.id === id)!;
const named = (name: { zh: string; en: string }) => ({ zh: `${name.zh} 2`, en: `${name.en} 2` });

function isSound(scenario: Scenario): void {
  expect(checkScenario(scenario, { retrofits: [], policies: [] })).toMatchObject({ ok: true });
}
function applies(scenario: Scenario, planId: string): string[] {
  const applied = applyPlan(
    scenario,
    scenario.plans.find(({ id }) => id === planId)!,
  );
  return applied.ok ? [] : applied.problems.map(({ code }) => code);
}

describe("a plan from the catalogue", () => {
  it.each(
    catalogue.entries.flatMap((one): [string, string | undefined][] => {
      const id = one.retrofit.id;
      if (one.scope === "station") return placesOf(one, machining.line).map((place): [string, string] => [id, place]);
      return one.scope === "line" ? [[id, undefined]] : [];
    }),
  )("%s at %s is valid and can be applied, with what it needs", (id, place) => {
    const placed = placeWithNeeds(catalogue, entry(id), machining, place);
    if (!placed.ok) throw new Error(JSON.stringify(placed.problems));
    const made = withRetrofitPlan(project, [placed.retrofit, ...placed.needed], id, placed.reuse);
    isSound(made.project.scenario);
    expect(applies(made.project.scenario, made.planId)).toEqual([]);
  });

  it("brings what it requires along, or uses what is there already", () => {
    const alone = placeWithNeeds(catalogue, entry("R12"), machining);
    expect(alone.ok && alone.needed.map(({ id }) => id)).toEqual(["R05"]);
    if (!alone.ok) return;
    const made = withRetrofitPlan(project, [alone.retrofit, ...alone.needed], "R12");
    const again = placeWithNeeds(catalogue, entry("R12"), made.project.scenario);
    expect(again.ok && [again.needed, again.reuse]).toEqual([[], ["R05"]]);
  });

  it("twice at one place gets a number, and the two are rivals", () => {
    const placed = placeWithNeeds(catalogue, entry("R04"), machining, "op30");
    if (!placed.ok) throw new Error("places");
    const once = withRetrofitPlan(project, [placed.retrofit], "R04");
    const twice = withRetrofitPlan(once.project, [placed.retrofit], "R04");
    expect([once.planId, twice.planId]).toEqual(["R04", "R04-2"]);
    expect(twice.project.scenario.retrofits.at(-1)).toMatchObject({ id: "R04-op30-2" });
    expect(twice.project.scenario.retrofits.at(-1)?.excludes).toContain("R04-op30");
    isSound(twice.project.scenario);
  });

  it("vehicles need something to carry: refused with the reason, at work where parts are carried", () => {
    expect(placeWithNeeds(catalogue, entry("R09"), machining)).toMatchObject({
      ok: false,
      problems: [{ params: { what: "noTransport" } }],
    });
    const carried: Scenario = {
      ...machining,
      line: {
        ...machining.line,
        flows: machining.line.flows!.map((flow, i) => (i === 0 ? { ...flow, transport: { time: 60, lot: 10 } } : flow)),
      },
    };
    const placed = placeWithNeeds(catalogue, entry("R09"), carried);
    if (!placed.ok) throw new Error("places");
    const lot = placed.retrofit.effects.find(({ target }) => target.endsWith(".lot"));
    // parts are counted: 10 · 0.667 is 7 of them
    expect(lot).toMatchObject({ op: "set", value: { low: 10, likely: 7, high: 5 } });
    const made = withRetrofitPlan({ ...project, scenario: carried }, [placed.retrofit], "R09");
    expect(applies(made.project.scenario, made.planId)).toEqual([]);
    const after = applyPlan(made.project.scenario, made.project.scenario.plans.at(-1)!);
    if (!after.ok) throw new Error("applies");
    expect(placeWithNeeds(catalogue, entry("R09"), { ...carried, line: after.line })).toMatchObject({
      ok: false,
      problems: [{ code: "duplicateId" }],
    });
  });
});

describe("the shelf", () => {
  it("copies a plan with its retrofits, so that the copy can go its own way", () => {
    const copy = withPlanCopy(project, "DE", named)!;
    const { scenario } = copy.project;
    expect(copy.planId).toBe("DE2");
    const plan = scenario.plans.find(({ id }) => id === "DE2");
    expect(plan).toMatchObject({ retrofits: ["D2", "E2"] });
    expect(plan?.name?.en).toMatch(/ 2$/);
    expect(scenario.plans.findIndex(({ id }) => id === "DE2")).toBe(
      machining.plans.findIndex(({ id }) => id === "DE") + 1,
    );
    isSound(scenario);
    expect(applies(scenario, "DE2")).toEqual([]);
    expect(withPlanCopy(copy.project, "DE", named)?.planId).toBe("DE3");
  });

  it("renames a plan and nothing else", () => {
    const after = withPlanName(project, "D", { zh: "新", en: "New" }).scenario;
    expect(after.plans.find(({ id }) => id === "D")?.name).toEqual({ zh: "新", en: "New" });
    expect(after.retrofits).toBe(machining.retrofits);
    expect(after.line).toBe(machining.line);
  });

  it("takes a plan out with what only it had, and keeps what others need", () => {
    const made = withPlanCopy(project, "J", named)!;
    const after = withoutPlan(made.project, made.planId).scenario;
    expect(after).toEqual(machining);
    // D and E stand in a plan of their own
    expect(withoutPlan(project, "DE").scenario.retrofits).toEqual(machining.retrofits);
    isSound(withoutPlan(project, "D").scenario);
    expect(withoutPlan(project, "nobody")).toBe(project);
  });
});
