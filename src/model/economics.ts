import { z } from "zod";
import { Financing, Range } from "./retrofit";
import { Name, share } from "./line";
import { PaymentTerms } from "./offer";

const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);

/** Prices of electricity by the clock; hours in no window cost `electricityPrice`. */
export const TariffWindow = z.strictObject({
  kind: z.enum(["criticalPeak", "peak", "flat", "valley"]),
  start: clock,
  end: clock,
  price: z.number().nonnegative().meta({ description: "yuan per kWh" }),
});
export type TariffWindow = z.infer<typeof TariffWindow>;

/** What can be sold and at which prices, as years go by. Growth holds for both sides: it is no effect of the retrofit. */
const Market = z.strictObject({
  demandGrowth: z.number().min(-0.9).max(2).default(0).meta({ description: "of the demand, a year" }),
  priceErosion: z.number().min(-1).max(0.9).default(0).meta({ description: "fall of the price, a year" }),
  materialGrowth: z.number().min(-0.9).max(2).default(0).meta({ description: "rise of material prices, a year" }),
  seasonality: z
    .array(z.number().nonnegative().max(12))
    .length(12)
    .optional()
    .meta({ description: "weight of the demand from January to December; only their proportions count" }),
});

const Staffing = z.strictObject({
  leaversPerYear: share
    .default(0.15)
    .meta({ description: "share of the people who leave in a year; a freed post is not filled again" }),
  serviceYears: z
    .number()
    .min(0)
    .max(40)
    .default(5)
    .meta({ description: "mean years of service; dismissal costs one month's wage for each" }),
  redeployedWorth: share
    .default(1)
    .meta({ description: "share of the wage of a redeployed person that the firm would otherwise pay for a new one" }),
  idleTime: z.enum(["paid", "overtimeFirst"]).default("overtimeFirst").meta({
    description: "hours not needed when the demand is met: all paid, or overtime (wageFactor > 1) is dropped first",
  }),
});

const Tax = z.strictObject({
  regime: z.enum(["flat", "smallProfit"]).default("flat").meta({
    description:
      "flat: incomeTaxRate (25, 20, 15 %); smallProfit: 5 % effective up to 3 million yuan of taxable income, else the flat rate on all",
  }),
  profitBefore: z.number().nullable().default(null).meta({
    description: "taxable income a year without the plan, yuan; null = enough other profit to use every loss at once",
  }),
  openingLoss: z.number().nonnegative().default(0).meta({ description: "losses of earlier years not yet used, yuan" }),
  lossCarryYears: z.int().min(0).max(10).default(5).meta({ description: "5; high-tech enterprises 10" }),
  depreciation: z
    .enum(["straightLine", "oneOff", "sixtyPercentLife", "doubleDeclining", "sumOfDigits"])
    .default("straightLine")
    .meta({ description: "oneOff: only equipment up to 5 million yuan a unit; straight line otherwise" }),
  softwareYears: z.number().min(1).max(30).optional().meta({ description: "absent: as depreciationYears" }),
  subsidy: z.enum(["taxable", "nonTaxable"]).default("taxable").meta({
    description: "nonTaxable: not taxed on receipt, but the depreciation it paid for is not deductible",
  }),
  researchShare: share
    .default(0)
    .meta({ description: "share of software and integration recognised as R&D (extra deduction of 100 %); off" }),
});

const Vat = z.strictObject({
  payer: z.enum(["general", "smallScale"]).default("general").meta({
    description: "general: input VAT is credited against output VAT; smallScale: it is a cost",
  }),
  goodsRate: share.default(0.13),
  serviceRate: share.default(0.06).meta({ description: "software services, integration, training" }),
});

const byRule = (value: z.ZodNumber) => z.record(z.string().max(64), value).default({});

