import { z } from "zod";
import { Id, Name, share } from "./line";
import { Offer, PaymentTerms } from "./offer";

/** A number, or a range {low, likely, high} whose likely value is used where one value is needed. */
export const Range = z
  .union([z.number(), z.strictObject({ low: z.number(), likely: z.number(), high: z.number() })])
  .meta({ id: "Range" });
export type Range = z.infer<typeof Range>;

/** Evidence grades: P peer-reviewed or official statistics, G government text, V vendor or press, A assumption, S seed document. */
export const Evidence = z.strictObject({
  claim: Name,
  source: z.string().max(500),
  grade: z.enum(["P", "G", "V", "A", "S"]),
});

export const Effect = z.strictObject({
  target: z.string().min(1).max(300),
  op: z.enum(["set", "scale", "add", "remove", "insert"]),
  value: z.unknown().optional(),
  needsAction: z.boolean().default(false).meta({
    description: "works only as far as somebody acts: the change is multiplied by the retrofit's actionRate",
  }),
});

export const Opex = z.union([
  z.strictObject({ kind: z.literal("yuan"), amount: Range, note: Name.optional() }),
  z.strictObject({ kind: z.literal("shareOfInvestment"), share: Range, note: Name.optional() }),
  z.strictObject({
    kind: z.literal("fullTimeEquivalent"),
    fte: Range,
    role: Name,
    wagePerYear: z.number().nonnegative(),
    onCostRate: z.number().nonnegative().default(0.33),
  }),
]);

const Cost = z.strictObject({
  equipment: Range.default(0),
  software: Range.default(0),
  integration: Range.default(0),
  training: Range.default(0),
});

/** What a retrofit is; a bundle is made of others. */
export const retrofitKinds = [
  "robot",
  "cnc",
  "tooling",
  "iiot",
  "mes",
  "aps",
  "cloud",
  "agv",
  "vision",
  "gauging",
  "maintenance",
  "energy",
  "sector",
  "control",
  "organisation",
  "bundle",
] as const;

export const Retrofit = z.strictObject({
  id: Id,
  name: Name,
  description: Name.optional(),
  kind: z.enum(retrofitKinds),
  catalogue: z
    .array(z.string().max(20))
    .default([])
    .meta({ description: "catalogue entries the figures come from, e.g. R01" }),
  bundleOf: z.array(Id).default([]).meta({ description: "the study plans a fixed bundle contains; for explanation" }),
  cost: Cost.default({ equipment: 0, software: 0, integration: 0, training: 0 }),
  opexPerYear: z.array(Opex).default([]),
  lifeYears: z.number().positive().max(50).default(8),
  leadTimeWeeks: Range.default(0),
  installStopHours: Range.default(0),
  rampUp: z
    .strictObject({
      tauWeeks: z.number().nonnegative().default(0),
      dip: share.default(0),
      dipWeeks: z.number().nonnegative().default(0),
    })
    .optional(),
  failureProbability: share.default(0),
  units: z.int().min(1).max(10_000).default(1).meta({ description: "machines the equipment cost is for" }),
  extraFloor: z.number().min(-10_000).max(100_000).default(0).meta({ description: "square metres more than today" }),
  oldMachine: z
    .strictObject({
      salePrice: Range.default(0),
      removalCost: Range.default(0),
      bookValue: z.number().nonnegative().default(0),
    })
    .optional()
    .meta({ description: "yuan; the machine that goes when this comes" }),
  specialEquipmentBase: z.number().nonnegative().optional().meta({
    description:
      "yuan, original tax base of listed energy-, water-saving or safety equipment this retrofits (10 % tax credit); never ordinary machine tools",
  }),
  it: z
    .strictObject({
      runningCost: Range.default(0).meta({ description: "change of today's IT cost as a share, e.g. -0.142" }),
      developmentTime: Range.default(0).meta({ description: "change of product development time as a share" }),
    })
    .optional()
    .meta({ description: "cloud and office systems: never an effect on throughput" }),
  needsData: z.boolean().default(false).meta({ description: "works only on machines whose data can be read" }),
  skills: z.array(Name).max(20).default([]).meta({ description: "what the people must be able to do" }),
  actionRate: share.default(1),
  effects: z.array(Effect).max(200).default([]),
  evidence: z.array(Evidence).default([]),
  requires: z.array(z.array(Id).min(1)).default([]).meta({ description: "any-of groups: one of each group" }),
  excludes: z.array(Id).default([]),
  paymentTerms: PaymentTerms.optional().meta({ description: "of this purchase; absent: the economics' own" }),
  offers: z.array(Offer).max(12).optional().meta({ description: "what vendors quote for it" }),
  chosenOffer: Id.optional().meta({ description: "the offer whose figures stand above" }),
  beforeOffer: z
    .strictObject({
      cost: Cost,
      opexPerYear: z.array(Opex),
      leadTimeWeeks: Range,
      effects: z.array(Effect),
      paymentTerms: PaymentTerms.optional(),
    })
    .optional()
    .meta({ description: "the estimate an offer has taken the place of; promises are judged against it" }),
});
export type Retrofit = z.infer<typeof Retrofit>;
export type Effect = z.infer<typeof Effect>;
export type Opex = z.infer<typeof Opex>;

