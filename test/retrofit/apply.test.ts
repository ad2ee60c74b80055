import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distributionMean, Retrofit, ScenarioSchema, type LineInput, type Plan, type Scenario } from "../../src/model";
import { applyPlan, conflicts, type ApplyOptions } from "../../src/retrofit";

type Change = {
  target: string;
  op: "set" | "scale" | "add" | "remove" | "insert";
  value?: unknown;
  needsAction?: boolean;
};

const lineInput: LineInput = {
  calendar: { shifts: [{ id: "day", start: "08:00", end: "16:00" }] },
  operators: [
    { id: "setter", count: 2, headcount: 4, wagePerYear: 112_000 },
    { id: "spare", count: 1 },
  ],
  stations: [
    {
      id: "lathe",
      machines: 3,
      process: { time: { dist: "lognormal", mean: 100, cv: 0.2 } },
      load: { time: 30 },
      setup: { time: { dist: "normal", mean: 3600, sd: 600 }, everyParts: 100 },
      failures: [{ id: "stop", timeToFailure: { dist: "exponential", mean: 1800 }, timeToRepair: 60 }],
      quality: { defectRate: 0.02 },
    },
    { id: "pack", process: { time: { dist: "triangular", low: 10, mode: 20, high: 60 } } },
  ],
  flows: [{ from: "lathe", to: "pack", capacity: 5 }],
};

function retrofit(id: string, effects: Change[], rest: object = {}): Retrofit {
  return Retrofit.parse({ id, name: { zh: "改造", en: "Retrofit" }, kind: "control", effects, ...rest });
}

function scenarioOf(...retrofits: Retrofit[]): Scenario {
  return { ...ScenarioSchema.parse({ schemaVersion: 1, line: lineInput }), retrofits, policies: [] };
}

function planOf(retrofits: Plan["retrofits"]): Plan {
  return { id: "p", retrofits, financing: { kind: "ownFunds" } };
}

/** Applies the retrofits together, in the order given by the plan. */
function applied(retrofits: Retrofit[], options?: ApplyOptions): ReturnType<typeof applyPlan> {
  return applyPlan(scenarioOf(...retrofits), planOf(retrofits.map((r) => r.id)), options);
}

function lineOf(retrofits: Retrofit[], options?: ApplyOptions): Scenario["line"] {
  const result = applied(retrofits, options);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.line;
}

