import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unsupported } from "../../src/engine";
import {
  answerOf,
  factsOf,
  hurts,
  limitsOf,
  lineFromAnswers,
  questionIds,
  questions,
  readAnswers,
  sales,
  surenesses,
  trades,
  withEnd,
  type Answers,
  type NumberAnswer,
  type NumberQuestionId,
  type TradeId,
} from "../../src/interview";
import { checkScenario, distributionMean, plannedHoursPerYear, type Scenario } from "../../src/model";
import { applyPlan } from "../../src/retrofit";
import { readScenario } from "../scenarios/files";

const tradeIds = Object.keys(trades) as TradeId[];
const templates = new Map(tradeIds.map((trade) => [trade, readScenario(`${trade}.json`)]));
const template = (trade: TradeId): Scenario => templates.get(trade)!;
const numberIds = questionIds.filter((id): id is NumberQuestionId => questions[id].kind === "number");

/** Anything the form lets through, from the smallest to the largest, and anything unanswered. */
const anyNumber = (id: NumberQuestionId): fc.Arbitrary<NumberAnswer> =>
  fc.record({
    value: fc.double({ min: questions[id].least, max: questions[id].most, noNaN: true }),
    sureness: fc.constantFrom(...surenesses),
  });
const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  {
    shifts: fc.constantFrom(1 as const, 2 as const, 3 as const),
    hurts: fc.constantFrom(...hurts),
    sale: fc.constantFrom(...sales),
    ...(Object.fromEntries(numberIds.map((id) => [id, anyNumber(id)])) as {
      [K in NumberQuestionId]: fc.Arbitrary<NumberAnswer>;
    }),
  },
  { requiredKeys: [] },
);
const anyTrade = fc.constantFrom(...tradeIds);
const anyFactor = fc.option(fc.double({ min: 0.5, max: 2, noNaN: true }));

/** As it would be saved and opened again: all faults of the scenario, of the engine, and of every plan. */
function faultsOf(scenario: Scenario): unknown[] {
  const checked = checkScenario(JSON.parse(JSON.stringify(scenario)), { retrofits: [], policies: [] });
  if (!checked.ok) return checked.problems;
  const plans = checked.value.plans.flatMap((plan) => {
    const applied = applyPlan(checked.value, plan);
    return applied.ok ? unsupported(applied.line) : applied.problems;
  });
  return [...unsupported(checked.value.line), ...plans];
}

