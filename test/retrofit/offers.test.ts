import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkScenario, Offer, type Retrofit } from "../../src/model";
import {
  effectFigures,
  extremes,
  judgePromise,
  offerFigures,
  ownRetrofit,
  withChosenOffer,
  withOffers,
} from "../../src/retrofit";

const target = "stations.m1.setup.time";
const scenarioOf = (retrofit: object) =>
  checkScenario(
    {
      schemaVersion: 1,
      line: { stations: [{ id: "m1", process: { time: 60 }, setup: { time: 600, everyParts: 20 } }] },
      retrofits: [{ id: "Q", kind: "tooling", name: { zh: "快换", en: "Quick" }, ...retrofit }],
    },
    { retrofits: [], policies: [] },
  );

function retrofitOf(more: object = {}): Retrofit {
  const checked = scenarioOf({
    cost: { equipment: { low: 60, likely: 75, high: 90 }, training: 25 },
    opexPerYear: [
      { kind: "shareOfInvestment", share: 0.05 },
      { kind: "fullTimeEquivalent", fte: 0.1, role: { zh: "技术员", en: "Technician" }, wagePerYear: 100 },
    ],
    leadTimeWeeks: { low: 6, likely: 9, high: 12 },
    lifeYears: 8,
    effects: [
      { target, op: "scale", value: { low: 0.8, likely: 0.55, high: 0.3 } },
      { target: "stations.m1.machines", op: "add", value: 1 },
    ],
    ...more,
  });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.value.retrofits[0]!;
}

const offerOf = (more: object = {}): Offer => Offer.parse({ id: "V1", vendor: "Some vendor", price: 113, ...more });
const promise = (value: number) => ({ target, op: "scale" as const, value });

describe("an offer on one footing", () => {
  it("takes VAT out of a price that has it inside, and puts it on one that has not", () => {
    expect(offerFigures(retrofitOf(), offerOf()).net).toBeCloseTo(100, 9);
    expect(offerFigures(retrofitOf(), offerOf({ includesVat: false }))).toMatchObject({ net: 113 });
    expect(offerFigures(retrofitOf(), offerOf({ includesVat: false })).gross).toBeCloseTo(113 * 1.13, 9);
  });

  it("adds the yearly cost over the life; what is not quoted is the estimate's upkeep", () => {
    expect(offerFigures(retrofitOf(), offerOf({ yearlyCost: 10 })).overLife).toBeCloseTo(180, 9);
    expect(offerFigures(retrofitOf(), offerOf()).overLife).toBeCloseTo(100 + 8 * 5, 9);
  });

  it("marks the lowest and the highest, and nothing where all are alike", () => {
    expect(extremes([3, null, 1, 2])).toEqual(["highest", null, "lowest", null]);
    expect(extremes([2, 2])).toEqual([null, null]);
    expect(extremes([5])).toEqual([null]);
  });
});

describe("a promise against the evidence", () => {
  it.each([
    [0.5, "within", 0.5],
    [0.3, "within", 0.3],
    [0.15, "above", 0.3],
    [0.9, "below", 0.9],
  ])("%d is %s and counts as %d", (value, verdict, counted) => {
    expect(judgePromise(retrofitOf(), promise(value))).toMatchObject({ verdict, counted });
  });

  it("knows which end is better, whichever is the larger number", () => {
    const more = retrofitOf({
      effects: [{ target: "stations.m1.process.time", op: "scale", value: { low: 1.1, likely: 1.4, high: 2 } }],
    });
    const at = (value: number) =>
      judgePromise(more, { target: "stations.m1.process.time", op: "scale", value }).verdict;
    expect([at(2.5), at(1.2), at(1)]).toEqual(["above", "within", "below"]);
  });

  it("has nothing to hold a promise against where there is no range", () => {
    const add = { target: "stations.m1.machines", op: "add" as const, value: 2 };
    expect(judgePromise(retrofitOf(), add).verdict).toBe("noRange");
    expect(judgePromise(retrofitOf(), { ...add, target: "stations.m1.load" }).evidence).toBeNull();
  });
});