function problemsOf(...effects: Change[]): unknown {
  const result = applied([retrofit("x", effects)]);
  return result.ok ? "applied" : result.problems;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

const untouched = lineOf([]);
const lathe = (line: Scenario["line"]): Scenario["line"]["stations"][number] => line.stations[0]!;
const factor = fc.double({ min: 0.1, max: 3, noNaN: true });
const time = "stations.lathe.process.time";

describe("the empty plan", () => {
  it("is the line as it was", () => {
    expect(untouched).toStrictEqual(scenarioOf().line);
  });
});

describe("scale", () => {
  it("multiplies over retrofits and keeps the cv", () => {
    fc.assert(
      fc.property(factor, factor, (a, b) => {
        const line = lineOf([
          retrofit("a", [{ target: time, op: "scale", value: a }]),
          retrofit("b", [{ target: time, op: "scale", value: b }]),
        ]);
        const { mean, cv } = lathe(line).process.time as { mean: number; cv: number };
        expect(mean / (100 * a * b)).toBeCloseTo(1, 12);
        expect(cv).toBe(0.2);
      }),
    );
  });

  it("scales the mean of every shape", () => {
    const line = lineOf([
      retrofit("a", [
        { target: "stations.lathe.setup.time", op: "scale", value: 0.5 },
        { target: "stations.pack.process.time", op: "scale", value: 2 },
        { target: "stations.lathe.load.time", op: "scale", value: 0.1 },
      ]),
    ]);
    expect(lathe(line).setup?.time).toEqual({ dist: "normal", mean: 1800, sd: 300 });
    expect(line.stations[1]?.process.time).toEqual({ dist: "triangular", low: 20, mode: 40, high: 120 });
    expect(lathe(line).load?.time).toBeCloseTo(3, 12);
  });
});

describe("order", () => {
  it("is remove, set, scale, add, insert, whatever the order in the file and in the plan", () => {
    const changes: Change[] = [
      { target: "operators.setter.count", op: "add", value: 3 },
      { target: "operators.setter.count", op: "scale", value: 4 },
      { target: "operators.setter.count", op: "set", value: 5 },
      { target: "operators.spare", op: "remove" },
      { target: "operators", op: "insert", value: { id: "spare", count: 7 } },
      { target: time, op: "scale", value: 0.7 },
      { target: time, op: "scale", value: 0.3 },
    ];
    const retrofits = changes.map((change, i) => retrofit(`r${i}`, [change]));
    const expected = lineOf(retrofits);
    expect(expected.operators).toMatchObject([
      { id: "setter", count: 23 },
      { id: "spare", count: 7 },
    ]);
    fc.assert(
      fc.property(fc.shuffledSubarray(retrofits, { minLength: retrofits.length }), (shuffled) => {
        const result = applyPlan(scenarioOf(...retrofits), planOf(shuffled.map((r) => r.id)));
        expect(result.ok && result.line).toStrictEqual(expected);
      }),
    );
  });
});

describe("effects that need action", () => {
  const changes: Change[] = [
    { target: time, op: "scale", value: 0.6, needsAction: true },
    { target: "stations.lathe.quality.defectRate", op: "set", value: 0.01, needsAction: true },
    { target: "operators.setter.headcount", op: "add", value: -2, needsAction: true },
  ];

  it("are linear in the action rate", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (a) => {
        const line = lineOf([retrofit("f", changes)], { actionRates: { f: a } });
        expect(distributionMean(lathe(line).process.time)).toBeCloseTo(100 * (1 - 0.4 * a), 9);
        expect(lathe(line).quality?.defectRate).toBeCloseTo(0.02 - 0.01 * a, 12);
        expect(line.operators[0]?.headcount).toBeCloseTo(4 - 2 * a, 12);
      }),
    );
  });

  it("leave the line the same to the bit at rate 0", () => {
    const result = applied([retrofit("f", changes)], { actionRates: { f: 0 } });
    expect(result).toMatchObject({ ok: true, touched: [] });
    expect(result.ok && result.line).toStrictEqual(untouched);
  });

  it("take the caller's rate before the plan's before the retrofit's", () => {
    const scenario = scenarioOf(retrofit("f", [changes[2]!], { actionRate: 0.5 }));
    const heads = (plan: Plan, options?: ApplyOptions): unknown => {
      const result = applyPlan(scenario, plan, options);
      return result.ok && result.line.operators[0]?.headcount;
    };
    expect(heads(planOf(["f"]))).toBe(3);
    expect(heads(planOf([{ id: "f", startMonth: 0, actionRate: 0.25 }]))).toBe(3.5);
    expect(heads(planOf([{ id: "f", startMonth: 0, actionRate: 0.25 }]), { actionRates: { f: 1 } })).toBe(2);
  });

  it("must be numbers", () => {
    const needsNumber = (target: string, op: string): unknown => [
      { path: "retrofits.x.effects[0]", code: "needsNumber", params: { target, op } },
    ];
    expect(problemsOf({ target: "stations.lathe.load", op: "set", value: { time: 5 }, needsAction: true })).toEqual(
      needsNumber("stations.lathe.load", "set"),
    );
    expect(problemsOf({ target: "operators.spare", op: "remove", needsAction: true })).toEqual(
      needsNumber("operators.spare", "remove"),
    );
    expect(problemsOf({ target: time, op: "add", value: 4 })).toEqual(needsNumber(time, "add"));
    expect(problemsOf({ target: "stations.lathe.kind", op: "scale", value: 4 })).toEqual(
      needsNumber("stations.lathe.kind", "scale"),
    );
    expect(problemsOf({ target: time, op: "scale" })).toEqual(needsNumber(time, "scale"));
  });
});

describe("set, insert, remove", () => {
  it("creates what is absent, also one level deeper, and fills defaults", () => {
    const line = lineOf([
      retrofit("a", [
        { target: "stations.pack.load", op: "set", value: { time: 5 } },
        { target: "stations.pack.quality.defectRate", op: "set", value: 0.1 },
        { target: "demand.perYear", op: "set", value: 5000 },
        { target: "flows.lathe>pack.capacity", op: "set", value: 9 },
        { target: "calendar.shifts.day.end", op: "set", value: "18:00" },
        { target: "stations.pack.failures", op: "insert", value: { id: "jam", timeToFailure: 600, timeToRepair: 30 } },
      ]),
    ]);
    expect(line.stations[1]).toMatchObject({ load: { time: 5 }, quality: { defectRate: 0.1, onReject: "scrap" } });
    expect(line.stations[1]?.failures).toMatchObject([{ id: "jam", clock: "operating", interrupted: "resume" }]);
    expect(line.demand).toEqual({ perYear: 5000 });
    expect(line.flows?.[0]?.capacity).toBe(9);
    expect(line.calendar).toMatchObject({ shifts: [{ end: "18:00" }] });
  });

  it("takes away elements and keys, and two retrofits may agree on it", () => {
    const both = ["a", "b"].map((id) =>
      retrofit(id, [
        { target: "stations.lathe.failures.stop", op: "remove" },
        { target: "stations.lathe.load", op: "remove" },
      ]),
    );
    const line = lineOf(both);
    expect(lathe(line).failures).toEqual([]);
    expect("load" in lathe(line)).toBe(false);
  });

  it("lists what it touched", () => {
    const result = applied([
      retrofit("a", [
        { target: "operators.setter.count", op: "add", value: 1 },
        { target: "operators", op: "insert", value: { id: "cell", kind: "robot" } },
      ]),
    ]);
    expect(result.ok && result.touched).toEqual([
      { retrofitId: "a", path: "operators.setter.count", op: "add", before: 2, after: 3 },
      { retrofitId: "a", path: "operators.cell", op: "insert", after: { id: "cell", kind: "robot" } },
    ]);
    expect(result.ok && result.chosen.map((r) => r.id)).toEqual(["a"]);
  });

  it("never changes the scenario, and its result shares nothing with the retrofit", () => {
    const scenario = deepFreeze(
      scenarioOf(
        retrofit("a", [
          { target: "operators", op: "insert", value: { id: "cell" } },
          { target: time, op: "scale", value: 2 },
        ]),
      ),
    );
    const result = applyPlan(scenario, deepFreeze(planOf(["a"])));
    if (!result.ok) throw new Error("applies");
    result.line.operators[2]!.count = 99;
    expect((scenario.retrofits[0]!.effects[0]!.value as { count?: number }).count).toBeUndefined();
  });
});