describe("an owner's answers as a line", () => {
  it.each(tradeIds)("%s: untouched, it is the template and can be simulated with every plan", (trade) => {
    const { scenario, demand, budget } = lineFromAnswers(trade, template(trade), {});
    expect(faultsOf(scenario)).toEqual([]);
    expect(scenario.line).toEqual(template(trade).line);
    expect(scenario.retrofits).toEqual(template(trade).retrofits);
    expect(demand).toEqual({ kind: "all" });
    expect(budget).toBeGreaterThan(0);
  });

  it("is a valid scenario whatever is answered, and so is every plan of it", () => {
    fc.assert(
      fc.property(anyTrade, anyAnswers, anyFactor, fc.boolean(), (trade, answers, factor, isCorrected) => {
        expect(faultsOf(lineFromAnswers(trade, template(trade), answers, { factor, isCorrected }).scenario)).toEqual(
          [],
        );
      }),
      { numRuns: 60 },
    );
  });

  it("gives the same line for answers kept and read again", () => {
    fc.assert(
      fc.property(anyTrade, anyAnswers, (trade, answers) => {
        const again = readAnswers(JSON.parse(JSON.stringify(answers)));
        expect(again).toEqual(answers);
        expect(lineFromAnswers(trade, template(trade), again)).toEqual(
          lineFromAnswers(trade, template(trade), answers),
        );
      }),
      { numRuns: 40 },
    );
  });

  it("leaves out what is broken, answer by answer", () => {
    expect(readAnswers(null)).toEqual({});
    expect(readAnswers({ shifts: 4, hurts: "no", price: { value: -1, sureness: "about" }, sale: "some" })).toEqual({
      sale: "some",
    });
  });

  it("grows with what is said: people, machines, shifts, scrap, changeovers, wages, price", () => {
    const ordered = fc.tuple(anyTrade, anyAnswers, fc.double({ min: 1, max: 3, noNaN: true }));
    fc.assert(
      fc.property(ordered, fc.constantFrom(...numberIds), ([trade, answers, more], id) => {
        const facts = factsOf(trade, template(trade));
        const value = Math.max(questions[id].least, facts[id === "budget" ? "perDay" : id] ?? 1);
        const line = (value: number) =>
          lineFromAnswers(trade, template(trade), { ...answers, [id]: { value, sureness: "counted" } }).scenario.line;
        const [a, b] = [line(value), line(Math.min(questions[id].most, value * more))];
        const sums = (of: Scenario["line"]): number[] => [
          ...of.operators.map((pool) => pool.count),
          ...of.operators.map((pool) => pool.headcount ?? 0),
          ...of.operators.map((pool) => pool.wagePerYear),
          ...of.stations.map((station) => station.machines),
          ...of.stations.map((station) => distributionMean(station.setup?.time ?? 0)),
          ...of.stations.map((station) => station.quality?.defectRate ?? 0),
          ...of.products.map((product) => product.price),
        ];
        const larger = sums(b);
        sums(a).forEach((sum, i) => {
          // usual people follow the machines, never the other way: nothing shrinks when something grows
          if (id !== "machines" || answers.people === undefined) expect(larger[i]!).toBeGreaterThanOrEqual(sum - 1e-9);
        });
      }),
      { numRuns: 60 },
    );
    for (const trade of tradeIds) {
      const hours = ([1, 2, 3] as const).map((shifts) =>
        plannedHoursPerYear(lineFromAnswers(trade, template(trade), { shifts }).scenario.line.calendar),
      );
      expect(hours[0]!).toBeLessThan(hours[1]!);
      expect(hours[1]!).toBeLessThan(hours[2]!);
    }
  });

  it("keeps what a retrofit promises in proportion: half of a shorter changeover stays half", () => {
    const own = { changeover: { value: 65, sureness: "counted" } } as const;
    const { scenario } = lineFromAnswers("machining", template("machining"), own);
    const planned = applyPlan(scenario, { id: "t", retrofits: ["C"], financing: { kind: "ownFunds" } });
    const setupOf = (line: Scenario["line"]): number =>
      distributionMean(line.stations.find(({ id }) => id === "op30")!.setup!.time) / 60;
    expect(setupOf(scenario.line)).toBeCloseTo(65, 6);
    // 130 → 70 in the template
    expect(planned.ok && setupOf(planned.line)).toBeCloseTo(35, 6);
  });

  it("keeps the people of a retrofit to the shifts there are", () => {
    const { scenario } = lineFromAnswers("machining", template("machining"), { shifts: 1 });
    const heads = scenario.retrofits
      .find(({ id }) => id === "D")!
      .effects.find(({ target }) => target.endsWith("headcount"));
    expect(heads?.value).toBe(1);
    expect(scenario.line.operators.map((pool) => pool.count)).toEqual(
      template("machining").line.operators.map((pool) => pool.count),
    );
  });

  it("keeps every figure of the owner as an assumption with its source", () => {
    const { scenario } = lineFromAnswers(
      "sewing",
      template("sewing"),
      { shifts: 2, perDay: { value: 700, sureness: "about" }, wage: { value: 6000, sureness: "usual" } },
      { factor: 1.25, isCorrected: true },
    );
    const own = scenario.meta.assumptions.filter(({ source }) => source === "owner's own figure");
    expect(own.map(({ path }) => path)).toEqual(["line.calendar", "line.stations", "line.stations"]);
    expect(own[2]?.text.en).toContain("1.25");
  });
});

describe("ranges", () => {
  it("hold the figure, and are wider the less is known", () => {
    fc.assert(
      fc.property(fc.constantFrom(...numberIds), fc.double({ min: 1, max: 1000, noNaN: true }), (id, value) => {
        const width = (sureness: NumberAnswer["sureness"]): number => {
          const [low, high] = limitsOf(id, { value, sureness });
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
          return high - low;
        };
        expect(width("counted")).toBeLessThan(width("about"));
        expect(width("about")).toBeLessThan(width("guess"));
      }),
    );
  });

  it("have ends that are answers themselves", () => {
    fc.assert(
      fc.property(anyTrade, anyAnswers, fc.constantFrom(...numberIds), (trade, answers, id) => {
        const facts = factsOf(trade, template(trade));
        const [low, high] = (["low", "high"] as const).map((end) => withEnd(facts, answers, id, end)[id]!.value);
        const { value } = answerOf(facts, answers, id);
        expect(low!).toBeLessThanOrEqual(Math.max(value, questions[id].least));
        expect(high!).toBeGreaterThanOrEqual(Math.min(value, questions[id].most));
        expect(readAnswers(withEnd(facts, answers, id, "low"))[id]).toBeDefined();
      }),
    );
  });
});
