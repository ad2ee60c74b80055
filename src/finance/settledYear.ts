import { runningPerYear } from "./capital";
import { spread } from "./figures";
import type { Frame } from "./ledger";
import { fourMeasures, machineArea, settledLabour, type FourMeasures } from "./measures";
import { contributionOf, operatingOf, type Operating, type Terms } from "./operating";
import type { Estimate, MoneyInput, MoneyResult, YearlyNumbers } from "./types";
import { capitalPerYear, unitCost } from "./unitCost";

type Figures = Pick<MoneyResult, "unitCost" | "extraMade" | "extraSold" | "annualContribution" | "annualGain">;

interface SettledYear extends Figures {
  /** one entry a replication */
  settled: { before: Operating; after: Operating }[];
  heads: { before: number; after: number };
  measures: FourMeasures;
}

/** A full year of both lines after run-up at first-year prices, and what follows from it. Money in yuan. */
export function settledYear(input: MoneyInput, frame: Frame): SettledYear {
  const { chosen, economics, estimate } = input;
  const demand = input.plan.demand?.perYear ?? Infinity;
  const year = (terms: Terms, numbers: YearlyNumbers): Operating => operatingOf(terms, numbers, demand, 1);
  const settled = input.replications.map((r) => ({
    before: year(frame.before, r.baseline),
    after: year(frame.after, r.plan),
  }));

  const { heads, ...labour } = settledLabour(input);
  const running = chosen.reduce((sum, c) => sum + runningPerYear(c, economics), 0);
  const capital = capitalPerYear(input);
  const costOf = (o: Operating, fixed: number): number => fixed - o.material - o.consumables - o.energy;
  const costs = settled.map((s) => ({
    before: costOf(s.before, labour.before),
    after: costOf(s.after, labour.after + running + capital),
  }));
  const contribution = settled.map((s) => contributionOf(s.after) - contributionOf(s.before));
  const over = (value: (s: (typeof settled)[number]) => number): Estimate => spread(settled.map(value), estimate);

  const area = machineArea(input.baseline);
  const planArea = machineArea(input.plan);
  const measures = fourMeasures({
    before: settled.map((s, r) => ({
      numbers: input.replications[r]!.baseline,
      operating: s.before,
      people: heads.before,
      cost: costs[r]!.before,
    })),
    after: settled.map((s, r) => ({
      numbers: input.replications[r]!.plan,
      operating: s.after,
      people: heads.after,
      cost: costs[r]!.after,
    })),
    area: {
      before: area,
      after: planArea > 0 ? planArea + chosen.reduce((sum, c) => sum + c.retrofit.extraFloor, 0) : 0,
    },
    estimate,
  });

  return {
    settled,
    heads,
    measures,
    unitCost: unitCost(
      settled.map((s, r) => ({ ...costs[r]!, goodBefore: s.before.goodSold, goodAfter: s.after.goodSold })),
      estimate,
    ),
    extraMade: over((s) => s.after.made - s.before.made),
    extraSold: over((s) => s.after.sold - s.before.sold),
    annualContribution: spread(contribution, estimate),
    annualGain: spread(
      contribution.map((c) => c - (labour.after - labour.before) - running),
      estimate,
    ),
  };
}