describe("a chosen offer", () => {
  const offers = [
    offerOf({ promises: [promise(0.15)], leadTimeWeeks: 5, yearlyCost: 3 }),
    offerOf({ id: "V2", price: 226, promises: [promise(0.5)] }),
  ];
  const listed = withOffers(retrofitOf(), offers);
  const total = ({ cost }: Retrofit): number =>
    [cost.equipment, cost.software, cost.integration, cost.training].reduce<number>(
      (sum, part) => sum + (typeof part === "number" ? part : part.likely),
      0,
    );

  it("brings its price, split as the estimate splits its own, its lead time and its yearly cost; technicians stay", () => {
    const chosen = withChosenOffer(listed, "V1");
    expect(chosen.chosenOffer).toBe("V1");
    expect(chosen.cost.equipment).toBeCloseTo(75, 9);
    expect(chosen.cost.training).toBeCloseTo(25, 9);
    expect(chosen.leadTimeWeeks).toBe(5);
    expect(chosen.opexPerYear.map(({ kind }) => kind)).toEqual(["yuan", "fullTimeEquivalent"]);
    expect(withChosenOffer(listed, "V2").leadTimeWeeks).toEqual({ low: 6, likely: 9, high: 12 });
    expect(withChosenOffer(listed, "V2").opexPerYear).toEqual(listed.opexPerYear);
  });

  it("counts a promise up to the best of the evidence, and may still fail as before", () => {
    expect(effectFigures(withChosenOffer(listed, "V1"))[0]).toMatchObject({ low: 0.8, likely: 0.3, high: 0.3 });
    expect(effectFigures(withChosenOffer(listed, "V2"))[0]).toMatchObject({ low: 0.8, likely: 0.5, high: 0.3 });
  });

  it("goes back to the estimate, to the letter, and is judged by it however often one changes one's mind", () => {
    const back = withChosenOffer(withChosenOffer(withChosenOffer(listed, "V1"), "V2"), null);
    expect(back).toEqual(listed);
    const chosen = withChosenOffer(listed, "V1");
    expect(judgePromise(chosen, promise(0.15))).toEqual(judgePromise(listed, promise(0.15)));
  });

  it("follows a changed offer, and goes when its offer goes", () => {
    const chosen = withChosenOffer(listed, "V1");
    const dearer = withOffers(chosen, [{ ...offers[0]!, price: 226 }, offers[1]!]);
    expect(total(dearer)).toBeCloseTo(200, 9);
    const without = withOffers(chosen, [offers[1]!]);
    expect(without.chosenOffer).toBeUndefined();
    expect(without.cost).toEqual(listed.cost);
    expect(withOffers(without, [])).toEqual(retrofitOf());
  });

  it("costs what it says, whatever the estimate was", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 0, max: 1e7 }),
        ([equipment = 0, software = 0, integration = 0, training = 0], price) => {
          const base = retrofitOf({ cost: { equipment, software, integration, training } });
          const chosen = withChosenOffer(withOffers(base, [offerOf({ price, includesVat: false })]), "V1");
          expect(total(chosen)).toBeCloseTo(price, 4);
        },
      ),
    );
  });

  it("passes the file's checks and comes back from the file as it was; an offer nobody made is refused", () => {
    const chosen = withChosenOffer(listed, "V1");
    const checked = scenarioOf(chosen);
    expect(checked.ok && checked.value.retrofits[0]).toEqual(chosen);
    expect(scenarioOf({ ...chosen, chosenOffer: "V9" })).toMatchObject({
      ok: false,
      problems: [{ code: "unknownReference", path: "retrofits[0].chosenOffer" }],
    });
  });
});

describe("an own entry", () => {
  const entry = {
    id: "own",
    name: { zh: "夹具", en: "Fixture" },
    kind: "tooling" as const,
    price: { low: 1, likely: 2, high: 3 },
    yearlyCost: 0,
    leadTimeWeeks: 4,
    effect: { target, op: "scale" as const, low: 1, likely: 0.9, high: 0.8 },
    source: " stopwatch ",
  };
  it("is a retrofit whose figures are marked as estimates", () => {
    const made = ownRetrofit(entry);
    expect(made.ok && made.retrofit).toMatchObject({
      cost: { equipment: entry.price },
      effects: [{ target, op: "scale", value: { low: 1, likely: 0.9, high: 0.8 } }],
      evidence: [{ grade: "A", source: "stopwatch" }],
    });
  });
  it("says what is wrong", () => {
    expect(ownRetrofit({ ...entry, id: "a b" })).toMatchObject({ ok: false });
  });
});
