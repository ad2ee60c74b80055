import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PolicyFile, policyJsonSchema } from "../../src/model";
import { checkLprTable, checkPolicyPack, evaluatePolicies, parsePolicyPack } from "../../src/policy";
import { problemText } from "../../src/text";
import { changzhou, equipment, level, loan, lpr, own, read, suzhou, total } from "./world";

const packs = { changzhou, suzhou };
const minimal = (more: object = {}) => ({
  schemaVersion: 1,
  rules: [
    {
      id: "R",
      name: { zh: "规则", en: "rule" },
      city: "example",
      document: "D",
      section: "1",
      phrase: "P",
      kind: "capexShare",
      ...more,
    },
  ],
});
const problems = (json: unknown) => {
  const checked = checkPolicyPack(json);
  return checked.ok ? [] : checked.problems;
};

describe.each(Object.entries(packs))("the pack of %s", (file, pack) => {
  it("passes its own checks", () => {
    expect(checkPolicyPack(read(`${file}.json`))).toMatchObject({ ok: true });
  });
  it("quotes about 20 characters, says what is stated and what is not, and what to keep, in both languages", () => {
    for (const rule of pack.rules) {
      expect([...rule.phrase].length, rule.id).toBeLessThanOrEqual(32);
      expect(rule.section).not.toBe("");
      for (const list of [rule.stated, rule.notStated, rule.evidence.map((e) => e.text)]) {
        expect(list.length, rule.id).toBeGreaterThan(0);
        for (const name of list) expect(name.zh !== "" && name.en !== "", rule.id).toBe(true);
      }
    }
  });
  it("holds no rule to be in force, and leaves open what no document states", () => {
    for (const rule of pack.rules) {
      expect([rule.status, rule.payLagMonths, rule.validTo]).toEqual(["unknown", null, null]);
      expect(pack.documents.map((d) => d.number)).toContain(rule.document);
    }
    expect(pack.checkedOn).toBeUndefined();
  });
  it("invents no number: every rate and cap is in the phrase quoted, or the rule is marked as from second hand", () => {
    for (const rule of pack.rules) {
      const digits = rule.phrase.replace(/ /g, "");
      const wan = (yuan: number): string => `${yuan / 10_000}万`;
      if (rule.rate !== null) expect(digits, rule.id).toContain(`${rule.rate.value * 100}%`);
      if (rule.cap !== null) expect(digits, rule.id).toContain(wan(rule.cap.value));
      if (rule.threshold !== null) expect(digits, rule.id).toContain(wan(rule.threshold.value));
    }
  });
});

