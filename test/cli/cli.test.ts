import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const bundle = "dist-cli/xianjian.mjs";
const machining = "scenarios/lines/machining.json";
const folder = mkdtempSync(join(tmpdir(), "xianjian-"));

function xianjian(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const short = ["--hours", "40", "--warmup", "5", "--replications", "4"];

describe.skipIf(!existsSync(bundle))("the command line", () => {
  it("simulate prints every figure with mean, interval and spread, and JSON alone on stdout", () => {
    const { status, stdout, stderr } = xianjian("simulate", machining, ...short, "--json");
    expect([status, stderr]).toEqual([0, ""]);
    const answer = JSON.parse(stdout) as Record<string, Record<string, Record<string, unknown>>>;
    expect(answer).toMatchObject({ seed: 1, replications: 4, hours: 40, warmUpHours: 5, warnings: [] });
    for (const key of [
      "throughputPerHour",
      "goodPerHour",
      "goodPerYear",
      "entered",
      "wip",
      "flowTimeSeconds",
      "scrapShare",
      "escapedShare",
      "firstPassYield",
      "labourHoursPerGoodPart",
      "energyKwhPerGoodPart",
    ])
      expect(answer.line![key]).toEqual({
        mean: expect.any(Number),
        ci95: [expect.any(Number), expect.any(Number)],
        sd: expect.any(Number),
      });
    for (const key of [
      "working",
      "loading",
      "setup",
      "blocked",
      "starved",
      "waitingOperator",
      "down",
      "offShift",
      "processed",
      "queueMean",
      "oee",
      "lineOee",
    ])
      expect(answer.stations!.op30).toHaveProperty(key);
    expect(answer.operators!.setter!.busy).toHaveProperty("mean");
  });

  it("gives the KPIs of ISO 22400-2, flow time quantiles and queues; shifts and days on request", () => {
    const { status, stdout } = xianjian("simulate", machining, ...short, "--json", "--series");
    expect(status).toBe(0);
    type Figures = Record<string, Record<string, Record<string, unknown>>>;
    const answer = JSON.parse(stdout) as {
      line: Figures;
      stations: Record<string, Figures>;
      series: Record<"shifts" | "days", Record<string, unknown>[]>;
    };
    const partial = { mean: expect.any(Number), ci95: expect.any(Array), sd: expect.any(Number), replications: 4 };
    expect(answer.line.iso22400!.throughputRate).toEqual(partial);
    for (const q of ["p05", "p10", "p25", "p50", "p75", "p90", "p95", "p99"])
      expect(answer.line.flowTime![q], q).toEqual(partial);
    expect(answer.stations.op30!.iso22400!.oee).toEqual(partial);
    for (const key of ["queueMost", "queueFull", "reworked", "failuresPer100Hours"])
      expect(answer.stations.op30).toHaveProperty(key);
    expect(answer.series.shifts.length).toBeGreaterThan(answer.series.days.length);
    for (const { shift, good } of answer.series.shifts) {
      expect(shift).toBeTypeOf("string");
      expect(good).toHaveProperty("ci95");
    }
    expect(JSON.parse(xianjian("simulate", machining, ...short, "--json").stdout)).not.toHaveProperty("series");
    expect(xianjian("simulate", machining, ...short, "--lang", "zh").stdout).toMatch(/P10 … P90.*±.*….*±.*小时/);
  });

  it("says the same twice, whatever the number of workers", () => {
    const answers = ["1", "2"].map((n) => {
      const parsed = JSON.parse(xianjian("simulate", machining, ...short, "--workers", n, "--json").stdout) as Record<
        string,
        unknown
      >;
      delete parsed.computation;
      return parsed;
    });
    expect(answers[0]).toEqual(answers[1]);
  });

  it("compare goes on until every difference is known as well as wished, and says what it can say", () => {
    const asked = [
      "compare",
      machining,
      "--plans",
      "baseline,D",
      "--hours",
      "40",
      "--warmup",
      "5",
      "--precision",
      "0.1",
    ];
    const { status, stdout } = xianjian(...asked, "--json");
    expect(status).toBe(0);
    const { replications, precision } = JSON.parse(stdout) as {
      replications: number;
      precision: { state: string; replications: number; wish: number; worst: number; differences: object[] };
    };
    expect(precision).toMatchObject({ state: "precise", wish: 0.1, replications });
    expect(precision.worst).toBeLessThanOrEqual(1);
    expect(precision.differences).toHaveLength(1);
    expect(xianjian(...asked.slice(0, -1), "-3").status).toBe(2);
  });

  it("compare pairs plans with the first; an action rate of 0 changes nothing, to the bit", () => {
    const text = JSON.parse(spawnSync("cat", [machining], { encoding: "utf8" }).stdout) as {
      plans: { id: string; retrofits: unknown[] }[];
    };
    text.plans.push({ id: "F0", retrofits: [{ id: "F", actionRate: 0 }] });
    const { status, stdout } = xianjian(
      "compare",
      file("f0.json", JSON.stringify(text)),
      "--plans",
      "baseline,D,F0",
      ...short,
      "--json",
    );
    expect(status).toBe(0);
    const { differences, plans } = JSON.parse(stdout) as {
      plans: Record<string, unknown>;
      differences: Record<string, Record<string, unknown>>;
    };
    expect(Object.keys(plans)).toEqual(["baseline", "D", "F0"]);
    expect(differences.F0!.goodPerHour).toEqual({
      mean: 0,
      ci95: [0, 0],
      percent: { mean: 0, ci95: [0, 0] },
      proven: false,
    });
    expect(plans.F0).toEqual(plans.baseline);
  });

  it("finance gives cash flow, returns and every rule with its document", () => {
    const { status, stdout } = xianjian("finance", machining, "--plan", "H", ...short, "--json");
    expect(status).toBe(0);
    const answer = JSON.parse(stdout) as {
      investment: { total: { likely: number } };
      policies: { rules: { ruleId: string; document: string }[] };
      project: Record<string, unknown>;
    };
    expect(answer.investment.total.likely).toBe(1_240_000);
    expect(answer.policies.rules.map((r) => r.ruleId)).toEqual(
      expect.arrayContaining(["CZ-E6", "CZ-SF200", "CZ-LPR50"]),
    );
    expect(answer.project).toHaveProperty("withoutSubsidy.npv.ci95");
  });

  it("simulate --warmup auto proposes the warm-up from the line's own series, and uses it", () => {
    const { status, stdout } = xianjian(
      "simulate",
      machining,
      "--hours",
      "80",
      "--replications",
      "3",
      "--warmup",
      "auto",
      "--json",
    );
    expect(status).toBe(0);
    const answer = JSON.parse(stdout) as { warmUpHours: number; warmUp: { hours: number; points: unknown[] } };
    expect(answer.warmUpHours).toBe(answer.warmUp.hours);
    expect(answer.warmUp.hours).toBeLessThanOrEqual(80);
    expect(answer.warmUp.points.length).toBeGreaterThan(5);
  });

  it("finance reads like an answer: what, how sure, worst, how to pay, in both languages", () => {
    for (const [lang, words] of [
      ["zh", [/方案 G：投入/, /十次里八次/, /期内收不回的可能/, /最坏/, /贷款 \(估/, /什么时候划算/]],
      ["en", [/Plan G: invest/, /eight of ten NPVs/, /never pays back/, /Worst/, /Loan \(assumed/, /When it pays/]],
    ] as const) {
      const { status, stdout } = xianjian("finance", machining, "--plan", "G", ...short, "--lang", lang);
      expect(status).toBe(0);
      for (const word of words) expect(stdout).toMatch(word);
    }
  });

  it("plan answers which steps, how sure, and in which order, within the limits it was given", () => {
    const { status, stdout } = xianjian(
      "plan",
      machining,
      "--budget",
      "500000",
      "--cash",
      "300000",
      ...short,
      "--json",
    );
    expect(status).toBe(0);
    type Set = { ids: string[]; investment: number; npv: { ci95: number[] } };
    const answer = JSON.parse(stdout) as {
      limits: object;
      best: Set;
      list: Set[];
      selection: { state: string; pcs: number };
      fronts: Record<string, Set[]>;
      order: { best: { peakCash: number; steps: { id: string; order: number; goLive: number }[] } | null };
      beginning: { relief: { of: string; id: string }; step: string };
      computation: { firstAnswerSeconds: number };
    };
    // the people whom every machine waits for, and the plan that adds just one in each shift
    expect(answer.beginning).toMatchObject({ relief: { of: "pool", id: "setter" }, step: "D" });
    expect(answer.limits).toEqual({ budget: 500_000, paybackYears: null, heads: null });
    expect(answer.list.every((set) => set.investment <= 500_000)).toBe(true);
    // the single steps within the budget (I costs more), and what needs no asset beside them
    const singles = answer.list.filter((set) => set.ids.length === 1).map((set) => set.ids[0]);
    expect(singles).toEqual(expect.arrayContaining(["A", "B", "C", "D", "E", "F", "J", "K"]));
    expect(singles).not.toContain("I");
    expect(singles.length).toBeGreaterThan(8);
    expect(answer.list.map((set) => set.ids)).toContainEqual(answer.best.ids);
    expect(["proven", "cap"]).toContain(answer.selection.state);
    expect(Object.keys(answer.fronts)).toEqual(["npv", "output", "labour", "defects"]);
    expect(answer.order.best?.peakCash ?? 0).toBeLessThanOrEqual(300_000);
    expect(xianjian("plan", machining, "--budget", "-1").status).toBe(2);
  });

  it("bottleneck says who holds the line back, at a moment and over weeks, and what relief brings", () => {
    const load = { time: { dist: "lognormal", mean: 60, cv: 0.3 }, operators: { pool: "loader" } };
    const station = (id: string) => ({ id, process: { time: { dist: "lognormal", mean: 10, cv: 0.3 } }, load });
    const twoMachines = file(
      "two-machines.json",
      JSON.stringify({
        schemaVersion: 1,
        line: {
          operators: [{ id: "loader", name: { zh: "上料工", en: "Loader" }, count: 1 }],
          stations: [station("a"), station("b")],
          flows: [{ from: "a", to: "b", capacity: 5 }],
        },
      }),
    );
    const { status, stdout } = xianjian("bottleneck", twoMachines, ...short, "--at", "60", "--json");
    expect(status).toBe(0);
    type Share = { mean: number; ci95: [number, number] };
    const answer = JSON.parse(stdout) as {
      period: { shares: { kind: string; id: string; all: Share; sole: Share }[] };
      now: { id: string; from: number; to: number };
      relief: { ranked: { of: string; id: string; verdict: string }[] };
    };
    // the person both machines wait for, found unaided in both ways
    expect(answer.period.shares[0]).toMatchObject({ kind: "pool", id: "loader" });
    expect(answer.relief.ranked[0]).toMatchObject({ of: "pool", id: "loader", verdict: "gain" });
    for (const { all, sole } of answer.period.shares) expect(sole.mean).toBeLessThanOrEqual(all.mean);
    expect(["loader", "a"]).toContain(answer.now.id);
    expect(answer.now.from).toBeLessThanOrEqual(60 * 3600e6);
    expect(answer.now.to).toBeGreaterThan(60 * 3600e6);
    const said = xianjian("bottleneck", twoMachines, ...short, "--at", "60", "--lang", "zh").stdout;
    expect(said).toContain("卡住这条线的是“上料工”");
    expect(xianjian("bottleneck", twoMachines, "--at", "6").status).toBe(2);
  });

  it("finance --cases answers under the keys of the reference", () => {
    const cases = file(
      "cases.json",
      JSON.stringify({
        cases: [{ id: "x", inputs: { discount_rate: 0.1, cash_flows_year_end_from_year_0: [-100, 60, 60] } }],
      }),
    );
    const { stdout } = xianjian("finance", "--cases", cases, "--json");
    // −100 + 60/1.1 + 60/1.21
    expect(JSON.parse(stdout)).toMatchObject({ cases: [{ id: "x", answers: { npv: "4.13", irr_status: "unique" } }] });
  });

  it.each([
    ["zh", "用法", []],
    ["en", "Usage", ["nonsense"]],
  ])("without a known command it explains itself (%s)", (lang, word, args) => {
    const { status, stderr, stdout } = xianjian(...args, "--lang", lang);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(word);
  });

  it("bad input: exit 2, one line a fault with the place and what is allowed, never a stack trace", () => {
    const broken = file(
      "broken.json",
      JSON.stringify({ schemaVersion: 1, line: { stations: [{ id: "a", machines: -1, proces: { time: 5 } }] } }),
    );
    for (const [lang, word] of [
      ["zh", "允许|至少|缺"],
      ["en", "allowed|at least|missing"],
    ] as const) {
      const { status, stdout, stderr } = xianjian("validate", broken, "--lang", lang);
      expect([status, stdout]).toEqual([2, ""]);
      const lines = stderr.trim().split("\n");
      expect(lines.length).toBeGreaterThanOrEqual(3);
      expect(stderr).toContain("line.stations[0].machines");
      expect(stderr).toContain("process");
      expect(stderr).toMatch(new RegExp(word));
      expect(stderr).not.toMatch(/\n\s+at /);
    }
    for (const args of [
      ["simulate", join(folder, "none.json")],
      ["simulate", machining, "--hours", "-3"],
      ["simulate", machining, "--plan", "Z"],
      ["simulate"],
      ["simulate", machining, "--bogus"],
      ["finance", machining],
    ]) {
      const { status, stdout, stderr } = xianjian(...args);
      expect([status, stdout], args.join(" ")).toEqual([2, ""]);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });

  it("validate accepts what ships", () => {
    for (const name of ["machining", "dream-11-station"])
      expect(xianjian("validate", `scenarios/lines/${name}.json`).status).toBe(0);
  });
});