const costKind = z.enum(["equipment", "software", "integration", "training"]);
const covers = z
  .array(costKind)
  .min(1)
  .default(["equipment", "software", "integration"])
  .meta({ description: "what the provider pays for; the rest is bought" });

/** How a purchase is paid. Rates are a year, terms months, fees without VAT. */
export const Financing = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ownFunds") }),
  z.strictObject({
    kind: z.literal("loan"),
    share: share.default(1).meta({ description: "share of the investment that is borrowed" }),
    annualRate: z.number().min(0).max(1),
    months: z.int().min(1).max(360),
    repayment: z.enum(["equalInstalment", "equalPrincipal", "bullet"]).default("equalInstalment"),
    interestOnlyMonths: z.int().nonnegative().default(0),
    renewals: z.int().min(0).max(20).default(0).meta({
      description: "bullet: how often the principal is rolled over for the same term (renewal without repayment)",
    }),
  }),
  z.strictObject({
    kind: z.literal("lease"),
    form: z.enum(["finance", "operating"]).default("operating"),
    covers,
    months: z.int().min(1).max(240),
    annualRate: z.number().min(0).max(2).default(0.09).meta({ description: "the rate inside the fee" }),
    monthlyFee: z.number().nonnegative().optional().meta({ description: "yuan; absent: from price, rate and buy-out" }),
    inAdvance: z.boolean().default(false),
    depositShare: share.default(0).meta({ description: "of the price, given back at the end" }),
    buyOutShare: share.default(0).meta({ description: "of the price, paid at the end; the asset is then the firm's" }),
  }),
  z.strictObject({
    kind: z.literal("gainShare"),
    covers,
    months: z.int().min(1).max(240),
    share: share.meta({ description: "of the verified saving of the month, that goes to the provider" }),
    floorPerMonth: z.number().nonnegative().default(0),
    cap: z
      .number()
      .nonnegative()
      .nullable()
      .default(null)
      .meta({ description: "yuan over the whole term; null = none" }),
  }),
  z.strictObject({
    kind: z.literal("payPerUse"),
    covers,
    months: z.int().min(1).max(240),
    unit: z.enum(["part", "plannedHour", "month"]).default("part"),
    price: z.number().nonnegative().meta({ description: "yuan a unit" }),
    minimumPerMonth: z.number().nonnegative().default(0),
    growth: z.number().min(-0.5).max(1).default(0).meta({ description: "rise of the price, a year" }),
  }),
]);
export type Financing = z.infer<typeof Financing>;

export const ChosenRetrofit = z.union([
  Id,
  z.strictObject({
    id: Id,
    startMonth: z.int().nonnegative().default(0),
    actionRate: share.optional(),
    financing: Financing.optional(),
  }),
]);

export const Plan = z.strictObject({
  id: Id,
  name: Name.optional(),
  retrofits: z.array(ChosenRetrofit).default([]),
  financing: Financing.default({ kind: "ownFunds" }),
  policies: z.array(z.string().max(64)).optional().meta({
    description: "ids of the policies claimed; all of the scenario's when left out",
  }),
});
export type Plan = z.infer<typeof Plan>;
