import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkScenario, parseScenario, physicsKey, type Problem, scenarioJsonSchema } from "../../src/model";

const library = { retrofits: [], policies: [] };
const smallest = {
  schemaVersion: 1,
  line: {
    supply: { kind: "unlimited" },
    calendar: { continuous: true },
    stations: [
      { id: "m1", process: { time: { dist: "exponential", mean: 60 } } },
      { id: "m2", machines: 2, process: { time: { dist: "erlang", mean: 100, k: 2 } } },
    ],
    flows: [{ from: "m1", to: "m2", capacity: 3 }],
  },
  run: { hours: 2000, warmUpHours: 100, replications: 20, seed: 1 },
};

function problems(json: unknown): Problem[] {
  const result = checkScenario(json, library);
  return result.ok ? [] : result.problems;
}
const edited = (edit: (s: typeof smallest & Record<string, unknown>) => void) => {
  const copy = structuredClone(smallest) as typeof smallest & Record<string, unknown>;
  edit(copy);
  return copy;
};

describe("scenario files", () => {
  it("a line alone is enough; defaults are filled", () => {
    const result = checkScenario(
      { schemaVersion: 1, line: { stations: [{ id: "a", process: { time: 5 } }] } },
      library,
    );
    expect(result.ok && result.value.run).toEqual({ hours: 2000, warmUpHours: 100, replications: 20, seed: 1 });
    expect(result.ok && result.value.line.supply).toEqual({ kind: "unlimited" });
  });

  const faults: [string, unknown, Partial<Problem>][] = [
    [
      "an unknown key names the nearest known one",
      edited((s) => Object.assign(s.line.stations[0]!, { machnes: 2 })),
      { path: "line.stations[0].machnes", code: "unknownKey", params: { key: "machnes", nearest: "machines" } },
    ],
    [
      "a count below one",
      edited((s) => (s.line.stations[1]!.machines = 0)),
      { path: "line.stations[1].machines", code: "tooSmall" },
    ],
    [
      "a word where a number belongs",
      edited((s) => Object.assign(s.line.stations[1]!, { machines: "two" })),
      { path: "line.stations[1].machines", code: "wrongType", params: { expected: "number", found: '"two"' } },
    ],
    [
      "an unknown distribution lists the known ones",
      edited((s) => (s.line.stations[0]!.process.time.dist = "exponentail")),
      { path: "line.stations[0].process.time.dist", code: "notOneOf" },
    ],
    [
      "a negative mean",
      edited((s) => (s.line.stations[0]!.process.time.mean = -1)),
      { path: "line.stations[0].process.time.mean", code: "tooSmall" },
    ],
    [
      "a flow to nowhere",
      edited((s) => (s.line.flows[0]!.to = "m9")),
      { path: "line.flows[0].to", code: "unknownReference" },
    ],
    ["two stations of one name", edited((s) => (s.line.stations[1]!.id = "m1")), { code: "duplicateId" }],
    ["a missing line", { schemaVersion: 1 }, { path: "line", code: "missing" }],
    [
      "a file of the future",
      { ...smallest, schemaVersion: 99 },
      { path: "schemaVersion", code: "newerVersion", params: { version: 99 } },
    ],
    ["no scenario at all", [1, 2], { path: "", code: "wrongType" }],
    [
      "an operator pool that does not exist",
      edited((s) => Object.assign(s.line.stations[0]!.process, { operators: { pool: "ghost" } })),
      { path: "line.stations[0].process.operators.pool", code: "unknownReference" },
    ],
    [
      "failures without a clock",
      edited((s) => Object.assign(s.line.stations[0]!, { failures: [{ id: "f", timeToRepair: 5 }] })),
      { path: "line.stations[0].failures[0].timeToFailure", code: "missing" },
    ],
  ];
  it.each(faults)("%s", (_, json, expected) => {
    expect(problems(json)).toEqual(expect.arrayContaining([expect.objectContaining(expected)]));
  });

  it("text that is no JSON, a huge file and hostile keys are refused, not thrown", () => {
    for (const [text, code] of [
      ["{", "notJson"],
      ["", "notJson"],
      [" ".repeat(5_000_001), "tooLarge"],
    ] as const) {
      const result = parseScenario(text, library);
      expect(!result.ok && result.problems[0]!.code).toBe(code);
    }
    const hostile = parseScenario(
      '{"schemaVersion":1,"__proto__":{"polluted":1},"line":{"stations":[{"id":"a","process":{"time":1}}]}}',
      library,
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(hostile.ok).toBeDefined();
  });

  it("the published JSON Schema is the schema", () => {
    const published = JSON.parse(readFileSync("public/schema/scenario-v1.json", "utf8")) as object;
    expect(published).toMatchObject(scenarioJsonSchema() as object);
  });
});

describe("physics key", () => {
  const lineOf = (json: unknown) => {
    const result = checkScenario(json, library);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.value;
  };
  const key = (json: unknown) => {
    const s = lineOf(json);
    return physicsKey(s.line, s.run);
  };

  it("renaming, moving and repricing keep it; physics change it", () => {
    const base = key(smallest);
    expect(
      key(
        edited((s) =>
          Object.assign(s.line.stations[0]!, { name: { zh: "车床", en: "Lathe" }, position: { x: 1, y: 2 } }),
        ),
      ),
    ).toBe(base);
    expect(
      key(edited((s) => Object.assign(s.line, { demand: { perYear: 5 }, products: [{ id: "p", price: 9 }] }))),
    ).toBe(key(edited((s) => Object.assign(s.line, { products: [{ id: "p", price: 1 }] }))));
    expect(key(edited((s) => (s.line.flows[0]!.capacity = 4)))).not.toBe(base);
    expect(key(edited((s) => (s.run.seed = 2)))).not.toBe(base);
  });
});