/** What the user knows or decides about the rules; everything the documents leave open. */
const Support = z.strictObject({
  city: z.string().max(64).optional().meta({ description: "city of the firm, as the rule packs name it" }),
  district: z.string().max(64).optional(),
  industry: z.enum(["strategic", "other"]).optional(),
  otherSupportThisYear: z.number().nonnegative().default(0).meta({ description: "yuan, counts against caps per firm" }),
  rates: byRule(z.number().min(0).max(1)).meta({ description: "the user's rate, by rule" }),
  amounts: byRule(z.number().nonnegative()).meta({ description: "yuan where a document states no amount, by rule" }),
  probabilities: byRule(z.number().min(0).max(1)).meta({ description: "chance of a title, by rule" }),
  confirmed: z
    .array(z.string().max(64))
    .max(200)
    .default([])
    .meta({ description: "rules checked against the document" }),
  stack: z
    .array(z.tuple([z.string().max(64), z.string().max(64)]))
    .max(100)
    .default([])
    .meta({
      description: "pairs of rules the bureau allows together",
    }),
  lprReading: z.enum(["accrual", "drawDown"]).default("accrual"),
  looseThreshold: z.boolean().default(false),
  countLeased: z.boolean().default(false),
  filledBy: z.strictObject({ author: z.string().max(200), date: z.string().max(20) }).optional(),
});

/** Economic inputs, each editable; defaults from the domain notes (retrofits §2, policies §8), graded there. */
export const Economics = z.strictObject({
  horizonYears: z.int().min(1).max(30).default(8),
  start: z
    .strictObject({ year: z.int().min(2000).max(2100), month: z.int().min(1).max(12).default(1) })
    .optional()
    .meta({ description: "when the plan begins; dates the rules, the LPR and the season" }),
  discountRate: z.number().min(0).max(1).default(0.08),
  electricityPrice: z.number().nonnegative().default(0.7).meta({ description: "yuan per kWh, flat" }),
  tariff: z.array(TariffWindow).max(24).default([]),
  incomeTaxRate: z.number().min(0).max(0.5).default(0.25),
  tax: Tax.prefault({}),
  vat: Vat.prefault({}),
  depreciationYears: z.number().positive().default(10),
  residualRate: z.number().min(0).max(1).default(0.05),
  resaleRate: Range.default({ low: 0, likely: 0.05, high: 0.08 }).meta({
    description: "what equipment sells for at the end of its life, as a share of its price",
  }),
  paymentTerms: PaymentTerms.default([
    { share: 0.3, at: "order", months: 0 },
    { share: 0.6, at: "acceptance", months: 0 },
    { share: 0.1, at: "acceptance", months: 12 },
  ]),
  labourSaving: z.enum(["none", "paidHeads", "redeploy", "attrition", "dismiss"]).default("attrition").meta({
    description:
      "freed people: none = still paid and idle; redeploy = work elsewhere in the firm; attrition = leavers are not replaced; dismiss = with compensation; paidHeads = off the pay-roll at once, without compensation",
  }),
  staffing: Staffing.prefault({}),
  market: Market.prefault({}),
  escapeCost: z
    .number()
    .nonnegative()
    .default(0)
    .meta({ description: "yuan a defective part that reaches the customer" }),
  scrapValue: z.number().nonnegative().default(0).meta({ description: "yuan recovered from a scrapped part" }),
  subsidyRate: z.number().min(0).max(1).nullable().default(null).meta({
    description: "the user's own rate where a document gives a cap without a rate; null = not set",
  }),
  wageGrowth: z.number().min(-0.5).max(1).default(0),
  serviceGrowth: z
    .number()
    .min(-0.5)
    .max(1)
    .default(0.03)
    .meta({ description: "rise of licences, subscriptions and maintenance, a year" }),
  floorRent: z.number().nonnegative().default(0).meta({ description: "yuan per square metre and year" }),
  itCostPerYear: z.number().nonnegative().nullable().default(null).meta({
    description: "what IT costs a year today, yuan; cloud retrofits act on it; null = not told, so no effect counted",
  }),
  investmentOverrun: Range.optional(),
  support: Support.prefault({}),
  offers: z
    .array(z.strictObject({ name: Name.optional(), financing: Financing }))
    .max(20)
    .default([])
    .meta({ description: "offers of banks and vendors to compare; where a kind is missing, typical terms stand in" }),
});
export type Economics = z.infer<typeof Economics>;