describe("Changzhou's two texts", () => {
  const of = (id: string) => changzhou.rules.find((r) => r.id === id);
  it("keep the ids that line files use", () => {
    expect(changzhou.rules.map((r) => r.id)).toEqual([
      "CZ-E6",
      "CZ-SF200",
      "CZ-LPR50",
      "CZ-AW-P-2021",
      "CZ-AW-P-2022",
      "CZ-AW-N-2022",
    ]);
  });
  it("leave at null what they do not say", () => {
    expect([of("CZ-SF200")?.rate, of("CZ-SF200")?.base, of("CZ-E6")?.cap?.per]).toEqual([null, null, null]);
    expect(of("CZ-LPR50")?.interest).toMatchObject({ tenor: null, months: null });
  });
  it("keep the contradictions in sight", () => {
    const notes = JSON.stringify([changzhou, suzhou]);
    for (const both of [
      /357[^"]*665/,
      /2 家[^"]*4 家/,
      /35000[^"]*3\.7 万/,
      /2\.74%[^"]*不是文件规定/,
      /是提案人的请求/,
    ])
      expect(notes).toMatch(both);
    expect(of("CZ-E6")?.supersededBy).toEqual({ id: "CZ-SF200", stated: false });
  });
  it("give a title the base rate of 2020: 31 of 4679 firms = 0.66 %", () => {
    const step = changzhou.ladder.find((s) => s.id === of("CZ-AW-P-2022")?.title?.id);
    expect([step?.recognised?.count, step?.outOf?.count]).toEqual([31, 4679]);
    expect(of("CZ-AW-P-2022")?.probability).toBeCloseTo(31 / 4679, 4);
    const counts = changzhou.ladder.flatMap((s) =>
      s.subject === "workshop" && s.recognised ? [s.recognised.count] : [],
    );
    expect(counts).toEqual([51, 20, 31]);
    expect(of("CZ-AW-N-2022")?.probability).toBeUndefined();
  });
});

describe("Suzhou", () => {
  it("marks every amount as from second hand, and has none of its own plan", () => {
    for (const rule of suzhou.rules) {
      const hasAmount = rule.rate !== null || rule.cap !== null;
      expect(rule.source.kind === "secondHand", rule.id).toBe(hasAmount);
      if (hasAmount) expect(rule.source.url, rule.id).toMatch(/^http/);
    }
  });
});

describe("a malformed pack", () => {
  it("is answered with its place and what is allowed, never thrown", () => {
    expect(problems(minimal())).toEqual([]);
    expect(problems(minimal({ kind: "capexshare" }))).toEqual([
      expect.objectContaining({ path: "rules[0].kind", code: "notOneOf" }),
    ]);
    expect(problems(minimal({ rat: null }))).toEqual([
      { path: "rules[0].rat", code: "unknownKey", params: { key: "rat", nearest: "rate" } },
    ]);
    expect(problems(minimal({ threshold: { op: ">", value: "1000万", of: { zh: "", en: "" } } }))).toEqual([
      expect.objectContaining({ path: "rules[0].threshold.value", code: "wrongType" }),
    ]);
    expect(problems(minimal({ rate: { op: "<=", value: 6 } }))).toEqual([
      { path: "rules[0].rate.value", code: "tooBig", params: { maximum: "≤ 1", found: "6" } },
    ]);
    expect(problems(minimal({ excludes: ["X"] }))).toEqual([
      { path: "rules[0].excludes[0]", code: "unknownReference", params: { kind: "policy", id: "X", allowed: "R" } },
    ]);
    expect(problems(minimal({ kind: "award" }))[0]).toMatchObject({ path: "rules[0].event", code: "missing" });
    expect(problems(minimal({ base: ["loan"] }))[0]?.path).toBe("rules[0].base");
    const twice = minimal();
    expect(problems({ ...twice, rules: [...twice.rules, ...twice.rules] })[0]).toMatchObject({ code: "duplicateId" });
    expect(problems({ ...minimal(), schemaVersion: 2 })[0]?.code).toBe("newerVersion");
  });
  it("may refer to rules of other packs when they are named", () => {
    expect(checkPolicyPack(minimal({ excludes: ["X"] }), ["X"]).ok).toBe(true);
  });
  it("as text: broken JSON, nothing, too much", () => {
    for (const [text, code] of [
      ["{", "notJson"],
      ["", "notJson"],
      ["[]", "wrongType"],
      [" ".repeat(2_000_001), "tooLarge"],
    ] as const) {
      const parsed = parsePolicyPack(text);
      expect(!parsed.ok && parsed.problems[0]?.code).toBe(code);
    }
    expect(checkLprTable({ schemaVersion: 1 }).ok).toBe(false);
    expect(checkLprTable(read("lpr.json")).ok).toBe(true);
  });
  it("never throws on anything, and a broken field never slips through", () => {
    const paths = (json: unknown, at: (string | number)[] = []): (string | number)[][] =>
      typeof json !== "object" || json === null
        ? [at]
        : Object.entries(json).flatMap(([k, v]) => paths(v, [...at, Array.isArray(json) ? Number(k) : k]));
    const sound = read("changzhou.json");
    const places = paths(sound);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.anything(), (path, junk) => {
        const copy = structuredClone(sound);
        let node = copy as Record<string | number, unknown>;
        for (const step of path.slice(0, -1)) node = node[step] as Record<string | number, unknown>;
        node[path.at(-1) ?? ""] = junk;
        const checked = checkPolicyPack(copy);
        if (!checked.ok)
          for (const problem of checked.problems)
            expect(problemText("zh", problem) + problemText("en", problem)).not.toMatch(/\{\{\w+\}\}/);
        if (checked.ok) expect(() => evaluatePolicies(checked.value.rules, equipment(1e7), lpr)).not.toThrow();
      }),
      { numRuns: 120 },
    );
    fc.assert(fc.property(fc.anything(), (junk) => void checkPolicyPack(junk)));
    fc.assert(fc.property(fc.string(), (text) => void parsePolicyPack(text)));
  });
});

describe("what is published", () => {
  it("has a JSON Schema that is current, letter by letter", () => {
    const published = readFileSync("public/schema/policy-v1.json", "utf8");
    expect(published).toBe(`${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
  });
  it("still opens rules as line files have had them inside since the first version", () => {
    const first = minimal({
      city: "changzhou",
      rate: { op: "<=", value: 0.06 },
      base: ["equipment"],
      cap: { op: "<=", value: 5e6, per: null },
      threshold: { op: ">", value: 1e6, of: { zh: "投资", en: "investment" } },
      validFrom: 2020,
      excludes: [],
    });
    expect(PolicyFile.parse(first).rules[0]).toMatchObject({
      validFrom: 2020,
      source: { kind: "document" },
      threshold: { on: null },
    });
  });
});

describe("the guide to adding a city", () => {
  const example = (language: string): unknown => {
    const text = readFileSync(`docs/add-your-city.${language}.md`, "utf8");
    return JSON.parse(/```json\n([\s\S]*?)```/.exec(text)?.[1] ?? "");
  };
  it("has the same example in both languages, and it works", () => {
    expect(example("zh")).toEqual(example("en"));
    const checked = checkPolicyPack(example("zh"));
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    const { rules } = checked.value;
    // 8 % of (500 万 + 100 万) = 48 万 at most
    const costs = { ...own.costs, equipment: 5e6, software: 1e6 };
    const [share] = evaluatePolicies(rules, { ...own, costs, year: 2025 }, lpr).rules;
    expect(share?.amount.high).toBeCloseTo(480_000, 6);
    // one point on 600 万 for 24 of 36 months = 12 万
    const borrowed = { costs, financing: loan(1), loanSchedule: level(6e6, 0.04, 36), userRate: null, year: 2025 };
    const points = evaluatePolicies(rules, borrowed, lpr).rules[1];
    expect(points?.amount.likely).toBeCloseTo(120_000, 6);
    expect(total(points?.byMonth?.slice(24) ?? [])).toBe(0);
  });
});