describe("ranges", () => {
  const r = retrofit("a", [{ target: "operators.setter.count", op: "add", value: { low: 0, likely: 1, high: 2 } }]);
  it("take the likely value unless told", () => {
    const count = (options?: ApplyOptions): unknown => lineOf([r], options).operators[0]?.count;
    expect([
      count(),
      count({ case: "low" }),
      count({ case: "high" }),
      count({ case: "high", cases: { a: "low" } }),
    ]).toEqual([3, 2, 4, 2]);
  });
});

describe("problems", () => {
  it("names the nearest target", () => {
    const nearest = (target: string, op: Change["op"] = "set"): unknown =>
      (problemsOf({ target, op, value: 1 }) as { code: string; params: { nearest: string } }[]).map((p) => [
        p.code,
        p.params.nearest,
      ]);
    expect(nearest("stations.lahte.load")).toEqual([["unknownTarget", "stations.lathe.load"]]);
    expect(nearest("stations.lathe.laod")).toEqual([["unknownTarget", "stations.lathe.load"]]);
    expect(nearest("station.lathe.load")).toEqual([["unknownTarget", "stations.lathe.load"]]);
    expect(nearest("stations.pack.setpu.time")).toEqual([["unknownTarget", "stations.pack.setup.time"]]);
    expect(nearest("stations.lathe.failures.stops.timeToRepair", "scale")).toEqual([
      ["unknownTarget", "stations.lathe.failures.stop.timeToRepair"],
    ]);
    expect(nearest("stations.lathe.load.time.mean", "scale")).toEqual([["unknownTarget", "stations.lathe.load.time"]]);
  });

  it("keeps counts whole", () => {
    const found = {
      path: "retrofits.x.effects[0]",
      code: "notInteger",
      params: { target: "operators.setter.count", path: "line.operators.setter.count", value: 3.5 },
    };
    expect(problemsOf({ target: "operators.setter.count", op: "scale", value: 1.75 })).toEqual([found]);
  });

  it("tells the schema's faults at the effect that made them", () => {
    expect(
      problemsOf({ target: "stations.lathe.load", op: "set", value: { time: 5, operator: { pool: "setter" } } }),
    ).toMatchObject([
      { path: "retrofits.x.effects[0]", code: "unknownKey", params: { key: "operator", nearest: "operators" } },
    ]);
    expect(problemsOf({ target: "stations.lathe.process", op: "remove" })).toMatchObject([
      { path: "retrofits.x.effects[0]", code: "missing" },
    ]);
    expect(problemsOf({ target: "operators.setter.count", op: "add", value: -3 })).toMatchObject([
      { code: "tooSmall", params: { found: "-1" } },
    ]);
    expect(problemsOf({ target: "stations.lathe.connectivity", op: "set", value: "E" })).toMatchObject([
      { code: "notOneOf", params: { allowed: "A, B, C, D" } },
    ]);
    expect(problemsOf({ target: "operators", op: "insert", value: { id: "setter" } })).toMatchObject([
      { code: "duplicateId", params: { id: "setter" } },
    ]);
    const nobody = { time: 5, operators: { pool: "nobody" } };
    expect(problemsOf({ target: "stations.lathe.load", op: "set", value: nobody })).toMatchObject([
      { path: "retrofits.x.effects[0]", code: "unknownReference", params: { id: "nobody" } },
    ]);
    expect(problemsOf({ target: "stations.pack", op: "remove" })).toMatchObject([{ code: "unknownReference" }]);
    expect(problemsOf({ target: "operators", op: "insert", value: 3 })).toMatchObject([{ code: "wrongType" }]);
    expect(problemsOf({ target: "operators.setter.count", op: "set" })).toMatchObject([{ code: "missing" }]);
  });

  it("two sets on one place, or one inside the other, name both retrofits", () => {
    const a = retrofit("a", [{ target: "stations.lathe.load", op: "set", value: { time: 5 } }]);
    const same = retrofit("b", [{ target: "stations.lathe.load", op: "set", value: { time: 5 } }]);
    const inside = retrofit("c", [{ target: "stations.lathe.load.time", op: "set", value: 6 }]);
    const clash = (path: string, b: string): unknown => ({
      ok: false,
      problems: [{ path: `retrofits.${b}.effects[0]`, code: "conflictSet", params: { path, a: "a", b } }],
    });
    expect(applied([a, same])).toEqual(clash("stations.lathe.load", "b"));
    expect(applied([a, inside])).toEqual(clash("stations.lathe.load.time", "c"));
  });

  it("exclusions count from either side, requirements are any-of groups", () => {
    const scenario = scenarioOf(
      retrofit("a", [], { excludes: ["b"] }),
      retrofit("b", []),
      retrofit("c", [], { requires: [["a", "b"], ["d"]] }),
      retrofit("d", []),
    );
    expect(conflicts(scenario, ["b", "a"])).toEqual([
      { path: "retrofits.b", code: "excluded", params: { a: "a", b: "b" } },
    ]);
    expect(conflicts(scenario, ["c"])).toEqual([
      { path: "retrofits.c", code: "requires", params: { a: "c", groups: "a | b; d" } },
    ]);
    expect(conflicts(scenario, ["c", "b"])).toMatchObject([{ code: "requires", params: { a: "c", groups: "d" } }]);
    expect(conflicts(scenario, ["c", "b", "d"])).toEqual([]);
    expect(applyPlan(scenario, planOf(["c"]))).toEqual({ ok: false, problems: conflicts(scenario, ["c"]) });
  });

  it("knows the retrofits of the scenario only, each once", () => {
    const scenario = scenarioOf(retrofit("robot", []));
    expect(conflicts(scenario, ["robto"])).toMatchObject([
      { code: "unknownReference", params: { kind: "retrofits", id: "robto", nearest: "robot" } },
    ]);
    expect(conflicts(scenario, ["robot", "robot"])).toMatchObject([{ code: "duplicateId" }]);
  });
});

