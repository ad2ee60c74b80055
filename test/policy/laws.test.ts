import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PolicyRule } from "../../src/model";
import { areExclusive, evaluatePolicies, policyTextKeys, thresholdView, type PolicyProject } from "../../src/policy";
import { isTextKey, reasonText } from "../../src/text";
import { changzhou, equipment, level, loan, lpr, own, rule, suzhou, total } from "./world";

const shipped = [...changzhou.rules, ...suzhou.rules];
const money = fc.integer({ min: 0, max: 2e8 });
const part = fc.double({ min: 0, max: 1, noNaN: true });
const op = fc.constantFrom("<=" as const, "=" as const, ">=" as const);
const bases = fc.constantFrom(null, ["equipment"], ["equipment", "software"], ["software", "cloud"]);

const project: fc.Arbitrary<PolicyProject> = fc
  .record({
    lines: fc.tuple(money, money, money, money),
    share: part,
    months: fc.integer({ min: 1, max: 90 }),
    bankRate: fc.double({ min: 0, max: 0.1, noNaN: true }),
    year: fc.integer({ min: 2019, max: 2030 }),
    month: fc.integer({ min: 1, max: 12 }),
    userRate: fc.option(part),
    other: fc.integer({ min: 0, max: 3e6 }),
    leased: fc.boolean(),
    isLoose: fc.boolean(),
    isOwn: fc.boolean(),
  })
  .map((x) => {
    const [eq, software, integration, cloud] = x.lines;
    const borrowed = (eq + software + integration + cloud) * x.share;
    return {
      costs: { equipment: eq, software, integration, training: 0, cloud },
      financing: x.isOwn ? { kind: "ownFunds" as const } : loan(x.share, x.months),
      loanSchedule: level(borrowed, x.bankRate, x.months),
      drawDown: { year: x.year, month: x.month },
      userRate: x.userRate,
      firm: { otherSupportThisYear: x.other },
      leased: { equipment: x.leased },
      looseThreshold: x.isLoose,
      confirmed: ["SZ-120-INT", "SZ-120-DIST"],
    };
  });

/** Rules of every form, with random figures. */
const anyRule = (id: string): fc.Arbitrary<PolicyRule> =>
  fc
    .record({
      kind: fc.constantFrom("capexShare", "interestShare", "fixedAmount", "award"),
      rate: fc.option(fc.record({ op, value: fc.double({ min: 0, max: 0.3, noNaN: true }) })),
      base: bases,
      cap: fc.option(
        fc.record({
          op: fc.constant("<="),
          value: fc.integer({ min: 0, max: 1e7 }),
          per: fc.constantFrom(null, "project", "firm", "year", "firmYear"),
        }),
      ),
      threshold: fc.option(
        fc.record({
          op: fc.constantFrom(">", ">="),
          value: fc.integer({ min: 0, max: 1e8 }),
          of: fc.constant({ zh: "投资", en: "investment" }),
        }),
      ),
      amount: fc.option(fc.record({ op: fc.constantFrom("<=", "="), value: fc.integer({ min: 0, max: 1e6 }) })),
      funding: fc.constantFrom(null, "loan"),
      form: fc.constantFrom("lpr", "points", "loanAmount", "interest"),
      observed: fc.option(part),
      status: fc.constantFrom("unknown", "inForce", "historical"),
      level: fc.constantFrom("city", "province", "nation"),
    })
    .map(({ form, observed, ...x }) =>
      rule({
        ...x,
        id,
        ...(x.kind === "interestShare" ? { interest: { of: form } } : {}),
        ...(observed === null ? {} : { observed: { share: observed, source: { zh: "", en: "" } } }),
      }),
    );
const anyRules = fc.tuple(...["A", "B", "C", "D", "E"].map(anyRule));

const near = (yuan: number): number => yuan * 1e-9 + 1e-6;

