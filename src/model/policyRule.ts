import { z } from "zod";
import { Id, Name, share } from "./line";

/**
 * One support rule as the document states it. `null` means: the document does not say. Amounts and rates are upper
 * bounds ("≤") unless `op` says otherwise. Nothing here may be filled by guessing; what is filled to reckon at all
 * (by us or by the user) becomes an assumption of the result, with author and date.
 */
const Bound = z.strictObject({ op: z.enum(["<=", "=", ">", ">="]), value: z.number().nonnegative() });

const isoDate = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
/** A year where the document gives no more than that, else a day. */
const Dated = z.union([z.int(), isoDate]);

/** Cost lines a support base may be made of; `loan` = the amount borrowed (thresholds) or outstanding (interest). */
export const SubsidyBase = z.enum([
  "equipment",
  "software",
  "integration",
  "training",
  "cloud",
  "construction",
  "loan",
]);
const Items = z.array(SubsidyBase).min(1).nullable().default(null);

const Rate = Bound.extend({
  of: z.string().max(100).optional().meta({ description: "what the rate is a share of, in words, e.g. LPR" }),
});
const Cap = Bound.extend({
  per: z
    .enum(["project", "firm", "year", "firmYear"])
    .nullable()
    .default(null)
    .meta({ description: "firmYear: per firm and calendar year; null: the document does not say" }),
});

const Threshold = Bound.extend({
  of: Name,
  on: Items.meta({ description: "the cost lines that count; null: the whole investment" }),
  per: z.enum(["project", "year"]).nullable().default(null),
}).meta({ description: "'>' is strict: exactly the value fails" });

/** By size of the investment: of all tiers reached the highest one holds. */
const Tier = z.strictObject({
  op: z.enum([">", ">="]),
  value: z.number().nonnegative(),
  rate: Rate.nullable().default(null),
  cap: Cap.nullable().default(null),
});

/** By kind of industry, e.g. a city's strategic industries at a higher rate. */
const IndustryClass = z.strictObject({
  industry: z.enum(["strategic", "other"]),
  rate: Rate.nullable().default(null),
  cap: Cap.nullable().default(null),
});

const Interest = z.strictObject({
  of: z.enum(["lpr", "points", "loanAmount", "interest"]).default("lpr").meta({
    description:
      "lpr: rate × LPR on the balance; points: percentage points off the rate, on the balance; loanAmount: share of the amount borrowed; interest: share of the interest paid",
  }),
  tenor: z.enum(["oneYear", "overFiveYears"]).nullable().default(null),
  per: z.enum(["year", "once"]).nullable().default(null).meta({ description: "loanAmount: each year, or once" }),
  months: z.int().min(1).nullable().default(null).meta({ description: "longest support, in months" }),
});

const Evidence = z.strictObject({
  text: Name,
  basis: z.enum(["document", "ownReading"]).default("ownReading"),
});

export const PolicyRule = z.strictObject({
  id: Id,
  name: Name,
  city: z.string().min(1).max(40).meta({ description: "changzhou, suzhou, … or other" }),
  level: z.enum(["district", "city", "province", "nation"]).default("city"),
  district: z.string().min(1).max(40).optional().meta({ description: "district rules: only there" }),
  document: z.string().min(1).max(200).meta({ description: "number of the document, as printed" }),
  section: z.string().max(200),
  phrase: z.string().min(1).max(80).meta({ description: "the operative phrase, about 20 characters, quoted" }),
  source: z
    .strictObject({
      kind: z.enum(["document", "secondHand"]),
      url: z.string().max(500).optional(),
      note: Name.optional(),
    })
    .default({ kind: "document" })
    .meta({ description: "secondHand: from a copy or a report; counts nothing until a person has confirmed it" }),
  kind: z.enum(["capexShare", "interestShare", "award", "fixedAmount", "addOn"]),
  rate: Rate.nullable().default(null),
  base: z.array(SubsidyBase).nullable().default(null),
  cap: Cap.nullable().default(null),
  amount: Bound.extend({
    op: z.enum(["<=", "="]),
    from: z.number().nonnegative().optional().meta({ description: "the lower end, where a range is stated" }),
  })
    .nullable()
    .default(null)
    .meta({ description: "fixedAmount: yuan" }),
  threshold: Threshold.nullable().default(null),
  conditions: z.array(Threshold).max(10).default([]).meta({ description: "further thresholds, all to be met" }),
  tiers: z.array(Tier).max(20).default([]),
  tiersOn: Items,
  classes: z.array(IndustryClass).max(2).default([]),
  interest: Interest.optional(),
  funding: z.enum(["ownFunds", "loan"]).nullable().default(null),
  observed: z
    .strictObject({
      share: share.meta({ description: "support paid / total investment, over all supported projects" }),
      source: Name,
    })
    .optional()
    .meta({ description: "what was paid in practice; the likely amount where the rate is an upper bound only" }),
  event: Name.optional().meta({ description: "award: the recognition that triggers it" }),
  title: z
    .strictObject({ id: Id, subject: z.string().min(1).max(40), rank: z.int().min(1).max(20) })
    .optional()
    .meta({ description: "award: place on the ladder; of one subject only the newly gained level pays" }),
  probability: share.optional().meta({ description: "award: an assumption, shown, never in the base case" }),
  probabilitySource: Name.optional().meta({ description: "award: where the probability comes from" }),
  payLagMonths: z.number().nonnegative().nullable().default(null),
  validFrom: Dated.nullable().default(null),
  validTo: Dated.nullable().default(null),
  supersededBy: z
    .strictObject({ id: Id, stated: z.boolean().meta({ description: "does a document say so" }) })
    .optional(),
  excludes: z.array(Id).default([]).meta({ description: "not for the same yuan; an assumption unless stated" }),
  stacksWith: z.array(Id).default([]).meta({ description: "a document says that both may be drawn" }),
  addOnTo: z.array(Id).default([]).meta({ description: "paid on top of these; addOn: a multiple of the first" }),
  status: z.enum(["historical", "inForce", "unknown"]).default("unknown"),
  stated: z.array(Name).max(30).default([]).meta({ description: "what the document does say, point by point" }),
  notStated: z.array(Name).default([]).meta({ description: "what the document does not say" }),
  notes: z.array(Name).max(20).default([]).meta({ description: "contradictions and cautions, shown as they are" }),
  evidence: z.array(Evidence).max(30).default([]).meta({ description: "what the bureau will want to see" }),
});
export type PolicyRule = z.infer<typeof PolicyRule>;
export type SubsidyBase = z.infer<typeof SubsidyBase>;