describe("a retrofit that has been learned only in part", () => {
  const half = (effects: Change[], rest: object = {}) =>
    lineOf([retrofit("x", effects, rest)], { progress: { x: 0.5 } });
  const mean = (line: Scenario["line"]): number => distributionMean(line.stations[0]!.process.time);

  it("moves parameters by that part of their change: base + Δ · progress", () => {
    expect(mean(half([{ target: "stations.lathe.process.time", op: "scale", value: 0.8 }]))).toBeCloseTo(90, 9);
    const rate = { target: "stations.lathe.quality.defectRate", op: "set", value: 0.01 } as const;
    expect(half([rate]).stations[0]!.quality?.defectRate).toBeCloseTo(0.015, 12);
  });
  it("moves two distributions of one family member by member, other families at once", () => {
    const to = (value: object) => half([{ target: "stations.lathe.process.time", op: "set", value }]);
    expect(to({ dist: "lognormal", mean: 60, cv: 0.1 }).stations[0]!.process.time).toMatchObject({
      mean: 80,
      cv: expect.closeTo(0.15, 12) as number,
    });
    expect(to({ dist: "exponential", mean: 60 }).stations[0]!.process.time).toMatchObject({ mean: 60 });
  });
  it("has people and machines there at once, and whole", () => {
    const line = half([
      { target: "operators.setter.count", op: "add", value: 1 },
      { target: "stations.lathe.machines", op: "set", value: 4 },
      { target: "operators.spare", op: "remove" },
    ]);
    expect([line.operators[0]!.count, line.stations[0]!.machines, line.operators.length]).toEqual([3, 4, 1]);
  });
  it("multiplies with the action rate", () => {
    const effect = { target: "stations.lathe.process.time", op: "scale", value: 0.8, needsAction: true } as const;
    expect(mean(half([effect], { actionRate: 0.5 }))).toBeCloseTo(95, 9);
  });
  it("is the whole retrofit at 1, to the bit", () => {
    const effects: Change[] = [
      { target: "stations.lathe.process.time", op: "scale", value: 0.87 },
      { target: "stations.lathe.quality.defectRate", op: "set", value: 0.0137 },
    ];
    expect(lineOf([retrofit("x", effects)], { progress: { x: 1 } })).toEqual(lineOf([retrofit("x", effects)]));
  });
});