describe("whatever the rule and the project", () => {
  it("low ≤ likely ≤ high, never above the cap, months and years add up", () => {
    fc.assert(
      fc.property(anyRules, project, (rules, p) => {
        for (const v of evaluatePolicies(rules, p, lpr).rules) {
          const { low, likely, high } = v.amount;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(likely + near(likely));
          expect(likely).toBeLessThanOrEqual(high + near(high));
          const r = rules.find((x) => x.id === v.ruleId);
          const perYear = r?.kind === "interestShare" && (r.cap?.per === "year" || r.cap?.per === "firmYear");
          // a cap per year binds each calendar year: at most nine of them in ninety months
          if (r?.cap != null) expect(high).toBeLessThanOrEqual(r.cap.value * (perYear ? 9 : 1) + near(high));
          if (v.byMonth !== null) {
            expect(Math.min(...v.byMonth)).toBeGreaterThanOrEqual(0);
            expect(Math.abs(total(v.byMonth) - likely)).toBeLessThanOrEqual(near(likely));
            expect(Math.abs(total(v.byYear) - likely)).toBeLessThanOrEqual(near(likely));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("interest support never runs ahead of the interest paid, alone or together", () => {
    fc.assert(
      fc.property(project, (p) => {
        const { rules, base } = evaluatePolicies(shipped, { ...p, stack: [["CZ-LPR50", "SZ-120-INT"]] }, lpr);
        const running = rules
          .filter((v) => base.chosen.includes(v.ruleId))
          .flatMap((v) => (v.byMonth ? [v.byMonth] : []));
        let [paid, interest] = [0, 0];
        p.loanSchedule?.forEach((month, i) => {
          interest += month.interest;
          paid += running.reduce((sum, months) => sum + (months[i] ?? 0), 0);
          expect(paid).toBeLessThanOrEqual(interest + near(interest));
        });
      }),
      { numRuns: 200 },
    );
  });

  it("the order of the rules changes no amount and no choice", () => {
    fc.assert(
      fc.property(anyRules, project, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (rules, p, order) => {
        const straight = evaluatePolicies(rules, p, lpr);
        const shuffled = evaluatePolicies(
          order.flatMap((i) => rules[i] ?? []),
          p,
          lpr,
        );
        expect([...shuffled.base.chosen].sort()).toEqual([...straight.base.chosen].sort());
        expect(shuffled.base.amount.likely).toBeCloseTo(straight.base.amount.likely, 6);
        expect(shuffled.chance.amount).toEqual(straight.chance.amount);
        for (const v of straight.rules)
          expect(shuffled.rules.find((x) => x.ruleId === v.ruleId)?.amount).toEqual(v.amount);
      }),
    );
  });

  it("a part of the rules never brings more than all of them", () => {
    fc.assert(
      fc.property(anyRules, project, fc.subarray(["A", "B", "C", "D", "E"]), (rules, p, claimed) => {
        const all = evaluatePolicies(rules, p, lpr).base.amount.likely;
        const some = evaluatePolicies(rules, { ...p, claimed }, lpr).base.amount.likely;
        expect(some).toBeLessThanOrEqual(all + near(all));
      }),
    );
  });

  it("the chosen set is the best of all allowed ones (all 32 tried), and what is left out has a reason in it", () => {
    fc.assert(
      fc.property(anyRules, project, (rules, p) => {
        const { base, rules: verdicts } = evaluatePolicies(rules, p, lpr);
        const paying = rules.filter((r) => {
          const v = verdicts.find((x) => x.ruleId === r.id);
          return r.kind !== "award" && v?.verdict !== "doesNotApply";
        });
        let best = 0;
        for (let mask = 0; mask < 2 ** paying.length; mask++) {
          const set = paying.filter((_, i) => (mask >> i) & 1);
          if (set.some((a, i) => set.some((b, j) => i < j && areExclusive(a, b)))) continue;
          const worth = set.map((r) => verdicts.find((v) => v.ruleId === r.id)?.amount.likely ?? 0);
          best = Math.max(best, total(worth));
        }
        expect(Math.abs(base.amount.likely - best)).toBeLessThanOrEqual(near(best));
        for (const { ruleId, because } of base.left) {
          expect(base.chosen).not.toContain(ruleId);
          expect(base.chosen).toContain(because);
        }
      }),
    );
  });

  it("every sentence has its words in both languages, with every blank filled", () => {
    for (const key of policyTextKeys) expect(isTextKey(key)).toBe(true);
    fc.assert(
      fc.property(anyRules, project, (rules, p) => {
        const result = evaluatePolicies([...rules, ...shipped], p, lpr);
        const views = thresholdView(rules, p, lpr, [p.costs, { ...own.costs, equipment: 6e6 }]).rules;
        const said = [
          ...result.rules.flatMap((v) => [...v.reasons, ...v.assumptions]),
          ...result.base.reasons,
          ...views.flatMap((v) => v.sentences),
        ];
        for (const language of ["zh", "en"] as const)
          for (const sentence of said)
            expect(reasonText(language, sentence)).not.toMatch(/\{\{|undefined|NaN|Infinity|^policy\./);
      }),
      { numRuns: 25 },
    );
  });
});

describe("a share with a cap", () => {
  it("never falls as the investment grows", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        part,
        fc.integer({ min: 1, max: 1e7 }),
        money,
        money,
        op,
        (rate, observed, cap, yuan, more, how) => {
          const rules = [
            rule({
              rate: { op: how, value: rate },
              cap: { op: "<=", value: cap },
              observed: { share: observed, source: { zh: "", en: "" } },
            }),
          ];
          const at = (x: number) => evaluatePolicies(rules, equipment(x), lpr).base.amount;
          const [less, greater] = [at(yuan), at(yuan + more)];
          expect(greater.likely).toBeGreaterThanOrEqual(less.likely - 1e-6);
          expect(greater.high).toBeGreaterThanOrEqual(less.high - 1e-6);
        },
      ),
    );
  });
  it("brings no more than its rate for one more yuan, and bundling brings no more than the parts", () => {
    fc.assert(
      fc.property(money, money, (a, b) => {
        const e6 = changzhou.rules.filter((r) => r.id === "CZ-E6");
        const costs = [a, b].map((yuan) => ({ ...own.costs, equipment: yuan }));
        const [v] = thresholdView(e6, equipment(a + b), lpr, costs).rules;
        expect(v?.oneMoreYuan.high).toBeLessThanOrEqual(0.06 + 1e-6);
        expect(v?.parts?.bundlingGain.high).toBeLessThanOrEqual(1e-6);
      }),
    );
  });
});