/** One document a pack quotes. `null` = the document prints no such date. */
const PolicyDocument = z.strictObject({
  number: z.string().min(1).max(200),
  title: Name,
  issuer: Name,
  year: z.int(),
  issuedOn: isoDate.nullable().default(null),
  expiresOn: isoDate.nullable().default(null),
  notes: z.array(Name).max(20).default([]),
});

/** One step of the ladder of titles, with how many were recognised in a year (a base rate for a low probability). */
const Recognition = z.strictObject({
  id: Id,
  name: Name,
  subject: z.string().min(1).max(40),
  level: z.enum(["district", "city", "province", "nation", "world"]).nullable(),
  rank: z.int().min(1).max(20),
  recognised: z
    .strictObject({
      count: z.int().nonnegative(),
      year: z.int(),
      document: z.string().max(200),
      section: z.string().max(200),
    })
    .nullable()
    .default(null),
  outOf: z
    .strictObject({ count: z.int().min(1), of: Name, document: z.string().max(200) })
    .nullable()
    .default(null),
  notes: z.array(Name).max(20).default([]),
});
export type Recognition = z.infer<typeof Recognition>;

/** A rule pack, one a city: `scenarios/policies/*.json`. */
export const PolicyFile = z
  .strictObject({
    $schema: z.string().optional(),
    schemaVersion: z.literal(1),
    name: Name.optional(),
    version: z.string().min(1).max(40).optional().meta({ description: "version of this pack, e.g. 2026-11" }),
    checkedOn: isoDate.optional().meta({ description: "the day a person last held it against the documents" }),
    documents: z.array(PolicyDocument).max(100).default([]),
    ladder: z.array(Recognition).max(50).default([]),
    rules: z.array(PolicyRule).max(200),
  })
  .meta({ id: "PolicyFile", title: "Xianjian policy pack" });
export type PolicyFile = z.infer<typeof PolicyFile>;

/** JSON Schema (draft 2020-12) of a policy pack, derived from the zod schema. */
export function policyJsonSchema(): unknown {
  return z.toJSONSchema(PolicyFile, { io: "input", reused: "ref" });
}

/** Loan prime rates by date, oldest first. An entry holds from its date until the next one. */
export const LprTable = z
  .strictObject({
    schemaVersion: z.literal(1),
    name: Name,
    entries: z
      .array(
        z.strictObject({
          from: isoDate.nullable().meta({ description: "null: in force before the next entry, start not known" }),
          oneYear: share,
          overFiveYears: share,
          dateConfirmed: z.boolean().meta({ description: "false: the figure was found, its date is from memory" }),
        }),
      )
      .min(1),
    confirmedUntil: isoDate.meta({ description: "later dates use the last entry, as an assumption" }),
  })
  .refine(
    (table) => table.entries.every((e, i) => i === 0 || (e.from ?? "") > (table.entries[i - 1]?.from ?? "")),
    "entries must be in order of date",
  );
export type LprTable = z.infer<typeof LprTable>;
