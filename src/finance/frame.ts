import { plannedHoursPerYear } from "../model";
import { addCapital, capitalOf, emptyCapital, runningOf } from "./capital";
import type { Frame } from "./ledger";
import { labourOf, staffingOf, wagesByMonth } from "./labour";
import { demandByMonth, firstMonthOf } from "./market";
import { mixOf, operatingOf, type Terms } from "./operating";
import { powerPrice } from "./tariff";
import { goLiveMonth } from "./timing";
import type { CostPoint, MoneyInput } from "./types";
import { vatCash } from "./vat";

/** Months from paying input VAT to setting it off. */
const creditLag = 1;

export const monthsOf = (input: MoneyInput): number => input.economics.horizonYears * 12;

/** A plan's money that no replication changes, at one cost point. */
export function frameOf(input: MoneyInput, which: CostPoint): Frame {
  const { economics, chosen, baseline, plan } = input;
  const months = monthsOf(input);
  const terms = (line: typeof baseline): Terms => ({
    mix: mixOf(line),
    power: powerPrice(economics, line.calendar),
    economics,
  });
  const before = terms(baseline);
  const demand = demandByMonth(economics, plan.demand?.perYear ?? null, months);
  const labour = { before: labourOf(baseline), after: labourOf(plan) };
  const lastGoLive = chosen.reduce((latest, c) => Math.max(latest, goLiveMonth(c)), 0);
  const states = (input.way?.points ?? [{ month: lastGoLive, line: plan }])
    .filter((point) => Number.isFinite(point.month))
    .map((point) => ({ month: point.month, staffing: staffingOf(baseline, point.line) }));
  const room = vatRoom(input, before, demand, months);
  return {
    months,
    before,
    after: terms(plan),
    demand,
    room,
    wages: wagesByMonth(states, labour.before.headcount, economics, months),
    labour,
    lastGoLive,
    ...costsOf(input, which, months, room),
  };
}

/** The same plan at another cost point: what does not hang on costs is kept. */
export const atCost = (frame: Frame, input: MoneyInput, which: CostPoint): Frame => ({
  ...frame,
  ...costsOf(input, which, frame.months, frame.room),
});

function costsOf(
  { economics, chosen }: MoneyInput,
  which: CostPoint,
  months: number,
  room: Float64Array,
): Pick<Frame, "capital" | "vat" | "vatLeft" | "running" | "tax"> {
  const capital = emptyCapital(months);
  for (const c of chosen) addCapital(capital, capitalOf(c, economics, which, months));
  const vat = vatCash({ input: capital.inputVat, capacity: room, lag: creditLag });
  return {
    capital,
    vat: vat.cash,
    vatLeft: vat.left,
    running: runningOf(chosen, economics, which, months),
    tax: {
      regime: economics.tax.regime,
      rate: economics.incomeTaxRate,
      profitBefore: economics.tax.profitBefore,
      openingLoss: economics.tax.openingLoss,
      lossCarryYears: economics.tax.lossCarryYears,
      firstMonth: firstMonthOf(economics),
      credits: capital.credit,
    },
  };
}

/** VAT on sales less VAT on what goes into them, today's line, a month: what input VAT of machines can be set off against. */
function vatRoom(input: MoneyInput, terms: Terms, demand: Float64Array, months: number): Float64Array {
  const { goodsRate } = input.economics.vat;
  const room = new Float64Array(months + 1);
  const today = input.replications[0]?.baseline;
  if (today === undefined) return room;
  const monthly = { ...today };
  for (const key of Object.keys(monthly) as (keyof typeof monthly)[]) monthly[key] /= 12;
  for (let m = 1; m <= months; m++) {
    const o = operatingOf(terms, monthly, demand[m] ?? Infinity, m);
    room[m] = goodsRate * (o.revenue + o.material + o.consumables + o.energy);
  }
  return room;
}

export const plannedHoursPerMonth = (input: MoneyInput): number => plannedHoursPerYear(input.plan.calendar) / 12;
